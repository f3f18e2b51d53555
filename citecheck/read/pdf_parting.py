"""Parts lines that PDFium draws together from the text over to a note in the margin beside it.

A note in the margin often begins on the base line of its call, so that PDFium gives the text, the first
line of the note and the rest of the text as one line, in the order of drawing. Where the margin begins is
told by other lines of the page, or of the page before, that begin there; a line is parted where it goes back,
or where nothing is drawn before the margin.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from statistics import median

from citecheck.read.pdf_glyphs import Glyphs, turned
from citecheck.read.pdf_lines import EDGE, Line, Maker, letters_in

GAP = 0.55
"""Least room, in sizes, between the text and a margin; spaces of justified lines are narrower as a rule, and
hardly ever stand one below the other."""
SHARE = 0.2
"""Share of a page's width that lies between the left edges of text and margin at least."""
NARROWER = 0.6
"""Width of a margin's usual line as share of the text's: columns are as wide as each other."""
OFTEN = 0.25
"""Share of the text at the commonest left edge that another holds at least to be the text's."""
EDGES = 6
"""Left edges that are tried."""
TRIES = 3
"""So many lines more that go on across an edge than have room before it: no margin begins there."""
LETTERS = 3
"""Letters in a margin's part of a line at least: equations, contents and items stay whole."""
NEAR = 1.5
"""Points by which lines of one edge differ."""
STEP = 5
"""Characters from one that is looked at to the next; shorter parts of a line are not seen."""
_HANGING = re.compile(r"(?:\d{1,3}|[*∗†‡§¶]{1,3})[.)]?\s?$")
"""A note's number or sign that hangs before the edge of its lines."""


_LABEL = re.compile(r"\d{1,3}|[*∗†‡§¶]{1,3}")


class Edges:
    """Left edges of margins and of the text, learnt page by page."""

    def __init__(self) -> None:
        self._known: list[int] = []

    def parted(self, glyphs: Glyphs, pieces: Sequence[Line], made: Maker) -> tuple[list[Line], list[int]]:
        """The pieces of a page, some in parts, and the edges at which no two pieces may be put together.

        `made` makes a piece out of a range of the page's characters.
        """
        begins: dict[int, list[Line]] = defaultdict(list)
        for one in pieces:
            if len(one.text) >= LETTERS and letters_in(one.text):
                begins[round(one.x0)].append(one)
        if not begins:
            return list(pieces), []
        text = _text_edge(begins)
        edges = [edge for edge in self._tried(begins, text) if _begins(glyphs, pieces, edge)]
        self._known = [edge for edge in edges if edge > text] or self._known
        if not edges:
            return list(pieces), []
        found: list[Line] = []
        for one in pieces:
            parts = list(_parts(glyphs, one, edges, text, made))
            # The rest of a line of the text goes on behind its first part.
            found += sorted(parts, key=lambda part: not _within(part, edges, text)) if parts else [one]
        return found, edges

    def _tried(self, begins: dict[int, list[Line]], text: int) -> list[int]:
        """Edges at which a margin, or the text beside one at its left, may begin."""
        wide = median(one.x1 - one.x0 for one in begins[text])
        often = sorted(begins, key=lambda edge: -len(begins[edge]))[:EDGES]
        narrow = [
            edge
            for edge in often
            if len(begins[edge]) > 1
            and abs(edge - text) > SHARE * wide
            and median(one.x1 - one.x0 for one in begins[edge]) <= NARROWER * wide
        ]
        right = {edge for edge in [*narrow, *self._known] if edge > text + SHARE * wide}
        return sorted(right | ({text} if any(edge < text for edge in narrow) else set()))


def _text_edge(begins: Mapping[int, Sequence[Line]]) -> int:
    """Left edge of the text: of the widest among those that often begin a line; a margin may hold more."""
    sizes = {edge: sum(len(one.text) for one in lines) for edge, lines in begins.items()}
    often = [edge for edge, size in sizes.items() if size >= OFTEN * max(sizes.values())]
    return max(often, key=lambda edge: (median(one.x1 - one.x0 for one in begins[edge]), sizes[edge]))


def _begins(glyphs: Glyphs, pieces: Sequence[Line], edge: int) -> bool:
    """Whether lines across `edge` have room before it."""
    whole = 0
    for one in pieces:
        if one.x0 < edge - EDGE and one.x1 > edge + EDGE:
            whole += -1 if _has_gap(glyphs, one, edge) else 1
            if whole >= TRIES:
                return False
    return True


def _has_gap(glyphs: Glyphs, line: Line, edge: int) -> bool:
    """Whether there is room in `line` before the first character at `edge`, or before the label that hangs
    before it."""
    low, high = 0, len(line.at)
    while low < high:
        middle = (low + high) // 2
        if _x(glyphs, line, middle) < edge - NEAR:
            low = middle + 1
        else:
            high = middle
    label = _HANGING.search(line.text, 0, low)
    return any(_free(glyphs, line, place, edge) for place in (label.start() if label else low, low))


def _free(glyphs: Glyphs, line: Line, place: int, edge: int) -> bool:
    """Whether there is room before the character at `place`, or the next, with `edge` at the room's end."""
    before = place - 1
    while before > 0 and line.text[before].isspace():
        before -= 1
    while place < len(line.at) and line.text[place].isspace():
        place += 1
    if before < 0 or place >= len(line.at):
        return False
    left, right, bottom, top = glyphs.far_end(line.at[before])
    end = max(turned(left, bottom, line.turn)[0], turned(right, top, line.turn)[0])
    size = min(line.size, glyphs.size(line.at[before]))
    return end <= edge + NEAR and _x(glyphs, line, place) - end >= GAP * size


def _parts(glyphs: Glyphs, line: Line, edges: Sequence[int], text: int, made: Maker) -> Iterator[Line]:
    """The parts of a line, none where it is whole."""
    cuts = list(_cuts(glyphs, line, edges, text))
    ends = [*cuts, len(line.at)]
    for begin, end in zip([0, *cuts], ends, strict=True):
        if cuts:
            part = made(line.at[begin], line.at[end - 1] + 1)
            if part is not None:
                yield part


def _cuts(glyphs: Glyphs, line: Line, edges: Sequence[int], text: int) -> Iterator[int]:
    """Where in `line` another part begins."""
    places = [place for place, sign in enumerate(line.text) if not sign.isspace()]
    last, x = 0, line.x0
    for step in [*range(STEP, len(places) - 1, STEP), len(places) - 1]:
        here = _x(glyphs, line, places[step])
        if here < x or any((x < edge - EDGE) != (here < edge - EDGE) for edge in edges):
            yield from _between(glyphs, line, places[max(0, last - STEP) : step + 1], edges, text)
        last, x = step, here


def _between(
    glyphs: Glyphs, line: Line, places: Sequence[int], edges: Sequence[int], text: int
) -> Iterator[int]:
    """Cuts among characters next to each other."""
    x = _x(glyphs, line, places[0])
    for place in places[1:]:
        here = _x(glyphs, line, place)
        over = next((edge for edge in edges if x < edge - EDGE and here >= edge - line.size), None)
        if here < x - line.size:
            yield place
        elif over is not None and _free(glyphs, line, place, round(here)):
            beside = line.text[:place] if over == text else line.text[place:]
            if sum(map(str.isalpha, beside)) >= LETTERS or _LABEL.fullmatch(beside.strip()):
                yield place
        x = here


def _within(part: Line, edges: Sequence[int], text: int) -> bool:
    """Whether a part stands in the text, not in a margin."""
    return part.x0 >= text - EDGE and not any(part.x0 >= edge - part.size for edge in edges if edge > text)


def _x(glyphs: Glyphs, line: Line, place: int) -> float:
    return turned(*glyphs.origin(line.at[place]), line.turn)[0]
