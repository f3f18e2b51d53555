"""A number or date in a translated quotation is not that of the source.

## What it means

The quotation is in another language than the source. The passage that says the
same was located, and a number or a date in it differs.

## Why it matters

Numbers survive translation unchanged, so one of the two is wrong.

## Example

Quoted "25 millions de dollars", found "35 млн долларов".

## What to do

Compare the two passages and correct the number, or the note if the passage is
another one.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks._common import differences_words, quote_finding, quotes, source_words
from citecheck.model import Audit, Finding, Severity, Verdict

ID = "quote-number-differs"
SEVERITY = Severity.ERROR


def check(audit: Audit) -> Iterator[Finding]:
    for quote in quotes(audit, Verdict.NUMBER_DIFFERS):
        told = differences_words(quote)
        message = f"A number of the translated quotation differs from {source_words(quote)}: {told}"
        advice = "Compare the two passages and correct the number."
        yield quote_finding(ID, SEVERITY, audit, quote, message, advice)
