"""Which words of a quotation a foreign sentence has, and which of either are left over.

A sibling (*the same sentence about another firm*) and a contradiction (*rejected* for *approved*) leave a
word on both sides that has no counterpart; a free translation mostly leaves one on neither side or on one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from citecheck.match.crosslingual.senses import senses
from citecheck.match.crosslingual.terms import WORD_LETTERS, like_words, same_name, skeleton
from citecheck.match.crosslingual.wording import Term, Wording
from citecheck.model import Difference, DifferenceKind

LEAST_SKELETON = 4
"""Consonants from which words of common origin are told."""
FREE, MET, SHARE = 1, 5, 0.75
"""A free translation leaves out so many words that are in no row, where so many others and this share met
and the sentence says nothing that the quotation does not."""
COMPATIBLE = {"p": "pn", "n": "pna", "v": "vn", "a": "an", "t": "t", "m": "m"}
"""Kinds of words that stand for each other: *steel* for *coal*, no *steel* for *yesterday*."""


@dataclass(frozen=True, slots=True)
class Counterparts:
    """Pairs that met, and what is left over of the quotation and of the sentence."""

    met: tuple[tuple[Term, Term], ...]
    missing: tuple[Term, ...]
    added: tuple[Term, ...]

    @property
    def share(self) -> float:
        """Share of the quotation's words that met, 0 where it has none."""
        mine = {one for one, _ in self.met}
        return len(mine) / max(1, len(mine) + len(self.missing))


@dataclass(frozen=True, slots=True)
class Compared:
    """What comparing the words of a quotation and a sentence gave, as shown."""

    met: tuple[tuple[str, str], ...]
    differences: tuple[Difference, ...]
    share: float
    """Share of the quotation's words that met."""


def compare_words(
    ours: Wording, theirs: Wording, said: Wording, alike: Callable[[Term, Term], bool]
) -> Compared:
    """Compare a quotation's words with `theirs`, a sentence's, of which `said` are those in question.

    `alike` is asked about words that are not listed.
    """
    found = counterparts(ours.terms, theirs.terms, said.terms, alike)
    differences = word_differences(found) or changed_roles(found, ours, theirs)
    met = tuple((one.shown, other.shown) for one, other in found.met)
    return Compared(met, tuple(differences), found.share)


def counterparts(
    ours: Sequence[Term], theirs: Sequence[Term], said: Sequence[Term], alike: Callable[[Term, Term], bool]
) -> Counterparts:
    """Counterparts of `ours` among `theirs`, a sentence's terms, of which `said` are those in question.

    `alike` is asked about words that are not listed.
    """
    met = [(one, other) for one in ours for other in theirs if _meet(one, other)]
    mine, answered = {one for one, _ in met}, {other for _, other in met}
    missing = [one for one in ours if one not in mine]
    clauses = {other.clause for other in answered}
    first, last = min(clauses, default=0), max(clauses, default=0)
    added = [
        other
        for other in said
        if other not in answered and (first <= other.clause <= last or other.weighs or not clauses)
    ]
    for one in [one for one in missing if not (one.name or one.loose)]:
        for other in [
            other for other in added if not (other.name or other.loose or (one.rows and other.rows))
        ]:
            if not (one.capital and other.capital) and alike(one, other):
                met.append((one, other))
                missing.remove(one)
                added.remove(other)
                break
    return Counterparts(tuple(met), tuple(missing), tuple(added))


def word_differences(found: Counterparts) -> list[Difference]:
    """Words that speak against each other, that one side alone has, or that stand in each other's place."""
    missing = [one for one in found.missing if not one.loose]
    added = [one for one in found.added if not one.loose]
    pairs: list[tuple[Term | None, Term | None]] = []
    for test in (_opposed, _exchanged):
        if test is _exchanged:
            added = [one for one in added if one.telling]
            missing = [one for one in missing if one.telling]
        for one in list(missing):
            other = next((other for other in added if test(one, other)), None)
            if other is not None:
                pairs.append((one, other))
                missing.remove(one)
                added.remove(other)
    unknown = [one for one in missing if not (one.weighs or one.rows or one.name)]
    met = {one for one, _ in found.met}
    said = len(met) + sum(not one.loose for one in found.missing)
    if len(unknown) <= FREE and len(met) >= MET and len(met) >= SHARE * said and not added:
        unknown = []
    pairs += [(one, None) for one in missing if one.weighs or one in unknown]
    pairs += [(None, other) for other in added if other.weighs]
    return [
        Difference(DifferenceKind.WORD, one.shown if one else "", other.shown if other else "")
        for one, other in pairs
    ]


def changed_roles(found: Counterparts, ours: Wording, theirs: Wording) -> list[Difference]:
    """Who did it to whom, from where to where, and what stands on which side of a *not*, *but* or *than*.

    Word order is no proof where languages decline, so this asks to look, nothing more.
    """
    numbers = [(one, other) for one in ours.figures for other in theirs.figures if one.folded == other.folded]
    pairs = [*found.met, *numbers]
    once = sorted((pair for pair in pairs if _only(pair, pairs)), key=lambda pair: pair[0].at)
    for one, other in once:
        if {one.way, other.way} == {"from", "to"} and one.place:
            return [Difference(DifferenceKind.WORD, f"{one.way} {one.shown}", f"{other.way} {other.shown}")]
    for at, (one, other) in enumerate(once):
        for later, after in once[at + 1 :]:
            if later.at == one.at or after.at >= other.at:
                continue
            turned = ours.parts(one, later) and theirs.parts(after, other)
            counted = one.kind_of_figure == later.kind_of_figure != ""
            if turned or counted or (one.acts and later.acts and other.acts and after.acts):
                shown = f"{one.shown} … {later.shown}", f"{after.shown} … {other.shown}"
                return [Difference(DifferenceKind.WORD, *shown)]
    return []


def _only(pair: tuple[Term, Term], met: Sequence[tuple[Term, Term]]) -> bool:
    return all(pair == other or not (pair[0] in other or pair[1] in other) for other in met)


def _opposed(one: Term, other: Term) -> bool:
    against = {side for row in one.rows for side in senses()[row].opposed}
    return any(side in against for row in other.rows for side in senses()[row].sides)


def _exchanged(one: Term, other: Term) -> bool:
    if one.name or other.name:  # two names are compared as such
        return not (one.name and other.name) and not (one.rows or other.rows)
    if not one.rows or not other.rows:
        return True
    return any(kind in COMPATIBLE.get(mine, "") for mine in one.kinds for kind in other.kinds)


def _meet(one: Term, other: Term) -> bool:
    if one.rows & other.rows or one.folded == other.folded or (one.place and one.place == other.place):
        return True
    if _opposed(one, other):
        return False
    if one.name or other.name:
        return not (one.rows or other.rows) and same_name(one.folded, other.folded)
    if min(len(one.folded), len(other.folded)) < WORD_LETTERS:
        return False
    left, right = skeleton(one.folded), skeleton(other.folded)
    if min(len(left), len(right)) >= LEAST_SKELETON and like_words(left, right):
        return True
    return not (one.rows and other.rows) and same_name(one.folded, other.folded)
