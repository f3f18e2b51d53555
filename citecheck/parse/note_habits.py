"""How a text sets its notes: line widths, rules, empty lines. Learned once, from the notes already found."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from citecheck.parse.layout import Layout
from citecheck.parse.rows import Kind

LONGEST_LINE = 160
"""A wider row is a paragraph on one line."""
APART = 12
"""Notes more rows apart than this stand on different pages, as a rule."""
RULED = 0.6
"""Share of pages whose notes must stand under a rule."""
WIDTH_APART = 8
"""Characters that typical lines of notes and of the body must differ by for width to tell."""
BODY_LEAST = 3
"""Rows of body above a doubtful note: fewer may be an end of the note before put wrong."""
LEADING_LEAST = 3
LED = 0.65
"""Share of pages whose first note must be set off for one that is not to be doubted."""
RARE_INDENT = 0.15
"""Indented lines are a sign only where they are rare."""


FOOT_LEAST, FOOT = 3, 0.8
"""So many pages that end in form feeds, and share of them that must end with their last note."""
FOOT_ROWS = 12
"""Rows of a page's last note, at most as a rule."""


class Head(NamedTuple):
    """A row with which a note's text begins or goes on."""

    row: int
    offset: int
    number: int
    """Shown number; 0 for the tail of a note carried over."""
    round: int = 1
    """Which numbering it belongs to, from 1."""
    rest_of: int = 0
    """Of a tail the number of its note, where that is sure."""


class Habits(NamedTuple):
    """What holds for the notes of a text. Widths in characters; 0 where they cannot be told."""

    note: float
    """Of a typical first line of a note that has more than one."""
    body: float
    """Of a typical line."""
    full: float
    """That full lines of notes reach."""
    led: bool
    """The first notes of pages are set off from the body: by a rule, an empty line or a form feed."""
    gapless: bool
    """No empty lines inside notes."""
    rare_indent: bool
    """Few lines are indented."""
    foot: bool
    """Pages end in form feeds, and notes stand at their foot."""

    @property
    def tell(self) -> bool:
        """Whether lines of notes and body differ enough in width."""
        return abs(self.note - self.body) >= WIDTH_APART


def _median(values: Sequence[int]) -> float:
    """The middle one in order, else the mean of both. `statistics` takes long to load."""
    ordered, half = sorted(values), len(values) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def habits_of(layout: Layout, heads: Sequence[Head]) -> Habits:
    """How the notes that begin at `heads` are set."""
    rows = layout.rows
    body = [row.width for row in rows if row.kind is Kind.TEXT and row.width > 20]
    first = [rows[head.row].width for head in heads if rows[head.row].after == 0]
    note = usual = full = 0.0
    if len(first) >= 3 and body:
        note, usual = _median(first), _median(body)
        wrapped = sorted(width for width in first if width > 0.8 * note)
        widest = wrapped[int(0.75 * (len(wrapped) - 1))]
        full = widest if widest < LONGEST_LINE else 0
    return Habits(
        note=note,
        body=usual,
        full=full,
        led=_share(layout, heads, set_off) > RULED,
        gapless=_gapless(layout, heads),
        rare_indent=sum(row.indent > 0 for row in rows) <= RARE_INDENT * len(rows),
        foot=_at_foot(layout, heads),
    )


def under_rules(layout: Layout, heads: Sequence[Head]) -> bool:
    """Whether the first notes of pages stand under rules in this text."""
    return _share(layout, heads, lambda layout, row: layout.rows[row].rule > 0) > RULED


def set_off(layout: Layout, row: int) -> bool:
    """Whether a rule, a form feed or an empty line too many stands between a row and the one above."""
    here = layout.rows[row]
    return here.rule > 0 or here.feed or here.gap > (1 if layout.double else 0)


def _share(layout: Layout, heads: Sequence[Head], test: Callable[[Layout, int], bool]) -> float:
    """Share of pages whose first note passes a test."""
    pages = [head for place, head in enumerate(heads) if not place or head.row - heads[place - 1].row > APART]
    return sum(test(layout, head.row) for head in pages) / len(pages) if pages else 0.0


def stray_heads(layout: Layout, heads: Sequence[Head], ends: Sequence[int]) -> set[int]:
    """Rows taken for the first note of a page though nothing sets them off from the body above, where all
    other pages have a rule, an empty line or a form feed there: numbers of the text at a line's start."""
    leading = [
        head for place, head in enumerate(heads) if not place or head.row - ends[place - 1] >= BODY_LEAST
    ]
    bare = [head for head in leading if not set_off(layout, head.row)]
    if len(leading) < LEADING_LEAST or len(bare) > (1 - LED) * len(leading):
        return set()
    return {head.row for head in bare if head.number}


def _gapless(layout: Layout, heads: Sequence[Head]) -> bool:
    rows = layout.rows
    inside = tight = 0
    for head, below in itertools.pairwise(heads):
        if 1 < below.row - head.row <= APART and rows[below.row].gap == 0:
            inside += 1
            tight += all(rows[place].gap == 0 for place in range(head.row + 1, below.row))
    return inside >= 3 and tight >= 0.8 * inside


def _at_foot(layout: Layout, heads: Sequence[Head]) -> bool:
    """Whether pages that end in a form feed end with notes."""
    feeds = [place for place, row in enumerate(layout.rows) if row.feed]
    last: dict[int, int] = {}
    for head in heads:
        page = bisect_right(feeds, head.row)
        if page < len(feeds):
            last[page] = head.row
    near = sum(feeds[page] - row <= FOOT_ROWS for page, row in last.items())
    return len(last) >= FOOT_LEAST and near >= FOOT * len(last)
