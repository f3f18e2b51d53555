"""Which words of a quotation a foreign sentence has, and which of either are left over.

A sibling (*the same sentence about another firm*) and a contradiction (*rejected* for *approved*) leave a
word on both sides that has no counterpart; a free translation mostly leaves one on neither side or on one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from citecheck.match.crosslingual.alike import Likeness
from citecheck.match.crosslingual.answering import halved, inside, narrowed, said_within, spoken_for
from citecheck.match.crosslingual.crowded import crowded_out
from citecheck.match.crosslingual.implied import graded, named_bare, outside
from citecheck.match.crosslingual.meeting import (
    LEAST,
    MOST,
    PART,
    are_opposed,
    may_stand,
    meet,
    needed,
)
from citecheck.match.crosslingual.otherwise import said_otherwise, stranded, vaguely
from citecheck.match.crosslingual.sides import by_the_way, contested
from citecheck.match.crosslingual.term import Term
from citecheck.model import Difference, DifferenceKind

FREE, MET, SHARE = 1, 5, 0.75
"""A free translation leaves out so many words that are in no row, where so many others and this share met
and the sentence says nothing at all that the quotation does not."""
STRANGE = 0.35
"""Likeness below which a thing that the sentence alone has is like nothing in the quotation."""
STRANGER = 0.25
"""The same of an action or a description (*disappointing*)."""
ADDED = 0.58
"""The same of what can be an action alone: *lifted the ban* is not *banned*. Of 1,096 true sentences that
agree nine have one."""
SLAVIC, PAST = frozenset(("ru", "uk", "be", "pl")), re.compile("(?:л[аио]|лі|l[aioy])(?:с[ья])?$")
"""Languages and endings of a past: an action, whatever the word begins like (*вернули*, *верный*)."""
SAID = 0.6
"""Likeness with a word that answers another one already from which a word that is in no row is said in it."""
COMPATIBLE = {"p": "pn", "n": "pna", "v": "vn", "a": "an", "t": "t", "m": "m", "r": "r"}
"""Kinds of words that stand for each other: *steel* for *coal*, no *steel* for *yesterday*."""


Together = tuple[frozenset[int], frozenset[int]]


@dataclass(frozen=True, slots=True)
class Counterparts:
    """Pairs that met, and what is left over of the quotation and of the sentence."""

    met: tuple[tuple[Term, Term], ...]
    missing: tuple[Term, ...]
    added: tuple[Term, ...]
    beyond: tuple[Term, ...] = ()
    """What the sentence has left over in clauses before and behind what met."""
    against: frozenset[str] = frozenset()
    """Sides of oppositions of which each sentence has one."""
    plainly: int = 0
    """Words of the quotation that met, where all of both sides did by the table, by sound or by near rows."""


def counterparts(
    ours: Sequence[Term],
    theirs: Sequence[Term],
    said: Sequence[Term],
    likeness: Likeness,
    together: Iterable[Together] = (),
) -> Counterparts:
    """Counterparts of `ours` among `theirs`, a sentence's terms, of which `said` are those in question.

    `likeness` is asked about words that the table and their sound do not bring together; `together` are
    places of phrases that say the same.
    """
    least = _least(ours, likeness)
    met = [(one, other) for one in ours for other in theirs if meet(one, other, likeness, least)]
    clauses, known = {other.clause for _, other in met}, set(met)
    mine, answered = {one for one, _ in met}, {other for _, other in met}
    free = [(one, other) for one in ours if one not in mine for other in theirs if other not in answered]
    alike = [(likeness.of(one, other), one, other) for one, other in free if likeness.table]
    for like, one, other in sorted(alike, key=lambda pair: (-pair[0], pair[1].at, pair[2].at)):
        if like >= needed(one, other, least, likeness) and one not in mine and other not in answered:
            met.append((one, other))
            mine.add(one)
            answered.add(other)
    if likeness.table:
        met += said_within(ours, theirs, met, likeness, least)
        met += spoken_for(ours, theirs, met, likeness)
    phrases = _in_phrases(ours, theirs, met, together)
    met, known = met + phrases, known | set(phrases)
    mine, answered = {one for one, _ in met}, {other for _, other in met}
    first, last = min(clauses, default=0), max(clauses, default=0)
    left = [other for other in said if other not in answered]
    added = [other for other in left if first <= other.clause <= last or other.weighs or not clauses]
    missing = [one for one in ours if one not in mine]
    turned = [(other, one) for one, other in met]
    implied = outside(ours, added, met, likeness.languages[0])
    implied += graded(added, turned, likeness.languages[0]) + named_bare(added, missing, turned)
    unneeded = graded(missing, met, likeness.languages[1]) + named_bare(missing, left, met)
    return Counterparts(
        tuple(met),
        tuple(one for one in missing if one not in unneeded),
        tuple(other for other in added if other not in implied),
        tuple(other for other in left if other not in added),
        contested(ours, theirs),
        _plainly(ours, said, [pair for pair in met if pair in known or may_stand(*pair, likeness)]),
    )


def _least(ours: Sequence[Term], likeness: Likeness) -> float:
    """Likeness from which words that are not listed meet."""
    return min(MOST, max(LEAST, PART * likeness.usual(ours)))


def _plainly(ours: Sequence[Term], said: Sequence[Term], met: Sequence[tuple[Term, Term]]) -> int:
    mine, answered = {one for one, _ in met}, {other for _, other in met}
    telling = [one for one in ours if not one.loose and one.kinds != "m"]
    spare = [other for other in said if not other.loose and other.kinds != "m" and other not in answered]
    return len(telling) if not spare and all(one in mine for one in telling) else 0


def _in_phrases(
    ours: Sequence[Term],
    theirs: Sequence[Term],
    met: Sequence[tuple[Term, Term]],
    together: Iterable[Together],
) -> list[tuple[Term, Term]]:
    """Words left over that are part of a phrase that the other side says (*prendre la fuite*, *скрыться*)."""
    mine, answered = {one for one, _ in met}, {other for _, other in met}
    if mine.issuperset(ours) and answered.issuperset(theirs):
        return []  # nothing to look for in phrases
    left = [one for one in ours if one not in mine], [other for other in theirs if other not in answered]
    found: list[tuple[Term, Term]] = []
    for here, there in together:
        one_side = [one for one in ours if inside(one, here)]
        other_side = [other for other in theirs if inside(other, there)]
        alone = any(one in one_side and other in other_side for one, other in met)
        if alone and (halved(one_side, other_side, left) or halved(other_side, one_side, left[::-1])):
            continue
        pairs = ((one, other) for one in one_side for other in other_side)
        found += [(one, other) for one, other in pairs if one not in mine or other not in answered]
    return [(one, other) for one, other in found if not are_opposed(one, other)]


def word_differences(
    found: Counterparts, likeness: Likeness, edges: frozenset[int] = frozenset()
) -> list[Difference]:
    """Words that speak against each other, that one side alone has, or that stand in each other's place;
    `edges` are places of the sentence that lie outside of what is quoted."""
    missing = [one for one in found.missing if not one.loose]
    added = [one for one in found.added if not one.loose]
    pairs: list[tuple[Term | None, Term | None]] = []
    for one in found.missing:
        against = (other for other in found.added if are_opposed(one, other))
        other = next((other for other in against if not (one.loose and other.loose)), None)
        if other is not None and not any(other is term for _, term in pairs):
            pairs.append((one, other))
            missing = [term for term in missing if term is not one]
            added = [term for term in added if term is not other]
    left = [other for other in (*added, *found.beyond) if not other.loose]
    beyond = [other for other in left if other.telling]
    exchanged: list[tuple[Term, Term]] = []
    for one in list(missing):
        fit = [other for other in beyond if one.telling and _exchanged(one, other, found.against)]
        if fit:
            likest = max(fit, key=lambda other: likeness.of(one, other) if likeness.table else 0)
            exchanged.append((one, likest))
            missing.remove(one)
            beyond.remove(likest)
    least = _least([*dict.fromkeys(one for one, _ in found.met), *found.missing], likeness)
    exchanged += said_otherwise(missing, left, exchanged, likeness, least)
    exchanged += crowded_out(found.met, missing, added, exchanged, likeness)
    exchanged += stranded(missing, added, exchanged, found.met, likeness)
    exchanged += [] if exchanged else narrowed(found.met, missing, added)
    missing = [one for one in missing if not any(one is mine for mine, _ in exchanged)]
    pairs += [*exchanged, *((one, None) for one in _alone(missing, found, likeness))]
    inside = [other for other in added if other.at not in edges]
    strange = [other for other in inside if other.weighs or _strange(other, likeness)]
    pairs += [(None, other) for other in strange if not any(other is b for _, b in (*pairs, *exchanged))]
    pairs += vaguely(found.missing, found.added, pairs, found.met, edges)
    return [
        Difference(DifferenceKind.WORD, one.shown if one else "", other.shown if other else "")
        for one, other in pairs
    ]


def _alone(missing: Sequence[Term], found: Counterparts, likeness: Likeness) -> list[Term]:
    """Words of the quotation that have nothing in their place and that the sentence should say."""
    met = {one for one, _ in found.met}
    unknown = [one for one in missing if not (one.rows or one.name) and likeness.best(one, None) < SAID]
    said = len(met) + sum(not one.loose for one in found.missing)
    if len(unknown) <= FREE and len(met) >= MET and len(met) >= SHARE * said:
        unknown = [] if not (found.added or found.beyond) else unknown
    return [one for one in missing if one.weighs or one in unknown or (one.rows and likeness.lacks(one))]


def _done(other: Term, likeness: Likeness) -> bool:
    """Whether the sentence alone has an action that nothing in the quotation is like."""
    past = likeness.languages[1] in SLAVIC and "v" in other.kinds and PAST.search(other.folded)
    return (other.kinds == "v" or bool(past)) and likeness.strange(other, ADDED)


def _strange(other: Term, likeness: Likeness) -> bool:
    return _done(other, likeness) or likeness.strange(other, STRANGE if other.thing else STRANGER)


def _exchanged(one: Term, other: Term, against: frozenset[str]) -> bool:
    if by_the_way(one, other, against):
        return False
    if one.name or other.name:  # two names are compared as such
        return not (one.name and other.name) and _may_be_named(one.kinds + other.kinds)
    if not one.rows or not other.rows:
        return True
    return any(kind in COMPATIBLE.get(mine, "") for mine in one.kinds for kind in other.kinds)


def _may_be_named(kinds: str) -> bool:
    """Whether a word of these kinds, or one that is not listed, may stand where another text has a name: a
    German capital or a title may be a thing (*a Bible*, *the Psalter*)."""
    return not kinds or bool(set(kinds) & set("np"))
