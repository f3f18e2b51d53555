"""What the other gaps of an address say of one: an address that lost one underscore lost them all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

Traits = dict[str, float]
_CLIP = 4.0
"""Largest say of one other gap."""
_SURE = 2.0
"""Say of another gap of the segment that counts by itself."""
_MANY = 3
"""Other gaps from which more say no more."""
_AT_SIGN = frozenset(f"{side} {sign}" for side in ("before", "after") for sign in "/?&=.:#")
"""Gaps beside signs, where underscores are rare."""


class Gap(NamedTuple):
    """White space from `start` to `end` in a text, in the segment of the address with number `segment`."""

    start: int
    end: int
    segment: int
    traits: Traits


class Strays(NamedTuple):
    """Mere spaces as printed, which show that there may be more: inside scheme and host (up to 2), and beside
    signs of the path (up to 3); and whether all the white space is line ends."""

    head: int = 0
    signs: int = 0
    lines: bool = False


NO_STRAYS = Strays()


def among(gaps: tuple[Gap, ...], alone: list[float], printed: bool, stray: Strays) -> list[Traits]:
    """Traits of each gap that the other gaps make; `alone`: what each says by itself, natural logarithm of
    the odds for an underscore; `printed`: whether the address prints one."""
    clipped = [max(-_CLIP, min(_CLIP, say)) for say in alone]
    segments = [gap.segment for gap in gaps]  # rising
    found = []
    for index, gap in enumerate(gaps):
        first, last = bisect_left(segments, gap.segment), bisect_right(segments, gap.segment)
        beside = clipped[first:index] + clipped[index + 1 : last]
        apart = clipped[:first] + clipped[last:]
        others = beside + apart
        traits = {
            "always": 1.0,
            "alone": alone[index],
            "same": sum(beside) / max(1, len(beside)),
            "others": sum(apart) / max(1, len(apart)),
            "alone sure": 1.0
            * _stands_alone(gap, clipped[index - 1 : index], clipped[index + 1 : index + 2]),
            "same yes": 1.0 * (max(beside, default=0.0) > _SURE),
            "same no": 1.0 * (min(beside, default=0.0) < -_SURE),
            "any yes": 1.0 * (max(others, default=0.0) > _SURE),
            "any no": 1.0 * (min(others, default=0.0) < -_SURE),
            "most": max(others, default=0.0),
            "least": min(others, default=0.0),
            "many": min(len(others), _MANY) * sum(others) / max(1, len(others)),
            "single": alone[index] * (not others),
            "pair again": gap.traits.get("pair again", 0.0),
            "printed": 1.0 * printed,
            f"all-{min(len(gaps), 5)}": 1.0,
            f"head-{stray.head}": 1.0,
            f"signs-{stray.signs}": 1.0,
        }
        if stray.head:
            traits["head alone"] = alone[index]
        if not _AT_SIGN.isdisjoint(gap.traits):
            traits["sign"] = 1.0
            traits[f"sign signs-{stray.signs}"] = 1.0
            traits[f"sign head-{stray.head}"] = 1.0
            traits[f"sign all-{min(len(gaps), 3)}"] = 1.0
        found.append(traits)
    return found


def _stands_alone(gap: Gap, before: list[float], after: list[float]) -> bool:
    """Whether a short word beside the gap is surely parted from what stands on its other side."""
    left = "left alone" in gap.traits and before and before[0] > _SURE
    return bool(left or ("right alone" in gap.traits and after and after[0] > _SURE))
