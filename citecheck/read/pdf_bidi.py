"""Characters of a right-to-left line put from their places into the order in which they are read.

PDFium guesses that order word by word and gives numbers, brackets and ligatures the wrong way round. The
places are sure: what stands further to the right comes first, but for Latin words, addresses and numbers,
which run from left to right. What the drawing does not tell (whether a number beside Latin words belongs to
them) is taken as in citations: `The Mill, p. 17` is one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

RIGHT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""Letters and signs of scripts that run from right to left; their numbers are told apart below."""
LEFT_LETTER = re.compile(r"[^\W\d_]")
MOST = 0.5
"""Share of right-to-left letters from which a page is read from right to left."""
_FORMS = re.compile(r"[\ufb1d-\ufdff\ufe70-\ufefc]")
BRACKETS = {"(": ")", "[": "]", "{": "}", "«": "»", "‹": "›", "<": ">"}
MIRRORED = {**BRACKETS, **{close: opening for opening, close in BRACKETS.items()}}
_INSIDE_NUMBERS = frozenset(".,:/٫٬")
_STOPS = frozenset(".,;:،؛")
_HANGING = _STOPS | frozenset("-/_=&?#%")


class Glyph(NamedTuple):
    """A character at its place: its index in the page's text, and its left edge in points."""

    sign: str
    at: int
    left: float
    points: str = ""
    """Vowel points over it."""
    raised: bool = False
    """It stands above its row, as calls do."""


def reads_right_to_left(text: str) -> bool:
    """Whether most letters of a page are Hebrew, Arabic or of a like script.

    >>> reads_right_to_left("ספר ישן 12"), reads_right_to_left("The word ספר is old")
    (True, False)
    """
    right = len(RIGHT.findall(text))
    return right > 0 and right >= MOST * (right + _latin(text))


def _latin(text: str) -> int:
    return sum(1 for sign in LEFT_LETTER.findall(text) if not RIGHT.match(sign))


@cache
def _kind(sign: str) -> str:
    """`R`, `L`, `N` for numbers, `S` for other signs."""
    if sign.isdecimal() or unicodedata.bidirectional(sign) in ("EN", "AN"):
        return "N"
    if RIGHT.match(sign):
        return "R" if unicodedata.category(sign)[0] in "LM" else "S"
    return "L" if sign.isalpha() else "S"


def in_reading_order(row: Sequence[Glyph], mirrored: bool) -> list[Glyph]:
    """A row of characters, given from left to right, in the order of reading.

    `mirrored`: brackets are named by their look, so that the first of a pair is `)`.
    """
    if not _from_the_right(row):
        return list(row)
    runs = _runs(row)
    found: list[Glyph] = []
    last = len(row)
    for begin, end in reversed(runs):
        found += _turned(row[end:last], mirrored)
        found += row[begin:end]
        last = begin
    return found + _turned(row[:last], mirrored)


def _turned(part: Sequence[Glyph], mirrored: bool) -> list[Glyph]:
    turned = list(reversed(part))
    if mirrored:
        turned = [one._replace(sign=MIRRORED.get(one.sign, one.sign)) for one in turned]
    return turned


def _from_the_right(row: Sequence[Glyph]) -> bool:
    """Whether a row is part of a right-to-left text: by its letters, and where it has Latin ones alone by a
    stop that hangs on the left of a word, a number at the right of an address, an Arabic number or comma."""
    kinds = [_kind(glyph.sign) for glyph in row]
    if "R" not in kinds and row and row[0].raised and row[0].sign.isdecimal():
        return False  # a note from left to right, its number before it
    if "R" in kinds or any(unicodedata.bidirectional(glyph.sign) in ("AN", "AL") for glyph in row):
        return True
    for at, glyph in enumerate(row[:-1]):
        begins = at == 0 or row[at - 1].sign == " "
        if begins and glyph.sign in _STOPS and row[at + 1].sign not in (" ", *_STOPS):
            return True
        if begins and at and kinds[at] == "N" and _is_address(row, 0, at - 1):
            return True
    return False


def _runs(row: Sequence[Glyph]) -> list[tuple[int, int]]:
    """Ranges that run from left to right: from a Latin letter to the last letter or number before a
    right-to-left one; numbers with what stands inside them."""
    found: list[tuple[int, int]] = []
    kinds = [_kind(glyph.sign) for glyph in row]
    place = 0
    while place < len(row):
        if kinds[place] == "L":
            end = _with_brackets(row, place, _latin_end(row, kinds, place))
            found.append((place, end))
        elif kinds[place] == "N":
            end = place + 1
            while (
                end < len(row)
                and row[end].raised == row[place].raised
                and (
                    kinds[end] == "N"
                    or (row[end].sign in _INSIDE_NUMBERS and end + 1 < len(row) and kinds[end + 1] == "N")
                )
            ):
                end += 1
            found.append((place, end))
        else:
            end = place + 1
        place = end
    return found


def _latin_end(row: Sequence[Glyph], kinds: Sequence[str], begin: int) -> int:
    """Where a run that begins with a Latin letter ends.

    A comma hangs on the word that it follows in reading: `Mill ,1984` are two runs, the number first; so does
    the sign at which an address was broken. Neither
    Arabic numbers nor those behind an address go on with a Latin run.
    """
    end = begin + 1
    for at in range(begin + 1, len(row)):
        sign = row[at].sign
        if kinds[at] == "R" or unicodedata.bidirectional(sign) == "AN":
            break
        if sign in _STOPS and row[at - 1].sign == " " and at + 1 < len(row) and row[at + 1].sign != " ":
            break
        if kinds[at] == "N" and row[at - 1].sign == " " and _is_address(row, begin, at - 1):
            break
        hangs = sign in _HANGING and end == at and (at + 1 == len(row) or row[at + 1].sign == " ")
        if kinds[at] in "LN" or hangs:
            end = at + 1
    return end


def _is_address(row: Sequence[Glyph], begin: int, end: int) -> bool:
    """Whether the word that ends at `end` is an address."""
    word = "".join(glyph.sign for glyph in row[begin:end]).rsplit(" ", 1)[-1]
    return "://" in word or word.startswith("www.")


def _with_brackets(row: Sequence[Glyph], begin: int, end: int) -> int:
    """The end of a Latin run moved behind the brackets that close what was opened in it, and a slash."""
    while end < len(row):
        inside = [glyph.sign for glyph in row[begin:end]]
        sign = row[end].sign
        opening = MIRRORED.get(sign)
        if sign in BRACKETS.values() and opening and inside.count(opening) > inside.count(sign):
            end += 1
        else:
            break
    return end


def brackets_by_look(rows: Sequence[Sequence[Glyph]]) -> bool:
    """Whether brackets in right-to-left text are named by their look rather than by what they mean."""
    by_look = by_sense = 0
    for row in rows:
        runs = _runs(row)
        inside = {at for begin, end in runs for at in range(begin, end)}
        signs = [glyph.sign for at, glyph in enumerate(row) if at not in inside][::-1]
        first = next((sign for sign in signs if sign in MIRRORED), None)
        if first is not None and any(sign == MIRRORED[first] for sign in signs):
            by_look += first not in BRACKETS
            by_sense += first in BRACKETS
    return by_look > by_sense


def plain_letters(sign: str) -> str:
    """Shapes of Arabic and Hebrew letters (`ﻻ`, `שׁ`) as the letters they stand for.

    >>> plain_letters("\\ufefb")
    'لا'
    """
    return unicodedata.normalize("NFKC", sign) if _FORMS.match(sign) else sign
