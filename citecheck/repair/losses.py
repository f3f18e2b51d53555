"""Whether a document lost its underscores, and how often white space came into its addresses.

Both come of how a document was made: the line under a link hides every underscore, a reader that puts spaces
into words does so throughout. So what its addresses show for certain tells of a gap that may be either. An
address by itself says nothing of it; only where a document's addresses are read together is it asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from math import log
from typing import NamedTuple

from citecheck.model import Candidate, Repair
from citecheck.repair.address import host_end
from citecheck.repair.strays import UNTOLD, Losses, around, line_ends

_PIECE = re.compile(r"\s+|\S+")
_SIGNS = "-/"
_SURELY = 0.75
"""Share of its confidence and that of its rival from which what a reading says of gaps is counted."""
_UNSEEN = 0.5
"""Addresses of each kind that count as seen before any is."""
_SEVERAL = 3
"""Addresses none of which lost anything, from which a document is held for sound: of those that documentation
prints an eighth to a quarter hold underscores."""
_FEW = 0.02
"""Share of the addresses that may seem to have lost something in a document that is held for sound: one of
fifty or more, since prose behind one may be read as the address's."""
_MISTAKEN = 0.03
"""Share of the addresses with mere spaces that seem to have lost an underscore."""
_MOST = 3.0
"""Largest say of a document (natural logarithm of odds)."""


class _Gap(NamedTuple):
    """White space that a reading settles: whether an underscore was lost, whether it is behind a sign where
    lines end, whether a line ended there."""

    lost: bool
    behind: bool
    ends: bool


class Seen(NamedTuple):
    """What one address shows for certain: an underscore lost, one that is printed, white space amid it and
    behind a sign that stands for nothing."""

    lost: bool
    kept: bool
    amid: bool
    behind: bool


def losses(found: Iterable[Repair]) -> Losses:
    """What the addresses of a document, each read alone, say together; repeats count once."""
    seen = [shows(one) for one in {one.raw: one for one in found}.values() if one.candidates]
    lost = sum(one.lost for one in seen)
    kept = sum(one.kept and not one.lost for one in seen)
    if not seen or not lost + kept + sum(one.amid or one.behind for one in seen):
        return UNTOLD._replace(sound=len(seen) >= _SEVERAL)
    likely = lost * lost / (lost + kept or 1)
    amid, behind = sum(one.amid for one in seen), sum(one.behind for one in seen)
    surely = lost > kept + _MISTAKEN * amid
    said = [log((likely + _UNSEEN) / (came + _UNSEEN)) for came in (amid, behind)]
    at_end = min(0.0, log(2 * (likely + _UNSEEN) / (lost + kept + 2 * _UNSEEN)))
    bounds = [max(0.0 if surely else -_MOST, min(_MOST, one)) for one in (*said, at_end)]
    torn = sum(one.lost or one.amid or one.behind for one in seen) > _FEW * len(seen)
    return Losses(bounds[0], bounds[1], bounds[2], torn, sound=not torn)


def shows(one: Repair) -> Seen:
    """What an address shows for certain, read alone."""
    first = one.candidates[0]
    path = first.url[host_end(first.url) :]
    gaps = list(_gaps(one, first)) if _is_sure(one) else []
    return Seen(
        lost=any(gap.lost for gap in gaps),
        kept="_" in path and "_" in one.raw,
        amid=any(not (gap.lost or gap.behind or gap.ends) for gap in gaps),
        behind=any(gap.behind and not (gap.lost or gap.ends) for gap in gaps),
    )


def _is_sure(one: Repair) -> bool:
    """Whether no reading that differs in its gaps alone is as likely by a third."""
    first, *others = one.candidates
    bare = first.url.replace("_", "")
    rival = max((c.confidence for c in others if c.url.replace("_", "") == bare), default=0.0)
    return first.confidence >= _SURELY * (first.confidence + rival)


def _gaps(one: Repair, first: Candidate) -> Iterator[_Gap]:
    ends = line_ends(one.raw)
    for step in first.steps:
        if step.step in ("close-spaces", "fill-gaps"):
            yield from _settled(step.before, step.after, ends)


def _settled(before: str, after: str, ends: frozenset[str]) -> Iterator[_Gap]:
    """The white space of `before` that `after` fills or closes.

    >>> [gap.lost for gap in _settled("//a.example/b c- d e", "//a.example/b_c-d e", frozenset())]
    [True, False]
    """
    at = 0
    for piece in _PIECE.finditer(before):
        stays = after.startswith(piece[0], at)
        if not piece[0].isspace():
            if not stays:
                return  # hyphens that were doubled
        elif not stays:
            lost = after.startswith("_" * len(piece[0]), at)
            left, right = piece.span()
            yield _Gap(lost, before[left - 1] in _SIGNS, around(before, left, right) in ends)
            stays = lost
        at += len(piece[0]) * stays
