"""What print is taken for what, and when such a slip is believed.

Names, brands and words of unlisted languages look like slips of other words. To change a sound address is
worse than to leave a damaged one, whose right reading is a further candidate; so more is asked where nothing
else shows the address to be damaged.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from citecheck.repair.common import common_bits, is_host_word

USUAL = -16.0
"""Bits of a word from which a digit at its end is no number (`artic1`)."""
HOSTS = ("i", "j", "d", "cl")
"""Letters that are believed in a host only where a site is called so (`clarin` is one, too)."""
SIDE = 3
"""Letters of a common word beside a digit that make the digit a number (`sat1regional`)."""
_ORDINAL = re.compile("1st(?![a-z])|(?<![a-z])1st")


@dataclass(frozen=True, slots=True)
class Slip:
    printed: str
    meant: str
    bits: float
    rare: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """One token of an address in another reading."""

    start: int
    end: int
    word: str
    """As it would be printed."""
    slip: Slip
    score: float
    """Logarithm of the odds for it."""
    believed: bool
    """Whether it may come first in an address that nothing else shows to be damaged."""
    listed: bool
    """Whether the word is one: common, listed, made of common ones, or printed elsewhere in the document."""


@cache
def table() -> dict[str, Any]:
    return tomllib.loads(files("citecheck.repair").joinpath("data/confusions.toml").read_text("utf-8"))


@cache
def slips(kind: str) -> tuple[Slip, ...]:
    return tuple(Slip(printed, meant, bits, kind == "rare") for printed, meant, bits in table()[kind])


def is_name(token: str, meant: str, slip: Slip, traits: Mapping[str, float]) -> bool:
    """Whether what is strange about a printed token is rather the habit of a name: `sat1regional`,
    `pr0gramm`, `templateclue`; a `0` is believed to be a misread `o` in the name of a site only where a
    site is called so. `traits` as from `evidence`."""
    plain = token.lower()
    if plain.isalpha():
        first = traits["whole segment"] and traits["first segment"]
        named = (slip.meant in "ij" and first) or (slip.meant in HOSTS and "host" in traits)
        return bool(traits.get("printed made")) or bool(named and not is_host_word(meant))
    if _ORDINAL.search(plain):
        return True
    runs = re.findall("[a-z]+", plain)
    if len(runs) == 1 and common_bits(runs[0]) is not None:
        return True  # a common word with a number before or behind it
    if (
        len(runs) > 1
        and "host" in traits
        and all(len(r) >= SIDE and common_bits(r) is not None for r in runs)
    ):
        return True
    if "at the edge" in traits and traits["bits"] < USUAL:
        return True
    if slip.printed != "0" or "name" not in traits:
        return False
    return not traits["common"] or ("host" in traits and not is_host_word(meant))
