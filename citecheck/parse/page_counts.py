"""Numbers of pages told by their counting: by the form feeds before them, or from page to page without any.

Some extractors put no empty line around a page's number, so that it reads as the last word of the last note;
others join pages by a line end, and nothing but the number is left of the page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from citecheck.parse.rows import Kind, Row
from citecheck.parse.words import cites
from citecheck.patterns import late

LEAST_FEEDS, LEAST_FREE = 3, 5
"""Pages that must count alike; without form feeds it takes more."""
SHORTEST, LONGEST = 12, 90
"""Rows of a page."""
STEPS = 3
"""Pages without a number between two that have one, and one more."""
CALLED = 0.4
"""Share of the numbers that stand glued to a word above: more are labels of notes, one a page."""
TOPS = 0.75
"""Share of the pages that begin with a counting head from which each such is one: one may stand once."""
RETURNS = 3
"""Pages on which a line in capitals is a running head, whatever it says."""
WIDEST = 160

_ALONE = re.compile(r"[-–—\[(|~·•]?\s?(\d{1,4})\s?[-–—\])|~·•]?\Z")
_HEAD = late(
    r"(\d{1,4})(?:\s+|(?=[^\W\da-z]{2}))([^\W\d].{4,150})\Z|((?:\d{1,2}\.\s)?[^\W\d].{3,150}?)\s+(\d{1,4})\Z"
)
"""A running head with the page's number, which some extractors glue to one in capitals; it may begin with the
number of a chapter."""


class _Number(NamedTuple):
    place: int
    number: int
    title: str
    """Of a running head; empty for a number alone on its line."""


def mark_counted(content: str, rows: Sequence[Row]) -> None:
    """Marks rows as page numbers and running heads whose numbers count the pages."""
    feeds = [place for place, row in enumerate(rows) if row.feed]
    numbers = _numbers(content, rows)
    chosen = _by_feeds(content, rows, feeds, numbers) if feeds else _by_steps(content, rows, numbers)
    for one in chosen:
        rows[one.place].kind = Kind.HEAD if one.title else Kind.PAGE_NUMBER
        if not feeds and not rows[one.place].gap and not rows[one.place].after:
            rows[one.place].feed = True


def _numbers(content: str, rows: Sequence[Row]) -> list[_Number]:
    found: list[_Number] = []
    for place, row in enumerate(rows):
        first, last = content[row.start], content[row.end - 1]
        if row.width >= WIDEST or row.kind is Kind.HEAD:
            continue
        alone = _ALONE.match(content, row.start, row.end) if row.width <= 8 else None
        if alone:
            found.append(_Number(place, int(alone[1]), ""))
        elif first.isdecimal() or last.isdecimal():
            head = _HEAD.match(content, row.start, row.end)
            if head:
                found.append(_Number(place, int(head[1] or head[4]), (head[2] or head[3]).strip()))
    titles = Counter(one.title for one in found)
    return [
        one
        for one in found
        if (titles[one.title] >= RETURNS and one.title.isupper())
        or ((not one.title.endswith(".") or titles[one.title] > 1) and not cites().search(one.title))
    ]


def _with_heads_that_return(numbers: Sequence[_Number]) -> list[_Number]:
    """Less the lines with a text that none of the others has: a running head stands on several pages, or is
    set in capitals."""
    titles = Counter(one.title for one in numbers)
    return [one for one in numbers if not one.title or titles[one.title] > 1 or one.title.isupper()]


def _by_feeds(
    content: str, rows: Sequence[Row], feeds: Sequence[int], numbers: Sequence[_Number]
) -> list[_Number]:
    """Numbers at the edges of their pages that are all as much above the number of form feeds before them.
    A short note a page counts so, too; but its page calls it."""
    page, edges = 0, []
    starts = set(feeds) | {0}
    ends = {place - 1 for place in feeds} | {len(rows) - 1}
    pages: dict[int, int] = {}
    for one in numbers:
        while page < len(feeds) and feeds[page] <= one.place:
            page += 1
        if one.place in starts or one.place in ends:
            pages[one.place] = page
            edges.append(one)
    shifts = Counter(one.number - pages[one.place] for one in edges)
    shift, count = max(shifts.items(), key=lambda item: item[1], default=(0, 0))
    counted = [one for one in edges if one.number - pages[one.place] == shift]
    if count < LEAST_FEEDS and not _heads_both(rows, counted, starts):
        return []
    first = {one.place for one in counted if one.title and one.place in starts}
    known = set(_with_heads_that_return(counted))
    run = [
        one for one in counted if one in known or (one.place in first and len(first) >= TOPS * len(starts))
    ]
    heads = [one for one in run if one.title]
    tops = [feeds[pages[one.place] - 1] if pages[one.place] else 0 for one in heads]
    return [one for one in run if not one.title] if _labels(content, rows, heads, tops) else run


def _by_steps(content: str, rows: Sequence[Row], numbers: Sequence[_Number]) -> list[_Number]:
    """The longest run of numbers that rise by one or little more from page to page; that of one page's foot
    may stand on the next one's head."""
    best: dict[int, tuple[int, int]] = {}
    last_of: dict[int, list[int]] = {}
    for index, one in enumerate(numbers):
        length, before = 1, -1
        for step in range(1, STEPS + 1):
            for other in last_of.get(one.number - step, ())[-4:]:
                apart = one.place - numbers[other].place
                likely = SHORTEST * step <= apart <= LONGEST * step
                likely |= apart == step == 1 and not numbers[other].title and one.title != ""
                if likely and best[other][0] + 1 > length:
                    length, before = best[other][0] + 1, other
        best[index] = (length, before)
        last_of.setdefault(one.number, []).append(index)
    index = max(best, key=lambda place: best[place][0], default=-1)
    if index < 0 or best[index][0] < LEAST_FREE:
        return []
    run: list[_Number] = []
    while index >= 0:
        run.append(numbers[index])
        index = best[index][1]
    run.reverse()
    run = _with_heads_that_return(run)
    tops = [max(0, one.place - LONGEST) for one in run]
    return [] if len(run) < LEAST_FREE or _labels(content, rows, run, tops) else run


def _heads_both(rows: Sequence[Row], counted: Sequence[_Number], starts: Collection[int]) -> bool:
    """Whether a text of two pages begins both with a counting head that an empty line parts from the text."""
    return (
        len(starts) == 2 and {one.place for one in counted if one.title and rows[one.place].after} == starts
    )


def _labels(content: str, rows: Sequence[Row], run: Sequence[_Number], tops: Sequence[int]) -> bool:
    """Whether the numbers are called on the page above, as those of notes are. `tops`: the first row of each
    page."""
    called = 0
    for one, top in zip(run, tops, strict=True):
        above = content[rows[top].start : rows[one.place].start]
        called += re.search(rf"[^\W\d_][.,;:»”\"’)]{{0,2}}(?:\s?\[)?{one.number}(?!\d)", above) is not None
    return called > CALLED * len(run)
