"""What the HTML report shows, as values: a card a note, in chapters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from citecheck.model import Audit, Finding, Link, LinkCheck, Note, Severity
from citecheck.reference import Change, Part, Reference, corrected, usual_style
from citecheck.report.context import Contexts
from citecheck.report.evidence import LONGEST, LinkView, QuoteView, link_view, quote_view
from citecheck.report.marked import finer
from citecheck.report.outline import titles
from citecheck.report.pieces import linked_quotes
from citecheck.report.safe import cut
from citecheck.report.said import Said, said
from citecheck.report.summary import RANK
from citecheck.report.words import Words

SEVERITY_SIGNS = {Severity.ERROR: "✕", Severity.WARNING: "!", Severity.UNKNOWN: "?", Severity.INFO: "i"}


@dataclass(frozen=True, slots=True)
class Card:
    """One note with all that is known of it. A note that is lost has a card too, without text."""

    anchor: str
    label: str
    number: int | None
    line: int
    page: int | None = None
    kind: str = ""
    said: Said | None = None
    text: str | None = None
    links: tuple[LinkView, ...] = ()
    quotes: tuple[QuoteView, ...] = ()
    findings: tuple[Finding, ...] = ()
    reference: tuple[Part, ...] = ()

    @property
    def severity(self) -> Severity | None:
        """The worst of its open findings."""
        opened = [one.severity for one in self.findings if one.accepted is None]
        return min(opened, key=lambda one: RANK[one], default=None)

    @property
    def level(self) -> str:
        """Severity, or `fine`, or `none` for a note (of a printed book) in which nothing could be checked."""
        if self.severity:
            return self.severity.value
        return "fine" if self.links or self.quotes else "none"

    @property
    def rank(self) -> int:
        """0 is worst."""
        return RANK[self.severity] if self.severity else len(RANK)

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

    @property
    def lost(self) -> int:
        """Cards of notes that are called and not there."""
        return sum(card.text is None for card in self.cards)


@dataclass(slots=True)
class _Collected:
    links: list[LinkView] = field(default_factory=list)
    quotes: list[QuoteView] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    answers: list[tuple[Link, LinkCheck]] = field(default_factory=list)


def chapters(audit: Audit, contexts: Contexts, words: Words) -> list[Chapter]:
    """The cards of all notes, lost ones in their places, by chapter (by fifties where there are none)."""
    collected, title = _collect(audit, words), titles(audit, words)
    markers = audit.extraction.parsed.markers
    first = {marker.note_id: marker.span for marker in reversed(markers) if marker.note_id is not None}
    parsed, today = audit.extraction.parsed, audit.generated.date()
    usual = usual_style(parsed.notes, parsed.language)
    cards: list[tuple[str | None, Card]] = []
    for note in parsed.notes:
        span = first.get(note.id)
        known = collected.pop(note.id, _Collected())
        reference = corrected(note, known.answers, usual, today)
        sentence = None
        if span:
            sentence, known.quotes = said(contexts, span, known.quotes, parsed.language)
        cards.append((title(note, span), _card(note, sentence, known, reference)))
    for note_id, rest in collected.items():
        if note_id is not None:
            _insert(cards, _lost(note_id, rest))
    return _grouped(cards, words)


Loose = tuple[LinkView, tuple[QuoteView, ...]]
"""An address outside notes, with the quotations whose sentence links to it before others."""


def outside(audit: Audit, words: Words) -> tuple[tuple[Loose, ...], tuple[Finding, ...]]:
    """Addresses outside notes with their quotations, and findings that belong to no note."""
    quotes = linked_quotes(audit)
    links = tuple(
        (link_view(link, check, words), tuple(quote_view(*pair, words) for pair in quotes.get(index, ())))
        for index, (link, check) in enumerate(zip(audit.extraction.links, audit.links, strict=True))
        if link.note_id is None
    )
    return links, tuple(finding for finding in audit.findings if finding.note_id is None)


def _collect(audit: Audit, words: Words) -> dict[str | None, _Collected]:
    """Everything by the note it belongs to; links and quotations of none are `outside`."""
    collected: dict[str | None, _Collected] = {}
    for link, check in zip(audit.extraction.links, audit.links, strict=True):
        if link.note_id is None:
            continue
        known = collected.setdefault(link.note_id, _Collected())
        known.links.append(link_view(link, check, words))
        known.answers.append((link, check))
    for quote in audit.quotes:
        quotation = audit.extraction.parsed.quotations[quote.quotation]
        if quotation.note_id is not None:
            known = collected.setdefault(quotation.note_id, _Collected())
            known.quotes.append(quote_view(quotation, quote, words))
    for finding in audit.findings:
        collected.setdefault(finding.note_id, _Collected()).findings.append(finding)
    return collected


def _worst_first(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda one: (one.accepted is not None, RANK[one.severity])))


def anchor(note_id: str) -> str:
    """`note-57`; `note-2-57` for the note 57 of a second numbering."""
    return "note-" + re.sub(r"[^0-9A-Za-z]+", "-", note_id)


def _card(note: Note, sentence: Said | None, collected: _Collected, reference: Reference | None) -> Card:
    repaired = {one.link for one in reference.edits if one.change is Change.REPAIRED} if reference else set()
    links = [replace(one, above=at in repaired) for at, one in enumerate(collected.links)]
    return Card(
        anchor=anchor(note.id),
        label=note.label or str(note.number),
        number=note.number,
        line=note.line,
        page=note.page,
        kind=note.kind.value,
        said=sentence,
        reference=finer(reference) if reference else (),
        text=cut(note.text, LONGEST),
        links=tuple(links),
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


def _insert(cards: list[tuple[str | None, Card]], lost: Card) -> None:
    """Puts a lost note behind the nearest card with a smaller number; at the end where it has no number."""
    place = len(cards)
    if lost.number is not None:
        before = [
            at for at, (_, card) in enumerate(cards) if card.number is not None and card.number < lost.number
        ]
        near = min(before, key=lambda at: (abs(cards[at][1].line - lost.line), -at), default=-1)
        place = near + 1
    chapter = cards[place - 1][0] if place else (cards[0][0] if cards else None)
    cards.insert(place, (chapter, lost))


def _grouped(cards: Sequence[tuple[str | None, Card]], words: Words) -> list[Chapter]:
    """By chapter, cards before the first one under a title of their own; by fifties without chapters."""
    groups: dict[str | int | None, list[Card]] = {}
    if any(title is not None for title, _ in cards):
        for title, card in cards:
            groups.setdefault(title, []).append(card)
        front = words("Before the first chapter")
        return [Chapter(str(title or front), tuple(group)) for title, group in groups.items()]
    for at, (_, card) in enumerate(cards):
        groups.setdefault(at // 50, []).append(card)
    return [
        Chapter(words("Notes {first}–{last}", first=group[0].label, last=group[-1].label), tuple(group))
        for group in groups.values()
    ]
