"""Units of measure and of money: `12 km` is `12 Kilometer`, and neither is `12 m`.

From `data/units.json`, unit → its names in all languages together; `-` at the end stands for any ending,
`bg:` before a name for a meaning that it has in that language alone. A word counts as a unit beside a number
only, since *m*, *mark* or *ton* are other words elsewhere.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files

from citecheck.match.fold import split_words
from citecheck.match.rules import Rules
from citecheck.match.worded import FIGURES, in_words

SYMBOLS = frozenset("$€£₽₴")
"""Signs that stand before their number."""
BETWEEN = frozenset({"de", "d", "di", "of", "von"})
"""Stands between a scale word and what is counted: *58 millions de francs*."""
LONGEST = 2
"""Words of the longest name."""
LEAST_BEFORE = 3
"""Letters of a unit before its figures: *años 60*, *lat 35*. Shorter ones are other words there (*т. 2*)."""
AGES = frozenset({"decade", "century", "millennium"})
"""Counted by ordinals and roman numerals, before or behind: *20th century*, *siglo XX*."""
ORDINAL = re.compile(r"\d+[^\W\d_]{0,4}|[ivx]{2,6}(?:e|eme|o|a)?|[vx]")


@lru_cache(maxsize=8_192)
def units_of(words: tuple[str, ...], language: str = "") -> frozenset[str]:
    """The units that folded words may name, none as a rule.

    >>> sorted(units_of(("km",))), sorted(units_of(("per", "cent"))), sorted(units_of(("г",)))
    (['kilometre'], ['percent'], ['gram', 'year'])
    """
    if not words or len(words) > LONGEST:
        return frozenset()
    exact, stems = _names()
    shown = " ".join(words)
    known = exact.get(f"{language}:{shown}") or exact.get(shown)
    if known:
        return known
    return next(
        (
            frozenset({unit})
            for stem, unit in stems
            if shown.startswith(stem) and stem.count(" ") == shown.count(" ")
        ),
        frozenset(),
    )


def unit_at(words: Sequence[str], first: int, last: int, rules: Rules) -> frozenset[str]:
    """The units that the words `first:last` may name where they stand, with the word before them if need be.

    That is: behind a number (*per mille* is told by its second word) with one word between at most (*the 15
    last years*), or as a sign before one.
    """
    for start in (first, first - 1):
        if first < last and start >= 0:
            units = units_of(tuple(words[start:last]), rules.code)
            if units and (
                counted(words, start, last, rules) or (units & AGES and _numbered(words, start, last))
            ):
                return units
    return frozenset()


def _numbered(words: Sequence[str], first: int, last: int) -> bool:
    """Whether an ordinal or a roman numeral stands beside the words `first:last`."""
    beside = (words[first - 1] if first else "", words[last] if last < len(words) else "")
    return any(ORDINAL.fullmatch(word) for word in beside)


def counted(words: Sequence[str], first: int, last: int, rules: Rules) -> bool:
    """Whether the words `first:last` stand where a unit stands: after a number, or before it."""
    onward = words[last] if last < len(words) else ""
    if onward.isdigit() and all(len(word) >= LEAST_BEFORE for word in words[first:last]):
        return True
    if last - first == 1 and (onward in SYMBOLS or (words[first] in SYMBOLS and onward.isdigit())):
        return True
    at = first - 1
    if at > 0 and words[at] in BETWEEN:
        at -= 1
    if at < 0:
        return False
    return _is_number(words[at], rules) or (
        at > 0 and words[at] not in rules.common and _is_number(words[at - 1], rules)
    )


def _is_number(word: str, rules: Rules) -> bool:
    if FIGURES.fullmatch(word) or word in rules.measures or word in rules.one:
        return True
    return in_words((word,), rules) is not None


@cache
def _names() -> tuple[dict[str, frozenset[str]], tuple[tuple[str, str], ...]]:
    source = files("citecheck.match").joinpath("data", "units.json").read_text("utf-8")
    exact: dict[str, frozenset[str]] = {}
    stems: list[tuple[str, str]] = []
    for unit, names in json.loads(source).items():
        for name in names:
            language, mark, bare = name.rpartition(":")
            folded = language + mark + " ".join(split_words(bare.removesuffix("-")).folded)
            if name.endswith("-"):
                stems.append((folded, unit))
            elif folded:
                exact[folded] = exact.get(folded, frozenset()) | {unit}
    return exact, tuple(sorted(stems, key=lambda pair: -len(pair[0])))
