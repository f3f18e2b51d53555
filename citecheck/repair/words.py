"""How likely a run of letters is in an address, names made of several words included.

Hosts, programs and people are written as one: `stackoverflow`, `baseprogramming`. Such a run is as likely
as the common words that it is made of.
"""

from __future__ import annotations

import re
from functools import lru_cache

from citecheck.repair.common import common_bits, usual_bits
from citecheck.repair.lexicon import DIGIT, MARK

JOIN = -5.0
"""Bits for writing two words as one."""
SHORTEST, LONGEST = 3, 24
"""Letters of a part; of a run that is taken apart."""
CHANCE = -3.3
"""Bits of a letter below which the parts are no better than chance: `bil` and `clung` are common, too."""
_RUNS = re.compile("[a-z]+|[0-9]+|[^a-z0-9]+")
_NONE = float("-inf")


@lru_cache(maxsize=16384)
def run_bits(run: str) -> float:
    """Bits of a run of letters a to z, as one word or as up to three common ones.

    >>> run_bits("baseprogramming") > run_bits("basepr0gramming".replace("0", "q"))
    True
    """
    return max(usual_bits(run), _in_parts(run) if 2 * SHORTEST <= len(run) <= LONGEST else _NONE)


def is_made(run: str) -> bool:
    """Whether a run of letters can be taken apart into common words, so that it is likelier than by chance.

    >>> is_made("perfectlygolden"), is_made("bilclung")
    (True, False)
    """
    return 2 * SHORTEST <= len(run) <= LONGEST and _in_parts(run) > CHANCE * len(run)


@lru_cache(maxsize=16384)
def _in_parts(run: str) -> float:
    """The best way to take `run` apart into common words: one, two or three of them."""
    held, size = common_bits, len(run)
    whole = held(run)
    best = _NONE if whole is None else whole
    ends = range(SHORTEST, size - SHORTEST + 1)
    heads = [(end, bits) for end in ends if (bits := held(run[:end])) is not None]
    if not heads:
        return best
    tails = [
        (start, bits) for start in ends if start >= heads[0][0] and (bits := held(run[start:])) is not None
    ]
    for end, head in heads:
        for start, tail in tails:
            if start == end:
                best = max(best, head + tail + JOIN)
            elif start >= end + SHORTEST and head + tail + 2 * JOIN > best:
                middle = held(run[end:start])
                if middle is not None:
                    best = max(best, head + middle + tail + 2 * JOIN)
    return best


@lru_cache(maxsize=8192)
def slug_bits(text: str) -> float:
    """Bits of a stretch of a slug: its words, digits and signs. Higher is likelier.

    >>> slug_bits("news-room") > slug_bits("news-rom")
    True
    """
    total = 0.0
    for run in _RUNS.findall(text.lower()):
        if "a" <= run[0] <= "z":
            total += run_bits(run)
        else:
            total += (DIGIT if run[0].isdigit() else MARK) * len(run)
    return total


def changed(plain: str, word: str) -> tuple[int, int, int]:
    """Where the two differ: from, to in `plain`, to in `word`.

    >>> changed("technolog", "tehnolog")
    (2, 3, 2)
    """
    size, other = len(plain), len(word)
    shorter = min(size, other)
    first = 0
    while first < shorter and plain[first] == word[first]:
        first += 1
    after, most = 0, shorter - first
    while after < most and plain[-1 - after] == word[-1 - after]:
        after += 1
    return first, size - after, other - after
