"""Words left over that say nothing beside what the other side has: *sans dire où*, *не говорит, где*; *not a
single shot*, *ни одного выстрела*; *решение суда*, which is one expression, and *la décision du tribunal*;
*подорожчає з 8 до 10*, *passera de 8 à 10*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from citecheck.match.crosslingual.pivots import NONE
from citecheck.match.crosslingual.senses import senses, senses_of
from citecheck.match.crosslingual.wording import Pair, Term, Wording

BOTH = 2
"""Words of one side that an expression of the other answers in its parts."""
SLIGHTEST = re.compile("moindre|slightest|faintest|gering|малеиш|наименш|наименьш|najmniejsz|minim")
"""How folded words begin that only strengthen a denial."""
RISE, BECAUSE = frozenset(("+rise", "-rise")), "+because"
FROM_TO = 4
"""Words from a number to the one that it becomes."""


def needed_still(
    left: Iterable[Term], met: Sequence[Pair], mine: Wording, theirs: Wording
) -> tuple[Term, ...]:
    """Terms of `left`, of the side of `mine`, that still need a counterpart. `met`: pairs of a term of `mine`
    and one of `theirs`."""
    return tuple(
        one
        for one in left
        if not _denies_too(one, mine, theirs)
        and not _single(one, mine, theirs)
        and not _in_its_words(one, met)
        and not _of_a_number(one, mine, theirs)
        and not _told_by_numbers(one, mine, theirs)
        and not (theirs.explains and not mine.explains and BECAUSE in _sides(one))
    )


def _denies_too(one: Term, mine: Wording, theirs: Wording) -> bool:
    """Whether a word denies what the other side denies as often, or with another word that denies beside it:
    negation is compared on its own."""
    if one.at not in mine.denials:
        return False
    concord = NONE.match(one.folded) is not None and len(mine.denials) > 1 and bool(theirs.denials)
    return concord or len(theirs.denials) >= len(mine.denials)


def _single(one: Term, mine: Wording, theirs: Wording) -> bool:
    """Whether a word says *single* of what there is one of, and the other side has a word for *one* or
    *none*; or *slightest*, where both deny."""
    if SLIGHTEST.match(one.folded):
        return bool(mine.denials and theirs.denials)
    beside = any(abs(one.at - article) == 1 for article in mine.ones)
    said = theirs.ones or any(map(NONE.match, theirs.words))
    return beside and bool(said) and bool(one.rows & senses_of("single", "en"))


def _in_its_words(one: Term, met: Sequence[Pair]) -> bool:
    """Whether each word of an expression met one of its own on the other side."""
    answers = {other for term, other in met if term.places == one.places and term.rows != one.rows}
    return one.size > 1 and len({other.at for other in answers}) >= BOTH


def _of_a_number(one: Term, mine: Wording, theirs: Wording) -> bool:
    """Whether a word says *year* beside a year that both sides have (*в 2009 году*), or *every* before an
    ordinal (*кожному третьому*, *co trzeciego*)."""
    beside = {figure.folded for figure in mine.figures if figure.at - one.at in (1, -1)}
    both = any(figure.folded in beside for figure in theirs.figures)
    if not both:
        return False
    if any(value.startswith("year") for value in beside):
        return bool(one.rows & senses_of("year", "en"))
    behind = any(figure.at - one.at == 1 for figure in mine.figures)
    return behind and bool(one.rows & senses_of("every", "en"))


def _told_by_numbers(one: Term, mine: Wording, theirs: Wording) -> bool:
    """Whether a word says that something rises or falls, and two numbers of both sides do so, in order."""
    sides = _sides(one) & RISE
    if len(sides) != 1:
        return False
    ways = _ways(mine) & _ways(theirs)
    return bool(ways) and all((later > first) == ("+rise" in sides) for first, later in ways)


def _ways(wording: Wording) -> frozenset[tuple[float, float]]:
    """From what to what numbers go that stand near each other."""
    plain = [figure for figure in wording.figures if figure.kind_of_figure == "plain"]
    values = [(figure.at, float(figure.folded.rpartition(" ")[2])) for figure in plain]
    pairs = pairwise(values)
    return frozenset((one, two) for (at, one), (to, two) in pairs if to - at <= FROM_TO and one != two)


def _sides(one: Term) -> frozenset[str]:
    return frozenset(side for row in one.rows for side in senses()[row].sides)
