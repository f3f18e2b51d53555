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


CHALLENGED: Said = {
    "en": (
        "The boxer whom the champion had challenged left the tournament.",
        "The boxer who had challenged the champion left the tournament.",
    ),
    "de": (
        "Der Boxer, den der Meister herausgefordert hatte, verließ das Turnier.",
        "Der Boxer, der den Meister herausgefordert hatte, verließ das Turnier.",
    ),
    "es": (
        "El boxeador al que desafió el campeón dejó el torneo.",
        "El boxeador que desafió al campeón dejó el torneo.",
    ),
    "pl": (
        "Bokser, którego wyzwał mistrz, opuścił turniej.",
        "Bokser, który wyzwał mistrza, opuścił turniej.",
    ),
    "fr": (
        "Le boxeur que le champion avait défié quitta le tournoi.",
        "Le boxeur qui avait défié le champion quitta le tournoi.",
    ),
}
PASSIVE: Said = {
    "en": (
        "The boxer whom the champion had challenged left.",
        "The boxer who was challenged by the champion left.",
    ),
    "fr": (
        "Le boxeur que le champion avait défié partit.",
        "Le boxeur qui fut défié par le champion partit.",
    ),
}


@pytest.mark.parametrize(("quoted", "language", "said"), each_with_each(CHALLENGED))
def test_who_does_it_in_a_relative_clause_is_seen(quoted: str, language: str, said: Said) -> None:
    turned = differences_of(said[quoted][0], said[language][1], quoted=quoted, language=language)
    assert turned != []


@pytest.mark.parametrize(("quoted", "language", "said"), each_with_each(CHALLENGED))
def test_the_same_relative_clause_is_no_difference(quoted: str, language: str, said: Said) -> None:
    for mine, there in zip(said[quoted], said[language], strict=True):
        assert differences_of(mine, there, quoted=quoted, language=language) == []


@pytest.mark.parametrize(("quoted", "language", "said"), each_with_each(PASSIVE))
def test_a_passive_in_a_relative_clause_turns_nobody_about(quoted: str, language: str, said: Said) -> None:
    for mine in said[quoted]:
        for there in said[language]:
            assert differences_of(mine, there, quoted=quoted, language=language) == []


HIRED: Said = {  # a thing has one form for both in Slavic languages
    "en": ("The building that the council had rented burned down.",) * 2,
    "be": ("Будынак, які арандаваў савет, згарэў.",) * 2,
    "ru": ("Здание, которое арендовал совет, сгорело.",) * 2,
}


@pytest.mark.parametrize(("quoted", "language", "said"), each_with_each(HIRED))
def test_a_thing_that_undergoes_it_in_a_form_of_both(quoted: str, language: str, said: Said) -> None:
    assert differences_of(said[quoted][0], said[language][0], quoted=quoted, language=language) == []


SAVED: Said = {  # who does it stands last
    "es": ("El niño que salvó el médico recibió una medalla.",) * 2,
    "en": ("The boy whom the doctor saved received a medal.",) * 2,
    "pl": ("Chłopiec, którego uratował lekarz, otrzymał medal.",) * 2,
    "it": ("Il ragazzo che salvò il medico ricevette una medaglia.",) * 2,
}


@pytest.mark.parametrize(("quoted", "language", "said"), each_with_each(SAVED))
def test_who_does_it_may_stand_behind_the_verb(quoted: str, language: str, said: Said) -> None:
    assert differences_of(said[quoted][0], said[language][0], quoted=quoted, language=language) == []
