"""Dictionaries that the user has installed: FreeDict's in the form of dictd, as Debian packages them.

They are under licences of their own (GPL, CC BY-SA), so none comes with this project; `apt install
dict-freedict-fra-rus` is enough for one to be used. A pair of languages without a dictionary goes by way of
English or German where both halves are there.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

from citecheck.match.fold import split_words

FOLDERS: tuple[Path, ...] = (
    Path("/usr/share/dictd"),
    Path("/usr/local/share/dictd"),
    Path("/opt/homebrew/share/dictd"),
)
CODES = {
    "fr": "fra",
    "en": "eng",
    "de": "deu",
    "ru": "rus",
    "uk": "ukr",
    "be": "bel",
    "pl": "pol",
    "es": "spa",
    "it": "ita",
}
PIVOTS = ("eng", "deu")
MOST_BYTES = 60_000_000
"""Larger ones are not read; the largest of FreeDict's unpacks to 40 MB."""
BEGINNING = 4
"""Letters by which forms of one word are looked up."""
ENDING = 4
"""Letters that may differ at the end of forms of one word, of words of six letters and more."""
SHORT_ENDING = 2
NUMBER = re.compile(r"^\s*\d+[.)]\s*|\s+\d+[.)]\s*$")
SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


@dataclass(frozen=True, slots=True, eq=False)
class Dictionary:
    """An unpacked dictionary; its entries are read when they are asked for."""

    data: bytes = b""
    heads: Mapping[str, Sequence[tuple[str, int, int]]] = field(default_factory=dict)
    """Folded headwords with the place and length of their entries, by their first letters."""

    def of(self, word: str) -> frozenset[str]:
        """Translations of a folded word, out of the entries of all headwords that it may be a form of."""
        found: set[str] = set()
        for head, start, length in self.heads.get(word[:BEGINNING], ()):
            if same_word(word, head):
                entry = self.data[start : start + length].decode("utf-8", "replace")
                found.update(_words(entry.split("\n")[1:]))
        return frozenset(found)


def translates(word: str, other: str, one: str | None, language: str | None) -> bool:
    """Whether an installed dictionary has folded `other` for folded `word`, in whatever form they stand.

    `one` and `language` are their two-letter codes. Without a dictionary the answer is no.
    """
    source, target = CODES.get(one or ""), CODES.get(language or "")
    return source is not None and target is not None and _translates(word, other, source, target)


@lru_cache(maxsize=20_000)
def _translates(word: str, other: str, source: str, target: str) -> bool:
    if _direct(word, other, source, target):
        return True
    if _dictionary(source, target).heads or _dictionary(target, source).heads:
        return False
    return any(
        _direct(middle, other, pivot, target)
        for pivot in PIVOTS
        if pivot not in (source, target)
        for middle in _of(word, source, pivot)
    )


def _direct(word: str, other: str, source: str, target: str) -> bool:
    return any(same_word(other, found) for found in _of(word, source, target)) or any(
        same_word(word, found) for found in _of(other, target, source)
    )


@lru_cache(maxsize=20_000)
def _of(word: str, source: str, target: str) -> frozenset[str]:
    return _dictionary(source, target).of(word)


@lru_cache(maxsize=20_000)
def same_word(one: str, other: str) -> bool:
    """Whether two folded words may be forms of one.

    >>> same_word("заводом", "завод"), same_word("vendu", "vendre"), same_word("завод", "заводчик")
    (True, True, False)
    """
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    common = 0
    while common < len(short) and short[common] == long[common]:
        common += 1
    ending = ENDING if len(short) > BEGINNING + 1 else SHORT_ENDING
    return common >= max(3, len(short) - SHORT_ENDING) and len(long) - common <= min(ending, common - 1)


@cache
def _dictionary(source: str, target: str) -> Dictionary:
    """The dictionary of a pair, empty where none is installed or it cannot be read."""
    for folder in FOLDERS:
        index = folder / f"freedict-{source}-{target}.index"
        packed = index.with_suffix(".dict.dz")
        try:
            if index.stat().st_size <= MOST_BYTES and packed.stat().st_size <= MOST_BYTES:
                with gzip.open(packed) as file:
                    data = file.read(MOST_BYTES)
                return Dictionary(data, _heads(index.read_text("utf-8", "replace")))
        except (OSError, EOFError, zlib.error, ValueError):
            continue
    return Dictionary()


def _heads(index: str) -> dict[str, list[tuple[str, int, int]]]:
    """Headwords of one word."""
    found: dict[str, list[tuple[str, int, int]]] = {}
    for line in index.splitlines():
        shown, *place = line.split("\t")
        if len(place) >= 2 and shown.isalpha():
            head = "".join(split_words(shown).folded)
            found.setdefault(head[:BEGINNING], []).append((head, _number(place[0]), _number(place[1])))
    return found


def _words(lines: list[str]) -> Iterator[str]:
    """Single words among the translations of an entry; what is put in quotation marks explains it."""
    for line in lines:
        if '"' in line:
            continue
        for one in re.split(r"[,;]", NUMBER.sub("", line)):
            words = split_words(one.partition("(")[0].replace("\u0301", "")).folded
            if len(words) == 1 and words[0].isalpha():
                yield words[0]


def _number(digits: str) -> int:
    """A number of an index: base 64."""
    value = 0
    for digit in digits:
        value = value * len(SIGNS) + SIGNS.index(digit)
    return value
