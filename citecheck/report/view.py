"""What the HTML report shows, as values: a card a note, ready to be laid out and to be counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from citecheck.model import (
    ArchiveCheck,
    ArchiveState,
    Audit,
    Difference,
    Finding,
    Flag,
    Link,
    LinkCheck,
    LinkStatus,
    Note,
    Quotation,
    QuoteCheck,
    Severity,
    Verdict,
)
from citecheck.report.context import Context, Contexts
from citecheck.report.marked import Piece, containing, marked
from citecheck.report.safe import cut
from citecheck.report.summary import RANK, UNCOMPARED, count

LONGEST = 2000
"""Characters of a quotation, a passage or a note that are shown: a page of text, so that 2,000 notes stay small."""

GOOD, WARN, BAD, UNSURE = "good", "warn", "bad", "unsure"
SIGNS = {GOOD: "✓", WARN: "!", BAD: "✕", UNSURE: "?"}
SEVERITY_SIGNS = {Severity.ERROR: "✕", Severity.WARNING: "!", Severity.UNKNOWN: "?", Severity.INFO: "i"}

STATUSES = {
    LinkStatus.OK: ("answers", GOOD),
    LinkStatus.MOVED: ("moved", WARN),
    LinkStatus.SOFT_404: ("not there (answers 200)", BAD),
    LinkStatus.PARKED: ("domain parked", BAD),
    LinkStatus.GONE: ("gone", BAD),
    LinkStatus.BLOCKED: ("blocked", UNSURE),
    LinkStatus.RESTRICTED: ("login or payment", UNSURE),
    LinkStatus.UNREACHABLE: ("out of reach", UNSURE),
    LinkStatus.INVALID: ("no address", BAD),
    LinkStatus.REFUSED: ("not allowed", UNSURE),
    LinkStatus.NOT_CHECKED: ("not asked", UNSURE),
}
VERDICTS = {
    Verdict.VERBATIM: ("word for word", GOOD),
    Verdict.NEAR: ("word for word but for slips", GOOD),
    Verdict.MODIFIED: ("some words differ", WARN),
    Verdict.PARTIAL: ("found in part", WARN),
    Verdict.ALTERED: ("number, negation or name differs", BAD),
    Verdict.NOT_FOUND: ("not found", WARN),
    Verdict.CONSISTENT: ("agrees, in another language", GOOD),
    Verdict.NUMBER_DIFFERS: ("number differs, in another language", BAD),
    Verdict.CHECK: ("to be looked at, in another language", WARN),
    Verdict.CANNOT_VERIFY: ("cannot be verified", UNSURE),
    Verdict.NOT_CHECKABLE: ("nothing to compare with", UNSURE),
}
FLAGS = {
    Flag.STOPS_EARLY: "the source goes on and limits it",
    Flag.ELSEWHERE: "found at another cited source",
    Flag.SECOND_HAND: "quoted second-hand",
    Flag.TRANSLATED: "translated by the author",
    Flag.REORDERED: "parts in another order",
    Flag.POSSIBLE_OCR: "perhaps a scanning slip",
}
ACROSS = (Verdict.CONSISTENT, Verdict.NUMBER_DIFFERS, Verdict.CHECK)
"""Verdicts between two languages, where words cannot be compared one by one."""

_WEB = re.compile(r"(?i)https?://[^\s\"'<>\\^`{|}\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f]+")


@dataclass(frozen=True, slots=True)
class Chip:
    """A state in a word, with a sign and a tone: never told by colour alone."""

    word: str
    tone: str

    @property
    def sign(self) -> str:
        return SIGNS[self.tone]


@dataclass(frozen=True, slots=True)
class LinkView:
    """An address, from print to what it leads to."""

    chip: Chip
    reason: str
    raw: str
    url: str
    steps: tuple[tuple[str, str], ...]
    readings: tuple[str, ...]
    hops: tuple[tuple[int, str], ...]
    final_url: str | None
    title: str | None
    archive: str
    archive_url: str | None
    archive_date: str | None
    suggestion: str | None
    confirmed_by: str | None
    line: int

    @property
    def fine(self) -> bool:
        return self.chip.tone == GOOD and not self.steps


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A quotation beside the passage found."""

    chip: Chip
    quoted: tuple[Piece, ...]
    found: tuple[Piece, ...]
    prefix: str
    suffix: str
    language: str | None
    page_language: str | None
    source: str
    source_url: str | None
    open_at: str | None
    page: int | None
    differences: tuple[Difference, ...]
    flags: tuple[str, ...]
    reason: str
    terms: tuple[tuple[str, str], ...]
    line: int

    @property
    def fine(self) -> bool:
        return self.chip.tone == GOOD and not self.flags


@dataclass(frozen=True, slots=True)
class Card:
    """One note with all that is known of it. A note that is lost has a card too, without text."""

    anchor: str
    label: str
    number: int | None
    line: int
    page: int | None = None
    kind: str = ""
    context: Context | None = None
    text: str | None = None
    links: tuple[LinkView, ...] = ()
    quotes: tuple[QuoteView, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def severity(self) -> Severity | None:
        """The worst of its open findings."""
        opened = [one.severity for one in self.findings if one.accepted is None]
        return min(opened, key=lambda one: RANK[one], default=None)

    @property
    def level(self) -> str:
        return self.severity.value if self.severity else "clean"

    @property
    def rank(self) -> int:
        """0 is worst."""
        return RANK[self.severity] if self.severity else len(RANK)

    @property
    def sign(self) -> str:
        return SEVERITY_SIGNS[self.severity] if self.severity else "✓"

    @property
    def fine(self) -> bool:
        """Whether its details may be folded away."""
        return self.severity is None


@dataclass(frozen=True, slots=True)
class Chapter:
    """Cards that stand together in the outline."""

    title: str
    cards: tuple[Card, ...]

    @property
    def open(self) -> int:
        """Cards with something to do."""
        return sum(card.severity in (Severity.ERROR, Severity.WARNING) for card in self.cards)


@dataclass(slots=True)
class _Collected:
    links: list[LinkView] = field(default_factory=list)
    quotes: list[QuoteView] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def web_address(url: str | None) -> str | None:
    """`url` where it may become a link: http or https, and nothing in it that could break out of one."""
    return url if url is not None and _WEB.fullmatch(url) else None


def chapters(audit: Audit) -> list[Chapter]:
    """The cards of all notes, lost ones in their places, by chapter (by fifties where there are none)."""
    collected = _collect(audit)
    contexts, markers = Contexts(audit.extraction), audit.extraction.parsed.markers
    first = {marker.note_id: marker.span for marker in reversed(markers) if marker.note_id is not None}
    cards: list[tuple[int | None, Card]] = []
    for note in audit.extraction.parsed.notes:
        span = first.get(note.id)
        context = contexts.around(span) if span else None
        cards.append((note.chapter, _card(note, context, collected.pop(note.id, _Collected()))))
    for note_id, rest in collected.items():
        if note_id is not None:
            _insert(cards, _lost(note_id, rest))
    return _grouped(cards)


def outside(audit: Audit) -> tuple[tuple[LinkView, ...], tuple[Finding, ...]]:
    """Addresses outside notes, and findings that belong to no note."""
    pairs = zip(audit.extraction.links, audit.links, strict=True)
    links = tuple(_link(link, check) for link, check in pairs if link.note_id is None)
    return links, tuple(finding for finding in audit.findings if finding.note_id is None)


def _collect(audit: Audit) -> dict[str | None, _Collected]:
    """Everything by the note it belongs to."""
    collected: dict[str | None, _Collected] = {}
    for link, check in zip(audit.extraction.links, audit.links, strict=True):
        collected.setdefault(link.note_id, _Collected()).links.append(_link(link, check))
    for quote in audit.quotes:
        quotation = audit.extraction.parsed.quotations[quote.quotation]
        collected.setdefault(quotation.note_id, _Collected()).quotes.append(_quote(quotation, quote))
    for finding in audit.findings:
        collected.setdefault(finding.note_id, _Collected()).findings.append(finding)
    return collected


def _worst_first(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda one: (one.accepted is not None, RANK[one.severity])))


def anchor(note_id: str) -> str:
    """`note-57`; `note-2-57` for the note 57 of a second numbering."""
    return "note-" + re.sub(r"[^0-9A-Za-z]+", "-", note_id)


def _card(note: Note, context: Context | None, collected: _Collected) -> Card:
    return Card(
        anchor=anchor(note.id),
        label=note.label or str(note.number),
        number=note.number,
        line=note.line,
        page=note.page,
        kind=note.kind.value,
        context=context,
        text=cut(note.text, LONGEST),
        links=tuple(collected.links),
        quotes=tuple(collected.quotes),
        findings=_worst_first(collected.findings),
    )


def _lost(note_id: str, collected: _Collected) -> Card:
    number = next((one.note for one in collected.findings if one.note is not None), None)
    line = min((one.line for one in collected.findings), default=1)
    return Card(
        anchor=anchor(note_id),
        label=str(number) if number is not None else note_id,
        number=number,
        line=line,
        links=tuple(collected.links),
        quotes=tuple(collected.quotes),
        findings=_worst_first(collected.findings),
    )


def _insert(cards: list[tuple[int | None, Card]], lost: Card) -> None:
    """Puts a lost note behind the last card whose number comes before its own; at the end where it has none."""
    place = len(cards)
    if lost.number is not None:
        before = [
            at for at, (_, card) in enumerate(cards) if card.number is not None and card.number < lost.number
        ]
        near = min(before, key=lambda at: (abs(cards[at][1].line - lost.line), -at), default=-1)
        place = near + 1
    chapter = cards[place - 1][0] if place else (cards[0][0] if cards else None)
    cards.insert(place, (chapter, lost))


def _grouped(cards: Sequence[tuple[int | None, Card]]) -> list[Chapter]:
    named = any(chapter is not None for chapter, _ in cards)
    groups: dict[str, list[Card]] = {}
    for at, (chapter, card) in enumerate(cards):
        if named:
            title = f"Chapter {chapter}" if chapter is not None else "Before the first chapter"
        else:
            title = f"Notes {at // 50 * 50 + 1}–{min(at // 50 * 50 + 50, len(cards))}"
        groups.setdefault(title, []).append(card)
    if not named:
        groups = {f"Notes {group[0].label}–{group[-1].label}": group for group in groups.values()}
    return [Chapter(title, tuple(group)) for title, group in groups.items()]


def _link(link: Link, check: LinkCheck) -> LinkView:
    repair, archive = link.repair, check.archive
    chosen = next((one for one in repair.candidates if one.url == check.url), None)
    word, tone = STATUSES[check.status]
    return LinkView(
        chip=Chip(word, tone),
        reason=check.reason,
        raw=repair.raw,
        url=check.url,
        steps=tuple((step.step, step.after) for step in chosen.steps) if chosen else (),
        readings=tuple(one.url for one in repair.candidates if one.url != check.url),
        hops=tuple((hop.status, hop.location) for hop in check.hops),
        final_url=check.final_url if check.final_url != check.url else None,
        title=check.title,
        archive=_archive_words(archive),
        archive_url=archive.url,
        archive_date=archive.datetime.date().isoformat() if archive.datetime else None,
        suggestion=check.suggestion.url if check.suggestion else None,
        confirmed_by=check.suggestion.confirmed_by if check.suggestion else None,
        line=link.line,
    )


def _archive_words(archive: ArchiveCheck) -> str:
    """What the archive holds, empty where it was not asked."""
    match archive.state:
        case ArchiveState.ARCHIVED:
            days = archive.days_from_citation
            return "" if days is None else f"{count(abs(days), 'day')} from the date of the citation"
        case ArchiveState.ARCHIVED_NOT_OK:
            return "only error pages are archived"
        case ArchiveState.NEVER_ARCHIVED:
            return "never archived"
        case ArchiveState.EXCLUDED:
            return "the archive may not show its copies"
        case ArchiveState.NO_ANSWER:
            return "the archive was asked and did not answer"
        case ArchiveState.NOT_ASKED:
            return ""


def _quote(quotation: Quotation, quote: QuoteCheck) -> QuoteView:
    alignment, source = quote.alignment, quote.source
    quoted, found = _pieces(quotation, quote)
    word, tone = VERDICTS[alignment.verdict]
    fragment = alignment.text_fragment or ""
    url = source.url if source else None
    opened = f"{url.partition('#')[0]}{fragment}" if url and fragment.startswith("#:~:text=") else url
    return QuoteView(
        chip=Chip(word, tone),
        quoted=quoted,
        found=found,
        prefix=alignment.prefix,
        suffix=alignment.suffix,
        language=alignment.quote_language or quotation.language,
        page_language=alignment.page_language,
        source=_source_words(quote),
        source_url=url,
        open_at=opened,
        page=alignment.page,
        differences=alignment.differences,
        flags=tuple(FLAGS[flag] for flag in alignment.flags),
        reason=alignment.reason if alignment.verdict in (*UNCOMPARED, *ACROSS) or alignment.flags else "",
        terms=alignment.terms,
        line=quotation.line,
    )


def _pieces(quotation: Quotation, quote: QuoteCheck) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    alignment = quote.alignment
    exact, found = cut(quotation.exact, LONGEST), alignment.found
    if found is None:
        return (Piece(exact),), ()
    found = cut(found, LONGEST)
    if alignment.verdict in ACROSS:
        return (
            containing(exact, [one.quoted for one in alignment.differences]),
            containing(found, [one.found for one in alignment.differences]),
        )
    return marked(exact, found)


def _source_words(quote: QuoteCheck) -> str:
    source = quote.source
    if source is None:
        return "No page"
    if source.where == "archive":
        when = f" of {source.datetime.date().isoformat()}" if source.datetime else ""
        return f"Archived copy{when}"
    return "File at hand" if source.where == "file" else "Cited page"
