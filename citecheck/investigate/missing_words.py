"""The words with which pages say that they are not there: `rules/missing.toml`, read once."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from citecheck.investigate.counting import WORD
from citecheck.tables import read_table

LONG_NOUN = 5
"""Letters of a noun by whose end a compound is known."""


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language. Phrases are tuples of words; a final `*` stands for all endings."""

    code: str
    nouns: frozenset[str]
    filler: frozenset[str]
    absent: dict[str, tuple[tuple[str, ...], ...]]
    """Phrases by their first word, longest first."""
    stems: tuple[str, ...]
    """Beginnings of words that say it alone, whatever their ending."""
    alone: frozenset[tuple[str, ...]]
    ends: tuple[str, ...] = ()
    """Nouns that others end in, where words are compounded."""
    asked: tuple[str, ...] = ()
    """Beginnings of words that speak of what the visitor asked for; of phrases in a script without spaces."""
    glued: tuple[str, ...] = ()
    """For a script without spaces: everything that may be taken out, longest first."""
    glued_absent: tuple[str, ...] = ()

    def uses(self, word: str) -> bool:
        """Whether error pages of this language use `word`."""
        return word in self.filler or self.names(word) or word in self.said or word.startswith(self.stems)

    @property
    def said(self) -> frozenset[str]:
        """Words of the phrases, endings aside."""
        return _said(self.code)

    def names(self, word: str) -> bool:
        """Whether `word` stands for what is not there: *page*, *Stellenanzeige*, *requested*."""
        return (
            word in self.nouns
            or (bool(self.ends) and word.endswith(self.ends))
            or (bool(self.asked) and word.startswith(self.asked))
        )


def words_of_text(text: str) -> tuple[str, ...]:
    """Words in lower case, spelled in one way."""
    if text.isascii():
        return tuple(word.casefold() for word in WORD.findall(text))
    return tuple(word.casefold() for word in _SPELLED.findall(composed(text)))


def composed(text: str) -> str:
    """`text` in one spelling: marks composed with their letters (Bengali is written in either way), no vowel
    points (Arabic, Hebrew), one kind of Turkish i, whose capitals fold otherwise elsewhere."""
    if text.isascii():
        return text
    return _POINTS.sub("", unicodedata.normalize("NFC", text)).translate(_ONE_I)


_POINTS = re.compile("[\u0591-\u05bd\u05bf-\u05c7\u064b-\u0652\u0670]")
_ONE_I = {ord("İ"): "i", ord("ı"): "i"}
_MARKS = "".join(chr(code) for code in range(0x300, 0x3100) if unicodedata.category(chr(code))[0] == "M")
_SPELLED = re.compile(f"[^\\W_](?:[^\\W_]|[{_MARKS}])*")
"""A word with its vowel signs, which are no letters to `re`: without them Hindi falls into single letters."""


@cache
def data() -> dict[str, Any]:
    raw = files("citecheck.investigate").joinpath("rules", "missing.toml").read_text("utf-8")
    return read_table(raw)


@cache
def explaining() -> frozenset[str]:
    """Words of a sentence about error pages, which no error page says of itself."""
    return frozenset(data()["explaining"])


@cache
def error_segments() -> frozenset[str]:
    """Path segments of error pages that sites redirect to."""
    return frozenset(data()["error_segments"])


@cache
def error_marks() -> tuple[bytes, ...]:
    """What makers of sites put into the mark-up of error pages and of no other page, lower case."""
    return tuple(mark.encode() for mark in data()["error_marks"])


@cache
def error_names() -> frozenset[bytes]:
    """Classes and ids that error pages bear, and other pages seldom, lower case."""
    return frozenset(name.encode() for name in data()["error_names"])


@cache
def error_states() -> tuple[tuple[tuple[bytes, ...], tuple[bytes, ...]], ...]:
    """What makers of sites write for their own scripts where there is no such page, lower case: of each row
    what must be there, and what must not."""
    rows = (tuple(mark.encode() for mark in row) for row in data()["error_states"])
    return tuple(
        (
            tuple(mark for mark in row if not mark.startswith(b"!")),
            tuple(mark[1:] for mark in row if mark.startswith(b"!")),
        )
        for row in rows
    )


@cache
def languages() -> tuple[Language, ...]:
    """All rows of the data file."""
    rows = data()
    shared = frozenset(word for phrase in rows["shared"] for word in words_of_text(phrase))
    return tuple(_language(row, shared) for row in rows["language"])


def may_tell(words: tuple[str, ...], text: str) -> bool:
    """Whether a phrase of any language may occur in `text`, whose words are `words`: one look for most texts,
    instead of one for each language."""
    if not _first_words().isdisjoint(words) or any(word.startswith(_stems()) for word in words):
        return True
    if text.isascii():
        return False
    run = solid(text)
    return any(phrase in run for phrase in _absent_runs())


@cache
def _said(code: str) -> frozenset[str]:
    rows = (
        phrase for row in languages() if row.code == code for some in row.absent.values() for phrase in some
    )
    return frozenset(word.removesuffix("*") for phrase in rows for word in phrase)


@cache
def _first_words() -> frozenset[str]:
    return frozenset(word for language in languages() for word in language.absent)


@cache
def _stems() -> tuple[str, ...]:
    return tuple(dict.fromkeys(stem for language in languages() for stem in language.stems))


@cache
def _absent_runs() -> tuple[str, ...]:
    """Phrases of scripts without spaces."""
    return tuple(dict.fromkeys(run for language in languages() for run in language.glued_absent))


def _language(row: dict[str, list[str]], shared: frozenset[str]) -> Language:
    code = str(row["code"])
    nouns = frozenset(word for phrase in row["nouns"] for word in words_of_text(phrase))
    filler = frozenset(word for phrase in row["filler"] for word in words_of_text(phrase)) | shared
    if row.get("glued"):
        parts = {solid(part) for part in [*row["nouns"], *row["filler"], *row["absent"], *shared]}
        absent = tuple(sorted({solid(part) for part in row["absent"]}))
        asked = tuple(solid(part) for part in row.get("asked", []))
        longest_first = tuple(sorted(parts, key=_longest))
        return Language(code, nouns, filler, {}, (), frozenset(), (), asked, longest_first, absent)
    alone = frozenset(_phrase(text) for text in row.get("alone", []))
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted({*alone, *map(_phrase, row["absent"])}, key=lambda phrase: (-len(phrase), phrase)):
        by_first.setdefault(phrase[0], []).append(phrase)
    absent_by_first = {first: tuple(rest) for first, rest in by_first.items()}
    stems = tuple(first[:-1] for first in by_first if first.endswith("*"))
    ends = tuple(sorted(noun for noun in nouns if len(noun) >= LONG_NOUN)) if row.get("compounds") else ()
    return Language(code, nouns, filler, absent_by_first, stems, alone, ends, tuple(row.get("asked", [])))


def solid(text: str) -> str:
    return composed(text).casefold().replace(" ", "")


def _longest(part: str) -> tuple[int, str]:
    return -len(part), part


def _phrase(text: str) -> tuple[str, ...]:
    starred = text.endswith("*")
    words = words_of_text(text)
    return (*words[:-1], words[-1] + "*") if starred else words


@cache
def has_words_of(language: str) -> bool:
    """Whether `language` (a tag of BCP 47) has a row."""
    return language.lower().partition("-")[0] in {row.code for row in languages()} | _SAME_ROW


_SAME_ROW = frozenset({"no", "nb", "nn", "hr", "bs", "sh", "iw", "in", "dsb", "ba"})
"""Languages that share another one's row, or are an older tag of it."""
