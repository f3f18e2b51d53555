"""Phrases of several words, looked for by their first word: a language has hundreds, a passage hardly one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from citecheck.match.rules import Rules

Phrase = tuple[str, ...]
Phrases = Mapping[str, tuple[Phrase, ...]]
"""By first word."""


@cache
def cites(rules: Rules) -> Phrases:
    return _by_first_word(rules.cites)


@cache
def hedges(rules: Rules) -> Phrases:
    return _by_first_word(rules.hedges)


@cache
def contrast(rules: Rules) -> Phrases:
    return _by_first_word(rules.contrast)


@cache
def exception(rules: Rules) -> Phrases:
    return _by_first_word(rules.exception)


def begins(words: Sequence[str], index: int, phrases: Phrases) -> bool:
    """Whether a phrase stands at `words[index]`.

    >>> begins(("the", "rest", "at", "least"), 2, {"at": (("at", "most"), ("at", "least"))})
    True
    """
    return next(_at(words, index, phrases), None) is not None


def held(words: Sequence[str], phrases: Phrases) -> Iterator[Phrase]:
    """The phrases that stand in `words`, each as often as it does."""
    if not phrases.keys().isdisjoint(words):
        for index in range(len(words)):
            yield from _at(words, index, phrases)


def _at(words: Sequence[str], index: int, phrases: Phrases) -> Iterator[Phrase]:
    for phrase in phrases.get(words[index], ()):
        if tuple(words[index : index + len(phrase)]) == phrase:
            yield phrase


def _by_first_word(phrases: Sequence[Phrase]) -> Phrases:
    found: dict[str, tuple[Phrase, ...]] = {}
    for phrase in phrases:
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found
