"""Money whose country is told: *US dollars*, «долларов США», *dollars américains*, *BYN*, *бел. руб.*

A country beside a currency is a part of the unit, which a translation may leave out where the other side
means the same; two countries are two currencies. A country that has no such currency is whose who is told
of: *500 долларов российским учёным*. From `data/currencies.json`, country → its names beside money (`-` for
any ending), written for this project, and the codes of ISO 4217 with the unit as `data/units.json` has it
(currencies of countries as in CLDR, with the francs and marks before the euro).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from citecheck.match.crosslingual.lexicon import Lookup
from citecheck.match.fold import Words, split_words
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
BEHIND: Mapping[str, re.Pattern[str]] = {
    "en": re.compile("sterling"),
    "de": re.compile("sterling"),
    "ru": re.compile(r"(?!.*[сц]к(?:[аиоу]|ая|ие|и[ийм]|их|ими|ого|ое|о[ийм]|ому|ую)$).*"),
    "uk": re.compile(r"(?!.*[сзц]ьк(?:[аеиі]|и[ийм]|их|ими|ого|о[іим]|ому|ою|у)$).*"),
    "be": re.compile(r"(?!.*[сц]к(?:[аіу]|ая|ага|ае|аи|ам|аму|аю|ую|ія|і[ім]|іх|імі)$).*"),
    "pl": re.compile(r"(?!.*[sc]k(?:i(?:ego|emu|m|ej)|a)$).*"),
}
"""Folded names of countries that stand behind their money by language, any where it has none here: an
adjective that stands before its noun belongs to the next one (*300 рублей российским учёным*)."""
PAUSE = re.compile(r"[,;:()!?–—]")
REACH = 3
"""Words from a number to its currency, and half of those in which money and country are told."""


@dataclass(frozen=True, slots=True)
class Money:
    """What is counted, and whose it is where that is said."""

    units: frozenset[str]
    country: str = ""
    shown: str = ""
    """With its number."""


def of_money(text: str, words: Words, at: int, rules: Rules) -> bool:
    """Whether the word at a place of `text` is the country or the code of a currency beside a number.

    >>> from citecheck.match.rules import rules_for
    >>> said = "5 million US dollars to Swiss officers"
    >>> [of_money(said, split_words(said), at, rules_for("en")) for at in (2, 5)]
    [True, False]
    """
    folded, (countries, codes) = words.folded, _tables()
    word = folded[at]
    if word in codes and text[words.starts[at] : words.ends[at]].isupper():  # *TRY*, no *try*
        return any(_counts(folded[place], rules) for place in _near(folded, at))
    country = countries.get(word)
    if country is None:
        return False
    places = [at + 1] * (at + 1 < len(folded))
    if _stands_behind(word, rules):
        places += [at - 1] * (at > 0)
        places += [at - 2] * (at > 1 and folded[at - 1] in BETWEEN and text[words.starts[at]].isupper())
    money = [
        place
        for place in places
        if _has(country, money_of(folded[place], rules))
        and not PAUSE.search(text, words.ends[min(at, place)], words.starts[max(at, place)])
    ]
    return any(_counts(folded[near], rules) for place in money for near in _near(folded, place))


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
        whose = whose if not units or (_has(whose, units) and _stands_behind(word, rules)) else ""
        if code is not None:
            units, found = units or frozenset((code[0],)), found or code[1]
        elif not units and (named := money_of(word, rules)):
            units = named
        elif whose and not found:
            found = whose
        else:
            break
        last = place + 1
    found = found if _has(found, units) else ""
    return Money(units, found, text[spans[at][0] : spans[last - 1][1]]) if units else None


def _stands_behind(word: str, rules: Rules) -> bool:
    """Whether a folded country may stand behind its money: *долларов США*, *dollars américains*."""
    form = BEHIND.get(rules.code or "")
    return form is None or form.fullmatch(word) is not None


def _has(country: str, units: frozenset[str]) -> bool:
    """Whether one of some currencies is a country's."""
    return any(whose == country and unit in units for unit, whose in _tables()[1].values())


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
