"""Calls of notes in the body: which of the candidate numbers are calls, and of which note.

The same spine as for the notes, with what the notes tell: a call stands before its note, after the notes of
the page before, and carries a number between theirs.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from citecheck.model import Span
from citecheck.parse.marker_candidates import Candidate, Form
from citecheck.parse.note_starts import Start
from citecheck.parse.numbering import Costs, best_sequence

DUE_HERE = 1.5
"""Its number lies between those of the notes before and behind it."""
TOO_LATE = -2.5
"""Its own note stands before it."""
TOO_EARLY = -1.0
"""Notes with lower numbers are still to come after the next ones."""
ONE_ROUND = Costs(anew=9.0)
ROUNDS = Costs(anew=1.5)


@dataclass(frozen=True, slots=True)
class Call:
    """A call of a note."""

    start: int
    end: int
    number: int
    round: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class _Block:
    """Notes that stand together, none of the body between them."""

    start: int
    low: int
    """Number before its first note: 0 where a numbering begins."""
    high: int
    round: int


def find_calls(
    candidates: Sequence[Candidate], starts: Sequence[Start], places: Sequence[int], together: Sequence[bool]
) -> list[Call]:
    """Calls in order of place.

    `places`: offset of each start's label; `together`: whether a start follows directly on the note before.
    """
    if not candidates:
        return []
    blocks = _blocks(starts, places, together)
    weighed = [replace(c, weight=c.weight + _fit(c, blocks)) for c in candidates]
    costs = ROUNDS if starts and starts[-1].round > 1 else ONE_ROUND
    steps = best_sequence([c.number for c in weighed], [c.weight for c in weighed], costs)
    calls = [
        Call(weighed[s.index].start, weighed[s.index].end, weighed[s.index].number, s.round) for s in steps
    ]
    return _without_chance(calls, [weighed[s.index] for s in steps], starts)


def _blocks(starts: Sequence[Start], places: Sequence[int], together: Sequence[bool]) -> list[_Block]:
    blocks: list[_Block] = []
    last, round_ = 0, 1
    for start, place, joined in zip(starts, places, together, strict=True):
        if start.round != round_:
            last, round_, joined = 0, start.round, False
        if joined and blocks:
            blocks[-1] = replace(blocks[-1], high=start.label.number)
        else:
            blocks.append(_Block(place, last, start.label.number, round_))
        last = start.label.number
    return blocks


def _fit(candidate: Candidate, blocks: Sequence[_Block]) -> float:
    if not blocks:
        return 0.0
    place = (
        bisect_right([block.start for block in blocks], candidate.start)
        if len(blocks) < 2
        else _next(blocks, candidate.start)
    )
    if place == len(blocks):
        last = blocks[-1]
        return TOO_LATE if candidate.number <= last.high else 0.0
    block = blocks[place]
    if block.low < candidate.number <= block.high:
        return DUE_HERE
    if candidate.number <= block.low:
        return TOO_LATE
    return TOO_EARLY


def _next(blocks: Sequence[_Block], offset: int) -> int:
    low, high = 0, len(blocks)
    while low < high:
        middle = (low + high) // 2
        if blocks[middle].start <= offset:
            low = middle + 1
        else:
            high = middle
    return low


def _without_chance(calls: list[Call], chosen: Sequence[Candidate], starts: Sequence[Start]) -> list[Call]:
    """Numbers after the last note are calls only where their form says so."""
    highest: dict[int, int] = defaultdict(int)
    for start in starts:
        highest[start.round] = max(highest[start.round], start.label.number)
    strong = {Form.MARKDOWN, Form.SUPERSCRIPT, Form.BRACKET, Form.GLUED_NEXT, Form.GLUED_PREVIOUS}
    kept: list[Call] = []
    for call, candidate in zip(calls, chosen, strict=True):
        beyond = call.number > highest[call.round]
        if beyond and (candidate.form not in strong or candidate.weight < 0):
            continue
        kept.append(call)
    return kept
