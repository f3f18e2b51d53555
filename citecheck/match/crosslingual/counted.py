"""What stands beside a number on both sides: *eight weeks*, *eight problems*."""

from __future__ import annotations

from collections.abc import Sequence

from citecheck.match.crosslingual.senses import NAMED
from citecheck.match.crosslingual.term import Pair, Term, Wording

BESIDE = 2
"""Words from a number to what it counts."""


def counted_else(
    missing: Sequence[Term], left: Sequence[Term], met: Sequence[Pair], ours: Wording, theirs: Wording
) -> list[Pair]:
    """What stands behind the same number on both sides and has no counterpart there: *eight weeks*, *eight
    problems*; *1,500 soldiers and 200 units of arms*, *1,500 cadets and 200 units*."""
    found = []
    for mine in ours.figures:
        same = [other for other in theirs.figures if _equal(mine, other)]
        one = next((term for term in ours.terms if term.thing and _counts(mine, term)), None)
        after = ((other, term) for other in same for term in left if term.thing and _counts(other, term))
        if one is not None and NAMED not in one.kinds and (behind := next(after, None)) is not None:
            answers = [there for here, there in met if here == one]
            if one in missing or (answers and not any(_counts(behind[0], there) for there in answers)):
                found.append((one, behind[1]))
    return found


def _equal(mine: Term, other: Term) -> bool:
    """Whether two numbers are one, though one of them may look like a year (*1 500*, *1500*)."""
    kinds = {mine.kind_of_figure, other.kind_of_figure}
    values = mine.folded.partition(" ")[2], other.folded.partition(" ")[2]
    return mine.folded == other.folded or (kinds == {"plain", "year"} and values[0] == values[1])


def _counts(figure: Term, term: Term) -> bool:
    return 0 < term.at - figure.at <= BESIDE


def counted_there(one: Term, other: Term, ours: Wording, theirs: Wording) -> Term | None:
    """The number before a measure of time of the sentence, or before what the quotation has one of, where it
    has none before its own: *за год* says one year, *dix ans* does not; *ein Essen*, *trois repas*."""
    single = any(0 < one.at - article <= BESIDE for article in ours.ones)
    if not (single or {"t"} & set(one.kinds) & set(other.kinds)):
        return None
    if any(0 < one.at - figure.at <= BESIDE for figure in ours.figures):
        return None
    within = {place for term in theirs.terms if term.size > 1 for place in term.places}  # *jedną trzecią*
    plain = (figure for figure in theirs.figures if figure.kind_of_figure == "plain")
    numbers = (figure for figure in plain if figure.at not in within)
    if any(figure.at in one.places for figure in ours.figures):  # *trois fois*
        return None
    said = {figure.folded for figure in ours.figures}  # *Jones, 52*, *52 anni*
    near = (figure for figure in numbers if 0 < other.at - figure.at <= BESIDE and figure.folded not in said)
    return next((figure for figure in near if figure.folded.rpartition(" ")[2] != "1"), None)
