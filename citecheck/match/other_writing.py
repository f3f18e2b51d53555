"""Places where quotation and page write one value in two ways: taken out before words are compared.

A part in words beside one in figures, a day in ISO form beside one with the month's name, `€1.5m` beside *1.5
million euros*: the words there differ, the value does not. Looked for only where
figures, scale words or names of parts differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from citecheck.match.align import Block, Placed
from citecheck.match.comparison import Comparison
from citecheck.match.fold import FRACTIONS
from citecheck.match.value import Value
from citecheck.match.written import YEAR_DIGITS, names_part, values_in
from citecheck.model import DifferenceKind

FIGURE = re.compile(r"\d")
HOUR = "h"
"""Between hour and minutes: *17 h 30*."""
REACH = 6
"""Words beside an unequal stretch in which a value may begin that it cuts."""


def values_met(result: Comparison, placed: Placed) -> Placed:
    """`placed` without the places where a value is told, which `result` then has as a difference: of writing
    only, or of number."""
    pairs = [
        pair
        for block in placed.blocks
        if not block.equal and _may_hold(result, block)
        for pair in _pairs(result, block)
    ]
    told: list[tuple[Value, Value]] = []
    for ours, theirs in sorted(dict.fromkeys(pairs), key=lambda pair: not pair[0].meets(pair[1])):
        if any(ours.overlaps(one) or theirs.overlaps(other) for one, other in told):
            continue
        met = _taken_out(placed, ours, theirs, len(result.fragment.words))
        if met:
            _tell(result, ours, theirs)
            told.append((ours, theirs))
            placed = met
    result.first, result.last = placed.first, placed.last
    return placed


def _may_hold(result: Comparison, block: Block) -> bool:
    words, page, rules = result.fragment.words.folded, result.page.words.folded, result.rules
    beside = (*words[block.i1 : block.i2], *page[block.j1 : block.j2])
    return any(
        word[0].isdigit()
        or word == HOUR
        or word in FRACTIONS
        or word in rules.scales
        or names_part(word, rules)
        for word in beside
    )


def _pairs(result: Comparison, block: Block) -> Iterator[tuple[Value, Value]]:
    """Values of both sides that the unequal stretch touches, of one kind and in two writings."""
    words, page = result.fragment.words, result.page
    ours = [
        value
        for value in values_in(words, result.fragment.raw, block.i1 - REACH, block.i2 + 1, result.rules)
        if value.first <= block.i2 and value.last >= block.i1
    ]
    if not ours:
        return
    theirs = values_in(page.words, page.text.content, block.j1 - REACH, block.j2 + 1, result.rules)
    for other in theirs:
        if other.first <= block.j2 and other.last >= block.j1:
            for one in ours:
                if one.kind == other.kind and _written_otherwise(result, one, other):
                    yield one, other


def _written_otherwise(result: Comparison, ours: Value, theirs: Value) -> bool:
    """Whether two values differ by more than their figures; two days with the month's name do by words."""
    if (ours.bare or theirs.bare) and not ours.meets(theirs):
        return False
    if ours.kind == "day" and not (ours.figures or theirs.figures):
        return False
    words, page = result.fragment.words.folded, result.page.words.folded
    return _form(words[ours.first : ours.last]) != _form(page[theirs.first : theirs.last])


def _form(words: Sequence[str]) -> list[str]:
    """Words without figures but for how many a year has."""
    return [FIGURE.sub("", word) or str(len(word) == YEAR_DIGITS) for word in words]


def _tell(result: Comparison, ours: Value, theirs: Value) -> None:
    """Note what two values that stand for each other say."""
    quoted, found = result.quoted(ours.first, ours.last), result.found(theirs.first, theirs.last)
    kind = DifferenceKind.TYPOGRAPHY if ours.meets(theirs) else DifferenceKind.NUMBER
    result.add(kind, quoted, found)
    result.excuse(ours.first, ours.last, theirs.first, theirs.last)


def _taken_out(placed: Placed, ours: Value, theirs: Value, size: int) -> Placed | None:
    """`placed` without the words of two values, `None` where words outside of them meet words in them."""
    blocks: list[Block] = []
    for block in placed.blocks:
        if block.equal and not _apart(block, ours, theirs):
            return None
        blocks += _clipped(block, ours, theirs)
    first, last = placed.first, placed.last
    if (theirs.first < first and ours.first > 0) or (theirs.last > last and ours.last < size):
        return None
    if ours.first == 0:
        first, blocks = theirs.first, [block for block in blocks if block.i2 > 0]
    if ours.last == size:
        last, blocks = theirs.last, [block for block in blocks if block.i1 < size]
    return replace(placed, first=first, last=last, blocks=tuple(blocks))


def _apart(block: Block, ours: Value, theirs: Value) -> bool:
    """Whether each pair of equal words lies before both values, in both or behind both."""
    sides = (
        (_side(i, ours), _side(j, theirs))
        for i, j in zip(range(block.i1, block.i2), range(block.j1, block.j2), strict=True)
    )
    return all(one == other for one, other in sides)


def _side(at: int, value: Value) -> int:
    return (at >= value.first) + (at >= value.last)


def _clipped(block: Block, ours: Value, theirs: Value) -> Iterator[Block]:
    """What of a block lies before the values and behind them."""
    for low, high, left, right in (
        (0, ours.first, 0, theirs.first),
        (ours.last, block.i2, theirs.last, block.j2),
    ):
        i1, i2 = max(block.i1, low), min(block.i2, high)
        j1, j2 = max(block.j1, left), min(block.j2, right)
        if i1 < i2 or j1 < j2:
            yield Block(block.equal, i1, max(i1, i2), j1, max(j1, j2))
