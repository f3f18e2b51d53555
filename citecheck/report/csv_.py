"""The ledger as CSV: one row a source a note, as law reviews keep it, for any spreadsheet.

A cell that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, "CSV Injection").
"""

from __future__ import annotations

import csv
import io
import unicodedata

from citecheck.model import Audit
from citecheck.report.ledger import columns, rows
from citecheck.report.redacted import redacted_audit
from citecheck.report.safe import one_line

SUFFIX = ".csv"
_ACTIVE = "=+-@"


def render(audit: Audit, manuscript: bytes) -> bytes:
    """UTF-8 with a byte order mark, by which spreadsheets know the encoding."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    audit = redacted_audit(audit)
    writer.writerow(columns(audit))
    for row in rows(audit):
        writer.writerow([harmless(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def harmless(cell: str | int | None) -> str | int:
    """The cell's text on one line, never taken for a formula; numbers stay numbers.

    >>> harmless("=1+1"), harmless(' "+cmd'), harmless("＝1"), harmless(-3), harmless("a=b")
    ("'=1+1", '\\'"+cmd', "'＝1", -3, 'a=b')
    """
    if cell is None:
        return ""
    if isinstance(cell, int):
        return cell
    # What a log would take for a command of GitHub is broken, as everywhere.
    shown = one_line(cell).replace("##[", "# #[")
    first = unicodedata.normalize("NFKC", shown.lstrip(" \"'`“”«»„‘’"))[:1]
    # Also where the raw text begins with a tab or a line end, which `one_line` has taken away.
    active = bool(first and first in _ACTIVE) or cell.startswith(("\t", "\r", "\n"))
    return "'" + shown if active else shown
