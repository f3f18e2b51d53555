"""Where the words and phrases of a sentence stand, and the rows of the table that each is in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from citecheck.match.crosslingual.apart import joined, particles, unbound
from citecheck.match.crosslingual.degrees import graded, only_grades
from citecheck.match.crosslingual.lexicon import lexicon_for
from citecheck.match.crosslingual.senses import listed_as, senses, senses_at, senses_of
from citecheck.match.crosslingual.table import languages
from citecheck.match.crosslingual.terms import second_halves
from citecheck.match.fold import Words
from citecheck.match.rules import Rules

MEADOW = {"pré": "prairie", "prés": "prairie"}  # French, no *près*
ONLY = "seulement"  # what *ne … que* says
ACTIONS, BEYOND = frozenset("val"), 4
"""Kinds of words that are no names; letters of a name behind what is listed of it."""


def read(
    text: str, words: Words, clauses: Sequence[int], rules: Rules
) -> Iterator[tuple[int, int, frozenset[int]]]:
    """Where each word or phrase stands, how many words it takes, and the rows it is in."""
    code = rules.code if rules.code in languages() else ""
    apart = _apart(text, words, clauses) if code == "de" else {}
    verbs = {verb: words.folded[particle] for particle, verb in apart.items()}
    halves = second_halves(words.folded, lexicon_for(rules.code))
    at = 0
    while at < len(words.folded):
        rows, taken = senses_at(words.folded, at, code, _capital(text, words.starts[at], rules))
        start = words.starts[at]
        if code == "fr" and (meadow := MEADOW.get(text[start : start + len(words.folded[at])].casefold())):
            rows, taken = senses_of(meadow, code), 1
        if at in verbs:
            rows, taken = joined(verbs[at], words.folded[at]), 1
        elif not rows:
            rows = senses_of(unbound(words.folded[at], code), code)
        if at in halves:
            rows, taken = senses_of(ONLY, code), 1
        grades = taken == 1 and only_grades(words.folded, at, code)
        if grades or at in apart or (at in halves and not halves[at][1]):
            taken = 1
        else:
            yield at, taken, graded(rows, words.folded, at, taken, code)
        at += taken


def by_chance(name: str, rows: frozenset[int], code: str) -> bool:
    """Whether a folded name only begins like a listed action or description, which most of it goes beyond:
    *Rosenstein*, which begins like *rose*."""
    if not rows or not {senses()[row].kind for row in rows} <= ACTIONS:
        return False
    return len(name) - listed_as(name, code)[0] >= BEYOND


def _apart(text: str, words: Words, clauses: Sequence[int]) -> Mapping[int, int]:
    return particles(words.folded, [text[start].islower() for start in words.starts], clauses)


def _capital(text: str, start: int, rules: Rules) -> str:
    """Whether a word has a capital that tells names: `first` where its sentence may begin with it."""
    if rules.code == "de" or not text[start].isupper():
        return ""
    return "name" if text[:start].rstrip()[-1:].isalnum() else "first"
