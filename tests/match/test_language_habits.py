"""Languages beyond those with a full row of rules: what authors do by habit, and what changes the sense."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from citecheck.match import compare, prepare
from citecheck.match.language import language_of
from citecheck.match.page import Page
from citecheck.model import Text, Verdict

TABLE = tomllib.loads(
    (Path(__file__).parents[2] / "fixtures" / "quotes" / "habits.toml").read_text(encoding="utf-8")
)
NEIGHBOURS = TABLE.pop("neighbours")
HONEST = (Verdict.VERBATIM, Verdict.NEAR, Verdict.MODIFIED)
PAGES = {code: prepare(Text(row["page"].strip())) for code, row in TABLE.items()}


def page(code: str) -> Page:
    return PAGES[code]


@pytest.mark.parametrize(
    ("code", "quotation"), [(code, quotation) for code, row in TABLE.items() for quotation in row["same"]]
)
def test_a_habit_is_no_alteration(code: str, quotation: str) -> None:
    found = compare(quotation, page(code), across=False)
    assert found.verdict in HONEST, (found.differences, found.reason)


@pytest.mark.parametrize(
    ("code", "quotation", "kind"),
    [(code, quotation, kind) for code, row in TABLE.items() for quotation, kind in row["altered"]],
)
def test_a_changed_sense_is_told(code: str, quotation: str, kind: str) -> None:
    found = compare(quotation, page(code), across=False)
    assert found.verdict is Verdict.ALTERED, (found.verdict, found.differences)
    assert found.differences[0].kind == kind, found.differences


@pytest.mark.parametrize(("code", "text"), NEIGHBOURS.items())
def test_neighbours_are_told_by_the_letters_that_they_lack(code: str, text: str) -> None:
    assert language_of(text) == code


@pytest.mark.parametrize(
    ("code", "quotation"),
    [
        ("zh", "市长没有来到村里"),
        ("tr", "Amerika Birleşik Devletleri bu yol için kereste yolladı"),
        ("el", "Ο δήμαρχος δεν ήρθε ποτέ στο χωριό"),
    ],
)
def test_an_objection_behind_the_quotation_is_told(code: str, quotation: str) -> None:
    assert "stops-early" in compare(quotation, page(code), across=False).flags


def test_a_quotation_whose_small_words_are_another_language_s_is_compared() -> None:
    raftsmen = Page(
        Text(
            "Plutașii au măsurat râul în luna mai. Există o diferență de nivel de 10 metri între pod "
            "și sat, spuneau ei, iar apa nu a mai fost niciodată atât de mare ca în acel an."
        )
    )
    quotation = "Există o diferență de nivel de 11 metri între pod și sat"
    assert language_of(quotation) != "ro"
    assert compare(quotation, raftsmen, across=False).verdict is Verdict.ALTERED


def test_a_translation_into_a_neighbour_language_is_no_altered_quotation() -> None:
    slovak = Page(
        Text(
            "Rybár povedal, že rieka bola po búrke veľmi nebezpečná a že nikto z dediny nechcel ísť na lodi, "
            "lebo prúd strhol most a dve mólo. Starosta však poslal desať mužov, ktorí opravili cestu."
        )
    )
    czech = "Rybář řekl, že řeka byla po bouři velmi nebezpečná a že nikdo z vesnice nechtěl jet na lodi"
    assert compare(czech, slovak, across=False).verdict is Verdict.CANNOT_VERIFY
