"""How a sentence holds what it says: as hearsay, as possible, under a condition, on paper only, as nearly or
partly so, with an exception, of what was so once. A page that says *angeblich* does not say what a quotation
says without it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from citecheck.match.crosslingual.finite import is_statement, is_to_come
from citecheck.match.crosslingual.holding import Held, is_parted, ways_of
from citecheck.match.crosslingual.term import THINGS, Languages, Pair, Term, Wording

DOUBT = frozenset(("hearsay", "perhaps", "would", "if"))
"""Ways that leave open whether it is so."""
ANSWERS: Mapping[str, frozenset[str]] = {
    "hearsay": frozenset(("perhaps", "would")),
    "perhaps": frozenset(("hearsay", "would", "if", "future")),
    "would": frozenset(("hearsay", "perhaps", "if", "future", "intended")),
    "if": frozenset(("would",)),
    "except": frozenset(("apart",)),
    "apart": frozenset(("except", "besides")),
    "besides": frozenset(("apart",)),
}
"""Other ways that answer one, where they are said for sure."""
OF_NUMBER = frozenset(("oneof", "neither", "overhalf"))
"""Ways that say of how many it holds."""
OUTSIDE = frozenset(("fiction", "denied"))
"""Ways that a sentence has in a part of it that is not quoted: *A legend says that …*."""
OF_STATEMENTS = DOUBT | OUTSIDE | {"paper"}
"""Ways that are said of a statement: a quotation that only names something (*the growth of exports*) may
stand in a sentence that doubts it."""
OF_ACTIONS = frozenset(("nearly", "partly", "hardly", "slightly"))
"""Ways that are said of an action or of all of something. Of a number they are compared as numbers are."""
ASKED = OF_STATEMENTS | OF_ACTIONS | OF_NUMBER | {"except", "apart", "former"}
"""Ways that the other side must answer; the others of the table only answer."""
REACH = 4
"""Words from what says so to the nearest word that met. A plain limit."""
FAR = 8
"""The same of ways that stand outside of what is quoted."""
BESIDE = 2
"""The same of what is said of one word."""
THAT = frozenset(("that", "que", "qu", "dass", "che", "что", "що", "што", "ze", "iz"))
"""Folded words behind which stands what somebody says (*Говорят, что …*)."""


def held_otherwise(
    met: Sequence[Pair], ours: Wording, theirs: Wording, codes: Languages
) -> tuple[str, str] | None:
    """What one side says of how it holds the statement and the other does not, as shown on both sides; `met`
    are the terms that met."""
    if not met:
        return None
    mine, there = (_all_ways(wording, code) for wording, code in zip((ours, theirs), codes, strict=True))
    for one in _alone(mine, there):
        if _bears(one, (*mine, *_all_of(there)), [term for term, _ in met], ours):
            return _shown(one, ours), ""
    statement = is_statement(ours, codes[0])
    if statement and ours.asks != theirs.asks:
        return (f"{ours.shown[0]} …?", "") if ours.asks else ("", f"{theirs.shown[0]} …?")
    for one in _alone(there, mine):
        if one.way in OF_STATEMENTS and not statement:
            continue
        if _bears(one, (*there, *_all_of(mine)), [term for _, term in met], theirs):
            return "", _shown(one, theirs)
    return None


def answered(ours: Wording, theirs: Wording, codes: Languages) -> tuple[frozenset[int], frozenset[int]]:
    """Places of words that say on either side how it holds the statement, where the other side says so, too:
    they need no other counterpart (*save one*, *prócz jednego*)."""
    mine, there = (ways_of(wording, code) for wording, code in zip((ours, theirs), codes, strict=True))
    both = ((mine, there), (there, mine))
    found = [
        frozenset(at for one in ones if _is_alike(one, others) for at in one.places) for ones, others in both
    ]
    return found[0], found[1]


def _all_ways(wording: Wording, code: str | None) -> list[Held]:
    """With what verbs say of what is to come: *said he would open*, *сказал, что откроет*."""
    come = [Held("future", range(0), True)] if is_to_come(wording, code) else []
    return [*ways_of(wording, code), *come]


def _all_of(others: Sequence[Held]) -> list[Held]:
    """What the other side says of both or each, which *one of* is not."""
    return [Held("both there", range(0), True) for one in others if one.way == "both"]


def _alone(ones: Sequence[Held], others: Sequence[Held]) -> Iterator[Held]:
    """Those of one side that nothing on the other side answers."""
    return (one for one in ones if one.said and one.way in ASKED and not _is_answered(one, others))


def _is_alike(one: Held, others: Sequence[Held]) -> bool:
    """Whether words need no counterpart: *refused* does, beside *promised*."""
    return one.said and one.way in ASKED | {"besides"} and _is_answered(one, others)


def _is_answered(one: Held, others: Sequence[Held]) -> bool:
    fit = ANSWERS.get(one.way, frozenset())
    return any(
        other.way == one.way or (other.way in fit and (other.said or other.way == "apart"))
        for other in others
    )


def _bears(one: Held, found: Sequence[Held], met: Sequence[Term], wording: Wording) -> bool:
    """Whether it is said of what met."""
    first, last = min(term.at for term in met), max(term.at for term in met)
    start, end = one.places[0], one.places[-1]
    if one.way in ("except", "apart"):
        if start > first:
            return start <= last + REACH
        near = wording.clauses[first] - wording.clauses[start] <= 1
        totals = (place for other in found if other.way == "total" for place in other.places)
        return near and one.way == "except" and any(first <= place <= last for place in totals)
    if one.way == "former":
        return any(term.at - end == 1 and not THINGS.isdisjoint(term.kinds) for term in met)
    if one.way in OF_ACTIONS:
        return _of_action(one, met, wording)
    if one.way in OF_NUMBER:
        return any(0 < term.at - end <= REACH for term in met) and _chosen(one, found)
    if one.way in OUTSIDE:
        far = 0 < first - end <= FAR or 0 < start - last <= FAR
        return far or _goes_on(wording, wording.clauses[start])
    clause = wording.clauses[start]
    if one.way == "if":
        return start - last <= REACH and first - end <= 3 * REACH
    if is_parted(one.places, wording.clauses) or any(term.clause == clause for term in met):
        return first - REACH <= end and start <= last + REACH
    return 0 < first - end <= REACH and _goes_on(wording, clause)


def _goes_on(wording: Wording, clause: int) -> bool:
    """Whether a *that* stands behind a clause."""
    behind = wording.clauses.index(clause) + wording.clauses.count(clause)
    return behind < len(wording.words) and wording.words[behind] in THAT


def _chosen(one: Held, found: Sequence[Held]) -> bool:
    """Whether *one of* is said of the largest or of a number of them, or of what the other side has both of
    or each; else it may be any single one (*один из полицейских*, *a policeman*)."""
    behind = range(one.places[-1], one.places[-1] + REACH + 1)
    near = (other.places[0] in behind for other in found if other.way == "most")
    return one.way != "oneof" or any(near) or any(other.way == "both there" for other in found)


def _of_action(one: Held, met: Sequence[Term], wording: Wording) -> bool:
    start, end = one.places[0], one.places[-1]
    numbered = any(start - BESIDE <= figure.at <= end + BESIDE for figure in wording.figures)
    near = [term for term in met if start - BESIDE <= term.at <= end + BESIDE]
    return not numbered and any(term.at > end or "v" in term.kinds or term.weighs for term in near)


def _shown(one: Held, wording: Wording) -> str:
    return " ".join(wording.shown[at] for at in one.places)
