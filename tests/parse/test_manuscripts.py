"""Manuscripts as authors of seventeen habits write them, their truth written first: every note and call,
every quotation on its note, what the notes cite, what short forms stand for, and no problem that is none.

`manuscripts.json`: of a habit the text with calls as `{1}`, its notes, its passages quoted with their notes
(both parts where *said X* breaks them), fields of first citations, and what short forms stand for.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from citecheck.model import Parsed, Text
from citecheck.parse import parse
from tests.parse.test_countries import CALL, LAYOUTS

TABLE: dict[str, dict[str, Any]] = json.loads((Path(__file__).parent / "manuscripts.json").read_text("utf-8"))


def read(habit: str, layout: str) -> Parsed:
    called, labelled = LAYOUTS[layout]
    row = TABLE[habit]
    body = CALL.sub(lambda found: called(found[1]), row["body"])
    notes = (labelled(str(number)) + note for number, note in enumerate(row["notes"], 1))
    return parse(Text(body + "\n\n" + "\n".join(notes) + "\n"))


def folded(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("habit", TABLE)
def test_notes_calls_and_quotations(habit: str, layout: str) -> None:
    found, row = read(habit, layout), TABLE[habit]
    assert [note.text for note in found.notes] == [" ".join(note.split()) for note in row["notes"]]
    assert [marker.number for marker in found.markers] == [
        int(number) for number in CALL.findall(row["body"])
    ]
    told = {folded(one.exact): one.note for one in found.quotations}
    assert {text: told.get(folded(text)) for text, _ in row["quotations"]} == dict(row["quotations"])
    assert not found.problems


@pytest.mark.parametrize("habit", TABLE)
def test_fields_and_short_forms(habit: str) -> None:
    notes = read(habit, "brackets").notes
    first = {note.id: note.citations[0] for note in notes if note.citations}
    for number, fields in TABLE[habit]["fields"].items():
        for name, want in fields.items():
            got, due = folded(str(getattr(first[number], name) or "")), folded(str(want))
            assert due in got if name == "author" else got == due, (number, name, got)
    ties = {
        note.id: [one.antecedent.note_id for one in note.citations if one.antecedent][:1] for note in notes
    }
    short = TABLE[habit]["short"]
    assert {number: ties[number] for number in short} == {number: [note] for number, note in short.items()}
