"""Small texts, each with one thing that notes do (`cases/notes.json`)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from citecheck.model import Mark, MarkKind, NoteKind, Span, Text
from citecheck.parse import parse
from citecheck.repair import find_links

CASES = json.loads((Path(__file__).parent / "cases" / "notes.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_notes_calls_and_problems(case: dict[str, Any]) -> None:
    parsed = parse(Text(case["text"]))
    if "count" in case:
        assert len(parsed.notes) == case["count"]
    else:
        assert [[note.id, note.label, note.text] for note in parsed.notes] == case["notes"]
    assert [[m.span.of(case["text"]), m.note_id] for m in parsed.markers] == case["markers"]
    assert [[problem.check, problem.note] for problem in parsed.problems] == case["problems"]
    if "kind" in case:
        assert {note.kind for note in parsed.notes} == {case["kind"]}


def marked(content: str, *marks: tuple[MarkKind, str, str, str]) -> Text:
    """A text in which each mark covers the first occurrence of its words: kind, words, label, key."""
    return Text(
        content,
        marks=tuple(
            Mark(kind, (Span(content.index(words), content.index(words) + len(words)),), label=label, key=key)
            for kind, words, label, key in marks
        ),
    )


def test_the_formats_own_notes_are_trusted() -> None:
    text = marked(
        "Claim[1] and 2Other claim [ii].\nFirst note.\nSecond note.",
        (MarkKind.MARKER, "[1]", "1", "a"),
        (MarkKind.MARKER, "[ii]", "ii", "b"),
        (MarkKind.NOTE, "First note.", "1", "a"),
        (MarkKind.NOTE, "Second note.", "ii", "b"),
    )
    parsed = parse(text)
    assert [(note.label, note.text) for note in parsed.notes] == [
        ("1", "First note."),
        ("ii", "Second note."),
    ]
    assert [m.span.of(text.content) for m in parsed.markers] == ["1", "ii"]
    assert [m.note_id for m in parsed.markers] == [note.id for note in parsed.notes]


def test_a_marked_call_without_note_is_named() -> None:
    text = marked(
        "Claim[1] and other claim[2].\nFirst note.",
        (MarkKind.MARKER, "[1]", "1", "a"),
        (MarkKind.MARKER, "[2]", "2", "b"),
        (MarkKind.NOTE, "First note.", "1", "a"),
    )
    problems = parse(text).problems
    assert [(problem.check, problem.note) for problem in problems] == [("note-missing", 2)]


def test_entries_of_a_marked_list_are_references() -> None:
    text = marked(
        "See Miller.\nMiller, Mills, 2001.", (MarkKind.REFERENCE, "Miller, Mills, 2001.", "Mil01", "m")
    )
    (note,) = parse(text).notes
    assert note.kind is NoteKind.REFERENCE
    assert note.label == "Mil01"


def test_a_lost_note_is_given_with_its_neighbours() -> None:
    content = "One.1 Two.2 Three.3\n\nNotes\n\n1. Miller, 2001, p. 1.\n3. Carter, 2003, p. 3.\n"
    (problem,) = parse(Text(content)).problems
    assert problem.check == "note-missing"
    assert problem.line == 1
    assert "after note 1 (line 5)" in problem.message
    assert "before note 3 (line 6)" in problem.message


def test_pages_come_from_the_text() -> None:
    content = "One.1\n____________\n1 Miller, 2001, p. 1.\nTwo.2\n____________\n2 Baker, 2002, p. 2.\n"
    parsed = parse(Text(content, page_starts=(0, content.index("Two"))))
    assert [note.page for note in parsed.notes] == [1, 2]


def test_a_star_or_a_letter_among_numbers_leaves_the_numbers_their_ids() -> None:
    text = marked(
        "Title[*]. Claim[1], claim[2].\nThanks.\nFirst note.\nSecond note.",
        (MarkKind.MARKER, "[*]", "*", "s"),
        (MarkKind.MARKER, "[1]", "1", "a"),
        (MarkKind.MARKER, "[2]", "2", "b"),
        (MarkKind.NOTE, "Thanks.", "*", "s"),
        (MarkKind.NOTE, "First note.", "1", "a"),
        (MarkKind.NOTE, "Second note.", "2", "b"),
    )
    assert [(note.id, note.label) for note in parse(text).notes] == [("2:1", "*"), ("1", "1"), ("2", "2")]


def test_a_comment_in_a_note_is_not_its_text() -> None:
    content = "Claim[1].\nBell, Rivers, 2014. <!-- lost in 2024, see https://b.example/ --> P. 3."
    note = "Bell, Rivers, 2014. <!-- lost in 2024, see https://b.example/ --> P. 3."
    text = marked(
        content,
        (MarkKind.MARKER, "[1]", "1", "a"),
        (MarkKind.NOTE, note, "1", "a"),
        (MarkKind.COMMENT, "<!-- lost in 2024, see https://b.example/ -->", "", ""),
    )
    (found,) = parse(text).notes
    assert found.text == "Bell, Rivers, 2014. P. 3."
    assert not found.continued
    assert [span.of(content) for span in found.spans] == ["Bell, Rivers, 2014.", " P. 3."]
    assert not find_links(text, [found])


@pytest.mark.parametrize("date", ["11 August 2017", "11. August 2017", "3 мая 2014 г.", "5 de mayo de 2015"])
def test_the_date_of_a_letter_is_no_note(date: str) -> None:
    letter = f"Harbour Authority\n\n{date}\n\nDear Ms Ivy,\n\nThe work begins in 2018 and takes 14 months.\n"
    parsed = parse(Text(letter))
    assert (parsed.notes, parsed.markers, parsed.problems) == ((), (), ())


def test_a_list_and_quantities_are_no_notes_and_calls() -> None:
    memoir = (
        "Chapter 1\n\nI was born in house no. 7. In 1963 2 brothers left. We had 3 rooms and 11 chairs.\n\n"
        "1. We had no money.\n2. We had no boat.\n\nThose were the facts, and she wrote them down.\n"
    )
    parsed = parse(Text(memoir))
    assert (parsed.notes, parsed.markers, parsed.problems) == ((), (), ())


THESIS = """Contents

Introduction\t5

Chapter 1.\tLamps of the harbour\t10

Chapter 2.\tThe ice boat\t13

  2.1.\tWood\t14

  2.2.\tIron\t15

Chapter 3.\tThe drawing\t22

Introduction

Lamps have been lit on quays since the town was founded [2]. The method compares two harbours [1, 3].

The following tasks were set:

1. To gather the journals of the harbour masters.

2. To compare the lamps of the two quays.

3. To describe the boat that breaks the ice.

As Fig. 1 shows, the work has four steps:

1. Light is measured on the quay. The result is a table, see Table 3.

2. The table is compared with the journal.

3. The boat is drawn to scale.

4. The drawing is printed.

Conclusion

The tasks were solved.

References

1. Orr M. Lamps of the Lake. — Leeds: Fenwick, 2004. — 212 p.

2. Hartley J. Quays and Quay Walls. — Leeds: Fenwick, 2011. — 98 p.

3. Moor B. The Ice Boat // Harbour Review. — 2009. — 4. — P. 17-31.
"""


def test_numbered_lists_of_the_body_are_no_notes() -> None:
    parsed = parse(Text(THESIS))
    assert [(note.label, note.kind.value) for note in parsed.notes] == [
        (label, "reference") for label in "123"
    ]
    assert [(marker.number, marker.note_id) for marker in parsed.markers] == [(2, "2"), (1, "1"), (3, "3")]
    assert parsed.problems == ()


def test_lists_without_calls_and_sources_are_no_notes_beside_one_of_sources() -> None:
    heads = ["What lamps say.", "How lamps are built.", "Where lamps stand."]
    lists = (
        ["Round ones:", "Flat ones:", "Tall ones:", "Old ones:"],
        ["Oil:", "Gas:", "Wick:"],
        ["Quays:", "Piers:"],
    )
    parts = [f"{number}. {head}\n\nMuch is known of it.\n" for number, head in enumerate(heads, 1)]
    for items in lists:
        parts.append("The following are told apart:\n")
        parts += [
            f"{number}. {item}\n\n• They light the water, e.g. in winter.\n"
            for number, item in enumerate(items, 1)
        ]
    parts.append("On this much has been written:\n")
    sources = ["Orr, Mary (1980): “Lamps”", "Hartley, John (2002): “Quays”", "Moor, Ben (1975): “The Pier”"]
    parts += [f"{number}. {source}\n\n• A first work.\n" for number, source in enumerate(sources, 1)]
    parsed = parse(Text("\n".join(parts)))
    assert [note.text.partition(" •")[0] for note in parsed.notes] == sources


def test_a_list_beside_notes_in_brackets_is_no_list_of_notes() -> None:
    book = (
        "The dance has three parts.[1] It is slow at first.[2]\n\n1. The bow.\n2. The turn.\n3. The leap.\n"
        "4. The bow again.\n\nThen all go home.[3]\n\nNOTES\n\n[1] It had four once.\n\n"
        "[2] Not in the north.\n\n[3] In winter they stay.\n"
    )
    parsed = parse(Text(book))
    assert [note.text for note in parsed.notes] == [
        "It had four once.",
        "Not in the north.",
        "In winter they stay.",
    ]
    assert [marker.note_id for marker in parsed.markers] == ["1", "2", "3"]


def test_indices_in_code_call_no_notes() -> None:
    content = (
        "The sum:\n\n    rows[1] + rows[2] + rows[3]\n\n1\nByte\n2\nWord\n3\nLong word\n\nThat is all.\n"
    )
    begin = content.index("rows")
    code = Mark(MarkKind.CODE, (Span(begin, content.index("\n\n1\n")),))
    parsed = parse(Text(content, marks=(code,)))
    assert (parsed.notes, parsed.markers) == ((), ())


def test_lines_of_contents_and_headings_in_capitals_are_no_notes() -> None:
    content = (
        "1 LAMPS OF THE QUAY ............ 5\n2 THE ICE BOAT ................. 11\n"
        "3 THE DRAWING ................. 17\n4 THE PIER OF 1902 ............ 21\n\n1 LAMPS OF THE QUAY\n\n"
        "They were lit in 1902.1 More came.2\n\n2 THE ICE BOAT\n\nIt is told of it.3\n\n"
        "1 Orr, Lamps (Leeds: Fenwick, 2004), 12.\n2 Hartley, Quays (Leeds, 2011), 17.\n3 Ibid., 19.\n"
    )
    parsed = parse(Text(content))
    assert [note.text.split(",")[0] for note in parsed.notes] == ["Orr", "Hartley", "Ibid."]
    assert [marker.note_id for marker in parsed.markers] == ["1", "2", "3"]


def test_a_fourth_digit_behind_thousands_is_the_call() -> None:
    content = (
        "Em 1874 a barca levava 11 200 pessoas por ano, e em 1903 apenas 3 4001. O regedor escreveu muito.2 "
        "Nem todos concordavam.3\n\n____________\n1 Arquivo de Vilar, liv. 31, p. 8.\n"
        "2 Sousa, Memórias, Porto, 1931, p. 77.\n3 Pinto, Margens, Coimbra, 1988, p. 14.\n"
    )
    parsed = parse(Text(content))
    assert [content[marker.span.start - 5 : marker.span.end] for marker in parsed.markers] == [
        "3 4001",
        "uito.2",
        "avam.3",
    ]
