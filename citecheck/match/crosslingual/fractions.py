"""Parts and multiples that a sentence names in words: *a third*, *two thirds*, *doubled*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from citecheck.match.crosslingual.lexicon import Lexicon

SINGLE = frozenset(("a", "one", "un", "jedna", "jednej"))
"""Folded words with which a phrase says that there is one part: *of the five, one third*."""


ONE: Mapping[str, re.Pattern[str]] = {
    "ru": re.compile("одн(?:а|ои|у)"),
    "uk": re.compile("одн(?:а|іи|іє?і|у)"),
    "be": re.compile("адн(?:а|ои|аи|у)"),
    "pl": re.compile("jedn(?:a|ej)"),
}
PART_OF: Mapping[str, re.Pattern[str]] = {
    "ru": re.compile(".+(?:ая|ои|ую|ых|ыми?|ьих|ьими)"),
    "uk": re.compile(".+(?<!к)(?:а|оі|іи|у|их|ими?|і)"),
    "be": re.compile(".+(?:ая|аи|ую|ых|ыя|ымі?)"),
    "pl": re.compile(".+(?:[aej]|ich|ych|[iy]mi)"),
}
"""Folded forms of *one*, and of ordinals, in which they say what part of a whole something is (*dwie
trzecie*, *одна пятая*)."""
MOST_PARTS = 10


def fractions_of(words: Sequence[str], lexicon: Lexicon, language: str | None = None) -> frozenset[str]:
    """Names of the fractions and multiples among folded words: `1/2`, `2/3`, `3`."""
    return _listed(words, lexicon) | frozenset(_counted(words, lexicon, language or ""))


def _counted(words: Sequence[str], lexicon: Lexicon, language: str) -> Iterator[str]:
    """Fractions that a Slavic language says with a number and an ordinal."""
    if language not in PART_OF:
        return
    for at, word in enumerate(words[1:], 1):
        before = words[at - 1]
        several = 1 if ONE[language].fullmatch(before) else lexicon.numbers.get(before)
        parts = lexicon.about.get(word) if several and PART_OF[language].fullmatch(word) else None
        if several and parts and 3 <= parts <= MOST_PARTS and several < parts:
            yield f"{several}/{parts}"


def _listed(words: Sequence[str], lexicon: Lexicon) -> frozenset[str]:
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
