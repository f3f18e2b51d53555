"""Parts lines that PDFium draws together from the text over to a note in the margin beside it.

A note in the margin often begins on the base line of its call, so that PDFium gives the text, the first
line of the note and the rest of the text as one line, in the order of drawing. Where the margin begins is
told by other lines of the page, or of the page before, that begin there; a line is parted where it goes back,
or where nothing is drawn before the margin.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
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
USUAL, BEYOND = 0.6, 3.0
"""Share of the lines that end left of a place, and sizes beyond it at which nothing but a margin stands."""
STEP = 8
"""Characters from one that is looked at to the next; shorter parts of a line are not seen."""
_HANGING = re.compile(r"(?:\d{1,3}|[*∗†‡§¶]{1,3})[.)]?\s?$")
"""A note's number or sign that hangs before the edge of its lines,"""
_LABEL = re.compile(r"\d{1,3}|[*∗†‡§¶]{1,3}")
"""and the same alone, as a part of a line."""


class Edges:
    """Left edges of margins and of the text, learnt page by page."""

    def __init__(self) -> None:
        self._seen: Counter[int] = Counter()

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
        beyond = _edges_beyond(glyphs, begins[text])
        edges = [edge for edge in sorted(self._tried(begins, text) | beyond) if _begins(glyphs, pieces, edge)]
        if not edges:
            return list(pieces), []
        parts = [part for one in pieces for part in (list(_parts(glyphs, one, edges, text, made)) or [one])]
        return _rejoined(parts, edges, text), edges

    def _tried(self, begins: Mapping[int, Sequence[Line]], text: int) -> set[int]:
        """Edges at which a margin, or the text beside one at its left, may begin: two lines of the page begin
        there, or one and lines of pages before."""
        wide = median(one.x1 - one.x0 for one in begins[text])
        usual = text + _usual([one.x1 - text for one in begins[text]])
        beside = {
            edge: lines for edge, lines in begins.items() if edge < text - SHARE * wide or edge >= usual
        }
        narrow = {
            edge
            for edge in sorted(beside, key=lambda edge: -len(beside[edge]))[:EDGES]
            if min(one.x1 - one.x0 for one in beside[edge]) <= NARROWER * wide
        }
        found = set()
        for edge in narrow:
            # The first line of a note may begin behind its label, or be set in.
            near = [other for other in narrow if edge <= other <= edge + beside[edge][0].size]
            if sum(len(beside[other]) for other in near) + self._seen[edge] > 1:
                found.add(edge)
        found |= {edge for edge, _ in self._seen.most_common(EDGES) if edge in beside or edge > text}
        self._seen.update(narrow)
        right = {edge for edge in found if edge >= usual}
        return right | ({text} if any(edge < text for edge in found) else set())


def _edges_beyond(glyphs: Glyphs, lines: Sequence[Line]) -> set[int]:
    """Edges at which lines of the text go on that reach farther right than most: remarks of one line each, on
    base lines of the text, begin no line of their own."""
    usual = _usual([line.x1 for line in lines])
    far = [line for line in lines if line.x1 > usual + BEYOND * line.size]
    found: Counter[int] = Counter()
    for line in far if len(far) < (1 - USUAL) * len(lines) else ():
        places = [place for place, sign in enumerate(line.text) if not sign.isspace()]
        low = bisect_left(places, usual - BEYOND * line.size, key=lambda place: _x(glyphs, line, place))
        for place in places[low:]:
            x = _x(glyphs, line, place)
            if x >= usual and _free(glyphs, line, place, round(x)):
                found[round(x)] += 1
                break
    return {edge for edge, count in found.items() if count > 1}


def _usual(ends: Sequence[float]) -> float:
    return sorted(ends)[int(USUAL * len(ends))]


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
    cuts = sorted(set(_cuts(glyphs, line, edges, text)))
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
    # PDFium puts a call and the label on its base line side by side, wherever they stand.
    raised = [bisect_left(places, at) for part in line.superior for at in part]
    for step in sorted({*range(STEP, len(places), STEP), *raised, len(places) - 1} - {0, len(places)}):
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
        begins = here < x - line.size and any(abs(here - edge) <= line.size for edge in edges)
        if begins or any(here < edge - EDGE <= x for edge in edges):
            yield place
        elif over is not None and _free(glyphs, line, place, round(here)):
            beside = line.text[:place] if over == text else line.text[place:]
            if sum(map(str.isalpha, beside)) >= LETTERS or _LABEL.fullmatch(beside.strip()):
                yield place
        x = here


def _rejoined(parts: Sequence[Line], edges: Sequence[int], text: int) -> list[Line]:
    """The rest of each line of the text behind its first part, before what stands beside it."""
    found: list[Line] = []
    last = -1
    for part in parts:
        if not _within(part, edges, text):
            found.append(part)
            continue
        before = found[last] if last >= 0 else None
        on = before and abs(before.y - part.y) < part.size and part.x0 >= before.x1 - 0.5 * part.size
        last = last + 1 if on else len(found)
        found.insert(last, part)
    return found


def _within(part: Line, edges: Sequence[int], text: int) -> bool:
    """Whether a part stands in the text, not in a margin."""
    return part.x0 >= text - EDGE and not any(part.x0 >= edge - part.size for edge in edges if edge > text)


def _x(glyphs: Glyphs, line: Line, place: int) -> float:
    x, y = glyphs.origin(line.at[place])
    return turned(x, y, line.turn)[0] if line.turn else x
