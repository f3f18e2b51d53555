"""Quotation → note → link → page: which page speaks for a quotation, and what it says."""

from __future__ import annotations

import asyncio
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from citecheck.audit.book import Book
from citecheck.audit.cases import source_notes
from citecheck.audit.desk import Desk, Found
from citecheck.audit.doubts import no_page, unread_behind, unread_source
from citecheck.audit.elsewhere import seek_elsewhere
from citecheck.audit.gather import Gathered, Progress
from citecheck.audit.ports import Readers, Shelf
from citecheck.model import (
    Alignment,
    Capture,
    Compare,
    Extraction,
    Fetch,
    Flag,
    Link,
    LinkCheck,
    LinkStatus,
    Note,
    Purpose,
    Quotation,
    QuotationKind,
    QuoteCheck,
    Reason,
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
AT_ONCE = 4
"""Quotations under way: enough for the workers of a machine, few enough to hold few pages."""
SETTLED = (Verdict.VERBATIM, Verdict.NEAR, Verdict.CONSISTENT)
"""Verdicts after which no further page is looked at."""


async def compare_quotations(
    extraction: Extraction,
    gathered: Gathered,
    readers: Readers,
    progress: Progress,
    shelf: Shelf | None = None,
    settled: Callable[[Iterable[QuoteCheck]], None] = lambda checks: None,
) -> tuple[QuoteCheck, ...]:
    """One check for each passage that rests on a note or is linked to a source; names and unattributed ones
    are left out.

    `shelf`: sources at hand, read before the pages of the web. `settled`: told after each comparison of
    those made so far.
    """
    wanted = [
        (index, quotation)
        for index, quotation in enumerate(extraction.parsed.quotations)
        if quotation.kind is QuotationKind.PASSAGE and (quotation.note_id is not None or quotation.links)
    ]
    book = Book(extraction, gathered.checks, [quotation for _, quotation in wanted])
    quoted = {index: quotation.note_id or "" for index, quotation in wanted}
    desk = Desk(readers, shelf)
    progress.quotations(0, len(wanted))
    checks: dict[int, QuoteCheck] = {}
    waiting = deque(wanted)

    async def compare_next() -> None:
        while waiting:
            index, quotation = waiting.popleft()
            checks[index] = await _check(index, quotation, book, gathered, desk)
            progress.quotations(len(checks), len(wanted))
            settled(checks.values())

    await asyncio.gather(*(compare_next() for _ in range(AT_ONCE)))
    exacts = {index: quotation.exact for index, quotation in wanted}
    in_order = [checks[index] for index, _ in wanted]
    sought = await seek_elsewhere(in_order, exacts, gathered.seen, readers)
    return tuple(_flagged(check, book.notes.get(quoted[check.quotation])) for check in _quoted_on(sought))


def _quoted_on(checks: Sequence[QuoteCheck]) -> Iterator[QuoteCheck]:
    """The checks, no part of a quotation that is broken (by *said X*) stopping early where its source goes on
    with the next part."""
    begins = {
        (check.source, check.alignment.span.start) for check in checks if check.alignment.span is not None
    }
    for check in checks:
        alignment = check.alignment
        if Flag.STOPS_EARLY in alignment.flags and alignment.span is not None:
            gap = next((at for at, sign in enumerate(alignment.suffix) if sign.isalnum()), 0)
            if any((check.source, alignment.span.end + at) in begins for at in range(gap + 1)):
                left = tuple(flag for flag in alignment.flags if flag is not Flag.STOPS_EARLY)
                check = replace(check, alignment=replace(alignment, flags=left))
        yield check


def _flagged(check: QuoteCheck, note: Note | None) -> QuoteCheck:
    """With what the note itself says of the quotation: taken from another work, translated by the author."""
    citations = note.citations if note else ()
    said = [
        flag
        for flag, holds in (
            (Flag.SECOND_HAND, any(citation.second_hand for citation in citations)),
            (Flag.TRANSLATED, any(citation.translated for citation in citations)),
        )
        if holds and flag not in check.alignment.flags
    ]
    if not said:
        return check
    return replace(check, alignment=replace(check.alignment, flags=(*check.alignment.flags, *said)))


async def _check(index: int, quotation: Quotation, book: Book, gathered: Gathered, desk: Desk) -> QuoteCheck:
    note_id, cited, links = _cited(quotation, book, gathered)
    rest = tuple(other for other in book.others[quotation.language] if other != quotation.exact)
    keys = [link.key for link in cited]
    found = await desk.look_up(quotation, book.notes.get(note_id), keys, rest)
    if not any(one.alignment.verdict in SETTLED for one in found):
        found += await look_up(quotation.exact, quotation.language, rest, links, gathered, desk.readers)
    if not found:
        return QuoteCheck(index, _without_page(links, note_id, book))
    best = best_of(found)
    alignment = best.alignment
    if quotation.note_id is None and alignment.verdict is Verdict.NOT_FOUND:
        # A link beside it may lead elsewhere than to its source: a page without the words proves nothing.
        alignment = replace(alignment, verdict=Verdict.CANNOT_VERIFY, reason=Reason("linked-page-lacks"))
    elif alignment.verdict is Verdict.NOT_FOUND and best.page is not None:
        alignment = _doubted(alignment, found, cited, links, book.notes.get(quotation.note_id or ""), book)
    return QuoteCheck(index, alignment, best.source, _drifted(best, found, links))


def _doubted(
    alignment: Alignment,
    found: list[Found],
    cited: Sequence[Link],
    links: Sequence[LinkCheck],
    note: Note | None,
    book: Book,
) -> Alignment:
    """`not-found` only where every source of the note was read."""
    told = {one.page: one.alignment for one in found if one.page}
    why = unread_source(links, told) or unread_behind(note, cited, book.notes)
    return Alignment(Verdict.NOT_CHECKABLE, why) if why else alignment


def _cited(
    quotation: Quotation, book: Book, gathered: Gathered
) -> tuple[str, Sequence[Link], Sequence[LinkCheck]]:
    """The note that a quotation rests on (empty without one), the links of its source and their answers."""
    if quotation.note_id is None:
        places = quotation.links
        return "", [book.extraction.links[at] for at in places], [gathered.checks[at] for at in places]
    sources = source_notes(book.extraction, quotation.note_id, book.notes)
    links = [link for one in sources for link in book.extraction.by_note.get(one, ())]
    return sources[0], links, [check for one in sources for check in book.checks.get(one, [])]


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
    walled = {page for check in links if check.status is LinkStatus.RESTRICTED for page in check.pages}
    for fetch in _pages(links):
        known = _known(exact, fetch, gathered)
        url = fetch.url
        if known is not None and gathered.seen.is_plain(fetch):
            alignment = known
        else:
            seen = gathered.seen[fetch]
            assert isinstance(seen, Seen)
            alignment = await _compare(exact, language, others, seen, known, readers)
            url = seen.outcome.final_url if isinstance(seen.outcome, Capture) else url
        if fetch in walled and not fetch.purpose.archive and alignment.verdict is Verdict.NOT_FOUND:
            alignment = Alignment(Verdict.NOT_CHECKABLE, Reason("before-the-wall"))
        found.append(Found(alignment, _source(fetch, url), fetch))
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


def _known(exact: str, fetch: Fetch, gathered: Gathered) -> Alignment | None:
    """The comparison that was made as the page was read, where it settled anything."""
    known = gathered.alignments.get(Compare(exact, fetch))
    if isinstance(known, Alignment) and known.verdict is not Verdict.CANNOT_VERIFY:
        return known
    return None


async def _compare(
    exact: str,
    language: str | None,
    others: tuple[str, ...],
    seen: Seen,
    known: Alignment | None,
    readers: Readers,
) -> Alignment:
    if seen.page is None:
        return Alignment(Verdict.NOT_CHECKABLE, Reason("no-text", why=seen.unreadable or Reason("empty")))
    answer = known or await readers.compare(exact, seen.page, language, others)
    if isinstance(answer, str):
        return Alignment(Verdict.NOT_CHECKABLE, Reason("no-comparison", why=answer))
    cut = isinstance(seen.outcome, Capture) and seen.outcome.truncated
    if cut and answer.verdict is Verdict.NOT_FOUND:
        return Alignment(Verdict.NOT_CHECKABLE, Reason("page-cut"))
    return answer


def _without_page(links: Sequence[LinkCheck], note_id: str, book: Book) -> Alignment:
    """Why there is no page to look at."""
    if links:
        reason = no_page(links[0])
    elif note_id in book.notes:
        reason = Reason("no-address")
    else:
        reason = Reason("note-lost")
    return Alignment(Verdict.NOT_CHECKABLE, reason)


def _drifted(best: Found, found: Sequence[Found], links: Sequence[LinkCheck]) -> bool:
    """Found in a capture while the living page of the same link, read whole, lacks it."""
    if best.source.where != "archive" or not best.alignment.verdict.located:
        return False
    own = {page for check in links if best.page in check.pages for page in check.pages}
    living = [one for one in found if one.page in own and one.page and not one.page.purpose.archive]
    return any(one.alignment.verdict is Verdict.NOT_FOUND for one in living)


_TIMESTAMP = re.compile(r"/(\d{14})(?:[a-z]{2}_)?/")


def _source(fetch: Fetch, url: str) -> Source:
    """The page that a quotation was looked for on; `url`: where `fetch` led to."""
    if fetch.purpose is not Purpose.REPLAY:
        return Source(url, "live")
    stamp = _TIMESTAMP.search(url)
    when = datetime.strptime(stamp[1], "%Y%m%d%H%M%S").replace(tzinfo=UTC) if stamp else None
    return Source(url.replace("id_/", "/", 1), "archive", when)
