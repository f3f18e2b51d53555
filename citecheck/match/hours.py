"""Times of the day in figures as values: `17.30`, `17:30`, `17 h 30` and `5.30 p.m.` are one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from citecheck.match.fold import Words
from citecheck.match.numbers import Number
from citecheck.match.value import Value

TIME = re.compile(
    r"(?<![\d:.,])(\d{1,2})(?:\s?[hH]\s?|[:.])([0-5]\d)(?![\d:%‰]|[.,]\d)(?:\s?([ap])\.?\s?m\b\.?)?"
)
WHOLE = re.compile(r"(?<![\d:.,])(\d{1,2})\s?(?:[hH]\b|Uhr\b|heures?\b|hod\b|часов\b|o'clock\b)(?!\s?\d)")
"""A full hour that is marked as one."""
HOURS, HALF_DAY, MINUTES = 24, 12, 60


def clock_value(words: Words, raw: str, at: int) -> Value | None:
    """The time of the day that begins at word `at`, in minutes, `None` where none does."""
    found = TIME.match(raw, words.starts[at])
    if found is None or int(found[1]) > (HALF_DAY if found[3] else HOURS):
        return None
    hour = int(found[1]) if not found[3] else int(found[1]) % HALF_DAY + (found[3] == "p") * HALF_DAY
    minutes = (hour * MINUTES + int(found[2])) % (HOURS * MINUTES)
    return Value("clock", frozenset({minutes}), at, bisect_left(words.starts, found.end()), True)


def as_times(numbers: Sequence[Number], raw: str, offset: int = 0) -> list[Number]:
    """`numbers` of `raw`, at places from `offset` on, with hours and minutes as one: `17:30` as `17.30`.

    For numbers that differ otherwise only: a ratio and a verse have a colon, too.
    """
    found: list[Number] = []
    for number in numbers:
        time = TIME.match(raw, number.start - offset)
        if time is not None and int(time[1]) <= HOURS and time.end(2) == number.end - offset:
            key = _key(time)  # with a stop it is one number already
            found.append(replace(number, key=key, bare=key))
            continue
        if number.end - number.start <= 2 and (whole := WHOLE.match(raw, number.start - offset)):
            key = f"{int(whole[1])}.00"
            found.append(replace(number, key=key, bare=key))
            continue
        last = found[-1] if found else None
        time = TIME.match(raw, last.start - offset) if last else None
        if last is None or time is None or time.end(2) != number.end - offset or int(time[1]) > HOURS:
            found.append(number)
            continue
        key = _key(time)
        found[-1] = replace(last, key=key, bare=key, end=number.end, whole=(last.start, number.end))
    return found


def _key(time: re.Match[str]) -> str:
    """Hour and two figures of minutes: `2:10` is no 2.1."""
    return f"{int(time[1])}.{time[2]}"
