"""Where on a page a run of words stands: exactly, by its rare words, by its characters.

In that order, since each step costs more than the one before: `str.find` 0.01 ms, votes of the rare words
0.1 ms, `partial_ratio_alignment` over the whole page 0.5 ms (60,000 characters).
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise, repeat

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
    needle = f" {' '.join(wanted)} "
    end = len(page.folded) if high is None or high >= len(page) else page.offset(high)
    at = page.folded.find(needle, page.offset(low) - 1 if low else 0, end)
    while at >= 0:
        yield page.word_at(at + 1)
        at = page.folded.find(needle, at + 1, end)


def locate(wanted: Sequence[str], page: Page, low: int = 0, high: int | None = None) -> Placed | None:
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
        for start, end in _by_characters(wanted, page):
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
    events: list[tuple[int, str]] = []
    for word in voters:
        places = postings[word]
        first = bisect_left(places, low)
        share = max(LEAST_EVENTS, (MOST_EVENTS - len(events)) // 2)
        last = min(first + share, bisect_left(places, high))
        events.extend(zip(places[first:last], repeat(word)))
    events.sort()
    least = LEAST_VOTES * sum(dict(zip(wanted, page.weights(wanted), strict=True)).values())
    chosen: list[tuple[float, int, int]] = []
    for weight, start, end in _sweep(events, width, page, least):
        if all(abs(start - margin - taken) > width // 2 for _, taken, _ in chosen):
            chosen.append((weight, start - margin, end + margin))
            if len(chosen) == CANDIDATES:
                break
    return chosen


def _sweep(
    events: list[tuple[int, str]], width: int, page: Page, least: float
) -> list[tuple[float, int, int]]:
    """Windows of `width` words whose distinct words weigh at least `least`, heaviest first."""
    weights = {word: page.weight(word) for word in {word for _, word in events}}
    seen = dict.fromkeys(weights, 0)
    windows: list[tuple[float, int, int]] = []
    total, tail, tail_at = 0.0, 0, events[0][0] if events else 0
    for at, word in events:
        if not seen[word]:
            total += weights[word]
        seen[word] += 1
        while tail_at < at - width:
            gone = events[tail][1]
            seen[gone] -= 1
            if not seen[gone]:
                total -= weights[gone]
            tail += 1
            tail_at = events[tail][0]
        if total >= least:
            windows.append((-total, tail_at, at + 1))
    windows.sort()
    return [(-total, start, end) for total, start, end in windows]


def _by_characters(wanted: Sequence[str], page: Page) -> Iterator[tuple[int, int]]:
    """Windows whose characters resemble the quotation or, if it is long, its pieces."""
    text = " ".join(wanted)
    if page.repetitive or len(text) >= len(page.folded):
        return
    pieces = (
        [text]
        if len(text) <= LONG
        else [text[at : at + PIECE] for at in range(0, len(text) - PIECE, PIECE)][:4]
    )
    for piece in pieces:
        found = fuzz.partial_ratio_alignment(piece, page.folded, score_cutoff=CHARACTER_CUTOFF)
        if found is not None:
            margin = len(wanted) if len(pieces) > 1 else SLACK
            yield page.word_at(found.dest_start) - margin, page.word_at(found.dest_end) + margin
