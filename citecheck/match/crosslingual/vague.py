"""Words that say so little that translations drop, add and exchange them: *way*, *basis*, *framework*,
*constitute*; *в части*, *на основе*, *de manière*. What is said stays what it is without them, so such a word
needs no counterpart.

`data/vague.tsv` has a line a language: its two-letter code and folded forms; in Belarusian a stem has a `+`.
`benchmarks/build_vague.py` makes it of words that were written for this project.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from citecheck.match.crosslingual.equivalents import STEM_ENDINGS

SHORTEST_STEM = 2


@cache
def _forms(code: str) -> frozenset[str]:
    source = files("citecheck.match").joinpath("data", "vague.tsv").read_text("utf-8")
    for line in source.splitlines():
        language, *forms = line.split("\t")
        if language == code:
            return frozenset(forms)
    return frozenset()


@lru_cache(maxsize=8192)
def is_vague(word: str, code: str) -> bool:
    """Whether a folded word of a language, a two-letter code, is one of them.

    >>> is_vague("условиях", "ru"), is_vague("manieres", "fr"), is_vague("умовах", "be")
    (True, True, True)
    >>> is_vague("завод", "ru"), is_vague("market", "en")
    (False, False)
    """
    forms = _forms(code)
    if word in forms:
        return True
    return code == "be" and any(
        word[:size] + "+" in forms and STEM_ENDINGS.fullmatch(word[size:]) is not None
        for size in range(SHORTEST_STEM, len(word) + 1)
    )
