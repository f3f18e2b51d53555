"""Quotations beside sentences whose words are all equally like theirs, as no model would have it."""

from __future__ import annotations

from itertools import permutations

from citecheck.match.crosslingual.alike import Likeness
from citecheck.match.crosslingual.compared import compare_words
from citecheck.match.crosslingual.wording import wording_of
from citecheck.match.rules import rules_for

MOST_WORDS = 60
Said = dict[str, tuple[str, str]]
"""By language, a statement and the same with something exchanged."""


def each_with_each(*tables: Said) -> list[tuple[str, str, Said]]:
    """Two languages of a table and the table, for any two of each."""
    return [(quoted, language, said) for said in tables for quoted, language in permutations(said, 2)]


def differences_of(
    ours: str, theirs: str, like: float = 0.5, *, language: str, quoted: str = "fr"
) -> list[tuple[str, str]]:
    """What speaks against a quotation in the language `quoted` and a sentence in `language`."""
    one, other = wording_of(ours, rules_for(quoted)), wording_of(theirs, rules_for(language))
    table = [[like] * MOST_WORDS for _ in range(MOST_WORDS)]
    found = compare_words(one, other, other.terms, Likeness(table, (quoted, language))).differences
    return [(difference.quoted, difference.found) for difference in found]
