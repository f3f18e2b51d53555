"""Where on a page a run of words stands: exactly, by its rare words, by its characters.

In that order, since each step costs more than the one before: `str.find` 0.01 ms, votes of the rare words
0.1 ms, `partial_ratio_alignment` over the whole page 0.5 ms (60,000 characters).
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz

from citecheck.match.align import Placed, align, exactly
from citecheck.match.page import Page

THRESHOLDS = (
    (1, 0.97),
    (3, 0.92),
    (4, 0.84),
    (5, 0.74),
    (6, 0.71),
    (8, 0.65),
    (10, 0.60),
    (12, 0.56),
    (20, 0.50),
    (40, 0.42),
)
"""Words of a run → least score at which it counts as found; between two rows in proportion.

Best scores of 420 absent runs a length (seven languages, same book, no four words in common), highest and
98th of a hundred: 4 words .93 .84; 5 .89 .73; 6 .76 .69; 8 .67 .61; 10 .65 .52; 12 .58 .47; 20 .54 .35; 40
.47 .26. Lowest scores of runs that are there with one word exchanged: 5 words .73, 6 .74, 8 .82, 20 .92;
with 8 % of the characters misread, the 95th of a hundred: 6 words .75, 8 .82, 12 .82, 20 .83."""
VOTERS = 16
"""Rarest distinct words that vote."""
LEAST_VOTES = 0.15
"""Share of the quotation's weight that a window must have to be aligned; an absent one seldom has a fifth."""
CLEAR = 0.7
"""A window lighter than this share of the best one's weight is not looked at once a place is found."""
MOST_EVENTS = 240
"""Places that votes are counted at; the words of a repetitive page have thousands."""
FEW = 60
"""Places of a word that are looked at one by one sooner than the page is read through for a run with it."""
LEAST_EVENTS = 8
"""Of them for each word, however frequent; rarer words, asked first, take up to half of what is left."""
CANDIDATES = 3
SINGLE = 3
"""Words that a page has once each: where so many of a quotation's stand together, no other place has them."""
SLACK = 8
"""Words put on each side of a window before aligning."""
CHARACTER_CUTOFF = 75
"""`partial_ratio` below which the whole-page search gives up: with 8 % of the characters misread it is 90;
at 60 the search for an absent quotation takes twice as long."""
PIECE = 200
"""Characters of the pieces of a long quotation that are sought in the whole page."""
LONG = 500
SURE = 0.9
"""A window that scores so is taken without a look at the rest of the page."""


@dataclass(slots=True)
class Sought:
    """What is learned while the readings of one quotation are sought by their characters, one after another.

    The second one and the third are the first without some characters. So what resembles one of them in 75
    of 100 characters resembles the first in 75 of 100 less those that it has more: one search settles all.
    """

    share: float
    """Characters of the shortest reading to those of the first, until that was sought."""
    none: bool = False
    """Nothing on the page resembles any of them."""


def threshold(size: int) -> float:
    """Least score at which a run of `size` words counts as found."""
    for (low, upper), (high, lower) in pairwise(THRESHOLDS):
        if size <= high:
            return upper + (lower - upper) * max(0, size - low) / (high - low)
    return THRESHOLDS[-1][1]


def find_exact(wanted: Sequence[str], page: Page, low: int = 0, high: int | None = None) -> Iterator[int]:
    """Indexes of page words from which `wanted` stands word for word, within page words `low:high`."""
    if not wanted or low >= len(page):
        return
    if page.indexed:
        rarest, places = _rarest(wanted, page)
        if len(places) <= FEW:
            high = len(page) if high is None else min(high, len(page))
            yield from _at_places(tuple(wanted), rarest, places, page, low, high)
            return
    needle = f" {' '.join(wanted)} "
    end = len(page.folded) if high is None or high >= len(page) else page.offset(high)
    at = page.folded.find(needle, page.offset(low) - 1 if low else 0, end)
    while at >= 0:
        yield page.word_at(at + 1)
        at = page.folded.find(needle, at + 1, end)


def _rarest(wanted: Sequence[str], page: Page) -> tuple[int, Sequence[int]]:
    """Which of the words the page has least often, and where; the first that it lacks settles it."""
    rarest, fewest = 0, page.postings.get(wanted[0], ())
    for at, word in enumerate(wanted):
        places = page.postings.get(word)
        if places is None:
            return at, ()
        if len(places) < len(fewest):
            rarest, fewest = at, places
    return rarest, fewest


def _at_places(
    wanted: tuple[str, ...], rarest: int, places: Sequence[int], page: Page, low: int, high: int
) -> Iterator[int]:
    words, size = page.words.folded, len(wanted)
    for place in places:
        first = place - rarest
        if low <= first <= high - size and words[first : first + size] == wanted:
            yield first


def locate(
    wanted: Sequence[str],
    page: Page,
    low: int = 0,
    high: int | None = None,
    sought: Sought | None = None,
) -> Placed | None:
    """Best place of `wanted` that reaches its threshold, `None` where there is none."""
    for first in find_exact(wanted, page, low, high):
        return exactly(wanted, first)
    whole = low == 0 and high is None
    high = len(page) if high is None else min(high, len(page))
    least = threshold(len(wanted))
    best: Placed | None = None
    heaviest = 0.0
    for weight, start, end in _by_votes(wanted, page, low, high):
        if best and best.score >= least and weight < CLEAR * heaviest:
            break
        best = _better(best, align(wanted, page, max(low, start), min(high, end)))
        heaviest = max(heaviest, weight)
        if best and best.score >= SURE:
            return best
    if (best is None or best.score < least) and whole:
        for start, end in _by_characters(wanted, page, sought):
            best = _better(best, align(wanted, page, start, end))
    return best if best and best.score >= least else None


def _better(left: Placed | None, right: Placed | None) -> Placed | None:
    if left is None or right is None:
        return left or right
    return right if right.score > left.score else left


def _by_votes(wanted: Sequence[str], page: Page, low: int, high: int) -> list[tuple[float, int, int]]:
    """Windows in which many of the quotation's rare words stand, with their weight, best first."""
    postings = page.postings
    distinct = set(wanted)
    voters = sorted(
        (word for word in distinct if word in postings), key=lambda word: (len(postings[word]), word)
    )
    voters = voters[:VOTERS]
    width, margin = len(wanted) + len(wanted) // 2 + SLACK, len(wanted) + SLACK
    single = [places[0] for word in voters if len(places := postings[word]) == 1 and low <= places[0] < high]
    if len(single) >= SINGLE and max(single) - min(single) < width:
        return [(math.inf, min(single) - margin, max(single) + 1 + margin)]
    events: list[int] = []
    for number, word in enumerate(voters):
        places = postings[word]
        first = bisect_left(places, low)
        share = max(LEAST_EVENTS, (MOST_EVENTS - len(events)) // 2)
        last = min(first + share, bisect_left(places, high))
        events.extend([VOTERS * place + number for place in places[first:last]])
    events.sort()
    least = LEAST_VOTES * sum(dict(zip(wanted, page.weights(wanted), strict=True)).values())
    chosen: list[tuple[float, int, int]] = []
    taken: list[int] = []
    for negative, start, end in _sweep(events, width, list(map(page.weight, voters)), least):
        for other in taken:
            if abs(start - other) <= width // 2:
                break
        else:
            taken.append(start)
            chosen.append((-negative, start - margin, end + margin))
            if len(chosen) == CANDIDATES:
                break
    return chosen


def _sweep(events: list[int], width: int, weights: list[float], least: float) -> list[tuple[float, int, int]]:
    """Windows of `width` words whose distinct words weigh at least `least`, the heaviest first: of each the
    weight below zero, its first word and the one behind it.

    An event is `VOTERS` times the place of a word and the word's number. Of windows that begin at one place
    only those are kept that weigh more than the ones before.
    """
    seen = [0] * len(weights)
    windows: list[tuple[float, int, int]] = []
    total, tail, tail_at = 0.0, 0, events[0] // VOTERS if events else 0
    kept, kept_at = 0.0, -1
    for event in events:
        at, number = event // VOTERS, event % VOTERS
        if not seen[number]:
            total += weights[number]
        seen[number] += 1
        while tail_at < at - width:
            gone = events[tail] % VOTERS
            seen[gone] -= 1
            if not seen[gone]:
                total -= weights[gone]
            tail += 1
            tail_at = events[tail] // VOTERS
        if total >= least and (tail_at != kept_at or total > kept):
            kept, kept_at = total, tail_at
            windows.append((-total, tail_at, at + 1))
    windows.sort()
    return windows


def _by_characters(wanted: Sequence[str], page: Page, sought: Sought | None) -> Iterator[tuple[int, int]]:
    """Windows whose characters resemble the quotation or, if it is long, its pieces."""
    text = " ".join(wanted)
    if page.repetitive or len(text) >= len(page.folded) or (sought and sought.none):
        return
    pieces = (
        [text]
        if len(text) <= LONG
        else [text[at : at + PIECE] for at in range(0, len(text) - PIECE, PIECE)][:4]
    )
    share = sought.share if sought and len(pieces) == 1 else 1.0
    for piece in pieces:
        found = fuzz.partial_ratio_alignment(piece, page.folded, score_cutoff=share * CHARACTER_CUTOFF)
        if found is not None and found.score >= CHARACTER_CUTOFF:
            margin = len(wanted) if len(pieces) > 1 else SLACK
            yield page.word_at(found.dest_start) - margin, page.word_at(found.dest_end) + margin
        elif sought and found is None and share < 1:
            sought.none = True
