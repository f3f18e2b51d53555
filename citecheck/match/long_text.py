"""A page to folded words, many times faster than word by word.

Looking at each word of a page costs more than fetching and parsing it. So the page's distinct characters are
folded instead, some hundred of them, and put in place by the string's own functions; where in the raw text a
word stands is worked out only for the stretch that is asked for. The words are those of `split_words`; texts
with signs that bind or divide words, or with a script of many characters, are left to it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, chain, pairwise
from typing import overload

from citecheck.match.fold import (
    APOSTROPHES,
    FRACTIONS,
    HARD_SIGN,
    HYPHENS,
    INDIC,
    INNER_APOSTROPHE,
    ONE_BY_ONE,
    SIGN_OF_FRACTION,
    SIGNS,
    Words,
    fold_word,
    is_joint,
    split_words,
    western,
    without_accents,
    without_calls,
)
from citecheck.match.joints import without_seldom

STRETCH = 300
"""Characters of a stretch, at least: it ends with the word in which they end. A quotation lies in one or two
of them, and each that is looked into is split word by word."""
MOST_EXCHANGES = 100
"""Distinct characters exchanged one after another. Each costs a pass over the text; a hundred cost a third of
going word by word (52,000 characters)."""
DIVIDER = "\x1f"
"""Stands between two stretches while the text is folded; no word holds it."""
FINAL_SIGMA = "Σ"
"""The one letter whose small form depends on its place."""
_INNER_APOSTROPHE = re.compile(INNER_APOSTROPHE)
_LAST_HARD_SIGN = re.compile(rf"(?<=[^\W\d_]){HARD_SIGN}+(?=\s|\Z)|(?<=[^\W]){HARD_SIGN}+(?=\s|\Z)")
_ALONE = re.compile(f"[{ONE_BY_ONE}]")
_VOWEL = re.compile(f"[{INDIC}]")
_BROKEN_LINE = {hyphen: re.compile(rf"{hyphen}\s*\n") for hyphen in HYPHENS}
_ASCII = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}
_ASCII |= {ord(sign): f" {sign} " for sign in SIGNS if sign.isascii()} | {ord(DIVIDER): DIVIDER}


def split_page(raw: str) -> Words:
    """Folded words of `raw` in order, as `split_words` gives them.

    >>> split_page("L'été de 1957 (83 %)").folded
    ('l', 'ete', 'de', '1957', '83', '%')
    """
    raw = western(without_calls(raw))
    bounds = tuple(_bounds(raw))
    folded = _folded(raw, bounds)
    if folded is None:
        return split_words(raw)
    if HARD_SIGN in folded:
        folded = _LAST_HARD_SIGN.sub("", folded)
    words = [stretch.split() for stretch in folded.split(DIVIDER)]
    firsts = tuple(accumulate(map(len, words), initial=0))
    stretches = _Stretches(raw, bounds, firsts)
    return Words(tuple(chain.from_iterable(words)), _Starts(stretches), _Ends(stretches))


def _bounds(raw: str) -> Iterator[int]:
    """Where the stretches begin, and where the last one ends: at white space, which no word holds."""
    yield 0
    at = STRETCH
    while at < len(raw):
        ends = [end for space in " \n" if (end := raw.find(space, at)) >= 0]
        if not ends:
            break
        yield min(ends)
        at = min(ends) + STRETCH
    yield len(raw)


def _folded(raw: str, bounds: Sequence[int]) -> str | None:
    """The words with white space between them, and a divider between two stretches; `None` where only a look
    at each word tells them apart."""
    if any(hyphen in raw and _BROKEN_LINE[hyphen].search(raw) for hyphen in HYPHENS):
        return None
    ascii_only = raw.isascii()
    exchanges = () if ascii_only else _exchanges(raw)
    if exchanges is None:
        return None
    text = DIVIDER.join(raw.replace(DIVIDER, " ")[start:end] for start, end in pairwise(bounds))
    text = without_seldom(text)
    if ascii_only:
        return text.translate(_ASCII)
    if _INNER_APOSTROPHE.search(text):
        text = _INNER_APOSTROPHE.sub("", text)
    if any(sign in FRACTIONS for sign, _ in exchanges):
        text = SIGN_OF_FRACTION.sub(r"\1", text)
    for character, folded in exchanges:
        text = text.replace(character, folded)
    return text.lower()


def _exchanges(raw: str) -> tuple[tuple[str, str], ...] | None:
    """What to put for which characters before the text is put in small letters."""
    exchanges: list[tuple[str, str]] = []
    for character in sorted(set(raw) - {" ", DIVIDER}):
        folded = _fold_character(character)
        if folded is None or len(exchanges) == MOST_EXCHANGES:
            return None
        if folded != character.lower() or character == FINAL_SIGMA:
            exchanges.append((character, folded))
    return tuple(exchanges)


@cache
def _fold_character(character: str) -> str | None:
    """What stands for a character in folded words; `None` where that depends on its neighbours."""
    if is_joint(character) or (_VOWEL.match(character) and not character.isalnum()):
        return None
    if _ALONE.match(character) or character in SIGNS or character in FRACTIONS:
        return f" {' '.join(fold_word(character))} "
    if not character.isalnum() or character in APOSTROPHES:
        return " "
    folded = without_accents(character)
    stable = all(fold_word(one) == (one,) and one.lower() == one for one in folded if one.isalnum())
    if not stable or any(one in SIGNS or _ALONE.match(one) for one in folded):
        return None
    return "".join(one if one.isalnum() else " " for one in folded)


class _Stretches:
    """Stretches of a text, each split word by word when a place in it is asked for."""

    __slots__ = ("_bounds", "_firsts", "_raw", "_split")

    def __init__(self, raw: str, bounds: tuple[int, ...], firsts: tuple[int, ...]) -> None:
        self._raw = raw
        self._bounds = bounds
        self._firsts = firsts
        self._split: dict[int, Words] = {}

    def __len__(self) -> int:
        return self._firsts[-1]

    def find(self, index: int) -> tuple[int, int, Words, int]:
        """The stretch that word `index` stands in: its first word and the one behind it, its words, where it
        begins."""
        if not 0 <= index < len(self):
            raise IndexError(index)
        number = bisect_right(self._firsts, index) - 1
        start = self._bounds[number]
        known = self._split.get(number)
        if known is None:
            known = self._split[number] = split_words(self._raw[start : self._bounds[number + 1]])
        return self._firsts[number], self._firsts[number + 1], known, start


class _Places(Sequence[int]):
    """One offset for each word."""

    __slots__ = ("_last", "_stretches")

    def __init__(self, stretches: _Stretches) -> None:
        self._stretches = stretches
        self._last: tuple[int, int, Sequence[int], int] = (0, 0, (), 0)
        """The stretch asked for last: its first word and the one behind it, their places, where it begins."""

    def __len__(self) -> int:
        return len(self._stretches)

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[int, ...]: ...
    def __getitem__(self, index: int | slice) -> int | tuple[int, ...]:
        if isinstance(index, slice):
            return tuple(self[one] for one in range(*index.indices(len(self))))
        first, behind, places, start = self._last
        if not first <= index < behind:
            index = index + len(self) if index < 0 else index
            first, behind, words, start = self._stretches.find(index)
            places = self._of(words)
            self._last = first, behind, places, start
        return start + places[index - first]

    @staticmethod
    def _of(words: Words) -> Sequence[int]:
        raise NotImplementedError


class _Starts(_Places):
    @staticmethod
    def _of(words: Words) -> Sequence[int]:
        return words.starts


class _Ends(_Places):
    @staticmethod
    def _of(words: Words) -> Sequence[int]:
        return words.ends
