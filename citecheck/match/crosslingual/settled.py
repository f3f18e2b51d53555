"""Which word answers which where some may answer several: one with a single counterpart has it for itself."""

from __future__ import annotations

from collections.abc import Sequence

from citecheck.match.crosslingual.term import Pair


def settled(met: Sequence[Pair]) -> list[Pair]:
    """Pairs of which each word has no other counterpart, once each that has but one has taken it: *roses*
    beside *grew*, *rosas* beside *crecían*, which may both be *croître*. In the order of the quotation."""
    left = list(dict.fromkeys(met))
    while (rivals := _rivals(left)) != []:
        left = [pair for pair in left if pair not in rivals]
    alone = [pair for pair in left if all(_count(left, pair, side) == 1 for side in (0, 1))]
    return sorted(alone, key=lambda pair: pair[0].at)


def _rivals(pairs: Sequence[Pair]) -> list[Pair]:
    """Pairs of a word that another one, which has no other counterpart, needs; of those that have another."""
    for side in (0, 1):
        for pair in pairs:
            if _count(pairs, pair, side) > 1:
                continue
            others = [one for one in pairs if one[1 - side] == pair[1 - side] and one != pair]
            if found := [one for one in others if _count(pairs, one, side) > 1]:
                return found
    return []


def _count(pairs: Sequence[Pair], pair: Pair, side: int) -> int:
    return sum(one[side] == pair[side] for one in pairs)
