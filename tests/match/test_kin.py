"""Senses that translators put for each other, and what is never near."""

from __future__ import annotations

import pytest

from citecheck.match.crosslingual.kin import are_near, named_pairs, near, rows_named, written
from citecheck.match.crosslingual.senses import senses, senses_of
from citecheck.match.fold import split_words


def test_every_row_that_is_written_down_is_in_the_table() -> None:
    names = {name for one, others in named_pairs() for name in (one, *others)}
    assert len(names) > 2000
    assert [name for name in sorted(names) if not rows_named(name)] == []


def test_what_is_near_neither_opposes_nor_tells_a_time() -> None:
    pairs = [(one, other) for one, others in near().items() for other in others]
    assert [(one, other) for one, other in pairs if senses()[one].opposed & senses()[other].sides] == []
    assert [one for one, _ in pairs if senses()[one].kind in "xtm"] == []
    assert [one for one, other in written() if one == other] == []


@pytest.mark.parametrize(
    ("language", "word", "other_language", "other"),
    [
        ("fr", "annoncé", "en", "presented"),
        ("ru", "запустили", "es", "inauguró"),
        ("de", "gewonnen", "it", "ottenuto"),
        ("en", "step", "fr", "mesure"),
        ("fr", "entreprise", "ru", "завод"),
        ("pl", "pracownik", "fr", "employé"),
        ("de", "wuchs", "es", "aumentó"),
        ("uk", "збудували", "fr", "créé"),
        ("en", "verdict", "pl", "decyzja"),
        ("it", "aiuto", "de", "Unterstützung"),
    ],
)
def test_translators_put_the_one_for_the_other(
    language: str, word: str, other_language: str, other: str
) -> None:
    one, two = (
        senses_of(split_words(text).folded[0], code)
        for code, text in ((language, word), (other_language, other))
    )
    assert one & two or are_near(one, two)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("coal", "oil"),
        ("buys", "sells"),
        ("exported", "imported"),
        ("doctors", "teachers"),
        ("killed", "wounded"),
        ("arrested", "convicted"),
        ("suspected", "convicted"),
        ("begins", "ends"),
        ("rises", "falls"),
        ("opened", "closed"),
        ("promised", "gave"),
        ("hopes", "plans"),
        ("plans", "builds"),
        ("proposed", "adopted"),
        ("threatened", "attacked"),
        ("gave", "received"),
        ("resumed", "continued"),
        ("north", "south"),
        ("always", "often"),
        ("several", "all"),
        ("probable", "possible"),
        ("president", "director"),
        ("ministry", "parliament"),
        ("law", "decree"),
        ("brother", "sister"),
        ("son", "daughter"),
        ("town", "village"),
        ("bus", "train"),
        ("wheat", "rye"),
        ("income", "profit"),
        ("damaged", "destroyed"),
    ],
)
def test_another_fact_is_not_near(word: str, other: str) -> None:
    assert not are_near(senses_of(word, "en"), senses_of(other, "en"))
