"""What of a quotation the located sentence bears out, and what it does not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from citecheck.match.crosslingual.compared import Compared
from citecheck.match.crosslingual.denied import negation
from citecheck.match.crosslingual.figure import Figure
from citecheck.match.crosslingual.relations import counting
from citecheck.match.crosslingual.sounds import same_named
from citecheck.match.crosslingual.terms import Name, Terms, met_name
from citecheck.match.crosslingual.told import (
    is_halved,
    is_share,
    shares_told,
    tells_share,
    told_inside,
    unequal_parts,
)
from citecheck.match.crosslingual.unequal import (
    SMALL_WORDS,
    as_weeks,
    conversions,
    other_measure,
    other_money,
    unequal_figures,
)
from citecheck.match.fold import split_words
from citecheck.match.units import units_of
from citecheck.model import Difference, DifferenceKind


@dataclass(frozen=True, slots=True)
class Agreement:
    """Differences, gravest kind first, and pairs of terms that met."""

    differences: tuple[Difference, ...]
    met: tuple[tuple[str, str], ...]
    anchored: bool
    """Whether a name or a number that says something met."""
    firmly: bool = False
    """Whether both did."""
    plainly: int = 0
    """As in `Counterparts`."""
    converted: tuple[Difference, ...] = ()
    """Those of the differences that may be one measure in two units."""

    @property
    def number_differs(self) -> bool:
        """Whether another number stands where ours should."""
        numbers = (one for one in self.differences if one.kind is DifferenceKind.NUMBER and one.found)
        return any(one not in self.converted for one in numbers)


def agreement(ours: Terms, here: Terms, around: Terms, words: Compared, found: str) -> Agreement:
    """Compare the terms of a quotation with those of the sentence `here`, shown as `found`, and of `around`.

    `around` holds the sentence and its neighbours: a name or a number may stand in the sentence before.
    """
    met: list[tuple[str, str]] = []
    ours, here, around = _in_weeks(ours, around), _in_weeks(here, ours), _in_weeks(around, ours)
    pairs = conversions(ours.figures, here.figures)
    converted = [Difference(DifferenceKind.NUMBER, one.measured, other.measured) for one, other in pairs]
    titles = _titles(ours, here) | _titles(here, ours)
    mine, there, near = (_without(pairs, titles, terms) for terms in (ours, here, around))
    differences = _numbers(mine, there, near, met) + converted
    differences += negation(ours, here, found)
    worded = _folded(one for one, _ in words.met), _folded(other for _, other in words.met)
    money = other_money(ours.figures, here.figures)
    differences += [Difference(DifferenceKind.NAME, one, other) for one, other in money]
    units = other_measure(ours.figures, here.figures)
    differences += [Difference(DifferenceKind.WORD, one, other) for one, other in units]
    differences += _names(ours, here, around, met, worded)
    differences += _opposites(ours, here)
    inside = told_inside(ours.figures, here.figures, pairs)
    shares = shares_told(ours, here)
    left = (one for one in words.differences if not (shares and is_share(one, ours, here)))
    differences += [one for one in left if not _is_told(one, *inside, titles)]
    counted = counting(ours, here)
    differences = [one for one in differences if not _is_counting(one, *counted)]
    met += words.met
    values = {figure.value for figure in around.figures}
    numbers = any(one.sure and one.value in values and one.value > SMALL_WORDS for one in ours.figures)
    names = any(name.sure and met_name(name, around) for name in ours.names)
    firmly = numbers and names
    return Agreement(
        tuple(differences), tuple(met), numbers or names, firmly, words.plainly, tuple(converted)
    )


def _in_weeks(terms: Terms, others: Terms) -> Terms:
    return replace(terms, figures=as_weeks(terms.figures, others.figures))


def _without(pairs: Sequence[tuple[Figure, Figure]], titles: frozenset[str], terms: Terms) -> Terms:
    """The terms without the figures of `pairs` and those that are words of `titles`."""
    told = [figure for pair in pairs for figure in pair]
    kept = (one for one in terms.figures if one not in told and not _folded([one.shown]) <= titles)
    return replace(terms, figures=tuple(kept))


def _titles(terms: Terms, others: Terms) -> frozenset[str]:
    """Folded number words that the other side has, too, beside the same word: titles are left as they are
    (*twelve-factor*)."""
    both = {*pairwise(terms.folded)} & {*pairwise(others.folded)}
    numbers = _folded(one.shown for one in terms.figures if one.word)
    return numbers & {word for pair in both for word in pair if not set(pair) <= numbers}


def _is_told(one: Difference, units: frozenset[str], inside: frozenset[str], titles: frozenset[str]) -> bool:
    """Whether words that are left over are a number inside a word, or what is counted (*jours* beside
    *четырёхдневный*), or words of titles."""
    sides = [(side, split_words(side).folded) for side in (one.quoted, one.found) if side]
    return all(side in inside or units_of(words) & units or titles.issuperset(words) for side, words in sides)


def _is_counting(one: Difference, ours: frozenset[str], here: frozenset[str]) -> bool:
    """Whether what is left over is a number of an expression that both sides say."""
    if one.kind not in (DifferenceKind.NUMBER, DifferenceKind.WORD):
        return False
    mine, there = (set(split_words(side).folded) for side in (one.quoted, one.found))
    return mine <= ours and there <= here


def _folded(shown: Iterable[str]) -> frozenset[str]:
    return frozenset(word for one in shown for word in split_words(one).folded)


def _numbers(ours: Terms, here: Terms, around: Terms, met: list[tuple[str, str]]) -> list[Difference]:
    figures = [one for one in ours.figures if not is_halved(one, here)]
    figures = [one for one in figures if not tells_share(one, ours, here)]
    pairs = unequal_figures(figures, here.figures, around.figures)
    differences = [Difference(DifferenceKind.NUMBER, mine, other) for mine, other in pairs]
    for figure in ours.figures:
        other = next((one.shown for one in around.figures if one.value == figure.value), None)
        if other is not None:
            met.append((figure.shown, other))
    values = {figure.value for figure in here.figures}
    for part, told in unequal_parts(ours, here):  # what ours tells without a number is no other one
        kind = DifferenceKind.NUMBER if part else DifferenceKind.WORD
        differences.append(Difference(kind, part, told))
    counted = {2, 3, 4} | {int(name) for name in ours.fractions if name.isdigit()}  # *5 times* is *fivefold*
    apart = bool(ours.fractions and here.fractions) and not ours.fractions & here.fractions
    parts = _parts(ours.fractions), _parts(here.fractions)
    if apart and (not values & counted or parts[0] & parts[1] or all(parts)):
        differences.append(
            Difference(DifferenceKind.NUMBER, _listed(ours.fractions), _listed(here.fractions))
        )
    elif parts[0] and not (around.fractions or around.figures):  # *a quarter of them*, and nothing is counted
        differences.append(Difference(DifferenceKind.NUMBER, _listed(ours.fractions), ""))
    return differences


def _parts(fractions: Iterable[str]) -> frozenset[str]:
    """Into how many parts something is divided: *a third*, *two thirds*."""
    return frozenset(name.partition("/")[2] for name in fractions if "/" in name)


def names_around(ours: Terms, here: Terms, around: Terms) -> frozenset[str]:
    """Folded names that the sentences beside `here` hold, where it has no other name in their place: it says
    *the works*, and they have said which; or that stand before a name that it holds (`_given`)."""
    if any(met_name(name, ours) is None for name in here.names):
        return frozenset()
    return frozenset(
        name.folded
        for name in ours.names
        if not met_name(name, here) and (met_name(name, around) or _given(name, ours, here))
    )


def _names(
    ours: Terms,
    here: Terms,
    around: Terms,
    met: list[tuple[str, str]],
    worded: tuple[frozenset[str], frozenset[str]],
) -> list[Difference]:
    """Names without a counterpart; `worded` are folded words of either side whose meaning met, as names of
    feasts and of states (*États-Unis*, *США*) do."""
    missing: list[Name] = []
    spare = [name for name in here.names if name.folded not in worded[1] and met_name(name, ours) is None]
    elsewhere = any(name.sure for name in spare)
    for name in ours.names:
        other = met_name(name, here) or (None if elsewhere else met_name(name, around))
        if other is not None:
            met.append((name.shown, other))
        elif name.folded not in worded[0] and not (_given(name, ours, here) and not spare):
            missing.append(name)
    differences = []
    for name in missing:
        other_name = next((one for one in spare if one.sure), None) or _other_given(name, ours, here, spare)
        if other_name is not None:
            spare.remove(other_name)
        if name.sure or other_name is not None:
            differences.append(
                Difference(DifferenceKind.NAME, name.shown, other_name.shown if other_name else "")
            )
    lost, strange = _places(ours, around), _places(here, ours)
    if not differences and lost and strange:
        differences.append(Difference(DifferenceKind.NAME, lost, strange))
    return differences


def _places(one: Terms, other: Terms) -> str:
    """The places of `one`, as written, that `other` has not, by its name either."""
    met = {name.place for name in one.names if met_name(name, other)}
    return ", ".join(one.shown[place] for place in sorted(one.places - other.places - met))


def _given(name: Name, ours: Terms, here: Terms) -> bool:
    """Whether a name is said before another one that `here` holds alone: *Friedrich Mandl*, *Mandl*."""
    alone = [other for other in here.names if other.alone]
    return any(same_named(one.folded, other.folded) for one in _behind(name, ours) for other in alone)


def _other_given(name: Name, ours: Terms, here: Terms, spare: Sequence[Name]) -> Name | None:
    """The name without a counterpart that `here` has before the one that `name` stands before in ours: at the
    head of a sentence a first name may be no name for all else (*Guillaume Dubois*, *Вильгельм Дюбуа*)."""
    named = _behind(name, ours)[:1]
    beside = ((other, _behind(other, here)[:1]) for other in spare)
    same = (o for o, there in beside for one in named for b in there if same_named(one.folded, b.folded))
    return next(same, None)


def _behind(name: Name, terms: Terms) -> list[Name]:
    """The sure names that stand right behind another one."""
    after = {word for before, word in pairwise(terms.folded) if before == name.folded}
    return [other for other in terms.names if other.sure and other.folded in after]


def _opposites(ours: Terms, here: Terms) -> list[Difference]:
    """Oppositions of which the quotation names one side only and the sentence the other one only."""
    differences = []
    for name in sorted({name for name, _ in ours.sides & _turned(here.sides)}):
        mine, theirs = ({side for one, side in sides if one == name} for sides in (ours.sides, here.sides))
        if len(mine) == len(theirs) == 1:
            sides = (name, mine.pop()), (name, theirs.pop())
            differences.append(Difference(DifferenceKind.WORD, ours.shown[sides[0]], here.shown[sides[1]]))
    if ours.directions and here.directions and not ours.directions & here.directions:
        differences.append(Difference(DifferenceKind.WORD, _compass(ours), _compass(here)))
    return differences


def _compass(terms: Terms) -> str:
    return ", ".join(terms.shown[at] for at in sorted(terms.directions))


def _turned(sides: frozenset[tuple[str, int]]) -> frozenset[tuple[str, int]]:
    return frozenset((name, 1 - side) for name, side in sides)


def _listed(values: frozenset[str]) -> str:
    return ", ".join(sorted(values))
