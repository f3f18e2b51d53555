"""Numbers inside words, lengths of time that are words, and what another number beside them is."""

from __future__ import annotations

import pytest

from citecheck.match.crosslingual.figures import figures_of
from citecheck.match.crosslingual.lexicon import lexicon_for
from citecheck.match.crosslingual.unequal import unequal_figures
from citecheck.match.rules import rules_for


def unequal(ours: str, one: str, theirs: str, other: str) -> list[tuple[str, str]]:
    mine = figures_of(ours, lexicon_for(one), rules_for(one))
    found = figures_of(theirs, lexicon_for(other), rules_for(other))
    return unequal_figures(mine, found, found)


SAME = [
    ("une grève de quatre jours", "fr", "четырёхдневная забастовка", "ru"),
    ("a four-day strike", "en", "чотириденний страйк", "uk"),
    ("ein achtstündiger Flug", "de", "un volo di otto ore", "it"),
    ("васьмігадзінны палёт", "be", "un vuelo de ocho horas", "es"),
    ("dwudziestopięcioletni statek", "pl", "двадцатипятилетний корабль", "ru"),
    ("dwudziestopięcioletni statek", "pl", "a ship of twenty-five years", "en"),
    ("п'ятнадцятихвилинна перерва", "uk", "fünfzehn Minuten Pause", "de"),
    ("пятиэтажный склад", "ru", "un entrepôt de cinq étages", "fr"),
    ("un plan quinquennal", "fr", "a five-year plan", "en"),
    ("un mandato triennale", "it", "trzyletnia kadencja", "pl"),
    ("en vingt-quatre heures", "fr", "за сутки", "ru"),
    ("двое суток", "ru", "48 hours", "en"),
    ("tous les six mois", "fr", "раз в полгода", "ru"),
    ("за полчаса", "ru", "in thirty minutes", "en"),
    ("cinquante barques", "fr", "полсотни лодок", "ru"),
    ("mille cinq cents barques", "fr", "паўтары тысячы лодак", "be"),
    ("полтора года", "ru", "eighteen months", "en"),
    ("le cent mètres", "fr", "стометровка", "ru"),
    ("a fortnight", "en", "vierzehn Tage", "de"),
    ("dans vingt ans", "fr", "tra vent'anni", "it"),
]


@pytest.mark.parametrize(("ours", "one", "theirs", "other"), SAME)
def test_one_length_is_no_difference_either_way(ours: str, one: str, theirs: str, other: str) -> None:
    assert unequal(ours, one, theirs, other) == []
    assert unequal(theirs, other, ours, one) == []


@pytest.mark.parametrize(
    ("ours", "one", "theirs", "other", "pairs"),
    [
        ("une grève de quatre jours", "fr", "трёхдневная забастовка", "ru", [("quatre", "трёхдневная")]),
        ("трёхдневная забастовка", "ru", "une grève de quatre jours", "fr", [("трёхдневная", "quatre")]),
        ("ein achtstündiger Flug", "de", "sześciogodzinny lot", "pl", [("achtstündiger", "sześciogodzinny")]),
        ("п'ятирічний план", "uk", "a seven-year plan", "en", [("пятирічний", "seven")]),
        ("en trente heures", "fr", "за сутки", "ru", [("trente", "")]),
    ],
)
def test_another_length_is_one(
    ours: str, one: str, theirs: str, other: str, pairs: list[tuple[str, str]]
) -> None:
    assert unequal(ours, one, theirs, other) == pairs


@pytest.mark.parametrize(
    ("ours", "one", "theirs", "other"),
    [
        ("пятиэтажный склад", "ru", "un entrepôt de quatre étages", "fr"),
        ("трёхдневная забастовка", "ru", "la grève prit fin", "fr"),
        ("столичный сторонник", "ru", "two partisans", "en"),
        ("un plan quinquennal", "fr", "the plan of three months", "en"),
    ],
)
def test_a_number_inside_a_word_accuses_none_of_another_kind(
    ours: str, one: str, theirs: str, other: str
) -> None:
    assert unequal(ours, one, theirs, other) == []
