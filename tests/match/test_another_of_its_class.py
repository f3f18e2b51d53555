"""What is said in another way beside a number or by another ending, and what is another of its class."""

from __future__ import annotations

import pytest

from citecheck.match.crosslingual.senses import senses_of
from citecheck.match.crosslingual.sounds import same_named
from tests.match.alike_words import differences_of
from tests.match.test_figures import unequal

LITTLE, MUCH = 0.45, 0.73
"""Likeness of a word and another one in its place, and of two that are often named together."""


@pytest.mark.parametrize(
    ("language", "ours", "theirs"),
    [
        ("ru", "La moitié des savants a moins de 35 ans.", "Половина учёных в возрасте до 35 лет."),
        ("de", "L'accord est en vigueur depuis 2014.", "Das Abkommen gilt seit 2014."),
        ("ru", "L'accord est en vigueur depuis 2014.", "Соглашение действует с 2014 года."),
        ("en", "En trois ans, la dette a été réduite.", "The debt was reduced over the past three years."),
    ],
)
def test_what_stands_beside_a_number_may_be_said_in_another_way(
    language: str, ours: str, theirs: str
) -> None:
    assert differences_of(ours, theirs, LITTLE, language=language) == []


@pytest.mark.parametrize(
    ("language", "ours", "theirs"),
    [
        ("uk", "Le club a vendu son buteur.", "Клуб продав захисника."),
        ("ru", "L'hôpital a un bâtiment chirurgical.", "В больнице есть инфекционный корпус."),
        ("ru", "Le vice-ministre a visité le musée.", "Министр посетил музей."),
        ("ru", "La production a diminué pendant l'été.", "Зимой производство снизилось."),
        ("ru", "On assemble des chariots élévateurs.", "Здесь собирают электросчётчики."),
    ],
)
def test_another_of_the_same_class_is_a_difference(language: str, ours: str, theirs: str) -> None:
    assert differences_of(ours, theirs, LITTLE, language=language)


def test_things_that_the_table_tells_apart_are_not_one_because_they_are_often_named_together() -> None:
    assert differences_of("Les pêcheurs ont vendu la maison.", "Моряки продали дом.", MUCH, language="ru")


def test_a_short_name_is_not_the_beginning_of_any_long_word() -> None:
    assert not same_named("stary", "строительство")
    assert same_named("brest", "брестская")


def test_seventeen_is_one_number_in_french() -> None:
    assert (
        unequal("dix-sept collectifs de neuf pays", "fr", "семнадцать коллективов из девяти стран", "ru")
        == []
    )


def test_added_rows_hide_no_sense_of_a_word() -> None:
    found = senses_of("заключенного", "ru")
    assert found & senses_of("prisoner", "en")
    assert found & senses_of("concluded", "en")
