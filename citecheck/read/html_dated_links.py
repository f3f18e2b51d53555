"""Links that call sources by author and year without saying so: `(<a href="#b7">Birch 2007</a>)`.

The mark-up of many programs gives such a link no word of its own. What tells it is that the year it shows
stands in the block it leads to, and that its kin lead to blocks beside that one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from citecheck.read.html_element import Element
from citecheck.read.html_note_bounds import block_of

LONGEST = 80
"""Characters of such a link: `Ashdown, Coldwell, and Dunmore (2003a, p. 12)`."""
LEAST = 2
"""Blocks beside each other that links with years must lead to."""
LONGEST_ENTRY = 3_000
"""Characters of a block that may be an entry."""

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_BLOCKS = frozenset(("p", "li", "div", "dd", "dt", "tr", "td"))


def dated_links(content: str, links: Sequence[tuple[Element, Element]]) -> frozenset[Element]:
    """The links, of pairs of a link and what it leads to, that call a source by its year.

    A heading that bears a year is no source, nor is a block with a year that stands behind other text.
    """
    beside: dict[Element | None, set[Element]] = defaultdict(set)
    found: list[tuple[Element, Element]] = []
    for link, target in links:
        if not 4 <= link.end - link.start <= LONGEST or target.tag[:1] == "h":
            continue
        year = _YEAR.search(content, link.start, link.end)
        block = block_of(target) if year else None
        if year is None or block is None or not _bears(content, block, target, year.group()):
            continue
        if not block.start <= link.start < block.end:
            beside[block.parent].add(block)
            found.append((link, block))
    return frozenset(link for link, block in found if len(beside[block.parent]) >= LEAST)


def _bears(content: str, block: Element, target: Element, year: str) -> bool:
    """Whether a block that may be an entry shows a year; the place that is called stands at its beginning."""
    if block.tag not in _BLOCKS or block.end - block.start > LONGEST_ENTRY:
        return False
    if content[block.start : target.start].strip():
        return False
    return content.find(year, block.start, block.end) >= 0
