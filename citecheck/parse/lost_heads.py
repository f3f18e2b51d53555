"""First notes of a page or a list that have lost their number, and so look like the last lines of the body.

    a second boat was hired for the winter.

    Orr, Lamps, p. 4.
    5. Hartley, Quays, p. 17.

Only where number 4 is called above and no note bears it, where the first notes of this text are set off from
the body, and where what stands close above note 5 begins like a citation and calls no note.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from citecheck.parse.draft import Draft
from citecheck.parse.labels import label_at
from citecheck.parse.layout import Layout
from citecheck.parse.markers import Call
from citecheck.parse.note_habits import set_off
from citecheck.parse.note_heads import TERMINAL, begins_citation
from citecheck.parse.note_spans import spans_of
from citecheck.parse.rows import Kind
from citecheck.parse.words import titled

ROWS = 8
"""Rows of such a note, at most."""
LED_LEAST, LED_FEW, LED = 2, 4, 0.8
"""So many other blocks of notes there must be, and share of them that must be set off from what is above; all
but one of a few."""


def with_lost_heads(layout: Layout, drafts: Sequence[Draft], calls: Sequence[Call]) -> list[Draft]:
    """The notes, with those of their blocks that stand without a number above the first that bears one."""
    known = {(draft.round, draft.number) for draft in drafts}
    called = {(call.round, call.number): call.start for call in calls}
    if called.keys() <= known:
        return list(drafts)
    begins = [row.first for row in layout.rows]
    heads = [bisect_right(begins, draft.start) - 1 for draft in drafts]
    leading = [place for place in range(len(drafts)) if _leads(layout, drafts, heads, place)]
    found = list(drafts)
    for place in leading:
        below = drafts[place]
        own = (below.round, below.number - 1)
        at = called.get(own, -1)
        last = drafts[place - 1].spans[-1].end if place else 0
        if own in known or at < 0:
            continue
        others = [set_off(layout, heads[other]) for other in leading if other != place]
        least = min(LED * len(others), len(others) - 1) if len(others) >= LED_FEW else LED * len(others)
        if len(others) < LED_LEAST or sum(others) < least:
            continue
        first = _block(layout, heads[place], max(at, last), below.number - 1)
        if first is not None and not any(_calls(calls, layout.rows[first.row].start, below.start)):
            found.append(_draft(layout, below, first, heads[place]))
    return sorted(found, key=lambda draft: draft.start)


def _leads(layout: Layout, drafts: Sequence[Draft], heads: Sequence[int], place: int) -> bool:
    """Whether a note is the first of its block: something else stands on the row above it."""
    if not heads[place]:
        return False
    above = layout.rows[heads[place] - 1]
    return not place or drafts[place - 1].spans[-1].end < above.end


class _First(NamedTuple):
    """Where the note begins."""

    row: int
    body: int
    """Offset behind the label."""
    labelled: bool


def _block(layout: Layout, head: int, after: int, number: int) -> _First | None:
    """The first row of what stands close above a note and begins with the number that is lacking; else set
    off from the body, and citing like a note."""
    content, rows = layout.content, layout.rows
    first = head
    while first > max(0, head - ROWS) and not set_off(layout, first) and rows[first - 1].kind is Kind.TEXT:
        first -= 1
        label = label_at(content, rows[first].start, rows[first].end)
        if label is not None and label.number == number and label.start > after:
            return _First(first, label.end, True)
    text = content[rows[first].start : rows[head - 1].end]
    apart = first < head and set_off(layout, first) and rows[first].start > after
    tight = not any(row.gap for row in rows[first + 1 : head + 1])
    if not apart or not tight or content[rows[head - 1].end - 1] not in TERMINAL or titled(text):
        return None
    cite = begins_citation(text, 0, len(text))
    return _First(first, rows[first].start, False) if cite else None


def _draft(layout: Layout, below: Draft, first: _First, head: int) -> Draft:
    number = below.number - 1
    return below._replace(
        number=number,
        label=str(number),
        spans=spans_of(layout, first.body, first.row, head),
        start=layout.rows[first.row].start,
        unnumbered=not first.labelled,
    )


def _calls(calls: Sequence[Call], start: int, end: int) -> Iterator[Call]:
    for call in calls[bisect_left(calls, start, key=lambda one: one.start) :]:
        if call.start >= end:
            return
        yield call
