"""How something is said to be in another language, and small words that say nothing of their own."""

from __future__ import annotations

import pytest

from citecheck.match.crosslingual.wording import wording_of
from citecheck.match.rules import rules_for
from tests.match.alike_words import differences_of

LITTLE = 0.45
"""Likeness of an adjective and another one in its place."""


@pytest.mark.parametrize(
    ("language", "ours", "theirs"),
    [
        ("ru", "Nous sommes un pays pauvre, mais digne.", "Мы дикая страна, но достойная."),
        ("it", "Le chanteur apparaît nu dans cette vidéo.", "Nel video il cantante appare freddo."),
        ("de", "Le nouveau navire de guerre a été lancé.", "Das große Kriegsschiff ist vom Stapel gelaufen."),
    ],
)
def test_another_description_is_a_difference(language: str, ours: str, theirs: str) -> None:
    assert differences_of(ours, theirs, LITTLE, language=language)


def test_a_description_in_other_words_is_none_where_both_mean_about_the_same() -> None:
    theirs = "Обломки судна нашли в глубокой воде."
    assert (
        differences_of("L'épave du navire a été trouvée en eau profonde.", theirs, 0.65, language="ru") == []
    )


def test_one_is_not_several() -> None:
    assert differences_of("Il a gagné dans un district.", "Он победил в трёх районах.", language="ru")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "в котором, с которыми, будучи, являлись"),
        ("uk", "такого, їхнього, однією, самою"),
        ("be", "якімі, сваё, нашай, іхняга"),
        ("pl", "jedną, będąc, mający"),
        ("es", "hayan, hacerlo, verla"),
        ("it", "essersi, verranno, averla"),
    ],
)
def test_small_words_need_no_counterpart(language: str, text: str) -> None:
    assert [term.shown for term in wording_of(text, rules_for(language)).terms if not term.loose] == []
