"""Printed dates to ISO 8601, in the order and the words of many languages."""

from __future__ import annotations

import re
from datetime import date

from citecheck.parse.citation_words import day_first, months, months_of
from citecheck.parse.east_asian import date_at
from citecheck.patterns import late

_ISO = late(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_YEAR_FIRST = late(r"(\d{4})[./]\s?(\d{1,2})[./]\s?(\d{1,2})(?!\d)")
_YEAR_NAME_DAY = late(r"(\d{4})\.?\s(?:m\.\s)?([^\W\d_]{3,14})\s(\d{1,2})(?!\d)")
_POINTS = late(r"(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{4}|\d{2})(?!\d)")
_DAY_NAME_YEAR = late(
    r"(\d{1,2})(?:\.|er|st|nd|rd|th|º|°|-?го)?\s+(?:de\s+|of\s+|d')?([^\W\d_]{3,14})\.?,?\s+(?:de\s+)?(\d{4})(?!\d)"
)
_NAME_DAY_YEAR = late(r"([^\W\d_]{3,14})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)")
_NAME_YEAR = late(r"([^\W\d_]{3,14})\.?,?\s+(?:de\s+)?(\d{4})(?!\d)")
_BEFORE = late(
    r"(?:(?:le|du|am|vom|den|d\.|el|el\sd[ií]a|il|al|on|as\sof|em|no\sdia|op|pe|la|dnia|dne|dňa|dana|στις|την|τις|в|от|від|на"
    r"|pada|tanggal|ngày)\s+|[^\W\d_]{4,12},\s+)",
    re.IGNORECASE,
)
"""Words between *accessed* and its date."""
CENTURY = 2000
"""Two digits of a year of access: nothing was accessed online before the century's turn and cited so."""


def printed_date(text: str, start: int, phrase: str = "") -> tuple[str, int] | None:
    """The date that begins at `start`: ISO 8601 (as exact as printed) and the offset of its end.

    `phrase`: words that lead it in, which may tell the language, and so its month or the order. A date that
    no calendar has (31 June), and one that may be read in two ways (05/06/2019), come back as printed.
    `None`: no date stands there.
    """
    east = date_at(text, start)
    if east:
        return east
    lead = _BEFORE.match(text, start)
    for place in (start, lead.end()) if lead else (start,):
        for shape, order in (
            (_ISO, "ymd"),
            (_YEAR_FIRST, "ymd"),
            (_YEAR_NAME_DAY, "ymd"),
            (_POINTS, "dmy"),
            (_DAY_NAME_YEAR, "dmy"),
            (_NAME_DAY_YEAR, "mdy"),
            (_NAME_YEAR, "my"),
        ):
            match = shape.match(text, place)
            if match:
                read = _read(match, order, phrase)
                if read:
                    return read, match.end()
    return None


def is_month(word: str) -> bool:
    """Whether a word is the name of a month in some language."""
    return word.lower().strip(".") in months()


def _read(match: re.Match[str], order: str, phrase: str) -> str | None:
    """The date of a match, as printed where it is none; `None` where its word is not a month."""
    printed = match.group()
    parts = dict(zip(order, match.groups(), strict=True))
    found = frozenset({int(parts["m"])}) if parts["m"].isdecimal() else months().get(parts["m"].lower())
    if found is None:
        return None
    month = months_of(phrase).get(parts["m"].lower(), 0) if len(found) > 1 else min(found)
    if not month:
        return printed
    year = int(parts["y"]) + (CENTURY if len(parts["y"]) == 2 else 0)
    if "d" not in parts:
        return f"{year:04}-{month:02}"
    day = int(parts["d"])
    if "/" in printed and order == "dmy":
        if day <= 12 and month <= 12 and day != month and not day_first(phrase):
            return printed
        if month > 12:
            day, month = month, day
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return printed
