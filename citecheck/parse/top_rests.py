"""Rests of notes at the head of the next page, above its body, where a program has lost the order of columns
and feet:

    35 Calver to the Bishop, Record Office, BP/9. The draft, which is longer, was printed by his

    90

    niece in The Parish Magazine, June 1911, p. 5.

    The line opened on 30 June.

Only where the note breaks off, the body above it does not, and the rest goes on in lower case, ends as notes
do and stands apart from the body.
"""

from __future__ import annotations

from collections.abc import Sequence

from citecheck.parse.layout import Layout
from citecheck.parse.loose_tails import calls_later, page_end, text_of
from citecheck.parse.marker_candidates import Candidate
from citecheck.parse.note_habits import Head
from citecheck.parse.rows import Kind
from citecheck.parse.truncation import ADDRESS, goes_on
from citecheck.parse.words import cites

ROWS = 4
"""Rows of such a rest, at most."""
NEAR = 12
"""Rows between two notes that stand together, at most."""
_TERMINAL = frozenset('.!?…»”"’)')


def rest_at_top(layout: Layout, heads: Sequence[Head], place: int, options: Sequence[Candidate]) -> int:
    """First row of the rest of the note `heads[place]` at the head of the next page, -1 where there is none.

    `options`: candidates of calls in order of place.
    """
    rows, head = layout.rows, heads[place]
    limit = heads[place + 1].row if place + 1 < len(heads) else len(rows)
    page = -1 if layout.double else page_end(rows, head.row, limit)
    note = text_of(layout, head.row, page) if page >= 0 else ""
    if not note or not goes_on(note) or "://" in note[-ADDRESS:] or _body_breaks_off(layout, heads, place):
        return -1
    first = next((at for at in range(page, limit) if rows[at].kind is Kind.TEXT), limit)
    stop = first + 1
    while stop < limit and rows[stop].kind is Kind.TEXT and not rows[stop].gap and not rows[stop].feed:
        stop += 1
    if stop >= limit or stop - first > ROWS or not rows[stop].gap:
        return -1
    text = text_of(layout, first, stop)
    own = text[0].islower() and text[-1] in _TERMINAL and cites().search(text) is not None
    calls = any(calls_later(row, head.number, options) for row in rows[first:stop])
    return first if own and not calls else -1


def _body_breaks_off(layout: Layout, heads: Sequence[Head], place: int) -> bool:
    """Whether the body ends in mid-sentence above the notes that stand together with one."""
    row = heads[place].row
    while (
        place and row - heads[place - 1].row <= NEAR and page_end(layout.rows, heads[place - 1].row, row) < 0
    ):
        place -= 1
        row = heads[place].row
    above = heads[place].row - 1
    return above < 0 or layout.text(layout.rows[above]).rstrip("0123456789")[-1:] not in _TERMINAL
