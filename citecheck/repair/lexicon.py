"""How likely a stretch of letters is as a word of a slug, in any of many languages.

Used wherever a damaged address leaves a choice that the address alone cannot settle: a gap (lost underscore
or
mere white space?), two copies that differ, a letter that may have been misread. Two sources of knowledge,
both
made from simplemma's word lists by `benchmarks/build_lexicon.py`: a filter of words, each in the usual
transliterations, and letter statistics for names and everything else not listed.
"""

from __future__ import annotations

import re
import struct
import sys
from functools import lru_cache
from mmap import mmap
from operator import add
from typing import NamedTuple
from zlib import crc32

from citecheck.tables import data_file, mapped

ALPHABET = " abcdefghijklmnopqrstuvwxyz"
SIZE = len(ALPHABET)
HISTORIES = SIZE**4
"""Costs of a letter behind three others: entries of a table."""
FIELD = 12
"""Bits of an entry for each table, so that the costs of `_AT_ONCE` letters, at most 255 each, are summed
in all tables at once."""
_AT_ONCE, _MASK = 16, (1 << FIELD) - 1
_BEFORE_A, _AFTER = 96, "`"
"""The code before that of `a`, which stands for the end of a word, and its sign."""
HASHES = 6
KNOWN_BASE, KNOWN_SHARE = -7.0, 0.4
"""Bits of a listed word: the lists have no frequencies, but what is short and common in its letters is
frequent."""
SHORT = (-6.0, -9.0)
"""Bits of a word of one letter, of two, where it is one: prepositions, articles, country codes."""
STUB = (-11.0, -14.0)
"""Bits of one letter, of two, that are no word."""
DIGIT = -3.4
"""Bits of a digit."""
MARK = -3.0
"""Bits of a separator."""
MIXED = -3.0
"""Bits of going over from letters to digits without a separator."""
UNLISTED = -4.0
"""Bits for being in no list."""
COMPOUND = -8.0
"""Bits for two words written as one."""
PART, LONGEST = 5, 28
"""Shortest part of a compound; longest compound looked into."""
_RUNS = re.compile(r"[a-z]+|[0-9]+|[^a-z0-9]+")
_HEAD, _TAIL = 7, 6
"""A word longer than `_HEAD` is known by its beginning and its end, which takes a fifth of the room."""
_LONG = 12
"""From this length on pieces of the middle count too; else two words run together would pass for one."""
_BEGIN = struct.calcsize("<BI")
"""Bytes before the filter."""
_SEED = 0x9E3779B9
_FOLDS = (("shch", "sh"), ("shh", "sh"), ("sch", "sh"), ("kh", "h"), ("x", "h"), ("ts", "c"), ("tz", "c"))
_FOLDED = re.compile("[skxt](?:(?<=s)(?:h|ch)|(?<=k)h|(?<=x)|(?<=t)[sz])")


class Header(NamedTuple):
    """Number of letter tables and bytes of the filter."""

    tables: int
    filter: int

    def pack(self) -> bytes:
        return struct.pack("<BI", self.tables, self.filter)

    @classmethod
    def unpack(cls, data: bytes) -> Header:
        return cls(*struct.unpack("<BI", data[:_BEGIN]))


def keys_of(word: str) -> tuple[bytes, ...]:
    """Keys of a word (letters a to z) in the filter, spellings of one sound made one.

    >>> keys_of("sotsium") == keys_of("socium")
    True
    """
    if _FOLDED.search(word):
        for spelled, plain in _FOLDS:
            word = word.replace(spelled, plain)
    if len(word) <= _HEAD:
        return (word.encode(),)
    ends = (word[:_HEAD] + "-").encode(), ("-" + word[-_TAIL:]).encode()
    inner = range(4, len(word) - _HEAD, 4) if len(word) >= _LONG else ()
    return (*ends, *(("-" + word[at : at + _HEAD] + "-").encode() for at in inner))


def positions(key: bytes, size: int) -> tuple[int, ...]:
    """Bits of the filter that stand for `key`."""
    one, two = crc32(key), crc32(key, _SEED) | 1
    return tuple((one + i * two) % size for i in range(HASHES))


class Lexicon:
    """The file, about 13 MB: header, filter, letter tables. Only what is asked for comes into memory."""

    __slots__ = ("bits", "costs", "data", "fields")

    def __init__(self, data: mmap) -> None:
        header = Header.unpack(data[:_BEGIN])
        self.data = data
        self.bits = header.filter * 8
        self.fields = range(0, header.tables * FIELD, FIELD)
        tables = memoryview(data)[_BEGIN + header.filter :]
        self.costs = tables.cast("Q") if sys.byteorder == "little" else _turned(tables)

    def knows(self, word: str) -> bool:
        """Whether `word` is listed. A short strange word passes too once in seventy times."""
        bits, data = self.bits, self.data
        for key in keys_of(word):
            bit = crc32(key) % bits
            if not data[_BEGIN + (bit >> 3)] >> (bit & 7) & 1:  # of strange words half are known by this
                return False
            step = crc32(key, _SEED) | 1
            for _ in range(HASHES - 1):
                bit = (bit + step) % bits
                if not data[_BEGIN + (bit >> 3)] >> (bit & 7) & 1:
                    return False
        return True

    def letters(self, word: str) -> float:
        """Bits of `word` by its letters alone, in the group of languages that it fits best."""
        costs, index, fields = self.costs, 0, self.fields
        codes = (word + _AFTER).encode()
        sums: list[int] = []
        for start in range(0, len(codes), _AT_ONCE):
            total = 0
            for code in codes[start : start + _AT_ONCE]:
                index = (index * SIZE + code - _BEFORE_A) % HISTORIES
                total += costs[index]
            more = [total >> at & _MASK for at in fields]
            sums = list(map(add, sums, more)) if sums else more
        return -min(sums) / 8


def _turned(tables: memoryview) -> memoryview:
    """The entries for a machine that reads the highest byte first."""
    from array import array

    turned = array("Q", tables.tobytes())
    turned.byteswap()
    return memoryview(turned)


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    return Lexicon(mapped("citecheck.repair", "lexicon.bin"))


@lru_cache(maxsize=4096)
def letter_bits(word: str) -> float:
    """Bits of a word of letters a to z by its letters alone."""
    return lexicon().letters(word)


@lru_cache(maxsize=1)
def short_words() -> frozenset[str]:
    """Words of one and two letters that stand in slugs."""
    return frozenset(data_file("citecheck.repair", "short.txt").read_text("utf-8").split())


@lru_cache(maxsize=4096)
def word_bits(word: str) -> float:
    """Bits of one word of letters a to z; never above 0.

    >>> word_bits("government") > word_bits("govemment")
    True
    """
    if len(word) <= 2:
        return (SHORT if word in short_words() else STUB)[len(word) - 1]
    spelled = letter_bits(word)
    if known(word):
        return KNOWN_BASE + KNOWN_SHARE * spelled
    return max(spelled + UNLISTED, _as_compound(word))


def _as_compound(word: str) -> float:
    """Bits of a word as two listed ones."""
    if not 2 * PART <= len(word) <= LONGEST:
        return float("-inf")
    ends = range(PART, len(word) - PART + 1)
    parts = ((word[:end], word[end:]) for end in ends if known(word[:end]))
    return max((word_bits(a) + word_bits(b) + COMPOUND for a, b in parts if known(b)), default=float("-inf"))


@lru_cache(maxsize=4096)
def known(word: str) -> bool:
    """Whether `word` (letters a to z, lower case) is listed in some language."""
    return len(word) >= 3 and lexicon().knows(word)


def is_word(word: str) -> bool:
    """Whether `word` (lower case) is listed in some language, or is one of the short words of slugs."""
    return word in short_words() if len(word) <= 2 else known(word)


@lru_cache(maxsize=8192)
def likelihood(text: str) -> float:
    """Bits of a stretch of a slug: its words, digits and separators. Higher is likelier.

    >>> likelihood("news_ru") > likelihood("newsru")
    True
    >>> likelihood("hozjajstva") > likelihood("hozj_aj_stva")
    True
    """
    total, last = 0.0, ""
    for run in _RUNS.findall(text.lower()):
        first = run[0]
        if "a" <= first <= "z":
            total += word_bits(run) + (MIXED if last == "digit" else 0)
            last = "letter"
        elif first.isdigit():
            total += DIGIT * len(run) + (MIXED if last == "letter" else 0)
            last = "digit"
        else:
            total += MARK * len(run)
            last = ""
    return total
