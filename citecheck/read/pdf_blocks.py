"""Quotations set off as blocks on PDF pages: lines set in from the text's left edge, with the call of a note.

Drawn pages have no spaces before lines. Examples, verse and lists are set in as well, and nobody claims their
words for a source; so a block counts only where a note is called at its end, or at the end of the line that
leads it in.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from citecheck.read.pdf_lines import Line
from citecheck.read.pdf_zones import Sheet, label_of

SET_IN = 1.0
"""Sizes by which each line of a block stands in from the text's left edge."""
SAME_EDGE = 1.5
"""Points by which left edges of lines differ that are set alike."""
LEAST_LINES, LEAST_WORDS = 2, 8
"""A single line may be a paragraph's first; shorter matter is a heading or a formula (`parse.body`)."""
LEAST_TEXT = 5
"""Lines of a page that show where its text begins."""

_ENDED = re.compile(r"[.!?:…,;][\s\"»”“’›)\]]*\Z")
_BULLET = re.compile(r"[•·▪–—-]\s|\(?(?:\d{1,3}|[a-zA-Z])[.)]\s")


def blocks_of(sheets: Sequence[Sheet], at_foot: bool) -> list[list[Line]]:
    """The lines of each block quotation, none of which goes over a page. `at_foot`: each page's notes stand
    below its text."""
    return [block for sheet in sheets for block in _on(sheet, at_foot)]


def _on(sheet: Sheet, at_foot: bool) -> Iterator[list[Line]]:
    feet = {id(line) for line in sheet.notes} if at_foot else set()
    lines = [line for line in sheet.lines if id(line) not in feet]
    edges = _edges(lines)
    place = 0
    while place < len(lines):
        last = _run(lines, place, edges)
        block = lines[place:last]
        if len(block) >= LEAST_LINES and _quotes(lines[place - 1] if place else None, block):
            yield block
        place = max(last, place + 1)


def _edges(lines: Sequence[Line]) -> dict[int, float]:
    """The left edge at which most lines of a column begin."""
    begins: dict[int, Counter[int]] = defaultdict(Counter)
    for line in lines:
        begins[line.column][round(line.x0)] += 1
    usual = ((column, *found.most_common(1)[0]) for column, found in begins.items())
    return {column: edge for column, edge, count in usual if count >= LEAST_TEXT}


def _run(lines: Sequence[Line], first: int, edges: dict[int, float]) -> int:
    """Place behind the last of the lines that are set in as the first of them is."""
    line = lines[first]
    edge = edges.get(line.column)
    if edge is None or line.x0 - edge < SET_IN * line.size:
        return first
    last = first + 1
    while last < len(lines) and _alike(lines[last], line):
        last += 1
    return last


def _alike(line: Line, other: Line) -> bool:
    return (
        line.column == other.column
        and abs(line.x0 - other.x0) <= SAME_EDGE
        and abs(line.size - other.size) <= 0.1 * other.size
    )


def _quotes(above: Line | None, block: Sequence[Line]) -> bool:
    """Whether lines that are set in are a quotation; `above`: the line of the page before them."""
    if label_of(block[0]) or _BULLET.match(block[0].text):
        return False
    if sum(len(line.text.split()) for line in block) < LEAST_WORDS:
        return False
    said, led = _without_call(above) if above is not None else ("", False)
    if above is not None and not _ENDED.search(said):
        return False
    return (led and ":" in said[-2:]) or _without_call(block[-1])[1]


def _without_call(line: Line) -> tuple[str, bool]:
    """A line's text without a raised number at its end, and whether there is one."""
    text = line.text.rstrip()
    begin, end = line.superior[-1] if line.superior else (0, 0)
    called = begin > 0 and not text[end:].strip('.,;:!?»”"’)')
    return (text[:begin] + text[end:] if called else text), called
