"""Links that call sources by author and year without saying so: `(<a href="#b7">Birch 2007</a>)`.

The mark-up of many programs gives such a link no word of its own. What tells it is that the year it shows
stands in the block it leads to, and that its kin lead to blocks beside that one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from itertools import zip_longest

from citecheck.read.html_element import Element
from citecheck.read.html_note_bounds import block_of
from citecheck.read.html_note_parts import YEAR

LONGEST = 80
"""Characters of such a link: `Ashdown, Coldwell, and Dunmore (2003a, p. 12)`."""
LEAST = 2
"""Blocks beside each other that links with years must lead to."""
LONGEST_ENTRY = 3_000
"""Characters of a block that may be an entry."""
NEAR = 4
"""Characters between a name and its year, where each is a link of its own."""

_NAME = re.compile(r"[^\W\d_]{3,}")
_LETTER = re.compile(r"[a-z]")
_WRAPPERS = frozenset(("div", "li"))
_Row = tuple[Element | None, bool]
_BLOCKS = frozenset(("p", "li", "div", "dd", "dt", "tr", "td"))


def dated_links(content: str, links: Sequence[tuple[Element, Element]]) -> frozenset[Element]:
    """The links, of pairs of a link and what it leads to, that call a source by its year, or that lead to a
    block beside those by a name that it bears or one more letter (`2004a, b`).

    A heading that bears a year is no source, nor is a block with a year that stands behind other text.
    """
    beside: dict[_Row, set[Element]] = defaultdict(set)
    found: list[tuple[Element, Element]] = []
    for link, target in links:
        if not 4 <= link.end - link.start <= LONGEST or target.tag[:1] == "h":
            continue
        year = YEAR.search(content, link.start, link.end)
        if year is None:
            continue
        block = block_of(target)
        if _bears(content, block, target, year.group()) and not block.start <= link.start < block.end:
            found.append((link, block))
            for row in _rows(block):
                beside[row].add(block)
    known = {row for row, blocks in beside.items() if len(blocks) >= LEAST}
    if not known:
        return frozenset()
    found += _named(content, links, known)
    return frozenset(link for link, block in found if not known.isdisjoint(_rows(block)))


def _named(
    content: str, links: Sequence[tuple[Element, Element]], known: Container[_Row]
) -> Iterator[tuple[Element, Element]]:
    """Links without a year that lead to an entry of a known list and show its name, or a letter alone; not a
    name whose year behind it is a link of its own."""
    for (link, target), following in zip_longest(links, links[1:]):
        if link.end - link.start > LONGEST or target.tag[:1] == "h":
            continue
        if following is not None and following[1] is target and following[0].start - link.end <= NEAR:
            continue
        block = block_of(target)
        if any(row in known for row in _rows(block)) and not block.start <= link.start < block.end:
            shown = content[link.start : link.end].strip()
            name = _NAME.search(shown)
            if _LETTER.fullmatch(shown) or (name and _bears(content, block, target, name.group())):
                yield link, block


def _rows(block: Element) -> tuple[_Row, ...]:
    """What holds an entry and its like: its own surroundings, or those of a wrapper that each has."""
    above = block.parent
    if above is None or above.start != block.start or above.tag not in _WRAPPERS:
        return ((above, False),)
    return (above, False), (above.parent, True)


def _bears(content: str, block: Element, target: Element, words: str) -> bool:
    """Whether a block that may be an entry shows a year or a name; the place that is called stands at its
    beginning."""
    if block.tag not in _BLOCKS or block.end - block.start > LONGEST_ENTRY:
        return False
    if content[block.start : target.start].strip():
        return False
    return content.find(words, block.start, block.end) >= 0
