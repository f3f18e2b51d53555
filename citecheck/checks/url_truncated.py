"""The address breaks off before its end.

## What it means

The printed address stops in the middle: its rest was lost at a page's end or
in a conversion.

## Why it matters

What is left leads nowhere, or to another page than the one meant.

## Example

`https://news.example/2018/10/the-union-` at the very end of a note. The
archive knows one address that begins so, and the quotation is found there: the
finding is then a warning, with the whole address to put in.

## What to do

Complete the address from your records or take the one that the report offers,
after a look at the page.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks._common import Cited, cited, link_finding
from citecheck.model import Audit, Finding, Severity, Verdict

ID = "url-truncated"
SEVERITY = Severity.ERROR
CONFIRMING = (Verdict.VERBATIM, Verdict.NEAR)


def check(audit: Audit) -> Iterator[Finding]:
    confirmed = _confirmed_sources(audit)
    for at in cited(audit):
        if "truncated" not in at.link.repair.problems:
            continue
        recovered = _recovered(at, confirmed)
        if recovered is None:
            message = "The address breaks off before its end"
            suggestion = at.check.suggestion
            offer = f" The archive knows one that begins so: {suggestion.url}" if suggestion else ""
            advice = f"Complete the address from your records or the source.{offer}"
            yield link_finding(ID, SEVERITY, at, message, advice, raw=at.link.repair.raw)
        else:
            message = f"The printed address breaks off; it was recovered as {recovered}"
            advice = f"Put the whole address into the note: {recovered}"
            yield link_finding(
                ID, Severity.WARNING, at, message, advice, raw=at.link.repair.raw, recovered=recovered
            )


def _confirmed_sources(audit: Audit) -> frozenset[tuple[str | None, str]]:
    """Notes and pages on which a quotation of the note was found word for word."""
    quotations = audit.extraction.parsed.quotations
    return frozenset(
        (quotations[quote.quotation].note_id, quote.source.url)
        for quote in audit.quotes
        if quote.source is not None and quote.alignment.verdict in CONFIRMING
    )


def _recovered(at: Cited, confirmed: frozenset[tuple[str | None, str]]) -> str | None:
    """The whole address, where a title or a quotation confirms it."""
    suggestion = at.check.suggestion
    if suggestion is not None and suggestion.confirmed_by is not None:
        return suggestion.url
    for url in (at.check.final_url, at.check.url):
        if url is not None and (at.link.note_id, url) in confirmed:
            return url
    return None
