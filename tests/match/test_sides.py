"""Words for a side of an opposition, and words that are none though they begin or are written like one."""

from __future__ import annotations

from functools import partial

import pytest

from citecheck.match.crosslingual.senses import senses, senses_of
from tests.match.alike_words import differences_of

FISHERMEN = "Les pêcheurs liés à la coopérative vendent le poisson au marché."


differences = partial(differences_of, language="en")


@pytest.mark.parametrize(
    ("language", "word", "side"),
    [
        ("fr", "vent", "sell"),
        ("fr", "final", "stop"),
        ("fr", "mettre", "stop"),
        ("fr", "force", "necessary"),
        ("fr", "maintenir", "numerous"),
        ("es", "sala", "leave"),
        ("es", "parte", "leave"),
        ("es", "todavia", "all"),
        ("es", "pared", "stop"),
        ("es", "planta", "plant"),
        ("it", "parte", "leave"),
        ("it", "partita", "leave"),
        ("it", "chiesa", "demand"),
        ("it", "successo", "after"),
        ("it", "accesso", "enable"),
        ("it", "stragrande", "kill"),
        ("de", "bestellen", "good"),
        ("de", "gelobt", "promise"),
        ("de", "teil", "some"),
        ("ru", "надеть", "hope"),
        ("ru", "посетить", "plant"),
        ("pl", "stał", "always"),
    ],
)
def test_words_that_begin_like_a_side_are_none(language: str, word: str, side: str) -> None:
    shared = senses_of(word, language) & senses_of(side, "en")
    assert [row for row in shared if senses()[row].sides or senses()[row].weighs] == []


@pytest.mark.parametrize(
    ("language", "word", "side"),
    [
        ("fr", "ventes", "sell"),
        ("fr", "finissent", "stop"),
        ("fr", "partirent", "leave"),
        ("es", "salieron", "leave"),
        ("es", "todas", "all"),
        ("es", "pararon", "stop"),
        ("it", "partirono", "leave"),
        ("it", "chiesto", "demand"),
        ("it", "successiva", "after"),
        ("de", "besten", "good"),
        ("ru", "надеется", "hope"),
        ("ru", "посеяли", "plant"),
        ("pl", "stale", "always"),
    ],
)
def test_forms_of_a_side_are_known(language: str, word: str, side: str) -> None:
    assert senses_of(word, language) & senses_of(side, "en")


def test_a_word_that_may_be_a_side_stands_for_no_thing() -> None:
    said = "The fishermen of the cooperative sell the fish at the market by contract."
    assert differences(FISHERMEN, said) == []


def test_the_other_side_speaks_against_it() -> None:
    assert differences(FISHERMEN, "Fishermen unrelated to the cooperative sell the fish at the market.")


def test_an_action_speaks_against_a_word_that_may_be_a_side() -> None:
    assert differences(FISHERMEN, "The fishermen left the cooperative and sell the fish at the market.")
