"""Values that two languages tell in other units, halves, parts and sums."""

from __future__ import annotations

import pytest

from citecheck.match.crosslingual.agreement import agreement
from citecheck.match.crosslingual.alike import Likeness
from citecheck.match.crosslingual.compared import compare_words
from citecheck.match.crosslingual.terms import terms_of
from citecheck.match.crosslingual.wording import wording_of
from citecheck.match.rules import rules_for
from tests.match.alike_words import MOST_WORDS


def differences(ours: str, one: str, theirs: str, other: str) -> list[tuple[str, str]]:
    sides = [(ours, rules_for(one)), (theirs, rules_for(other))]
    mine, here = (terms_of(*side) for side in sides)
    said, found = (wording_of(*side) for side in sides)
    likeness = Likeness([[0.5] * MOST_WORDS for _ in range(MOST_WORDS)], (one, other))
    words = compare_words(said, found, found.terms, likeness)
    told = agreement(mine, here, here, words, theirs).differences
    return [(difference.quoted, difference.found) for difference in told]


SAME = [
    # a half is no word of its own beside the same amount
    ("The flight lasted two and a half hours.", "en", "Полёт продолжался 2 часа 30 минут.", "ru"),
    ("The train was half an hour late.", "en", "Поїзд запізнився на пів години.", "uk"),
    ("Umowa obowiązuje pół roku.", "pl", "Le contrat est valable six mois.", "fr"),
    ("La reunión duró hora y media.", "es", "Die Sitzung dauerte 90 Minuten.", "de"),
    ("La finca mide 3 hectáreas.", "es", "Majątek mierzy 30 000 metrów kwadratowych.", "pl"),
    ("A tonne and a half of coal was stolen.", "en", "Было похищено полторы тонны угля.", "ru"),
    ("Das Paket wiegt 500 Gramm.", "de", "Paczka waży pół kilograma.", "pl"),
    # a week or two counted in days, parts in percent, all of whom some are told one by one
    ("The siege lasted two weeks.", "en", "Le siège a duré quinze jours.", "fr"),
    ("Ein Viertel der Fläche ist Wald.", "de", "25 percent of the area is forest.", "en"),
    ("Un tiers des maisons a brûlé.", "fr", "33 процента домов сгорели.", "ru"),
    ("Half of the houses were destroyed.", "en", "El 50 % de las casas fue destruido.", "es"),
    (
        "Cinq personnes ont été arrêtées, deux hommes et trois femmes.",
        "fr",
        "Two men and three women were arrested.",
        "en",
    ),
    # a quarter to six
    ("It was a quarter to six.", "en", "Было без четверти шесть.", "ru"),
    ("Сейчас половина одиннадцатого.", "ru", "It is half past ten.", "en"),
]
OTHER = [
    ("The train was half an hour late.", "en", "Le train avait une heure de retard.", "fr"),
    ("Der Zug hatte eine Stunde Verspätung.", "de", "Поїзд запізнився на пів години.", "uk"),
    ("Die Sitzung dauerte eine halbe Stunde.", "de", "La riunione durò un'ora e mezza.", "it"),
    ("A tonne and a half of coal was stolen.", "en", "On a volé une tonne de charbon.", "fr"),
    ("Il terreno misura due ettari.", "it", "Le terrain mesure 2 000 mètres carrés.", "fr"),
    ("Das Grundstück misst 20 000 Quadratmeter.", "de", "Участок измеряется 20 километрами.", "ru"),
    ("Le siège a duré quinze jours.", "fr", "The siege lasted three weeks.", "en"),
    ("Ein Viertel der Fläche ist Wald.", "de", "20 percent of the area is forest.", "en"),
    (
        "Cinq personnes ont été arrêtées, deux hommes et trois femmes.",
        "fr",
        "Two men and four women were arrested.",
        "en",
    ),
    ("It was a quarter to six.", "en", "Было четверть шестого.", "ru"),
]


@pytest.mark.parametrize(("ours", "one", "theirs", "other"), SAME)
def test_one_value_told_in_two_ways_is_one(ours: str, one: str, theirs: str, other: str) -> None:
    assert differences(ours, one, theirs, other) == []
    assert differences(theirs, other, ours, one) == []


@pytest.mark.parametrize(("ours", "one", "theirs", "other"), OTHER)
def test_another_value_is_seen(ours: str, one: str, theirs: str, other: str) -> None:
    assert differences(ours, one, theirs, other) != []
    assert differences(theirs, other, ours, one) != []
