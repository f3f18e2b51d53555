"""Notes of a PDF that are set one behind the other as one paragraph."""

from __future__ import annotations

import pytest

from citecheck.model import Parsed
from citecheck.parse import parse
from citecheck.read import read_manuscript
from tests.read.pdf_writer import WIDTH, Page, pdf

BODY, NOTE, CALL = 11.0, 9.0, 6.5


def called(x: float, y: float, text: str, size: float = BODY) -> list[tuple[float, float, float, str]]:
    """A line whose `^12^` are drawn small and raised."""
    texts = []
    for place, part in enumerate(text.split("^")):
        small = place % 2
        if part:
            texts.append((x, y + small * 0.35 * size, CALL if small else size, part))
        x += len(part) * WIDTH * (CALL if small else size)
    return texts


def book(pages: list[tuple[list[str], list[str]]]) -> bytes:
    """Pages of body lines and of lines at the foot, `^` before and behind what is raised."""
    drawn = []
    for body, feet in pages:
        page = Page()
        for row, line in enumerate(body):
            page.texts += called(50, 540 - 14 * row, line)
        for row, line in enumerate(feet):
            page.texts += called(50, 150 - 11 * row, line, NOTE)
        drawn.append(page)
    return pdf(drawn)


def read(data: bytes) -> Parsed:
    return parse(read_manuscript(data, "book.pdf").text)


RAISED = [
    (
        [
            "The mill was sold twice.^1^ Nobody",
            "knew of the third sale^2^ until the",
            "archive was opened^3^ in May.",
        ]
        + ["It had been closed for years."] * 6,
        ["^1^Archive of the mill, box 4. ^2^Smith, Mills,", "p. 12. ^3^Ibid., and see also what was"],
    ),
    (
        ["The wheel turned again.^4^ Those who", "stood by wrote it down.^5^"] + ["The river was low."] * 6,
        ["written later by others. ^4^Letter of 3 May, box 9.", "^5^Smith, Mills, p. 40."],
    ),
]
PLAIN = [
    (
        [line.replace("archive", "old archive") for line in RAISED[0][0]],
        ["1. Archive of the mill, box 4. 2. Smith, Mills,", "p. 12. 3. https://mill.example/archive/box-3"],
    ),
    (RAISED[1][0], ["4. Letter of 3. May, https://mill.example/letters 5. Smith,", "Mills, p. 40."]),
]


@pytest.mark.parametrize(
    ("pages", "texts"),
    [
        (
            RAISED,
            [
                "Archive of the mill, box 4.",
                "Smith, Mills, p. 12.",
                "Ibid., and see also what was written later by others.",
                "Letter of 3 May, box 9.",
                "Smith, Mills, p. 40.",
            ],
        ),
        (
            PLAIN,
            [
                "Archive of the mill, box 4.",
                "Smith, Mills, p. 12.",
                "https://mill.example/archive/box-3",
                "Letter of 3. May, https://mill.example/letters",
                "Smith, Mills, p. 40.",
            ],
        ),
    ],
    ids=["raised", "plain"],
)
def test_each_note_of_a_paragraph_is_one_and_called(
    pages: list[tuple[list[str], list[str]]], texts: list[str]
) -> None:
    parsed = read(book(pages))
    assert [note.text for note in parsed.notes] == texts
    assert [note.label for note in parsed.notes] == ["1", "2", "3", "4", "5"]
    assert [marker.note_id for marker in parsed.markers] == [note.id for note in parsed.notes]


def test_editions_and_exponents_in_a_note_begin_none() -> None:
    body = [
        "The mill was sold twice.^1^ Nobody",
        "knew of the sale^2^ until the",
        "archive was opened^3^ in May.",
    ]
    feet = [
        "^1^Smith, Mills, London ^2^1998, over 40 m^2^ large.",
        "^2^Archive, box 4, of 3 May.",
        "^3^Ibid.",
    ]
    parsed = read(book([(body + ["It had been closed for years."] * 6, feet)]))
    assert [note.text for note in parsed.notes] == [
        "Smith, Mills, London 21998, over 40 m2 large.",
        "Archive, box 4, of 3 May.",
        "Ibid.",
    ]


def test_a_label_glued_to_the_note_before_begins_one_and_a_lost_one_does_not_end_the_numbering() -> None:
    body = [
        "The mill was sold twice.^1^ Nobody",
        "knew of the sale^2^ until the old",
        "archive was opened^3^ in May, and",
        "the letters read.^4^ It was late.^5^",
    ]
    feet = [
        "1. Smith, Mills, London 1998, 12.2. Archive of the mill,",
        "box 4, https://mill.example/box.html3. Letter of the",
        "clerk, 9. 4. Ward, Weirs, 40.",
        "5. Ibid.",
    ]
    parsed = read(book([(body + ["It had been closed for years."] * 6, feet)]))
    assert [(note.label, note.text) for note in parsed.notes] == [
        ("1", "Smith, Mills, London 1998, 12."),
        ("2", "Archive of the mill, box 4, https://mill.example/box.html3. Letter of the clerk, 9."),
        ("4", "Ward, Weirs, 40."),
        ("5", "Ibid."),
    ]
