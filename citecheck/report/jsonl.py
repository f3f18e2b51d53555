"""`report.jsonl`: one finding a line, for programs that read a stream."""

from __future__ import annotations

from collections.abc import Iterable

from citecheck.model import Audit, Finding, Link
from citecheck.report.documents import finding_document
from citecheck.report.redacted import broken_forms, redacted, redacted_audit
from citecheck.report.safe import dump

SUFFIX = ".jsonl"


def render(audit: Audit, manuscript: bytes) -> str:
    """One `citecheck/finding/1` a line; empty where nothing was found."""
    return "".join(dump(finding_document(finding)) + "\n" for finding in redacted_audit(audit).findings)


def provisional(findings: Iterable[Finding], links: Iterable[Link]) -> str:
    """Lines about `findings` before the run has ended, each with `"provisional": true`.

    `links`: of the manuscript, those with secrets among them.
    """
    shown = redacted(tuple(findings), broken_forms(links))
    return "".join(dump(finding_document(one) | {"provisional": True}) + "\n" for one in shown)
