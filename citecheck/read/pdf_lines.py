"""Lines of a PDF page with their places: what the drawing says beyond the characters.

Of a line's characters, places are asked for both ends, three letters and the digits only.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from citecheck.read.pdf_glyphs import Glyphs, segments, turned
from citecheck.read.pdf_line_counts import LineCounts

SMALLER = 0.85
"""A digit of at most this share of its line's size is a superior one. Word and LibreOffice set them at 0.58
to 0.65, LaTeX at 0.66 to 0.8; lining and old-style figures of one font have the same size."""
RAISED = 0.2
"""So much of the line's size above its base line is raised, whatever the size."""
NARROW = 0.42
"""Width, in sizes, of a digit that a font draws raised: 0.3 to 0.38; others have 0.45 to 0.6."""
SAME_LINE = 0.6
"""Base lines nearer than this share of the size are one line where the second goes on behind the first."""
GLUED, NEAR = 0.15, 1.2
"""Distance, in sizes, up to which two pieces are one word, and up to which they are one line."""
LABEL_NEAR = 5.0
"""The same between a number alone and what follows it: a note's number and a tab."""

EDGE = 3.0
"""Points before a column's left edge from which on a line stands in it."""

_SUPERIOR = re.compile(r"[\d⁰¹²³⁴-⁹]+|[*∗†‡§¶‖∥]+")
_SIGN = re.compile(r"[⁰¹²³⁴-⁹]")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LABEL = re.compile(r"[\[(]?(?:\d{1,4}|[*∗†‡§¶‖∥]{1,4})[\])]?\.?")
_WORD = re.compile(r"\S")
_LETTER = re.compile(r"[^\W\d_]")
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_CONTROL = str.maketrans({"\x00": " ", "\xad": "-", "\t": " ", "\x0b": " ", "\x0c": " ", "\x85": " "})


@dataclass(slots=True)
class Line:
    """A line as drawn. Lengths in points, `y` its base line, upwards."""

    page: int
    text: str
    at: array[int]
    """For each character its index among the page's characters."""
    x0: float
    x1: float
    y: float
    size: float
    superior: list[tuple[int, int]] = field(default_factory=list)
    """Raised or smaller digits and signs: ranges in `text`."""
    turn: int = 0
    """Quarter turns of the text; others than its page's are left out."""
    column: int = 0
    """0 over the page's width or several columns, else counted from 1 at the left."""
    address: bool = False
    """Of authors, at the head of an article: no note and no call."""
    offset: int = -1
    """Of the first character in the text as a whole; -1 while it has no place there."""


Maker = Callable[[int, int], Line | None]
"""Makes a piece of a line out of a range of its page's characters."""
Parting = Callable[[Glyphs, Sequence[Line], Maker], tuple[list[Line], list[int]]]
"""Parts pieces of a page that go over into its margin, and tells the left edges of what is beside."""


def _whole(glyphs: Glyphs, pieces: Sequence[Line], made: Maker) -> tuple[list[Line], list[int]]:
    return list(pieces), []


def lines_of(
    glyphs: Glyphs,
    page: int,
    *,
    counts: LineCounts | None = None,
    letters: Callable[[Sequence[Line]], str] | None = None,
    parting: Parting = _whole,
) -> list[Line]:
    """Lines of a page in the order of drawing; turned text and numbers of lines (`counts`) are left out.
    `parting` parts text and margin; `letters` tells from a page's pieces which letters may be raised."""
    pieces = [line for line in _pieces(glyphs, page) if line is not None]
    turns = Counter[int]()
    for line in pieces:
        turns[line.turn] += len(line.text)
    main = turns.most_common(1)[0][0] if turns else 0
    pieces = [line for line in pieces if line.turn == main]
    for place, end in (counts.ends(pieces) if counts else {}).items():
        at = pieces[place].at
        rest = _piece(glyphs, page, at[end], at[-1] + 1) if end < len(at) else None
        pieces[place] = rest or replace(pieces[place], text="")
    pieces, edges = parting(
        glyphs,
        [line for line in pieces if line.text],
        lambda begin, end: _piece(glyphs, page, begin, end),
    )
    raised = _with_letters(letters(pieces)) if letters else _SUPERIOR
    if raised is not _SUPERIOR:
        for line in pieces:
            line.superior = _superior(glyphs, line, raised)
    return merged(pieces, raised, edges)


@cache
def _with_letters(letters: str) -> re.Pattern[str]:
    """Numbers and signs, and `letters` where calls and labels stand: at a line's beginning, at a word's end,
    alone."""
    if not letters:
        return _SUPERIOR
    some = f"[{letters}]{{1,2}}"
    return re.compile(
        rf"{_SUPERIOR.pattern}|^{some}(?![a-z])|(?<=\S){some}(?![^\W_])|(?<!\w)[{letters}](?!\w)"
    )


def _pieces(glyphs: Glyphs, page: int) -> Iterator[Line | None]:
    for start, end in segments(glyphs.text):
        for begin, stop in _rows(glyphs, start, end):
            yield _piece(glyphs, page, begin, stop)


def _rows(glyphs: Glyphs, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A segment as it is, or in parts where it runs on to a second row: PDFium misses the break before a
    raised number that begins a row."""
    turn = glyphs.turn(start)
    if turn is not None:
        first, last = turned(*glyphs.origin(start), turn), turned(*glyphs.origin(end - 1), turn)
        if abs(first[1] - last[1]) > SAME_LINE * glyphs.size(end - 1) or last[0] < first[0]:
            x = first[0]
            for at in range(start + 1, end):
                here = turned(*glyphs.origin(at), turn)[0]
                if here < x - glyphs.size(at) and not glyphs.text[at].isspace():
                    yield start, at
                    start = at
                x = here if not glyphs.text[at].isspace() else max(x, here)
    yield start, end


def _piece(glyphs: Glyphs, page: int, start: int, end: int) -> Line | None:
    text = glyphs.text
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end or (turn := glyphs.turn(start)) is None:
        return None
    part = text[start:end].replace("\x02", "-").replace("\ufffe", "-")
    letters = (
        [match.start() for match in _LETTER.finditer(part)]
        or [match.start() for match in _WORD.finditer(part)]
        or [0]
    )
    sample = sorted(
        (glyphs.size(start + at), at) for at in {letters[0], letters[len(letters) // 2], letters[-1]}
    )
    size, typical = sample[len(sample) // 2]
    x0, y0 = turned(*glyphs.origin(start), turn)
    base = turned(*glyphs.origin(start + typical), turn)[1]
    left, right, bottom, top = glyphs.far_end(end - 1)
    x1 = max(turned(left, bottom, turn)[0], turned(right, top, turn)[0])
    line = Line(page, part, array("i", range(start, end)), x0, max(x0, x1), base, size, turn=turn)
    if not letters_in(part):
        line.y = y0
    return finished(glyphs, line)


def finished(glyphs: Glyphs, line: Line) -> Line:
    """`line` with its raised numbers found, and its ligatures written out."""
    line.superior = _superior(glyphs, line, _SUPERIOR)
    _expand(line)
    return line


def look_again(glyphs: Glyphs, line: Line, looked_for: re.Pattern[str]) -> None:
    """What is raised of `looked_for` put beside the line's raised numbers."""
    line.superior = sorted({*line.superior, *_superior(glyphs, line, looked_for)})


def shown(text: str) -> str:
    """A label in plain digits.

    >>> shown("¹²"), shown("١٢")
    ('12', '12')
    """
    plain = text.translate(_SUPERSCRIPTS)
    return str(int(plain)).zfill(len(plain)) if plain.isdecimal() and not plain.isascii() else plain


def letters_in(text: str) -> bool:
    """Whether there is any letter."""
    return _LETTER.search(text) is not None


def _superior(glyphs: Glyphs, line: Line, looked_for: re.Pattern[str]) -> list[tuple[int, int]]:
    """Digits and signs that are smaller than their line or stand above it."""
    found: list[tuple[int, int]] = []
    for match in looked_for.finditer(line.text):
        begin = None
        if _SIGN.search(match.group()):
            # Some fonts hold a raised 1, 2 and 3 under the plain digits' names: `1⁴` is one number.
            found.append(match.span())
            continue
        for at in range(match.start(), match.end() + 1):
            if at < match.end() and _is_superior(glyphs, line, at):
                begin = at if begin is None else begin
            elif begin is not None:
                found.append((begin, at))
                begin = None
    return found


def _is_superior(glyphs: Glyphs, line: Line, at: int) -> bool:
    index = line.at[at]
    size = glyphs.size(index)
    rise = turned(*glyphs.origin(index), line.turn)[1] - line.y
    if size <= SMALLER * line.size:
        # Words of programs are set smaller, too, and hold asterisks.
        return rise > (-0.05 if line.text[at] not in "*∗" else 0.05) * line.size
    if rise > RAISED * line.size:
        return True
    return line.text[at].isdecimal() and _drawn_small(glyphs, line, index)


def _drawn_small(glyphs: Glyphs, line: Line, index: int) -> bool:
    """Whether a digit of its line's size and base line is drawn as a raised one, as some fonts have them."""
    left, _, bottom, _ = glyphs.far_end(index)
    if turned(left, bottom, line.turn)[1] - line.y <= RAISED * line.size:
        return False
    left, right = glyphs.cell(index)
    return line.turn == 0 and 0 < right - left <= NARROW * line.size


def _expand(line: Line) -> None:
    """Ligatures as the letters they stand for, so that words and addresses can be compared."""
    if not any(sign in line.text for sign in LIGATURES):
        line.text = line.text.translate(_CONTROL)
        return
    shift: list[int] = []
    letters: list[str] = []
    places: array[int] = array("i")
    for sign, at in zip(line.text, line.at, strict=True):
        shift.append(len(places))
        whole = LIGATURES.get(sign, sign)
        letters.append(whole)
        places.extend([at] * len(whole))
    shift.append(len(places))
    line.superior = [(shift[a], shift[b]) for a, b in line.superior]
    line.text, line.at = "".join(letters).translate(_CONTROL), places


def merged(lines: list[Line], raised: re.Pattern[str] = _SUPERIOR, edges: Sequence[int] = ()) -> list[Line]:
    """Pieces that PDFium parts at a raised digit put back into one line; `raised`: what is such a piece;
    `edges`: of columns, over which no line goes on."""
    found: list[Line] = []
    for line in lines:
        if found and _goes_on(found[-1], line) and not _apart(found[-1], line, edges):
            _append(found[-1], line, raised)
        else:
            found.append(line)
    return found


def _goes_on(line: Line, piece: Line) -> bool:
    size = max(line.size, piece.size)
    gap = piece.x0 - line.x1
    near = LABEL_NEAR if _LABEL.fullmatch(line.text) else NEAR
    return abs(piece.y - line.y) <= SAME_LINE * size and -0.3 * size <= gap <= near * size


def _apart(line: Line, piece: Line, edges: Sequence[int]) -> bool:
    return any(line.x0 < edge - EDGE <= piece.x0 for edge in edges)


def _append(line: Line, piece: Line, raised: re.Pattern[str]) -> None:
    """`piece` at the end of `line`; the side with the larger type says what is raised on the other."""
    space = " " if piece.x0 - line.x1 > GLUED * max(line.size, piece.size) else ""
    shift = len(line.text) + len(space)
    moved = [(begin + shift, end + shift) for begin, end in piece.superior]
    lesser, greater = sorted((line, piece), key=lambda one: one.size)
    rise = lesser.y - greater.y
    small = lesser.size <= SMALLER * greater.size and rise > -0.05 * greater.size
    if (small or rise > RAISED * greater.size) and raised.fullmatch(lesser.text):
        if lesser is line:
            line.superior = [(0, len(line.text))]
        else:
            moved = [(shift, shift + len(piece.text))]
    if len(piece.text) > len(line.text) or (greater is piece and not letters_in(line.text)):
        line.size, line.y = piece.size, piece.y
    line.text += space + piece.text
    line.at.extend([piece.at[0]] * len(space))
    line.at.extend(piece.at)
    line.superior += moved
    line.x1 = max(line.x1, piece.x1)
