"""Words that say so little that translations drop, add and exchange them: *way*, *basis*, *framework*,
*constitute*; *в части*, *на основе*, *de manière*. What is said stays what it is without them, so such a word
needs no counterpart.

`data/vague.tsv` has lines of a language (its two-letter code), a kind (`n`, `v` or `a` as in `senses.py`) and
folded forms; in Belarusian a stem has a `+`. `benchmarks/build_vague.py` makes it of words that were written
for this project.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from citecheck.match.crosslingual.equivalents import STEM_ENDINGS

SHORTEST_STEM = 2


@cache
def _forms(code: str) -> Mapping[str, str]:
    """The forms of a language's words, with their kinds."""
    source = files("citecheck.match").joinpath("data", "vague.tsv").read_text("utf-8")
    lines = (line.split("\t") for line in source.splitlines() if line.startswith(f"{code}\t"))
    return {form: kind for _, kind, *forms in lines for form in forms}


@lru_cache(maxsize=8192)
def vague_as(word: str, code: str) -> str:
    """The kind of a folded word of a language, a two-letter code, that is one of them; empty for another one.

    >>> vague_as("условиях", "ru"), vague_as("constitue", "fr"), vague_as("умовах", "be")
    ('n', 'v', 'n')
    >>> vague_as("завод", "ru"), vague_as("market", "en")
    ('', '')
    """
    forms = _forms(code) if code else {}
    if word in forms or code != "be":
        return forms.get(word, "")
    stems = (
        forms.get(word[:size] + "+", "")
        for size in range(SHORTEST_STEM, len(word) + 1)
        if STEM_ENDINGS.fullmatch(word[size:])
    )
    return next(filter(None, stems), "")
