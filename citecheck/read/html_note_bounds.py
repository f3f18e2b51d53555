"""How far a note goes: its block, what wraps it, and paragraphs that go on with it.

The element that a call leads to may be the note, its first paragraph, or an empty anchor at its beginning.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import Protocol

from citecheck.read.html_element import Element

EARLY = 12
"""Characters that may stand before the anchor of a note in its block (a label, a bracket)."""
MOST_PARAGRAPHS = 8
"""Paragraphs after a note's first in which its way back is looked for."""
NEAR = 40
"""Characters between a call and the empty anchor that its way back leads to."""
ROOM = 6_000
"""Characters of a block that a way back may lead to: a paragraph that holds the call, never a chapter."""
_CONTAINERS = frozenset(("div", "aside", "tr", "li", "dd"))
"""What may wrap the paragraphs of one note."""
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_ENDS = HEADINGS | {"hr", "section", "article", "nav", "header", "footer"}
"""Blocks that no note goes on over."""
WHOLE = frozenset(("body", "main", "article", "section", "ol", "ul", "dl", "table", "tbody", "nav", "html"))
"""Too much to be a note when a label leads there, unless the mark-up says that it is one."""
_GOES_ON = frozenset(("p", "div", "blockquote", "pre", "ul", "ol", "table", "dd"))


class Placed(Protocol):
    """A note with its place; `settle` moves `start` and `end`."""

    target: Element
    start: int
    end: int

    @property
    def first_call(self) -> int:
        """Where it is first called, -1 for nowhere."""

    def leads_back(self, start: int, end: int) -> bool:
        """Whether a way back to its calls stands between two offsets."""


def block_of(element: Element) -> Element:
    """The block that `element` is or stands in."""
    while not element.breaks and element.parent is not None:
        element = element.parent
    return element


def leads_to(place: Element, starts: Sequence[int], in_paragraph: bool) -> bool:
    """Whether one of the calls that start at `starts` is `place`, stands in it or just beside it;
    `in_paragraph`: or behind it in its paragraph, as at the end of the sentence that it begins."""
    begins, end = place.start, place.end
    if place.breaks:
        if end - begins > ROOM:
            return False
    else:
        begins, end = begins - NEAR, end + NEAR
    if in_paragraph:
        end = max(end, min(block_of(place).end, place.end + ROOM))
    at = bisect_left(starts, begins)
    return at < len(starts) and starts[at] <= end and place.tag not in WHOLE


def bounds(content: str, target: Element, block: Element) -> tuple[int, int]:
    """First bounds of the note that begins at `target`: its block, or its block from there on."""
    begins = target.start
    late = begins - block.start > EARLY and len(content[block.start : begins].strip()) > EARLY
    start = begins if late or block.tag == "body" else block.start
    return start, max(start, block.end)


def settle(content: str, elements: Sequence[Element], notes: Sequence[Placed]) -> None:
    """Give each note, in order of place, its final bounds."""
    if not notes:
        return
    starts = [note.target.start for note in notes]
    blocks = [_outermost(content, note, starts) for note in notes]
    limits = [block.start for block in blocks[1:]] + [len(content)]
    # Between most notes nothing stands that they might go on with.
    roomy = [block for block, limit in zip(blocks, limits, strict=True) if block.end < limit]
    siblings = _siblings(elements, roomy) if roomy else {}
    before = -1
    for place, (note, block, limit, start) in enumerate(zip(notes, blocks, limits, starts, strict=True)):
        if before >= block.start < start:
            note.start = start
        before = start
        end = block.end
        note.end = end if end > note.start else note.start
        if end >= limit:
            continue
        row, first = siblings[id(block.parent)]
        at = bisect_right(first, block.start)
        if at < len(row) and first[at] < limit:
            later = (row[place] for place in range(at, len(row)))
            following = notes[place + 1] if place + 1 < len(notes) else None
            note.end = max(note.end, _gone_on(note, block, later, following, limit))
    for note, following in pairwise(notes):
        if note.start < following.start < note.end:
            note.end = following.start


def _outermost(content: str, note: Placed, starts: Sequence[int]) -> Element:
    """The block of a note or what wraps it alone."""
    block = block_of(note.target)
    above = block.parent
    while above is not None and above.tag in _CONTAINERS:
        count = bisect_left(starts, above.end) - bisect_left(starts, above.start)
        if count > 1 or above.start <= note.first_call < above.end:
            break
        if content[above.start : block.start].strip():
            break
        block, above = above, above.parent
    return block


def _siblings(
    elements: Sequence[Element], blocks: Sequence[Element]
) -> dict[int, tuple[list[Element], list[int]]]:
    """Blocks that stand beside the blocks of notes, in order, and where they begin, by their parent. Those
    before the first of `blocks` are left out."""
    rows: dict[int, list[Element]] = {id(block.parent): [] for block in blocks}
    first = min([block.start for block in blocks])
    for element in elements[bisect_left(elements, first, key=attrgetter("start")) :]:
        if element.breaks and (row := rows.get(id(element.parent))) is not None:
            row.append(element)
    return {parent: (row, [element.start for element in row]) for parent, row in rows.items()}


def _gone_on(
    note: Placed, block: Element, later: Iterable[Element], following: Placed | None, limit: int
) -> int:
    """End of a note over the paragraphs after its block.

    They are the note's where its way back stands in one of them, or where the next note has been called
    before this one began: then notes follow each other and no running text stands between.
    """
    end = block.end
    listed = following is not None and 0 <= following.first_call < note.start
    for count, element in enumerate(later):
        if element.start >= limit or element.tag in _ENDS or (count > MOST_PARAGRAPHS and not listed):
            break
        if block.tag == "dt":
            if element.tag != "dd":
                break
            end = element.end
        elif element.tag not in _GOES_ON:
            break
        elif listed or block.tag in HEADINGS or note.leads_back(element.start, element.end):
            end = element.end
    return end
