"""What a number at a line's start stands for, if not for a note: a day, a figure, a chapter in contents."""

from __future__ import annotations

import re
from functools import cache

from citecheck.parse.citation_phrases import phrases_of
from citecheck.parse.dates import is_month
from citecheck.parse.words import captions

DAYS = 31
_MONTH = re.compile(r"(?:de\s)?([^\W\d_]{3,14})\.?,?\s(?:de\s)?\d{4}(?!\d)")
_LEADERS = re.compile(
    r"(?:\.[ \u00a0]?){5}|[…·]{2}|(?:…[ \u00a0]?){2}|\t[ \u00a0]*(?:\d{1,4}|[ivxlc]{1,7})\Z"
)
"""Dots, or a tab, that lead to a page number in contents."""
_GOES_ON = re.compile(r"\((?:\d{1,3}(?:[–-]\d{1,3})?\)[,:] ?\d|(?:1[4-9]|20)\d\d\)[,:] )|[”“»’](?=\s)")
"""The issue, or the year, behind a journal's volume; a mark that closes what was quoted."""


def goes_by(line: str) -> bool:
    """Whether the rest of a line, white space around it taken off, shows that its number is that of a figure,
    of a chapter in the contents, of a row of figures, or that a source or quotation begun above goes on.

    >>> [goes_by(line) for line in ("ábra. A gát", "Mills ....... 12", "Mills\\t12", "4,362 (61%)")]
    [True, True, True, True]
    >>> goes_by("Lane, p. 12"), goes_by("ed. Harbourton: Quay Press, 1999, p. 12")
    (False, True)
    """
    return (
        not any(map(str.isalpha, line))
        or captions().match(line) is not None
        or _LEADERS.search(line) is not None
        or _GOES_ON.match(line) is not None
        or line.split(None, 1)[0] in _editions()
    )


@cache
def _editions() -> frozenset[str]:
    """Abbreviations behind the number of an edition, in lower case: `2. ed. Belo Horizonte`."""
    return frozenset(phrase for phrase in phrases_of("edition") if phrase.endswith(".") and len(phrase) > 2)


def is_date(line: str, day: int) -> bool:
    """Whether a whole line after its number is a date, as letters and minutes have it: `11 August 2017`."""
    match = _month_at(line.lstrip())
    return match is not None and day <= DAYS and len(line[match.end() :]) <= 4


def begins_with_month(text: str) -> bool:
    """Whether a month and a year follow the number.

    >>> begins_with_month("August 2017, when the weir broke"), begins_with_month("Lane 2017")
    (True, False)
    """
    return _month_at(text) is not None


def _month_at(text: str) -> re.Match[str] | None:
    match = _MONTH.match(text)
    return match if match and is_month(match[1]) else None
