"""Numbers that count the lines of a PDF page close to its text."""

from __future__ import annotations

import pytest

from citecheck.read import read_manuscript
from tests.read.pdf_writer import Page, pdf
from tests.read.test_pdf_run_in import called, read

LINES = [
    "The mill was sold twice.^1^ Nobody",
    "knew of the second sale until the old",
    "archive of the village was opened.^2^",
    "It had been closed for fifteen years,",
    "as nobody had paid for the roof, and",
    "the river stood in the cellar.",
    "The wheel turned again in May, when",
    "the miller came back from the town.",
]
FEET = ["^1^Archive of the mill, box 4.", "^2^Smith, Mills, p. 12."]


def drawn(step: int, pages: int = 2) -> bytes:
    """Pages of a text whose lines are counted, each or every fifth one."""
    found, count = [], 0
    for _ in range(pages):
        page = Page()
        for row, line in enumerate((LINES * 4)[:32]):
            count += 1
            if count % step == 0:
                page.texts.append((38, 560 - 14 * row, 6, str(count)))
            page.texts += called(50, 560 - 14 * row, line if row < 8 else line.replace("^", ""))
        for row, line in enumerate(FEET):
            page.texts += called(50, 60 - 11 * row, line, 9)
        found.append(page)
    return pdf(found)


@pytest.mark.parametrize("step", [1, 5])
def test_numbers_of_lines_are_no_text(step: int) -> None:
    data = drawn(step)
    content = read_manuscript(data, "draft.pdf").text.content
    assert "Nobody\nknew of the second sale until the old\narchive" in content
    assert "as nobody had paid for the roof, and\nthe river" in content
    parsed = read(data)
    assert [note.text for note in parsed.notes] == ["Archive of the mill, box 4.", "Smith, Mills, p. 12."] * 2
    assert [marker.note_id for marker in parsed.markers] == [note.id for note in parsed.notes]


@pytest.mark.parametrize("note", ["Smith, Mills, p. {}.", "«Mills», p. {}", "cf. Smith, Mills, p. {}."])
def test_a_list_of_short_notes_keeps_its_numbers(note: str) -> None:
    page = Page()
    for row in range(20):
        page.texts.append((38, 560 - 14 * row, 6, str(row + 1)))
        page.texts.append((50, 560 - 14 * row, 9, note.format(row + 40)))
    content = read_manuscript(pdf([page]), "notes.pdf").text.content
    assert content.startswith(f"1 {note.format(40)}\n2 ")
