"""Words left over that a number of the other sentence tells: units, halves, noon."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from citecheck.match.crosslingual.figure import Figure
from citecheck.match.crosslingual.lexicon import lexicon_for
from citecheck.match.crosslingual.terms import Terms
from citecheck.match.crosslingual.unequal import HOUR, LENGTHY, NOON
from citecheck.match.fold import split_words
from citecheck.model import Difference

TOLD = LENGTHY | {"half"}
"""Kinds that are words with a meaning of their own."""
SHARES = {10: "1/10", 20: "1/5", 25: "1/4", 33: "1/3", 40: "2/5", 50: "1/2", 60: "3/5", 66: "2/3", 67: "2/3",
          75: "3/4", 80: "4/5"}  # fmt: skip
"""Parts of a whole in percent, by their names in `fractions.py`; thirds without what is behind the point."""


def told_inside(
    ours: Sequence[Figure], here: Sequence[Figure], converted: Sequence[tuple[Figure, Figure]] = ()
) -> tuple[frozenset[str], frozenset[str]]:
    """Units of numbers that one side has inside a word, or tells by a word of its own, where both are one
    amount, hours where both are one time of the day, both units of what is `converted`, the money of both;
    and these words as shown."""
    amounts = {one.amount for one in ours} & {one.amount for one in here}
    both = [one for one in (*ours, *here) if one.amount and one.amount in amounts]
    inside = [one for one in both if one.kind in TOLD]
    met = {one.amount for one in inside} | _in_two_units(both)
    units = frozenset(one.unit for one in both if one.amount in met and one.unit)
    values = {one.value for one in ours} & {one.value for one in here}
    halves = [one for one in (*ours, *here) if one in both or one.value in values]
    times = frozenset(at for one in ours for at in one.readings) & {at for one in here for at in one.readings}
    noons = [one.shown for one in (*ours, *here) if one.kind == NOON and one.readings & times]
    units |= {figure.measure.unit for pair in converted for figure in pair if figure.measure}
    paid = [(one, other) for one in ours for other in here if one.value == other.value]
    units |= {
        unit
        for one, other in paid
        if one.money and other.money
        for unit in one.money.units & other.money.units
    }
    words = [*(one.shown for one in inside), *noons, *(word for one in halves for word in one.halves)]
    return units | ({HOUR} if times else set()), frozenset(words)


def _in_two_units(figures: Sequence[Figure]) -> set[tuple[str, Decimal] | None]:
    """Amounts that are told in two units of one kind: *18 months*, *a year and a half*."""
    units = {(one.amount, one.unit) for one in figures if one.unit}
    return {amount for amount, unit in units if any(amount == b and unit != c for b, c in units)}


def share_of(figure: Figure) -> str:
    """The name of the part that a percentage is, empty for other numbers: 25 % are a quarter."""
    whole = figure.kind == "percent" and figure.value == int(figure.value)
    return SHARES.get(int(figure.value), "") if whole else ""


def shares_told(ours: Terms, here: Terms) -> bool:
    """Whether one side tells in percent the part that the other one names."""
    sides = ((ours, here), (here, ours))
    return any(share_of(one) in other.fractions for some, other in sides for one in some.figures)


def is_share(difference: Difference, ours: Terms, here: Terms) -> bool:
    """Whether the words of a difference name such a part."""
    shown = ((difference.quoted, ours.language), (difference.found, here.language))
    said = [(split_words(words).folded, lexicon_for(code).fractional) for words, code in shown if words]
    return all(named.at(words, 0) for words, named in said)


def is_halved(figure: Figure, here: Terms) -> bool:
    """Whether a half of ours is one of the sentence, too; where that says of what, the amounts tell."""
    of = figure.amount and figure.amount[0]
    told = any(one.halves and one.amount and one.amount[0] == of for one in here.figures)
    return figure.kind == "half" and "1/2" in here.fractions and not told


def tells_share(figure: Figure, ours: Terms, here: Terms) -> bool:
    """Whether a number of ours is told as a part, or counts the parts that are told in percent there: *three
    quarters*, 75 %."""
    if share_of(figure) in here.fractions:
        return True
    shares = ours.fractions & {share_of(one) for one in here.figures}
    return any(name.startswith(f"{figure.value}/") for name in shares)


def unequal_parts(ours: Terms, here: Terms) -> list[tuple[str, str]]:
    """A part of ours that the sentence tells in percent as another one; and a half of something that it alone
    tells, where ours has one of it: *an hour*, *half an hour*."""
    known = {one.value for one in ours.figures}
    percents = [one for one in here.figures if one.kind == "percent" and one.value not in known]
    parts = sorted(name for name in ours.fractions if "/" in name)
    found = []
    if parts and percents and not here.fractions and not shares_told(ours, here):
        found.append((", ".join(parts), percents[0].shown))
    amounts, halved = {one.amount for one in ours.figures}, "1/2" in ours.fractions
    halves = [one for one in here.figures if one.kind == "half" and one.unit and one.amount not in amounts]
    found += [("", one.shown) for one in halves if not halved]
    return found
