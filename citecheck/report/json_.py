"""`report.json`: the whole audit as one document (contract 3)."""

from __future__ import annotations

from citecheck.model import Audit
from citecheck.report.documents import report_document
from citecheck.report.safe import dump

SUFFIX = ".json"


def render(audit: Audit, manuscript: bytes) -> str:
    """The document `citecheck/report/1`, indented."""
    return dump(report_document(audit), indent=2) + "\n"
