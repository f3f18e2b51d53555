"""Places and sizes of a PDF page's characters.

PDFium gives the characters of a page in one call and the place of each in a call of its own, so places are
asked only for what decides something.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterable, Iterator

import pypdfium2
import pypdfium2.raw as pdfium

TILT = 0.05
"""Sine from which text counts as turned."""
_BREAKS = re.compile(r"\r\n|[\r\n\x02\ufffe]")


class Glyphs:
    """Places of one page's characters, by index in the page's text."""

    __slots__ = ("_c", "_cell", "_convert", "_matrix", "_page", "_ref", "_units", "_x", "_y", "raw", "text")

    def __init__(self, textpage: pypdfium2.PdfTextPage) -> None:
        self._page = textpage  # PDFium frees what nobody holds
        self.raw = textpage.raw
        self.text = str(textpage.get_text_range(errors="replace"))
        self._units = _units_of(self.text)
        length = self._units[-1] if self._units else len(self.text)
        self._convert = length != pdfium.FPDFText_CountChars(self.raw)
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._c = ctypes.c_double()
        self._matrix = pdfium.FS_MATRIX()
        self._cell = pdfium.FS_RECTF()
        self._ref = (ctypes.byref(self._x), ctypes.byref(self._y), ctypes.byref(self._c))

    def _index(self, at: int) -> int:
        unit = self._units[at] if self._units else at
        return int(pdfium.FPDFText_GetCharIndexFromTextIndex(self.raw, unit)) if self._convert else unit

    def origin(self, at: int) -> tuple[float, float]:
        """Where the pen stood for a character."""
        x, y, _ = self._ref
        if not pdfium.FPDFText_GetCharOrigin(self.raw, self._index(at), x, y):
            return 0.0, 0.0
        return self._x.value, self._y.value

    def far_end(self, at: int) -> tuple[float, float, float, float]:
        """Left, right, bottom and top of a character."""
        x, y, c = self._ref
        top = ctypes.c_double()
        pdfium.FPDFText_GetCharBox(self.raw, self._index(at), x, y, c, ctypes.byref(top))
        return self._x.value, self._y.value, self._c.value, top.value

    def cell(self, at: int) -> tuple[float, float]:
        """Left and right end of the room that the font gives a character; equal for a space nobody drew."""
        if not pdfium.FPDFText_GetLooseCharBox(self.raw, self._index(at), self._cell):
            return 0.0, 0.0
        return float(self._cell.left), float(self._cell.right)

    def middles(self, places: Iterable[int]) -> list[float]:
        """Middles of the characters at `places`, along a line from left to right."""
        found = []
        for at in places:
            left, right, _, _ = self.far_end(at)
            found.append((left + right) / 2)
        return found

    def size(self, at: int) -> float:
        """Size of a character as drawn."""
        index = self._index(at)
        size = float(pdfium.FPDFText_GetFontSize(self.raw, index))
        if not pdfium.FPDFText_GetMatrix(self.raw, index, self._matrix):
            return size
        return size * math.hypot(self._matrix.c, self._matrix.d)

    def turn(self, at: int) -> int | None:
        """Quarter turns of a character, `None` where it is slanted."""
        if not pdfium.FPDFText_GetMatrix(self.raw, self._index(at), self._matrix):
            return 0
        a, b = float(self._matrix.a), float(self._matrix.b)
        length = math.hypot(a, b)
        if not length or abs(b) <= TILT * length:
            return 2 if a < 0 else 0
        return None if abs(a) > TILT * length else (1 if b > 0 else 3)


def _units_of(text: str) -> list[int]:
    """Offset of each character, and the end, in the 16-bit units PDFium counts; empty where none differs.

    >>> _units_of("a𝑥b"), _units_of("ab")
    ([0, 1, 3, 4], [])
    """
    if not text or max(text) <= "\uffff":
        return []
    units = [0]
    for sign in text:
        units.append(units[-1] + (2 if sign > "\uffff" else 1))
    return units


def turned(x: float, y: float, turn: int) -> tuple[float, float]:
    """Coordinates as they are for a reader who holds the page so that the text is upright."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[turn]


def segments(text: str) -> Iterator[tuple[int, int]]:
    """Ranges of what PDFium takes for lines, without the spaces around them."""
    start = 0
    for match in (*_BREAKS.finditer(text), None):
        begin = start
        if match is None:
            end = len(text)
        else:
            end = match.start() + (match.group() in "\x02\ufffe")
            start = match.end()
        while begin < end and text[begin].isspace():
            begin += 1
        while end > begin and text[end - 1].isspace():
            end -= 1
        if begin < end:
            yield begin, end
