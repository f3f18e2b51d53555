"""How a sentence holds what it says: as hearsay, as possible, under a condition, on paper only, as nearly or
partly so, with an exception, of what was so once. A page that says *angeblich* does not say what a quotation
says without it.

`data/held.jsonl` has a line each way of holding: by language, what says it (`said`), and what may answer it
in a translation besides (`also`). `*` stands for any letters, `…` for some words; a comma behind a phrase
says that commas must part it from the rest (*может быть*, which is *can be* without). Words are compared with
their accents (*würde* is no *wurde*). The rows were written for this project.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from citecheck.match.crosslingual.finite import is_statement, is_to_come
from citecheck.match.crosslingual.term import THINGS, Pair, Term, Wording
from citecheck.match.rows import lines, strings

Languages = tuple[str | None, str | None]

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
ASKED = DOUBT | {"paper", "nearly", "partly", "hardly", "except", "apart", "former"}
OF_STATEMENTS = DOUBT | {"paper"}
"""Ways that are said of a statement: a quotation that only names something (*the growth of exports*) may
stand in a sentence that doubts it."""
OF_ACTIONS = frozenset(("nearly", "partly", "hardly"))
"""Ways that are said of an action or of all of something. Of a number they are compared as numbers are."""
REACH = 4
"""Words from what says so to the nearest word that met. A plain limit."""
BESIDE = 2
"""The same of what is said of one word."""
THAT = frozenset(("that", "que", "qu", "dass", "che", "что", "що", "што", "ze", "iz"))
"""Folded words behind which stands what somebody says (*Говорят, что …*)."""
GAP = 9
"""Words that `…` may stand for."""


@dataclass(frozen=True, slots=True)
class Held:
    """A way of holding that a sentence has, and the places of the words that say so."""

    way: str
    places: range
    said: bool
    """Whether its row has it in `said`."""


def held_otherwise(
    met: Sequence[Pair], ours: Wording, theirs: Wording, codes: Languages
) -> tuple[str, str] | None:
    """What one side says of how it holds the statement and the other does not, as shown on both sides; `met`
    are the terms that met."""
    if not met:
        return None
    mine, there = (_all_ways(wording, code) for wording, code in zip((ours, theirs), codes, strict=True))
    for one in _alone(mine, there):
        if _bears(one, mine, [term for term, _ in met], ours):
            return _shown(one, ours), ""
    statement = is_statement(ours, codes[0])
    for one in _alone(there, mine):
        if (statement or one.way not in OF_STATEMENTS) and _bears(one, there, [b for _, b in met], theirs):
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
    return ways_of(wording, code) + come


def ways_of(wording: Wording, code: str | None) -> list[Held]:
    """The ways of holding that a sentence has."""
    words = [_plain(shown) for shown in wording.shown]
    starts = list(accumulate((len(word) + 1 for word in words), initial=0))
    text = " ".join(words)
    found = []
    for way, said, parted, pattern in _patterns(code):
        for hit in pattern.finditer(text):
            first, last = (bisect_right(starts, at) - 1 for at in (hit.start(), hit.end() - 1))
            places = range(first, last + 1)
            small = first == 0 or wording.shown[first][0].islower()  # *Fast Food*
            if small and (not parted or _parted(places, wording)):
                found.append(Held(way, places, said))
    return _settled(found)


def _parted(places: range, wording: Wording) -> bool:
    """Whether words are a clause of their own."""
    return wording.clauses.count(wording.clauses[places[0]]) == len(places)


def _plain(words: str) -> str:
    """Words as they are compared: small, *ß* as *ss*, *ё* as *е*."""
    return words.casefold().replace("ё", "е")


def _settled(found: Sequence[Held]) -> list[Held]:
    """Of words that mean *except* or *besides*, or *outside of*, which of these they mean: beside *all* or
    *nobody*, the first; *кроме того*, the second. Without what is part of a longer phrase (*even if*)."""
    total = any(one.way == "total" for one in found)
    beside = {place for one in found if one.way == "besides" for place in one.places}
    harmless = {place for one in found if one.way == "harmless" for place in one.places}
    settled = []
    for one in found:
        if any(set(one.places) < set(other.places) for other in found):
            continue
        apart = one.way in ("apart", "beyond")
        if not harmless.isdisjoint(one.places) or (apart and not beside.isdisjoint(one.places)):
            continue
        if apart and total:
            settled.append(Held("except", one.places, True))
        else:
            settled.append(Held("apart", one.places, False) if one.way == "beyond" else one)
    return settled


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
    clause = wording.clauses[start]
    if one.way == "if":
        return start - last <= REACH and first - end <= 3 * REACH
    if _parted(one.places, wording) or any(term.clause == clause for term in met):
        return first - REACH <= end and start <= last + REACH
    behind = wording.clauses.index(clause) + wording.clauses.count(clause)
    return 0 < first - end <= REACH and wording.words[behind] in THAT


def _of_action(one: Held, met: Sequence[Term], wording: Wording) -> bool:
    start, end = one.places[0], one.places[-1]
    numbered = any(start - BESIDE <= figure.at <= end + BESIDE for figure in wording.figures)
    near = [term for term in met if start - BESIDE <= term.at <= end + BESIDE]
    return not numbered and any(term.at > end or "v" in term.kinds or term.weighs for term in near)


def _shown(one: Held, wording: Wording) -> str:
    return " ".join(wording.shown[at] for at in one.places)


@cache
def _patterns(code: str | None) -> list[tuple[str, bool, bool, re.Pattern[str]]]:
    """Way, whether it is said for sure, whether commas must part it, and what says so."""
    return [
        (row["way"], kind == "said", parted, _pattern(phrases))
        for row in lines("held.jsonl")
        for kind in ("said", "also")
        for parted in (False, True)
        if (phrases := [one for one in strings(row[kind].get(code, [])) if one.endswith(",") == parted])
    ]


def _pattern(listed: Sequence[str]) -> re.Pattern[str]:
    """Any of some phrases, longer ones first, in words that spaces part."""
    ordered = sorted(listed, key=len, reverse=True)
    return re.compile(rf"(?<![^ ])(?:{'|'.join(map(_phrase, ordered))})(?![^ ])")


def _phrase(phrase: str) -> str:
    parts = re.escape(_plain(phrase.removesuffix(","))).replace(r"\*", "[^ ]*")
    return parts.replace(r"\ ", " ").replace(" … ", rf" (?:[^ ]+ ){{0,{GAP}}}?")
