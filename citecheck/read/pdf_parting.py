"""Parts lines that PDFium draws together from the text over to a note in the margin beside it.

A note in the margin often begins on the base line of its call, so both come as one line. Where the margin
begins is told by other lines of the page, or of the page before, that begin there; a line is parted where
nothing is drawn at that place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from citecheck.read.pdf_glyphs import Glyphs, turned
from citecheck.read.pdf_lines import EDGE, Line, Maker, letters_in

GAP = 0.55
"""Least room, in sizes, between the text and a margin; spaces of justified lines are narrower as a rule, and
hardly ever stand one below the other."""
SHARE = 0.2
"""Share of a page's width that lies left of a right margin's edge at least."""
EDGES = 6
"""Left edges that are tried."""
TRIES = 3
"""So many lines more that go on across an edge than are parted at it: no margin begins there."""
LETTERS = 3
"""Letters that a part has at least: numbers of equations, contents and items stay in their lines."""
NEAR = 1.5
"""Points by which lines of one edge differ."""
_HANGING = re.compile(r"(?:\d{1,3}|[*∗†‡§¶]{1,3})[.)]?\s?$")
"""A note's number or sign that hangs before the edge of its lines."""


class Edges:
    """Left edges of margins and of the text, learnt page by page."""

    def __init__(self) -> None:
        self._known: list[int] = []

    def parted(self, glyphs: Glyphs, pieces: Sequence[Line], made: Maker) -> tuple[list[Line], list[int]]:
        """The pieces of a page, some in parts, and the edges at which no two pieces may be put together.

        `made` makes a piece out of a range of the page's characters.
        """
        starts = Counter(round(one.x0) for one in pieces if len(one.text) >= LETTERS and letters_in(one.text))
        if not starts:
            return list(pieces), []
        text = starts.most_common(1)[0][0]
        width = max(one.x1 for one in pieces) - min(one.x0 for one in pieces)
        tried = [
            edge for edge, count in starts.most_common(EDGES) if count > 1 and edge > text + SHARE * width
        ]
        tried += [edge for edge in self._known if edge not in tried and edge > text + SHARE * width]
        if any(edge < text - SHARE * width for edge, count in starts.items() if count > 1):
            tried.append(text)
        found: list[int] = []
        for edge in sorted(tried):
            parted = _at(glyphs, pieces, edge, made)
            if parted is not None:
                pieces = parted
                found.append(edge)
        self._known = [edge for edge in found if edge != text] or self._known
        return list(pieces), found


def _at(glyphs: Glyphs, pieces: Sequence[Line], edge: float, made: Maker) -> list[Line] | None:
    """The pieces, those across `edge` in two; `None` where too many go on across it."""
    found: list[Line] = []
    whole = 0
    for one in pieces:
        if not (one.x0 < edge - EDGE and one.x1 > edge + EDGE):
            found.append(one)
            continue
        place = _gap(glyphs, one, edge)
        left = made(one.at[0], one.at[place]) if place else None
        right = made(one.at[place], one.at[-1] + 1) if place else None
        if left and right and _words(left) and _words(right):
            found += [left, right]
            whole -= 1
        else:
            found.append(one)
            whole += 1
            if whole >= TRIES:
                return None
    return found


def _gap(glyphs: Glyphs, line: Line, edge: float) -> int:
    """Where in `line` the first character at or behind `edge` stands, or the label that hangs before it; 0
    where the place before it is not free."""
    low, high = 0, len(line.at)
    while low < high:
        middle = (low + high) // 2
        if turned(*glyphs.origin(line.at[middle]), line.turn)[0] < edge - NEAR:
            low = middle + 1
        else:
            high = middle
    label = _HANGING.search(line.text, 0, low)
    for place in (label.start() if label else low, low):
        if _free(glyphs, line, place, edge):
            return place
    return 0


def _free(glyphs: Glyphs, line: Line, place: int, edge: float) -> bool:
    """Whether there is room before the character at `place`, and `edge` stands at the room's end."""
    before = place - 1
    while before > 0 and line.text[before].isspace():
        before -= 1
    while place < len(line.at) and line.text[place].isspace():
        place += 1
    if before < 0 or place >= len(line.at):
        return False
    left, right, bottom, top = glyphs.far_end(line.at[before])
    end = max(turned(left, bottom, line.turn)[0], turned(right, top, line.turn)[0])
    begin = turned(*glyphs.origin(line.at[place]), line.turn)[0]
    size = min(line.size, glyphs.size(line.at[before]))
    return end <= edge + NEAR and begin - end >= GAP * size


def _words(line: Line) -> bool:
    return sum(map(str.isalpha, line.text)) >= LETTERS
