"""Where clauses begin, and what a thing stands behind: *instead of*, *despite*. The words are in
`data/clauses.jsonl`, written for this project, as all rules about them were."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from citecheck.match.crosslingual.lexicon import Phrases, lexicon_for
from citecheck.match.crosslingual.term import Wording
from citecheck.match.rows import rows, strings

GERMAN, ARTICLE, WHICH = "de", 2, 2
"""Words behind a German preposition among which its noun is, but for adjectives; words behind any preposition
among which its *which* is (*contro il quale*)."""
STANDS = ("instead", "against", "despite", "owing", "exchange", "unlike", "according")
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


def standing(wording: Wording, code: str | None) -> dict[str, int]:
    """Places of the words behind the only preposition of each of `STANDS`: *instead of* the mechanics; not of
    one with which a clause begins (*the law, against which*)."""
    found: dict[str, int] = {}
    for way, phrases in _ways(code, STANDS).items():
        taken = {at: phrases.at(wording.words, at) for at in range(len(wording.words))}
        places = [
            at + size for at, size in taken.items() if size and not _relates(wording, at, at + size, code)
        ]
        if len(places) == 1:
            found[way] = places[0]
    return found


def _relates(wording: Wording, at: int, end: int, code: str | None) -> bool:
    """Whether a relative clause begins with a preposition: a word for *which* stands behind it, in German one
    that is an article before a noun (*, gegen den …*)."""
    if at == 0 or wording.clauses[at] == wording.clauses[at - 1]:
        return False
    if code == GERMAN:
        return not any(word[:1].isupper() for word in wording.shown[end : end + ARTICLE])
    return any(
        _begins(code).at(wording.words, place) for place in range(end, min(end + WHICH, len(wording.words)))
    )


def segments(wording: Wording, code: str | None, finely: bool = False) -> list[int]:
    """Of each word, how many clauses begin before it or with it: at commas and the like, and at words such as
    *and*, *which*, *because*; `finely` at prepositions, and before and behind verbs, too."""
    begins = _begins(code)
    verbs = [term.places for term in wording.terms if finely and term.kinds == "v"]
    parts = {place for places in verbs for place in (places.start, places.stop)}
    small = behind_which_nobody_acts(code) if finely else frozenset[str]()
    counted, found = 0, list[int]()
    clauses = commas(wording)
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


def commas(wording: Wording) -> list[int]:
    """Of each word, how many clauses end before it; quotation marks end none: *das Werk «Stern» kauft*."""
    return [clause - sum(mark <= clause for mark in wording.marks) for clause in wording.clauses]


@cache
def _ways(code: str | None, columns: Sequence[str]) -> Mapping[str, Phrases]:
    row = rows("clauses.jsonl").get(code or "", {})
    return {way: Phrases(sorted(strings(row[way]), key=len, reverse=True)) for way in columns if way in row}


@cache
def _begins(code: str | None) -> Phrases:
    return Phrases(strings(rows("clauses.jsonl").get(code or "", {}).get("begins", [])))
