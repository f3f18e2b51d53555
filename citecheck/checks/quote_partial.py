"""A part of the quotation is in the source, a part is not.

## What it means

One part of the passage was found, another was not.

## Why it matters

Two sources may have been run together, or a closing quotation mark may be
missing.

## Example

Of two quoted sentences the first is in the page, the second is nowhere in it.

## What to do

Check where the quotation ends, and give the other part its own source.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks._common import quote_finding, quotes, source_words
from citecheck.model import Audit, Finding, Severity, Verdict

ID = "quote-partial"
SEVERITY = Severity.WARNING


def check(audit: Audit) -> Iterator[Finding]:
    for quote in quotes(audit, Verdict.PARTIAL):
        message = f"Only a part of the quotation was found in {source_words(quote)}"
        advice = "Check where the quotation ends, and give the other part its own source."
        yield quote_finding(ID, SEVERITY, audit, quote, message, advice)
