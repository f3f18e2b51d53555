"""Words and phrases that translators put for each other, in whatever form they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from citecheck.match.crosslingual.equivalents import LANGUAGES, equivalent, phrased, rows_of
from citecheck.match.fold import split_words
from tests.match.alike_words import differences_of

SOURCES = sorted((Path(__file__).parents[2] / "benchmarks" / "equivalents").glob("*.tsv"))


def folded(text: str) -> tuple[str, ...]:
    return split_words(text).folded


@pytest.mark.parametrize(
    ("language", "word", "other_language", "other"),
    [
        ("fr", "obtenu", "ru", "достигли"),
        ("fr", "princières", "ru", "княжескими"),
        ("en", "watches", "ru", "часов"),
        ("be", "кнігамі", "it", "libro"),
        ("be", "пісьменнікаў", "ru", "писатель"),
        ("be", "напісаў", "en", "wrote"),
        ("de", "Festungen", "uk", "фортеці"),
        ("pl", "uprawnień", "es", "autorización"),
    ],
)
def test_forms_of_equivalents_are_known(language: str, word: str, other_language: str, other: str) -> None:
    assert equivalent(*folded(word), *folded(other), language, other_language)


@pytest.mark.parametrize(
    ("language", "word", "other_language", "other"),
    [
        ("fr", "théâtre", "ru", "оперу"),
        ("en", "bought", "de", "verkaufte"),
        ("fr", "vache", "pl", "owca"),
        ("ru", "министр", "it", "governatore"),
        ("es", "oro", "uk", "срібло"),
        ("fr", "détruit", "ru", "повредил"),
        ("en", "minister", "ru", "замминистра"),
        ("en", "gas", "uk", "нафтогазовий"),
        ("en", "vodka", "ru", "коньяк"),
        ("en", "island", "fr", "rivière"),
        ("en", "party", "fr", "chef"),
        ("fr", "commandant", "de", "Major"),
        ("en", "university", "ru", "колледж"),
        ("fr", "vendu", "fr", "vente"),
        ("fr", "vendu", "ja", "vente"),
    ],
)
def test_others_of_a_class_and_opposites_are_not(
    language: str, word: str, other_language: str, other: str
) -> None:
    assert not any(equivalent(one, *folded(other), language, other_language) for one in folded(word))


@pytest.mark.parametrize(
    ("quote", "page", "language"),
    [
        ("La tempête a détruit les toits de quarante maisons.", "Шторм повредил крыши сорока домов.", "ru"),
        ("Le préfet a définitivement fermé le marché.", "Префект временно закрыл рынок.", "ru"),
        (
            "Les vétérinaires ont décelé la tuberculose à la ferme.",
            "Ветеринары обнаружили на ферме бешенство.",
            "ru",
        ),
        (
            "La police a saisi un fusil chez le taxi.",
            "Die Polizei beschlagnahmte eine Pistole bei dem Taxi.",
            "de",
        ),
        ("Le musée a acheté un tableau du sculpteur.", "The museum bought a drawing by the sculptor.", "en"),
    ],
)
def test_another_degree_or_thing_of_a_class_is_a_difference(quote: str, page: str, language: str) -> None:
    assert differences_of(quote, page, language=language)


@pytest.mark.parametrize(
    ("ours", "theirs", "language"),
    [
        ("Le voleur a pris la fuite.", "Вор скрылся.", "ru"),
        ("L'usine a été mise en service.", "Завод сдан в эксплуатацию.", "ru"),
        ("Un poids lourd a bloqué le pont.", "Грузовик перекрыл мост.", "ru"),
    ],
)
def test_a_phrase_answers_a_word_or_another_phrase(ours: str, theirs: str, language: str) -> None:
    assert list(phrased(folded(ours), folded(theirs), "fr", language))
    assert differences_of(ours, theirs, language=language) == []


def test_words_far_apart_are_no_phrase() -> None:
    ours = folded("Le voleur a pris le train pour Milan au matin du jour de sa grande fuite.")
    assert list(phrased(ours, folded("Вор скрылся."), "fr", "ru")) == []


@pytest.mark.parametrize(
    ("once", "twice", "language", "theirs", "other"),
    [
        ("Il reste peu de place.", "La place manque peu à peu.", "fr", "Постепенно места не осталось.", "ru"),
        ("Друг пришёл домой.", "Они помогали друг другу.", "ru", "They helped each other.", "en"),
    ],
)
def test_a_word_alone_is_no_phrase_that_has_it_twice(
    once: str, twice: str, language: str, theirs: str, other: str
) -> None:
    assert list(phrased(folded(once), folded(theirs), language, other)) == []
    assert list(phrased(folded(twice), folded(theirs), language, other))


def test_every_row_is_fit_and_found() -> None:
    lines = [line.split("\t") for path in SOURCES for line in path.read_text("utf-8").splitlines()]
    assert len(lines) > 10_000
    assert [line for line in lines if len(line) != len(LANGUAGES) + 1 or line[0] not in "npva"] == []
    for cells in lines[::97]:
        for language, cell in zip(LANGUAGES, cells[1:], strict=True):
            missing = [word for word in cell.split() if "_" not in word and len(folded(word)) == 1]
            assert [word for word in missing if not rows_of(*folded(word), language)] == []
