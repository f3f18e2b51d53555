"""The ways in which a sentence holds what it says: as hearsay, as possible, under a condition, on paper only,
as nearly or partly so, with an exception, as a tale, of one of some.

`data/held.jsonl` has a line each way: by language, what says it (`said`), and what may answer it in a
translation besides (`also`). `*` stands for any letters, `…` for some words; a comma behind a phrase says
that commas must part it from the rest (*может быть*, which is *can be* without), a capital that it is a
German noun. Words are compared with their accents (*würde* is no *wurde*). The rows were written for this
project.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, product

from citecheck.match.crosslingual.term import Wording
from citecheck.match.rows import lines, strings

KEPT = 512
"""Sentences whose ways are remembered: each is asked for a few times."""
GAP = 9
"""Words that `…` may stand for."""


@dataclass(frozen=True, slots=True)
class Held:
    """A way of holding that a sentence has, and the places of the words that say so."""

    way: str
    places: range
    said: bool
    """Whether its row has it in `said`."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Phrases of one way in one language."""

    way: str
    said: bool
    parted: bool
    """Whether commas must part them from the rest."""
    capital: bool
    """Whether they begin with a capital, as German nouns do."""
    pattern: re.Pattern[str]


def ways_of(wording: Wording, code: str | None) -> tuple[Held, ...]:
    """The ways of holding that a sentence has."""
    return _ways(wording.shown, wording.clauses, code)


@lru_cache(maxsize=KEPT)
def _ways(shown: tuple[str, ...], clauses: tuple[int, ...], code: str | None) -> tuple[Held, ...]:
    words = [_plain(word) for word in shown]
    starts = list(accumulate((len(word) + 1 for word in words), initial=0))
    text = " ".join(words)
    found = []
    for listed in _patterns(code):
        for hit in listed.pattern.finditer(text):
            first, last = (bisect_right(starts, at) - 1 for at in (hit.start(), hit.end() - 1))
            places = range(first, last + 1)
            capital = shown[first][0].isupper()
            written = capital if listed.capital else first == 0 or not capital  # *Fast Food*
            if written and (not listed.parted or is_parted(places, clauses)):
                found.append(Held(listed.way, places, listed.said))
    return tuple(_settled(found))


def is_parted(places: range, clauses: Sequence[int]) -> bool:
    """Whether words are a clause of their own."""
    return clauses.count(clauses[places[0]]) == len(places)


def _plain(words: str) -> str:
    """Words as they are compared: small, *ß* as *ss*, *ё* as *е*."""
    return words.casefold().replace("ё", "е")


def _settled(found: Sequence[Held]) -> list[Held]:
    """Of words that mean *except* or *besides*, or *outside of*, which of these they mean: beside *all* or
    *nobody*, the first; *кроме того*, the second. Without what is part of a longer phrase (*even if*)."""
    total = any(one.way == "total" for one in found)
    beside = {place for one in found if one.way == "besides" for place in one.places}
    harmless = {place for one in found if one.way == "harmless" for place in one.places}
    settled = []
    for one in _longest(found):
        apart = one.way in ("apart", "beyond")
        if not harmless.isdisjoint(one.places) or (apart and not beside.isdisjoint(one.places)):
            continue
        if apart and total:
            settled.append(Held("except", one.places, True))
        else:
            settled.append(Held("apart", one.places, False) if one.way == "beyond" else one)
    return settled


def _longest(found: Sequence[Held]) -> Iterator[Held]:
    """Without those that are a part of a longer one."""
    behind, longest = -1, 0
    for one in sorted(found, key=lambda held: (held.places.start, -held.places.stop)):
        if one.places.stop > behind or len(one.places) == longest:
            behind, longest = max(behind, one.places.stop), len(one.places)
            yield one


@cache
def _patterns(code: str | None) -> list[Listed]:
    return [
        Listed(row["way"], kind == "said", parted, capital, _pattern(phrases))
        for row in lines("held.jsonl")
        for kind in ("said", "also")
        for parted, capital in product((False, True), repeat=2)
        if (
            phrases := [
                one
                for one in strings(row[kind].get(code, []))
                if one.endswith(",") == parted and one[0].isupper() == capital
            ]
        )
    ]


def _pattern(listed: Sequence[str]) -> re.Pattern[str]:
    """Any of some phrases, longer ones first, in words that spaces part."""
    ordered = sorted(listed, key=len, reverse=True)
    return re.compile(rf"(?<![^ ])(?:{'|'.join(map(_phrase, ordered))})(?![^ ])")


def _phrase(phrase: str) -> str:
    parts = re.escape(_plain(phrase.removesuffix(","))).replace(r"\*", "[^ ]*")
    return parts.replace(r"\ ", " ").replace(" … ", rf" (?:[^ ]+ ){{0,{GAP}}}?")
