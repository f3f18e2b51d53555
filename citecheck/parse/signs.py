"""Notes with signs or letters for labels: `*`, `†`, `a`, `iv`.

They cannot be counted as numbers are, so a line is such a note only where the same sign is attached to a word
of the text before it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from citecheck.parse.layout import Layout
from citecheck.parse.rows import Kind

LETTERS_LEAST = 2
"""Single letters are labels only where so many lines have them."""

_NOTE = re.compile(
    r"(?:(?P<sign>\*{1,5}|[†‡§¶‖]{1,3})\)?|[\[(](?P<boxed>[a-zа-я]|[ivxl]{1,6})[\])]|(?P<raised>[ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ]{1,5}))"
    r"[ \t\u00a0]*(?=[^\W_]|[\"«„“(\[])"
)
_STARS = re.compile(
    r"\*{1,5}|[†‡§¶‖]{1,3}|[ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ]{1,5}|[\[(](?:[a-zа-я]|[ivxl]{1,6})[\])]"
)


@dataclass(frozen=True, slots=True)
class SignNote:
    """First line of a note with a sign for a label, and the call that points to it."""

    row: int
    label: str
    end: int
    """Offset after the label."""
    call: tuple[int, int]
    """Offsets of the sign in the text."""


def find_signs(layout: Layout, numbered: Collection[int]) -> dict[int, SignNote]:
    """Notes with signs by row. `numbered`: rows known to be notes with numbers."""
    open_calls: dict[str, list[tuple[int, int]]] = defaultdict(list)
    found: list[SignNote] = []
    for place, row in enumerate(layout.rows):
        if row.kind is not Kind.TEXT:
            continue
        match = None if place in numbered else _NOTE.match(layout.content, row.start, row.end)
        if match:
            label = match.group("sign") or match.group("boxed") or match.group("raised")
            if open_calls[label]:
                found.append(SignNote(place, label, match.end(), open_calls[label].pop()))
                open_calls[label].clear()
                continue
        for label, start, end in _calls(layout.content, row.start, row.end):
            open_calls[label].append((start, end))
    letters = [note for note in found if note.label.isalpha()]
    return {note.row: note for note in found if note not in letters or len(letters) >= LETTERS_LEAST}


def _calls(content: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Signs attached to the end of a word in a row; emphasis (`*word*`) is none."""
    opened = False
    for match in _STARS.finditer(content, start, end):
        before = content[match.start() - 1] if match.start() > start else " "
        after = content[match.end()] if match.end() < end else " "
        if before.isspace() or before in "([{*":
            opened = opened or (match.group()[0] == "*" and not after.isspace())
            continue
        if opened and match.group()[0] == "*":
            opened = False
            continue
        if after.isalnum() or after == "*":
            continue
        label = match.group()
        if label[0] in "[(":
            yield label[1:-1], match.start() + 1, match.end() - 1
        else:
            yield label, match.start(), match.end()
