"""What of a note's block is its text: neither the repeated label nor the ways back to its calls."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citecheck.model import Span
from citecheck.read.quick import span_of

ARROWS = frozenset("↩↑⇑▲⬆⏎⤴⤶↵⮐⏫↖←\ufe0e\ufe0f")
MOST_CUT = 3
"""Characters of a way back in the midst of a note; a longer link is part of the sentence."""

_OWN = re.compile(
    r"\s*(?:[\[(]\s?(\d{1,4}[a-z]?|[ivxlcdmIVXLCDM]{1,8}|[^\W\d_]{1,2}|[*†‡§¶‖#∗⁎]{1,6})\s?[\])]"
    r"|(\d{1,4}[a-z]?)(?=[.):\s]|$)"
    r"|([*†‡§¶‖∗⁎]{1,6}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})"
    r"|([ivxlcdm]{1,8}|[^\W\d_])[.)](?=\s))"
)


Piece = tuple[int, int]
"""A way back, as a range of characters."""


def own_label(content: str, start: int, end: int) -> str:
    """The label that a note begins with, without brackets and stops; empty where it has none.

    >>> own_label("[12] Ibid.", 0, 10), own_label("* Ibid.", 0, 7), own_label("A note.", 0, 7)
    ('12', '*', '')
    """
    match = _OWN.match(content, start, end)
    return next((group for group in match.groups() if group), "") if match else ""


def body_spans(
    content: str, start: int, end: int, back: Sequence[Piece], label: str, ordinal: int
) -> tuple[tuple[Span, ...], str]:
    """The note's own text between `start` and `end`, and its label.

    `back`: ways back in order; `ordinal`: number of the list entry that the note is, 0 for none: such a
    note shows its number in the margin, so that a number at its beginning is a word of it.
    """
    for begins, ends in back:
        if not start <= begins < ends <= end:
            back = [piece for piece in back if start <= piece[0] < piece[1] <= end]
            break
    first = end - len(content[start:end].lstrip())
    character = content[first : first + 1]
    # Most notes begin with a word.
    if not character.isalpha() or character == label[:1] or (back and back[0][0] == first):
        first = _beginning(content, first, end, back, label, ordinal)
    last = _ending(content, first, end, back)
    if not label and ordinal:
        label = str(ordinal)
    spans: list[Span] = []
    for begins, ends in back:
        if first < begins and ends < last and ends - begins <= MOST_CUT:
            spans.append(span_of(first, _before(content, begins, first)))
            first = _after(content, ends, last)
    final = span_of(first, last if last > first else first)
    if not spans:
        return (final,), label
    spans.append(final)
    return tuple([span for span in spans if span.end > span.start]) or (final,), label


def _beginning(content: str, start: int, end: int, back: Sequence[Piece], label: str, ordinal: int) -> int:
    """Offset after the label and the ways back that a note begins with."""
    ends = dict(back)
    at = start
    seen = False
    while at < end:
        character = content[at]
        if character.isspace():
            at += 1
        elif at in ends:
            if content[at : ends[at]].strip("[]() .") == label:
                label = ""
            at, seen = ends[at], True
        elif character in ARROWS or character == "^":
            at, seen = at + 1, True
        elif (seen and character in "]),.:;") or (character in "([" and _after(content, at + 1, end) in ends):
            at += 1
        elif label and (stop := _after_label(content, at, end, label, ordinal)) >= 0:
            at, seen, label = stop, True, ""
        else:
            break
    return min(at, end)


def _after_label(content: str, at: int, end: int, label: str, ordinal: int) -> int:
    """Offset after the note's own `label` where it stands at `at`, else -1.

    In a numbered list a bare number is a word of the note, and bare letters always may be one.
    """
    opened = content[at] in "[("
    first = _after(content, at + 1, end) if opened else at
    if not content.startswith(label, first) or first + len(label) > end:
        return -1
    last = stop = first + len(label)
    if (closing := _after(content, last, end)) < end and content[closing] in "])":
        stop = closing + 1
    while stop < end and content[stop] in ".:)":
        stop += 1
    if opened or stop > last:
        return stop
    bare = not ordinal and not label.isalpha()
    return stop if bare and not (label[-1].isalnum() and content[stop : stop + 1].isalnum()) else -1


def _ending(content: str, start: int, end: int, back: Sequence[Piece]) -> int:
    """Offset at which the ways back begin that a note ends with."""
    seen = False
    if len(back) == 1 and back[0][1] == end > back[0][0] > start:  # as most notes end
        end, seen = back[0][0], True
        while end > start and content[end - 1] == " ":
            end -= 1
        if end > start and ((character := content[end - 1]) == "." or character.isalnum()):
            return end
    starts: dict[int, int] = {}
    for begins, ends in back:
        starts[ends] = begins
    while end > start:
        if (begins := starts.get(end, -1)) >= start:
            end, seen = begins, True
            continue
        character = content[end - 1]
        if character.isalnum() or character == ".":
            break
        if not (
            character.isspace()
            or character in ARROWS
            or (seen and character in "[(|")
            or (character in "]),;|" and _before(content, end - 1, start) in starts)
        ):
            break
        end -= 1
    return end


def _after(content: str, at: int, end: int) -> int:
    while at < end and content[at].isspace():
        at += 1
    return at


def _before(content: str, at: int, start: int) -> int:
    while at > start and content[at - 1].isspace():
        at -= 1
    return at
