"""Which note a source's file belongs to, by what it is called: `57.pdf`, `fn 57, 63 Smith.pdf`, a folder
`57/`, `Smith 2019 - Walls.pdf` as reference managers name files, `smith2019.pdf` after a bibliography's key.

A file of another work would speak against a true quotation, so a name that fits two works fits neither.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import PurePath

from citecheck.letters import plain_letters, plain_words
from citecheck.model import Citation, Note, NoteKind

_LIST = r"0*\d{1,6}(?:\s*(?:[,;+&]|and|und|et|y|e|i|и)\s*0*\d{1,6})*"
_NUMBERED = re.compile(
    rf"(?:(?:fn|ftnt|foot-?notes?|end-?notes?|notes?|nn?|anm|fu(?:ß|ss)noten?|notas?|przypisy?|przyp|сноск[аи]|"
    rf"прим|зноск[аі]|виноск[аи]|nr|no|№|#)[ ._-]*)?({_LIST})(?:[ _.,-].*)?",
    re.IGNORECASE | re.DOTALL,
)
_CHAPTERED = re.compile(r"0*(\d{1,4})-0*(\d{1,6})(?!\d)")
_NUMBER = re.compile(r"\d+")
_TOKEN = re.compile(r"[^\W_]+")
_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
OF_FILES = frozenset(
    ("scan", "scanned", "article", "paper", "copy", "text", "full", "fulltext", "final", "chapter")
)
"""What files are called beside their works."""
LEAST_NAME = 3
"""Letters of a word that is looked at."""
COUNTED_WORDS = 3
"""Words, the number among them, that a name and a title share where the number is the title's."""
LONG_WORD, LEAST_WORDS, PART = 4, 2, 0.6
"""Letters from which a word tells a title from others, how many such words a file's name must have for titles
to be compared, and what part of the shorter side must be common: reference managers cut long titles."""


def numbers_of(name: str) -> tuple[str, ...]:
    """Notes by which a file is called, `57` or `2-57` for note 57 of the second chapter; else those by which
    its nearest folder is.

    >>> numbers_of("57 Smith.pdf"), numbers_of("FN 3, 12 Smith.pdf"), numbers_of("note 7/Smith 2019.pdf")
    (('57',), ('3', '12'), ('7',))
    >>> numbers_of("2-57.pdf"), numbers_of("Smith 2019.pdf")
    (('2-57', '2'), ())
    """
    path = PurePath(name)
    for part in (path.stem, *reversed(path.parts[:-1])):
        if found := _NUMBERED.fullmatch(part):
            numbers = tuple(str(int(number)) for number in _NUMBER.findall(found[1]))
            chaptered = _CHAPTERED.match(part)
            return ("-".join(chaptered.groups()), *numbers) if chaptered else numbers
    return ()


class Works:
    """The works that manuscripts' notes describe, to which files belong by author, year and title."""

    def __init__(self, notes: Sequence[Note] = ()) -> None:
        self._notes = notes
        self._titles: defaultdict[str, set[tuple[int | None, frozenset[str]]]] = defaultdict(set)
        self._counting: set[tuple[str, ...]] = set()
        for note in notes:
            for citation in note.citations:
                if citation.title:
                    if (title := _tokens(citation.title))[:1] and title[0].isdecimal():
                        self._counting.add(title)
                    for name in _names(citation):
                        self._titles[name].add((citation.year, _words(citation.title)))

    def counts(self, stem: str) -> bool:
        """Whether the number that a file's name begins with is that of a title: *12 angry men*."""
        return any(_goes_on(_tokens(stem), title) for title in self._counting)

    def has(self, stem: str) -> bool:
        """Whether a file is called as a work that any note cites."""
        return any(self.fits(stem, note) for note in self._notes)

    def fits(self, stem: str, note: Note) -> bool:
        """Whether a file is called as a work that the note cites, or by the note's key; `stem` without its
        ending."""
        if note.kind is NoteKind.REFERENCE and _signless(stem) == _signless(note.label):
            return True
        return any(self._describes(stem, citation) for citation in note.citations)

    def _describes(self, stem: str, citation: Citation) -> bool:
        if _goes_on(_tokens(stem), _tokens(citation.title or "")):
            return True
        years = [int(year) for year in _YEAR.findall(stem)]
        if years and citation.year and citation.year not in years:
            return False
        words, names = _words(stem), _names(citation)
        named, further, title = words & names, words - names, _words(citation.title or "")
        agree = _share(further, title)
        if agree is None:
            plain = not any(len(word) >= LONG_WORD for word in further - OF_FILES)
            common = any(len(word) >= LONG_WORD for word in further & title)
            return bool(named) and (common or (plain and self._one_work(named, years)))
        return agree >= PART and (bool(named) or not any(word in self._titles for word in further))

    def _one_work(self, names: Iterable[str], years: Sequence[int]) -> bool:
        """Whether one work alone is cited of whoever is called so, in these years where any are given."""
        works = {work for name in names for work in self._titles[name]}
        return len({title for year, title in works if not years or year in years}) <= 1


def _share(words: frozenset[str], title: frozenset[str]) -> float | None:
    """Part of the side with fewer long words that is common; `None` where there are too few to tell."""
    one, other = ({word for word in side if len(word) >= LONG_WORD} for side in (words, title))
    least = min(len(one), len(other))
    return len(one & other) / least if least >= LEAST_WORDS else None


def _goes_on(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether both begin with the same number and go on with the same words, to the end of one of them."""
    least = min(len(one), len(other))
    return least >= COUNTED_WORDS and one[0].isdecimal() and one[:least] == other[:least]


def _names(citation: Citation) -> frozenset[str]:
    return _words(citation.author or "")


@lru_cache(maxsize=65_536)  # each file is held against each note
def _words(text: str) -> frozenset[str]:
    return frozenset(plain_words(text, LEAST_NAME))


@lru_cache(maxsize=65_536)
def _tokens(text: str) -> tuple[str, ...]:
    return tuple(token.lstrip("0") for token in _TOKEN.findall(plain_letters(text)))


def _signless(text: str) -> str:
    return "".join(c for c in plain_letters(text) if c.isalnum())
