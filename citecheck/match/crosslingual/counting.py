"""Number words that stand together, read as one: *vingt et un*, *двадцать один*, *quatre-vingt-dix*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from citecheck.match.crosslingual.lexicon import Lexicon
from citecheck.match.rules import Rules
from citecheck.match.worded import in_words

SEVENTEEN = range(7, 10)
"""What French joins to ten: *dix-sept*."""
FOUR, TWENTY = 4, 20
"""*quatre-vingt* is one number wherever it stands: *cent quatre-vingt-dix* is no 104."""
FIRST = ("prem", "prim", "unieme", "erst", "перв", "перш", "pierw", "first")
"""Beginnings of words for one that are ordinals."""
ROMANCE, HEADS = frozenset({"fr", "es", "it"}), ("prem", "prim")
"""Languages in which no *first* ends a number (*vingt et unième*), and how it begins."""
PARTED = frozenset({"pl"})
"""Languages whose tens are ordinals where the units are: *dwudziesty piąty*."""
NO_NUMBERS = frozenset({"single", "once"})
ORDINAL = re.compile(r"\w+(?:esim[oaie]|st(?:e[nrsm]?)?)")
"""An Italian or German ordinal of several numbers written as one word."""
LEAST_SOLID = 13
"""Numbers written as one word: smaller ones are listed, and *Dreier* is none."""
MOST_JOINED = 3
"""Words between two parts of a number: *vingt-et-un*."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of less than a scale word, at words up to `end`."""

    value: int
    end: int
    ordinal: bool = False


def cardinal(words: Sequence[str], at: int, lexicon: Lexicon, rules: Rules) -> int | None:
    """Value of one number word, those of several parts without a space included: *centoventi*."""
    if at >= len(words) or lexicon.percent.at(words, at):
        return None
    word = words[at]
    value = lexicon.numbers.get(word)
    if value is not None or not rules.compounds or not word.isalpha() or lexicon.scales.get(word):
        return value
    if ORDINAL.fullmatch(word) or any(word.endswith(times) for times in rules.times):
        return None
    whole = in_words((word,), rules)
    return int(whole) if whole and whole >= LEAST_SOLID and whole == int(whole) else None


def count_at(words: Sequence[str], at: int, lexicon: Lexicon, rules: Rules) -> Count | None:
    """The number that begins at word `at`, `None` where none does."""
    value = cardinal(words, at, lexicon, rules)
    if value is None:
        return None
    end = at + 1
    while (place := _onward(words, end, lexicon)) < len(words):
        other = cardinal(words, place, lexicon, rules)
        last = place + 1
        if other is None:
            break
        score = _onward(words, last, lexicon)
        if other == FOUR and value % 100 == 0 and cardinal(words, score, lexicon, rules) == TWENTY:
            other, last = FOUR * TWENTY, score + 1
        joined = joined_values(value, other)
        if joined is None:
            return Count(value, end)
        value, end = joined, last
    return _ended(words, Count(value, end), lexicon, rules)


def _ended(words: Sequence[str], count: Count, lexicon: Lexicon, rules: Rules) -> Count:
    """With the *one* or the ordinal that ends it: *vingt et un*, *двадцать пятый*."""
    value, place = count.value, _onward(words, count.end, lexicon)
    round_ = value >= TWENTY and value % 10 == 0
    apart = rules.code == "en" and value < 100 and words[count.end : count.end + 1] != ["-"]
    if place >= len(words) or apart or rules.code == "de":
        return count
    word = words[place]
    heads = rules.code in ROMANCE and word.startswith(HEADS)  # *les cent premiers* are a hundred
    if round_ and word in rules.one and word not in NO_NUMBERS and not heads:
        return Count(value + 1, place + 1, word.startswith(FIRST))
    ordinal = lexicon.about.get(word)
    if ordinal is None or word not in rules.numbers or rules.numbers[word] != ordinal:
        return count
    joined = joined_values(value, ordinal)
    return count if joined is None or ordinal >= value else Count(joined, place + 1, True)


def ordinal_at(words: Sequence[str], at: int, lexicon: Lexicon, rules: Rules) -> Count | None:
    """The ordinal or the round number that begins at word `at`: *dwudziesty piąty* is one."""
    value = lexicon.about.get(words[at])
    if value is None:
        return None
    count = Count(value, at + 1, True)
    if rules.code not in PARTED:
        return count
    return _ended(words, count, lexicon, rules) if value % 10 == 0 and TWENTY <= value < 100 else count


def _onward(words: Sequence[str], at: int, lexicon: Lexicon) -> int:
    """Where the next part of a number may stand, a hyphen and an *and* aside."""
    place, linked = at, False
    while place < min(len(words), at + MOST_JOINED):
        if words[place] != "-" and (linked or words[place] not in lexicon.joined_by):
            break
        linked = linked or words[place] != "-"
        place += 1
    return place


def joined_values(value: int, other: int) -> int | None:
    """The value of two number words side by side, `None` where they are two numbers."""
    if other == 100 and 1 < value < 10:
        return value * 100
    if (value, other) == (FOUR, TWENTY):
        return FOUR * TWENTY
    if value == 10 and other in SEVENTEEN:
        return value + other
    tens = value % 100
    if (other < 20 and tens in (60, 80)) or (other < 10 and tens >= 20 and tens % 10 == 0):
        return value + other
    return value + other if value >= 100 and tens == 0 and other < 100 else None
