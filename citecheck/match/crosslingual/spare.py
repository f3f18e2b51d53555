"""Words left over that say nothing beside what the other side has: *sans dire où*, *не говорит, где*; *not a
single shot*, *ни одного выстрела*; *решение суда*, which is one expression, and *la décision du tribunal*."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from citecheck.match.crosslingual.senses import senses_of
from citecheck.match.crosslingual.wording import Pair, Term, Wording

BOTH = 2
"""Words of one side that an expression of the other answers in its parts."""


def needed_still(
    left: Iterable[Term], met: Sequence[Pair], mine: Wording, theirs: Wording
) -> tuple[Term, ...]:
    """Terms of `left`, of the side of `mine`, that still need a counterpart. `met`: pairs of a term of `mine`
    and one of `theirs`."""
    as_often = len(theirs.denials) >= len(mine.denials)
    return tuple(
        one
        for one in left
        if not (as_often and one.at in mine.denials)
        and not _single(one, mine, theirs)
        and not _in_its_words(one, met)
    )


def _single(one: Term, mine: Wording, theirs: Wording) -> bool:
    """Whether a word says *single* of what there is one of, and the other side has a word for *one*."""
    beside = any(abs(one.at - article) == 1 for article in mine.ones)
    return beside and bool(theirs.ones) and bool(one.rows & senses_of("single", "en"))


def _in_its_words(one: Term, met: Sequence[Pair]) -> bool:
    """Whether each word of an expression met one of its own on the other side."""
    answers = {other for term, other in met if term.places == one.places and term.rows != one.rows}
    return one.size > 1 and len({other.at for other in answers}) >= BOTH
