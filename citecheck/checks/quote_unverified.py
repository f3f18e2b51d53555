"""The quotation could not be compared.

## What it means

There was no text to compare with (page not available, blocked, of a kind that
cannot be read), or the page is in another language and there is not enough
evidence.

## Why it matters

Nothing is said about the quotation. It never fails a run unless asked for.

## Example

The page is an image scan without text.

## What to do

Compare it yourself, or give the source as a file with `--sources`.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks._common import quote_finding, quotes, sentence
from citecheck.model import Audit, Finding, Severity, Verdict

ID = "quote-unverified"
SEVERITY = Severity.UNKNOWN


def check(audit: Audit) -> Iterator[Finding]:
    for quote in quotes(audit, Verdict.CANNOT_VERIFY, Verdict.NOT_CHECKABLE):
        message = f"The quotation could not be compared. {sentence(quote.alignment.reason)}"
        advice = "Compare it yourself, or give the source as a file with --sources."
        yield quote_finding(ID, SEVERITY, audit, quote, message, advice)
