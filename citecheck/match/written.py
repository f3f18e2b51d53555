"""Parts and days as values: *two thirds*, `2/3`, `⅔`; *14 March 2019*, `2019-03-14`.

From `data/written.jsonl`, one row a language: `counts`, the words before a part, by value; `part` and
`parts`, the names of one and of several, by denominator; `alone`, the names that need no *one*; `and`. So
*the third*, *two third parties* and *second half* are no parts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from citecheck.match.fold import FRACTIONS, Words
from citecheck.match.hours import clock_value
from citecheck.match.rows import expanded, rows
from citecheck.match.rows import words as folded_words
from citecheck.match.rules import Rules, numbered_rules
from citecheck.match.sums import sum_at
from citecheck.match.units import units_of
from citecheck.match.value import Value
from citecheck.match.worded import FIGURES, in_words, month_of

BLANKS = " \u00a0\u2009\u202f-"
"""What may stand between a whole number and its fraction."""
BARS = frozenset("/\u2044")
MARKS = frozenset("-./\u2010\u2011")
"""What stands between the figures of a day; the same at both places."""
BOTH_WAYS = frozenset("-/")
"""Where such a day ends with its year, the day or the month may be first."""
GAP = re.compile(r"\s?([-./\u2010\u2011])\s?")
EAST_ASIAN = ("年", "月", "日")
LONGEST = 8
"""Words of the longest day: *14th of the month of March of 2019* is none."""
MONTHS, DAYS, YEAR_DIGITS = 12, 31, 4


@dataclass(frozen=True, slots=True)
class Parts:
    """A row of the table; words are folded."""

    counts: dict[str, int]
    part: dict[str, int]
    parts: dict[str, int]
    alone: frozenset[str]
    joins: frozenset[str]
    """*and* between a whole number and a part."""


def values_in(words: Words, raw: str, low: int, high: int, rules: Rules) -> Iterator[Value]:
    """Parts, days, sums and times of the day that begin at words `low:high` of `raw`, none inside another."""
    at = max(0, low)
    while at < min(high, len(words)):
        value = _part(words, raw, at, rules) or _day(words, raw, at, rules)
        value = value or sum_at(words, raw, at, rules) or clock_value(words, raw, at)
        if value:
            yield value
        at = value.last if value else at + 1


def names_part(word: str, rules: Rules) -> bool:
    """Whether a folded word is the name of a part."""
    row = _rows().get(rules.code)
    return row is not None and (word in row.part or word in row.parts)


def _part(words: Words, raw: str, at: int, rules: Rules) -> Value | None:
    row = _rows().get(rules.code)
    return _part_in_figures(words, raw, at) or (_part_in_words(words, at, rules, row) if row else None)


def _part_in_figures(words: Words, raw: str, at: int) -> Value | None:
    """`⅔`, `2/3`, `2/7`; with a whole number before a sign, `3⅔`."""
    word, onward = words.folded[at], words.folded[at + 1] if at + 1 < len(words) else ""
    if word in FRACTIONS:
        return Value("part", frozenset({Fraction(*FRACTIONS[word])}), at, at + 1, True)
    if not word.isdigit():
        return None
    if onward in FRACTIONS and not _between(words, raw, at).strip(BLANKS):
        return Value("part", frozenset({int(word) + Fraction(*FRACTIONS[onward])}), at, at + 2, True)
    if not onward.isdigit() or _between(words, raw, at) not in BARS:
        return None
    if not 0 < int(word) < int(onward) or _goes_on(words, raw, at, at + 2):
        return None
    return Value("part", frozenset({Fraction(int(word), int(onward))}), at, at + 2, True)


def _part_in_words(words: Words, at: int, rules: Rules, row: Parts) -> Value | None:
    """*Two thirds*; with a whole number before it, *three and two thirds*."""
    word, onward = words.folded[at], words.folded[at + 1] if at + 1 < len(words) else ""
    above = row.counts.get(word)
    names = row.part if above == 1 else row.parts
    if above and onward in names:
        return Value("part", frozenset({Fraction(above, names[onward])}), at, at + 2)
    if word in row.alone:
        return Value("part", frozenset({Fraction(1, row.part[word])}), at, at + 1)
    if onward not in row.joins or at + 2 >= len(words):
        return None
    whole = int(word) if word.isdecimal() else in_words((word,), rules)
    below = _part_in_words(words, at + 2, rules, row) if whole else None
    if not whole or below is None:
        return None
    parts = (one for one in below.values if isinstance(one, Fraction) and one < 1)
    mixed = frozenset(int(whole) + one for one in parts)
    return Value("part", mixed, at, below.last) if mixed else None


def _goes_on(words: Words, raw: str, first: int, last: int) -> bool:
    """Whether figures before `first` or from `last` on belong to the same run: `1/2/2019`."""
    before = first > 0 and words.folded[first - 1].isdigit() and _between(words, raw, first - 1) in MARKS
    return before or (
        last < len(words) and words.folded[last].isdigit() and _between(words, raw, last - 1) in MARKS
    )


def _day(words: Words, raw: str, at: int, rules: Rules) -> Value | None:
    return _day_in_figures(words, raw, at) or _day_in_words(words, raw, at, rules)


def _day_in_figures(words: Words, raw: str, at: int) -> Value | None:
    three = words.folded[at : at + 3]
    if len(three) < len(EAST_ASIAN) or not all(word.isdecimal() for word in three):
        return None
    mark = _between(words, raw, at)
    if mark not in MARKS or mark != _between(words, raw, at + 1) or _goes_on(words, raw, at, at + 3):
        return None
    one, middle, last = (int(word) for word in three)
    if len(three[0]) == YEAR_DIGITS:
        found = [(one, middle, last)]
    elif len(three[2]) == YEAR_DIGITS:
        found = [(last, middle, one), (last, one, middle)][: 2 if mark in BOTH_WAYS else 1]
    else:
        return None
    days: frozenset[object] = frozenset(day for day in found if _is_day(day))
    return Value("day", days, at, at + 3, True) if days else None


def _day_in_words(words: Words, raw: str, at: int, rules: Rules) -> Value | None:
    """Day, month and year in any order with the month's name, one small word (*of*, *de*) between two."""
    if words.folded[at + 1 : at + 6 : 2] == EAST_ASIAN:
        found: dict[str, int] = dict(zip("ymd", _figures(words.folded[at : at + 5 : 2]), strict=False))
        day = tuple(found.get(name, 0) for name in "ymd")
        return Value("day", frozenset({day}), at, at + 6) if _is_day(day) else None
    found, place, small = {}, at, False
    while place < min(len(words), at + LONGEST) and len(found) < len("ymd"):
        word = words.folded[place]
        name, value = _named(word, raw[words.starts[place] : words.ends[place]], rules)
        if found and not name and not rules.months and (month := _months_anywhere().get(word)):
            name, value = "m", month
        if name and name not in found:
            found[name], small = value, False
        elif found and not name and not small and word in rules.common:
            small = True
        else:
            return None
        place += 1
    day = tuple(found.get(name, 0) for name in "ymd")
    if not _is_day(day) or list(found)[-1] == "m":
        return None
    return Value("day", frozenset({day}), at, _behind_year(words, raw, place, rules))


def _behind_year(words: Words, raw: str, place: int, rules: Rules) -> int:
    """With the word for *year* behind it: *14 марта 2019 г.*"""
    if place >= len(words) or words.folded[place] in rules.common:
        return place
    word, stop = words.folded[place], raw[words.ends[place] : words.ends[place] + 1] == "."
    return place + ("year" in units_of((word,), rules.code) and (len(word) > 1 or stop))


def _named(word: str, shown: str, rules: Rules) -> tuple[str, int]:
    """Which of `ymd` a word is, and its value; an empty name for none."""
    if word.isdecimal() and len(word) == YEAR_DIGITS:
        return "y", int(word)
    figures = FIGURES.fullmatch(word)
    if figures:
        return ("d", int(figures[1])) if 0 < int(figures[1]) <= DAYS else ("", 0)
    month = month_of(word, shown, rules)
    return ("m", month) if month else ("", 0)


def _figures(words: tuple[str, ...]) -> list[int]:
    return [int(word) if word.isdecimal() else 0 for word in words]


def _is_day(day: tuple[int, ...]) -> bool:
    year, month, number = day
    return year > 0 and 0 < month <= MONTHS and 0 < number <= DAYS


def _between(words: Words, raw: str, at: int) -> str:
    """The mark between word `at` and the next one, a blank aside; empty for anything else."""
    gap = GAP.fullmatch(raw, words.ends[at], words.starts[at + 1])
    return gap[1] if gap else raw[words.ends[at] : words.starts[at + 1]]


@cache
def _months_anywhere() -> dict[str, int]:
    """Names that are one month in all languages that have them, for a text whose language is not told."""
    pairs = {pair for rules in numbered_rules() for pair in rules.months.items()}
    counts = Counter(word for word, _ in pairs)
    return {word: month for word, month in pairs if counts[word] == 1}


@cache
def _rows() -> dict[str, Parts]:
    return {code: _row(row) for code, row in rows("written.jsonl").items() if code}


def _row(row: dict[str, object]) -> Parts:
    counts, part, parts = (_by_word(row[name]) for name in ("counts", "part", "parts"))
    alone, joins = (frozenset(folded_words(row[name])) for name in ("alone", "and"))
    return Parts(counts, part, parts, alone, joins)


def _by_word(table: object) -> dict[str, int]:
    assert isinstance(table, dict)
    named = {word: int(value) for value, names in table.items() for word in names}
    return {word: int(value) for word, value in expanded(named, []).items()}
