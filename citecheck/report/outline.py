"""Where notes and problems lie: the chapters of the outline, and the strip that shows problems by place."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from citecheck.model import Audit, Mark, MarkKind, Note, Span
from citecheck.report.redacted import broken_forms, redacted_text
from citecheck.report.safe import cut
from citecheck.report.words import Words

LONGEST_TITLE = 80
"""Characters of a heading in the outline."""
LEAST_CHAPTERS = 2
"""Headings of one level that make chapters; a single one is the title of the whole."""
PLACES = 120
"""Places on the strip: one is wide enough to be seen at 320 px."""
LANES = ("error", "warning", "unknown")
Title = Callable[[Note, Span | None], str | None]


class Placed(Protocol):
    """What the strip needs of a card."""

    @property
    def label(self) -> str: ...
    @property
    def level(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Lane:
    """Problems of one severity, by place: `places` of `PLACES` from the first note to the last."""

    level: str
    count: int
    places: tuple[int, ...]
    first: str
    """Label of the first note with such a problem."""
    last: str
    most: str
    """Chapter with most of them, empty where there is one chapter only."""


def titles(audit: Audit, words: Words) -> Title:
    """The chapter's title for a note (called at a place): from headings, else from chapter numbers."""
    headings = _chapter_headings(audit)
    if not headings:
        return lambda note, _: None if note.chapter is None else words("Chapter {n}", n=note.chapter)
    content, forms = audit.extraction.manuscript.text.content, broken_forms(audit.extraction.links)
    starts = [mark.spans[0].start for mark in headings]
    names: list[str] = []
    seen: Counter[str] = Counter()
    for mark in headings:
        printed = " ".join(" ".join(span.of(content) for span in mark.spans).split())
        name = cut(redacted_text(printed, forms), LONGEST_TITLE) or "…"
        # Two chapters of one name stay two.
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")

    def title(note: Note, called: Span | None) -> str | None:
        place = bisect_right(starts, (called or note.spans[0]).start)
        return names[place - 1] if place else None

    return title


def _chapter_headings(audit: Audit) -> list[Mark]:
    """Headings of the highest level that has several, in order of place."""
    marks = [one for one in audit.extraction.manuscript.text.marks if one.kind is MarkKind.HEADING]
    levels = Counter(mark.detail for mark in marks)
    level = next((name for name in sorted(levels) if levels[name] >= LEAST_CHAPTERS), None)
    chosen = [mark for mark in marks if mark.detail == level and mark.spans]
    return sorted(chosen, key=lambda mark: mark.spans[0].start)


def lanes(chapters: Sequence[tuple[str, Sequence[Placed]]]) -> list[Lane]:
    """The strip: a lane a severity that occurs. `chapters`: title and cards, in order of place."""
    cards = [(title, card) for title, group in chapters for card in group]
    found = []
    for level in LANES:
        hits = [(at, title, card) for at, (title, card) in enumerate(cards) if card.level == level]
        if hits:
            most = Counter(title for _, title, _ in hits).most_common(1)[0][0] if len(chapters) > 1 else ""
            places = tuple(sorted({at * PLACES // len(cards) for at, _, _ in hits}))
            found.append(Lane(level, len(hits), places, hits[0][2].label, hits[-1][2].label, most))
    return found
