"""The ways in which a sentence holds what it says: as hearsay, as possible, under a condition, on paper only,
as nearly or partly so, with an exception, as a tale, of one of some.

`data/held.jsonl` has a line each way: by language, what says it (`said`), and what may answer it in a
translation besides (`also`). `*` stands for any letters, `…` for some words; a comma behind a phrase says
that commas must part it from the rest (*может быть*, which is *can be* without). Words are compared with
their accents (*würde* is no *wurde*). The rows were written for this project.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from citecheck.match.crosslingual.term import Wording
from citecheck.match.rows import lines, strings

GAP = 9
"""Words that `…` may stand for."""


@dataclass(frozen=True, slots=True)
class Held:
    """A way of holding that a sentence has, and the places of the words that say so."""

    way: str
    places: range
    said: bool
    """Whether its row has it in `said`."""


def ways_of(wording: Wording, code: str | None) -> list[Held]:
    """The ways of holding that a sentence has."""
    words = [_plain(shown) for shown in wording.shown]
    starts = list(accumulate((len(word) + 1 for word in words), initial=0))
    text = " ".join(words)
    found = []
    for way, said, parted, pattern in _patterns(code):
        for hit in pattern.finditer(text):
            first, last = (bisect_right(starts, at) - 1 for at in (hit.start(), hit.end() - 1))
            places = range(first, last + 1)
            small = code == "de" or first == 0 or wording.shown[first][0].islower()  # *Fast Food*
            if small and (not parted or is_parted(places, wording)):
                found.append(Held(way, places, said))
    return _settled(found)


def is_parted(places: range, wording: Wording) -> bool:
    """Whether words are a clause of their own."""
    return wording.clauses.count(wording.clauses[places[0]]) == len(places)


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
    for one in found:
        if any(set(one.places) < set(other.places) for other in found):
            continue
        apart = one.way in ("apart", "beyond")
        if not harmless.isdisjoint(one.places) or (apart and not beside.isdisjoint(one.places)):
            continue
        if apart and total:
            settled.append(Held("except", one.places, True))
        else:
            settled.append(Held("apart", one.places, False) if one.way == "beyond" else one)
    return settled


@cache
def _patterns(code: str | None) -> list[tuple[str, bool, bool, re.Pattern[str]]]:
    """Way, whether it is said for sure, whether commas must part it, and what says so."""
    return [
        (row["way"], kind == "said", parted, _pattern(phrases))
        for row in lines("held.jsonl")
        for kind in ("said", "also")
        for parted in (False, True)
        if (phrases := [one for one in strings(row[kind].get(code, [])) if one.endswith(",") == parted])
    ]


def _pattern(listed: Sequence[str]) -> re.Pattern[str]:
    """Any of some phrases, longer ones first, in words that spaces part."""
    ordered = sorted(listed, key=len, reverse=True)
    return re.compile(rf"(?<![^ ])(?:{'|'.join(map(_phrase, ordered))})(?![^ ])")


def _phrase(phrase: str) -> str:
    parts = re.escape(_plain(phrase.removesuffix(","))).replace(r"\*", "[^ ]*")
    return parts.replace(r"\ ", " ").replace(" … ", rf" (?:[^ ]+ ){{0,{GAP}}}?")
