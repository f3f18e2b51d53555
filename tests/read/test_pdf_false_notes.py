"""Numbered lines of PDF pages that are no notes: steps, headings, contents, rows."""

from __future__ import annotations

from citecheck.parse import parse
from citecheck.read import read_manuscript
from tests.read.pdf_writer import Page, pdf

Texts = list[tuple[float, float, float, str]]


def notes_of(*pages: Texts) -> list[str]:
    text = read_manuscript(pdf([Page(texts) for texts in pages]), "a.pdf").text
    parsed = parse(text)
    assert not [problem for problem in parsed.problems if problem.check == "note-missing"]
    return [note.text for note in parsed.notes]


def prose(top: float, *lines: str) -> Texts:
    return [(50.0, top - 14 * row, 11.0, line) for row, line in enumerate(lines)]


def test_steps_that_numbers_of_the_text_seem_to_call_are_no_notes() -> None:
    steps = [
        "1. Open the sluice of the upper weir.",
        "2. Wait until the wheel turns.",
        "3. Read the height at the gauge of 1934.",
        "4. Close the sluice before night.",
        "5. Enter what was read into the book.",
        "6. Send the book to the archive.",
        "7. Begin anew with the next weir.",
    ]
    first = prose(
        540,
        "The mill has run since 1840. 1 wheel was lost.",
        "It has 2 stones, 3 floors and 4 doors.",
        "In winter 5 men work here. 6 more come in May.",
        "The weir is 7 m long and very old.",
    )
    assert notes_of(first + prose(440, *steps)) == []


def test_headings_in_small_type_are_no_notes() -> None:
    pages: list[Texts] = []
    for number, name in enumerate(["The weir", "The wheel", "The stones", "The tenants"], 1):
        page = prose(540, *["A line of the text of this page, section " + str(number)] * 6)
        page.append((50.0, 440.0, 9.0, f"{number}. {name}"))
        page += prose(420, *["A line of the text of this page, see word2 and word3"] * 6)
        pages.append(page)
    assert notes_of(*pages) == []


def test_a_table_of_contents_and_its_headings_are_no_notes() -> None:
    names = ["Introduction", "The weir", "The wheel", "The stones", "The tenants"]
    contents = prose(540, *[f"{number} {name} {number + 2}" for number, name in enumerate(names, 1)])
    pages = [
        prose(540, f"{number} {name}") + prose(500, *[f"In part {number} of 12 the mill is shown."] * 9)
        for number, name in enumerate(names, 1)
    ]
    assert notes_of(contents, *pages) == []


def test_notes_glued_to_their_words_in_a_font_that_hides_what_is_raised_are_found() -> None:
    body = prose(
        540, *[f"The tenant of the mill wrote a letter{number} that year." for number in range(1, 7)]
    )
    notes = [
        (50.0, 140.0 - 12 * number, 8.0, f"{number} Letter of a tenant, 19{30 + number}, p. {number}.")
        for number in range(1, 7)
    ]
    assert len(notes_of(body + notes)) == 6


def test_sources_in_brackets_without_a_heading_are_called_past_numbered_headings() -> None:
    first: Texts = []
    for number, name in enumerate(["Citations", "Examples", "Sources", "Further ones"], 1):
        first += prose(
            560 - 60 * (number - 1), f"{number}. {name}", f"As was shown before [{number}], so here."
        )
    for number in range(5, 11):
        first += prose(320 - 14 * (number - 5), f"And once more [{number}] of the mill.")
    entries = [f"[{n}] A. Miller, The Mill, Annals {n}, 17 (193{n % 10})." for n in range(1, 11)]
    text = read_manuscript(pdf([Page(first), Page(prose(540, *entries))]), "a.pdf").text
    parsed = parse(text)
    assert [note.text[:10] for note in parsed.notes] == ["A. Miller,"] * 10
    assert {marker.note_id for marker in parsed.markers} == {note.id for note in parsed.notes}
