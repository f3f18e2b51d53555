"""One thing put for another in a statement of which all else is said, and numbers of other things."""

from __future__ import annotations

from functools import partial

import pytest

from citecheck.match.crosslingual.figures import figures_of
from citecheck.match.crosslingual.lexicon import lexicon_for
from citecheck.match.crosslingual.unequal import unequal_figures
from citecheck.match.quoted import without_note_numbers
from citecheck.match.rules import rules_for
from tests.match.alike_words import differences_of

RADAR = (
    "La station radar mobile est capable de détecter des drones à une distance de 40 kilomètres, même par "
    "mauvais temps."
)
DETECTED = (
    "Мобильная радиолокационная станция способна обнаруживать {} на расстоянии 40 километров даже в плохую "
    "погоду."
)
THEATRE = (
    "Le théâtre a été fermé pour rénovation, et la restauration de la scène a été financée par des mécènes."
)
MONKS = "Aujourd'hui 46 moines vivent dans le monastère, alors qu'ils n'étaient que cinq il y a vingt ans."


differences = partial(differences_of, language="ru")


@pytest.mark.parametrize(
    ("ours", "theirs", "exchanged"),
    [
        (
            RADAR,
            DETECTED,
            ("дроны", "вертолёты"),
        ),
        (
            THEATRE,
            "Театр был закрыт на ремонт, а реставрацию {} профинансировали меценаты.",
            ("сцены", "фасада"),
        ),
        (
            "La compagnie a achevé la réparation de lignes électriques et remplacé trente transformateurs.",
            "Компания завершила ремонт линий электропередачи и заменила тридцать {}.",
            ("трансформаторов", "счётчиков"),
        ),
    ],
)
def test_one_thing_for_another_is_seen_in_a_long_statement(
    ours: str, theirs: str, exchanged: tuple[str, str]
) -> None:
    said, other = exchanged
    assert differences(ours, theirs.format(said)) == []
    assert any(found == other for _, found in differences(ours, theirs.format(other)))


def test_numbers_that_change_their_times_are_seen() -> None:
    said = "Сегодня в монастыре живут 46 монахов, тогда как двадцать лет назад их было всего пятеро."
    turned = "Двадцать лет назад в монастыре жили 46 монахов, тогда как сегодня их всего пятеро."
    assert differences(MONKS, said) == []
    assert differences(MONKS, turned)


def test_three_times_is_said_with_its_number() -> None:
    said = "Концентрация превышала норму в три раза."
    assert differences("La concentration dépassait de trois fois la norme.", said) == []


def test_another_ordinal_than_the_second_is_another_number() -> None:
    one, other = (
        figures_of(text, lexicon_for(code), rules_for(code))
        for code, text in (("fr", "au deuxième trimestre"), ("ru", "в четвёртом квартале"))
    )
    assert unequal_figures(one, other, other)


@pytest.mark.parametrize(
    ("raw", "left"),
    [
        ("avant le 1er septembre", "avant le 1er septembre"),
        ("la 3ème école à 30km", "la 3ème école à 30km"),
        ("année. 22Le solde", "année.   Le solde"),
    ],
)
def test_ordinals_are_no_note_numbers(raw: str, left: str) -> None:
    assert without_note_numbers(raw) == left
