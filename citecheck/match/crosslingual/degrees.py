"""Which way a comparison goes that is said in two words: *plus petit*, *более низкий* and *самый маленький*
are less, as *меншы* and *smallest* are, and *moins élevé* is *niedriger*."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from citecheck.match.crosslingual.senses import senses, senses_of

SIZES = frozenset(("big", "high", "long"))
"""Oppositions of how much of a thing there is."""
MARKERS: Mapping[str, frozenset[str]] = {
    "en": frozenset(("more", "most")),
    "fr": frozenset(("plus",)),
    "es": frozenset(("mas",)),
    "it": frozenset(("piu",)),
    "ru": frozenset(("более", "самыи", "самая", "самое", "самые", "самого", "самои", "самому", "самым",
                     "самом", "самую", "самых", "самыми", "наиболее")),
    "uk": frozenset(("більш", "найбільш")),
    "be": frozenset(("больш", "самы", "самая", "самае", "самыя", "самага", "самаи", "самаму", "самым",
                     "самую", "самых", "самымі", "найбольш")),
    "pl": frozenset(("bardziej", "najbardziej")),
}  # fmt: skip
"""Folded words that raise a comparison and say nothing of how much there is."""
LESS: Mapping[str, frozenset[str]] = {
    "en": frozenset(("less", "least")),
    "fr": frozenset(("moins",)),
    "es": frozenset(("menos",)),
    "it": frozenset(("meno",)),
    "de": frozenset(("weniger", "wenigsten")),
    "ru": frozenset(("менее", "наименее")),
    "uk": frozenset(("менш", "найменш")),
    "be": frozenset(("менш", "найменш")),
    "pl": frozenset(("mniej", "najmniej")),
}
"""Folded words that turn a comparison round."""
MOST = re.compile("сам|наи|naj|least|most|wenigsten")
COMPARES = re.compile("more|less|weniger|более|менее|больш|більш|менш|bardziej|mniej")
"""Folded words of these that say *most* and *least* alone, and *more* and *less* alone; French, Spanish and
Italian say both with one word."""
MANNER = "a"


def of_smallness(words: Sequence[str], at: int, code: str) -> bool:
    """Whether the folded word at a place only raises the smallness that the next one says.

    >>> of_smallness(("plus", "petit"), 0, "fr"), of_smallness(("plus", "grand"), 0, "fr")
    (True, False)
    """
    after = words[at + 1 : at + 2]
    return words[at] in MARKERS.get(code, frozenset()) and any(
        is_small(senses_of(word, code)) for word in after
    )


def only_grades(words: Sequence[str], at: int, code: str) -> bool:
    """Whether the folded word at a place and the next one say together what one word says elsewhere: *plus
    petit*, *moins élevé*."""
    after = words[at + 1 : at + 2]
    turned = words[at] in LESS.get(code, frozenset()) and any(_sizes(senses_of(word, code)) for word in after)
    return turned or of_smallness(words, at, code)


def graded(rows: frozenset[int], words: Sequence[str], at: int, taken: int, code: str) -> frozenset[int]:
    """`rows` of the words from a place on, with those of *less* or *least* where they say *less* with a word
    before them: *petit* behind *plus*, *élevé* behind *moins*, which is then low."""
    if taken > 1 and of_smallness(words, at, code):
        return rows | _lesser(words[at])
    if taken > 1 or not at or not only_grades(words, at - 1, code):
        return rows
    low = (
        frozenset().union(*map(_low, _sizes(rows))) if words[at - 1] in LESS.get(code, frozenset()) else rows
    )
    return low | _lesser(words[at - 1])


@cache
def _lesser(marker: str) -> frozenset[int]:
    """Rows of *less*, or of *least* too where a word may say so (*le plus petit*)."""
    less, least = (
        frozenset(row for row in senses_of(word, "en") if side in senses()[row].sides)
        for word, side in (("less", "-more"), ("least", "-most"))
    )
    return least if MOST.match(marker) else less if COMPARES.fullmatch(marker) else less | least


def is_small(rows: frozenset[int]) -> bool:
    """Whether rows say that there is little of something, and none of them that there is much."""
    sides = {side for row in rows for side in senses()[row].sides}
    return any(f"-{size}" in sides and f"+{size}" not in sides for size in SIZES)


def _sizes(rows: frozenset[int]) -> frozenset[str]:
    """Sizes of which rows say that there is much."""
    sides = {side for row in rows if senses()[row].kind == MANNER for side in senses()[row].sides}
    return frozenset(size for size in SIZES if f"+{size}" in sides)


@cache
def _low(size: str) -> frozenset[int]:
    """Rows of descriptions that say little of a size."""
    return frozenset(at for at, one in enumerate(senses()) if one.kind == MANNER and f"-{size}" in one.sides)
