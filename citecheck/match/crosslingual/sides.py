"""Sides of oppositions that mean no opposition where they stand: a word that may be a side and something else
(German *geeignet*, *fit* and *united*; French *liés*), of which the other sentence has no other side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from citecheck.match.crosslingual.members import apart
from citecheck.match.crosslingual.senses import senses
from citecheck.match.crosslingual.term import NOTHING, TELLING, Pair, Term

RELATIVE = frozenset(("+before", "-before", "+accept", "-accept"))
"""Sides that one language says of what another leaves to a number (*depuis cinq ans*, *за пять лет*), or of
something else (*permet de renoncer*)."""


def contested(ours: Sequence[Term], theirs: Sequence[Term]) -> frozenset[str]:
    """Sides that stand in one sentence where the other one has what contradicts them."""
    return (_sides(ours) & _opposed(theirs)) | (_sides(theirs) & _opposed(ours))


def turned_round(ours: Sequence[Term], theirs: Sequence[Term]) -> list[Pair]:
    """The first two terms on the sides of one opposition of which either sentence has only its own: *linke*
    where the other one says *правой*, whatever phrase it is part of. Of 1,385 true pairs of sentences eleven
    have such sides, eight of them `RELATIVE` or of words that both share a sense with another one."""
    alone = (_sides(ours) & _opposed(theirs)) - _sides(theirs) - _opposed(ours) - RELATIVE
    for side in sorted(alone):
        for one in (term for term in ours if side in term.sides):
            for other in (term for term in theirs if side in _opposed([term])):
                if not (_answered(one, theirs, other) and _answered(other, ours, one)):
                    return [(one, other)]
    return _other_members(ours, theirs)


def _other_members(ours: Sequence[Term], theirs: Sequence[Term]) -> list[Pair]:
    """The first two terms that are members of one class of which either sentence has only its own."""
    alone, others = (
        [term for term in some if term.members and all(term.members.isdisjoint(b.members) for b in against)]
        for some, against in ((ours, theirs), (theirs, ours))
    )
    return [(one, other) for one in alone for other in others if apart(one.members, other.members)][:1]


def _answered(term: Term, others: Sequence[Term], opposite: Term) -> bool:
    """Whether a word shares a sense with another one than its opposite: *terminal* begins like *to end*."""
    return any(term.rows & other.rows for other in others if other is not opposite)


def by_the_way(one: Term, other: Term, against: frozenset[str]) -> bool:
    """Whether one of two terms stands in the place of the other for nothing but a side that it may be: it
    is no thing itself, has another meaning, too, and no side of it is `against` the other sentence; the other
    one is neither an action nor a side, so that it is no opposite that the table lacks."""
    return (_perhaps(one, against) and _plain(other)) or (_perhaps(other, against) and _plain(one))


def _perhaps(term: Term, against: frozenset[str]) -> bool:
    sides = term.sides
    if not sides or sides & against or set(term.kinds) & set(TELLING):
        return False
    others = [row for row in term.rows if not senses()[row].sides and senses()[row].kind not in NOTHING]
    return bool(others) and not any(senses()[row].weighs for row in term.rows)


def _plain(term: Term) -> bool:
    weighs = any(senses()[row].weighs for row in term.rows)
    return not (weighs or term.sides or term.name or "v" in term.kinds)


def _sides(terms: Iterable[Term]) -> frozenset[str]:
    return frozenset(side for term in terms for side in term.sides)


def _opposed(terms: Iterable[Term]) -> frozenset[str]:
    return frozenset(side for term in terms for row in term.rows for side in senses()[row].opposed)
