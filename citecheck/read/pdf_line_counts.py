"""Numbers of lines in the left margin that PDFium puts into their lines, as drafts and briefs have them.

They stand left of all text, count on down the page by one or by five and from page to page, and the lines
behind them run on in mid sentence, as entries of a list do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

LEAST = 6
"""Numbers of a page from which on they count lines; one is enough where it goes on from the page before."""
STEPS = 0.9
"""Share of them that go up by the same step."""
WIDTH = 16.0
"""Points within which they begin: their digits differ."""
RUNNING, ENDING = 0.3, 0.5
"""Share of lines that go on with a small letter, from which they are running text, and share that ends with a
sentence, up to which they are; numbers of every fifth line count no entries, whatever stands behind them."""
INSIDE = 0.05
"""Share of lines that may reach into the margin."""
_ENDS, _STOPS = frozenset(".!?…"), frozenset(".,;:)")
"""With the latter begins what stands behind a raised call, where the number parts the line."""
_NUMBER = re.compile(r"(\d{1,5})(?:\s+|$)")


class Piece(Protocol):
    """What is asked of a line."""

    @property
    def text(self) -> str: ...
    @property
    def x0(self) -> float: ...
    @property
    def y(self) -> float: ...


class LineCounts:
    """Finds the numbers page by page."""

    def __init__(self) -> None:
        self._due: int | None = None
        self._step = 0

    def ends(self, pieces: Sequence[Piece]) -> dict[int, int]:
        """Where the numbers end in pieces of a page, by their place in `pieces`."""
        options = [(place, match) for place, one in enumerate(pieces) if (match := _NUMBER.match(one.text))]
        edge = min((pieces[place].x0 for place, _ in options), default=0.0)
        column = [(place, match) for place, match in options if pieces[place].x0 <= edge + WIDTH]
        column.sort(key=lambda one: -pieces[one[0]].y)
        values = [int(match[1]) for _, match in column]
        known = self._due is not None and values[:1] == [self._due]
        own = bool(values) and self._goes_on(values) and _outside(pieces, dict(column))
        if not own or not (known or self._step > 1 or _is_running(dict(column))):
            self._due = None
            return {}
        self._due = values[-1] + self._step
        return {place: match.end() for place, match in column}

    def _goes_on(self, values: Sequence[int]) -> bool:
        steps = [second - first for first, second in pairwise(values)]
        if self._due == values[0]:
            return all(step == self._step for step in steps)
        if len(values) < LEAST:
            return False
        self._step = max((1, 5), key=steps.count)
        return steps.count(self._step) >= STEPS * len(steps)


def _outside(pieces: Sequence[Piece], column: dict[int, re.Match[str]]) -> bool:
    """Whether all other text stands to the right of the numbers."""
    right = max(pieces[place].x0 for place in column)
    others = [one for place, one in enumerate(pieces) if place not in column]
    return sum(one.x0 <= right for one in others) <= INSIDE * len(pieces)


def _is_running(column: dict[int, re.Match[str]]) -> bool:
    """Whether the text runs on behind the numbers."""
    rests = [rest for match in column.values() if (rest := match.string[match.end() :])]
    small = sum(rest[0].islower() or rest[0] in _STOPS for rest in rests)
    ended = sum(rest.rstrip()[-1] in _ENDS for rest in rests)
    return small >= RUNNING * len(rests) and ended <= ENDING * len(rests)
