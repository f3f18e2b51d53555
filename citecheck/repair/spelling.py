"""Which letters the letters beside them ask for: `mod?n` a `rn` or an `m`, `gru?stof` a `cl` or a `d`.

A word that is in no list can still be told from its misreading: `cl` hardly ever stands before a `s`, and
nothing ends in it. For each pair of letters that print confuses, and for a gap within a word against one
between two, weights of what stands beside were fitted by `benchmarks/build_spelling.py` to the words of some
forty languages, to names of people, towns, sites and programs.
"""

from __future__ import annotations

from functools import lru_cache
from zlib import crc32

from citecheck.tables import mapped

MODELS = ("rn m", "cl d", "vv w", "i j", "i l", "gap")
"""Pairs, the second one asked for by positive weights; `gap`: one word by positive weights, two by
negative."""
SIZE = 1 << 16
"""Weights of one model; what stands beside is found by its hash."""
STEP = 1 / 16
"""Natural logarithm of odds for one unit of a weight, a signed byte."""
REACH = 5
"""Letters on each side that are looked at."""
_BOTH = ((1, 1), (2, 1), (1, 2), (2, 2), (3, 2), (2, 3), (3, 3))


def traces(left: str, right: str) -> list[int]:
    """What stands beside a place in a word, as places of weights; the first one always counts."""
    left, right = ("^" + left)[-REACH:], (right + "$")[:REACH]
    found = [f"<{left[-size:]}" for size in range(1, len(left) + 1)]
    found += [f">{right[:size]}" for size in range(1, len(right) + 1)]
    found += [f"{left[-one:]}|{right[:two]}" for one, two in _BOTH if one <= len(left) and two <= len(right)]
    return [0, *(crc32(trace.encode()) % (SIZE - 1) + 1 for trace in found)]


@lru_cache(maxsize=1)
def _weights() -> dict[str, memoryview]:
    data = memoryview(mapped("citecheck.repair", "spelling.bin")).cast("b")
    return {name: data[at * SIZE : (at + 1) * SIZE] for at, name in enumerate(MODELS)}


@lru_cache(maxsize=8192)
def _said(model: str, left: str, right: str) -> float:
    weights = _weights()[model]
    return STEP * sum(weights[place] for place in traces(left, right))


def asked(printed: str, meant: str, left: str, right: str) -> float:
    """Natural logarithm of the odds for `meant` against `printed` between `left` and `right` (small letters a
    to z of one word); 0 for a pair that is not known.

    >>> asked("rn", "m", "bau", "aterial") > 2 > -2 > asked("rn", "m", "bauste", "e")
    True
    """
    if f"{printed} {meant}" in MODELS:
        return _said(f"{printed} {meant}", left[-REACH:], right[:REACH])
    if f"{meant} {printed}" in MODELS:
        return -_said(f"{meant} {printed}", left[-REACH:], right[:REACH])
    return 0.0


def one_word(left: str, right: str) -> float:
    """Natural logarithm of the odds that `left` and `right` (small letters a to z on both sides of a gap, as
    far as they reach) are parts of one word, not two words.

    >>> one_word("keskko", "nnakava") > 0 > one_word("keskkonna", "kava")
    True
    """
    return _said("gap", left[-REACH:], right[:REACH])
