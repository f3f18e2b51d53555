"""Senses that are near each other, as the table itself shows: a dictionary that gives *refund* and
*compensation* one word in Russian and one in Spanish says that translators put the one for the other.

Two rows are near where words of families of languages that have little in common are in both. One language
alone proves nothing: *bank* is a shore and a house of money in German and English, and in none besides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from citecheck.match.crosslingual.senses import languages, rows, senses

FAMILY = {"en": 0, "de": 0, "fr": 1, "es": 1, "it": 1, "ru": 2, "uk": 2, "be": 2, "pl": 2}
FAMILIES = 2
"""Families of which a word must be in both rows."""
UNLIKE = frozenset("xtm")
"""Kinds that are near to nothing: times and what may or must be are told apart."""


@cache
def near() -> Mapping[int, frozenset[int]]:
    """Rows near each row, itself not among them; both take part in the same oppositions or in none."""
    kept = [(row, cells) for row, cells in enumerate(rows()) if _fit(row)]
    shared: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    for column, language in enumerate(languages(), 2):
        holders: defaultdict[str, list[int]] = defaultdict(list)
        for row, cells in kept:
            for word in set(cells[column].split()):
                holders[word].append(row)
        for found in holders.values():
            for at, one in enumerate(found):
                for other in found[at + 1 :]:
                    shared[one, other].add(FAMILY.get(language, 0))
    together: defaultdict[int, set[int]] = defaultdict(set)
    for (one, other), families in shared.items():
        if len(families) >= FAMILIES and senses()[one].sides == senses()[other].sides:
            together[one].add(other)
            together[other].add(one)
    return {row: frozenset(others) for row, others in together.items()}


def _fit(row: int) -> bool:
    sense = senses()[row]
    return not (sense.weighs or sense.kind in UNLIKE)


def are_near(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether a sense of one word is near a sense of another."""
    return any(near().get(row, frozenset()) & other for row in one)
