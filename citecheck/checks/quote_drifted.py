"""The quotation stands in the archived copy, no longer on the living page.

## What it means

The page has been changed since it was cited. The archived copy nearest the
citation's date has the passage.

## Why it matters

A reader who follows the link will not find the words and may think them
invented.

## Example

A ministry shortened its press release in 2020; the copy of 2018 has the quoted
sentence.

## What to do

Cite the archived copy beside the address.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks._common import quote_finding, source_words
from citecheck.model import Audit, Finding, Severity

ID = "quote-drifted"
SEVERITY = Severity.WARNING


def check(audit: Audit) -> Iterator[Finding]:
    for quote in audit.quotes:
        if quote.drifted:
            message = f"The quotation stands in {source_words(quote)}, no longer on the living page"
            where = f": {quote.source.url}" if quote.source else ""
            yield quote_finding(
                ID, SEVERITY, audit, quote, message, f"Cite the archived copy beside the address{where}"
            )
