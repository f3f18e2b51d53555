"""The country of a currency is part of the unit: the same money with and without it, another one is not."""

from __future__ import annotations

import pytest

from citecheck.match.crosslingual.agreement import agreement
from citecheck.match.crosslingual.compared import Compared
from citecheck.match.crosslingual.terms import terms_of
from citecheck.match.crosslingual.wording import wording_of
from citecheck.match.rules import rules_for


def differences(ours: str, one: str, theirs: str, other: str) -> list[tuple[str, str, str]]:
    here = terms_of(theirs, rules_for(other))
    got = agreement(terms_of(ours, rules_for(one)), here, here, Compared((), ()), theirs)
    return [(str(found.kind), found.quoted, found.found) for found in got.differences]


def left_over(text: str, code: str) -> list[str]:
    return [term.folded for term in wording_of(text, rules_for(code)).terms]


SAME = [
    ("It cost 5 million US dollars.", "en", "Это стоило 5 млн долларов.", "ru"),
    ("It cost $5 million.", "en", "Это стоило 5 миллионов долларов США.", "ru"),
    ("Cela coûta 300 dollars américains.", "fr", "Es kostete 300 US-Dollar.", "de"),
    ("Kosztowało to 300 dolarów amerykańskich.", "pl", "It cost US$300.", "en"),
    ("It cost 300 British pounds.", "en", "Cela coûta 300 livres sterling.", "fr"),
    ("It cost £300.", "en", "Es kostete 300 britische Pfund.", "de"),
    ("Es kostete 300 Schweizer Franken.", "de", "Costò 300 CHF.", "it"),
    ("Kosztowało to 300 zł.", "pl", "Це коштувало 300 польських злотих.", "uk"),
    ("Каштавала 300 беларускіх рублёў.", "be", "It cost 300 BYN.", "en"),
    ("Каштавала 300 бел. руб.", "be", "Это стоило 300 рублей.", "ru"),
    ("Это стоило 300 долл. США.", "ru", "Costó 300 dólares.", "es"),
    ("It cost 300 Kč.", "en", "Es kostete 300 tschechische Kronen.", "de"),
    ("Це коштувало 300 грн.", "uk", "It cost 300 UAH.", "en"),
]


@pytest.mark.parametrize(("ours", "one", "theirs", "other"), SAME)
def test_the_country_of_a_currency_may_be_left_out(ours: str, one: str, theirs: str, other: str) -> None:
    assert differences(ours, one, theirs, other) == []
    assert differences(theirs, other, ours, one) == []


@pytest.mark.parametrize(
    ("ours", "one", "theirs", "other", "quoted", "found"),
    [
        (
            "It cost 300 Australian dollars.",
            "en",
            "Это стоило 300 долларов США.",
            "ru",
            "300 Australian dollars",
            "300 долларов США",
        ),
        ("Es kostete 300 CHF.", "de", "Costò 300 franchi belgi.", "it", "CHF 300", "300 franchi belgi"),
        ("It cost $300.", "en", "Це коштувало 300 гривень.", "uk", "$300", "300 гривень"),
        ("Kosztowało to 300 USD.", "pl", "Cela coûta 300 dollars canadiens.", "fr", "", ""),
    ],
)
def test_other_money_is_shown(ours: str, one: str, theirs: str, other: str, quoted: str, found: str) -> None:
    got = differences(ours, one, theirs, other)
    assert got
    assert got[0][0] == "name"
    if quoted:
        assert ("name", quoted.replace("CHF 300", "300 CHF"), found) == got[0]


def test_a_country_that_is_no_money_is_a_name_as_before() -> None:
    assert differences("US officers paid 5 dollars.", "en", "Офицеры заплатили 5 долларов.", "ru")
    assert left_over("The firm paid 300 US dollars.", "en") == ["firm", "paid", "dollars"]
    assert "american" in left_over("The American firm paid 300 dollars.", "en")
    assert "try" in left_over("They try 5 ways to pay 300 TRY.", "en")


@pytest.mark.parametrize(
    ("ours", "one", "kept", "theirs", "other", "as_well"),
    [
        (
            "It cost 300 euros, German officials said.",
            "en",
            "german",
            "300 евро, французские чиновники сказали.",
            "ru",
            "французские",
        ),
        (
            "We gave 300 euros to officials.",
            "en",
            "",
            "Мы дали 300 евро немецким чиновникам.",
            "ru",
            "немецким",
        ),
        (
            "We gave 500 US dollars to Russian scientists.",
            "en",
            "russian",
            "Мы дали 500 долларов российским учёным.",
            "ru",
            "россииским",
        ),
        (
            "We gave 500 roubles to Russian scientists.",
            "en",
            "russian",
            "Мы дали 500 рублей российским учёным.",
            "ru",
            "россииским",
        ),
        (
            "They ate 300 pounds of British beef.",
            "en",
            "british",
            "Oddano 500 rubli rosyjskim uczonym.",
            "pl",
            "rosyjskim",
        ),
    ],
)
def test_whose_the_money_is_not_is_kept(
    ours: str, one: str, kept: str, theirs: str, other: str, as_well: str
) -> None:
    assert not kept or kept in left_over(ours, one)
    assert as_well in left_over(theirs, other)


def test_who_gets_money_has_no_currency() -> None:
    ours, theirs = "We gave 500 US dollars to Russian scientists.", "Мы дали 500 долларов российским учёным."
    assert differences(ours, "en", theirs, "ru") == []
    assert differences(theirs, "ru", ours, "en") == []


def test_the_scale_of_a_thermometer_is_no_name() -> None:
    assert differences("100 degrees Celsius", "en", "100 градусов", "ru") == []
