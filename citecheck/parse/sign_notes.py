"""Notes with signs put among those with numbers, what was carried over to the next page joined to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from citecheck.model import Span
from citecheck.parse.draft import Draft, Found
from citecheck.parse.layout import Layout
from citecheck.parse.lost_signs import SignNote, Signs, in_order
from citecheck.parse.markers import Call
from citecheck.parse.note_habits import Head
from citecheck.parse.note_spans import spans_of


def with_signs(
    layout: Layout,
    found: Found,
    signs: Signs,
    heads: Sequence[Head],
    ends: Sequence[int],
    inside: Callable[[int], bool],
) -> Found:
    """Notes with signs put among the others; they make one numbering of their own, calls whose note is lost
    among them. `ends`: the row behind each of `heads`; `inside`: whether an offset lies in a note."""
    if not signs.notes:
        return found
    own = max((draft.round for draft in found.notes), default=0) + 1
    order = in_order(signs, [call for call in signs.lost if not inside(call.start)])
    parts = _parts(layout, signs, heads, ends)
    notes, calls = list(found.notes), list(found.calls)
    for number, one in enumerate(order, 1):
        call = one.call if isinstance(one, SignNote) else one
        if call is not None:
            calls.append(Call(call.start, call.end, number, own, call.label))
        if isinstance(one, SignNote):
            notes.append(Draft(number, own, one.label, parts[one.row], layout.rows[one.row].start))
    notes.sort(key=lambda draft: draft.start)
    calls.sort(key=lambda call: call.start)
    return Found(tuple(notes), tuple(calls))


def _parts(
    layout: Layout, signs: Signs, heads: Sequence[Head], ends: Sequence[int]
) -> dict[int, tuple[Span, ...]]:
    """Spans of each note with a sign, by its row: its own, and those without a label right behind it, which
    go on with it at the foot of the next page."""
    found: dict[int, tuple[Span, ...]] = {}
    last = -1
    for head, end in zip(heads, ends, strict=True):
        if head.row in signs.notes:
            last = head.row
            found[last] = spans_of(layout, signs.notes[last].end, last, end)
        elif head.number:
            last = -1
        elif last >= 0:
            found[last] += spans_of(layout, layout.rows[head.row].first, head.row, end)
    return found
