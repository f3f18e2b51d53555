"""Where a number may be a call that damage has left: its number is due there, and no other call bears it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from typing import NamedTuple

from citecheck.parse.marker_candidates import Candidate

RUN = 6
"""Characters between digits of one and the same call printed twice, or of two at one word."""


class Place(NamedTuple):
    """A call that stands as calls do."""

    start: int
    end: int
    round: int
    number: int


def with_due(
    candidates: Sequence[Candidate], calls: Sequence[Place], known: Collection[tuple[int, int]]
) -> list[Candidate]:
    """Candidates less those damaged ones whose number no note of `known` (numbering, number) bears, or is
    not due between the sound `calls`, in order of place, beside them."""
    ends = [call.end for call in calls]
    return [one for one in candidates if not one.damaged or _due(one, calls, ends, known)]


def _due(
    one: Candidate, calls: Sequence[Place], ends: Sequence[int], known: Collection[tuple[int, int]]
) -> bool:
    place = bisect_left(ends, one.start - RUN)
    before = calls[place - 1] if place else None
    while place < len(calls) and calls[place].start <= one.end + RUN:
        place += 1  # the same call, or the other one at this word
    after = calls[place] if place < len(calls) else None
    return any(
        (before is None or (before.round, before.number) < (round_, one.number))
        and (after is None or (round_, one.number) < (after.round, after.number))
        for round_ in {round_ for round_, number in known if number == one.number}
    )
