"""Sides of oppositions that mean no opposition where they stand: a word that may be a side and something else
(German *geeignet*, *fit* and *united*; French *liés*), of which the other sentence has no other side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from citecheck.match.crosslingual.senses import senses
from citecheck.match.crosslingual.wording import NOTHING, TELLING, Term


def contested(ours: Sequence[Term], theirs: Sequence[Term]) -> frozenset[str]:
    """Sides that stand in one sentence where the other one has what contradicts them."""
    return (_sides(ours) & _opposed(theirs)) | (_sides(theirs) & _opposed(ours))


def by_the_way(one: Term, other: Term, against: frozenset[str]) -> bool:
    """Whether one of two terms stands in the place of the other for nothing but a side that it may be: it
    is no thing itself, has another meaning, too, and no side of it is `against` the other sentence; the other
    one is neither an action nor a side, so that it is no opposite that the table lacks."""
    return (_perhaps(one, against) and _plain(other)) or (_perhaps(other, against) and _plain(one))


def _perhaps(term: Term, against: frozenset[str]) -> bool:
    sides = _sides([term])
    if not sides or sides & against or set(term.kinds) & set(TELLING):
        return False
    others = [row for row in term.rows if not senses()[row].sides and senses()[row].kind not in NOTHING]
    return bool(others) and not any(senses()[row].weighs for row in term.rows)


def _plain(term: Term) -> bool:
    weighs = any(senses()[row].weighs for row in term.rows)
    return not (weighs or _sides([term]) or term.name or "v" in term.kinds)


def _sides(terms: Iterable[Term]) -> frozenset[str]:
    return frozenset(side for term in terms for row in term.rows for side in senses()[row].sides)


def _opposed(terms: Iterable[Term]) -> frozenset[str]:
    return frozenset(side for term in terms for row in term.rows for side in senses()[row].opposed)
