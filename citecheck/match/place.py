"""Where all fragments of a quotation stand, in order; the joined reading is asked first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from citecheck.match.align import Placed, align, exactly
from citecheck.match.fold import same_but_for_type
from citecheck.match.locate import find_exact, locate, threshold
from citecheck.match.page import Page
from citecheck.match.quoted import Fragment, Quoted, Reading

ANCHORS = 3
"""Longest fragments that are tried as the one to start from."""
OCCURRENCES = 12
"""Places of one passage on a page that are weighed against each other."""
PART = 3
"""Words of a part of a quotation that is sought on the other side of the rest."""
REACH = 1_500
"""Words over which an ellipsis is believed to reach where a short fragment is to be found again."""
LOOSE_REACH = 25
"""The same for an editor's insertion, which stands for a few words of the source."""
FREE_WORDS = 4
"""Fragments from this many words on are sought beyond their reach, and can anchor a quotation."""


@dataclass(frozen=True, slots=True)
class Placing:
    """A quotation's fragments, each with its place or `None`."""

    parts: tuple[tuple[Fragment, Placed | None], ...]
    reordered: bool = False

    @property
    def score(self) -> float:
        """Mean of the parts' scores, weighed by words."""
        total = sum(len(fragment.words) for fragment, _ in self.parts)
        return sum(len(f.words) * placed.score for f, placed in self.parts if placed) / (total or 1)

    @property
    def placed(self) -> list[tuple[Fragment, Placed]]:
        return [(fragment, placed) for fragment, placed in self.parts if placed is not None]


def place(quoted: Quoted, page: Page) -> Placing | None:
    """Best places of the fragments, `None` where none that could anchor the quotation is found."""
    for reading in quoted.readings:
        joined = _joined(quoted, reading, page)
        if joined is not None:
            return joined
    for reading in quoted.readings:
        placing = _apart(reading.fragments, page)
        if placing is not None:
            return placing
    return None


def _apart(fragments: Sequence[Fragment], page: Page) -> Placing | None:
    """The longest fragment that is found anchors the others."""
    single = len(fragments) == 1
    for anchor in sorted(fragments, key=lambda fragment: -len(fragment.words))[:ANCHORS]:
        if len(anchor.words) < FREE_WORDS and not single:
            break
        candidates = _anchor_places(anchor, page, single=single)
        if candidates:
            placings = [_around(fragments, anchor, at, page) for at in candidates]
            if single:
                return _turned_round(anchor, candidates[0], page) or placings[0]
            return max(placings, key=lambda placing: (round(placing.score, 3), -_spread(placing)))
    return None


def _turned_round(fragment: Fragment, at: Placed, page: Page) -> Placing | None:
    """The quotation in two parts, where one that is not at its place stands on the other side of the rest."""
    words = fragment.words.folded
    first, last = 0, len(words)
    if at.blocks and not at.blocks[0].equal and at.blocks[0].j1 == at.blocks[0].j2:
        first = at.blocks[0].i2
    if at.blocks and not at.blocks[-1].equal and at.blocks[-1].j1 == at.blocks[-1].j2:
        last = at.blocks[-1].i1
    if first < PART and len(words) - last < PART:
        return None
    reach = 2 * len(words)
    core = (fragment.part(first, last), align(words[first:last], page, at.first, at.last))
    parts: list[tuple[Fragment, Placed | None]] = [core]
    if first >= PART:
        after = locate(words[:first], page, at.last, at.last + reach)
        before = None if after else locate(words[:first], page, max(0, at.first - reach), at.first)
        parts.insert(0, (fragment.part(0, first), after or before))
    if len(words) - last >= PART:
        before = locate(words[last:], page, max(0, at.first - reach), at.first)
        after = None if before else locate(words[last:], page, at.last, at.last + reach)
        parts.append((fragment.part(last, len(words)), before or after))
    if all(placed is None for part, placed in parts if part is not core[0]):
        return None
    order = [placed.first for _, placed in parts if placed]
    return Placing(tuple(parts), reordered=order != sorted(order))


def _joined(quoted: Quoted, reading: Reading, page: Page) -> Placing | None:
    """The quotation as one unbroken run: the ellipsis or bracket is the source's own, or marks no loss."""
    best: Placing | None = None
    for run in reading.joined:
        for first in islice(find_exact(run, page), OCCURRENCES):
            parts = _along(reading.fragments, page, first, first + len(run))
            if parts is not None:
                if _strictly(quoted, page, first, first + len(run)):
                    return Placing(parts)
                best = best or Placing(parts)
    return best


def _strictly(quoted: Quoted, page: Page, first: int, last: int) -> bool:
    return same_but_for_type(quoted.raw, page.span(first, last).of(page.text.content))


def _along(
    fragments: Sequence[Fragment], page: Page, low: int, high: int
) -> tuple[tuple[Fragment, Placed], ...] | None:
    parts: list[tuple[Fragment, Placed]] = []
    for fragment in fragments:
        placed = _exact_in(fragment, page, low, high)
        if placed is None:
            return None
        parts.append((fragment, placed))
        low = placed.last
    return tuple(parts)


def _exact_in(fragment: Fragment, page: Page, low: int, high: int) -> Placed | None:
    """First exact place of a fragment within page words `low:high`."""
    for first in find_exact(fragment.words.folded, page, low, high):
        return exactly(fragment.words.folded, first)
    return None


def _anchor_places(anchor: Fragment, page: Page, *, single: bool) -> list[Placed]:
    words = anchor.words.folded
    exact = [exactly(words, first) for first in islice(find_exact(words, page), 1 if single else OCCURRENCES)]
    if exact:
        return exact
    placed = locate(words, page)
    return [placed] if placed else []


def _around(fragments: Sequence[Fragment], anchor: Fragment, at: Placed, page: Page) -> Placing:
    """The other fragments, in order before and after the anchor."""
    middle = next(index for index, fragment in enumerate(fragments) if fragment is anchor)
    places: dict[int, Placed | None] = {middle: at}
    low = at.last
    for index in range(middle + 1, len(fragments)):
        reach = LOOSE_REACH if fragments[index].loose else REACH
        places[index] = _after(fragments[index], page, low, reach)
        low = places[index].last if places[index] else low  # type: ignore[union-attr]
    high = at.first
    for index in range(middle - 1, -1, -1):
        reach = LOOSE_REACH if fragments[index + 1].loose else REACH
        places[index] = _before(fragments[index], page, high, reach)
        high = places[index].first if places[index] else high  # type: ignore[union-attr]
    reordered = False
    for index, fragment in enumerate(fragments):
        if places[index] is None and len(fragment.words) >= FREE_WORDS:
            places[index] = _exact_in(fragment, page, 0, len(page))
            reordered |= places[index] is not None
    return Placing(tuple((fragment, places[i]) for i, fragment in enumerate(fragments)), reordered)


def _after(fragment: Fragment, page: Page, low: int, reach: int) -> Placed | None:
    far = len(page) if len(fragment.words) >= FREE_WORDS else low + reach
    return _exact_in(fragment, page, low, min(len(page), far)) or _near(fragment, page, low, low + reach)


def _before(fragment: Fragment, page: Page, high: int, reach: int) -> Placed | None:
    """The last exact place before `high`, else the best one within reach."""
    words = fragment.words.folded
    low = 0 if len(words) >= FREE_WORDS else max(0, high - reach)
    needle = f" {' '.join(words)} "
    at = page.folded.rfind(needle, page.offsets[low] - 1, page.offsets[high])
    if at >= 0:
        return exactly(words, bisect_left(page.offsets, at + 1))
    return _near(fragment, page, max(0, high - reach), high)


def _near(fragment: Fragment, page: Page, low: int, high: int) -> Placed | None:
    high = min(high, len(page))
    if low >= high:
        return None
    if len(fragment.words) >= FREE_WORDS:
        return locate(fragment.words.folded, page, low, high)
    placed = align(fragment.words.folded, page, low, min(high, low + LOOSE_REACH))
    return placed if placed and placed.score >= threshold(len(fragment.words)) else None


def _spread(placing: Placing) -> int:
    placed = [at for _, at in placing.placed]
    return max(at.last for at in placed) - min(at.first for at in placed) if placed else 0
