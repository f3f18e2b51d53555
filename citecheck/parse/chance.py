"""Numberings that are notes by chance alone: a short list in the body, and numbers of the text that look
like its calls."""

from __future__ import annotations

from collections.abc import Sequence

from citecheck.parse.body_lists import ENDS, SURE_STYLES
from citecheck.parse.layout import Layout
from citecheck.parse.marker_candidates import STRONG
from citecheck.parse.markers import Call
from citecheck.parse.note_starts import Start
from citecheck.parse.rounds import by_round
from citecheck.parse.words import cites

FEW = 6
"""Numbered lines that may be a list by chance; more make a numbering."""
LONE, LOST = 2, 5
"""So few notes with so many times more numbers called that have none: the numbers are no calls, and the lines
stood where one of them was due."""


def by_chance(layout: Layout, starts: Sequence[Start], calls: Sequence[Call]) -> set[int]:
    """Rows of the numberings among `starts` that are a list and their calls quantities (*3 rooms*): nothing
    cites, nothing sets the lines off, and no call has the form or the place of one."""
    rounds, called = by_round(starts), by_round(calls)
    found: set[int] = set()
    for round_, group in rounds.items():
        own = called[round_]
        if _listed(layout, group, own, alone=len(rounds) == 1) or _lost(layout, group, own):
            found |= {start.row for start in group}
    return found


def _listed(layout: Layout, group: Sequence[Start], calls: Sequence[Call], *, alone: bool) -> bool:
    if len(group) > FEW or (alone and not calls) or any(_sure(layout, start) for start in group):
        return False
    content = layout.content
    before = (content[max(0, call.start - 8) : call.start].rstrip()[-1:] for call in calls)
    return all(call.form not in STRONG and sign not in ENDS for call, sign in zip(calls, before, strict=True))


def _lost(layout: Layout, group: Sequence[Start], calls: Sequence[Call]) -> bool:
    """Whether hardly a note is left of a numbering, and what is left is not set off; where it does not even
    cite, fewer lost ones tell."""
    numbers = {start.label.number for start in group}
    missing = len({call.number for call in calls} - numbers)
    if len(group) > LONE or any(map(_set_off, group)):
        return False
    return missing >= LOST * len(group) or (
        missing > len(group) and not any(_sure(layout, start) for start in group)
    )


def _set_off(start: Start) -> bool:
    return start.ruled or start.own_page or start.at_foot or start.label.style in SURE_STYLES


def _sure(layout: Layout, start: Start) -> bool:
    text = layout.content[start.label.end : layout.rows[start.row].end]
    return _set_off(start) or cites().search(text) is not None
