"""The quotation stands in another of the cited sources.

## What it means

The passage was found at a source that another note cites, not at the one this
note gives.

## Why it matters

A note has probably been moved, or two have been exchanged.

## Example

Marker 31 follows a sentence of the report that note 32 cites.

## What to do

Correct the note, or move the marker.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks._common import flagged, quote_finding, sentence
from citecheck.model import Audit, Finding, Flag, Severity

ID = "quote-elsewhere"
SEVERITY = Severity.WARNING


def check(audit: Audit) -> Iterator[Finding]:
    for quote in flagged(audit, Flag.ELSEWHERE):
        message = f"The quotation was found at another cited source. {sentence(quote.alignment.reason)}"
        advice = "Correct the note, or move its marker."
        yield quote_finding(ID, SEVERITY, audit, quote, message, advice)
