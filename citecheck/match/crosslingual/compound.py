"""Measures of two numbers: *1 м 82 см*, *6-foot-6*, and *1 to 4 inches*, whose unit stands once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from citecheck.match.crosslingual.figure import Figure
from citecheck.match.crosslingual.lexicon import Lexicon

PARTS: Mapping[tuple[str, str], int] = {
    ("metre", "centimetre"): 100, ("foot", "inch"): 12, ("pound", "ounce"): 16, ("stone", "pound"): 14,
    ("kilogram", "gram"): 1000,
}  # fmt: skip
"""How many of the second unit are one of the first, where a measure is said in both."""
AND = frozenset(("-", "and", "et", "und", "и", "і", "i", "y", "e"))
TO = frozenset(
    ["-", "–", "to", "or", "a", "ou", "bis", "oder", "до", "или", "або", "да", "do", "lub", "y", "ai", "e"]
)
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
    return [*figures[:-1], replace(last, value=value, measured=shown, amount=(last.unit, value))]


def persons_beside(words: Sequence[str], at: int, end: int, lexicon: Lexicon) -> int:
    """How many persons are said without a number beside the one at words `at:end`, one or none: *a man and
    two women*, *two women and a man*."""
    before, behind = words[max(0, at - 2) : at], words[end : end + 4]
    if len(before) == 2 and before[0] in lexicon.person and before[1] in AND:
        return 1
    last = next((place for place, word in enumerate(behind) if word in AND), len(behind))
    return int(last > 0 and any(word in lexicon.person for word in behind[last + 1 :]))
