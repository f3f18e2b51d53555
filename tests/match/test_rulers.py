"""Names of rulers, popes, saints and churches, each language's own; other people keep theirs."""

from __future__ import annotations

import pytest

from citecheck.match.crosslingual.agreement import agreement
from citecheck.match.crosslingual.alike import Likeness
from citecheck.match.crosslingual.compared import compare_words
from citecheck.match.crosslingual.terms import terms_of
from citecheck.match.crosslingual.wording import wording_of
from citecheck.match.rules import rules_for


def names_differ(ours: str, one: str, theirs: str, other: str) -> list[tuple[str, str]]:
    """Names without a counterpart, and words that are left over with a capital."""
    mine, there = rules_for(one), rules_for(other)
    wording = wording_of(theirs, there)
    words = compare_words(wording_of(ours, mine), wording, wording.terms, Likeness([], (one, other)))
    here = terms_of(theirs, there)
    got = agreement(terms_of(ours, mine), here, here, words, theirs)
    return [(found.quoted, found.found) for found in got.differences if str(found.kind) == "name"]


SAME = [
    ("King Louis XIV moved the court.", "en", "Король Людовик XIV перевёл двор.", "ru"),
    ("Le roi Guillaume II ouvrit le canal.", "fr", "König Wilhelm II. eröffnete den Kanal.", "de"),
    ("Papa Giovanni Paolo II visitò la città.", "it", "Папа Иоанн Павел II посетил город.", "ru"),
    ("Carlos V conquistó la ciudad.", "es", "Karl V. eroberte die Stadt.", "de"),
    ("Frédéric le Grand fit bâtir le palais.", "fr", "Фрідріх Великий збудував палац.", "uk"),
    ("Król Kazimierz IV nadał miastu prawa.", "pl", "Кароль Казімір IV даў гораду правы.", "be"),
    ("Enrique VIII mandó cerrar el convento.", "es", "Генрих VIII велел закрыть монастырь.", "ru"),
    ("Papst Pius IX. schrieb den Brief.", "de", "Папа Пий IX написал письмо.", "ru"),
    ("Queen Elizabeth II came in May.", "en", "La reina Isabel II vino en mayo.", "es"),
    ("San Giorgio uccise il drago.", "it", "Święty Jerzy zabił smoka.", "pl"),
    ("The Church of St Nicholas was rebuilt.", "en", "Никольская церковь была восстановлена.", "ru"),
    ("L'église de la Transfiguration brûla.", "fr", "Преображенська церква згоріла.", "uk"),
    ("The Cathedral of the Dormition burned.", "en", "Успенский собор сгорел.", "ru"),
    ("Die Dreifaltigkeitskirche brannte.", "de", "Троицкая церковь горела.", "ru"),
    ("Kościół Zwiastowania spłonął.", "pl", "The Church of the Annunciation burned.", "en"),
    ("Then Queen Elizabeth II came.", "en", "Тогда королева Елизавета Вторая приехала.", "ru"),
    ("Dann kam König Ludwig der Vierzehnte.", "de", "Тогда приехал Людовик XIV.", "ru"),
    ("He fought in World War II.", "en", "Он воевал на Второй мировой войне.", "ru"),
    ("Then King Louis XIV came.", "en", "Тогда приехал к нам король Людовик Четырнадцатый.", "ru"),
    ("Then Pope John Paul II came.", "en", "Тоді приїхав папа Іван Павло Другий.", "uk"),
    ("La cattedrale di Santa Sofia bruciò.", "it", "Софійський собор згорів.", "uk"),
]


@pytest.mark.parametrize(("ours", "one", "theirs", "other"), SAME)
def test_each_language_has_its_own_form(ours: str, one: str, theirs: str, other: str) -> None:
    assert names_differ(ours, one, theirs, other) == []
    assert names_differ(theirs, other, ours, one) == []


@pytest.mark.parametrize(
    ("ours", "one", "theirs", "other"),
    [
        ("King Louis XIV moved the court.", "en", "Король Карл XIV перевёл двор.", "ru"),
        ("Le roi Guillaume II ouvrit le canal.", "fr", "König Friedrich II. eröffnete den Kanal.", "de"),
        ("Papa Giovanni XXIII visitò la città.", "it", "Папа Пий XXIII посетил город.", "ru"),
        ("Tam król Zygmunt III ufundował szkołę.", "pl", "Там кароль Уладзіслаў III заснаваў школу.", "be"),
        ("Elizabeth II came with 2 dogs.", "en", "Елизавета I приехала с 2 собаками.", "ru"),
        ("Charles II reigned 2 years.", "en", "Charles V régna 2 ans.", "fr"),
        ("Guillaume Dubois ouvrit une usine.", "fr", "Вильгельм Дюбуа открыл завод.", "ru"),
        ("Then Henry Miller opened a mill.", "en", "Luego Enrique Miller abrió un molino.", "es"),
        ("Qui Giovanni Rossi aprì una fabbrica.", "it", "Тут Иоанн Росси открыл завод.", "ru"),
        ("Mr Nativity opened a shop.", "en", "Пан Різдвяний відкрив крамницю.", "uk"),
    ],
)
def test_another_ruler_and_other_people_are_others(ours: str, one: str, theirs: str, other: str) -> None:
    assert names_differ(ours, one, theirs, other)
