"""Calls of sources that a format's own mark-up lists and that no link calls: they are words of the text.

CSL processors write such lists as a rule (`class="csl-entry"`): which entries there are is certain, and the
text calls them by number or by author and year, as in a plain text.
"""

from __future__ import annotations

from collections.abc import Sequence

from citecheck.model import MarkKind, NoteKind, Span, Text
from citecheck.parse.author_year import calls_by_year
from citecheck.parse.draft import Draft, Found
from citecheck.parse.list_calls import calls_of
from citecheck.parse.markers import Call
from citecheck.parse.markup import KEYED
from citecheck.parse.source_lists import entry_of, is_hint

LEAST_CALLED = 0.3
"""Of the entries of a list at least so many must be named by numbers, for these to be its calls."""


def with_listed_calls(text: Text, content: str, found: Found) -> Found:
    """Notes and calls, those of each list that nothing calls so far among them.

    `content`: the text's, with letters for what its code says.
    """
    own = {
        mark.spans[0].start
        for mark in text.marks
        if mark.kind is MarkKind.REFERENCE and not is_hint(mark) and not mark.key.startswith(KEYED)
    }
    called = {call.round for call in found.calls}
    rounds: dict[int, list[Draft]] = {}
    for draft in found.notes:
        if draft.kind is NoteKind.REFERENCE and draft.round not in called and draft.start in own:
            rounds.setdefault(draft.round, []).append(draft)
    calls = list(found.calls)
    taken = sorted(span for draft in found.notes for span in draft.spans)
    before = 0
    for place, entries in enumerate(rounds.values()):
        end = len(content) if place + 1 == len(rounds) else entries[0].start
        calls += _calls(text, content, entries, Span(before, end), taken)
        before = entries[-1].spans[-1].end
    return Found(found.notes, tuple(sorted(calls, key=lambda call: call.start)))


def _calls(
    text: Text, content: str, drafts: Sequence[Draft], reach: Span, taken: Sequence[Span]
) -> list[Call]:
    """Calls of one list, by what names more of its entries: years, or numbers."""
    entries = [entry_of(content, Span(draft.start, draft.spans[-1].end)) for draft in drafts]
    by_year = [
        call._replace(number=drafts[call.number - 1].number, label=content[call.start : call.end])
        for call in calls_by_year(content, entries, taken, drafts[0].round)
        if reach.start <= call.start < reach.end
    ]
    numbers = {draft.number for draft in drafts}
    numbered = calls_of(text, content, numbers, reach, taken, (), drafts[0].round)
    if len({call.number for call in numbered}) < LEAST_CALLED * len(numbers):
        numbered = []
    named = {call.number for call in by_year}
    return by_year if len(named) >= len({call.number for call in numbered}) else numbered
