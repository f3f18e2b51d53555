"""Notes with signs or letters for labels: `*`, `†`, `a`, `iv`.

They cannot be counted as numbers are, so a line is such a note only where the same sign is attached to a word
of the text before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection

from citecheck.parse.layout import Layout
from citecheck.parse.lost_signs import SignCall, SignNote, Signs, half_lost
from citecheck.parse.rows import Kind
from citecheck.patterns import late

LETTERS_LEAST = 2
"""Single letters are labels only where so many lines have them."""
STARS = "*" * 6
"""So many asterisks, or more, are a sign only where the note with one less is there: words are blotted out
so."""
EMPHASIS = 3
"""Rows that emphasis between asterisks runs over, at most: an asterisk left open must not eat all others."""

_NOTE = re.compile(
    r"(?:(?P<sign>\*{1,9}|[†‡§¶‖]{1,3})\)?|[\[(](?P<boxed>[a-zа-я]|[ivxl]{1,6})[\])]|(?P<raised>[ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ]{1,5}))"
    r"[ \t\u00a0]*(?=[^\W_]|[\"«»„“‘‚‹(\[])"
)
_STARS = re.compile(
    r"\*{1,9}|[†‡§¶‖]{1,3}|[ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ]{1,5}|[\[(](?:[a-zа-я]|[ivxl]{1,6})[\])]"
)

_BEGUN = re.compile(r"[*†‡§¶‖ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ\[(]")
"""What both begin with: most rows have nothing of the kind."""
_RUN_OF_STARS = late(r"(?<!\\)\*+")


def find_signs(layout: Layout, numbered: Collection[int]) -> Signs:
    """Notes with signs. `numbered`: rows known to be notes with numbers."""
    open_calls: dict[str, SignCall] = {}
    found: list[SignNote] = []
    loose: list[SignNote] = []
    seen: list[SignCall] = []
    began: list[tuple[int, str]] = []
    opened, stressed = False, 0
    begun = [match.start() for match in _BEGUN.finditer(layout.content)]
    for place, row in enumerate(layout.rows):
        if row.kind is not Kind.TEXT:
            continue
        stressed = stressed + 1 if opened else 0
        opened = opened and not row.gap and not row.feed and stressed <= EMPHASIS
        first = bisect_left(begun, row.start)
        if first == len(begun) or begun[first] >= row.end:
            continue
        match = None if place in numbered else _NOTE.match(layout.content, row.start, row.end)
        if match:
            label = match.group("sign") or match.group("boxed") or match.group("raised")
            began.append((place, label))
            emphasis = label[0] == "*" and (opened or _stressed(layout, place, match))
            if not emphasis and not _listed(layout, place, label):
                note = SignNote(place, label, match.end(), open_calls.pop(label, None))
                (found if note.call else loose).append(note)
                if note.call:
                    continue
        calls, opened = _calls(layout.content, row.start, row.end, opened)
        seen += [SignCall(label, start, end, place) for label, start, end in calls]
        open_calls |= {call.label: call for call in seen[len(seen) - len(calls) :]}
    told = {note.label for note in found}
    found = [note for note in found if not note.label.startswith(STARS) or note.label[1:] in told]
    letters = [note for note in found if note.label.isalpha()]
    found = [note for note in found if note not in letters or len(letters) >= LETTERS_LEAST]
    uncalled, lost = half_lost(layout, found, loose, seen, began)
    return Signs({note.row: note for note in [*found, *uncalled]}, tuple(lost))


def _listed(layout: Layout, place: int, label: str) -> bool:
    """Whether a row beside this one begins with the same sign: points of a list, lines of a comment."""
    content = layout.content
    return any(
        0 <= beside < len(layout.rows)
        and layout.rows[max(place, beside)].gap == 0
        and (match := _NOTE.match(content, layout.rows[beside].start, layout.rows[beside].end)) is not None
        and match.group("sign") == label
        for beside in (place - 1, place + 1)
    )


def _stressed(layout: Layout, place: int, label: re.Match[str]) -> bool:
    """Whether the asterisks at a row's start open emphasis that closes within the paragraph
    (`*A title*, 1990`)."""
    if label.end() > label.end("sign"):
        return False
    last = place
    while last + 1 < len(layout.rows) and not layout.rows[last + 1].gap:
        below = layout.rows[last + 1]
        if _NOTE.match(layout.content, below.start, below.end):
            break
        last += 1
    runs = _RUN_OF_STARS.findall(layout.content, label.end(), layout.rows[last].end)
    return len(runs) % 2 == 1


def _calls(content: str, start: int, end: int, opened: bool) -> tuple[list[tuple[str, int, int]], bool]:
    """Signs attached to the end of a word in a row; emphasis (`*word*`) is none. `opened`: whether emphasis
    of a row above goes on, and behind the row whether its own does."""
    calls: list[tuple[str, int, int]] = []
    for match in _STARS.finditer(content, start, end):
        before = content[match.start() - 1] if match.start() > start else " "
        after = content[match.end()] if match.end() < end else " "
        star = match.group()[0] == "*"
        if before == " " and _stands_alone(content, match, start, end):
            calls.append((match.group(), match.start(), match.end()))
            continue
        if before.isspace() or before in "([{*" or (star and before == ">" and after.isalnum()):
            opened = opened or (star and not after.isspace())
            continue
        if opened and star:
            opened = False
            continue
        if after.isalnum() or after == "*":
            continue
        label = match.group()
        if label[0] in "[(":
            calls.append((label[1:-1], match.start() + 1, match.end() - 1))
        else:
            calls.append((label, match.start(), match.end()))
    return calls, opened


def _stands_alone(content: str, sign: re.Match[str], start: int, end: int) -> bool:
    """Whether a sign behind a space is a call, as some languages set it: `the river †`, `the river *.`"""
    first = sign.group()[0]
    if first not in "*†‡¶§" or sign.start() - start < 2 or content[sign.start() - 2] in " *([":
        return False
    following = content[sign.end() : end]
    if not following or following[0] in ".,;:!?)»”’":
        return True
    return first in "†‡¶" and following[0] == " "
