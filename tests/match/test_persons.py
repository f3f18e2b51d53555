"""Persons that one side counts together and the other one by one are to be looked at, no other number."""

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


@pytest.mark.parametrize(
    ("ours", "one", "theirs", "other"),
    [
        ("A man and two women were hurt.", "en", "Пострадали три человека.", "ru"),
        ("Deux femmes et un homme furent blessés.", "fr", "Drei Menschen wurden verletzt.", "de"),
        ("Постраждали двоє чоловіків і три жінки.", "uk", "Ranne zostało pięć osób.", "pl"),
        ("Un homme et deux enfants sont morts.", "fr", "Погибли трое.", "ru"),
        ("A man and two women were hurt.", "en", "Drei weitere Personen wurden verletzt.", "de"),
        ("Un niño y dos mujeres resultaron heridos.", "es", "Tre persone rimasero ferite.", "it"),
    ],
)
def test_a_sum_of_persons_accuses_nobody(ours: str, one: str, theirs: str, other: str) -> None:
    for pairs in (unequal(ours, one, theirs, other), unequal(theirs, other, ours, one)):
        assert pairs
        assert not any(found for _, found in pairs)


@pytest.mark.parametrize(
    ("ours", "one", "theirs", "other"),
    [
        ("A man and two women were hurt.", "en", "Пострадали четыре человека.", "ru"),
        ("A man and two women were hurt.", "en", "Пострадали мужчина и три женщины.", "ru"),
        ("Un homme et 3 enfants sont morts.", "fr", "Погибли 4 солдата.", "ru"),
        ("Deux soldats et trois civils sont morts.", "fr", "Five soldiers died.", "en"),
        ("Deux femmes furent blessées.", "fr", "Drei Frauen wurden verletzt.", "de"),
        ("Ranne zostały dwie kobiety.", "pl", "Постраждали три жінки.", "uk"),
    ],
)
def test_another_number_of_persons_is_one(ours: str, one: str, theirs: str, other: str) -> None:
    assert any(found for _, found in unequal(ours, one, theirs, other))
