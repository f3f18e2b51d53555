"""Numbered lists of HTML that no link leads to: notes and sources where the text calls their numbers."""

# ruff: noqa: E501  (source code of others keeps its lines)

from __future__ import annotations

import pytest

from citecheck.model import NoteKind
from citecheck.parse import parse
from citecheck.read import read_manuscript

TEXT = "<p>Mills wait{0}1{1}. Dams do not{0}2{1}. Weirs rest{0}3{1}.</p>"
NOTES = """<ol class="{0}"><li>^ Not all of them.</li><li>See <a href="https://b.example/w">Birch</a>.</li><li>Ashdown,
<i>Wheels</i>, 2003, p. 5.</li></ol>"""
SOURCES = """<ol><li>Ashdown, A. Wheels. Hill Press, 2003.</li><li>Birch, B. Weirs. Dale Press, 2007.</li><li>Colley, C.
Dams. 2011.</li><li>Dale, D. Sluices. https://d.example/s</li></ol>"""


def found(html: str) -> tuple[list[tuple[str, str, NoteKind]], list[tuple[str, str | None]]]:
    parsed = parse(read_manuscript(html.encode(), "book.html").text)
    assert not [one for one in parsed.problems if one.check == "note-missing"]
    notes = [(note.label, note.text.split()[0], note.kind) for note in parsed.notes]
    return notes, [(marker.label, marker.note_id) for marker in parsed.markers]


@pytest.mark.parametrize("around", [("<sup>", "</sup>"), ("<sup>[", "]</sup>"), ("[", "]")])
@pytest.mark.parametrize("name", ["footnotes-list", "plain"])
def test_a_list_whose_numbers_the_text_calls_holds_notes(around: tuple[str, str], name: str) -> None:
    notes, calls = found(TEXT.format(*around) + NOTES.format(name))
    assert [note[:2] for note in notes] == [("1", "Not"), ("2", "See"), ("3", "Ashdown,")]
    assert calls == [("1", "1"), ("2", "2"), ("3", "3")]


def test_a_list_of_sources_is_called_in_any_order_in_groups_and_ranges() -> None:
    notes, calls = found(
        "<p>Mills wait [2, 4]. Dams do not [1-3], nor weirs [4].</p><h2>Sources</h2>" + SOURCES
    )
    assert [note[1:] for note in notes] == [
        (name, NoteKind.REFERENCE) for name in ("Ashdown,", "Birch,", "Colley,", "Dale,")
    ]
    assert [note_id for _, note_id in calls] == ["2", "4", "1", "2", "3", "4"]


def test_lists_of_two_chapters_are_called_by_their_own() -> None:
    notes, calls = found((TEXT.format("<sup>", "</sup>") + NOTES.format("notes")) * 2)
    assert len(notes) == 6
    assert len({note_id for _, note_id in calls}) == 6


@pytest.mark.parametrize(
    "text",
    [
        "<p>The field of 5 m<sup>2</sup> holds 3 m<sup>3</sup> of it.</p>",
        "<p>Take <code>list[1]</code>, <code>list[2]</code> and <code>list[3]</code>.</p>",
        "<p>The mills [12] of 1880 [44] and the dams [1].</p>",
        "<p>First step 1, then step 2, then 3.</p>",
    ],
)
def test_a_list_that_the_text_does_not_call_is_one_of_the_text(text: str) -> None:
    assert found(text + NOTES.format("steps")) == ([], [])
    assert found(text + SOURCES.replace("20", "30")) == ([], [])


@pytest.mark.parametrize(
    "text",
    [
        "Of x in [1, 2] no more is known.",
        "It is 2<sup>1</sup> = 2 and 2<sup>2</sup> = 4.",
        "The area a<sup>1</sup>, then a<sup>2</sup>.",
        "Take a[1] first, then a[2].",
    ],
)
def test_intervals_powers_and_places_of_a_row_make_no_notes_of_steps(text: str) -> None:
    assert found(f"<p>{text}</p><ol><li>Open the sluice.</li><li>Wait for the wheel.</li></ol>")[0] == []


def test_notes_called_behind_years_alone_are_notes() -> None:
    text = "<p>The weir broke in 1880<sup>1</sup>, and in 1890<sup>2</sup>.</p>"
    notes, _ = found(text + "<ol><li>In spring.</li><li>In autumn.</li></ol>")
    assert [note[:2] for note in notes] == [("1", "In"), ("2", "In")]


def test_lists_of_steps_between_lists_of_notes_are_none() -> None:
    chapter = "<p>Mills wait<sup>1</sup>. Dams do not<sup>2</sup>.</p>"
    steps = "<ol><li>Open.</li><li>Wait.</li><li>Close.</li></ol>"
    notes, calls = found(
        2 * (chapter + steps + '<ol class="footnotes"><li>See Ash.</li><li>See Oak.</li></ol>')
    )
    assert [note[:2] for note in notes] == [("1", "See"), ("2", "See")] * 2
    assert [label for label, _ in calls] == ["1", "2"] * 2
    assert len({note for _, note in calls}) == 4
