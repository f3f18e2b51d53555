"""What a *not* denies, where either sentence has one: it must be the same action."""

from __future__ import annotations

from collections.abc import Sequence

from citecheck.match.crosslingual.pivots import NONE
from citecheck.match.crosslingual.wording import Pair, Term, Wording

BESIDE = 2
"""Places between two words that may be said in one."""
DENIED = 3
"""Words from a *not* to the action that it denies."""
DENYING_BEFORE = frozenset(("fr", "es", "it", "ru", "uk", "be", "pl"))
"""Languages whose *not* stands right before what it denies."""
NEAR_DENIAL = 5
"""Words from a *not* within which it may deny by way of another verb (*ne veut pas acheter*)."""


def denied_else(once: Sequence[Pair], ours: Wording, theirs: Wording) -> tuple[Pair, Pair] | None:
    """The action that each side denies, where each denies one and they are not the same: *sells, since they
    do not want it*, *does not sell, since they want it*."""
    actions = [pair for pair in once if all("v" in term.kinds for term in pair)]
    found: list[Pair] = []
    for side, wording in enumerate((ours, theirs)):
        denying = sorted(wording.denials)
        if len(denying) != 1:
            return None
        behind = [pair for pair in actions if 0 < pair[side].at - denying[0] <= DENIED]
        unmet = [(term, term) for term in wording.terms if _may_be_denied(term, denying[0])]
        if not behind and not unmet:
            return None
        places = [pair[side].at for pair in behind or unmet[:1]]
        found.append((behind or unmet)[places.index(min(places))])
    if not any(pair in actions for pair in found):
        return None
    one, other = found
    # *not want to buy*: near what the other side denies is near enough
    near = (one in actions and abs(one[1].at - other[1].at) <= BESIDE) or (
        other in actions and abs(other[0].at - one[0].at) <= BESIDE
    )
    return None if near else (one, other)


def denied_alone(
    once: Sequence[Pair], ours: Wording, theirs: Wording, languages: tuple[str | None, str | None]
) -> Pair | None:
    """An action that one side denies and the other does not, where both have a *not* and put it before the
    verb: *Parlez-en … vous ne pouvez pas*, *No hable … no podrá*."""
    if not (set(languages) <= DENYING_BEFORE and ours.denials and theirs.denials):
        return None
    for pair in once:
        here, there = (
            [term.at - at for at in wording.denials]
            for term, wording in zip(pair, (ours, theirs), strict=True)
        )
        denied = [
            any(0 < far <= 2 and not _done_between(term, far, wording) for far in side)
            or any(far > 0 and _none_of_it(term, far, wording) for far in side)
            for side, term, wording in zip((here, there), pair, (ours, theirs), strict=True)
        ]
        near = [any(abs(far) <= NEAR_DENIAL for far in side) for side in (here, there)]
        if all("v" in term.kinds for term in pair) and denied[0] != denied[1] and near[0] != near[1]:
            return pair
    return None


def _none_of_it(term: Term, far: int, wording: Wording) -> bool:
    """Whether the word that denies, so far before, says that nobody or none of some does it, and no other
    action stands between (*ninguno de los hoteles ha recuperado*)."""
    amid = any(0 < term.at - one.at < far and one.kinds == "v" for one in wording.terms)
    return NONE.match(wording.words[term.at - far]) is not None and not amid


def _done_between(term: Term, far: int, wording: Wording) -> bool:
    """Whether another action stands between a word and a *not* so far before it (*не ответил, сказала*)."""
    return any(0 < term.at - one.at < far and "v" in one.kinds for one in wording.terms)


def _may_be_denied(term: Term, denial: int) -> bool:
    """Whether a word stands right behind a *not* and may be what it denies."""
    return term.at == denial + 1 and not term.loose and (not term.kinds or "v" in term.kinds)
