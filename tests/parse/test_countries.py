"""Manuscripts in the styles of nineteen languages: every note called, every quotation on its note, every
short form on its source, and not one problem that is none.

`countries.json`: of a language the text with calls as `{1}`, its notes, and what its short forms stand for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from citecheck.model import CitationKind, Text
from citecheck.parse import parse

TABLE = json.loads((Path(__file__).parent / "countries.json").read_text("utf-8"))
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
CALL = re.compile(r"\{(\d+)\}")
QUOTED = re.compile(r"[«»„“‘”\"「]([^«»„“”‘’\"「」]+)[»«“”’\"」][.,]?\{(\d+)\}")
LAYOUTS: dict[str, tuple[Callable[[str], str], Callable[[str], str]]] = {
    "bare": (lambda number: number, lambda number: f"{number} "),
    "brackets": (lambda number: f"[{number}]", lambda number: f"[{number}] "),
    "raised": (lambda number: number.translate(RAISED), lambda number: f"{number.translate(RAISED)} "),
    "markdown": (lambda number: f"[^{number}]", lambda number: f"[^{number}]: "),
}


def manuscript(language: str, layout: str) -> Text:
    called, labelled = LAYOUTS[layout]
    row = TABLE[language]
    body = CALL.sub(lambda found: called(found[1]), row["body"])
    notes = (labelled(str(number)) + note for number, note in enumerate(row["notes"], 1))
    return Text(body + "\n\n" + "\n".join(notes) + "\n")


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("language", TABLE)
def test_notes_calls_and_quotations_are_paired(language: str, layout: str) -> None:
    found, row = parse(manuscript(language, layout)), TABLE[language]
    assert [note.number for note in found.notes] == list(range(1, len(row["notes"]) + 1))
    assert [marker.number for marker in found.markers] == [
        int(number) for number in CALL.findall(row["body"])
    ]
    told = {quotation.exact.strip(" .,"): quotation.note for quotation in found.quotations}
    for quoted, number in QUOTED.findall(row["body"]):
        assert told.get(quoted.strip(" .,")) == int(number), quoted
    assert not found.problems


@pytest.mark.parametrize("language", TABLE)
def test_short_forms_stand_for_their_source(language: str) -> None:
    short = {
        note.id: citation.antecedent.note_id if citation.antecedent else None
        for note in parse(manuscript(language, "markdown")).notes
        for citation in note.citations
        if citation.kind is CitationKind.SHORT_FORM
    }
    assert short == TABLE[language]["short"]
