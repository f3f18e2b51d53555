"""Old and new spelling of one word: *étoit*, *était*; *Thür*, *Tür*; *colour*, *color*; *мірѣ*, *мире*.

An edition of 1830 and a quotation in today's spelling have the same words. Each language has a list of
replacements that give both spellings one form; only words that stand at the same place are compared so.
"""

from __future__ import annotations

from functools import lru_cache

from citecheck.match.rules import Rules

LEAST_LETTERS = 3
"""Shorter words would become other words (*ai*, *oi*)."""


def same_spelling(left: str, right: str, rules: Rules) -> bool:
    """Whether two folded words are spellings of one.

    >>> from citecheck.match.rules import rules_for
    >>> same_spelling("etoit", "etait", rules_for("fr")), same_spelling("noir", "nair", rules_for("fr"))
    (True, False)
    """
    if not rules.spellings or not (left.isalpha() and right.isalpha()):
        return False
    if left in rules.numbers and right in rules.numbers and rules.numbers[left] != rules.numbers[right]:
        return False
    grave = rules.negation
    if min(len(left), len(right)) < LEAST_LETTERS and not (left in grave and right in grave):
        return left[:-1] == right[:-1] and _form(left, rules) == _form(right, rules)
    return _form(left, rules) == _form(right, rules)


@lru_cache(maxsize=8_192)
def _form(word: str, rules: Rules) -> str:
    for old, new in rules.spellings:
        word = old.sub(new, word)
    return word
