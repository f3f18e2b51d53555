"""Numbers and dates of nine languages as values, one table, and what counts as another number."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from citecheck.match.crosslingual.figures import figures_of
from citecheck.match.crosslingual.fractions import fractions_of
from citecheck.match.crosslingual.lexicon import lexicon_for
from citecheck.match.crosslingual.unequal import unequal_figures
from citecheck.match.fold import split_words
from citecheck.match.rules import rules_for

ROWS = [
    json.loads(line)
    for line in (Path(__file__).parent / "across_numbers.jsonl").read_text("utf-8").splitlines()
]
CASES = [(row["why"], code, text, row["values"]) for row in ROWS for code, text in row["same"].items()]


def read(text: str, code: str) -> list[str]:
    return [
        format(figure.value, "f")
        for figure in figures_of(text, lexicon_for(code), rules_for(code))
        if figure.sure
    ]


@pytest.mark.parametrize(("why", "code", "text", "values"), CASES)
def test_one_number_in_nine_languages(why: str, code: str, text: str, values: list[str]) -> None:
    assert read(text, code) == values, why


def unequal(ours: str, one: str, theirs: str, other: str) -> list[tuple[str, str]]:
    mine = figures_of(ours, lexicon_for(one), rules_for(one))
    found = figures_of(theirs, lexicon_for(other), rules_for(other))
    return unequal_figures(mine, found, found)


@pytest.mark.parametrize(
    ("ours", "one", "theirs", "other", "pairs"),
    [
        ("douze navires", "fr", "двадцати судов", "ru", [("douze", "двадцати")]),
        ("18 Prozent", "de", "o 13 procent", "pl", [("18 Prozent", "13 procent")]),
        ("1 200 emplois", "fr", "2100 Stellen", "de", [("1 200", "2100")]),
        ("on 3 April", "en", "le 8 avril", "fr", [("3", "8")]),
        ("vingt et un jours", "fr", "ventidue giorni", "it", [("vingt et un", "ventidue")]),
        ("двадцать одна лодка", "ru", "cent vingt barques", "fr", [("двадцать одна", "cent vingt")]),
        ("сто лодок", "ru", "cent quatre-vingts barques", "fr", [("сто", "cent quatre-vingts")]),
        ("sixty per cent of 60 ships", "en", "60% из 70 судов", "ru", [("60", "70")]),
    ],
)
def test_another_number_stands_beside_ours(
    ours: str, one: str, theirs: str, other: str, pairs: list[tuple[str, str]]
) -> None:
    assert unequal(ours, one, theirs, other) == pairs


@pytest.mark.parametrize(
    ("ours", "one", "theirs", "other"),
    [
        ("les deux pays", "fr", "обе страны", "ru"),
        ("third quarter of 2018", "en", "III квартал 2018 года", "ru"),
        ("im dritten Quartal", "de", "w trzecim kwartale", "pl"),
        ("une dizaine de navires", "fr", "двадцать судов", "ru"),
        ("deux fois plus d'orge", "fr", "вдвое больше ячменя", "ru"),
        ("пять раз больше", "ru", "fünfmal so viel", "de"),
        ("trois fois", "fr", "trzykrotnie", "pl"),
        ("58 mille tonnes", "fr", "58 миллионов тонн", "ru"),
        ("двадцать пятый день", "ru", "le 25e jour", "fr"),
        ("im einundzwanzigsten Lauf", "de", "w dwudziestym pierwszym biegu", "pl"),
        ("el vigésimo día", "es", "il ventesimo giorno", "it"),
        ("старше семидесятого года", "ru", "plus de 70 ans", "fr"),
    ],
)
def test_what_accuses_no_number(ours: str, one: str, theirs: str, other: str) -> None:
    assert all(found == "" for _, found in unequal(ours, one, theirs, other))


@pytest.mark.parametrize(
    ("text", "code", "names"),
    [
        ("um ein Viertel", "de", {"1/4"}),
        ("на треть", "ru", {"1/3"}),
        ("d'un tiers", "fr", {"1/3"}),
        ("a third of it", "en", {"1/3"}),
        ("two-thirds of it", "en", {"2/3"}),
        ("of the five, one third is left", "en", {"1/3"}),
        ("de los dos, un tercio", "es", {"1/3"}),
        ("z trzech jedna trzecia", "pl", {"1/3"}),
        ("o połowę", "pl", {"1/2"}),
        ("вдвічі", "uk", {"1/2", "2"}),
        ("п'ять разів або вп'ятеро", "uk", {"5"}),
        ("выросло впятеро", "ru", {"5"}),
        ("cinq fois plus", "fr", {"5"}),
        ("cuatro veces más", "es", {"4"}),
    ],
)
def test_fractions(text: str, code: str, names: set[str]) -> None:
    assert fractions_of(split_words(text).folded, lexicon_for(code)) == names


@pytest.mark.parametrize(
    ("ours", "one", "theirs", "other", "missing"),
    [
        ("а через полвека", "ru", "праз паўстагоддзя", "be", False),
        ("а через полвека", "ru", "праз стагоддзе", "be", True),
        ("за півроку", "uk", "nach einem Jahr", "de", True),
        ("im Halbjahr", "de", "за полгода", "ru", False),
    ],
)
def test_a_half_in_one_word_is_a_number(ours: str, one: str, theirs: str, other: str, missing: bool) -> None:
    assert bool(unequal(ours, one, theirs, other)) is missing
    assert all(found == "" for _, found in unequal(ours, one, theirs, other))


def test_raised_and_circled_digits_are_no_figures() -> None:
    lexicon, rules = lexicon_for("de"), rules_for("de")
    assert not list(figures_of("Die Stadt verkauft ² Häuser, ① und ②.", lexicon, rules))
