"""Ends of notes that were carried over to the foot of the next page, where no rule announces them.

Such a tail has no number. It stands directly on the first note of its page, and what it goes on with is a
note that broke off on the page before.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence

from citecheck.parse.layout import Layout
from citecheck.parse.loose_tails import goes_on_in_address, loose_tail, page_end, rest_alone
from citecheck.parse.marker_candidates import Candidate
from citecheck.parse.note_habits import Head, habits_of
from citecheck.parse.rows import Kind
from citecheck.parse.top_rests import rest_at_top
from citecheck.parse.truncation import goes_on, in_host, unfinished

LONGEST = 8
"""Rows that a tail without a rule has at most."""
SAME_PAGE = 4
"""Notes fewer rows apart than this stand together: no page lies between them."""

_ADDRESS = re.compile(r"https?:/|www\.")


def with_tails(layout: Layout, heads: Sequence[Head], options: Sequence[Candidate]) -> list[Head]:
    """`heads` with one more for each tail found; `options`: candidates of calls, in order of place."""
    rows = layout.rows
    found: list[Head] = []
    habits = habits_of(layout, heads)
    for place, head in enumerate(heads):
        first = _tail(layout, heads[place - 1], head) if place and not rows[head.row].rule else head.row
        if place and first == head.row and not rows[head.row].rule and head.number:
            first = loose_tail(layout, heads, place, habits, options)
        if first < head.row:
            found.append(Head(first, rows[first].start, 0, head.round))
        found.append(head)
        rest = rest_alone(layout, heads, place, habits, options) if head.number else -1
        if rest < 0 and head.number:
            rest = rest_at_top(layout, heads, place, options)
        if rest >= 0:
            found.append(Head(rest, rows[rest].start, 0, head.round, head.number))
    return found


def without_listed(
    layout: Layout, heads: Sequence[Head], called: Mapping[tuple[int, int], int], signs: Collection[int]
) -> list[Head]:
    """`heads` less the tails between two notes of which the second is called above the first: they stand
    together in a list, so what a page's end parts there is all of the first. `called`: offset of a note's
    call, by numbering and number; `signs`: rows of notes that bear signs."""
    numbered = [head for head in heads if head.number]
    begins = [head.row for head in numbered]

    def listed(tail: Head) -> bool:
        place = bisect_right(begins, tail.row)
        if not 0 < place < len(numbered) or layout.rows[tail.row].rule or tail.row in signs:
            return False
        above, below = numbered[place - 1], numbered[place]
        at = called.get((below.round, below.number), above.offset)
        return above.round == below.round and at < above.offset

    return [head for head in heads if head.number or not listed(head)]


def lone_tails(layout: Layout, heads: Sequence[Head], ends: Sequence[int]) -> list[tuple[int, int]]:
    """First row and row after the last of each stretch of note text that neither number nor rule announces.

    Only where body lines are set with empty lines between: a few lines close together that hold an address
    are then what is left of a note.
    """
    if not layout.double or not heads:
        return []
    found: list[tuple[int, int]] = []
    limits = [head.row for head in heads[1:]] + [len(layout.rows)]
    for end, limit in zip(ends, limits, strict=True):
        place = end + 1
        while place < limit:
            last = place
            while last < limit and _close(layout, last):
                last += 1
            if last > place and any(_ADDRESS.search(layout.text(row)) for row in layout.rows[place:last]):
                found.append((place, last))
            place = last + 1
    return found


def _close(layout: Layout, place: int) -> bool:
    row = layout.rows[place]
    return row.kind is Kind.TEXT and row.gap == 0 and row.after == 0 and not row.feed and not row.rule


def _breaks_off(layout: Layout, first: int, stop: int) -> bool:
    """Whether rows end in mid-sentence, as those of the body do above notes that no empty line parts from it:
    a note that is carried over ends on its page."""
    text = layout.content[layout.rows[first].start : layout.rows[stop - 1].end]
    return goes_on(text) and not _ADDRESS.search(layout.text(layout.rows[stop - 1]))


def _tail(layout: Layout, before: Head, head: Head) -> int:
    """First row of the tail that ends above `head`, or `head.row` where there is none."""
    rows, content = layout.rows, layout.content
    fed = any(row.feed for row in rows[max(before.row + 1, head.row - SAME_PAGE) : head.row])
    if (head.row - before.row < SAME_PAGE and not fed) or rows[head.row].gap or rows[head.row].feed:
        return head.row
    first = head.row
    while first > max(before.row + 1, head.row - LONGEST) and rows[first - 1].kind is Kind.TEXT:
        first -= 1
        if rows[first].gap or rows[first].feed:
            break
    else:
        return head.row
    if rows[first].feed or not rows[first].gap:
        return head.row
    if page_end(rows, before.row, first) >= 0 and _breaks_off(layout, first, head.row):
        return head.row
    last = before.row
    while last + 1 < first and rows[last + 1].gap == 0 and not rows[last + 1].feed:
        last += 1
    note = content[rows[before.row].start : rows[last].end]
    # What a foot begins with, above its first number, is no body where it is an address.
    opens = _ADDRESS.match(layout.text(rows[first]).lstrip())
    if in_host(note):
        return first if goes_on_in_address(layout, rows[first], note) else head.row
    return first if opens or unfinished(note) else head.row
