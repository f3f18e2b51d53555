"""What print is taken for what."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from citecheck.tables import table


class Slip(NamedTuple):
    printed: str
    meant: str
    bits: float
    rare: bool = False


class Change(NamedTuple):
    """One token of an address in another reading."""

    start: int
    end: int
    word: str
    """As it would be printed."""
    slip: Slip
    score: float
    """Logarithm of the odds for it."""
    listed: bool
    """Whether the word is one: common, listed, made of common ones, or printed elsewhere in the document."""


@cache
def confusions() -> dict[str, Any]:
    return table("citecheck.repair", "confusions.toml")


@cache
def slips(kind: str) -> tuple[Slip, ...]:
    return tuple(Slip(printed, meant, bits, kind == "rare") for printed, meant, bits in confusions()[kind])
