"""What a sentence says before and behind what a quotation takes of it. Writers weave fragments into sentences
of their own: of *Today, the governor said, more than a hundred firms are registered* they quote *more than a
hundred firms are registered*."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from citecheck.match.crosslingual.senses import senses_of
from citecheck.match.crosslingual.term import Pair, Term, Wording

AGAINST = (
    "abandon", "refuse", "reject", "deny", "fail", "stop", "cease", "end", "prevent", "avoid", "hinder",
    "doubt", "exhaust", "false", "wrong", "error", "myth", "lack", "lose", "impossible", "forget", "former",
    "unlikely",
)  # fmt: skip
"""Words that turn round what they are said of, wherever it is quoted from."""
OF_THINGS = frozenset("anp")
BESIDE = 2
"""Words from such a word to what it is said of."""


LAST = 2
"""Words of such a clause."""


def undone(other: Term) -> bool:
    """Whether a word may turn round what it is said of: *отказались от попыток*, *abandoned plans to*."""
    return any(side[0] == "-" for side in other.sides) or bool(other.rows & _against())


def at_edges(added: Sequence[Term], met: Sequence[Pair], ours: Wording, theirs: Wording) -> frozenset[int]:
    """Places of terms of `added` that stand before all, or behind all, that met of the sentence `theirs`, or
    anywhere where the quotation leaves words out, and say nothing that makes it another one by itself."""
    figures = {figure.folded for figure in ours.figures}
    places = [place for _, other in met for place in other.places]
    if not places:
        return frozenset()
    places += [figure.at for figure in theirs.figures if figure.folded in figures]
    first, last = min(places), max(places)
    outside = [other for other in added if ours.gapped or not first < other.at < last]
    return frozenset(
        other.at
        for other in outside
        if not (other.weighs or undone(other)) or _of_another(other, met, theirs)
    )


def _of_another(other: Term, met: Sequence[Pair], theirs: Wording) -> bool:
    """Whether a word that says how many or which (*all*, *a number of*, *new*) says it of a thing that is
    outside of what is quoted, too."""
    if not OF_THINGS & set(other.kinds) or other.at in theirs.denials:
        return False
    answered = {place for _, term in met for place in term.places}
    behind = next((term for term in theirs.terms if term.at >= other.places.stop), None)
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
    return frozenset().union(*(senses_of(word, "en") for word in AGAINST))
