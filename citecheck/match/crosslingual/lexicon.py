"""Words that must agree between languages, one row a language, from `data/across.jsonl`.

A word that ends in `*` stands for all words that begin so: inflected languages have too many forms to list.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from citecheck.match.fold import split_words
from citecheck.match.rows import is_listed, lines

Value = TypeVar("Value")

SHORTEST = 2
"""Letters of the shortest listed beginning."""
KEPT_WORDS = 20_000
"""Answers that a look-up keeps; a page of sixty sentences has some 500 words, asked for by each quotation."""


class Lookup(Generic[Value]):
    """Values by word or by beginning of a word; the longest beginning wins."""

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        self._words: dict[str, Value] = {}
        self._beginnings: dict[str, Value] = {}
        for word, value in entries:
            folded = "".join(split_words(word.removesuffix("*")).folded)
            (self._beginnings if word.endswith("*") else self._words).setdefault(folded, value)
        self._kept: dict[str, Value | None] = {}

    def get(self, word: str) -> Value | None:
        """Value of a folded word, `None` where it is not listed."""
        try:
            return self._kept[word]
        except KeyError:
            if len(self._kept) >= KEPT_WORDS:
                self._kept.clear()
            found = self._kept[word] = self._found(word)
            return found

    def _found(self, word: str) -> Value | None:
        found = self._words.get(word)
        if found is not None:
            return found
        for size in range(len(word), SHORTEST - 1, -1):
            found = self._beginnings.get(word[:size])
            if found is not None:
                return found
        return None


class Phrases:
    """Phrases of folded words, the last of which may be a beginning (`*`)."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._all = [_phrase(phrase) for phrase in phrases]
        self._kept: dict[str, list[tuple[str, ...]]] = {}
        """By word, phrases that may begin with it."""

    def at(self, words: Sequence[str], at: int) -> int:
        """Words that the first phrase of all takes at `words[at]`, 0 where none stands there."""
        for phrase in self._beginning(words[at]):
            here = words[at : at + len(phrase)]
            if len(here) == len(phrase) and all(map(is_listed, here, phrase)):
                return len(phrase)
        return 0

    def _beginning(self, word: str) -> list[tuple[str, ...]]:
        found = self._kept.get(word)
        if found is None:
            if len(self._kept) >= KEPT_WORDS:
                self._kept.clear()
            found = self._kept[word] = [phrase for phrase in self._all if is_listed(word, phrase[0])]
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """One language's row."""

    numbers: Lookup[int]
    about: Lookup[int]
    """Ordinals and round numbers: they confirm a number, their absence says nothing."""
    scales: Lookup[int]
    fractions: Mapping[str, Phrases]
    fractional: Phrases
    """All of these."""
    decades: frozenset[str]
    """Words behind which a number is a decade: *années 80*."""
    single: frozenset[str]
    """Scale words that are one of it without a number: *a thousand*."""
    person: frozenset[str]
    """Words for one person, whose sums translators say: *a man and two women*."""
    people: frozenset[str]
    """Words for persons of whichever kind, as such a sum is said: *three people*."""
    and_half: Phrases
    """What adds a half: *et demi*, *с половиной*."""
    percent: Phrases
    joined_by: frozenset[str]
    no_negation: Phrases
    """Phrases with a negation that denies nothing: *not only*."""
    halves: frozenset[str]
    """Words that deny with a second one only: French *ne*."""
    halves_ended: Mapping[str, int]
    """Second words: 0 where they deny (*pas*), 1 where they restrict (*que*)."""
    near_negation: Lookup[bool]
    """Words that another language may say with a negation: *impossible*, *lacks*, *except*."""
    ordinary: frozenset[str]
    """Common nouns that are often written with a capital: *State*, *Loi*."""
    titles: frozenset[str]
    """Words before a name that a translation may leave out: *Mr*, *пан*."""
    without: frozenset[str]
    turns: frozenset[str]
    """Words that set one thing against another: *but*, *sondern*, *а*."""
    than: frozenset[str]
    """Words behind which stands what something is compared with."""
    governing: frozenset[str]
    """Prepositions behind which stands nobody who acts: neither those of passives (*by*, *von*) nor those of
    what belongs to somebody (*of*, *de*)."""
    ways: Mapping[str, str]
    """Prepositions that say `from` or `to` before a place."""
    opposites: Sequence[Lookup[tuple[str, int]]]
    """One look-up an opposition, to its name and side; a word may be on a side of several."""
    directions: Lookup[int]
    named: dict[str, frozenset[tuple[str, int]]]
    """Answers of `sides_of` that are kept."""

    def sides_of(self, word: str) -> frozenset[tuple[str, int]]:
        """Sides of oppositions that a folded word names."""
        found = self.named.get(word)
        if found is None:
            if len(self.named) >= KEPT_WORDS:
                self.named.clear()
            sides = (opposite.get(word) for opposite in self.opposites)
            found = self.named[word] = frozenset(side for side in sides if side is not None)
        return found


@cache
def lexicon_for(language: str | None) -> Lexicon:
    """The row of a language, an empty one where there is none."""
    return _rows().get(language or "") or _lexicon({})


@cache
def _rows() -> dict[str, Lexicon]:
    return {row["code"]: _lexicon(row) for row in lines("across.jsonl")}


def _lexicon(row: dict[str, dict[str, list[str]]]) -> Lexicon:
    return Lexicon(
        numbers=Lookup(_valued(row.get("numbers", {}))),
        about=Lookup(_valued(row.get("about", {}))),
        scales=Lookup(_valued(row.get("scales", {}))),
        fractions={name: Phrases(words) for name, words in row.get("fractions", {}).items()},
        fractional=Phrases(phrase for words in row.get("fractions", {}).values() for phrase in words),
        decades=_folded(row.get("decades", ())),
        single=_folded(row.get("single", ())),
        person=_folded(row.get("person", ())),
        people=_folded(row.get("people", ())),
        and_half=Phrases(row.get("and_half", ())),
        percent=Phrases(row.get("percent", ())),
        joined_by=frozenset(row.get("joined_by", ())),
        no_negation=Phrases(row.get("no_negation", ())),
        halves=frozenset(row.get("halves", ())),
        halves_ended=dict(_valued(row.get("halves_ended", {}))),
        near_negation=Lookup((word, True) for word in row.get("near_negation", ())),
        ordinary=_folded(row.get("ordinary", ())),
        titles=_folded(row.get("titles", ())),
        without=frozenset(row.get("without", ())),
        turns=frozenset(row.get("turns", ())),
        than=frozenset(row.get("than", ())),
        governing=_folded(row.get("governing", ())),
        ways={word: way for way in ("from", "to") for word in row.get(way, ())},
        opposites=[
            Lookup((word, (name, side)) for side in (0, 1) for word in sides[side])
            for name, sides in row.get("opposites", {}).items()
        ],
        directions=Lookup((word, at) for at, words in enumerate(row.get("directions", ())) for word in words),
        named={},
    )


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset("".join(split_words(word).folded) for word in words)


def _valued(words: dict[str, list[str]]) -> Iterable[tuple[str, int]]:
    return [(word, int(value)) for value, some in words.items() for word in some]


def _phrase(phrase: str) -> tuple[str, ...]:
    words = split_words(phrase.removesuffix("*")).folded
    return (*words[:-1], f"{words[-1]}*") if phrase.endswith("*") else words
