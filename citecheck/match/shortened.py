"""Scale words in one or two letters against their number: `€1.5m`, `$2bn`, `1,5 M€`.

A single letter is a scale beside money alone: `1.5m` may be metres. Those letters stand in the row without a
code of `data/written.jsonl`; the scale words of the language count wherever they are glued (`2bn`).
"""

from __future__ import annotations

import re
from functools import cache

from citecheck.match.fold import WORD, fold_word
from citecheck.match.rows import mapping, rows, strings
from citecheck.match.rules import Rules
from citecheck.match.units import units_of

LETTERS = re.compile(r"(?<=\d)([ \u00a0\u202f])?([^\W\d_]{1,6})(?![^\W_])")
"""Letters behind the last figure of a number; a blank may part them (`1,5 M€`)."""
BEFORE = re.compile(r"([$€£₽₴]|(?<![^\W\d_])[A-Z]{3})[ \u00a0\u202f]?$")
"""A sign of money or the three letters of a currency right before a number."""
BEHIND = re.compile(r"[. \u00a0\u202f]{0,2}(?:(?:de|d['’]|di|of)[ \u00a0]?)?")
"""What may stand between such a scale and the money: `1,5 M d'euros`."""
LONGEST_BEFORE = 4


def short_scale(raw: str, start: int, end: int, rules: Rules) -> tuple[int, int]:
    """Factor of the letters right behind the number `raw[start:end]`, and where they end; 1 where they are
    no scale.

    >>> from citecheck.match.rules import rules_for
    >>> short_scale("€1.5m", 1, 4, rules_for("en")), short_scale("1.5m", 0, 3, rules_for("en"))
    ((1000000, 5), (1, 3))
    """
    letters = LETTERS.match(raw, end)
    if letters is None:
        return 1, end
    word = "".join(fold_word(letters[2]))
    factor = 1 if letters[1] else rules.scales.get(word, 1)
    if factor == 1 and word in _scales() and _is_money(raw, start, letters.end(), rules):
        factor = _scales()[word]
    return factor, letters.end() if factor > 1 else end


def loose_scale(raw: str, end: int) -> tuple[int, int]:
    """The same for letters against the number that need no money beside them, since the other side tells
    what they mean."""
    letters = LETTERS.match(raw, end)
    factor = _scales().get(letters[2].lower(), 1) if letters and not letters[1] else 1
    return factor, letters.end() if letters and factor > 1 else end


def money_of(word: str, rules: Rules) -> frozenset[str]:
    """The currencies that a folded word or a sign may name."""
    return units_of((word,), rules.code) & _money()


def _is_money(raw: str, start: int, end: int, rules: Rules) -> bool:
    """Whether a currency stands before `raw[start:end]` or behind it."""
    before = BEFORE.search(raw, max(0, start - LONGEST_BEFORE), start)
    gap = BEHIND.match(raw, end)
    behind = WORD.match(raw, gap.end()) if gap else None
    return any(money_of("".join(fold_word(found[0].strip())), rules) for found in (before, behind) if found)


@cache
def _scales() -> dict[str, int]:
    return {letters: int(factor) for letters, factor in mapping(rows("written.jsonl")[""]["scales"]).items()}


@cache
def _money() -> frozenset[str]:
    return frozenset(strings(rows("written.jsonl")[""]["money"]))
