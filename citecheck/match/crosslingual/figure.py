"""A number of a sentence, as `figures.py` reads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from citecheck.match.crosslingual.currency import Money
from citecheck.match.crosslingual.measures import Measure
from citecheck.match.fold import Words

LIKELY_YEARS = range(1800, 2051)
"""Outside of these four digits may as well count something (*2100 Stellen*)."""


@dataclass(frozen=True, slots=True)
class Persons:
    """What a sentence says of persons at a number."""

    beside: int = 0
    """How many are said beside it without a number: *a man and two women*."""
    counted: bool = False
    """Whether it counts persons of whichever kind: *three people*, «трое»."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a sentence."""

    kind: str
    """`percent`, `day`, `month`, `year`, `decade`, `first`, `noon`, `round` or `plain`: differing figures
    answer to each other within a kind. A decade may have two digits (*the '80s*)."""
    value: Decimal
    shown: str
    sure: bool = True
    """Whether its absence elsewhere says something."""
    word: bool = False
    """Written as a word."""
    unit: str = ""
    """What is counted, where that is a unit; of a `span` (*сутки*) only the `amount` counts."""
    amount: tuple[str, Decimal] | None = None
    """Value and unit, as in `within.py`."""
    readings: frozenset[int] = frozenset()
    """Minutes of the day that it may be, where it may be a time of the day."""
    parts: tuple[Decimal, ...] = ()
    """The numbers that such a time is said with, where they may be numbers of their own."""
    measure: Measure | None = None
    measured: str = ""
    """What is measured, and the number as shown with it."""
    money: Money | None = None
    persons: Persons = Persons()
    weeks: tuple[str, Decimal] | None = None
    """The amount of a week or two that *quinze jours* may be."""
    halves: tuple[str, ...] = ()
    """Words, as shown, that say its half."""


def timed_places(text: str, figures: Sequence[Figure], words: Words) -> frozenset[int]:
    """Places of words that say a time of the day (*half past five in the evening*), which is a number."""
    found, end = set[int](), 0
    for figure in figures:
        if figure.readings and figure.kind == "plain" and (start := text.find(figure.shown, end)) >= 0:
            end = start + len(figure.shown)
            found.update(at for at, first in enumerate(words.starts) if start <= first < end)
    return frozenset(found)
