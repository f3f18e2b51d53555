"""Whether notes stand at the foot of pages or in a list, and whether a list holds notes or sources."""

from __future__ import annotations

from collections.abc import Sequence

from citecheck.model import NoteKind
from citecheck.parse.layout import Layout
from citecheck.parse.note_habits import Head
from citecheck.parse.words import is_notes_title, is_references_title

LIST_LEAST = 4
"""So many notes in a row without a heading are a list of endnotes."""
LOOK_UP = 3
"""Rows above a list in which its heading may stand."""
LONGEST_TITLE = 60


def kinds_of(layout: Layout, heads: Sequence[Head], ends: Sequence[int]) -> dict[int, NoteKind]:
    """Kind of each note by the row of its head."""
    kinds: dict[int, NoteKind] = {}
    lists = _lists(heads, ends)
    last: NoteKind | None = None
    for group in lists:
        first = heads[group[0]].row
        kind = titled_kind(layout, first)
        if kind is None and last in (NoteKind.ENDNOTE, NoteKind.REFERENCE):
            kind = last if first - ends[group[0] - 1] <= LOOK_UP else None
        if kind is None:
            alone = len(lists) == 1 and len(group) >= LIST_LEAST and not layout.rows[first].rule
            at_end = ends[group[-1]] >= len(layout.rows) - LOOK_UP
            kind = NoteKind.ENDNOTE if alone and at_end else NoteKind.FOOTNOTE
        kinds.update((heads[place].row, kind) for place in group)
        last = kind
    return kinds


def _lists(heads: Sequence[Head], ends: Sequence[int]) -> list[list[int]]:
    """Places of heads that follow on one another, none of the body between."""
    lists: list[list[int]] = []
    for place, head in enumerate(heads):
        if place and ends[place - 1] == head.row:
            lists[-1].append(place)
        else:
            lists.append([place])
    return lists


def titled_kind(layout: Layout, first: int) -> NoteKind | None:
    """What the heading above row `first` says, `None` where there is none."""
    for place in range(first - 1, max(-1, first - 1 - LOOK_UP), -1):
        row = layout.rows[place]
        text = layout.text(row)
        if row.width > LONGEST_TITLE:
            return None
        if is_references_title(text):
            return NoteKind.REFERENCE
        if is_notes_title(text):
            return NoteKind.ENDNOTE
    return None
