"""Where clauses begin, and what introduces them: *because*, *before*, *if*. The words are in
`data/clauses.jsonl`, written for this project, as all rules about them were."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from citecheck.match.crosslingual.lexicon import Phrases, lexicon_for
from citecheck.match.crosslingual.term import Wording
from citecheck.match.rows import rows, strings

WAYS = ("because", "so", "before", "after", "if", "although")
"""How one clause may come to another, as the columns of the data file are called."""
STANDS = ("instead", "against", "despite", "owing", "exchange")
"""How a thing may come to a statement, by a preposition; columns of the same file."""

OF: Mapping[str, frozenset[str]] = {
    "en": frozenset(("of", "s", "from")),
    "fr": frozenset(("de", "du", "des", "d")),
    "de": frozenset(("von", "vom", "des")),
    "ru": frozenset(("из", "от")),
    "uk": frozenset(("з", "із", "від")),
    "be": frozenset(("з", "ад")),
    "pl": frozenset(("z", "od")),
    "es": frozenset(("de", "del")),
    "it": frozenset(("di", "del", "dello", "della", "dell", "dei", "degli", "delle")),
}
"""Folded words before somebody whom something belongs to, or who is where it comes from."""
OR_AND: Mapping[str, frozenset[str]] = {
    "en": frozenset(("and", "or")),
    "fr": frozenset(("et", "ou")),
    "de": frozenset(("und", "oder")),
    "ru": frozenset(("и", "или")),
    "uk": frozenset(("і", "й", "та", "або")),
    "be": frozenset(("і", "ды", "або")),
    "pl": frozenset(("i", "oraz", "lub")),
    "es": frozenset(("y", "e", "o")),
    "it": frozenset(("e", "ed", "o")),
}
"""Folded words before one of several."""


@dataclass(frozen=True, slots=True)
class Introduced:
    """A clause and how it comes to what is around it."""

    way: str
    """One of `WAYS`."""
    places: range
    """Places of its words, without those that introduce it."""


def introduced(wording: Wording, code: str | None) -> list[Introduced]:
    """All clauses of a sentence behind a word of `WAYS`, in order; none in a language without a row. A clause
    goes to the next comma; one that has a comma right behind its word is left out (*So, we went*)."""
    found, clauses = list[Introduced](), _clauses(wording)
    at = 0
    while at < len(wording.words):
        phrases = ((some.at(wording.words, at), way) for way, some in _ways(code, WAYS).items())
        taken, way = max(phrases, default=(0, ""))
        end = at + max(taken, 1)
        begins = at == 0 or clauses[at] != clauses[at - 1]
        amid = way == "so" and not begins  # *because so many*, *рік тому*
        if taken and not amid and end < len(clauses) and clauses[end] == clauses[end - 1]:
            found.append(Introduced(way, range(end, bisect_right(clauses, clauses[end]))))
        at = end
    return found


def standing(wording: Wording, code: str | None) -> dict[str, int]:
    """Places of the words behind the only preposition of each of `STANDS`: *instead of* the mechanics; not of
    one with which a clause begins (*the law, against which*)."""
    found: dict[str, int] = {}
    begins = {at for at in range(1, len(wording.words)) if wording.clauses[at] != wording.clauses[at - 1]}
    for way, phrases in _ways(code, STANDS).items():
        taken = {at: phrases.at(wording.words, at) for at in range(len(wording.words)) if at not in begins}
        places = [at + size for at, size in taken.items() if size]
        if len(places) == 1:
            found[way] = places[0]
    return found


def segments(wording: Wording, code: str | None, finely: bool = False) -> list[int]:
    """Of each word, how many clauses begin before it or with it: at commas and the like, and at words such as
    *and*, *which*, *because*; `finely` at prepositions, and before and behind verbs, too."""
    begins = _begins(code)
    verbs = [term.places for term in wording.terms if finely and term.kinds == "v"]
    parts = {place for places in verbs for place in (places.start, places.stop)}
    small = behind_which_nobody_acts(code) if finely else frozenset[str]()
    counted, found = 0, list[int]()
    clauses = _clauses(wording)
    for at, clause in enumerate(clauses):
        ends = at > 0 and clause != clauses[at - 1]
        part = at in parts or wording.words[at] in small
        lone = len(found) > 1 and found[-1] != found[-2]  # *, against which*
        counted += at > 0 and (ends or part or (begins.at(wording.words, at) > 0 and not lone))
        found.append(counted)
    return found


@cache
def behind_which_nobody_acts(code: str | None) -> frozenset[str]:
    """Folded words of a language behind which stands no subject alone: prepositions, *of*, *and*, *or*."""
    some = OF.get(code or "", frozenset()) | OR_AND.get(code or "", frozenset())
    return some | lexicon_for(code).governing


def _clauses(wording: Wording) -> list[int]:
    """Of each word, how many clauses end before it; quotation marks end none: *das Werk «Stern» kauft*."""
    return [clause - sum(mark <= clause for mark in wording.marks) for clause in wording.clauses]


@cache
def _ways(code: str | None, columns: Sequence[str]) -> Mapping[str, Phrases]:
    row = rows("clauses.jsonl").get(code or "", {})
    return {way: Phrases(sorted(strings(row[way]), key=len, reverse=True)) for way in columns if way in row}


@cache
def _begins(code: str | None) -> Phrases:
    return Phrases(strings(rows("clauses.jsonl").get(code or "", {}).get("begins", [])))
