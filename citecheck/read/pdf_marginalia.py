"""What stands in the margins beside the text: blocks of notes and of remarks, which are no lines of the text.

The text's own edges are those of most lines of all pages, of left and right ones apart. What lies wholly
outside them and is narrower is a margin's. Columns are as wide as each other, tables stand within the edges.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from citecheck.read.pdf_lines import Line
from citecheck.read.pdf_zones import SMALL, label_of

OUTSIDE = 4.0
"""Points from the text's edge at which a margin's lines begin or end at least; LaTeX leaves 7 to 11."""
NARROWER, NARROW = 0.6, 0.45
"""Width of a margin's usual line as share of the text's, in smaller type and in the text's."""
INDENT = 3.0
"""Sizes by which lines of the text may be set in."""
OFTEN = 0.25
"""Share of the text at the commonest left edge that another holds at least to be the text's."""
FULL = 0.9
"""Share of the lines of the text that end left of its right edge: where it is not justified, the longest lie
beyond."""
CROSSING = 0.25
"""Share of a page's lines that may go over into the margin: titles and tables of the whole width."""
LEAST = 3
"""Lines of the text on a page with a margin."""
NEXT_BLOCK = 1.25
"""Leadings between the base lines of two blocks: paragraphs of one note may stand a little apart."""
REMARKS, NEXT_REMARK = 2, 1.12
"""Blocks without a label from which on there are remarks beside notes, and the leadings between these."""
HANGING = 2.0
"""Points by which a label on the line stands left of the lines above it."""
MOST_LEADING = 1.8
"""Sizes between base lines of one block at most."""
LETTERS = 3
"""Letters of a block: numbers of equations, of sections and of items are no blocks."""
AT_END, SAME_SIZE = 3.0, 0.5
"""Sizes from the first or last line of the text within which a block that goes over to the next page ends and
goes on, and points by which its type may differ."""
_ENDS = frozenset('.!?…»”")]')


def labelled(block: Sequence[Line]) -> bool:
    """Whether a block begins with a number or a sign, as notes do."""
    first = block[0]
    alone = len(block) > 1 and first.text.isdecimal() and len(first.text) <= 4
    return alone or label_of(first) is not None


def carried(asides: Sequence[Sequence[Sequence[Line]]], texts: Sequence[Sequence[Line]]) -> set[int]:
    """First lines of blocks that go on with the last one of the page before, by identity. `asides`, `texts`:
    blocks of the margins and lines of the text, page by page."""
    found: set[int] = set()
    for page in range(1, len(asides)):
        before, here, above, text = asides[page - 1], asides[page], texts[page - 1], texts[page]
        if not before or not here or not above or not text:
            continue
        last, first = before[-1][-1], here[0][0]
        low = last.y <= min(line.y for line in above) + AT_END * last.size
        high = first.y >= max(line.y for line in text) - AT_END * first.size
        open_end = last.text.rstrip()[-1:] not in _ENDS
        if low and high and open_end and not labelled(here[0]) and abs(first.size - last.size) < SAME_SIZE:
            found.add(id(first))
    return found


@dataclass(frozen=True, slots=True)
class _Edges:
    """Left and right edge of the text, in points."""

    left: float
    right: float

    def beside(self, line: Line) -> bool:
        return line.x0 >= self.right + OUTSIDE or line.x1 <= self.left - OUTSIDE

    def across(self, line: Line) -> bool:
        return (line.x0 < self.right - OUTSIDE and line.x1 > self.right + OUTSIDE) or (
            line.x0 < self.left - OUTSIDE and line.x1 > self.left + OUTSIDE
        )

    def within(self, line: Line) -> bool:
        return self.left - 2 <= line.x0 <= self.left + INDENT * line.size and line.x1 <= self.right + OUTSIDE


@dataclass(slots=True)
class Margins:
    """Lines of the text page by page, and the blocks beside them."""

    texts: list[list[Line]] = field(default_factory=list)
    blocks: list[list[list[Line]]] = field(default_factory=list)


def margins_of(pages: Sequence[Sequence[Line]]) -> Margins:
    """The lines of each page parted into the text's and the margins'."""
    edges = [_edges([line for lines in pages[start::2] for line in lines]) for start in (0, 1)]
    if edges[0] and edges[1] and abs(edges[0].left - edges[1].left) <= OUTSIDE:
        edges = [_edges([line for lines in pages for line in lines])] * 2
    beside = [_beside(lines, edges[place % 2]) for place, lines in enumerate(pages)]
    gap = _leading([line for lines in beside for line in lines]) * NEXT_BLOCK
    parted = [_blocks(lines, gap) for lines in beside]
    if sum(not labelled(block) for blocks in parted for block in blocks) >= REMARKS:
        parted = [_blocks(lines, gap * NEXT_REMARK / NEXT_BLOCK) for lines in beside]
    found = Margins()
    for lines, blocks in zip(pages, parted, strict=True):
        taken = {id(line) for block in blocks for line in block}
        found.texts.append([line for line in lines if id(line) not in taken])
        found.blocks.append(blocks)
    return found


def _edges(lines: Sequence[Line]) -> _Edges | None:
    """The text's edges, `None` where there is no text."""
    begins: Counter[int] = Counter()
    for line in lines:
        begins[round(line.x0)] += len(line.text)
    if not begins:
        return None
    # A margin full of notes may hold more text than the page; its lines are shorter all the same.
    often = [left for left, count in begins.items() if count >= OFTEN * max(begins.values())]
    widths: dict[int, list[float]] = {left: [] for left in often}
    for line in lines:
        if round(line.x0) in widths:
            widths[round(line.x0)].append(line.x1 - line.x0)
    left = max(often, key=lambda one: (median(widths[one]), begins[one]))
    ends = sorted(line.x1 for line in lines if left - 2 <= line.x0 <= left + INDENT * line.size)
    return _Edges(left, ends[min(len(ends) - 1, int(FULL * len(ends)))]) if ends else None


def _beside(lines: Sequence[Line], edges: _Edges | None) -> list[Line]:
    """Lines of a page in its margins, none where the page is set otherwise than the others."""
    if edges is None:
        return []
    text = [line for line in lines if edges.within(line)]
    if len(text) < LEAST:
        return []
    top, foot = max(line.y + 2 * line.size for line in text), min(line.y - 2 * line.size for line in text)
    found = [line for line in lines if edges.beside(line)]
    if not any(foot <= line.y <= top for line in found):
        return []  # running heads
    if sum(map(edges.across, lines)) > CROSSING * (len(lines) - len(found)):
        return []
    width, size = edges.right - edges.left, median(line.size for line in text)
    usual = median(
        (line.x1 - line.x0) / (NARROWER if line.size <= SMALL * size else NARROW) for line in found
    )
    if usual > width:
        return []
    # A long address in the left margin runs on over the text.
    begins = {round(line.x0) for line in found if line.x1 < edges.left}
    found = [line for line in lines if edges.beside(line) or round(line.x0) in begins]
    return [line for line in found if line.y <= top]


def _leading(lines: Sequence[Line]) -> float:
    """Usual distance of base lines in the margins, in sizes."""
    gaps = [
        (above.y - line.y) / line.size
        for above, line in pairwise(lines)
        if above.page == line.page and 0 < above.y - line.y <= MOST_LEADING * line.size
    ]
    return median(gaps) if gaps else MOST_LEADING / NEXT_BLOCK


def _blocks(lines: Sequence[Line], gap: float) -> list[list[Line]]:
    """Blocks of a page's margins, the left one first, each from top to bottom. `lines` are in the order of
    drawing, in which a block is one even where two of them overlap."""
    found: list[list[Line]] = []
    if not lines:
        return found
    for line in lines:
        if not found or _begins(found[-1], line, gap):
            found.append([])
        found[-1].append(line)
    middle = (min(line.x0 for line in lines) + max(line.x1 for line in lines)) / 2
    return sorted(filter(_worded, found), key=lambda block: (block[0].x0 > middle, -block[0].y))


def _begins(block: Sequence[Line], line: Line, gap: float) -> bool:
    above = block[-1]
    label = label_of(line)
    # The first line of a note may be set in, and its second begin with a number.
    set_in = len(block) == 1 and labelled(block)
    if label is not None and (label.superior or (line.x0 < above.x0 - HANGING and not set_in)):
        return True
    size = max(line.size, above.size)  # an address may be set in smaller type
    return not -0.5 * size <= above.y - line.y <= gap * size


def _worded(block: Sequence[Line]) -> bool:
    return sum(map(str.isalpha, "".join(line.text for line in block))) >= LETTERS
