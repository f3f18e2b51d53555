"""Quotations set off as blocks on PDF pages: only indentation and the call of a note tell them."""

from __future__ import annotations

import pytest

from citecheck.model import Parsed, QuotationKind
from citecheck.parse import parse
from citecheck.read import read_manuscript
from tests.read.pdf_writer import WIDTH, Page, pdf

BODY = "The keeper of the light wrote down what the boats had brought."
QUOTED = [
    "Twenty-third. No boat came. Twenty-fourth. No boat",
    "came, and the minister reads my books to me.",
]
EDGE, SIZE = 50.0, 10.0


def drawn(lead: str, lines: list[str], *, led_call: bool = False, end_call: bool = True) -> Parsed:
    """A page with some lines of text, `lines` set in below `lead`, more text, and one note under a rule."""
    page, y = Page(rules=[(EDGE, 170, 90)]), 540.0

    def put(x: float, text: str, call: str = "") -> None:
        nonlocal y
        page.texts.append((x, y, SIZE, text))
        if call:
            page.texts.append((x + WIDTH * SIZE * len(text), y + 4, 6.0, call))
        y -= 14

    for _ in range(6):
        put(EDGE, BODY)
    put(EDGE, lead, "1" if led_call else "")
    for place, line in enumerate(lines):
        put(EDGE + 25, line, "1" if end_call and place + 1 == len(lines) else "")
    for _ in range(4):
        put(EDGE, BODY)
    page.texts += [(EDGE, 74, 5.0, "1"), (EDGE + 5, 70, 8.0, "Skerrow Archive, MS 44, fol. 97r.")]
    return parse(read_manuscript(pdf([page]), "book.pdf").text)


@pytest.mark.parametrize("led_call", [False, True])
def test_lines_set_in_with_the_call_of_a_note_are_a_quotation(led_call: bool) -> None:
    found = drawn("Of the winter he says only this:", QUOTED, led_call=led_call, end_call=not led_call)
    assert [(one.exact, one.kind, one.note) for one in found.quotations] == [
        (" ".join(QUOTED), QuotationKind.PASSAGE, 1)
    ]


def test_lines_set_in_without_a_call_are_examples_or_verse() -> None:
    assert not drawn("Of the winter he says only this:", QUOTED, end_call=False).quotations


def test_points_of_a_list_are_no_quotation() -> None:
    points = [
        "1. the ledger, which lacks the winter of 1879;",
        "2. the minutes of the board, edited in 1934.",
    ]
    assert not drawn("There are two sources:", points).quotations
