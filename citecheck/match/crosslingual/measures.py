"""Measures that a translator may put into other units: *50 miles*, *80 km*; *68 °F*, *20 °C*.

From `data/measures.json`, unit → what it measures (`of`), how much it is of the metre, the kilogram or their
like (`is`; several where the name stands for several: British and American gallons), and `names` besides
those of `data/units.json`. The factors are the definitions: the international yard and pound (1959), the
gallons of the United States and of the Weights and Measures Act 1985, verst and pood by the Russian law of
1899.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files

from citecheck.match.crosslingual.clock_words import Sentence
from citecheck.match.crosslingual.lexicon import Lookup
from citecheck.match.units import units_of

WIDEST = Decimal("0.1")
"""Part by which rounding may change a value: *2 miles* are 7 % more than 3 km, *1 mile* too little for 2.
A number of one figure that is rounded, as in *5 km*, is off by up to a tenth."""
WARMER = 3
"""The same of temperatures, in degrees Celsius: the *seventies* of Fahrenheit are 21 to 26, whose middle is
within 3 of either end."""
SQUARED = re.compile(r"square|sq$|carre|quadrat|квадратн|кв$|kwadratow|kw$|cuadrad")
"""Words beside a length that make an area of it, as folded."""
NAUTICAL = re.compile("nauti|marin|морск|marsk|morsk|nmi$")
"""Words beside a mile that make it one of the sea, as folded."""
SQUARE_SIGNS = ("²", "2")
NEAR = 3
"""Words behind *degrees* among which the scale is told."""
CELSIUS = re.compile(r"celsius|цельс|цэльс|c$|с$|centigrade")
FAHRENHEIT = re.compile(r"fahrenheit|фаренге|фарэнге|f$")
DEGREE, DEGREES = "degree", "°º"
TEMPERATURE = "temperature"


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit as a number of units of its kind; of temperatures, how many degrees Celsius they are."""

    of: str
    factors: tuple[Decimal, ...]
    """All that it may be; of temperatures 1 for Celsius, 0 for Fahrenheit, both where it is not said."""
    unit: str = ""


def measure_at(sentence: Sentence, at: int) -> tuple[Measure, int] | None:
    """The measure whose name begins at word `at`, behind a number, and where it ends."""
    words = sentence.words
    at += words[at : at + 1] == ["-"]
    if at >= len(words):
        return None
    sign = words[at] in DEGREES
    if sign or DEGREE in units_of((words[at],), sentence.rules.code):
        return _degrees(words, at, sign)
    squared = SQUARED.match(words[at]) is not None
    described = squared or NAUTICAL.match(words[at]) is not None
    named = at + 1 if described and not _named(words[at], sentence) else at
    named += words[named : named + 1] == ["."]
    found = _named(words[named].removeprefix("quadrat"), sentence) if named < len(words) else None
    if found is None:
        return None
    after = words[named + 1 : named + 2]
    behind = bool(after) and SQUARED.match(after[0]) is not None
    nautical = any(NAUTICAL.match(word) for word in (*words[at:named], *after))
    if nautical and found.unit == "mile":
        return _measures()[0]["knot"], named + 1 + bool(after and NAUTICAL.match(after[0]))
    raised = sentence.text[sentence.spans[named][1] :].startswith(SQUARE_SIGNS)
    if (squared or behind or raised) and found.of == "length":
        found = Measure("area", tuple(factor**2 for factor in found.factors), found.unit)
    return found, named + 1 + behind


def _degrees(words: Sequence[str], at: int, sign: bool) -> tuple[Measure, int]:
    for end in range(at + 1, min(len(words), at + (1 if sign else NEAR) + 1)):
        for told, scale in ((CELSIUS, 1), (FAHRENHEIT, 0)):
            if told.match(words[end]):
                return Measure(TEMPERATURE, (Decimal(scale),), DEGREE), end + 1
    return Measure(TEMPERATURE, (Decimal(1), Decimal(0)), DEGREE), at + 1


def same_measure(one: tuple[Decimal, Measure | None], other: tuple[Decimal, Measure | None]) -> bool:
    """Whether two values with their measures may be one that was put into other units and rounded.

    >>> mile, kilometre = (Measure("length", (Decimal(factor),), factor) for factor in ("1609.344", "1000"))
    >>> [same_measure((Decimal(50), mile), (Decimal(value), kilometre)) for value in (80, 81, 90)]
    [True, True, False]
    """
    (value, unit), (said, measure) = one, other
    if unit is None or measure is None or unit.of != measure.of or unit.factors == measure.factors:
        return False
    for mine in unit.factors:
        for theirs in measure.factors:
            if unit.of == TEMPERATURE:
                there, here = _degrees_in(value, mine, theirs), _degrees_in(said, theirs, mine)
                near = mine != theirs and abs(there - said) * (1 if theirs else Decimal(5) / 9) <= WARMER
            else:
                there, here = value * mine / theirs, said * theirs / mine
                near = abs(there - said) <= WIDEST * max(there, said)
            if near and (_rounded(there, said) or _rounded(here, value)):
                return True
    return False


def area_of(value: Decimal, measure: Measure) -> tuple[str, Decimal] | None:
    """A metric area as an amount: *2 ha* are *20 000 m²*; `None` of other measures.

    >>> area_of(Decimal(2), Measure("area", (Decimal(10_000),), "hectare"))
    ('area', Decimal('2E+4'))
    """
    metric = measure.of == "area" and len(measure.factors) == 1
    metric = metric and measure.factors[0].normalize().as_tuple().digits == (1,)
    return ("area", (value * measure.factors[0]).normalize()) if metric else None


def _degrees_in(value: Decimal, scale: Decimal, other: Decimal) -> Decimal:
    if scale == other:
        return value
    return (value - 32) * 5 / 9 if other else value * 9 / 5 + 32


def _rounded(exact: Decimal, shown: Decimal) -> bool:
    """Whether a value is `shown` when rounded to its last figure that is not 0, or to fives."""
    last = shown.normalize().as_tuple()
    if not isinstance(last.exponent, int):
        return False
    fives = 5 if last.digits[-1] == 5 and len(last.digits) > 1 else 1
    return abs(exact - shown) <= fives * Decimal(10) ** last.exponent / 2


def _named(word: str, sentence: Sentence) -> Measure | None:
    units, more = _measures()
    found = more.get(word)
    if found is None:
        known = units_of((word,), sentence.rules.code)
        found = next((units[unit] for unit in sorted(known) if unit in units), None)
    return found


@cache
def _measures() -> tuple[Mapping[str, Measure], Lookup[Measure]]:
    """Measures by unit, and by names that only they have."""
    rows = json.loads(files("citecheck.match").joinpath("data", "measures.json").read_text("utf-8"))
    units = {unit: Measure(row["of"], tuple(map(Decimal, row["is"])), unit) for unit, row in rows.items()}
    names = ((name.replace("-", "*"), units[unit]) for unit, row in rows.items() for name in row["names"])
    return units, Lookup(names)
