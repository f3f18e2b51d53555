"""Sums of money and counts with a scale as values: `€1.5m`, *1.5 million euros*, *полтора миллиона*."""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal

from citecheck.match.fold import Words
from citecheck.match.numbers import LONGEST_SCALE, Number, numbers_in
from citecheck.match.rules import Rules
from citecheck.match.shortened import LONGEST_BEFORE, loose_scale, money_of
from citecheck.match.units import BETWEEN
from citecheck.match.value import Value
from citecheck.match.worded import in_words

LONGEST = 6
"""Words of the longest sum in words: *two hundred and fifty million*."""
REACH = 24 + LONGEST_SCALE
"""Characters of a number and its scale."""
LEAST = 1_000
"""A number with a scale has so much at least, or a currency beside it."""


def sum_at(words: Words, raw: str, at: int, rules: Rules) -> Value | None:
    """The sum or the count that begins at word `at`, with its currency before or behind it; a count without
    one has a scale."""
    before = money_of(words.folded[at], rules)
    start = at + bool(before)
    if start >= len(words):
        return None
    told = _in_figures(words, raw, start, rules) or _in_words(words, start, rules)
    if told is None:
        return None
    number, last, scaled = told
    money = before
    if not money:
        place = last + (last < len(words) and words.folded[last] in BETWEEN)
        if place < len(words):
            money = money_of(words.folded[place], rules)
        last = place + 1 if money else last
    if not money and not scaled:
        return None
    values = frozenset((number, unit) for unit in money or ("",))
    bare = words.folded[start] in rules.scales
    return Value("money" if money else "count", values, at, last, bare=bare)


def _in_figures(words: Words, raw: str, at: int, rules: Rules) -> tuple[Decimal, int, bool] | None:
    """Value of the figures that begin at word `at`, its scale counted in; the word behind it; whether it has
    a scale."""
    if not words.folded[at][0].isdigit():
        return None
    start = words.starts[at]
    first = max(0, start - LONGEST_BEFORE)
    cut = raw[first : start + REACH]
    number = next((one for one in numbers_in(cut, rules, first) if one.start == start), None)
    if number is None or number.whole != (number.start, number.end):
        return None
    value, end = Decimal(number.key), number.end
    if number.scale < 0:
        factor, end = loose_scale(raw, end)
        value *= factor
    if raw[end : end + 1].isalnum():
        return None  # letters that are no scale: perhaps a figure misread
    return value.normalize(), bisect_left(words.starts, end), _is_scaled(number, end)


def _is_scaled(number: Number, end: int) -> bool:
    return number.scale >= 0 or end > number.end


def _in_words(words: Words, at: int, rules: Rules) -> tuple[Decimal, int, bool] | None:
    """The same of number words, that are not the end of a longer number."""
    first, before = words.folded[at], words.folded[at - 1] if at else ""
    if first not in rules.measures and in_words((first,), rules) is None:
        return None
    if before and (before[0].isdigit() or before in rules.measures or in_words((before,), rules)):
        return None
    for last in range(min(len(words), at + LONGEST), at, -1):
        run = words.folded[at:last]
        scaled = not rules.scales.keys().isdisjoint(run)
        if run[-1] in rules.joins:
            continue
        if value := in_words(run, rules) or _measured(run, rules):
            return Decimal(str(value)).normalize(), last, scaled and value >= LEAST
    return None


def _measured(run: tuple[str, ...], rules: Rules) -> float | None:
    """Value of a measure before a scale word: *полтора миллиона*."""
    if len(run) != len(("measure", "scale")) or run[0] not in rules.measures:
        return None
    factor = rules.scales.get(run[1])
    return rules.measures[run[0]] * factor if factor else None
