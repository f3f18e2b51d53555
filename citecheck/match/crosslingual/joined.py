"""Slavic compounds as the words that they are made of: *лесоперерабатывающий*, *transformation du bois*;
*спецтехника*, *special equipment*. The stumps were written for this project."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from citecheck.match.crosslingual.listed import Words, listed_beginning, words_in
from citecheck.match.crosslingual.senses import senses, senses_of
from citecheck.match.crosslingual.term import Term

LINKS: Mapping[str, tuple[str, ...]] = {
    "ru": ("о", "е"),
    "uk": ("о", "е", "є"),
    "be": ("а", "я", "о", "е"),
    "pl": ("o", "e"),
}
"""Folded letters between the two, by language; behind a stump there is none."""
ENDINGS = ("", "а", "о", "ь", "я", "е", "ия", "ие", "ія", "ы", "и", "a", "o", "e", "ia", "y")
"""What a noun may have in the place of the link: *лес*, *вод-а*, *нефт-ь*."""
STUMPS: Mapping[str, tuple[str, ...]] = {
    "special": ("спец",),
    "state": ("гос", "держ", "дзярж"),
    "agricultural": ("агро", "агра", "сель", "сельхоз", "сільгосп", "сельгас"),
    "aviation": ("авиа", "авіа", "авія"),
    "car": ("авто", "аўта", "аута"),
    "electric": ("электро", "електро", "электра"),
    "technical": ("тех", "тэх", "техн"),
    "medical": ("мед",),
    "professional": ("проф", "праф"),
    "social": ("соц", "сац"),
    "industrial": ("пром", "прам"),
    "construction": ("строи", "буд"),
    "coal": ("угле", "вугле", "вугла", "вугля"),
    "mining": ("горно", "гірничо", "горна"),
    "metal": ("металло", "метало", "метала"),
    "oil": ("нефте", "нафто", "нафта"),
    "energy": ("энерго", "енерго", "энерга"),
    "heat": ("тепло", "цепла"),
    "tourism": ("тур",),
    "chemical": ("хим", "хім"),
    "food": ("прод", "харч"),
    "pharmaceutical": ("фарм",),
    "regional": ("обл", "абл"),
    "national": ("нац",),
    "military": ("воен", "військ", "ваен"),
    "finance": ("фин", "фін"),
}
"""Beginnings of words that stand for an adjective, folded, by what they say in English."""
SHORTEST_HEAD, SHORTEST_TAIL, SHORTEST = 3, 5, 9
"""Letters of the first part, of the second one and of a word that is looked at."""
KINDS = frozenset("npva")
BESIDE = 4
"""Words from one to the other where they are said one by one: *transformation mécanique du bois*."""


@lru_cache(maxsize=8192)
def parts_joined(word: str, code: str) -> tuple[frozenset[int], ...]:
    """Rows of the two parts of a folded word of a language, a two-letter code; none where it is no compound
    of listed words.

    >>> bool(parts_joined("лесоперерабатывающии", "ru")), parts_joined("перерабатывающии", "ru")
    (True, ())
    """
    if code not in LINKS or len(word) < SHORTEST:
        return ()
    listed = words_in(code)
    for size in range(len(word) - SHORTEST_TAIL, SHORTEST_HEAD - 1, -1):
        head, tail = word[:size], word[size:]
        if (found := _stumps().get(head)) and (rows := _telling(listed_beginning(tail, listed)[1])):
            return found, rows
        for link in LINKS[code]:
            rest = tail.removeprefix(link)
            if rest == tail or len(rest) < SHORTEST_TAIL:
                continue
            first, rows = _noun(head, listed), _telling(listed_beginning(rest, listed)[1])
            if first and rows:
                return first, rows
    return ()


def _noun(head: str, listed: Words) -> frozenset[int]:
    """Rows of a thing whose name begins so, but for its ending."""
    rows = frozenset[int]().union(
        *(
            table.get(head + ending, frozenset())
            for ending in ENDINGS
            for table in (listed.whole, listed.beginnings)
        )
    )
    return frozenset(row for row in rows if senses()[row].kind == "n")


def _telling(rows: frozenset[int]) -> frozenset[int]:
    return frozenset(row for row in rows if senses()[row].kind in KINDS)


@cache
def _stumps() -> Mapping[str, frozenset[int]]:
    return {stump: _telling(senses_of(word, "en")) for word, stumps in STUMPS.items() for stump in stumps}


def in_parts(
    ours: Sequence[Term], theirs: Sequence[Term], codes: tuple[str | None, str | None]
) -> Iterator[tuple[frozenset[int], frozenset[int]]]:
    """Places of a compound on one side and of the two words that say the same on the other."""
    yield from _found(ours, theirs, codes[0])
    yield from ((here, there) for there, here in _found(theirs, ours, codes[1]))


def _found(
    compounds: Sequence[Term], words: Sequence[Term], code: str | None
) -> Iterator[tuple[frozenset[int], frozenset[int]]]:
    for one in compounds:
        parts = parts_joined(one.folded, code or "") if one.size == 1 else ()
        if not parts:
            continue
        heads, tails = ([word for word in words if word.rows & rows] for rows in parts)
        for head in heads:
            for tail in tails:
                if 0 < abs(head.at - tail.at) <= BESIDE:
                    yield frozenset(one.places), frozenset((*head.places, *tail.places))
