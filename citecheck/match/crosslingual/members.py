"""Members of one class that rows of words hold together and no translator exchanges: a president and a
director, a niece and a granddaughter, a court of a district and one of a region.

`data/members.tsv` has a line each member, with its class and its words in nine languages (`*` for any ending,
`_` between two words). A word that may be either is in both lines (*nipote*, *Vorstandsvorsitzender*); one
that any of them may be called by (*head*, *chef*, *глава*) is in none. Written for this project.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from citecheck.match.crosslingual.lexicon import Lookup
from citecheck.match.fold import split_words

COMPOUNDED = frozenset(("office", "rank", "cleric"))
"""Classes that the last part of a German word tells: *Justizminister*, no *Stadtväter*."""
CONVERSE = "~"
"""Before a class of verbs that tell one deed from its two ends (`converse.py`); they may meet."""
LEAST_TAIL = 6
Members = frozenset[tuple[str, str]]
"""Classes, each with a member."""


def members_at(words: Sequence[str], places: range, code: str | None) -> Members:
    """Members that the folded words at some places of a sentence may be."""
    if not code:
        return frozenset()
    return frozenset().union(*(_at(words, at, code) for at in places))


def apart(one: Members, other: Members) -> bool:
    """Whether two words are members of one class and cannot be the same one.

    >>> apart(frozenset({("kin", "niece"), ("kin", "nephew")}), frozenset({("kin", "niece")}))
    False
    """
    return any(not name.startswith(CONVERSE) for name in _apart(one, other))


def apart_in(one: Members, other: Members) -> bool:
    """Whether two verbs tell one deed from its two ends, and no deed from the same end."""
    converse = [name for name in _apart(one, other) if name.startswith(CONVERSE)]
    return bool(converse) and one.isdisjoint(other)


def _apart(one: Members, other: Members) -> Iterator[str]:
    """Classes of which two words are different members."""
    mine, others = _by_class(one), _by_class(other)
    return (name for name, found in mine.items() if name in others and found.isdisjoint(others[name]))


def _by_class(members: Members) -> Mapping[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name, member in members:
        found[name].add(member)
    return found


def _at(words: Sequence[str], at: int, code: str) -> Members:
    whole, pairs = _words(code)
    for first in (at, at - 1):
        if first >= 0 and (found := pairs.get(" ".join(words[first : first + 2]))):
            return found
    found = whole.get(words[at])
    if found is None and code == "de":
        tails = (whole.get(words[at][start:]) for start in range(1, len(words[at]) - LEAST_TAIL + 1))
        found = next((one for one in tails if one and {name for name, _ in one} <= COMPOUNDED), None)
    return found or frozenset()


@cache
def _words(code: str) -> tuple[Lookup[Members], Mapping[str, Members]]:
    """Members by word, and by two words."""
    text = files("citecheck.match").joinpath("data", "members.tsv").read_text("utf-8")
    header, *lines = (line.split("\t") for line in text.splitlines())
    found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for cells in lines if code in header else ():
        for entry in cells[header.index(code)].split():
            kept = entry if "_" in entry else "".join(split_words(entry).folded) + "*" * entry.endswith("*")
            found[kept].add((cells[0], cells[1]))  # Italian *papà* and *papa* are folded alike
    every = ((one, told | found.get(f"{one}*", set())) for one, told in found.items() if "_" not in one)
    single = Lookup((entry, frozenset(told)) for entry, told in every)
    pairs = ((split_words(entry.replace("_", " ")).folded, told) for entry, told in found.items())
    return single, {" ".join(words): frozenset(told) for words, told in pairs if len(words) > 1}
