"""How common a word is in addresses, names of sites and programs included.

The word lists of `lexicon` are large and have no frequencies: `cons` and `eil` are in them, and so is `modem`
beside `modern`. Where a choice hangs on how usual a word is, this table answers. It is made by
`benchmarks/build_common.py`, which names its sources.
"""

from __future__ import annotations

from functools import lru_cache
from mmap import mmap
from zlib import crc32

from citecheck.repair.lexicon import known, short_words, word_bits
from citecheck.tables import mapped

SHORTEST, LONGEST = 2, 28
"""Letters of words that are held."""
LEAST = 23.5
"""Bits of the rarest word that is held."""
BYTES = 3
"""Bytes of a slot: 19 bits to know the word by, 5 for how common it is."""
_LEVELS, _STEP = 32, 0.75
HOST = "@"
"""Stands before parts of host names."""
MIXED = "#"
"""Stands before names of letters and digits."""
_SEED = 0x2545F491
ONE_LETTER, NO_WORD, UNLISTED = -6.0, -13.0, 4.0
"""Bits of one letter that is a word in some language, of another; against a word that is in no list."""
SYLLABLES = 5
"""Letters of a word that being listed says nothing for: nearly any syllables are a word somewhere."""


def place_of(word: str, size: int) -> int:
    """Slot at which the search for `word` begins."""
    return crc32(word.encode()) % size


def entry_of(word: str, bits: float) -> bytes:
    """The slot of a word that has `bits` (positive: minus the binary logarithm of its share)."""
    level = min(_LEVELS - 1, max(1, round(bits / _STEP)))
    return ((crc32(word.encode(), _SEED) % (1 << 19)) * _LEVELS + level).to_bytes(BYTES, "big")


class Common:
    """The file as read: a table of slots."""

    __slots__ = ("size", "slots")

    def __init__(self, data: bytes | mmap) -> None:
        self.slots = data
        self.size = len(data) // BYTES

    def bits(self, word: str) -> float | None:
        """Bits of `word` (never above 0; small letters a to z), `None` where it is not held. A strange word
        passes once in some hundred thousand times."""
        code, slots = word.encode(), self.slots
        place = crc32(code) % self.size * BYTES
        if not slots[place + 2]:  # a word's level is never 0
            return None
        mark = crc32(code, _SEED) % (1 << 19)
        # The last byte, in which words differ and free slots are told, is looked at alone first.
        last = (mark & 7) * _LEVELS
        while low := slots[place + 2]:
            level = low ^ last
            if level < _LEVELS and slots[place : place + 2] == (mark >> 3).to_bytes(BYTES - 1, "big"):
                return -level * _STEP
            place = (place + BYTES) % len(slots)
        return None


@lru_cache(maxsize=1)
def common() -> Common:
    return Common(mapped("citecheck.repair", "common.bin"))


@lru_cache(maxsize=32768)
def common_bits(word: str) -> float | None:
    """Bits of a common word, `None` where `word` is none.

    >>> (common_bits("news") or 0) > (common_bits("modem") or 0), common_bits("govemment")
    (True, None)
    """
    return common().bits(word)


@lru_cache(maxsize=4096)
def is_host_word(word: str) -> bool:
    """Whether sites are known that have `word` as a part of their host's name.

    >>> is_host_word("github"), is_host_word("govemment")
    (True, False)
    """
    return common().bits(HOST + word) is not None


@lru_cache(maxsize=4096)
def is_mixed_name(token: str) -> bool:
    """Whether a token of letters and digits is known as a name.

    >>> is_mixed_name("utf8"), is_mixed_name("go0gle")
    (True, False)
    """
    return common().bits(MIXED + token) is not None


@lru_cache(maxsize=8192)
def usual_bits(word: str) -> float:
    """Bits of `word` (letters a to z) in an address: by how common it is, else by the word lists and its
    letters.

    >>> usual_bits("newsroom") > usual_bits("conseilentre") > usual_bits("xqzwvk")
    True
    """
    if len(word) == 1:
        return ONE_LETTER if word in short_words() else NO_WORD
    bits = common_bits(word)
    if bits is not None:
        return bits
    strange = len(word) > 2 and (len(word) <= SYLLABLES or not known(word))
    return min(-LEAST, word_bits(word)) - (UNLISTED if strange else 0.0)


def gain(left: str, right: str) -> float:
    """Bits by which the two (small letters) are likelier as one common word than as two.

    >>> gain("news", "room") > 0 > gain("peace", "talks")
    True
    """
    whole = common_bits(left + right)
    return float("-inf") if whole is None else whole - usual_bits(left) - usual_bits(right)
