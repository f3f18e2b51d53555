"""The quotation stands on another page than the note says.

## What it means

The source has pages (a PDF, a file at hand), the quotation was found in it,
and on a page that the note does not give.

## Why it matters

A wrong page costs every later reader the search that the note should have
saved.

## Example

The note gives p. 159, the passage is on page 161.

## What to do

Look at the page number printed in the source and correct the note. In a file
that starts inside a volume the pages are counted from its first; then the note
may be right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citecheck.checks._common import notes_by_id, quotation_of, quote_finding
from citecheck.model import Audit, Finding, LinkCheck, Note, QuoteCheck, Severity

ID = "locator-differs"
SEVERITY = Severity.WARNING
PAGES = re.compile(r"(\d{1,5})(?:\s?[-–—]\s?(\d{1,5}))?")


def check(audit: Audit) -> Iterator[Finding]:
    notes = notes_by_id(audit)
    for quote in audit.quotes:
        page, note_id = quote.alignment.page, quotation_of(audit, quote).note_id
        note = notes.get(note_id) if note_id is not None else None
        if page is None or note is None or not quote.alignment.verdict.located:
            continue
        locator = _locator(audit, note, quote)
        if locator and (pages := _pages(locator)) and not any(first <= page <= last for first, last in pages):
            message = f"The quotation was found on page {page}; the note gives {locator}"
            advice = "Look at the page number printed in the source and correct the note."
            yield quote_finding(ID, SEVERITY, audit, quote, message, advice, page=page, locator=locator)


def _locator(audit: Audit, note: Note, quote: QuoteCheck) -> str | None:
    """Locator of the citation whose source was compared; else the note's only one."""
    for link, answer in zip(audit.extraction.links, audit.links, strict=True):
        if link.note_id == note.id and link.citation is not None and _same_source(answer, quote):
            return note.citations[link.citation].locator
    locators = [one.locator for one in note.citations if one.locator]
    return locators[0] if len(locators) == 1 else None


def _same_source(answer: LinkCheck, quote: QuoteCheck) -> bool:
    return quote.source is not None and quote.source.url in (answer.url, answer.final_url, answer.archive.url)


def _pages(locator: str) -> list[tuple[int, int]]:
    """Ranges of pages: `12-14, 20` gives 12 to 14 and 20; a shortened end (`112–4`) is completed.

    >>> _pages("12-14, 20"), _pages("112–4")
    ([(12, 14), (20, 20)], [(112, 114)])
    """
    ranges = []
    for match in PAGES.finditer(locator):
        first, last = match[1], match[2] or match[1]
        if len(last) < len(first):
            last = first[: len(first) - len(last)] + last
        ranges.append((int(first), max(int(first), int(last))))
    return ranges
