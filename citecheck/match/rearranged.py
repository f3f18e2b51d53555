"""Quotations whose parts stand in another order on the page, or with unmarked words between them."""

from __future__ import annotations

from collections.abc import Sequence

from citecheck.match.align import Placed, align, exactly
from citecheck.match.locate import find_exact, locate
from citecheck.match.page import Page
from citecheck.match.placing import Placing
from citecheck.match.quoted import Fragment

PART = 3
"""Words of a part that is sought by itself: shorter ones stand everywhere."""
NEAR = 2
"""Exchanged halves follow each other on the page, but for a conjunction or so."""


def halves_exchanged(fragment: Fragment, page: Page) -> Placing | None:
    """The quotation as two halves that the page has word for word, the second one first."""
    words = fragment.words.folded
    if not all(next(find_exact(edge, page), -1) >= 0 for edge in (words[:PART], words[-PART:])):
        return None  # two look-ups settle nearly all absent quotations
    longest = _longest_start(words, page)
    for cut in range(min(longest, len(words) - PART), PART - 1, -1):
        for second in find_exact(words[cut:], page):
            after = second + len(words) - cut
            first = next(find_exact(words[:cut], page, after, after + cut + NEAR), None)
            if first is not None:
                parts = (
                    (fragment.part(0, cut), exactly(words[:cut], first)),
                    (fragment.part(cut, len(words)), exactly(words[cut:], second)),
                )
                return Placing(parts, reordered=True)
    return None


def parts_elsewhere(fragment: Fragment, at: Placed, page: Page) -> Placing | None:
    """The quotation as the part that was found and what is left over, where that stands near by."""
    words = fragment.words.folded
    first, last = 0, len(words)
    head, tail = at.blocks[0], at.blocks[-1]
    if not head.equal and head.j1 == head.j2 and head.i2 >= PART:
        first = head.i2
    if not tail.equal and tail.j1 == tail.j2 and tail.i2 - tail.i1 >= PART:
        last = tail.i1
    core = align(words[first:last], page, at.first, at.last)
    if core is None or (first == 0 and last == len(words)):
        return None
    parts: list[tuple[Fragment, Placed | None]] = [(fragment.part(first, last), core)]
    if first:
        parts.insert(0, (fragment.part(0, first), _beside(words[:first], page, core, len(words))))
    if last < len(words):
        parts.append((fragment.part(last, len(words)), _beside(words[last:], page, core, len(words))))
    order = [placed.first for _, placed in parts if placed]
    if len(order) == 1:
        return None
    return Placing(tuple(parts), reordered=order != sorted(order), unmarked=True)


def _beside(words: Sequence[str], page: Page, core: Placed, reach: int) -> Placed | None:
    """Best place of leftover words before or after the part that was found."""
    before = locate(words, page, max(0, core.first - reach), core.first)
    after = locate(words, page, core.last, core.last + reach)
    return max((one for one in (before, after) if one), key=lambda one: one.score, default=None)


def _longest_start(words: Sequence[str], page: Page) -> int:
    """How many words from the beginning the page has in one run, by halving."""
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if next(find_exact(words[:middle], page), None) is None:
            high = middle - 1
        else:
            low = middle
    return low
