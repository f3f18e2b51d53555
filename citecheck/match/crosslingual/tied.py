"""Clauses that hold the same and come to the rest in another way: *until the mill was closed*, *when the mill
was closed*.

A language may say one way by words of another one (*wenn*, *пока*, *comme*), so only ways that no translator
puts for each other tell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product

from citecheck.match.crosslingual.conjunctions import Introduced, introduced
from citecheck.match.crosslingual.term import Pair, Wording

ALIKE: Mapping[str, frozenset[str]] = {
    "because": frozenset(("after", "when")),
    "before": frozenset(("until",)),
    "if": frozenset(("when", "while")),
    "unless": frozenset(("until", "if")),
    "although": frozenset(("while", "when")),
    "until": frozenset(("while",)),
    "when": frozenset(("after", "soon", "while", "since")),
    "since": frozenset(("after",)),
    "soon": frozenset(("after", "since")),
    "so": frozenset(("purpose",)),
}
"""Ways that may stand for each other, those later in the list left out."""
DENIED = frozenset(("until", "before", "unless"))
"""Ways of which a denial makes another one: *not until*."""
HAD: Mapping[str, frozenset[str]] = {
    "en": frozenset(("had",)),
    "fr": frozenset(("avait", "avaient", "etait", "etaient", "depuis")),
    "de": frozenset(("hatte", "hatten", "war", "waren", "seit")),
    "es": frozenset(("habia", "habian", "llevaba", "llevaban")),
    "it": frozenset(("aveva", "avevano", "era", "erano")),
}
"""Folded words with which something had been or gone on."""
SHARED = 2
"""Terms that two clauses must share to be the same, and more than they have elsewhere."""


def tied_otherwise(
    met: Sequence[Pair], ours: Wording, theirs: Wording, codes: Sequence[str | None]
) -> tuple[str, str] | None:
    """The words that bring in a clause on either side, where these do not go together; nothing as a rule."""
    sides = zip((ours, theirs), codes, strict=True)
    mine, there = (_parted(introduced(wording, code)) for wording, code in sides)
    for one, other in product(mine, there):
        denied = {
            all(at in clause.places for at in wording.denials)
            for wording, clause in ((ours, one), (theirs, other))
        }
        tells = _apart(one, other, len(denied) > 1) and one.bare == other.bare
        if {"before", "when"} <= one.ways | other.ways and (
            _lasted(one, ours, codes[0]) or _lasted(other, theirs, codes[1])
        ):
            continue
        if tells and _same(one.places, other.places, met):
            return _shown(one, ours), _shown(other, theirs)
    return None


def _parted(clauses: Sequence[Introduced]) -> list[Introduced]:
    """Clauses up to where the next one begins: *before the mill was built because the old one had burned*."""
    ends = [later.begin for later in clauses[1:]]
    cut = [
        replace(one, places=range(one.places.start, max(one.places.start, min(one.places.stop, end))))
        for one, end in zip(clauses, ends, strict=False)
    ]
    return [*cut, *clauses[len(cut) :]]


def _apart(one: Introduced, other: Introduced, denied: bool) -> bool:
    """Whether no way of one clause may stand for one of the other."""
    if denied and not DENIED.isdisjoint(one.ways | other.ways):
        return False
    return not any(
        way == also or also in ALIKE.get(way, ()) or way in ALIKE.get(also, ())
        for way, also in product(one.ways, other.ways)
    )


def _lasted(clause: Introduced, wording: Wording, code: str | None) -> bool:
    """Whether something had gone on when a clause came: *had slept when he came* is *before*, too."""
    had = HAD.get(code or "", frozenset())
    return any(word in had for at, word in enumerate(wording.words) if at not in clause.places)


def _same(one: range, other: range, met: Sequence[Pair]) -> bool:
    """Whether two clauses hold the same: most of the terms of each have a counterpart in the other one."""
    both = [pair for pair in met if pair[0].at in one and pair[1].at in other]
    for side, places in enumerate((one, other)):
        held = {pair[side].at for pair in met if pair[side].at in places}
        shared = {pair[side].at for pair in both}
        if len(shared) < SHARED or len(shared) <= len(held - shared):
            return False
    return True


def _shown(clause: Introduced, wording: Wording) -> str:
    return " ".join(wording.shown[clause.begin : clause.places.start])
