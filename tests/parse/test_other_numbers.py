"""Numbered lines that are no notes: captions, contents, rows, steps, sources that go on over lines."""

from __future__ import annotations

import pytest

from citecheck.model import Mark, MarkKind, Span, Text
from citecheck.parse import parse

PROSE = (
    "The weir was built before the mill1. Its tenants paid in grain2, and the bridge came late3. Nobody"
    " at the court knew why the water fell in spring.\n"
)


def labels_of(content: str) -> list[str]:
    return [note.label for note in parse(Text(content)).notes]


CAPTIONS = (
    "A gát a malom előtt épült1. A bérlők gabonával fizettek2, a híd későn készült3.\n\n"
    "1. ábra. A gát 1901-ben (Kovács, 1990)\n\nA víz tavasszal esett.\n\n"
    "2. ábra - A malom a folyónál (www.malom.example)\n\nA bíróság nem tudta, miért.\n\n"
    "3. táblázat A bérlők 1890 és 1901 között\n"
)
CONTENTS = "1. The weir and its mill\t5\n2. The tenants, 1890\t7\n3. What the court knew\tix\n"
LEADERS = "1 The weir and its mill ........... 5\n2 The tenants, 1890 ……………… 7\n3 The court . . . . . . . 9\n"


@pytest.mark.parametrize(
    "content",
    [
        CAPTIONS,
        CONTENTS + "\n" + PROSE,
        LEADERS + "\n" + PROSE,
        PROSE + "\n" + CONTENTS,
        PROSE + "\n" + LEADERS,
    ],
)
def test_numbers_of_figures_and_chapters_are_no_labels(content: str) -> None:
    assert labels_of(content) == []


def test_the_issue_of_a_source_that_goes_on_is_no_note() -> None:
    schools = "".join(f"The mill stood near the school{number}. " for number in range(1, 12))
    content = (
        f"{schools}\n\nSources of the mill\nLane, A. (1999). The weir. Journal of Mills,\n32 (1), 54–71.\n"
    )
    assert "32" not in labels_of(content)


STEPS = "The water is let out.\n\n1. The gate is opened by the tenant.\n2. The pond is emptied by night.\n"


def test_steps_in_several_chapters_are_no_notes_for_numbers_in_the_prose() -> None:
    chapter = (
        "The mill had 1 gate and 2 ponds by the weir.\n\n" + STEPS + "\nSo the water fell in spring.\n\n"
    )
    assert labels_of(chapter * 5) == []


def test_an_index_on_the_line_calls_nothing_where_raised_numbers_are_known() -> None:
    content = (
        "The map goes from Q1 to Q2 as a rule2.\n\n1 The gate is opened first.\n2 The pond is emptied.\n"
    )
    at = content.index("rule2") + 4
    raised = Mark(MarkKind.RAISED, (Span(at, at + 1),), origin="drawing")
    found = parse(Text(content, page_starts=(0,), marks=(raised,)))
    indices = {content.index("Q1") + 1, content.index("Q2") + 1}
    assert not indices & {marker.span.start for marker in found.markers}


def test_numbers_on_the_line_stay_calls_where_hardly_one_is_drawn_raised() -> None:
    prose = (
        "".join(f"The weir of mill {chr(96 + n)} held.{n} " for n in range(1, 9))
        + "A pond of 20 m2 fell dry.\n"
    )
    notes = "".join(f"{n} Lane, The weir, p. {n + 3}.\n" for n in range(1, 9))
    elsewhere = Mark(MarkKind.RAISED, (Span(len(prose) + 1, len(prose) + 2),), origin="drawing")
    found = parse(Text(f"{prose}\n{notes}", page_starts=(0,), marks=(elsewhere,)))
    assert [note.label for note in found.notes] == [str(n) for n in range(1, 9)]
    assert [marker.label for marker in found.markers] == [str(n) for n in range(1, 9)]


def test_a_lone_line_with_a_number_is_no_note_where_all_others_would_be_lost() -> None:
    text = "".join(f"The mill stood near school{number} by the weir. " for number in range(1, 9))
    lane = "The weir fell dry in spring, and the court of Lane\n2 Innovation Road, 2017.\n"
    found = parse(Text(f"{text}\n\n{lane}"))
    assert not found.notes
    assert not found.problems


SET = "".join(f'    [{number}] = "beans",\n' for number in range(1, 6))
SHOWN = "".join(f"print(groceries[{number}])\n" for number in range(1, 6))


@pytest.mark.parametrize(
    "content",
    [
        "A list holds what is bought.\n\ngroceries = {\n" + SET + "}\n",
        "The day is told so.\n\n$d_num = (intval($d[2] . $d[3]) << 9) + intval($d[5] . $d[6]) + $d[8];\n",
        "What is bought is shown.\n\n" + SHOWN,
    ],
)
def test_indices_of_programs_call_no_lost_notes(content: str) -> None:
    parsed = parse(Text(content))
    assert not parsed.markers
    assert not parsed.problems


def test_numbers_in_brackets_stay_calls_beside_other_brackets() -> None:
    notes = "[1] A, p. 3.\n[2] B, p. 4.\n[3] C, p. 5.\n"
    content = "The mill (see Smith[1]) was sold for $5.[2] It was old.[3]\n\n" + notes
    assert [marker.number for marker in parse(Text(content)).markers] == [1, 2, 3]


POINTS = ("Open the upper gate.", "Clear the screen.", "Close the lower gate.", "Write it down.", "Go home.")
CITED = "1 Moss, The Weir, London 1999, p. 12.\n2 Reed, The Mill, London 2001, p. 14.\n3 Ibid., p. 15.\n"


@pytest.mark.parametrize("notes", [2, 3])
@pytest.mark.parametrize("point", ["{}. {}\n", "({}) {} ", "{}) {}\n"])
def test_points_of_a_list_in_the_body_call_no_note(point: str, notes: int) -> None:
    said = [f"The keepers tell of the weir and the mill.{number}" for number in range(1, notes + 1)]
    points = "".join(point.format(number, step) for number, step in enumerate(POINTS, 1))
    below = "".join(CITED.splitlines(keepends=True)[:notes])
    content = f"{' '.join(said[:-1])}\n\n{points}\n\n{said[-1]}\n\n{below}"
    found = parse(Text(content))
    assert [marker.number for marker in found.markers] == [*range(1, notes + 1)]
    assert all(content[marker.span.start - 1] == "." for marker in found.markers)
    assert not found.problems
