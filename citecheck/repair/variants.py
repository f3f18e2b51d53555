"""Words that a printed one may stand for, if letters of it were misread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from citecheck.repair.context import Context
from citecheck.repair.evidence import token_bits
from citecheck.repair.habits import prints
from citecheck.repair.lexicon import known
from citecheck.repair.slips import Slip, slips

SHORTEST, LONGEST = 4, 40
"""Letters of a word that is looked at."""
_SECOND = 5.0
"""Bits that a second slip in one word costs beside its own."""


Readings = Mapping[str, tuple[float, Slip]]
"""Words, each with the bits that its cheapest slip costs and with that slip."""


def variants(url: str, token: str, context: Context) -> Readings:
    """Each word that `token` may stand for, with its cheapest slip; with rare slips only words that the note
    or another address of the document prints."""
    usual = _usual(token)
    if not context.words and not context.beside:
        return usual
    cheapest = usual
    for plain, slip, cost, sound in _rarely(token):
        met = plain in context.beside or (
            prints(url, plain, context.sites) if sound else plain in context.words
        )
        if met and cost < cheapest.get(plain, (99.0,))[0]:
            cheapest = {**cheapest, plain: (cost, slip)}
    return cheapest


@lru_cache(maxsize=2048)
def _rarely(token: str) -> tuple[tuple[str, Slip, float, bool], ...]:
    """Words that `token` may stand for by one rare slip, each with whether sites spell one word in these two
    ways: an address of the same site has to print it then."""
    made = ((word.lower(), slip, cost) for word, slip, cost in _once(token, slips("rare")))
    return tuple(
        (plain, slip, cost, {slip.printed, slip.meant} <= {"y", "j", "i"})
        for plain, slip, cost in made
        if plain != token.lower()
    )


def one_slip(word: str) -> list[tuple[str, float]]:
    """Words that a run of small letters may stand for by one slip, each with the bits that the slip costs.

    >>> ("agrarnoj", 4.0) in one_slip("agramoj")
    True
    """
    if not SHORTEST <= len(word) <= LONGEST or not word.isalpha():
        return []
    return [(other.lower(), cost) for other, _, cost in _once(word, slips("letters"))]


@lru_cache(maxsize=2048)
def _usual(token: str) -> Readings:
    """Words that `token` may stand for: one slip at one place, the same slip everywhere, two slips."""
    once = _once(token, slips("letters"))
    made = list(once)
    if len(token) >= 2 * SHORTEST:
        best = sorted(once, key=lambda v: v[2] - token_bits(v[0].lower()) if v[0].isalpha() else 99.0)[:3]
        for word, slip, cost in best:
            again = _once(word, slips("letters"))
            made += [(other, slip, cost + more + _SECOND) for other, _, more in again]
    cheapest: dict[str, tuple[float, Slip]] = {}
    for word, slip, cost in made:
        plain = word.lower()
        if plain.isalpha() and plain != token.lower() and cost < cheapest.get(plain, (99.0,))[0]:
            cheapest[plain] = cost, slip
    return cheapest


def _once(token: str, kinds: Sequence[Slip]) -> list[tuple[str, Slip, float]]:
    found: list[tuple[str, Slip, float]] = []
    listed = known(token.lower())
    for slip in kinds:
        if slip.printed not in token or (slip.printed == "vv" and "vvv" in token):
            continue
        at = token.find(slip.printed)
        if slip.meant != "in" and token.count(slip.printed) > 1:
            found.append((token.replace(slip.printed, slip.meant), slip, slip.bits + 2))
        while at >= 0:
            if slip.meant == "rn" and at == 0:
                at = token.find(slip.printed, 1)
                continue  # no word begins so
            other = token[:at] + slip.meant + token[at + len(slip.printed) :]
            if slip.meant != "in" or (not listed and known(other.lower())):  # an `m` is in too many words
                found.append((other, slip, slip.bits))
            at = token.find(slip.printed, at + 1)
    return found
