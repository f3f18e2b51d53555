"""What labels say for each other: rows of one block counting on, and the numbering of pages of their own.

A label glued to its text is hardly one by itself; beside the next numbers, one of which is called, it is. And
a number one starts the numbering anew where each page has its own: its call stands on the same page.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Protocol

from citecheck.parse.labels import Label, Style, row_label
from citecheck.parse.layout import Layout
from citecheck.parse.page_feet import edges_of
from citecheck.parse.words import cites

NEAR = 12
"""Rows that a note of a block seldom exceeds."""
LONG, CITING = 3, 1 / 3
"""Labels of a run of which none is called, and share of them that must cite something."""
FOOT = 30
"""Rows from a page's first note to its end, at most."""

_POINTS = frozenset({Style.DOT, Style.PAREN})
"""Dress of the points of lists; what looks like one by its words, too, begins no page's numbers."""


class _Labelled(Protocol):
    @property
    def row(self) -> int: ...
    @property
    def label(self) -> Label: ...
    @property
    def called(self) -> bool: ...
    @property
    def worth(self) -> float: ...


def in_company(layout: Layout, options: Sequence[_Labelled]) -> set[int]:
    """Rows with labels glued to their text that count on from row to row of one page, one of them called."""
    rows = layout.rows
    found: set[int] = set()
    run: list[_Labelled] = []
    for option in itertools.chain((one for one in options if one.label.style is Style.GLUED), [None]):
        last = run[-1] if run else None
        if (
            option is not None
            and last is not None
            and option.label.number == last.label.number + 1
            and option.row - last.row <= NEAR
            and not any(rows[place].feed for place in range(last.row + 1, option.row + 1))
        ):
            run.append(option)
            continue
        if len(run) > 1 and (any(one.called for one in run) or _citing(layout, run)):
            found.update(one.row for one in run)
        run = [option] if option is not None else []
    return found


def _citing(layout: Layout, run: Sequence[_Labelled]) -> bool:
    """Whether a run long enough cites something, as often as notes do."""
    citing = sum(
        cites().search(layout.content, one.label.end, layout.rows[one.row].end) is not None for one in run
    )
    return len(run) >= LONG and citing >= CITING * len(run)


def own_pages(
    layout: Layout,
    options: Sequence[_Labelled],
    called: Mapping[int, Sequence[int]],
    for_glued: Mapping[int, Sequence[int]],
) -> set[int]:
    """Rows with a number one at the foot of a page on which it is called, where something shows the pages.

    `called`: offsets of the calls by number; `for_glued`: those that do for labels glued to their text.
    """
    feeds = edges_of(layout.rows)[1:]
    found: set[int] = set()
    for option in options:
        page = bisect_left(feeds, option.row + 1)
        point = option.label.style in _POINTS and option.worth <= 0
        if option.label.number != 1 or point or not feeds:
            continue
        calls = (for_glued if option.label.style is Style.GLUED else called).get(1, ())
        first = layout.rows[feeds[page - 1]].start if page else 0
        end = feeds[page] if page < len(feeds) else len(layout.rows)
        on_page = bisect_left(calls, option.label.start) - bisect_left(calls, first)
        if on_page > 0 and end - option.row <= FOOT:
            found.add(option.row)
    return found


def reach(layout: Layout, place: int) -> int:
    """End of the rows, four at most, that may belong to a note which begins at row `place`."""
    rows = layout.rows
    usual = 1 if layout.double else 0
    last = place
    while last + 1 < len(rows) and last < place + 3:
        row = rows[last + 1]
        if row.gap > usual or row.rule or row_label(layout.content, row):
            break
        last += 1
    return rows[last].end
