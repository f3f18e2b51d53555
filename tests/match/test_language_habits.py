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
