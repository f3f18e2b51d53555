"""A number, a negation or a name in the quotation is not what the source says.

## What it means

The passage was found in the source, and differs from it in a number, a
negation or a name. Units, dates and days of the week count as numbers;
limiting words (*only*, *all*) and words for their opposites (*more* for
*less*, *before* for *after*, *may* for *must*) as negations.

## Why it matters

Such a difference changes what the source is made to say.

## Example

Quoted "grew by 25 per cent", found "grew by 35 per cent".

## What to do

Compare the two passages, which the report shows side by side, and correct the
quotation.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks._common import differences_words, quote_finding, quotes, source_words
from citecheck.model import Audit, Finding, Severity, Verdict

ID = "quote-altered"
SEVERITY = Severity.ERROR


def check(audit: Audit) -> Iterator[Finding]:
    for quote in quotes(audit, Verdict.ALTERED):
        message = f"The quotation differs from {source_words(quote)}: {differences_words(quote)}"
        advice = "Compare the two passages and correct the quotation."
        yield quote_finding(ID, SEVERITY, audit, quote, message, advice)
