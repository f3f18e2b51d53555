"""Senses that are near each other: translators put the one for the other and say the same.

Some the table itself shows: a dictionary that gives *refund* and *compensation* one word in Russian and one
in Spanish says so. Two rows are near where words of families of languages that have little in common are in
both. One language alone proves nothing: *bank* is a shore and a house of money in German and English, and in
none besides.

Others are written down in `data/near.tsv`, from what translators and reporters do (*announce*, *present*;
*measure*, *step*), by one rule: the same fact would be reported. Never opposites, never another degree that
changes a claim (*some* and *all*, *plans* and *does*, *hopes* and *intends*), never two members of one class
(*doctor* and *teacher*, *sold* and *bought*, *killed* and *wounded*). A line names a row and the rows that
are near it; each pair stands once. A row's name is its kind, its first English words and its first French
ones, as many as tell it from the others (`v:search+seek/cherch`): rows may be added without harm.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from citecheck.match.crosslingual.senses import senses
from citecheck.match.crosslingual.table import languages, rows

FAMILY = {"en": 0, "de": 0, "fr": 1, "es": 1, "it": 1, "ru": 2, "uk": 2, "be": 2, "pl": 2}
FAMILIES = 2
"""Families of which a word must be in both rows."""
UNLIKE = frozenset("xtm")
"""Kinds that are near to nothing: times and what may or must be are told apart."""
WRITTEN = "near.tsv"
NAMED = ("en", "fr")
"""Columns whose first words name a row."""


@cache
def near() -> Mapping[int, frozenset[int]]:
    """Rows near each row, itself not among them: those that the table shows to be, and those written down."""
    together: defaultdict[int, set[int]] = defaultdict(set)
    for one, other in (*_shown(), *written()):
        together[one].add(other)
        together[other].add(one)
    return {row: frozenset(others) for row, others in together.items()}


def are_near(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether a sense of one word is near a sense of another."""
    return any(near().get(row, frozenset()) & other for row in one)


def _shown() -> Iterator[tuple[int, int]]:
    """Pairs of rows that share words; both take part in the same oppositions or in none."""
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
    for (one, other), families in shared.items():
        if len(families) >= FAMILIES and senses()[one].sides == senses()[other].sides:
            yield one, other


def _fit(row: int) -> bool:
    sense = senses()[row]
    return not (sense.weighs or sense.kind in UNLIKE)


def written() -> Iterator[tuple[int, int]]:
    """Pairs of rows that are written down; a row that is not in the table has none."""
    for name, others in named_pairs():
        found = [other for near_name in others for other in rows_named(near_name)]
        yield from ((one, other) for one in rows_named(name) for other in found if one != other)


def named_pairs() -> Iterator[tuple[str, list[str]]]:
    """Names of rows, each with those of the rows that are written down as near it."""
    text = files("citecheck.match").joinpath("data", WRITTEN).read_text("utf-8")
    for line in text.splitlines():
        name, others = line.split("\t")
        yield name, others.split()


def rows_named(name: str) -> list[int]:
    """Rows of a name; more than one where nothing tells them apart."""
    kind, _, words = name.partition(":")
    wanted = [part.split("+") for part in words.split("/")]
    found = _by_first().get((kind, *(part[0] for part in wanted)), ())
    return [row for row, cells in found if all(map(_begins_so, cells, wanted))]


def _begins_so(cell: tuple[str, ...], wanted: list[str]) -> bool:
    return not wanted[0] or list(cell[: len(wanted)]) == wanted


@cache
def _by_first() -> Mapping[tuple[str, ...], list[tuple[int, list[tuple[str, ...]]]]]:
    """Rows by kind and by the first words of the cells that name them, and those cells."""
    columns = [2 + languages().index(code) for code in NAMED]
    found: defaultdict[tuple[str, ...], list[tuple[int, list[tuple[str, ...]]]]] = defaultdict(list)
    for row, cells in enumerate(rows()):
        named = [tuple(word.removesuffix("*") for word in cells[column].split()) for column in columns]
        key = (senses()[row].kind, *(cell[0] if cell else "" for cell in named))
        found[key].append((row, named))
    return found
