"""Where a string says the same thing twice in a row, exactly or nearly.

A *square* is a stretch directly followed by a copy of itself (`uv`, v like u). They are found from equal
four-character pieces: each pair at a distance `lag` is grown to both sides over small differences; where the
growth of the first piece reaches the second, there is a square. Pieces met often keep only their latest
places
and the whole search has a budget, so that it stays linear on `abab…` too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from citecheck.repair.address import SCHEME

PIECE = 4
PLACES = 4
"""Latest places remembered of one piece. More finds nothing new: rarer pieces of a true copy lead to it."""
TOLERANCE = 0.15
"""Differences allowed in a copy, as a share of its length. At 0.2 two similar words in a slug begin to
pass."""
BUDGET = 200
"""Pairs grown in one string. Damaged URLs of 600 characters need 10 to 60."""
_MOVES = ((1, 1), (0, 1), (1, 0), (2, 2), (0, 2), (2, 0), (1, 2), (2, 1), (0, 3), (3, 0))
_SURE = 3
"""Characters that must agree after a difference."""


class Square(NamedTuple):
    """`text[start:middle]` and its copy `text[middle:end]`; `slack` is how far the pair may be shifted to
    the right
    with the same result."""

    start: int
    middle: int
    end: int
    slack: int
    errors: int

    @property
    def length(self) -> int:
        return max(self.middle - self.start, self.end - self.middle)


def grow_right(text: str, first: int, second: int, stop: int, allowed: int) -> tuple[int, int, int]:
    """Walk both copies to the right until `first` reaches `stop`; where they got to, and the differences."""
    size, errors = len(text), 0
    while first < stop and second < size:
        if text[first] == text[second]:
            first += 1
            second += 1
            continue
        if errors >= allowed:
            break
        for a, b in _MOVES:
            ahead = text[first + a : min(first + a + _SURE, max(stop, first + a))]
            if (len(ahead) == _SURE or first + a + len(ahead) == stop) and text.startswith(ahead, second + b):
                break
        else:
            break
        first, second, errors = first + a, second + b, errors + (min(a, b) or 1)
    return first, second, errors


def _grow_left(text: str, first: int, second: int, floor: int, allowed: int) -> tuple[int, int, int]:
    """Walk both copies to the left; `first` never passes `floor`."""
    errors, lowest = 0, second
    while first > floor and second > floor and text[first - 1] == text[second - 1]:
        first -= 1
        second -= 1
    lowest = second - first
    while first > floor and errors < allowed:
        for a, b in _MOVES:
            x, y = first - a, second - b
            ahead = text[max(x - _SURE, floor) : x] if x > floor else ""
            if len(ahead) == _SURE and ahead == text[y - _SURE : y] and y - x >= lowest - 3:
                break
        else:
            break
        first, second, errors = x, y, errors + (min(a, b) or 1)
        while first > floor and text[first - 1] == text[second - 1]:
            first -= 1
            second -= 1
    return first, second, errors


@lru_cache(maxsize=256)
def squares(text: str, floor: int = 0) -> tuple[Square, ...]:
    """Squares of `text` that begin at `floor` or later, in no order; at least `PIECE` characters long.

    >>> [text[s.start : s.middle] for text in ["by-the-sea-the-sea-breeze"] for s in squares(text)]
    ['-the-sea']
    """
    return tuple(_squares(text, floor))


def _squares(text: str, floor: int) -> Iterator[Square]:
    pieces = [text[at : at + PIECE] for at in range(floor, len(text) - PIECE + 1)]
    printed = Counter(pieces)
    if len(printed) == len(pieces):
        return
    places: dict[str, list[int]] = {}
    reached: dict[int, int] = {}
    budget = BUDGET
    for second, piece in enumerate(pieces, floor):
        if printed[piece] == 1:
            continue
        known = places.setdefault(piece, [])
        for first in known:
            lag = second - first
            if lag < PIECE or reached.get(lag, -1) >= second:
                continue
            budget -= 1
            if budget < 0:
                return
            square, right = _around(text, first, second, floor)
            reached[lag] = max(right, second)
            if square is not None:
                yield square
        known.append(second)
        if len(known) > PLACES:
            known.pop(0)


def _around(text: str, first: int, second: int, floor: int) -> tuple[Square | None, int]:
    """The square that the equal pieces at `first` and `second` belong to, if any, and how far the exact run
    went."""
    size, lag = len(text), second - first
    left, right = first, second + PIECE
    while left > floor and text[left - 1] == text[left - 1 + lag]:
        left -= 1
    while right < size and text[right] == text[right - lag]:
        right += 1
    if right - lag - left >= lag:
        return Square(left, left + lag, left + 2 * lag, right - lag - left - lag, 0), right
    if lag < 2 * PIECE:
        return None, right
    allowed = max(1, int(lag * TOLERANCE))
    start, middle, errors = _grow_left(text, left, left + lag, floor, allowed)
    stop, end, more = grow_right(text, right - lag, right, middle, allowed - errors)
    missing = middle - stop
    if missing > 1 or errors + more + missing > allowed or (missing and end >= size):
        return None, right
    end += missing
    slack = 0
    while (
        end + slack < size
        and slack < PIECE
        and text[middle + slack] == text[end + slack] == text[start + slack]
    ):
        slack += 1
    return Square(start, middle, end, slack, errors + more + missing), right


def behind_a_dot(text: str) -> tuple[str, ...]:
    """A doubled address without the whole copy that stands behind a full stop, as where `www` was before it.

    >>> behind_a_dot("http://news.example/x.news.example/x"), behind_a_dot("http://a.example/x.x")
    (('http://news.example/x',), ())
    """
    scheme = SCHEME.match(text)
    address = text[scheme.end() :] if scheme else ""
    half = len(address) // 2
    whole = address[:half]
    return (text[: len(text) - half - 1],) if "/" in whole and address[half:] == "." + whole else ()
