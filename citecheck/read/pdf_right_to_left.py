"""Lines of a page that is read from right to left, from the places of its characters.

Such lines are handed on as if seen in a mirror: they begin at their right end, with the least `x0`. So what
follows (labels at the edge, columns, indents, rules above notes) is one for both directions.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from unicodedata import category

from citecheck.read.pdf_bidi import (
    MIRRORED,
    RIGHT,
    Glyph,
    brackets_by_look,
    in_reading_order,
    plain_letters,
    reads_right_to_left,
)
from citecheck.read.pdf_glyphs import Glyphs, segments
from citecheck.read.pdf_lines import GLUED, NEAR, RAISED, SAME_LINE, Line, finished, merged

LAM, ALEFS = "\u0644", frozenset("\u0622\u0623\u0625\u0627\u0671")
HYPHENS = {"\x02": "-", "\ufffe": "-", "\xad": "-"}


@dataclass(slots=True)
class _Row:
    """Characters on one base line, raised ones among them, from left to right."""

    y: float
    size: float
    glyphs: list[Glyph] = field(default_factory=list)
    marks: list[Glyph] = field(default_factory=list)
    """Vowel points, which stand at no place of their own."""


def mirrored_lines(glyphs: Glyphs, page: int, width: float) -> list[Line]:
    """Lines of a page, mirrored about half its `width` in points, from top to bottom."""
    pieces: list[tuple[_Row, list[Glyph]]] = []
    for row in _rows(glyphs):
        pieces += [(row, piece) for piece in reversed(list(_pieces(glyphs, row)))]
    by_look = brackets_by_look([piece for _, piece in pieces])
    return merged([_line(glyphs, page, row, piece, by_look, width) for row, piece in pieces])


def is_mirrored(glyphs: Glyphs) -> bool:
    """Whether a page is read from right to left, its text upright."""
    if not reads_right_to_left(glyphs.text):
        return False
    upright = other = 0
    for start, end in segments(glyphs.text):
        if glyphs.turn(start) == 0:
            upright += end - start
        else:
            other += end - start
    return upright >= other


def mirrored_middles(glyphs: Glyphs, width: float) -> Callable[[Iterable[int]], list[float]]:
    """What gives the middles of characters along such lines."""
    return lambda places: [width - middle for middle in glyphs.middles(places)]


def _rows(glyphs: Glyphs) -> list[_Row]:
    strips, heights = _strips(glyphs)
    rows: list[_Row] = []
    for key, strip in sorted(strips.items(), key=lambda item: -len(item[1])):
        y, size = heights[key], glyphs.size(strip[len(strip) // 2].at)
        row = min(rows, key=lambda one: abs(one.y - y), default=None)
        if row is None or abs(row.y - y) > SAME_LINE * max(row.size, size):
            row = _Row(y, size)
            rows.append(row)
        above = y - row.y > RAISED * row.size
        for glyph in strip:
            glyph = glyph._replace(raised=True) if above else glyph
            (row.marks if _is_point(glyph.sign) else row.glyphs).append(glyph)
    turned = _ligatures_turned(strips)
    for row in rows:
        row.glyphs.sort(key=lambda glyph: (glyph.left, glyph.at if turned else -glyph.at))
        _put_marks(glyphs, row)
    return sorted((row for row in rows if row.glyphs), key=lambda row: -row.y)


def _is_point(sign: str) -> bool:
    return RIGHT.match(sign) is not None and category(sign) == "Mn"


def _strips(glyphs: Glyphs) -> tuple[dict[int, list[Glyph]], dict[int, float]]:
    """Upright characters by base line in quarters of a point, and where these lines stand."""
    strips: dict[int, list[Glyph]] = defaultdict(list)
    heights: dict[int, float] = {}
    for start, end in segments(glyphs.text):
        if glyphs.turn(start) != 0:
            continue
        for at in range(start, end):
            sign = glyphs.text[at]
            if sign.isspace() or sign == "\x00":
                left, right = glyphs.cell(at)
                if right <= left:
                    continue
                sign = " "
            x, y = glyphs.origin(at)
            if sign in MIRRORED and _turned_by_pdfium(glyphs, at, x, start, end):
                sign = MIRRORED[sign]
            strips[round(y * 4)].append(Glyph(HYPHENS.get(sign, sign), at, x))
            heights.setdefault(round(y * 4), y)
    return strips, heights


def _turned_by_pdfium(glyphs: Glyphs, at: int, x: float, start: int, end: int) -> bool:
    """Whether PDFium has exchanged a bracket for its counterpart: it does where it goes to the left."""
    for other in (*range(at + 1, end), *range(at - 1, start - 1, -1)):
        place = glyphs.origin(other)[0]
        if place != x:
            return bool((place < x) == (other > at))
    return False


def _ligatures_turned(strips: Mapping[int, Sequence[Glyph]]) -> bool:
    """Whether PDFium has turned round the letters of a ligature, which stand at one place, with their word.

    It does where the file names them by two characters, not where it names the ligature. Lam and alef tell:
    no ligature has them the other way round.
    """
    turned = kept = 0
    for strip in strips.values():
        for one, other in pairwise(strip):
            if one.left == other.left and other.at == one.at + 1:
                turned += one.sign in ALEFS and other.sign == LAM
                kept += one.sign == LAM and other.sign in ALEFS
    return turned >= kept


def _put_marks(glyphs: Glyphs, row: _Row) -> None:
    """Vowel points put behind the letter that they stand over."""
    if not row.glyphs:
        return
    begins = [glyph.left for glyph in row.glyphs]
    over: dict[int, list[Glyph]] = defaultdict(list)
    for mark in row.marks:
        left, right, _, _ = glyphs.far_end(mark.at)
        middle = (left + right) / 2
        at = max(0, bisect_right(begins, middle) - 1)
        beside = row.glyphs[at].sign == " " or glyphs.cell(row.glyphs[at].at)[1] < middle
        over[min(at + beside, len(begins) - 1)].append(mark)
    for at, marks in over.items():
        signs = "".join(mark.sign for mark in sorted(marks, key=lambda one: one.at))
        row.glyphs[at] = row.glyphs[at]._replace(points=signs)


def _pieces(glyphs: Glyphs, row: _Row) -> Iterator[list[Glyph]]:
    """Parts of a row between wide gaps, from left to right, with one space between words."""
    piece: list[Glyph] = []
    space = False
    for glyph in row.glyphs:
        if glyph.sign == " ":
            space = True
            continue
        if piece and (space or abs(glyph.at - piece[-1].at) > 1):
            gap = glyph.left - glyphs.cell(piece[-1].at)[1]
            if gap > NEAR * row.size:
                yield piece
                piece = []
            elif space or gap > GLUED * row.size or _parted(glyphs, glyph.at, piece[-1].at):
                piece.append(Glyph(" ", glyph.at, glyph.left))
        piece.append(glyph)
        space = False
    if piece:
        yield piece


def _parted(glyphs: Glyphs, one: int, other: int) -> bool:
    """Whether PDFium has put a space between two characters; spaces of the file have places of their own."""
    places = range(min(one, other) + 1, max(one, other))
    between = glyphs.text[places.start : places.stop]
    if not between.isspace() or set(between) & set("\r\n"):
        return False
    return all(right <= left for left, right in map(glyphs.cell, places))


def _line(glyphs: Glyphs, page: int, row: _Row, piece: Sequence[Glyph], by_look: bool, width: float) -> Line:
    text: list[str] = []
    places = array("i")
    for glyph in in_reading_order(piece, by_look):
        letters = plain_letters(glyph.sign) + glyph.points
        text.append(letters)
        places.extend([glyph.at] * len(letters))
    right = max(glyphs.far_end(glyph.at)[1] for glyph in piece[-2:])
    x0, x1 = width - right, width - piece[0].left
    return finished(glyphs, Line(page, "".join(text), places, x0, max(x0, x1), row.y, row.size))
