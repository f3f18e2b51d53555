"""Money whose country is told: *US dollars*, «долларов США», *dollars américains*, *BYN*, *бел. руб.*

A country beside a currency is a part of the unit, which a translation may leave out where the other side
means the same; two countries are two currencies. From `data/currencies.json`, country → its names beside
money (`-` for any ending) and the codes of ISO 4217 with the unit as `data/units.json` has it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from citecheck.match.crosslingual.lexicon import Lookup
from citecheck.match.fold import split_words
from citecheck.match.rules import Rules
from citecheck.match.shortened import money_of

BETWEEN = frozenset(("de", "d", "di", "of", "von", "des", "degli"))
SIGNS: Mapping[str, str] = {
    "$": "dollar",
    "€": "euro",
    "£": "pound",
    "₽": "rouble",
    "₴": "hryvnia",
    "¥": "yen",
}
REACH = 3
"""Words from a number to its currency, and half of those in which money and country are told."""


@dataclass(frozen=True, slots=True)
class Money:
    """What is counted, and whose it is where that is said."""

    units: frozenset[str]
    country: str = ""
    shown: str = ""
    """With its number."""


def of_money(words: Sequence[str], at: int, rules: Rules) -> bool:
    """Whether the folded word at a place is the country or the code of a currency beside a number.

    >>> from citecheck.match.rules import rules_for
    >>> of_money(("5", "million", "us", "dollars"), 2, rules_for("en"))
    True
    >>> of_money(("us", "officers", "paid", "5", "dollars"), 0, rules_for("en"))
    False
    """
    word, (countries, codes) = words[at], _tables()
    if word in codes:
        return any(_counts(words[place], rules) for place in _near(words, at))
    if countries.get(word) is None:
        return False
    beside = [place for place in (at - 1, at + 1) if 0 <= place < len(words)]
    beside += [at - 2] if at > 1 and words[at - 1] in BETWEEN else []
    money = [place for place in beside if money_of(words[place], rules)]
    return any(_counts(words[near], rules) for place in money for near in _near(words, place))


def money_at(
    text: str, words: Sequence[str], spans: Sequence[tuple[int, int]], at: int, end: int, rules: Rules
) -> Money | None:
    """The money that the number at words `at:end` of `text` counts, `None` where it counts none."""
    before = text[max(0, spans[at][0] - 5) : spans[at][0]].rstrip()
    sign = SIGNS.get(before[-1:])
    country = (before[:-1] if sign else before).rpartition(" ")[2]
    countries, codes = _tables()
    shown = f"{country}{before[-1:] if sign else ' '}{text[slice(spans[at][0], spans[end - 1][1])]}"
    if code := codes.get(country.casefold()):
        return Money(frozenset((code[0],)), code[1], shown)
    if sign:
        return Money(frozenset((sign,)), countries.get(country.casefold()) or "", shown)
    behind = SIGNS.get(text[spans[end - 1][1] : spans[end - 1][1] + 2].strip())
    units, found, last = frozenset((behind,)) if behind else frozenset[str](), "", end
    for place in range(end, min(len(words), end + 2 * REACH)):
        word = words[place]
        if word in ".-" or word in BETWEEN:
            continue
        code, whose = codes.get(word), countries.get(word) or ""
        if code is not None:
            units, found = units or frozenset((code[0],)), found or code[1]
        elif not units and (named := money_of(word, rules)):
            units = named
        elif whose and not found:
            found = whose
        else:
            break
        last = place + 1
    return Money(units, found, text[spans[at][0] : spans[last - 1][1]]) if units else None


def _near(words: Sequence[str], at: int) -> range:
    return range(max(0, at - REACH), min(len(words), at + 2))


def _counts(word: str, rules: Rules) -> bool:
    """Whether a folded word is a number or a scale."""
    return word[0].isdigit() or word in rules.scales or word in rules.numbers


@cache
def _tables() -> tuple[Lookup[str], Mapping[str, tuple[str, str]]]:
    """Countries by their names, and unit and country by code."""
    rows = json.loads(files("citecheck.match").joinpath("data", "currencies.json").read_text("utf-8"))
    names = [(name, country) for country, row in rows.items() for name in row["names"]]
    codes = {
        code.casefold(): (unit, country)
        for country, row in rows.items()
        for code, unit in row["codes"].items()
    }
    return Lookup((_entry(name), country) for name, country in names), codes


def _entry(name: str) -> str:
    return "".join(split_words(name).folded) + "*" * name.endswith("-")
