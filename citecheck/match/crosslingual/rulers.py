"""Names that each language has a form of its own for, where they are a ruler's, a pope's, a saint's or a
church's: *Louis XIV*, «Людовик XIV»; *St Nicholas*, «святой Николай»; *Transfiguration Church*,
«Преображенская церковь».

From `data/rulers.tsv`, forms by language (`*` for any ending) of titles (`t`), words for churches (`c`),
by-names (`e`), feasts (`f`) and names (`n`), written for this project. A person's name is such a one beside a
number, a title, a by-name or right beside a church alone: Charles Dubois is not «Карл Дюбуа».
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from citecheck.match.crosslingual.roman import is_roman
from citecheck.match.crosslingual.sounds import same_named
from citecheck.match.fold import Words, split_words
from citecheck.match.worded import CYRILLIC_ROMAN

MOST_ENDING = 6
"""Letters behind a listed beginning: *никольская*."""
TITLED, OF_FEAST = 2, 3
"""Words from a title to its name, and from a church to its feast."""
ARTICLES = frozenset(("the", "le", "la", "der", "die", "den", "dem", "el", "il"))
"""Between a name and a by-name or a number in words: *Elisabeth die Zweite*."""
KIRCHE = ("kirche", "kirchen", "kloster", "dom", "kathedrale")
"""Second halves of German names of churches: *Nikolaikirche*."""
Entries = Mapping[str, frozenset[int]]


def ruler_rows(text: str, words: Words, at: int, language: str) -> frozenset[int]:
    """Rows of `data/rulers.tsv` that a word of a sentence is in where it stands, none for other people."""
    if not text[words.starts[at]].isupper():
        return frozenset()
    found = frozenset(row for row in rows_of(words.folded[at], language) if _kinds()[row] in "nf")
    if not found:
        return found
    feasts = frozenset(row for row in found if _kinds()[row] == "f")
    if found - feasts and _is_ruler(text, words, at, language):
        return found
    return feasts if _near(words.folded, at, OF_FEAST, OF_FEAST, "c", language) else frozenset()


def _is_ruler(text: str, words: Words, at: int, language: str) -> bool:
    folded = words.folded
    onward = at + 1
    while onward < len(folded) and _named(folded[onward], language):
        onward += 1  # *John Paul II*
    shown = text[words.starts[onward] : words.ends[onward]] if onward < len(folded) else ""
    if is_roman(shown.translate(CYRILLIC_ROMAN), language):
        return True
    epithet = onward + (onward < len(folded) and folded[onward] in ARTICLES)
    if epithet < len(folded) and _in(folded[epithet], "e", language) and _capital(text, words, epithet):
        return True
    return (
        _near(folded, at, TITLED, 0, "t", language)
        or _near(folded, at, 1, 1, "c", language)
        or folded[at].endswith(KIRCHE)
    )


def _capital(text: str, words: Words, at: int) -> bool:
    return text[words.starts[at]].isupper()


def _near(words: Sequence[str], at: int, before: int, behind: int, kind: str, language: str) -> bool:
    around = (*words[max(0, at - before) : at], *words[at + 1 : at + 1 + behind])
    return any(_in(word, kind, language) for word in around)


def _in(word: str, kind: str, language: str) -> bool:
    return any(_kinds()[row] == kind for row in rows_of(word, language))


def _named(word: str, language: str) -> bool:
    return _in(word, "n", language)


@lru_cache(maxsize=20_000)
def rows_of(word: str, language: str) -> frozenset[int]:
    """Rows of the file that a folded word is in, by the longest beginning."""
    exact, beginnings = _entries().get(language, ({}, {}))
    for size in range(len(word), max(1, len(word) - MOST_ENDING - 1), -1):
        found = (exact.get(word, frozenset()) if size == len(word) else frozenset()) | beginnings.get(
            word[:size], frozenset()
        )
        if found:
            return found
    return frozenset()


def same_ruler(one: str, other: str) -> bool:
    """Whether two folded names of whichever languages may be one ruler's: *louis*, *людовика*."""
    return same_named(one, other) or not _names(one).isdisjoint(_names(other))


def is_ruler(word: str) -> bool:
    """Whether a folded name of whichever language is in the table."""
    return bool(_names(word))


@lru_cache(maxsize=4096)
def _names(word: str) -> frozenset[int]:
    found = (rows_of(word, language) for language in _entries())
    return frozenset(row for rows in found for row in rows if _kinds()[row] == "n")


def count() -> int:
    """How many rows the file has."""
    return len(_kinds())


@cache
def _lines() -> tuple[list[str], ...]:
    source = files("citecheck.match").joinpath("data", "rulers.tsv").read_text("utf-8")
    return tuple(line.split("\t") for line in source.splitlines())


@cache
def _kinds() -> tuple[str, ...]:
    return tuple(cells[0] for cells in _lines()[1:])


@cache
def _entries() -> Mapping[str, tuple[Entries, Entries]]:
    """By language, rows by whole words and by beginnings, folded."""
    head, *lines = _lines()
    return {language: _column(column, lines) for column, language in enumerate(head) if column}


def _column(column: int, lines: Sequence[list[str]]) -> tuple[Entries, Entries]:
    tables: tuple[defaultdict[str, set[int]], ...] = (defaultdict(set), defaultdict(set))
    for row, cells in enumerate(lines):
        for entry in cells[column].split():
            begins = entry.endswith("*")
            tables[begins]["".join(split_words(entry.rstrip("*")).folded)].add(row)
    exact, beginnings = ({word: frozenset(rows) for word, rows in table.items()} for table in tables)
    return exact, beginnings
