"""A quotation without a note.

## What it means

A passage stands in quotation marks or as a block, no note is called for it,
and its sentence links to no source.

## Why it matters

Readers cannot check it. Names and titles in quotation marks are not meant and
not reported.

## Example

The minister said: "We shall not go back to the old tariffs." No marker
follows.

## What to do

Add a note, or leave it where the text itself names the source well enough.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks._common import ended, folded
from citecheck.model import Audit, Finding, QuotationKind, Severity

ID = "quote-unattributed"
SEVERITY = Severity.INFO
SHOWN = 60
"""Characters of the quotation in the message."""


def check(audit: Audit) -> Iterator[Finding]:
    for quotation in audit.extraction.parsed.quotations:
        if quotation.note is None and not quotation.links and quotation.kind is QuotationKind.PASSAGE:
            words = quotation.exact
            start = words if len(words) <= SHOWN else words[:SHOWN].rstrip() + "…"
            yield Finding(
                check=ID,
                severity=SEVERITY,
                message=ended(f"No note gives the source of “{start}”"),
                advice="Add a note, unless the text itself names the source.",
                line=quotation.line,
                evidence={"quotation": words},
                subject=folded(words),
            )
