"""Who gets something from somebody, or has it done by somebody: *s'est vu refuser un visa par*, *bekam von
ihm geschenkt*, *dostał od*, *had it repaired by*. Whoever stands first undergoes it, as in a passive, though
the verb is none. Its words were written for this project."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from citecheck.match.crosslingual.cases import OBJECT
from citecheck.match.crosslingual.somebody import CLOSED
from citecheck.match.crosslingual.term import Pair, Term, Wording
from citecheck.match.crosslingual.voice import BREAKS, BY, PASSIVE, UNDERGONE

SEES_ITSELF: Mapping[str, re.Pattern[str]] = {
    "fr": re.compile(
        r"(?:s|se) (?:\w+ )?(?:vus?|vues?|voi(?:t|ent)|v(?:it|irent)|verr(?:a|ont)|voir|voyai(?:t|ent)|"
        r"f(?:ait|ont|it|irent|era|eront|aire)|laisse\w*)"
    ),
    "es": re.compile(r"se (?:ha |han |habia )?(?:v(?:io|ieron|e|en|isto|era)|hizo|hicieron|dejo)"),
    "it": re.compile(r"(?:si|s) (?:e |sono |era )?(?:vist\w|vid(?:e|ero)|ved(?:e|ono)|fa|fece(?:ro)?|fatto)"),
    "de": re.compile(r"(?:liess|liessen|lasst|lassen)"),
    "en": re.compile(r"(?:ha(?:d|s|ve)|got|gets?|getting) (?:\w+ ){1,4}\w+(?:ed|en|[lr]t)"),
}
"""Folded words with which somebody has something done to him; whoever does it stands behind a `BY`."""
GETS: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"(?:receiv|obtain)\w+|gets?|got|getting"),
    "fr": re.compile(r"rec(?:oi|u|ev)\w*|obt(?:ien|en|in)\w*"),
    "de": re.compile(r"bek(?:am|amen|ommt|ommen)|erh(?:ielt|ielten|alt|alten)|kriegte?n?"),
    "ru": re.compile(r"получ\w+"),
    "uk": re.compile(r"(?:отрим|одерж)\w+"),
    "be": re.compile(r"атрым\w+"),
    "pl": re.compile(r"(?:dosta|otrzym)\w+"),
    "es": re.compile(r"recib\w+|obtuv\w+|obten\w+"),
    "it": re.compile(r"ricev\w+|otten\w+"),
}
"""Folded verbs of getting; whoever gives stands behind a `FROM`."""
FROM: Mapping[str, frozenset[str]] = {
    "en": frozenset(("from",)),
    "fr": frozenset(("de", "du", "des", "d", "par")),
    "de": frozenset(("von", "vom")),
    "ru": frozenset(("от", "у")),
    "uk": frozenset(("від", "од", "у")),
    "be": frozenset(("ад", "у")),
    "pl": frozenset(("od",)),
    "es": frozenset(("de", "del", "por")),
    "it": BY["it"],
}
BEFORE = 3
"""Words from such a preposition to somebody."""


def gets(wording: Wording, early: Term, late: Term, code: str | None) -> bool:
    """Whether whoever stands `early` gets something from whoever stands `late`, or has it done by him."""
    words = wording.words[early.places.stop : late.at]
    for verbs, marks in ((SEES_ITSELF, BY), (GETS, FROM)):
        form, by = verbs.get(code or ""), marks.get(code or "", frozenset())
        found = form.search(" ".join(words)) if form is not None else None
        if found is not None and not by.isdisjoint(words[-BEFORE:]) and _is_one(words, early, late, code):
            return True
    return False


def _is_one(words: Sequence[str], early: Term, late: Term, code: str | None) -> bool:
    return early.clause == late.clause and BREAKS.get(code or "", frozenset()).isdisjoint(words)


def one_gets(first: Pair, second: Pair, ours: Wording, theirs: Wording, codes: Sequence[str | None]) -> bool:
    """Whether the first of two gets something from the second on one side, where whoever gives stands first
    on the other."""
    (one, other), (later, after) = first, second
    return after.at < other.at and gets(ours, one, later, codes[0]) != gets(theirs, after, other, codes[1])


def given_back(
    first: Pair, second: Pair, ours: Wording, theirs: Wording, codes: Sequence[str | None]
) -> bool:
    """Whether the first of two gets something from the second on one side, and does it to him on the other:
    both stand in the same order, and the verb there is active and none of getting."""
    sides = [gets(some, first[at], second[at], codes[at]) for at, some in enumerate((ours, theirs))]
    if sides[0] == sides[1]:
        return False
    at = sides.index(False)
    wording, code, one, other = (ours, theirs)[at], codes[at] or "", first[at], second[at]
    words = wording.words[one.places.stop : other.at]
    if not words or not _is_one(words, one, other, code) or other.clause != one.clause:
        return False
    forms = [some[code].fullmatch for some in (GETS, PASSIVE) if code in some]
    forms += [UNDERGONE[code].search] if code in UNDERGONE else []
    if any(form(word) for form in forms for word in words):
        return False
    return code not in OBJECT or _subject(one, other, code)


def _subject(one: Term, other: Term, code: str) -> bool:
    """Whether the first of two Slavic words is a subject, by its form and the other's."""
    here, there = (term.shown.casefold() for term in (one, other))
    if OBJECT[code].search(here):
        return False
    return CLOSED.search(here) is not None or here[-1] in "оo" or OBJECT[code].search(there) is not None
