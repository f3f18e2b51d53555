"""How the numbers of two sentences in two languages differ."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from citecheck.match.crosslingual.currency import Money
from citecheck.match.crosslingual.figure import LIKELY_YEARS, Figure
from citecheck.match.crosslingual.measures import same_measure
from citecheck.match.fold import fold_word

SMALL_WORDS = 2
"""A number word up to this that the page lacks is likelier another turn of phrase than another number."""
FACTORS = tuple(Decimal(10) ** power for power in (3, 6, 9, 12))
"""Values that differ by one of these differ in a scale word that was not understood."""
LENGTHY = frozenset({"within", "span", "measure"})
"""Kinds that confirm a number; a `within` stands against another one of its unit, too."""
HOUR, SECOND, HALF_DAY, HOUR_SECONDS = "hour", "second", 12, 3_600
FIRST, NOON, ROUND, DECADE = "first", "noon", "round", "decade"
NEXT = re.compile(
    r"second[aeo]?s?|third|fourth|fifth|\w+ieme|(?:zwei|drit|vier|funf)te[mnrs]?|segund[ao]s?|tercer[ao]?|cuart[ao]|terz[ao]|quart[ao]"
    r"|втор(?:ои|ого|ому|ым|ом|ая|ую|ое|ые|ых)|трет\w{1,4}|четверт\w{2,3}|друг(?:ии|а|е|ого|оі|ому|у|і|ая|ое|ога|ои|ім)|трэц\w{1,4}"
    r"|drug(?:i|a|ie|iego|iej|im)|trzeci\w{0,3}|czwart\w{1,3}"
)
"""Ordinals after the first, as folded."""
MOST_SUMMED = 20
"""Of more persons two numbers may be their sum by chance, and who tells of so many seldom does it one by one:
a plain limit."""
FAR = 1000
"""Values further apart than this factor count different things."""


def unequal_figures(
    ours: Sequence[Figure], here: Sequence[Figure], around: Sequence[Figure]
) -> list[tuple[str, str]]:
    """Our sure figures that the page has not near the sentence, each with the one that stands in its place.

    `here` are the sentence's, `around` those of its neighbours too. The second of a pair is empty where the
    sentence has nothing in its place.
    """
    ours, here, around = whole_decades(ours, around), whole_decades(here, ours), whole_decades(around, ours)
    ours = same_hours(ours, around)
    here, around = same_hours(here, ours), same_hours(around, ours)
    left = [figure.value for figure in here if figure.kind != "span"]
    beside = [figure.value for figure in around if figure.kind != "span"]
    amounts = {figure.amount for figure in around if figure.amount}
    said = {figure.amount for figure in here if figure.amount}
    missing = []
    months = {figure.value for figure in here if figure.kind == "month"}
    for figure in ours:
        another = figure.kind == "month" and months and figure.value not in months
        if figure.value in left and not another:  # the 12 of *12 novembre* is no December
            left.remove(figure.value)
            if figure.value in beside:  # a decade may be read otherwise beside other sentences
                beside.remove(figure.value)
        elif figure.sure and not (figure.amount and figure.amount in said):
            missing.append(figure)
    known, same = {figure.value for figure in ours}, {figure.amount for figure in ours}
    new = [one for one in here if one.value not in known and not (one.amount and one.amount in same)]
    spare = [figure for figure in new if figure.sure or figure.kind == "within"]
    missing += [one for one in ours if _another(one, around, amounts) and any(_alike(one, b) for b in spare)]
    missing = [] if _counts_all(missing, ours) else missing
    spare = [] if _summed(missing, spare) or _summed(spare, missing) else spare
    pairs = []
    for figure in missing:
        other = next((one for one in spare if _answers(figure, one)), None)
        told = figure.amount is not None and figure.amount in amounts
        if figure.value in beside or told:  # the sentence before or behind says it
            if figure.value in beside:
                beside.remove(figure.value)
            if other is not None:
                pairs.append((figure.shown, ""))
        elif other is not None:
            spare.remove(other)
            pairs.append((figure.shown, other.shown))
        elif not (figure.word and figure.value < SMALL_WORDS):
            pairs.append((figure.shown, ""))
    return pairs + _unequal_ordinals(ours, here) + _unequal_rounds(ours, here)


def _summed(parts: Sequence[Figure], whole: Sequence[Figure]) -> bool:
    """Whether several numbers of one side are the single one of the other together: *two men and a woman*,
    *three people*. Where that counts others (*five soldiers*), it is another number."""
    several = len(parts) > 1 or any(one.persons.beside for one in parts)
    plain = all(
        one.kind == "plain" and not (one.unit or one.money or one.readings) for one in (*parts, *whole)
    )
    if len(whole) != 1 or not several or not plain or whole[0].persons.beside:
        return False
    if not whole[0].persons.counted:
        return False
    return sum(one.value + one.persons.beside for one in parts) == whole[0].value <= MOST_SUMMED


def _counts_all(missing: Sequence[Figure], ours: Sequence[Figure]) -> bool:
    """Whether the one number that lacks is of all whom the others count: *five people, two men and three
    women*."""
    rest = [one.value for one in ours if one.kind == "plain" and not (one.unit or one.money or one.readings)]
    whole = missing[0] if len(missing) == 1 else None
    if whole is None or not whole.persons.counted or not 2 < len(rest) <= MOST_SUMMED:
        return False
    return sum(rest) == 2 * whole.value


def as_weeks(figures: Sequence[Figure], others: Sequence[Figure]) -> tuple[Figure, ...]:
    """`figures`, eight and fifteen days as the week or two of `others` that they may be."""
    said = {one.amount for one in others if one.amount}
    return tuple(
        replace(one, amount=one.weeks) if one.weeks in said and one.amount not in said else one
        for one in figures
    )


def conversions(ours: Sequence[Figure], here: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """Numbers of ours that the sentence lacks, each with one of its own that we lack and that may be the same
    measure in another unit."""
    known, said = {figure.value for figure in ours}, {figure.value for figure in here}
    found: list[tuple[Figure, Figure]] = []
    for one in ours:
        spare = (
            other for other in here if other.value not in known and all(other is not b for _, b in found)
        )
        other_unit = (b for b in spare if one.amount is None or one.amount != b.amount)
        same = (b for b in other_unit if same_measure((one.value, one.measure), (b.value, b.measure)))
        if one.value not in said and (other := next(same, None)) is not None:
            found.append((one, other))
    return found


def other_money(ours: Sequence[Figure], here: Sequence[Figure]) -> list[tuple[str, str]]:
    """What one number counts on both sides where that is the money of two countries, or two kinds of it."""
    found = []
    for one in ours:
        paid = [other.money for other in here if other.value == one.value and other.money]
        if one.money and paid and not any(_same_money(one.money, other) for other in paid):
            found.append((one.money.shown, paid[0].shown))
    return found


def other_measure(ours: Sequence[Figure], here: Sequence[Figure]) -> list[tuple[str, str]]:
    """What one number measures on both sides in two units of one kind: *50 miles*, *50 km*."""
    found = []
    for one in ours:
        same = [other for other in here if other.value == one.value and one.measure and other.measure]
        if same and not any(_may_be(one, other) for other in same):
            found.append((one.measured, same[0].measured))
    return found


def _may_be(one: Figure, other: Figure) -> bool:
    """Whether two measures may have one unit, or are no like measures."""
    if one.measure is None or other.measure is None or one.measure.of != other.measure.of:
        return True
    return not frozenset(one.measure.factors).isdisjoint(other.measure.factors)


def _same_money(one: Money, other: Money) -> bool:
    units = not one.units.isdisjoint(other.units)
    return units and (one.country == other.country or not (one.country and other.country))


def whole_decades(figures: Sequence[Figure], others: Sequence[Figure]) -> list[Figure]:
    """`figures`, those of two digits as the decades of `others` that they may be."""
    whole = {one.value % 100: one.value for one in others if one.kind == "decade" and one.value > 100}
    return [replace(one, value=whole[one.value]) if _short(one, whole) else one for one in figures]


def same_hours(figures: Sequence[Figure], others: Sequence[Figure]) -> list[Figure]:
    """`figures`, times of the day as the ones of `others` that they may be (*at five*, `17:00`), or as the
    numbers that they are said with where `others` have these for no time (`3:16`)."""
    figures = [_as_length(one, others) for one in figures]
    values = {one.value for one in others}
    plain = {one.value for one in others if not one.parts}
    found: list[Figure] = []
    for one in figures:
        same = (other.value for other in others if other.readings & one.readings)
        if one.value in values or not (one.readings or one.parts):
            found.append(one)
        elif (value := next(same, None)) is not None:
            found.append(replace(one, value=value, amount=None))
        elif one.parts and plain.issuperset(one.parts):
            found += [replace(one, value=part, readings=frozenset(), parts=()) for part in one.parts]
        else:
            found.append(one)
    return found


def _as_length(one: Figure, others: Sequence[Figure]) -> Figure:
    """Hours and minutes in hours where another length has their figures: *2 h 30* is not 2.3 hours."""
    if not one.readings or not one.amount or one.amount[0] != SECOND:
        return one
    lengths = (b for b in others if b.value == one.value and b.amount and b.amount[0] == SECOND)
    other = any(b.amount != one.amount for b in lengths)
    return replace(one, value=one.amount[1] / HOUR_SECONDS) if other else one


def _short(figure: Figure, whole: Mapping[Decimal, Decimal]) -> bool:
    return figure.kind == "decade" and figure.value in whole


def _unequal_ordinals(ours: Sequence[Figure], here: Sequence[Figure]) -> list[tuple[str, str]]:
    """An ordinal or a round number of ours beside another one: *the sixth* for *the eighth*."""
    values, known = {figure.value for figure in here}, {figure.value for figure in ours}
    ordinals, others = ([one for one in some if _is_ordinal(one)] for some in (ours, here))
    missing = [one for one in ordinals if one.value not in values]
    spare = [one for one in others if one.value not in known]
    pairs = zip(missing, spare, strict=False)
    return [(one.shown, other.shown) for one, other in pairs if _may_count(one, other)]


def _unequal_rounds(ours: Sequence[Figure], here: Sequence[Figure]) -> list[tuple[str, str]]:
    """A thousand or a decade in words beside another one: *a million*, *the seventies*."""
    found = []
    for one in ours:
        if not one.sure and one.kind in (ROUND, DECADE):
            same = [other for other in here if other.kind == one.kind]
            size = 100 if one.kind == DECADE else None
            if same and not any(_last(one.value, size) == _last(other.value, size) for other in here):
                found.append((one.shown, same[0].shown))
    return found


def _last(value: Decimal, size: int | None) -> Decimal:
    return value % size if size else value


def _is_ordinal(figure: Figure) -> bool:
    return (
        not figure.sure
        and figure.kind not in (*LENGTHY, NOON, ROUND)
        and (figure.kind == FIRST or figure.value >= SMALL_WORDS)
    )


def _may_count(one: Figure, other: Figure) -> bool:
    """Whether two count alike: the first is not the second, but *both* say nothing of a first."""
    if FIRST not in (one.kind, other.kind):
        return True
    return one.kind != other.kind and any(map(NEXT.fullmatch, (_plain(one), _plain(other))))


def _plain(figure: Figure) -> str:
    return "".join(fold_word(figure.shown.split()[0])) if figure.kind != FIRST else ""


def _another(figure: Figure, around: Sequence[Figure], amounts: set[tuple[str, Decimal]]) -> bool:
    """Whether a number inside a word of ours is none of the page's."""
    if figure.kind != "within" or not figure.unit:
        return False
    return figure.amount not in amounts and all(figure.value != one.value for one in around)


def _alike(one: Figure, other: Figure) -> bool:
    """Whether two numbers count the same unit."""
    return bool(one.unit) and one.unit == other.unit


def _answers(one: Figure, other: Figure) -> bool:
    if "within" in (one.kind, other.kind):
        return _alike(one, other)
    if not _clocks_alike(one, other):
        return False
    if one.kind != other.kind and not (_counts(one) and _counts(other)):
        return False
    low, high = sorted((one.value, other.value))
    return low == 0 or (high / low <= FAR and high / low not in FACTORS)


def _clocks_alike(one: Figure, other: Figure) -> bool:
    """Whether two numbers are both times of the day, both lengths of time, or neither: a time answers to no
    other number, nor its hour to the same one in the other half of the day (*at five*, *17 Uhr*)."""
    timed = [some for some in (one, other) if some.readings]
    lasting = [some for some in timed if some.amount and some.amount[0] == SECOND]
    if len(timed) == 2 and len(lasting) == 1 and lasting[0].value < HALF_DAY + 1:
        return abs(one.value - other.value) != HALF_DAY  # *il est 2 h 30* may be in the afternoon
    if len(timed) != 1 or (one.amount and other.amount and one.amount[0] == other.amount[0] == SECOND):
        return True
    halves = abs(one.value - other.value) == HALF_DAY
    return not (halves or timed[0].parts or timed[0].value % 1)


def _counts(figure: Figure) -> bool:
    return figure.kind == "plain" or (figure.kind == "year" and figure.value not in LIKELY_YEARS)
