"""The ledger as a workbook: what an editor filters, sorts and hands on.

Every cell is written as text or as a number, never as a formula or a link, whatever it begins with.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC
from math import ceil
from typing import Any

from citecheck.model import Audit
from citecheck.report.ledger import PLACE, Cell, columns, rows
from citecheck.report.redacted import redacted_audit
from citecheck.report.safe import cut, one_line
from citecheck.report.summary import summarise
from citecheck.report.words import FALLBACK, words_in

SUFFIX = ".xlsx"
LONGEST = 32_767
"""Characters that a cell of Excel holds."""
WIDTHS = {
    "note": 6,
    "line": 6,
    PLACE: 14,
    "page": 6,
    "year": 6,
    "locator": 9,
    "accessed": 11,
    "status": 12,
    "archived on": 11,
    "days from citation": 9,
}
"""Columns in characters; the others are 28 wide."""
WIDE = 28
LINE = 15.0
"""Points of a line of the usual font."""
MOST_LINES = 12
"""Lines of a row: a longer cell is read in the formula bar, and the next note stays on the screen."""


def render(audit: Audit, manuscript: bytes) -> bytes:
    """Two sheets: the ledger, its first row fixed and with filters, and the summary."""
    import xlsxwriter

    audit = redacted_audit(audit)
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        # The file says when it was made: when the audit was, or two replays would differ.
        created = audit.generated.astimezone(UTC).replace(tzinfo=None)
        book.set_properties({"title": _text(audit.extraction.manuscript.name), "created": created})
        head = book.add_format({"bold": True, "bottom": 1, "valign": "top", "text_wrap": True})
        body = book.add_format({"valign": "top", "text_wrap": True})
        ledger = book.add_worksheet("Notes")
        heads = columns(audit)
        for column, name in enumerate(heads):
            ledger.set_column(column, column, WIDTHS.get(name, WIDE))
            ledger.write_string(0, column, name, head)
        ledger.set_row(0, LINE * _lines(heads, heads))
        last = 0
        for last, row in enumerate(rows(audit), 1):
            for column, cell in enumerate(row):
                _write(ledger, last, column, cell, body)
            ledger.set_row(last, LINE * _lines(heads, row))
        ledger.freeze_panes(1, 1)
        ledger.autofilter(0, 0, last, len(heads) - 1)
        _summary(book.add_worksheet("Summary"), audit, head, body)
    return out.getvalue()


def _lines(heads: Sequence[str], row: Sequence[Cell]) -> int:
    """Lines of the row's longest cell. Not every program finds the height of a wrapped row by itself.

    >>> _lines(("note", "text"), (7, "word " * 20)), _lines(("note", "text"), (7, None))
    (4, 1)
    """
    cells = zip(heads, row, strict=True)
    # Words are not broken but at the column's edge, so some of each line stays empty.
    most = max(ceil(len(str(cell or "")) / (0.9 * WIDTHS.get(head, WIDE))) for head, cell in cells)
    return min(MOST_LINES, max(1, most))


def _summary(sheet: Any, audit: Audit, head: Any, body: Any) -> None:
    summary = summarise(audit, words_in(FALLBACK))
    sheet.set_column(0, 0, 14)
    sheet.set_column(1, 1, 90)
    place = 0
    for label, sentences in (
        ("Not checked", summary.unchecked),
        ("To look at", summary.wrong),
        ("Fine", summary.fine),
    ):
        for sentence in sentences:
            sheet.write_string(place, 0, label, head)
            sheet.write_string(place, 1, _text(sentence), body)
            place += 1


def _write(sheet: Any, row: int, column: int, cell: Cell, style: Any) -> None:
    if isinstance(cell, int):
        sheet.write_number(row, column, cell, style)
    elif cell:
        sheet.write_string(row, column, _text(cell), style)


def _text(cell: str) -> str:
    return cut(one_line(cell), LONGEST)
