"""Lists of sources: entries, their calls by number or by author and year, quotations on them."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.model import NoteKind, Parsed, Text
from citecheck.parse import parse

CASES = json.loads((Path(__file__).parent / "reference_lists.json").read_text("utf-8"))


def parsed(lines: list[str]) -> Parsed:
    return parse(Text("\n".join(lines) + "\n"))


@pytest.mark.parametrize("case", CASES["lists"], ids=lambda case: case["name"])
def test_lists(case: dict[str, list[str]]) -> None:
    found = parsed(case["text"])
    entries = [note for note in found.notes if note.kind is NoteKind.REFERENCE]
    assert [note.label for note in entries] == case["labels"]
    assert [marker.label for marker in found.markers] == case["calls"]
    labels = {note.id: note.label for note in found.notes}
    assert [labels.get(quotation.note_id or "") for quotation in found.quotations] == case["quotations"]


@pytest.mark.parametrize("case", CASES["none"], ids=lambda case: case["name"])
def test_what_is_no_list(case: dict[str, list[str]]) -> None:
    assert [note.kind for note in parsed(case["text"]).notes if note.kind is NoteKind.REFERENCE] == []


def test_an_entry_gives_its_fields_and_its_place() -> None:
    found = parsed(
        ["Text (Smith 2003).", "", "References", "", "Brown, A. (1999). Ships.",
         "Smith, B. (2003). The Breath", "  of the Sea."]
    )  # fmt: skip
    entry = found.notes[1]
    assert (entry.line, entry.end_line, entry.text) == (6, 7, "Smith, B. (2003). The Breath of the Sea.")
    assert entry.citations[0].year == 2003


@pytest.mark.parametrize(
    "piece", ["(1999) ", "Smith (1999, ", "((((", "(Smith 1999; ", "Smith 1999\n", "References\n"]
)
def test_hostile_repeats_take_linear_time(piece: str) -> None:
    started = time.process_time()
    parse(Text(piece * (40_000 // len(piece)) + "\nReferences\nBrown 1999. A.\nSmith 1999. B.\n"))
    parse(Text(piece * (40_000 // len(piece)) + "\nno list at all, but a long line of prose\n"))
    assert time.process_time() - started < 5.0


@given(st.text(alphabet="Smith 1999()[];,.\n", max_size=150))
def test_any_text_is_read(source: str) -> None:
    found = parse(Text(source + "\nReferences\nSmith, A. (1999). B.\nTimm, C. (1998). D.\n"))
    for marker in found.markers:
        assert marker.note_id is None or marker.note_id in {note.id for note in found.notes}
