"""A measure put into other units is to be looked at, and one that does not agree is another number."""

from __future__ import annotations

import pytest

from citecheck.match.crosslingual.agreement import Agreement, agreement
from citecheck.match.crosslingual.compared import Compared
from citecheck.match.crosslingual.terms import terms_of
from citecheck.match.rules import rules_for
from citecheck.model import Difference, DifferenceKind

NOTHING = Compared((), ())


def compared(ours: str, one: str, theirs: str, other: str) -> Agreement:
    here = terms_of(theirs, rules_for(other))
    return agreement(terms_of(ours, rules_for(one)), here, here, NOTHING, theirs)


SAME = [
    ("about 50 miles", "en", "около 80 км", "ru"),
    ("80 kilomètres", "fr", "50 miles", "en"),
    ("400 Hektar", "de", "1,000 acres", "en"),
    ("100 degrees Fahrenheit", "en", "38 grados", "es"),
    ("68 °F", "en", "20 °C", "pl"),
    ("200 pounds", "en", "90 chili", "it"),
    ("100 квадратних кілометрів", "uk", "39 square miles", "en"),
    ("91 метр", "be", "300 feet", "en"),
    ("20 nautical miles", "en", "37 км", "ru"),
    ("5 gallons", "en", "19 litres", "fr"),
    ("10 gallons", "en", "45 litrów", "pl"),
    ("60 mph", "en", "97 km/h", "de"),
    ("1.5 million acres", "en", "600 000 hectares", "fr"),
    ("200 вёрст", "ru", "213 Kilometer", "de"),
    ("six feet", "en", "1,83 m", "it"),
    ("winds of 85 mph", "en", "ветер 135 км/ч", "ru"),
    ("a 6-foot-6 player", "en", "un joueur de 1,98 m", "fr"),
    ("6 футів і 6 дюймів", "uk", "1,98 metros", "es"),
    ("1 м 82 см", "ru", "six feet", "en"),
]


@pytest.mark.parametrize(("ours", "one", "theirs", "other"), SAME)
def test_a_measure_in_two_units_is_shown_and_accuses_nobody(
    ours: str, one: str, theirs: str, other: str
) -> None:
    for got in (compared(ours, one, theirs, other), compared(theirs, other, ours, one)):
        assert len(got.converted) == 1
        assert got.converted[0].kind is DifferenceKind.NUMBER
        assert all((got.converted[0].quoted, got.converted[0].found))
        assert not got.number_differs


def test_both_values_are_shown_with_their_units() -> None:
    got = compared("about 50 miles", "en", "около 80 км", "ru")
    assert got.differences == (Difference(DifferenceKind.NUMBER, "50 miles", "80 км"),)


@pytest.mark.parametrize(
    ("ours", "one", "theirs", "other"),
    [
        ("about 50 miles", "en", "около 95 км", "ru"),
        ("50 Meilen", "de", "150 kilomètres", "fr"),
        ("200 pounds", "en", "120 chili", "it"),
        ("68 °F", "en", "30 °C", "pl"),
        ("50 miles", "en", "80 кг", "ru"),
        ("50 km", "fr", "80 км", "ru"),
        ("50 dollars", "en", "80 рублей", "ru"),
        ("39 square miles", "en", "390 км", "uk"),
    ],
)
def test_another_measure_is_another_number(ours: str, one: str, theirs: str, other: str) -> None:
    got = compared(ours, one, theirs, other)
    assert got.number_differs
    assert not got.converted


@pytest.mark.parametrize(
    ("ours", "one", "theirs", "other"),
    [
        ("1 to 4 inches of rain", "en", "от 2,5 до 10 см дождя", "ru"),
        ("de 5 à 8 cm par heure", "fr", "2 to 3 inches an hour", "en"),
        ("ад 1 да 4 цаляў", "be", "2,54–10,2 centimetri", "it"),
    ],
)
def test_the_unit_of_two_numbers_stands_once(ours: str, one: str, theirs: str, other: str) -> None:
    got = compared(ours, one, theirs, other)
    assert len(got.converted) == 2
    assert not got.number_differs


def test_a_measure_in_two_parts_is_one_number() -> None:
    assert compared("un homme de 1,82 m", "fr", "человек ростом 1 м 82 см", "ru").differences == ()
    assert compared("un homme de 1,92 m", "fr", "человек ростом 1 м 82 см", "ru").number_differs


@pytest.mark.parametrize(
    ("ours", "one", "theirs", "other", "quoted", "found"),
    [
        ("about 50 miles", "en", "около 50 км", "ru", "50 miles", "50 км"),
        ("200 pounds", "en", "200 chili", "it", "200 pounds", "200 chili"),
        ("30 Hektar", "de", "30 акрів", "uk", "30 Hektar", "30 акрів"),
    ],
)
def test_one_number_of_two_units_is_no_one_measure(
    ours: str, one: str, theirs: str, other: str, quoted: str, found: str
) -> None:
    got = compared(ours, one, theirs, other)
    assert got.differences == (Difference(DifferenceKind.WORD, quoted, found),)


def test_one_number_converted_hides_no_other_one() -> None:
    got = compared("50 miles and 12 ships", "en", "80 км и 14 судов", "ru")
    assert got.converted == (Difference(DifferenceKind.NUMBER, "50 miles", "80 км"),)
    assert got.number_differs
