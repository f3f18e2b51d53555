"""Endnotes of a PDF with small roman numbers, which Word and LibreOffice give them unasked."""

from __future__ import annotations

from citecheck.parse import Parsed, parse
from citecheck.read import read_manuscript
from tests.read.pdf_writer import WIDTH, Page, pdf

BODY, NOTE, CALL = 10.0, 9.0, 6.0
LINES = [
    "The mill was sold twice before the",
    "war, and nobody knew of the third",
    "sale until the archive was opened.",
    "The clerk who found the deed wrote",
    "to the owner, who did not answer.",
    "The river went on as it had before",
    "and the wheel stood in the winter.",
]
NOTES = [
    "Archive of the mill, box 4.",
    "Smith, Mills, London 1998, 12.",
    "https://mill.example/deeds/3.html",
    "Letter of 3 May, box 9.",
    "Ibid.",
]
NUMBERS = ["i", "ii", "iii", "iv", "v"]


def page_of(rows: list[tuple[str, str]], feet: tuple[str, str] = ("", "")) -> Page:
    """Lines with what is raised behind each."""
    page = Page()
    for row, (words, raised) in enumerate(rows):
        y = 540 - row * 13
        page.texts.append((50, y, BODY, words))
        if raised:
            page.texts.append((50 + len(words) * WIDTH * BODY, y + 3.5, CALL, raised))
    if feet[0]:
        page.texts += [(50, 63, 5, feet[0]), (56, 60, 8, feet[1])]
        page.rules.append((50, 120, 74))
    return page


def listed(size: float, before: str = "") -> Page:
    page = Page()
    for row, (number, note) in enumerate(zip(NUMBERS, NOTES, strict=True)):
        page.texts.append((50, 540 - row * 12, size, f"{number}{before}{note}"))
    return page


def read(*pages: Page) -> Parsed:
    return parse(read_manuscript(pdf(list(pages)), "book.pdf").text)


def rows(*raised: str) -> list[tuple[str, str]]:
    marks = dict(zip((0, 2, 4), raised, strict=False))
    return [(line, marks.get(place, "")) for place, line in enumerate(LINES)]


def test_roman_endnotes_are_notes_and_called() -> None:
    for before in ("", " ", ". "):
        parsed = read(page_of(rows("i", "ii", "iii")), page_of(rows("iv", "v")), listed(NOTE, before))
        assert [(note.label, note.text) for note in parsed.notes] == list(zip(NUMBERS, NOTES, strict=True))
        assert [marker.note_id for marker in parsed.markers] == [note.id for note in parsed.notes]


def test_roman_endnotes_stand_beside_numbered_footnotes() -> None:
    parsed = read(
        page_of([*rows("i", "ii", "iii"), ("It was told again", "1")], ("1", "Ward, Weirs, 40.")),
        page_of([*rows("iv", "v"), ("and once more", "2")], ("2", "Ward, Weirs, 44.")),
        listed(NOTE),
    )
    assert {(note.label, note.text) for note in parsed.notes} == {
        *zip(NUMBERS, NOTES, strict=True),
        ("1", "Ward, Weirs, 40."),
        ("2", "Ward, Weirs, 44."),
    }
    assert len([marker for marker in parsed.markers if marker.note_id]) == 7


def test_a_list_in_roman_numbers_that_nothing_calls_is_no_note() -> None:
    parsed = read(page_of(rows()), page_of(rows()), listed(NOTE, ". "))
    assert not any(note.text in NOTES[:2] for note in parsed.notes)
