"""The quotation was found, with some other words.

## What it means

The passage is in the source. Some words differ; none of them is a number, a
negation or a name.

## Why it matters

Quotation marks promise the source's own words.

## Example

Quoted "the talks were quickly broken off", found "the talks were abruptly
broken off".

## What to do

Restore the wording of the source, or mark the change with brackets or an
ellipsis.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks._common import differences_words, quote_finding, quotes, source_words
from citecheck.model import Audit, Finding, Severity, Verdict

ID = "quote-modified"
SEVERITY = Severity.WARNING


def check(audit: Audit) -> Iterator[Finding]:
    for quote in quotes(audit, Verdict.MODIFIED):
        told = differences_words(quote)
        message = f"Some words differ from {source_words(quote)}" + (f": {told}" if told else "")
        advice = "Restore the wording of the source, or mark the change with brackets or an ellipsis."
        yield quote_finding(ID, SEVERITY, audit, quote, message, advice)
