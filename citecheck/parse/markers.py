"""Calls of notes in the body: which of the candidate numbers are calls, and of which note.

The same spine as for the notes, with what the notes tell: a call stands before its note, after the notes of
the page before, and carries a number between theirs. Where numbering starts anew, the place of the notes says
which numbering a call belongs to, so that all calls of a text make one rising sequence.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from citecheck.model import Span
from citecheck.parse.due_calls import Place, with_due
from citecheck.parse.labels import HIGHEST
from citecheck.parse.marker_candidates import SPLIT, STRONG, Candidate, Form
from citecheck.parse.note_habits import Head
from citecheck.parse.numbering import Costs, best_sequence

DUE_HERE = 1.5
"""Its number lies between those of the notes before and behind it."""
TOO_LATE = -2.5
"""Its own note stands before it."""
TOO_EARLY = -1.0
"""Notes with lower numbers are still to come after the next ones."""
NEAR = 12
"""Rows that a note seldom exceeds: notes so near are taken to stand together while their ends are unknown."""
SLACK = 2
"""Numbers left free after each numbering for notes lost at its end."""
FEW_ROUNDS = 12
"""Beyond so many numberings in one list only strong forms are tried for each of them."""
MOST_ROUNDS = 60
"""A list with more numberings than this is read as one."""
USUAL_SHARE, USUAL = 0.5, 0.7
RARE_SHARE, RARE = 0.03, -0.5
UNLIKE, UNLIKE_SHARE = -4.0, 0.2
"""Of a call cut out of a number on the side on which hardly any call stands on a word: no more than this
share of those on the other side, whose spaces are lost on both."""
COSTS = Costs()
BEYOND_LEAST = 0.8
"""A call of a note lost at the very end must be worth this by its form."""
LONE_LEAST = 4
"""Without any note, so many calls in strong forms must follow one another to be believed."""

_KIN = {
    Form.SPLIT_NEXT: Form.GLUED_NEXT,
    Form.SPLIT_PREVIOUS: Form.GLUED_PREVIOUS,
    Form.AT_FOOT: Form.SPACED,
    Form.BETWEEN: Form.GLUED_PREVIOUS,
}


class Call(NamedTuple):
    """A call of a note."""

    start: int
    end: int
    number: int
    round: int
    label: str
    form: Form | None = None
    """`None` where the format's own mark-up names the call."""
    suffix: str = ""
    """What the call itself says of the place in its source."""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class _Block(NamedTuple):
    """What the head that follows a place says of the calls before it."""

    start: int
    low: int
    """Number before its own: 0 where a numbering begins."""
    high: int
    """Number of the last note that stands together with it."""
    round: int
    attached: bool = False
    """It stands on the block before, none of the body between: calls of both stand before both."""


class _Option(NamedTuple):
    """A candidate taken for a call of one numbering."""

    candidate: Candidate
    round: int
    weight: float


def find_calls(
    candidates: Sequence[Candidate],
    heads: Sequence[Head],
    together: Sequence[bool] | None,
    usual: Mapping[Form, float] | None = None,
) -> list[Call]:
    """Calls in order of place.

    `together`: whether a head follows directly on the note text before it; `None` while ends are unknown.
    `usual`: what the forms are worth in this text beyond their own worth (`habits`).
    """
    usual = usual or {}
    sound = [candidate for candidate in candidates if not candidate.damaged]
    if len(sound) < len(candidates):
        candidates = _with_due(candidates, find_calls(sound, heads, together, usual), heads)
    if not any(head.number for head in heads):
        return _without_notes(candidates, usual)
    highest = _highest(heads)
    base = _base(highest)
    blocks = _blocks(heads, together)
    if len(highest) > 1 and _listed(candidates, heads):
        options = _all_rounds(candidates, highest, usual)
    else:
        options = _by_place(candidates, blocks, highest, usual)
    limit = HIGHEST
    options = [
        option
        for option in options
        if base[option.round] + option.candidate.number <= limit and _likely(option, highest, usual)
    ]
    ordinals = [base[option.round] + option.candidate.number for option in options]
    steps = best_sequence(ordinals, [option.weight for option in options], COSTS, rounds=False)
    return [_call(options[step.index]) for step in steps]


def _with_due(
    candidates: Sequence[Candidate], calls: Sequence[Call], heads: Sequence[Head]
) -> list[Candidate]:
    """Candidates less the damaged ones that are not due beside calls in a form that is sure or usual here."""
    forms = Counter(call.form for call in calls)
    sure = {form for form in forms if form in STRONG or forms[form] >= USUAL_SHARE * len(calls)}
    places = [Place(call.start, call.end, call.round, call.number) for call in calls if call.form in sure]
    if Form.BRACKET not in sure:
        candidates = [one for one in candidates if not (one.damaged and one.form is Form.BRACKET)]
    return with_due(candidates, places, {(head.round, head.number) for head in heads})


def habits(calls: Sequence[Call]) -> dict[Form, float]:
    """What a form is worth in a text, by how many of its calls have that form."""
    if not calls:
        return {}
    count = Counter(_KIN.get(call.form, call.form) for call in calls if call.form)
    worth: dict[Form, float] = {}
    for form in Form:
        share = count[_KIN.get(form, form)] / len(calls)
        worth[form] = USUAL if share >= USUAL_SHARE else RARE if share < RARE_SHARE else 0.0
    exact = Counter(call.form for call in calls)
    glued = sum(exact[_KIN[form]] for form in SPLIT)
    return worth | {form: UNLIKE for form in SPLIT if exact[_KIN[form]] <= UNLIKE_SHARE * glued}


def _call(option: _Option) -> Call:
    candidate = option.candidate
    return Call(
        candidate.start, candidate.end, candidate.number, option.round, str(candidate.number), candidate.form
    )


def _highest(heads: Sequence[Head]) -> dict[int, int]:
    highest: dict[int, int] = {}
    for head in filter(lambda one: one.number, heads):
        highest[head.round] = max(highest.get(head.round, 0), head.number)
    return highest


def _base(highest: Mapping[int, int]) -> dict[int, int]:
    """Ordinal before the first number of each numbering."""
    base: dict[int, int] = {}
    total = 0
    for round_ in sorted(highest):
        base[round_] = total
        total += highest[round_] + SLACK
    return base


def _blocks(heads: Sequence[Head], together: Sequence[bool] | None) -> list[_Block]:
    """Blocks of the numbered heads; the tail of a carried-over note above one belongs to its block."""
    blocks: list[_Block] = []
    numbered = [place for place, head in enumerate(heads) if head.number]
    highs = _highs(heads, numbered, together)
    low, current = 0, 0
    for place in numbered:
        head = heads[place]
        if head.round != current:
            low, current = 0, head.round
        above = heads[place - 1] if place else None
        tail = above is not None and not above.number and head.row - above.row <= NEAR
        joined = together is not None and together[place] and not tail
        if not joined or not blocks or blocks[-1].round != current:
            start = above.offset if tail and above is not None else head.offset
            near = together[place] if together else above is not None and head.row - above.row <= NEAR
            attached = bool(blocks) and blocks[-1].round != current and near and not tail
            blocks.append(_Block(start, low, highs[place], current, attached))
        low = head.number
    return blocks


def _highs(heads: Sequence[Head], numbered: Sequence[int], together: Sequence[bool] | None) -> dict[int, int]:
    """For each numbered head the highest number that may be called before it: that of the last note that
    stands together with it, and those of notes lost behind that one."""
    highs: dict[int, int] = {}
    below: int | None = None
    for place in reversed(numbered):
        head = heads[place]
        other = heads[below] if below is not None else None
        if other is None or below is None or other.round != head.round:
            highs[place] = head.number + SLACK
        else:
            joined = together[below] and below == place + 1 if together else other.row - head.row <= NEAR
            highs[place] = highs[below] if joined else other.number - 1
        below = place
    return highs


def _listed(candidates: Sequence[Candidate], heads: Sequence[Head]) -> bool:
    """Whether the notes of several numberings stand one after the other, no calls between them."""
    firsts = [c.start for c in candidates if c.number <= 2 and c.form in STRONG and c.weight > 0]
    apart = total = 0
    for before, after in itertools.pairwise(heads):
        if before.number and after.number and before.round != after.round:
            total += 1
            apart += bisect_right(firsts, after.offset) > bisect_right(firsts, before.offset)
    return apart * 2 < total


def _all_rounds(
    candidates: Sequence[Candidate], highest: Mapping[int, int], usual: Mapping[Form, float]
) -> list[_Option]:
    rounds = sorted(highest, reverse=True)[:MOST_ROUNDS]
    many = len(rounds) > FEW_ROUNDS
    options: list[_Option] = []
    for c in candidates:
        if many and (c.form not in STRONG or c.weight < 1.0):
            continue
        weight = c.weight + usual.get(c.form, 0.0)
        options += [_Option(c, r, weight) for r in rounds if c.number <= highest[r] + SLACK]
    return options


def _by_place(
    candidates: Sequence[Candidate],
    blocks: Sequence[_Block],
    highest: Mapping[int, int],
    usual: Mapping[Form, float],
) -> list[_Option]:
    begins = [block.start for block in blocks]
    options: list[_Option] = []
    for c in candidates:
        weight = c.weight + usual.get(c.form, 0.0)
        place = bisect_right(begins, c.start)
        if place == len(blocks):
            last = blocks[-1].round
            options.append(_Option(c, last, weight + (TOO_LATE if c.number <= highest[last] else 0.0)))
            continue
        block = blocks[place]
        fit = TOO_EARLY
        if block.low < c.number <= block.high:
            fit = DUE_HERE
        elif c.number <= block.low:
            fit = TOO_LATE
        before = blocks[place - 1] if place else None
        if (
            before is not None
            and before.round != block.round
            and before.high < c.number <= before.high + SLACK
        ):
            options.append(_Option(c, before.round, weight + TOO_EARLY))
        options.append(_Option(c, block.round, weight + fit))
        for other in itertools.takewhile(lambda one: one.attached, blocks[place + 1 : place + 4]):
            if other.low < c.number <= other.high:
                options.append(_Option(c, other.round, weight + DUE_HERE))
    return options


def _likely(option: _Option, highest: Mapping[int, int], usual: Mapping[Form, float]) -> bool:
    """A number after the last note is a call only where its form says so. Asked before calls are chosen: the
    points of a list that count on would make those before them likelier."""
    if option.candidate.number <= highest[option.round]:
        return True
    form = option.candidate.form
    likely = form in STRONG or (form not in _KIN and usual.get(form, 0.0) > 0)
    return likely and option.weight >= BEYOND_LEAST


def _without_notes(candidates: Sequence[Candidate], usual: Mapping[Form, float]) -> list[Call]:
    """Calls of a text that has lost all its notes: only a run of strong forms without gaps is believed."""
    strong = [c for c in candidates if c.form in STRONG and c.weight >= 1.5]
    weights = [c.weight + usual.get(c.form, 0.0) for c in strong]
    steps = best_sequence([c.number for c in strong], weights, COSTS, rounds=False)
    chosen = [strong[step.index] for step in steps]
    if len(chosen) < LONE_LEAST or chosen[0].number > 3:
        return []
    if chosen[-1].number - chosen[0].number + 1 > 1.5 * len(chosen):
        return []
    return [Call(c.start, c.end, c.number, 1, str(c.number), c.form) for c in chosen]
