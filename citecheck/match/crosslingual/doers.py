"""Who of a sentence may do something to another: somebody, or a thing that does (*the storm*)."""

from __future__ import annotations

from collections.abc import Sequence

from citecheck.match.crosslingual.lexicon import lexicon_for
from citecheck.match.crosslingual.somebody import are_somebody
from citecheck.match.crosslingual.term import SUBSTANCE, Pair, Term, Wording

THINGS = frozenset(("n", "np", "an"))
"""Kinds of words that may be a thing that does something."""


def doers(
    once: Sequence[Pair], met: Sequence[Pair], wordings: tuple[Wording, Wording], codes: Sequence[str | None]
) -> list[Pair]:
    """All pairs that may do something or undergo it; `once` are those with no other counterpart."""
    known = [*once, *(pair for pair in _left_alone(met) if pair not in once)]
    return [
        pair
        for pair in known
        if (are_somebody(pair) or all(map(_may_do, pair)))
        and not any(map(_only_tells, pair, wordings, codes))
    ]


def _left_alone(met: Sequence[Pair]) -> list[Pair]:
    """Pairs of somebody that are the only ones left of their terms, once each that has but one counterpart
    has it alone: *nurses* beside *patients*, *Krankenschwestern* beside *Patienten*."""
    people = [pair for pair in met if all("p" in term.kinds for term in pair)]
    people = [pair for pair in people if not all(term.capital for term in pair)]  # *UN*, *North Korea*
    alone = [pair for pair in people if sum(other[0] == pair[0] for other in met) == 1]
    alone += [pair for pair in people if sum(other[1] == pair[1] for other in met) == 1]
    taken = [pair for pair in met if any((pair[0] == one) != (pair[1] == other) for one, other in alone)]
    left = [pair for pair in people if pair not in taken]
    return [pair for pair in left if sum(pair[0] == one or pair[1] == other for one, other in left) == 1]


def _may_do(term: Term) -> bool:
    """Whether a word may be somebody for all that is known, or a thing that does something (*the storm*)."""
    return not term.place and not term.kind_of_figure and (not term.kinds or term.kinds in THINGS)


def _only_tells(term: Term, wording: Wording, code: str | None) -> bool:
    """Whether a word stands beside a noun and tells what that is like (*le jeune poète*), or before one as a
    preposition (*chez*)."""
    if term.folded in lexicon_for(code).governing:
        return True
    beside = (one for one in wording.terms if one.at in (term.at - 1, term.places.stop))
    return "a" in term.kinds and any(not SUBSTANCE.isdisjoint(one.kinds) for one in beside)
