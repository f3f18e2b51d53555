"""Parts and multiples that a sentence names in words: *a third*, *two thirds*, *doubled*."""

from __future__ import annotations

from collections.abc import Sequence

from citecheck.match.crosslingual.lexicon import Lexicon

SINGLE = frozenset(("a", "one", "un", "jedna", "jednej"))
"""Folded words with which a phrase says that there is one part: *of the five, one third*."""


def fractions_of(words: Sequence[str], lexicon: Lexicon) -> frozenset[str]:
    """Names of the fractions and multiples among folded words: `1/2`, `2/3`, `3`."""
    places = [at for at in range(len(words)) if lexicon.fractional.at(words, at)]
    return frozenset(
        _multiplied(name, words, at, lexicon)
        for name, phrases in lexicon.fractions.items()
        for at in places
        if phrases.at(words, at)
    )


def _multiplied(name: str, words: Sequence[str], at: int, lexicon: Lexicon) -> str:
    """`2/3` for a third with a *two* before it, or as its first word."""
    if not name.startswith("1/") or name == "1/2" or words[at] in SINGLE:
        return name
    several = (lexicon.numbers.get(word) for word in (words[at], *words[max(0, at - 1) : at]))
    return f"{next((number for number in several if number), 1)}{name[1:]}"
