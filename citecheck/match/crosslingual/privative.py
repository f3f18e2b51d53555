"""Words that deny what the rest of them says: *undeclared*, *gefahrlos*, *незадекларированный*."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from citecheck.match.crosslingual.equivalents import equivalent
from citecheck.match.crosslingual.kin import are_near
from citecheck.match.crosslingual.prefixes import DONE
from citecheck.match.crosslingual.senses import senses, senses_of
from citecheck.match.crosslingual.sounds import skeleton
from citecheck.match.rules import rules_for

PREFIXES: Mapping[str, tuple[str, ...]] = {
    "en": ("un", "in", "im", "il", "ir", "non"),
    "fr": ("in", "im", "il", "ir", "non"),
    "de": ("un", "nicht", "in", "ir"),
    "es": ("in", "im", "i"),
    "it": ("in", "im", "il", "ir", "s"),
    "ru": ("не", "без", "бес"),
    "uk": ("не", "без"),
    "be": ("не", "ня", "без", "бяс", "бяз", "бес"),
    "pl": ("nie", "bez"),
}
"""Folded beginnings; whether one denies is told by the rest, which must be a word of its own."""
LEAST_STEM = 4
LEAST_LACKED = 3
"""Letters of the rest behind a prefix, and before an ending of lack (*useless*)."""
LEAST_SOUNDS = 4
"""Consonants that words of common origin begin with: *déclarées*, *декларированных*."""


@dataclass(frozen=True, slots=True)
class Privative:
    """A folded word, its place, and what it may deny."""

    at: int
    folded: str
    stems: tuple[str, ...]


def privatives(words: tuple[str, ...], language: str | None) -> tuple[Privative, ...]:
    """The words of a sentence that may deny what the rest of them says."""
    found = ((at, word, _stems(word, language or "")) for at, word in enumerate(words))
    return tuple(Privative(at, word, stems) for at, word, stems in found if stems)


@lru_cache(maxsize=20_000)
def _stems(word: str, language: str) -> tuple[str, ...]:
    rules = rules_for(language)
    if word in rules.common or word in rules.negation:
        return ()
    begun = [word[len(prefix) :] for prefix in PREFIXES.get(language, ()) if word.startswith(prefix)]
    ended = [word[: -len(ending)] for ending in rules.privative if word.endswith(ending)]
    return (
        *(stem for stem in begun if len(stem) >= LEAST_STEM),
        *(stem for stem in ended if len(stem) >= LEAST_LACKED),
    )


@lru_cache(maxsize=20_000)
def meets(one: str, language: str | None, other: str, their: str | None) -> bool:
    """Whether two folded words of two languages may say the same, by the tables or by a common origin."""
    if any(word in rules_for(code).common for word, code in ((one, language), (other, their))):
        return False
    rows, theirs = _rows(one, language), _rows(other, their)
    if rows & theirs or are_near(rows, theirs) or equivalent(one, other, language, their):
        return True
    left, right = (skeleton(_undone(word, code)) for word, code in ((one, language), (other, their)))
    return min(len(left), len(right)) >= LEAST_SOUNDS and left[:LEAST_SOUNDS] == right[:LEAST_SOUNDS]


def _rows(word: str, language: str | None) -> frozenset[int]:
    return frozenset(row for row in senses_of(word, language or "") if senses()[row].kind not in "xl")


def _undone(word: str, language: str | None) -> str:
    """A Slavic verb of foreign origin without the prefix that says that it is done."""
    pattern = DONE.get(language or "")
    found = pattern.match(word) if pattern else None
    return word[found.end() :] if found else word
