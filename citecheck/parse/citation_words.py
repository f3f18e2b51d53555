"""Words of citations in many languages, out of `data/citations.toml`, as patterns.

All languages are looked for in every note: a French book has Russian notes, and an English phrase in a
machine-translated one.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import groupby, pairwise

Table = dict[str, dict[str, list[str]]]

_START = r"(?<![^\W\d_])"
_END = r"(?![^\W\d_])"


@lru_cache(maxsize=16)
def lowered(text: str) -> str:
    """`text` in lower case, character for character (`İ` would become two)."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(
        one if len(one) == 1 else sign for sign, one in zip(text, map(str.lower, text), strict=True)
    )


class Words:
    """A pattern over the lower case of a text. `re.IGNORECASE` does the same ten times slower here."""

    __slots__ = ("_pattern",)

    def __init__(self, pattern: str) -> None:
        self._pattern = re.compile(pattern)

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        return self._pattern.search(lowered(text), start)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        return self._pattern.match(lowered(text), start)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self._pattern.finditer(lowered(text))


@cache
def table() -> Table:
    """The rows of all languages: language → field → phrases."""
    return tomllib.loads(files("citecheck.parse").joinpath("data/citations.toml").read_text("utf-8"))


def _phrases(field: str) -> list[str]:
    """Phrases of a field in all languages, each once, the longer before their own beginnings."""
    found = {phrase.lower() for row in table().values() for phrase in row[field]}
    return sorted(found, key=lambda phrase: (phrase[0], -len(phrase), phrase))


def _pattern(phrase: str) -> str:
    """A phrase with any white space for its spaces, none needed after a full stop."""
    words = phrase.split()
    joined = re.escape(words[0])
    for before, word in pairwise(words):
        joined += (r"\s*" if before.endswith(".") else r"\s+") + re.escape(word)
    return joined.replace(r"\{n\}", r"(\d{1,4})(?!\d)")


def _either(field: str) -> str:
    """All phrases of a field, those with one first letter together so that most are passed over at once."""
    groups = []
    for _, group in groupby(
        map(_pattern, _phrases(field)), key=lambda shape: shape[:2] if shape[0] == "\\" else shape[0]
    ):
        shapes = list(group)
        first = shapes[0][:2] if shapes[0][0] == "\\" else shapes[0][0]
        groups.append(first + "(?:" + "|".join(shape[len(first) :] for shape in shapes) + ")")
    return "(?:" + "|".join(groups) + ")"


@cache
def accessed() -> Words:
    """A phrase that leads in a date of access, with a bracket before it."""
    return Words(rf"(?:[(\[]\s?)?{_START}{_either('accessed')}{_END}\s?:?\s?")


@cache
def ibid() -> Words:
    """A short form for the citation just before, at the beginning of a citation."""
    return Words(rf"{_either('ibid')}{_END}\.?")


@cache
def idem() -> Words:
    """A short form for the author of the citation just before, at the beginning of a citation."""
    return Words(rf"{_either('idem')}{_END}\.?")


@cache
def opcit() -> Words:
    """A short form for the work that was cited before of the author named in front of it."""
    return Words(rf"{_START}{_either('opcit')}{_END}\.?")


@cache
def supra() -> Words:
    """A pointer to another note; the group that is not empty is its number."""
    return Words(rf"{_START}{_either('supra')}")


@cache
def second_hand() -> Words:
    """The source was not seen by the author of the manuscript: what follows is where it is quoted."""
    return Words(rf"{_START}{_either('second_hand')}(?![^\W\d_])\s?:?")


@cache
def translated() -> Words:
    """The translation of the quotation is the manuscript's own."""
    return Words(rf"{_START}{_either('translated')}{_END}")


@cache
def see() -> Words:
    """Words that lead in a citation without being part of it, at its beginning."""
    return Words(rf"{_either('see')}{_END}[.:,]*\s?")


@cache
def online() -> Words:
    """The source is an electronic one."""
    return Words(rf"{_START}{_either('online')}{_END}")


@cache
def pages() -> Words:
    """Pages with their word; group 1 is the number."""
    return _located("pages", r"(?:\d+|[ivxlc]+(?![^\W\d_]))")


@cache
def sections() -> Words:
    """Sections, articles, paragraphs with their word; group 1 is the number."""
    return _located("sections", r"\d+(?:\.\d+)*+")


def _located(field: str, number: str) -> Words:
    to = rf"(?:\s?[–—-]\s?{number}[a-z]?(?![^\W\d_]))?"
    more = r"(?:,\s\d{1,3}(?![\d.])(?!\s[^\W\d_])(?:[–—-]\d{1,3})?)*+"
    return Words(
        rf"(?<![^\W_]){_either(field)}\s?({number}[a-z]?(?![^\W\d_]){to}{more}(?:\s?ff?\.|\s?[rv]°)?)"
    )


@cache
def months() -> dict[str, int]:
    """Names of months, lower case, without full stops → 1 to 12."""
    return {
        name: number
        for row in table().values()
        for number, names in enumerate(row["months"], start=1)
        for name in names.split()
    }
