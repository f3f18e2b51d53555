"""Measures of two numbers: *1 м 82 см*, *6-foot-6*, and *1 to 4 inches*, whose unit stands once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile

from citecheck.match.crosslingual.figure import Figure, Persons
from citecheck.match.crosslingual.lexicon import Lexicon
from citecheck.match.crosslingual.within import amount_of

PARTS: Mapping[tuple[str, str], int] = {
    ("metre", "centimetre"): 100, ("foot", "inch"): 12, ("pound", "ounce"): 16, ("stone", "pound"): 14,
    ("kilogram", "gram"): 1000,
}  # fmt: skip
"""How many of the second unit are one of the first, where a measure is said in both."""
AND = frozenset(("-", "and", "et", "und", "и", "і", "i", "y", "e"))
TO = frozenset(
    ["-", "–", "to", "or", "a", "ou", "bis", "oder", "до", "или", "або", "да", "do", "lub", "y", "ai", "e"]
)
COUNTED = 2
"""Words from a number to what it counts: *three other people*."""
TOGETHER = re.compile(r"дво[еєх]|тро[еєх]|\w+[её]р[оа]|dwoje|troje|\w+oro")
"""Slavic numbers of persons, as folded, that need no noun: «погибли трое»."""
EXACT = Decimal("0.001")


def with_previous(figures: Sequence[Figure], found: Figure, between: Sequence[str]) -> list[Figure]:
    """The last of `figures` with the next one, as one measure where both are one; `between` are the words
    that stand between their numbers."""
    last = figures[-1] if figures else None
    if last is None or last.kind != "plain" or found.kind != "plain":
        return [*figures, found]
    unit = found.measure.unit if found.measure else ""
    if last.measure is None and found.measure and len(between) == 1 and between[0] in TO:
        return [*figures[:-1], replace(last, measure=found.measure, measured=last.shown), found]
    if last.measure is None or not between:
        return [*figures, found]
    small = unit or ("inch" if last.measure.unit == "foot" and between[-1] == "-" else "")
    factor = PARTS.get((last.measure.unit, small))
    rest = [word for word in between if word not in AND and word != "."]
    if factor is None or found.value >= factor or len(rest) > 1:
        return [*figures, found]
    value = (last.value + found.value / factor).quantize(EXACT).normalize()
    shown = f"{last.measured} {found.measured or found.shown}"
    return [*figures[:-1], replace(last, value=value, measured=shown, amount=amount_of(value, last.unit))]


def persons_beside(words: Sequence[str], at: int, end: int, lexicon: Lexicon) -> Persons:
    """One person where one is said without a number beside the one at words `at:end` (*a man and two women*,
    *two women and a man*), and whether that counts persons in general."""
    counted = _are_people(words, at, end, lexicon)
    before, behind = words[max(0, at - 2) : at], words[end : end + 4]
    if len(before) == 2 and before[0] in lexicon.person and before[1] in AND:
        return Persons(1, counted)
    last = next((place for place, word in enumerate(behind) if word in AND), len(behind))
    return Persons(int(last > 0 and any(word in lexicon.person for word in behind[last + 1 :])), counted)


def _are_people(words: Sequence[str], at: int, end: int, lexicon: Lexicon) -> bool:
    behind = list(takewhile(str.isalpha, words[end : end + COUNTED]))
    if not behind and TOGETHER.fullmatch(words[at]):
        return True
    return any(word in lexicon.people for word in behind)
