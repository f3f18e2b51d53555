"""Where all fragments of a quotation stand, in order; the joined reading is asked first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from citecheck.match.align import Placed, align, exactly
from citecheck.match.fold import same_but_for_type
from citecheck.match.locate import SURE, Sought, find_exact, locate, threshold
from citecheck.match.page import Page
from citecheck.match.placing import Placing
from citecheck.match.quoted import Fragment, Quoted, Reading
from citecheck.match.rearranged import halves_exchanged, parts_elsewhere

ANCHORS = 3
"""Longest fragments that are tried as the one to start from."""
OCCURRENCES = 12
"""Places of one passage on a page that are weighed against each other."""
REACH = 300
"""Words over which an ellipsis is believed to reach where a short fragment is to be found again."""
LOOSE_REACH = 25
"""The same for an editor's insertion, which stands for a few words of the source."""
FREE_WORDS = 4
"""Fragments from this many words on are sought beyond their reach, and can anchor a quotation."""
LEAST_ADJOINING = 3
ALIKE, ROUNDING = 0.85, 0.005
"""Share of its characters that a reading must have at least to be sought together with the first: to look for
what is less alike takes longer than two searches."""


def place(quoted: Quoted, page: Page) -> Placing | None:
    """Best places of the fragments, `None` where none that could anchor the quotation is found."""
    for reading in quoted.readings:
        joined = _joined(quoted, reading, page)
        if joined is not None:
            return joined
    best: Placing | None = None
    sought = _sought(quoted.readings)
    for reading in quoted.readings:
        best = _apart(reading.fragments, page, sought)
        if best is not None:
            break
        sought.share = 1.0
    if len(quoted.readings[0].fragments) > 1 and (best is None or best.score < SURE):
        whole = _apart((quoted.readings[0].whole,), page)
        if whole is not None and (best is None or whole.score > best.score):
            return whole
    return best


def _sought(readings: Sequence[Reading]) -> Sought:
    """For readings that one search can settle: runs of words, of nearly equal length."""
    if len(readings) == 1 or any(len(reading.fragments) != 1 for reading in readings):
        return Sought(1.0)
    first, *others = (len(" ".join(reading.joined[0])) for reading in readings)
    share = min(others) / first - ROUNDING
    return Sought(share if share > ALIKE else 1.0)


def _apart(fragments: Sequence[Fragment], page: Page, sought: Sought | None = None) -> Placing | None:
    """The longest fragment that is found anchors the others."""
    single = len(fragments) == 1
    for anchor in sorted(fragments, key=lambda fragment: -len(fragment.words))[:ANCHORS]:
        if len(anchor.words) < FREE_WORDS and not single:
            break
        candidates = _anchor_places(anchor, page, sought, single=single)
        if candidates:
            placings = [_around(fragments, anchor, at, page) for at in candidates]
            if single:
                return _rearranged(anchor, candidates[0], page) or placings[0]
            return max(placings, key=lambda placing: (round(placing.score, 3), -_spread(placing)))
    return halves_exchanged(fragments[0], page) if single else None


def _rearranged(fragment: Fragment, at: Placed, page: Page) -> Placing | None:
    """The quotation in parts, where parts stand elsewhere near by and explain it better."""
    if at.score >= SURE:
        return None
    return halves_exchanged(fragment, page) or parts_elsewhere(fragment, at, page)


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


def _anchor_places(anchor: Fragment, page: Page, sought: Sought | None, *, single: bool) -> list[Placed]:
    words = anchor.words.folded
    exact = [exactly(words, first) for first in islice(find_exact(words, page), 1 if single else OCCURRENCES)]
    if exact:
        return exact
    placed = locate(words, page, sought=sought)
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
    return (
        _exact_in(fragment, page, low, min(len(page), far))
        or _adjoining(fragment, page, low, low + len(fragment.words))
        or _near(fragment, page, low, low + reach)
    )


def _before(fragment: Fragment, page: Page, high: int, reach: int) -> Placed | None:
    """The last exact place before `high`, else the best one within reach."""
    words = fragment.words.folded
    low = 0 if len(words) >= FREE_WORDS else max(0, high - reach)
    needle = f" {' '.join(words)} "
    at = page.folded.rfind(needle, page.offset(low) - 1, page.offset(high))
    if at >= 0:
        return exactly(words, page.word_at(at + 1))
    if adjoining := _adjoining(fragment, page, high - len(words), high):
        return adjoining
    return _near(fragment, page, max(0, high - reach), high)


def _adjoining(fragment: Fragment, page: Page, low: int, high: int) -> Placed | None:
    """A fragment of three words or more that stands at page words `low:high`, right beside the part next to
    it, but for one word: what the quotation has between the two is no gap but the page's own dots."""
    words = fragment.words.folded
    window = page.words.folded[max(0, low) : high]
    if len(words) < LEAST_ADJOINING or len(window) != len(words):
        return None
    equal = sum(one == other for one, other in zip(words, window, strict=True))
    return align(words, page, low, high) if equal == len(words) - 1 else None


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
