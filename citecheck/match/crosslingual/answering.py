"""Words left over that a word of the other side says together with another one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from citecheck.match.crosslingual.alike import Likeness
from citecheck.match.crosslingual.meeting import ALIKE_EQUIVALENT, are_opposed, needed
from citecheck.match.crosslingual.roles import BESIDE
from citecheck.match.crosslingual.wording import Term

COMPOUND = 10
"""Letters from which a word may say as much as two."""

Mates = defaultdict[Term, list[Term]]


def said_within(
    ours: Sequence[Term],
    theirs: Sequence[Term],
    met: Sequence[tuple[Term, Term]],
    likeness: Likeness,
    least: float,
) -> list[tuple[Term, Term]]:
    """Words left over that are said in one with the word beside them: *bee colonies*, *Bienenvölker*."""
    mine, answered = {one for one, _ in met}, {other for _, other in met}
    pairs = [
        (beside, other)
        for one, other in met
        for beside in ours
        if beside not in mine and abs(beside.at - one.at) <= BESIDE and len(other.folded) >= COMPOUND
    ]
    pairs += [
        (one, beside)
        for one, other in met
        for beside in theirs
        if beside not in answered and abs(beside.at - other.at) <= BESIDE and len(one.folded) >= COMPOUND
    ]
    return [
        (one, other) for one, other in pairs if likeness.of(one, other) >= needed(one, other, least, likeness)
    ]


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
