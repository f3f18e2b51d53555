"""Labels of notes inside the text of another note, told by what ends before them and begins behind them, and
notes parted there."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from citecheck.model import Span
from citecheck.parse.draft import Draft
from citecheck.parse.labels import Style, label_at
from citecheck.parse.layout import Layout
from citecheck.parse.note_habits import Head
from citecheck.parse.note_heads import begins_citation, begins_with_shelf, counts_books, ends_note
from citecheck.parse.rows import Kind, Row

STOP = 40
"""Characters before a number that show whether a sentence ends there."""
PLAIN = frozenset({Style.BARE, Style.GLUED, Style.ALONE})
"""Dresses of labels that any number of a text wears."""

_LABEL = r"(?<![\w.,/-])[\[(]?{}(?:[.)\]]\s*|\s+|)(?=[^\W\d_]|[\"«„“»‘<])"
ENDED = re.compile(r"(?:[\d)\]»”\"’/!?…]|\d[rvab]|[^\W\d_]{4,})[.;]?[)\]»”\"’]?\s+[\[(]?\Z")
"""What a sentence ends with; behind a shorter word the stop is an abbreviation's (`art. 10`, `zit. n.`), but
for that of a leaf's two sides (`fol. 3v.`)."""


class Place(NamedTuple):
    """Where a note begins inside another's text."""

    number: int
    start: int
    body: int
    """Offset behind the label."""
    label: bool
    at_head: bool = False
    """At the head of a line."""


def labelled(layout: Layout, draft: Draft, number: int, after: int) -> Place | None:
    """The digits of a lost note in the text of another: at the head of a line, else inside one."""
    content, heads = layout.content, {row.start for row in rows_of(layout, draft)}
    inside: Place | None = None
    pattern = re.compile(_LABEL.format(number))
    for span in draft.spans:
        for match in pattern.finditer(content, max(span.start, after), span.end):
            ended = ENDED.search(content, max(draft.spans[0].start, match.start() - STOP), match.start())
            if not ended or not _parts(layout, draft, match, span.end):
                continue
            place = Place(number, match.start(), match.end(), True, match.start() in heads)
            if place.at_head:
                return place
            inside = inside or place
    return inside


def _parts(layout: Layout, draft: Draft, label: re.Match[str], end: int) -> bool:
    """Whether a number ends one citation and begins another."""
    content, first = layout.content, draft.spans[0].start
    if not ends_note(content, first, label.start()):
        return False
    if not (begins_citation(content, label.end(), end) or begins_with_shelf(content, label.end(), end)):
        return False
    return not counts_books(content, label.end(), end, dotted=any(sign in ".)]" for sign in label[0]))


def dressed_alike(layout: Layout, draft: Draft, place: Place) -> bool:
    """Whether a label is dressed as that of the note in which it stands, and not as any number is."""
    own = label_at(layout.content, draft.start, draft.spans[0].end)
    other = label_at(layout.content, place.start, draft.spans[-1].end)
    return own is not None and other is not None and own.style is other.style and own.style not in PLAIN


def rows_of(layout: Layout, draft: Draft) -> list[Row]:
    """Rows of text in which a note stands."""
    rows: list[Row] = []
    for span in draft.spans:
        first = bisect_right(layout.rows, span.start, key=lambda row: row.start) - 1
        last = bisect_left(layout.rows, span.end, key=lambda row: row.start)
        rows += [row for row in layout.rows[max(first, 0) : last] if row.kind is Kind.TEXT]
    return rows


def parted(layout: Layout, draft: Draft, places: Sequence[Place]) -> Iterator[Draft]:
    """The note without what belongs to the others, and those."""
    bounds = [Place(draft.number, draft.start, draft.spans[0].start, True), *places]
    stops = [*(place.start for place in places), draft.spans[-1].end]
    for place, stop in zip(bounds, stops, strict=True):
        spans = tuple(_within(layout.content, draft.spans, place.body, stop))
        if place.number == draft.number:
            yield draft._replace(spans=spans)
            continue
        yield draft._replace(
            number=place.number,
            label=str(place.number),
            spans=spans,
            start=place.start,
            unnumbered=not place.label,
        )


def heads_with(
    layout: Layout, heads: Sequence[Head], ends: Sequence[int], more: Sequence[Draft]
) -> tuple[list[Head], list[int]]:
    """First rows of notes and the rows behind their last, `more` notes among them: those that stand in the
    rows of another end it there."""
    heads, ends = list(heads), list(ends)
    for draft in more:
        place = bisect_right(heads, draft.start, key=lambda head: head.offset)
        row = bisect_right(layout.rows, draft.start, key=lambda one: one.first) - 1
        inside = place > 0 and row < ends[place - 1]
        stop = ends[place - 1] if inside else heads[place].row if place < len(heads) else len(layout.rows)
        heads.insert(place, Head(row, draft.start, draft.number, draft.round))
        ends.insert(place, stop)
        if inside:
            ends[place - 1] = row
    return heads, ends


def inside_any(drafts: Sequence[Draft], offset: int) -> bool:
    """Whether an offset lies between the ends of one of the notes."""
    return any(draft.start <= offset < draft.spans[-1].end for draft in drafts)


def _within(content: str, spans: Sequence[Span], start: int, stop: int) -> Iterator[Span]:
    """The parts of spans between two offsets, without the white space at their ends."""
    for span in spans:
        first, last = max(span.start, start), min(span.end, stop)
        text = content[first:last]
        if text.strip():
            yield Span(first + len(text) - len(text.lstrip()), last - len(text) + len(text.rstrip()))
