"""How notes are numbered: the label at the start of a note, in every dress it wears in print.

A label is read into a style and a number; which of the many numbers at line starts are notes is decided
elsewhere, by the sequence.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from functools import cache
from typing import NamedTuple

from citecheck.parse.rows import Row
from citecheck.parse.words import label_words
from citecheck.patterns import late
from citecheck.romans import added

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
"""Numbers in circles: calls and labels of notes in Chinese and Japanese."""
HIGHEST = 9999
"""No manuscript known numbers its notes higher without starting anew."""


class Style(Enum):
    """The dress of a label at the start of a note."""

    BARE = "1 Text"
    GLUED = "1Text"
    DOT = "1. Text"
    PAREN = "1) Text"
    BRACKET = "[1] Text"
    SUPERSCRIPT = "¹ Text"
    WORD = "Note 1. Text"
    ALONE = "1 on a line of its own"


class Label(NamedTuple):
    """A label at the start of a line."""

    style: Style
    number: int
    text: str
    """As shown, without brackets, dots and words."""
    start: int
    """Offset of the shown number."""
    end: int
    """Offset after the whole label: here the note's text begins."""


@cache
def _patterns() -> tuple[tuple[Style, re.Pattern[str]], ...]:
    return (
        (Style.BRACKET, re.compile(r"[\[［【〔](\d{1,4})[\]］】〕](?![(\[])[.:：]?[ \t\u00a0\u3000]*")),
        (Style.BRACKET, re.compile(r"[\[［（(](?:注|註)\s?(\d{1,4})[\]］）)][ \t\u3000]*")),
        (Style.SUPERSCRIPT, re.compile(rf"([{SUPERSCRIPTS}]{{1,4}}|[{CIRCLED}])[ \t\u00a0\u3000]*")),
        (Style.PAREN, re.compile(r"\(?(\d{1,4})\)[ \t\u00a0]*(?=\S)")),
        (Style.DOT, re.compile(r"(\d{1,4})\.(?!\d)[ \t\u00a0]*(?=\S)")),
        (Style.BARE, re.compile(r"(\d{1,4})[ \t\u00a0\u2002\u2003\u2009\u202f]+(?=\S)")),
        (Style.GLUED, re.compile(r"(\d{1,4})(?=[^\W\d_]|[\"«„“”‘’'‚‹\[(]|[»›](?=[^\W\d_]))")),
    )


@cache
def _worded() -> re.Pattern[str]:
    return re.compile(rf"(?:{label_words()})[ \u00a0]?(\d{{1,4}})[.:)][ \t\u00a0]+", re.I)


@cache
def _first_letters() -> frozenset[str]:
    return frozenset(word[0].casefold() for word in label_words().split("|"))


_DIGITS = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"
_FIRST = frozenset("[(［【〔（" + _DIGITS + SUPERSCRIPTS + CIRCLED)


def label_at(content: str, start: int, end: int) -> Label | None:
    """The numeric label at `start` of a line that ends at `end`, or `None`."""
    if start >= end:
        return None
    first = content[start]
    if first.isalpha():  # most rows of a text
        match = _worded().match(content, start, end) if first.casefold()[:1] in _first_letters() else None
        return _label(Style.WORD, match.group(1), match.start(1), match.end()) if match else None
    if first not in _FIRST:
        return None
    if end - start <= 4 and content[start:end].isdigit():
        return _label(Style.ALONE, content[start:end], start, end)
    for style, pattern in _patterns():
        match = pattern.match(content, start, end)
        if match:
            return _label(style, match.group(1), match.start(1), match.end())
    return None


def row_label(content: str, row: Row) -> Label | None:
    """The numeric label of a row, on its own line or before the row's text; or `None`."""
    if row.label is None:
        return label_at(content, row.start, row.end)
    shown = content[row.label.start : row.label.end]
    return Label(Style.ALONE, int(shown), shown, row.label.start, row.start)


def _label(style: Style, shown: str, start: int, end: int) -> Label | None:
    number = value_of(shown)
    if not 0 < number <= HIGHEST or shown[0] == "0":
        return None
    return Label(style, number, str(number), start, end)


def value_of(shown: str) -> int:
    """Number that digits show: plain, raised, circled, of any script; 0 for anything else.

    >>> value_of("12"), value_of("¹²"), value_of("⑫"), value_of("１２"), value_of("١٢")
    (12, 12, 12, 12, 12)
    """
    digits = unicodedata.normalize("NFKC", shown)
    return int(digits) if digits.isdecimal() else 0


_ROMAN_SHAPE = late(r"c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})\Z")


def roman(text: str) -> int:
    """Value of a roman numeral in lower case below 400, 0 for anything else.

    >>> roman("xiv"), roman("iiii")
    (14, 0)
    """
    if not text or not _ROMAN_SHAPE.match(text):
        return 0
    return added(text)
