"""Numbers of printed pages in brackets, as texts of old books have them within lines: `It was [11]said`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from citecheck.parse.marker_candidates import Candidate, Form

LEAST = 10
"""So many in a row make a numbering of pages."""
STEP = 3
"""Pages between two numbers at most: pictures and blank pages have none."""
BEFORE_WORDS, BEFORE = 0.05, 5
"""Share and number of those before a word without a space, as no call stands: pages begin within lines."""
EVEN, NEAR = 0.8, 2.5
"""Share of the stretches between two numbers that are as long as the middle one, to this factor."""
LABELS = 0.5
"""Share of numbers that begin a line elsewhere; so many are notes and their calls."""
_LABEL = re.compile(r"^[ \t]*\[(\d{1,4})\]", re.M)


def without_pages(content: str, found: Sequence[Candidate]) -> list[Candidate]:
    """Candidates of calls less those that number pages."""
    boxes = [one for one in found if one.form is Form.BRACKET]
    first = next((place for place, one in enumerate(boxes) if _before_word(content, one)), None)
    if first is None or len(boxes) < LEAST:
        return list(found)
    chain = [boxes[first]]
    for one in boxes[first + 1 :]:
        if 0 < one.number - chain[-1].number <= STEP:
            chain.append(one)
    for one in reversed(boxes[:first]):
        if 0 < chain[0].number - one.number <= STEP:
            chain.insert(0, one)
    begun = sum(_before_word(content, one) for one in chain)
    if len(chain) < LEAST or begun < max(BEFORE, BEFORE_WORDS * len(chain)):
        return list(found)
    if not _evenly(chain) or _are_labels(content, chain):
        return list(found)
    pages = {one.start for one in chain}
    return [one for one in found if one.start not in pages]


def _before_word(content: str, one: Candidate) -> bool:
    before, after = content[max(0, one.start - 2) : one.start - 1], content[one.end + 1 : one.end + 2]
    return before.isspace() and after.isalnum()


def _evenly(chain: Sequence[Candidate]) -> bool:
    """Whether the numbers stand as far from each other as the ends of pages do."""
    gaps = sorted(one.start - before.start for before, one in pairwise(chain))
    middle = gaps[len(gaps) // 2]
    return sum(middle / NEAR <= gap <= middle * NEAR for gap in gaps) >= EVEN * len(gaps)


def _are_labels(content: str, chain: Sequence[Candidate]) -> bool:
    own = {one.start for one in chain}
    labels = {int(found.group(1)) for found in _LABEL.finditer(content) if found.start(1) not in own}
    return len(labels & {one.number for one in chain}) >= LABELS * len(chain)
