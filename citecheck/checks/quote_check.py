"""Names or negation of a translated quotation should be looked at.

## What it means

The quotation is in another language than the source. The passage that says the
same was located; a name or a negation in it could not be matched.

## Why it matters

A lost *not* turns a sentence round, and word-for-word comparison cannot see it
across languages.

## Example

Quoted "n'a jamais été signé", found a passage without any negation.

## What to do

Have somebody who reads both languages compare the two passages.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks._common import differences_words, quote_finding, quotes, source_words
from citecheck.model import Audit, Finding, Severity, Verdict

ID = "quote-check"
SEVERITY = Severity.WARNING


def check(audit: Audit) -> Iterator[Finding]:
    for quote in quotes(audit, Verdict.CHECK):
        told = differences_words(quote)
        message = f"The translated quotation was located in {source_words(quote)}, but should be looked at"
        advice = "Have somebody who reads both languages compare the two passages."
        yield quote_finding(ID, SEVERITY, audit, quote, message + (f": {told}" if told else ""), advice)
