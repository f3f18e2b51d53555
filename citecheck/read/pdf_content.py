"""Lines put into one text: bodies of pages, each with the notes at its foot, and where all of it went."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from citecheck.model import Span
from citecheck.read.pdf_lines import Line
from citecheck.read.pdf_zones import Sheet

WIDE_GAP = 1.35
"""Distances of base lines this many times the usual part paragraphs."""
OTHER_SIZE = 0.08
"""Relative difference of sizes that parts a heading from the text."""
INDENT = 0.7
"""Sizes by which the first line of a paragraph is set in."""


@dataclass(slots=True)
class Content:
    """The text, and the offsets at which its pages begin."""

    text: str = ""
    starts: list[int] = field(default_factory=list)

    def span(self, line: Line, begin: int, end: int) -> Span:
        """A range of a line as span of the text."""
        return Span(line.offset + begin, line.offset + end)

    def spans(self, parts: Sequence[tuple[Line, int, int]]) -> tuple[Span, ...]:
        """Lines of a note, or parts of them, as spans; lines that follow each other as one."""
        found: list[Span] = []
        for line, begin, end in parts:
            span = self.span(line, begin, end)
            if span.start >= span.end:
                continue
            if found and not self.text[found[-1].end : span.start].strip():
                page = self._page(found[-1].start)
                if page == self._page(span.start):
                    found[-1] = Span(found[-1].start, span.end)
                    continue
            found.append(span)
        return tuple(found) or tuple(self.span(line, begin, begin) for line, begin, _ in parts[:1])

    def _page(self, offset: int) -> int:
        return bisect_right(self.starts, offset)


def content_of(sheets: Sequence[Sheet], at_foot: bool) -> Content:
    """The text of all sheets; each line gets its offset. `at_foot`: each page's notes go behind its body."""
    content = Content()
    pieces: list[str] = []
    position = 0

    def put(text: str) -> None:
        nonlocal position
        pieces.append(text)
        position += len(text)

    for sheet in sheets:
        content.starts.append(position)
        inside = {id(line) for line in sheet.notes} if at_foot else set()
        body = [line for line in sheet.lines if id(line) not in inside]
        feet = sheet.notes if at_foot else []
        usual = _leading(body)
        for place, line in enumerate(body):
            if place and _parts(body, place, usual):
                put("\n")
            line.offset = position
            put(line.text + "\n")
        for block in sheet.asides:
            put("\n")
            for line in block:
                line.offset = position
                put(line.text + "\n")
        if feet and (body or sheet.asides):
            put("\n")
        for line in feet:
            line.offset = position
            put(line.text + "\n")
        if feet:
            put("\n")
    content.text = "".join(pieces)
    return content


def _leading(lines: Sequence[Line]) -> float:
    """Usual distance of base lines, infinite where there are too few."""
    gaps = [
        above.y - line.y
        for above, line in pairwise(lines)
        if above.column == line.column and above.y > line.y
    ]
    return median(gaps) if len(gaps) > 1 else float("inf")


def _parts(lines: Sequence[Line], place: int, usual: float) -> bool:
    """Whether a paragraph begins with the line at `place`."""
    above, line = lines[place - 1], lines[place]
    if abs(above.size - line.size) > OTHER_SIZE * max(above.size, line.size):
        return True
    if above.column != line.column:
        return 0 in (above.column, line.column)
    if above.y - line.y > WIDE_GAP * usual:
        return True
    below = lines[place + 1] if place + 1 < len(lines) else None
    if below is None:
        return False
    step = INDENT * line.size
    return line.x0 - below.x0 > step and line.x0 - above.x0 > step and below.y < line.y
