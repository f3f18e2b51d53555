"""The quotation was not found in the source.

## What it means

The whole text of the page was read, it is in the quotation's language, and the
passage is not there; nor is it in the archived copy, where there is one.

## Why it matters

The quotation may rest on another source, on another version of the page, or on
memory. It does not follow that it was invented.

## Example

A sentence attributed to a press release that the press release does not
contain.

## What to do

Look for the passage with your own eyes; if it is elsewhere, correct the note.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks._common import quote_finding, quotes, source_words
from citecheck.model import Audit, Finding, Flag, Severity, Verdict

ID = "quote-not-found"
SEVERITY = Severity.WARNING


def check(audit: Audit) -> Iterator[Finding]:
    for quote in quotes(audit, Verdict.NOT_FOUND):
        if Flag.ELSEWHERE in quote.alignment.flags:
            continue  # reported as found at another cited source
        second_hand = Flag.SECOND_HAND in quote.alignment.flags
        hint = " The note says that it is quoted second-hand." if second_hand else ""
        message = f"The quotation was not found in {source_words(quote)}.{hint}"
        advice = "Look for the passage yourself; if it stands elsewhere, correct the note."
        yield quote_finding(ID, SEVERITY, audit, quote, message, advice)
