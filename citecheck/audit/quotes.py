"""Quotation → note → link → page: which page speaks for a quotation, and what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from citecheck.audit.cases import source_note
from citecheck.audit.gather import Gathered, Progress
from citecheck.audit.ports import Readers
from citecheck.model import (
    Alignment,
    Capture,
    Compare,
    Extraction,
    Fetch,
    LinkCheck,
    Purpose,
    Quotation,
    QuotationKind,
    QuoteCheck,
    Seen,
    Source,
    Verdict,
)

BEST_FIRST = (
    Verdict.VERBATIM,
    Verdict.NEAR,
    Verdict.MODIFIED,
    Verdict.CONSISTENT,
    Verdict.PARTIAL,
    Verdict.ALTERED,
    Verdict.CHECK,
    Verdict.NUMBER_DIFFERS,
    Verdict.NOT_FOUND,
    Verdict.CANNOT_VERIFY,
    Verdict.NOT_CHECKABLE,
)
"""Of several pages the one that speaks best for the quotation counts: a true quotation is never called false
for a page that lacks it."""
SETTLED = (Verdict.VERBATIM, Verdict.NEAR, Verdict.CONSISTENT)
"""Verdicts after which no further page is looked at."""


@dataclass(frozen=True, slots=True)
class Found:
    """What one page says about a quotation."""

    alignment: Alignment
    source: Source
    page: Fetch


async def compare_quotations(
    extraction: Extraction, gathered: Gathered, readers: Readers, progress: Progress
) -> tuple[QuoteCheck, ...]:
    """One check for each passage that rests on a note; names and unattributed ones are left out."""
    wanted = [
        (index, quotation)
        for index, quotation in enumerate(extraction.parsed.quotations)
        if quotation.kind is QuotationKind.PASSAGE and quotation.note_id is not None
    ]
    others = tuple(dict.fromkeys(quotation.exact for _, quotation in wanted))
    checks = []
    progress.quotations(0, len(wanted))
    for done, (index, quotation) in enumerate(wanted, 1):
        checks.append(await _check(index, quotation, others, extraction, gathered, readers))
        progress.quotations(done, len(wanted))
    return tuple(checks)


async def _check(
    index: int,
    quotation: Quotation,
    others: tuple[str, ...],
    extraction: Extraction,
    gathered: Gathered,
    readers: Readers,
) -> QuoteCheck:
    assert quotation.note_id is not None
    note_id = source_note(extraction, quotation.note_id)
    links = [
        check
        for link, check in zip(extraction.links, gathered.checks, strict=True)
        if link.note_id == note_id
    ]
    rest = tuple(other for other in others if other != quotation.exact)
    found = await look_up(quotation.exact, quotation.language, rest, links, gathered, readers)
    if not found:
        return QuoteCheck(index, _without_page(links, note_id, extraction))
    best = best_of(found)
    return QuoteCheck(index, best.alignment, best.source, _drifted(best, found))


async def look_up(
    exact: str,
    language: str | None,
    others: tuple[str, ...],
    links: Sequence[LinkCheck],
    gathered: Gathered,
    readers: Readers,
) -> list[Found]:
    """What each page of `links` says about the quotation, living pages first, until one settles it.

    `language`: of the quotation. `others`: the manuscript's other quotations.
    """
    found: list[Found] = []
    for fetch in _pages(links):
        seen = gathered.seen[fetch]
        assert isinstance(seen, Seen)
        alignment = await _compare(exact, language, others, fetch, seen, gathered, readers)
        found.append(Found(alignment, _source(fetch, seen), fetch))
        if alignment.verdict in SETTLED:
            break
    return found


def best_of(found: Sequence[Found]) -> Found:
    """The page that speaks best for the quotation; the first of equals."""
    return min(found, key=lambda one: BEST_FIRST.index(one.alignment.verdict))


def _pages(links: Sequence[LinkCheck]) -> list[Fetch]:
    """Every page to look at, living ones of all links first, each once."""
    pages = [page for check in links for page in check.pages]
    return sorted(dict.fromkeys(pages), key=lambda page: page.purpose.archive)


async def _compare(
    exact: str,
    language: str | None,
    others: tuple[str, ...],
    fetch: Fetch,
    seen: Seen,
    gathered: Gathered,
    readers: Readers,
) -> Alignment:
    if seen.page is None:
        return Alignment(Verdict.NOT_CHECKABLE, f"No text: {seen.unreadable or 'the page is empty'}.")
    known = gathered.alignments.get(Compare(exact, fetch))
    if not isinstance(known, Alignment) or known.verdict is Verdict.CANNOT_VERIFY:
        known = await readers.compare(exact, seen.page, language, others)
    if isinstance(known, str):
        return Alignment(Verdict.NOT_CHECKABLE, f"The page could not be compared: {known}.")
    cut = isinstance(seen.outcome, Capture) and seen.outcome.truncated
    if cut and known.verdict is Verdict.NOT_FOUND:
        reason = "Only a part of the page was loaded, and it is not in that part."
        return Alignment(Verdict.NOT_CHECKABLE, reason)
    return known


def _without_page(links: Sequence[LinkCheck], note_id: str, extraction: Extraction) -> Alignment:
    """Why there is no page to look at."""
    if links:
        reason = f"No page to look at: {links[0].reason.rstrip('.')}."
    elif any(note.id == note_id for note in extraction.parsed.notes):
        reason = "The note gives no address to look at."
    else:
        reason = "The note it rests on is lost."
    return Alignment(Verdict.NOT_CHECKABLE, reason)


def _drifted(best: Found, found: Sequence[Found]) -> bool:
    """Found in a capture while the living page, read whole, lacks it."""
    if best.source.where != "archive" or not best.alignment.verdict.located:
        return False
    return any(not one.page.purpose.archive and one.alignment.verdict is Verdict.NOT_FOUND for one in found)


_TIMESTAMP = re.compile(r"/(\d{14})(?:[a-z]{2}_)?/")


def _source(fetch: Fetch, seen: Seen) -> Source:
    url = fetch.url
    if isinstance(seen.outcome, Capture):
        url = seen.outcome.final_url
    if fetch.purpose is not Purpose.REPLAY:
        return Source(url, "live")
    stamp = _TIMESTAMP.search(url)
    when = datetime.strptime(stamp[1], "%Y%m%d%H%M%S").replace(tzinfo=UTC) if stamp else None
    return Source(url.replace("id_/", "/", 1), "archive", when)
