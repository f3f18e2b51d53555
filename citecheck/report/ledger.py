"""One row a source a note: what CSV and spreadsheet have in common.

A note without an address has a row too, so that nothing is missing from the ledger; quotations are named
in the row of the address they rest on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citecheck.model import Audit, Citation, Link, LinkCheck, Note, QuoteCheck

COLUMNS = (
    "note",
    "line",
    "page",
    "text",
    "author",
    "title",
    "year",
    "locator",
    "accessed",
    "printed URL",
    "URL",
    "status",
    "reason",
    "final URL",
    "archived copy",
    "archived on",
    "days from citation",
    "quotations",
    "verdicts",
    "findings",
    "what to do",
)
Cell = str | int | None
Told = tuple[str | None, str, str]
"""Of a finding: the address it is about, the check, the advice."""
_SEPARATOR = " · "


def rows(audit: Audit) -> Iterator[tuple[Cell, ...]]:
    """The ledger, by note and then by place; addresses outside notes at the end, without a note."""
    links: dict[str | None, list[tuple[Link, LinkCheck]]] = {}
    for link, check in zip(audit.extraction.links, audit.links, strict=True):
        links.setdefault(link.note_id, []).append((link, check))
    quotes: dict[str, list[QuoteCheck]] = {}
    for quote in audit.quotes:
        note_id = audit.extraction.parsed.quotations[quote.quotation].note_id
        if note_id is not None:
            quotes.setdefault(note_id, []).append(quote)
    findings: dict[str | None, list[Told]] = {}
    for one in audit.findings:
        if one.accepted is None:
            url = one.evidence.get("url")
            about = url if isinstance(url, str) else None
            findings.setdefault(one.note_id, []).append((about, one.check, one.advice))
    for note in audit.extraction.parsed.notes:
        places: list[tuple[Link | None, LinkCheck | None]] = [*links.get(note.id, ())] or [(None, None)]
        answers = [answer for _, answer in places]
        for number, (place, answer) in enumerate(places):
            mine = [quote for quote in quotes.get(note.id, ()) if _row_of(quote, answers) == number]
            told = _told(findings.get(note.id, ()), answer, first=number == 0)
            yield (*_note(note, place), *_link(place, answer), *_quotes(audit, mine), *told)
    for place, answer in links.get(None, ()):
        none = (None,) * 7
        told = _told(findings.get(None, ()), answer, first=False)
        yield (None, place.line, *none, *_link(place, answer), None, None, *told)


def _row_of(quote: QuoteCheck, answers: Sequence[LinkCheck | None]) -> int:
    """Which of the note's addresses the quotation was compared with; the first where it was none of them."""
    for number, answer in enumerate(answers):
        if quote.source is not None and answer is not None:
            own = (answer.url, answer.final_url, answer.archive.url)
            if quote.source.url in own:
                return number
    return 0


def _note(note: Note, link: Link | None) -> tuple[Cell, ...]:
    citation = _citation(note, link)
    where: tuple[Cell, ...] = (
        note.label or note.number,
        link.line if link else note.line,
        note.page,
        note.text,
    )
    if citation is None:
        return (*where, None, None, None, None, None)
    return (
        *where,
        citation.author,
        citation.title,
        citation.year,
        citation.locator,
        citation.accessed,
    )


def _citation(note: Note, link: Link | None) -> Citation | None:
    if link is not None and link.citation is not None:
        return note.citations[link.citation]
    return note.citations[0] if len(note.citations) == 1 else None


def _link(link: Link | None, check: LinkCheck | None) -> tuple[Cell, ...]:
    if link is None or check is None:
        return (None,) * 8
    archive = check.archive
    return (
        link.repair.raw,
        check.url,
        check.status.value,
        check.reason,
        check.final_url,
        archive.url or archive.state.value,
        archive.datetime.date().isoformat() if archive.datetime else None,
        archive.days_from_citation,
    )


def _quotes(audit: Audit, quotes: list[QuoteCheck]) -> tuple[Cell, Cell]:
    quotations = audit.extraction.parsed.quotations
    exact = _SEPARATOR.join(quotations[quote.quotation].exact for quote in quotes)
    return exact, _SEPARATOR.join(quote.alignment.verdict.value for quote in quotes)


def _told(findings: Sequence[Told], check: LinkCheck | None, *, first: bool) -> tuple[Cell, Cell]:
    """Checks and advice about that address; what is about no address stands in the first row."""
    own = check.url if check else None
    mine = [(name, words) for about, name, words in findings if about == own or (about is None and first)]
    advice = dict.fromkeys(words for _, words in mine)
    return _SEPARATOR.join(name for name, _ in mine), _SEPARATOR.join(advice)
