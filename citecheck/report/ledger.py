"""One row a source a note: what CSV and spreadsheet have in common.

A note without an address has a row too, so that nothing is missing from the ledger; quotations are named
in the row of the address they rest on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from citecheck.model import Audit, Citation, Finding, Link, LinkCheck, Note, QuoteCheck
from citecheck.report.places import Places, has_lines
from citecheck.report.words import FALLBACK, words_in

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
PLACE = "place"
"""Instead of `line` where a line number leads nowhere in the manuscript's file."""
Cell = str | int | None
Where = Callable[[int], Cell]
"""A line of the text as read → what the second column says of it."""
_SEPARATOR = " · "
_NOTHING: tuple[Cell, ...] = (None,) * len(COLUMNS)


@dataclass(slots=True)
class _Told:
    """Everything about one note, or (under `None`) about none."""

    links: list[tuple[Link, LinkCheck]] = field(default_factory=list)
    quotes: list[QuoteCheck] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def columns(audit: Audit) -> tuple[str, ...]:
    """The heads: `COLUMNS`, with `place` for `line` in formats without lines, as of Word."""
    return COLUMNS if has_lines(audit) else tuple(PLACE if name == "line" else name for name in COLUMNS)


def rows(audit: Audit) -> Iterator[tuple[Cell, ...]]:
    """The ledger, by note and then by place; lost notes and what stands outside notes at the end."""
    told, where = _by_note(audit), _where(audit)
    for note in audit.extraction.parsed.notes:
        yield from _note_rows(audit, note, told.pop(note.id, _Told()), where)
    loose = told.pop(None, _Told())
    for lost in told.values():
        yield from (_finding_row(one, where) for one in lost.findings)
    for link, check in loose.links:
        place = where(link.line)
        yield (None, place, *_NOTHING[:7], *_link(link, check), None, None, *_findings(loose, check))
    yield from (_finding_row(one, where) for one in loose.findings if "url" not in one.evidence)


def _where(audit: Audit) -> Where:
    """Lines as numbers, to be sorted by, where the manuscript is one file of lines; else places in words."""
    text = audit.extraction.manuscript.text
    if has_lines(audit) and not text.files:
        return lambda line: text.located(line)[1]
    return Places(audit, words_in(FALLBACK))


def _by_note(audit: Audit) -> dict[str | None, _Told]:
    told: dict[str | None, _Told] = {}
    for link, check in zip(audit.extraction.links, audit.links, strict=True):
        told.setdefault(link.note_id, _Told()).links.append((link, check))
    for quote in audit.quotes:
        note_id = audit.extraction.parsed.quotations[quote.quotation].note_id
        told.setdefault(note_id, _Told()).quotes.append(quote)
    for finding in audit.findings:
        if finding.accepted is None:
            told.setdefault(finding.note_id, _Told()).findings.append(finding)
    return told


def _note_rows(audit: Audit, note: Note, told: _Told, where: Where) -> Iterator[tuple[Cell, ...]]:
    """A row for each address of the note, one without address where it has none."""
    places: list[tuple[Link | None, LinkCheck | None]] = [*told.links] or [(None, None)]
    answers = [answer for _, answer in places]
    for number, (link, answer) in enumerate(places):
        mine = [quote for quote in told.quotes if _row_of(quote, answers) == number]
        about = _findings(told, answer, first=number == 0)
        yield (*_note(note, link, where), *_link(link, answer), *_quotes(audit, mine), *about)


def _finding_row(finding: Finding, where: Where) -> tuple[Cell, ...]:
    """What belongs to no note that is there and to no address: a lost note, a quotation without a note."""
    quotation = finding.evidence.get("quotation")
    words = quotation if isinstance(quotation, str) else None
    number = finding.note if finding.note is not None else finding.note_id
    return (number, where(finding.line), *_NOTHING[:15], words, None, finding.check, finding.advice)


def _row_of(quote: QuoteCheck, answers: Sequence[LinkCheck | None]) -> int:
    """Which of the note's addresses the quotation was compared with; the first where it was none of them."""
    for number, answer in enumerate(answers):
        if quote.source is not None and answer is not None:
            own = (answer.url, answer.final_url, answer.archive.url)
            if quote.source.url in own:
                return number
    return 0


def _note(note: Note, link: Link | None, where: Where) -> tuple[Cell, ...]:
    citation = _citation(note, link)
    own: tuple[Cell, ...] = (
        note.label or note.number,
        where(link.line if link else note.line),
        note.page,
        note.text,
    )
    if citation is None:
        return (*own, None, None, None, None, None)
    return (
        *own,
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


def _findings(told: _Told, check: LinkCheck | None, *, first: bool = False) -> tuple[Cell, Cell]:
    """Checks and advice about that address; what is about no address stands in the note's first row."""
    own = check.url if check else None
    mine = [
        one
        for one in told.findings
        if one.evidence.get("url") == own or (first and "url" not in one.evidence)
    ]
    advice = dict.fromkeys(one.advice for one in mine)
    return _SEPARATOR.join(one.check for one in mine), _SEPARATOR.join(advice)
