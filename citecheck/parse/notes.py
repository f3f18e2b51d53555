"""Notes put together: starts, ends, and what was carried over a page.

Order of work: candidates of calls, starts (judged by the numbering and by the calls), a first choice of
calls, ends (judged by the calls in the body), then the final choice of calls outside the notes.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from citecheck.model import NoteKind, Span
from citecheck.parse.body_lists import SURE_STYLES, lines_of_lists
from citecheck.parse.draft import Draft, Found
from citecheck.parse.drawn import strays
from citecheck.parse.joined_rows import with_parted_rows
from citecheck.parse.labels import Style
from citecheck.parse.layout import Layout
from citecheck.parse.lost_heads import with_lost_heads
from citecheck.parse.lost_numbers import with_lost_numbers
from citecheck.parse.lost_signs import SignNote, Signs
from citecheck.parse.marker_candidates import Candidate, Form
from citecheck.parse.markers import Call, find_calls, habits
from citecheck.parse.note_ends import find_ends
from citecheck.parse.note_habits import Head, stray_heads, under_rules
from citecheck.parse.note_kinds import kinds_of
from citecheck.parse.note_spans import spans_of
from citecheck.parse.note_starts import SOUND_WORTH, Start, find_starts
from citecheck.parse.page_feet import Feet, feet_of
from citecheck.parse.references import with_references
from citecheck.parse.rows import Kind
from citecheck.parse.run_in_labels import heads_with, inside_any
from citecheck.parse.sign_notes import with_signs
from citecheck.parse.signs import find_signs
from citecheck.parse.swapped_numbers import with_swapped_numbers
from citecheck.parse.tails import lone_tails, with_tails, without_listed

RULE_MEANS_NOTES = 0.6
"""Share of rules that must stand above a note for any rule to mean that notes follow."""
TRIES, STRAYS = 3, 8
"""Rounds of refusing lines of the body that were taken for notes; and numberings of such."""
TAIL = 8
"""Rows of a carried-over note that may stand between a rule and the first note of the page."""


class _Look(NamedTuple):
    """Where notes begin and end, as far as seen."""

    starts: Sequence[Start]
    signs: Signs
    heads: Sequence[Head]
    ends: Sequence[int]
    options: Sequence[Candidate]
    """Candidates of calls, the notes' own labels taken out."""
    calls: Sequence[Call]
    """First choice of calls, made before the ends of notes were known."""


def find_notes(layout: Layout, raised: Sequence[Span] = (), drawn: bool = False) -> Found:
    """All numbered notes of a text without note mark-up, and their calls.

    `raised`: numbers that are drawn above their line, in order of place, where the format shows it (`drawn`).
    """
    layout = with_parted_rows(layout)
    feet = feet_of(layout, raised)
    refused: set[int] = set()
    for _ in range(STRAYS):
        look = _settled(layout, feet, refused)
        heads, ends = look.heads, look.ends
        outside = _outside(layout, look)
        kinds = kinds_of(layout, heads, ends)
        lists = {head.round for head in heads if kinds[head.row] is NoteKind.REFERENCE}
        calls = _calls(look, outside, lists)
        numbered = [start for start in look.starts if start.row not in look.signs.notes]
        stray = strays(layout, numbered, calls, raised if drawn else None, lists)
        if not stray:
            break
        kept = {start.row for start in look.starts} - stray
        refused = set(range(len(layout.rows))) - kept
    if stray or (refused and not numbered):
        return _with_signs(layout, Found((), ()), look)
    drafts = _drafts(layout, look, calls)
    begins = [layout.rows[head.row].first for head in heads]
    rows = [heads[bisect_right(begins, draft.start) - 1].row for draft in drafts]
    drafts = [draft._replace(kind=kinds[row]) for draft, row in zip(drafts, rows, strict=True)]
    known = {(draft.round, draft.number) for draft in drafts}
    drafts = with_swapped_numbers(layout, with_lost_numbers(layout, drafts, calls), calls)
    drafts = with_lost_heads(layout, drafts, calls)
    more = [draft for draft in drafts if (draft.round, draft.number) not in known]
    if more:
        heads, ends = heads_with(layout, heads, ends, more)
        outside = [one for one in outside if not inside_any(more, one.start)]
        calls = _calls(look._replace(heads=heads, ends=ends), outside, lists)
    lone = [
        spans_of(layout, layout.rows[row].start, row, end) for row, end in lone_tails(layout, heads, ends)
    ]
    drafts = _with_tails(drafts, calls, lone)
    drafts, calls = with_references(drafts, calls, outside)
    return _with_signs(layout, Found(tuple(_with_chapters(drafts)), tuple(calls)), look)


def _calls(look: _Look, outside: Sequence[Candidate], lists: Collection[int]) -> list[Call]:
    """Calls of the numberings. Where notes stand beside lists of sources (`lists`), of the notes only: the
    entries of lists are then called by numbers in brackets, in any order."""
    together = _together(look.heads, look.ends)
    own = [place for place, head in enumerate(look.heads) if head.round not in lists]
    if lists and any(look.heads[place].number for place in own):
        outside = [candidate for candidate in outside if candidate.form is not Form.BRACKET]
    else:
        own = list(range(len(look.heads)))
    heads = [look.heads[place] for place in own]
    return find_calls(outside, heads, [together[place] for place in own], habits(look.calls))


def _settled(layout: Layout, feet: Feet, known: Collection[int]) -> _Look:
    """Starts and ends of notes, after lines of the body that were taken for notes have been refused.

    `known`: rows that are none for sure.
    """
    refused = set(known)
    look = _look(layout, feet, refused)
    for _ in range(TRIES - 1):
        doubtful = {
            start.row
            for start in look.starts
            if start.label.style not in SURE_STYLES
            and not start.at_foot
            # A number alone on its line, in a run of such and called above, needs no more to be set off.
            and not (start.label.style is Style.ALONE and start.called)
            and (start.worth < SOUND_WORTH or start.label.style is Style.GLUED)
        }
        stray = stray_heads(layout, look.heads, look.ends) & doubtful
        if not stray:
            break
        refused |= stray
        look = _look(layout, feet, refused)
    for _ in range(TRIES - 1):
        kinds = kinds_of(layout, look.heads, look.ends)
        listed = lines_of_lists(layout, look.starts, look.calls, feet.options, kinds)
        if not listed:
            break
        refused |= listed
        look = _look(layout, feet, refused)
    return look


def _look(layout: Layout, feet: Feet, refused: Collection[int]) -> _Look:
    starts = find_starts(layout, feet, refused)
    labels = {start.label.start for start in starts}
    options = [option for option in feet.options if option.start not in labels]
    signs = find_signs(layout, {start.row for start in starts})
    heads = _heads(layout, starts, signs.notes)
    if not under_rules(layout, heads):
        heads = with_tails(layout, heads, options)
    calls = find_calls(options, heads, None)
    called = {(call.round, call.number): call.start for call in calls}
    heads, ends = _ends(layout, heads, _by_row(layout, calls), called, signs)
    return _Look(starts, signs, heads, ends, options, calls)


def _ends(
    layout: Layout,
    heads: list[Head],
    by_row: Mapping[int, tuple[int, int]],
    called: Mapping[tuple[int, int], int],
    signs: Signs,
) -> tuple[list[Head], list[int]]:
    """Heads with their ends, less the tails inside a list of notes where its notes hold as much without."""
    ends = find_ends(layout, heads, by_row, called)
    listed = without_listed(layout, heads, called, signs.notes)
    if len(listed) < len(heads):
        stops = find_ends(layout, listed, by_row, called)
        if _rows_of(heads, ends) <= _rows_of(listed, stops):
            return listed, stops
    return heads, ends


def _rows_of(heads: Sequence[Head], ends: Sequence[int]) -> set[int]:
    return {row for head, end in zip(heads, ends, strict=True) for row in range(head.row, end)}


def _with_tails(
    drafts: Sequence[Draft], calls: Sequence[Call], tails: Sequence[tuple[Span, ...]]
) -> list[Draft]:
    """Stretches of note text without a number, each given to the lost note that was called last before it."""
    known = {(draft.number, draft.round) for draft in drafts}
    found = list(drafts)
    for spans in tails:
        place = bisect_left(calls, spans[0].start, key=lambda call: call.start)
        if not place:
            continue
        call = calls[place - 1]
        if (call.number, call.round) not in known:
            known.add((call.number, call.round))
            found.append(Draft(call.number, call.round, call.label, spans, spans[0].start, headless=True))
    return sorted(found, key=lambda draft: draft.start)


def _with_chapters(drafts: Sequence[Draft]) -> list[Draft]:
    """Numberings of notes, lists of sources aside, are chapters where there is more than one."""
    rounds = sorted({draft.round for draft in drafts if draft.kind is not NoteKind.REFERENCE})
    if len(rounds) < 2:
        return list(drafts)
    chapters = {round_: place for place, round_ in enumerate(rounds, 1)}
    return [
        draft._replace(chapter=chapters[draft.round]) if draft.kind is not NoteKind.REFERENCE else draft
        for draft in drafts
    ]


def _with_signs(layout: Layout, found: Found, look: _Look) -> Found:
    return with_signs(layout, found, look.signs, look.heads, look.ends, _inside(layout, look))


def _heads(layout: Layout, starts: Sequence[Start], signs: Mapping[int, SignNote]) -> list[Head]:
    """Starts, and rows under a rule with which a note from the page before goes on."""
    heads = {
        start.row: Head(start.row, layout.rows[start.row].first, start.label.number, start.round)
        for start in starts
    }
    heads |= {row: Head(row, layout.rows[row].start, 0) for row in signs}
    ruled = [place for place, row in enumerate(layout.rows) if row.rule and row.kind is Kind.TEXT]
    above_note = sum(any(below in heads for below in range(place, place + TAIL)) for place in ruled)
    if ruled and above_note >= RULE_MEANS_NOTES * len(ruled):
        last = starts[0].row if starts else len(layout.rows)
        for place in ruled:
            if place > last and place not in heads:
                heads[place] = Head(place, layout.rows[place].start, 0)
    return [heads[place] for place in sorted(heads)]


def _by_row(layout: Layout, calls: Sequence[Call]) -> dict[int, tuple[int, int]]:
    begins = [row.start for row in layout.rows]
    found: dict[int, tuple[int, int]] = {}
    for call in calls:
        place = bisect_right(begins, call.start) - 1
        found[place] = max(found.get(place, (0, 0)), (call.round, call.number))
    return found


def _outside(layout: Layout, look: _Look) -> list[Candidate]:
    """Candidates of calls outside the notes."""
    inside = _inside(layout, look)
    return [option for option in look.options if not inside(option.start)]


def _inside(layout: Layout, look: _Look) -> Callable[[int], bool]:
    """Whether an offset lies in a note."""
    begins = [layout.rows[head.row].first for head in look.heads]
    stops = [0, *(layout.rows[end - 1].end for end in look.ends)]
    return lambda offset: offset < stops[bisect_right(begins, offset)]


def _together(heads: Sequence[Head], ends: Sequence[int]) -> list[bool]:
    return [bool(place) and ends[place - 1] == head.row for place, head in enumerate(heads)]


def _drafts(layout: Layout, look: _Look, calls: Sequence[Call]) -> list[Draft]:
    """Notes with numbers, carried-over tails joined to theirs."""
    by_row = {start.row: start for start in look.starts}
    drafts: list[Draft] = []
    of_sign = False
    for place, (head, end) in enumerate(zip(look.heads, look.ends, strict=True)):
        of_sign = head.row in look.signs.notes or (of_sign and not head.number)
        start = by_row.get(head.row)
        first = layout.rows[head.row].first
        if start is not None:
            spans = spans_of(layout, start.label.end, head.row, end)
            drafts.append(Draft(start.label.number, start.round, start.label.text, spans, first))
        elif drafts and not of_sign:
            last = drafts[-1]
            spans = spans_of(layout, first, head.row, end)
            following = next((h for h in look.heads[place:] if h.number), None)
            number = head.rest_of or _owner(last, calls, following)
            if number == last.number:
                drafts[-1] = last._replace(spans=last.spans + spans)
            else:
                drafts.append(Draft(number, last.round, str(number), spans, first, headless=True))
    return drafts


def _owner(last: Draft, calls: Sequence[Call], following: Head | None) -> int:
    """Number of the note that a tail belongs to: the last one called on the page of the notes before it."""
    called = [call.number for call in calls if call.round == last.round and call.start < last.start]
    number = max(last.number, called[-1] if called else 0)
    taken = following is not None and following.round == last.round and following.number <= number
    return last.number if taken else number
