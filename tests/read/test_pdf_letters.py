"""Notes of a PDF that letters call."""

from __future__ import annotations

import pytest

from tests.read.test_pdf_run_in import book, read

FILL = ["It had been closed for years."] * 6
PAGES = [
    (
        ["The mill was sold twice.^a^ Nobody", "knew of the 1^st^ sale^b^ until the archive", *FILL],
        ["^a^Archive of the mill, box 4.", "^b^Smith, Mills, p. 12."],
    ),
    (
        ["The wheel turned again.^a^ Those who", "stood by wrote it down, and a", "clerk read it.^b^", *FILL],
        ["^a^Letter of 3 May, box 9.", "^b^Smith, Mills, p. 40, with", "the 2^nd^ plan."],
    ),
]
TEXTS = [
    "Archive of the mill, box 4.",
    "Smith, Mills, p. 12.",
    "Letter of 3 May, box 9.",
    "Smith, Mills, p. 40, with the 2nd plan.",
]


@pytest.mark.parametrize("stop", ["", ". ", ") "], ids=["raised", "stop", "bracket"])
def test_letters_anew_on_each_page(stop: str) -> None:
    pages = PAGES
    if stop:
        feet = [
            [line.replace("^a^", "a" + stop).replace("^b^", "b" + stop) for line in one] for _, one in PAGES
        ]
        pages = [(body, lines) for (body, _), lines in zip(PAGES, feet, strict=True)]
    parsed = read(book(pages))
    assert [(note.label, note.text) for note in parsed.notes] == list(zip("abab", TEXTS, strict=True))
    assert [marker.note_id for marker in parsed.markers] == [note.id for note in parsed.notes]


def test_a_list_in_letters_that_nothing_calls_is_no_note() -> None:
    body = ["The mill stands on the 2^nd^ weir.", "It was sold in May.", *FILL]
    feet = ["a) the wheel is to be mended", "b) the stones are to be sold", "c) the weir stays"]
    assert not read(book([(body, feet)] * 2)).notes


def test_numbered_notes_stay_where_a_table_has_letters() -> None:
    body = ["The mill was sold.^1^ Nobody knew", "of the second sale.^2^ It was May.", *FILL]
    feet = ["^1^Archive of the mill, box 4.", "^2^Smith, Mills, p. 12."]
    rows = ["a Without the weir.", "b With the wheel.", "c Of 1840."]
    parsed = read(book([(body + [""] * 3, feet), (FILL, rows)]))
    assert [note.label for note in parsed.notes] == ["1", "2"]
