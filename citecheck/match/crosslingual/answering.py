"""Words left over that a word of the other side says together with another one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from citecheck.match.crosslingual.alike import Likeness
from citecheck.match.crosslingual.meeting import ALIKE_EQUIVALENT, are_opposed, needed
from citecheck.match.crosslingual.roles import BESIDE
from citecheck.match.crosslingual.term import Pair, Term
from citecheck.match.fold import split_words

COMPOUND = 10
"""Letters from which a word may say as much as two."""

SMALL = 3
"""Letters of words that a phrase may leave out: *mise en service*."""
Mates = defaultdict[Term, list[Term]]


def said_within(
    ours: Sequence[Term],
    theirs: Sequence[Term],
    met: Sequence[tuple[Term, Term]],
    likeness: Likeness,
    least: float,
) -> list[tuple[Term, Term]]:
    """Words left over that are said in one with the word beside them: *bee colonies*, *Bienenvölker*. None
    where the other side has one left over there, too: *production agricole*, *промышленное производство*."""
    mine, answered = {one for one, _ in met}, {other for _, other in met}
    left = [one for one in ours if one not in mine], [other for other in theirs if other not in answered]
    pairs = [
        (beside, other)
        for one, other in met
        if len(other.folded) >= COMPOUND and not near(other, left[1])
        for beside in left[0]
        if abs(beside.at - one.at) <= BESIDE
    ]
    pairs += [
        (one, beside)
        for one, other in met
        if len(one.folded) >= COMPOUND and not near(one, left[0])
        for beside in left[1]
        if abs(beside.at - other.at) <= BESIDE
    ]
    return [
        (one, other) for one, other in pairs if likeness.of(one, other) >= needed(one, other, least, likeness)
    ]


def near(term: Term, left: Sequence[Term]) -> bool:
    """Whether something that says something of its own is `left` over beside a term."""
    return any(not one.loose and abs(one.at - term.at) <= BESIDE for one in left)


def spoken_for(
    ours: Sequence[Term], theirs: Sequence[Term], met: Sequence[tuple[Term, Term]], likeness: Likeness
) -> list[tuple[Term, Term]]:
    """Equivalents of words left over that answer others, all of which have another counterpart, too:
    *railwaymen replaced the rails*, where the table has *залізничник* beside *rail*, too."""
    mates: tuple[Mates, Mates] = (defaultdict(list), defaultdict(list))
    for pair in met:
        for side in (0, 1):
            mates[side][pair[side]].append(pair[1 - side])

    def spare(term: Term, side: int) -> bool:
        return term in mates[side] and all(len(mates[1 - side][mate]) > 1 for mate in mates[side][term])

    return [
        (one, other)
        for one in ours
        for other in theirs
        if (one not in mates[0] and spare(other, 1)) or (other not in mates[1] and spare(one, 0))
        if not (one.name or other.name or one.place or other.place or are_opposed(one, other))
        if likeness.of(one, other) >= ALIKE_EQUIVALENT and likeness.equivalent(one, other)
    ]


def inside(term: Term, phrase: frozenset[int]) -> bool:
    """Whether all words of a term but small ones are in the places of a `phrase`: *vice-ministre* is no
    *ministre*."""
    words = zip(term.places, split_words(term.shown).folded, strict=False)
    return not phrase.isdisjoint(term.places) and all(
        at in phrase or len(word) <= SMALL for at, word in words
    )


def halved(phrase: Sequence[Term], said: Sequence[Term], left: Sequence[Sequence[Term]]) -> bool:
    """Whether a word of a phrase that is left over has another one in its place beside what is `said` there
    for the phrase: *aide humanitaire*, *военная помощь*. `left` has the phrase's side first."""
    spare = [other for other in left[1] if other not in said]
    return any(one in left[0] and not one.loose for one in phrase) and any(near(one, spare) for one in said)


def narrowed(met: Sequence[tuple[Term, Term]], missing: Sequence[Term], added: Sequence[Term]) -> list[Pair]:
    """A phrase that one word answers beside a description left over: *aide humanitaire* and the *помощь* of
    a *военная помощь*."""
    for one, other in met:
        if one.size > 1 == other.size and (spare := _described(other, added)):
            return [(one, spare)]
        if other.size > 1 == one.size and (spare := _described(one, missing)):
            return [(spare, other)]
    return []


def _described(term: Term, left: Sequence[Term]) -> Term | None:
    before = (one for one in left if not one.loose and term.at - one.at == 1)
    after = (one for one in left if not one.loose and one.at - term.at == 1)
    return next((one for one in (*before, *after) if not one.kinds or "a" in one.kinds), None)
