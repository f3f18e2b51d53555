"""What a sentence says before and behind what a quotation takes of it. Writers weave fragments into sentences
of their own: of *Today, the governor said, more than a hundred firms are registered* they quote *more than a
hundred firms are registered*."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from citecheck.match.crosslingual.senses import senses_of_all
from citecheck.match.crosslingual.term import Pair, Term, Wording

AGAINST = (
    "abandon", "refuse", "reject", "deny", "fail", "stop", "cease", "end", "prevent", "avoid", "hinder",
    "doubt", "exhaust", "false", "wrong", "error", "myth", "lack", "lose", "impossible", "forget", "former",
    "unlikely", "alleged", "imaginary", "rumour", "theory", "dream",
)  # fmt: skip
"""Words that turn round what they are said of, wherever it is quoted from."""
FEWER = frozenset(("-all", "-most", "-more", "-many"))
"""Sides of oppositions that say how many: what is said of some is not turned round."""
OF_THINGS, HEADS = frozenset("anp"), frozenset("np")
"""Kinds of words that say how many or which; of things and of those who act."""
BESIDE = 2
"""Words from such a word to what it is said of."""
LAST = 2
"""Words of a clause that ends a sentence and is said of what stands before: *is closed*."""


def undone(other: Term) -> bool:
    """Whether a word may turn round what it is said of: *отказались от попыток*, *abandoned plans to*."""
    turned = any(side[0] == "-" and side not in FEWER for side in other.sides)
    return turned or bool(other.rows & _against())


def at_edges(added: Sequence[Term], met: Sequence[Pair], ours: Wording, theirs: Wording) -> frozenset[int]:
    """Places of terms of `added` that stand before all, or behind all, that met of the sentence `theirs`, or
    where the quotation leaves words out, and say nothing that makes it another one by itself."""
    figures = {figure.folded: figure.at for figure in ours.figures}
    pairs = [(one.at, there.at) for one, there in met]
    pairs += [(figures[one.folded], one.at) for one in theirs.figures if one.folded in figures]
    if not pairs:
        return frozenset()
    first, last = min(there for _, there in pairs), max(there for _, there in pairs)
    open_at = [around for gap in ours.gaps if (around := _around(gap, pairs))]
    return frozenset(
        other.at
        for other in added
        if not first < other.at < last or any(start < other.at < end for start, end in open_at)
        if not _matters(other, met, theirs)
    )


def _around(gap: int, pairs: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """Where the sentence has what stands before and behind a gap; `pairs`: places of what met, on both."""
    before = max((pair for pair in pairs if pair[0] < gap), default=None)
    behind = min((pair for pair in pairs if pair[0] >= gap), default=None)
    return (before[1], behind[1]) if before and behind else None


def _matters(other: Term, met: Sequence[Pair], theirs: Wording) -> bool:
    """Whether a word outside of what is quoted makes it another statement."""
    behind = next((term for term in theirs.terms if term.at >= other.places.stop), None)
    if undone(other) or _heads(other, behind, met):
        return True
    return other.weighs and not _of_another(other, behind, met, theirs)


def _heads(other: Term, behind: Term | None, met: Sequence[Pair]) -> bool:
    """Whether a word is what the first that met of its clause only belongs to: *the minister's son*, *сын
    министра*, *a part of the workers*."""
    first = min(
        (term for _, term in met if term.clause == other.clause), key=lambda term: term.at, default=None
    )
    if other.loose or behind is None or first is None or behind.at != first.at:
        return False
    near = behind.at - other.places.stop <= BESIDE
    return near and not HEADS.isdisjoint(other.kinds) and not HEADS.isdisjoint(behind.kinds)


def _of_another(other: Term, behind: Term | None, met: Sequence[Pair], theirs: Wording) -> bool:
    """Whether a word that says how many or which (*all*, *a number of*, *new*) says it of a thing that is
    outside of what is quoted, too."""
    if not OF_THINGS & set(other.kinds) or other.at in theirs.denials:
        return False
    answered = {place for _, term in met for place in term.places}
    return behind is not None and behind.at not in answered and behind.at - other.places.stop < BESIDE


def ended(beyond: Sequence[Term], theirs: Wording) -> list[Term]:
    """Terms behind what met that end a sentence in a clause of one or two words and turn round what stands
    before: *The new mill, where they ground 48 tons a day, is closed.*"""
    if not theirs.clauses:
        return []
    last = theirs.clauses[-1]
    short = theirs.clauses.count(last) <= LAST
    return [term for term in beyond if short and term.clause == last and not term.loose and undone(term)]


@cache
def _against() -> frozenset[int]:
    return senses_of_all(AGAINST)
