"""Numbers inside words with what they count, and lengths of time: *трёхдневный*, *trzyletni*, *quinquennal*.

From `data/within.jsonl`, one row a language: `numbers`, beginnings by value; `units`, what follows them by
unit; `counted`, the same for things that other languages may count otherwise (storeys) or name without a
number; `whole`, words that are a length by themselves, by value and unit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from citecheck.match.rows import folded, rows, strings
from citecheck.match.units import units_of

LENGTHS: Mapping[str, tuple[str, int]] = {
    "second": ("second", 1), "minute": ("second", 60), "hour": ("second", 3_600), "day": ("second", 86_400),
    "week": ("second", 604_800), "month": ("month", 1), "year": ("month", 12), "decade": ("month", 120),
    "century": ("month", 1_200),
}  # fmt: skip
"""Units of time in one that they are multiples of: *сутки* are *vingt-quatre heures*."""
METRIC: Mapping[str, tuple[str, Decimal]] = {
    "kilometre": ("metre", Decimal(1_000)), "centimetre": ("metre", Decimal("0.01")),
    "millimetre": ("metre", Decimal("0.001")), "kilogram": ("gram", Decimal(1_000)),
    "tonne": ("gram", Decimal(1_000_000)),
}  # fmt: skip
"""The same of lengths and masses."""
MOST_ENDING = 6
"""Letters behind the beginning of a unit, endings included."""
TENS = 10
NOUNS = ("polrocz", "year"), ("halbjahr", "year"), ("polwiecz", "century")


@dataclass(frozen=True, slots=True)
class Within:
    """What a word says: a number, and the unit, empty for what cannot be compared."""

    value: Decimal
    unit: str
    whole: bool = False
    """A word of its own (*quinquennal*), whose number is not in it."""


@dataclass(frozen=True, slots=True)
class _Row:
    numbers: Mapping[str, Decimal]
    units: Mapping[str, str]
    whole: Mapping[str, Within]


@lru_cache(maxsize=8_192)
def within(word: str, language: str) -> Within | None:
    """The number in a folded word, `None` where it has none.

    >>> within("четырехдневную", "ru"), within("dwudziestopiecioletni", "pl").value
    (Within(value=Decimal('4'), unit='day', whole=False), Decimal('25'))
    >>> within("сторона", "ru"), within("столичныи", "ru")
    (None, None)
    """
    row = _rows().get(language)
    if row is None or word in row.whole:
        return row.whole[word] if row else None
    for value, rest in _begun(word, row):
        for begins, unit in row.units.items():
            if rest.startswith(begins) and len(rest) <= len(begins) + MOST_ENDING:
                return Within(value, unit)
    return None


def _begun(word: str, row: _Row) -> list[tuple[Decimal, str]]:
    """Numbers that a word begins with, each with the letters behind it; a ten may have a unit behind it."""
    found = []
    for begins, value in row.numbers.items():
        if word.startswith(begins):
            rest = word[len(begins) :]
            found.append((value, rest))
            if value >= 2 * TENS and value % TENS == 0:
                below = ((other, one) for other, one in row.numbers.items() if 1 < one < TENS)
                found += [(value + one, rest[len(other) :]) for other, one in below if rest.startswith(other)]
    return found


def half_of(word: str, language: str, factor: Decimal | None) -> tuple[str, Decimal] | None:
    """Amount of a half in one word: *полгода*, *Halbjahr*; `factor`: of what number, if any (*полсотни*)."""
    unit = next((unit for noun, unit in NOUNS if word.startswith(noun)), "")
    unit = unit or next(iter(units_of((word[3:],), language) & LENGTHS.keys()), "")
    if unit:
        return amount_of(Decimal("0.5"), unit)
    return ("", factor / 2) if factor else None


def amount_of(value: Decimal, unit: str) -> tuple[str, Decimal]:
    """A number with its unit, times and metric measures in a common one; equal ones are one amount.

    >>> amount_of(Decimal(2), "day") == amount_of(Decimal(48), "hour"), amount_of(Decimal(7), "")
    (True, ('', Decimal('7')))
    >>> amount_of(Decimal("1.5"), "kilometre") == amount_of(Decimal(1500), "metre")
    True
    """
    base, factor = LENGTHS.get(unit) or METRIC.get(unit) or (unit, 1)
    return base, (value * factor).normalize()


@cache
def _rows() -> dict[str, _Row]:
    return {code: _row(row) for code, row in rows("within.jsonl").items()}


def _row(row: dict[str, object]) -> _Row:
    numbers = {word: Decimal(value) for value, word in _listed(row.get("numbers", {}))}
    units = {word: unit for unit, word in _listed(row.get("units", {}))}
    whole = {word: _length(length) for length, word in _listed(row.get("whole", {}))}
    counted = {word: "" for _, word in _listed({"": row.get("counted", [])})}
    return _Row(numbers, units | counted, whole)


def _length(length: str) -> Within:
    value, unit = length.split()
    return Within(Decimal(value), unit, True)


def _listed(table: object) -> list[tuple[str, str]]:
    assert isinstance(table, dict)
    return [(name, "".join(folded(word))) for name, some in table.items() for word in strings(some)]
