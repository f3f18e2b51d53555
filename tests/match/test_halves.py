"""Halves behind a number, single thousands and millions, decades in words and cases of months, as values."""

from __future__ import annotations

import pytest

from citecheck.match.crosslingual.figures import figures_of
from citecheck.match.crosslingual.lexicon import lexicon_for
from citecheck.match.crosslingual.terms import met_name, terms_of
from citecheck.match.crosslingual.unequal import unequal_figures
from citecheck.match.rules import rules_for


def unequal(ours: str, one: str, theirs: str, other: str) -> list[tuple[str, str]]:
    mine = figures_of(ours, lexicon_for(one), rules_for(one))
    found = figures_of(theirs, lexicon_for(other), rules_for(other))
    return unequal_figures(mine, found, found)


SAME = [
    ("deux ans et demi", "fr", "два с половиной года", "ru"),
    ("two and a half years", "en", "2,5 года", "ru"),
    ("zweieinhalb Jahre", "de", "dwa i pół roku", "pl"),
    ("два з половиною роки", "uk", "dos años y medio", "es"),
    ("due anni e mezzo", "it", "два з паловай гады", "be"),
    ("un million et demi de voix", "fr", "anderthalb Millionen Stimmen", "de"),
    ("two and a half million votes", "en", "2,5 млн голосов", "ru"),
    ("deux heures et demie de route", "fr", "два с половиной часа пути", "ru"),
    ("1,000 people", "en", "более тысячи человек", "ru"),
    ("1000 osób", "pl", "mille personnes", "fr"),
    ("a million votes", "en", "1 000 000 голосів", "uk"),
    ("in the sixties", "en", "в 1960-х годах", "ru"),
    ("en los 80", "es", "in the 1980s", "en"),
    ("in den siebziger Jahren", "de", "dans les années 1970", "fr"),
    ("between January and March", "en", "между январём и мартом", "ru"),
    ("w porównaniu z marcem", "pl", "порівняно з березнем", "uk"),
    ("к июню", "ru", "d'ici juin", "fr"),
]


@pytest.mark.parametrize(("ours", "one", "theirs", "other"), SAME)
def test_one_value_is_no_difference_either_way(ours: str, one: str, theirs: str, other: str) -> None:
    assert unequal(ours, one, theirs, other) == []
    assert unequal(theirs, other, ours, one) == []


@pytest.mark.parametrize(
    ("ours", "one", "theirs", "other"),
    [
        ("deux ans et demi", "fr", "три с половиной года", "ru"),
        ("deux ans et demi", "fr", "два года", "ru"),
        ("un million et demi de voix", "fr", "2,5 Millionen Stimmen", "de"),
        ("1,000 people", "en", "более двух тысяч человек", "ru"),
        ("en los 80", "es", "in the 1970s", "en"),
        ("in the sixties", "en", "в 1970-х годах", "ru"),
        ("in the sixties", "en", "in den siebziger Jahren", "de"),
        ("a thousand people", "en", "миллион человек", "ru"),
        ("mille personnes", "fr", "eine Million Menschen", "de"),
        ("between January and March", "en", "между январём и маем", "ru"),
        ("порівняно з березнем", "uk", "w porównaniu z majem", "pl"),
    ],
)
def test_another_value_is_one(ours: str, one: str, theirs: str, other: str) -> None:
    assert any(found for _, found in unequal(ours, one, theirs, other))


def test_many_thousands_are_not_one() -> None:
    assert unequal("1,000 people left", "en", "тысячи людей уехали", "ru") == [("1,000", "")]


@pytest.mark.parametrize(
    ("ours", "one", "theirs", "other", "met"),
    [
        ("Leur roi fut Mojmír Ier le Pieux.", "fr", "Ihr König war Mojmír I. der Fromme.", "de", True),
        ("Là régna Nicolas Ier le Grand.", "fr", "Там правил Николай Первый Великий.", "ru", True),
        ("Là régna Catherine II la Grande.", "fr", "Там правила Екатерина III Великая.", "ru", False),
    ],
)
def test_the_number_of_a_ruler_may_be_a_word(ours: str, one: str, theirs: str, other: str, met: bool) -> None:
    there = terms_of(theirs, rules_for(other))
    number = next(name for name in terms_of(ours, rules_for(one)).names if name.number)
    assert (met_name(number, there) is not None) is met
