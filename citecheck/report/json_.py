"""`report.json`: the whole audit as one document (contract 3)."""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.model import Audit
from citecheck.report.documents import report_stream
from citecheck.report.json_text import pieces
from citecheck.report.safe import harmless

SUFFIX = ".json"


def render(audit: Audit, manuscript: bytes) -> str:
    """The document `citecheck/report/1`, indented."""
    return "".join(stream(audit))


def stream(audit: Audit) -> Iterator[str]:
    """The same in pieces, made as they are taken: that of a book is larger than all it is made of."""
    for piece in pieces(report_stream(audit)):
        yield harmless(piece)
    yield "\n"
