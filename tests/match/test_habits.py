"""What print does to a true quotation, and what makes one false, beyond a changed digit."""

from __future__ import annotations

import pytest

from citecheck.match import compare, prepare
from citecheck.model import DifferenceKind, Text, Verdict

PAGES = {
    "en": "In the nineteenth century the twelve towns of the League could not agree on a toll. "
    "Louis XIV sent 25 ships, and half of the cargo was lost in the first storm of January.",
    "de": "Im zweiten Kapitel steht, dass einundzwanzig Dörfer keine Brücke hatten und zweihundert Bauern "
    "im Januar über das Eis gingen, weil der Rat unter Karl IV. nichts bezahlen wollte.",
    "uk": "У другого полку було п'ять гармат, а першого дня липня прибули ще триста вершників; "
    "об'єднання загонів не відбулося, бо комендант залишився в Седневі.",
    "ru": "До третьей заставы дошли двадцать пять подвод, и 100 тысяч пудов зерна остались на пристани, "
    "потому что в XIX веке мостов там ещё не строили.",
    "it": "Nel secondo anno i ventuno soci comprarono duecento pecore e la metà del bosco, ma nessuno di "
    "loro aveva ancora visto la valle in cui dovevano pascolare d'inverno.",
}
TRUE = [
    ("en", "In the 19th century the 12 towns of the League cannot", None),
    ("en", "the twelve towns of the League couldn’t agree on a toll", Verdict.MODIFIED),
    ("en", "Louis XIV sent twenty-five ships, and half of the cargo was lost", Verdict.NEAR),
    ("en", "Louis XIV sent 25 ships, |46| and half of the cargo was lost", Verdict.VERBATIM),
    ("en", "could not agree (sic) on a toll", Verdict.VERBATIM),
    ("de", "dass 21 Dörfer keine Brücke hatten und 200 Bauern im Januar über das Eis gingen", Verdict.NEAR),
    ("uk", "було пʼять гармат, а першого дня липня прибули ще 300 вершників", Verdict.NEAR),
    ("uk", "обʼєднання загонів не відбулося, бо комендант залишився", Verdict.VERBATIM),
    ("ru", "и 100 гысяч пудов зерна остались на пристани", Verdict.NEAR),
    ("ru", "в 19 веке мостов там еще не строили", Verdict.NEAR),
    ("it", "i 21 soci comprarono 200 pecore e la metà del bosco", Verdict.NEAR),
]
FALSE = [
    ("en", "Louis XVI sent 25 ships", DifferenceKind.NUMBER),
    ("en", "and a quarter of the cargo was lost in the first storm", DifferenceKind.NUMBER),
    ("en", "and half of the cargo was lost in the second storm", DifferenceKind.NUMBER),
    ("en", "In the eighteenth century the twelve towns of the League", DifferenceKind.NUMBER),
    ("en", "the twelve towns of the League could agree on a toll", DifferenceKind.NEGATION),
    ("de", "Im dritten Kapitel steht, dass einundzwanzig Dörfer", DifferenceKind.NUMBER),
    ("de", "weil der Rat unter Karl VI. nichts bezahlen wollte", DifferenceKind.NUMBER),
    ("de", "dass zweiundzwanzig Dörfer keine Brücke hatten", DifferenceKind.NUMBER),
    ("uk", "У першого полку було п'ять гармат", DifferenceKind.NUMBER),
    ("uk", "а першого дня липня прибули ще чотириста вершників", DifferenceKind.NUMBER),
    ("ru", "До второй заставы дошли двадцать пять подвод", DifferenceKind.NUMBER),
    ("ru", "потому что в XVIII веке мостов там ещё не строили", DifferenceKind.NUMBER),
    ("it", "Nel terzo anno i ventuno soci comprarono duecento pecore", DifferenceKind.NUMBER),
    ("it", "e la metà del bosco, ma ognuno di loro aveva ancora visto la valle", DifferenceKind.NEGATION),
]


@pytest.mark.parametrize(("language", "quotation", "verdict"), TRUE)
def test_habits_of_print_are_no_alterations(language: str, quotation: str, verdict: Verdict | None) -> None:
    got = compare(quotation, prepare(Text(PAGES[language])))
    assert got.verdict.located
    if verdict is not None:
        assert got.verdict is verdict, got.differences
    else:
        assert DifferenceKind.NUMBER not in {difference.kind for difference in got.differences}


@pytest.mark.parametrize(("language", "quotation", "kind"), FALSE)
def test_alterations_in_words_are_told(language: str, quotation: str, kind: DifferenceKind) -> None:
    got = compare(quotation, prepare(Text(PAGES[language])))
    assert got.verdict is Verdict.ALTERED
    assert kind in {difference.kind for difference in got.differences}, got.differences
