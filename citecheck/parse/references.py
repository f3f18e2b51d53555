"""Numbered lists of sources: their entries are called in any order, and again and again."""

from __future__ import annotations

from collections.abc import Sequence

from citecheck.model import NoteKind
from citecheck.parse.draft import Draft
from citecheck.parse.marker_candidates import STRONG, Candidate, Form
from citecheck.parse.markers import Call

OUT_OF_ORDER = 1.15
"""So many times more bracketed numbers than a rising sequence takes up are citations in any order."""
PLAIN_MOST = 0.25
"""Of such calls at most this share may stand without brackets."""


def with_references(
    drafts: Sequence[Draft], calls: Sequence[Call], outside: Sequence[Candidate]
) -> tuple[list[Draft], list[Call]]:
    """Notes and calls, every bracketed number that stands for an entry of a list among the calls.

    `outside`: candidates outside the notes.
    """
    drafts, calls = list(drafts), list(calls)
    boxed = [candidate for candidate in outside if candidate.form is Form.BRACKET]
    if _in_any_order(drafts, calls, boxed):
        drafts = [draft._replace(kind=NoteKind.REFERENCE) for draft in drafts]
        calls = [call for call in calls if call.form is Form.BRACKET]
    taken = {call.start for call in calls}
    entries: dict[int, int] = {}
    for draft in drafts:
        if draft.kind is NoteKind.REFERENCE:
            entries.setdefault(draft.number, draft.round)
    calls = _in_their_habit(
        calls, {draft.round for draft in drafts if draft.kind is NoteKind.REFERENCE}, boxed
    )
    calls += [
        Call(c.start, c.end, c.number, entries[c.number], str(c.number), c.form)
        for c in boxed
        if c.number in entries and c.start not in taken
    ]
    return drafts, sorted(calls, key=lambda call: call.start)


def _in_their_habit(calls: Sequence[Call], lists: set[int], boxed: Sequence[Candidate]) -> list[Call]:
    """Calls, those of a list less weak ones where it is called in brackets: a chapter's number is none."""
    own = [call for call in calls if call.round in lists]
    bare = [call for call in own if call.form is not Form.BRACKET]
    if not boxed or len(bare) > len(own) / 2:
        return list(calls)
    weak = {call.start for call in bare if call.form not in STRONG}
    return [call for call in calls if call.start not in weak]


def _in_any_order(drafts: Sequence[Draft], calls: Sequence[Call], boxed: Sequence[Candidate]) -> bool:
    """Whether a text with one numbering cites its entries out of order."""
    if not drafts or drafts[-1].round > 1:
        return False
    known = {draft.number for draft in drafts}
    count = sum(candidate.number in known for candidate in boxed)
    plain = sum(call.form is not Form.BRACKET for call in calls)
    return count >= OUT_OF_ORDER * max(len(calls), 1) and plain <= PLAIN_MOST * count
