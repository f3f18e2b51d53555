"""Statements that say every word of a quotation, of which two have changed partners or places: whose it is,
what it is like, what came from where."""

from __future__ import annotations

import pytest

from tests.match.alike_words import Said, differences_of, each_with_each

WHOSE: Said = {
    "en": (
        "The painter's sister sold the garden of the notary to a merchant.",
        "The notary's sister sold the garden of the painter to a merchant.",
    ),
    "fr": (
        "La sœur du peintre vendit à un marchand le jardin du notaire.",
        "La sœur du notaire vendit à un marchand le jardin du peintre.",
    ),
    "ru": (
        "Сестра художника продала торговцу сад нотариуса.",
        "Сестра нотариуса продала торговцу сад художника.",
    ),
    "pl": (
        "Siostra malarza sprzedała kupcowi ogród notariusza.",
        "Siostra notariusza sprzedała kupcowi ogród malarza.",
    ),
}
LIKE_WHAT: Said = {
    "en": (
        "The sick colonel handed over the fortress to a healthy lieutenant.",
        "The healthy colonel handed over the fortress to a sick lieutenant.",
    ),
    "de": (
        "Der kranke Oberst übergab die Festung einem gesunden Leutnant.",
        "Der gesunde Oberst übergab die Festung einem kranken Leutnant.",
    ),
    "ru": (
        "Больной полковник передал крепость здоровому лейтенанту.",
        "Здоровый полковник передал крепость больному лейтенанту.",
    ),
}
FROM_WHERE: Said = {
    "de": (
        "Das Schiff brachte Weizen aus Odessa und Kohle aus Cardiff in den Hafen.",
        "Das Schiff brachte Kohle aus Odessa und Weizen aus Cardiff in den Hafen.",
    ),
    "fr": (
        "Le navire apporta au port du blé d'Odessa et du charbon de Cardiff.",
        "Le navire apporta au port du charbon d'Odessa et du blé de Cardiff.",
    ),
    "es": (
        "El barco llevó al puerto trigo de Odesa y carbón de Cardiff.",
        "El barco llevó al puerto carbón de Odesa y trigo de Cardiff.",
    ),
}


@pytest.mark.parametrize(("quoted", "language", "said"), each_with_each(WHOSE, LIKE_WHAT, FROM_WHERE))
def test_other_partners_are_seen(quoted: str, language: str, said: Said) -> None:
    exchanged = differences_of(said[quoted][0], said[language][1], quoted=quoted, language=language)
    assert exchanged != []


@pytest.mark.parametrize(("quoted", "language", "said"), each_with_each(WHOSE, LIKE_WHAT, FROM_WHERE))
def test_the_same_partners_are_no_difference(quoted: str, language: str, said: Said) -> None:
    for mine, there in zip(said[quoted], said[language], strict=True):
        assert differences_of(mine, there, quoted=quoted, language=language) == []


@pytest.mark.parametrize(
    ("mine", "quoted", "there", "language"),
    [
        (
            "The painter's sister sold the garden of the notary to a merchant.",
            "en",
            "Сад нотариуса торговцу продала сестра художника.",
            "ru",
        ),
        (
            "Das Schiff brachte Weizen aus Odessa und Kohle aus Cardiff in den Hafen.",
            "de",
            "Le navire apporta au port du charbon de Cardiff et du blé d'Odessa.",
            "fr",
        ),
        (
            "The widow's house was bought by the director's brother.",
            "en",
            "Der Bruder des Direktors kaufte das Haus der Witwe.",
            "de",
        ),
    ],
)
def test_phrases_that_moved_as_a_whole_are_no_difference(
    mine: str, quoted: str, there: str, language: str
) -> None:
    assert differences_of(mine, there, quoted=quoted, language=language) == []
