"""`report.jsonl`: one finding a line, for programs that read a stream."""

from __future__ import annotations

from citecheck.model import Audit
from citecheck.report.documents import finding_document
from citecheck.report.redacted import redacted_audit
from citecheck.report.safe import dump

SUFFIX = ".jsonl"


def render(audit: Audit, manuscript: bytes) -> str:
    """One `citecheck/finding/1` a line; empty where nothing was found."""
    return "".join(dump(finding_document(finding)) + "\n" for finding in redacted_audit(audit).findings)
