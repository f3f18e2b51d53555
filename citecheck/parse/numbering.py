"""The spine: the best numbered sequence among candidates, most of which are false.

A line that starts with a number may be a note, a date, a list item; a digit in the text may be a call, a
year, a quantity. One alone cannot be judged. The sequence can: it rises by one, seldom skips, sometimes
starts anew. So all candidates are weighed together and the dearest path through them is taken (a longest
increasing subsequence with weights and costs, after Fredman 1975). A greedy scan from number to number is
derailed by the first false candidate or lost note; this is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Costs(NamedTuple):
    """What departures from the plain sequence cost, in the same coin as the weights of candidates."""

    skip: float = 0.8
    """Of each number left out."""
    skip_most: float = 5.0
    """A long run of lost notes costs no more than this."""
    start: float = 0.4
    """Of each number before the first one found: an excerpt may begin at 57."""
    start_most: float = 4.0
    anew: float = 4.0
    """Of starting at one again."""
    due: float = 0.6
    """Gained by a candidate whose number is the very next one."""


NEW_START = 3
"""A new numbering may lose its first notes, but begins at or below this."""


@dataclass(frozen=True, slots=True)
class Step:
    """A candidate that was taken, and in which numbering (from 1) it stands."""

    index: int
    round: int


def best_sequence(
    numbers: Sequence[int], weights: Sequence[float], costs: Costs, *, rounds: bool = True
) -> list[Step]:
    """Indices of the candidates (given in order of place) that make the best sequence.

    `rounds`: whether the numbering may start anew.

    `O(n log HIGHEST)`: short skips are looked up one by one, long ones cost the same and are answered by a
    tree of prefix maxima.
    """
    near = int(costs.skip_most / costs.skip) + 1
    top = max(numbers, default=0)
    tree = _Maxima(top)
    at = [-1] * (top + 1)
    score: list[float] = []
    back: list[int] = []
    anew: list[bool] = []
    best = -1
    for index, (number, weight) in enumerate(zip(numbers, weights, strict=True)):
        value, origin, new = -min(costs.start * (number - 1), costs.start_most), -1, False
        for skipped in range(min(near, number - 1)):
            candidate = at[number - 1 - skipped]
            if candidate >= 0:
                gain = score[candidate] + (-costs.skip * skipped if skipped else costs.due)
                if gain > value:
                    value, origin = gain, candidate
        far = tree.before(number)
        if far >= 0 and score[far] - costs.skip_most > value:
            value, origin = score[far] - costs.skip_most, far
        if rounds and number <= NEW_START and best >= 0:
            gain = score[best] - costs.anew - costs.skip * (number - 1)
            if gain > value:
                value, origin, new = gain, best, True
        score.append(value + weight)
        back.append(origin)
        anew.append(new)
        if at[number] < 0 or score[at[number]] < score[index]:
            at[number] = index
            tree.put(number, index, score)
        if best < 0 or score[best] < score[index]:
            best = index
    return _walk_back(best, back, anew)


def _walk_back(last: int, back: Sequence[int], anew: Sequence[bool]) -> list[Step]:
    path: list[int] = []
    while last >= 0:
        path.append(last)
        last = back[last]
    path.reverse()
    steps: list[Step] = []
    current = 1
    for index in path:
        current += anew[index]
        steps.append(Step(index, current))
    return steps


class _Maxima:
    """Best-scoring candidate among all numbers below one: a Fenwick tree of maxima."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.nodes = [-1] * (size + 1)
        self.scores = [float("-inf")] * (size + 1)

    def put(self, number: int, index: int, score: Sequence[float]) -> None:
        value = score[index]
        while number <= self.size:
            if self.scores[number] < value:
                self.scores[number] = value
                self.nodes[number] = index
            number += number & -number

    def before(self, number: int) -> int:
        found, value = -1, float("-inf")
        number -= 1
        while number > 0:
            if self.scores[number] > value:
                found, value = self.nodes[number], self.scores[number]
            number -= number & -number
        return found
