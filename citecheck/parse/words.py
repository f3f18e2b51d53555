"""Words round notes: headings of lists, names of notes, abbreviations (`data/notes.json`)."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files

_AND = "and|und|et|e|y|i|и|та|й|en|och|og|ja|și|ve|και|a|in|o|&"
"""*And* in the languages of headings."""


@cache
def _rows() -> dict[str, dict[str, list[str]]]:
    content = (files("citecheck.parse") / "data" / "notes.json").read_text("utf-8")
    rows: dict[str, dict[str, list[str]]] = json.loads(content)
    return rows


def _alternatives(column: str) -> str:
    """Words of a column over all languages as a regular expression, longest first."""
    words = {word for row in _rows().values() for word in row.get(column, [])}
    escaped = [re.escape(word).replace(r"\ ", r"\s?") for word in sorted(words, key=lambda w: (-len(w), w))]
    return "|".join(escaped)


@cache
def label_words() -> str:
    """Words that name a note before its number, as a regular expression."""
    return _alternatives("label")


@cache
def notes_title() -> re.Pattern[str]:
    """A heading over a list of notes."""
    return re.compile(rf"\W*(?:[\divxlc]+[.)]?\s)?(?:{_alternatives('notes')})\W*\Z", re.I)


@cache
def references_title() -> re.Pattern[str]:
    """A heading over a list of sources, also of sources and something else."""
    words = _alternatives("references")
    return re.compile(
        rf"\W*(?:[\divxlc]+(?:\.\d+)*[.)]?\s+)?(?:{words})(?:\s(?:{_AND})\s[^\W\d_][^\W\d_\s-]*(?:[\s-][^\W\d_]+)?)?\W*\Z",
        re.I,
    )


def titled(text: str) -> bool:
    """Whether a line is the heading of a list of notes or of sources."""
    return bool(notes_title().match(text) or references_title().match(text))


class Lowered:
    """A pattern in small letters, looked for whatever the letters of a text. `re.IGNORECASE` does the same
    several times slower."""

    __slots__ = ("_pattern",)

    def __init__(self, pattern: str) -> None:
        self._pattern = re.compile(pattern)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match in this part of `text`; its offsets are not those of the text."""
        # The sign before the part is seen, as with patterns themselves.
        return self._pattern.search(text[max(0, start - 1) : end].lower(), min(start, 1))


@cache
def cites() -> Lowered:
    """What a note says that cites: an address, a year, a page, a short form."""
    words = {
        word for row in _rows().values() for column in ("locators", "short") for word in row.get(column, [])
    }
    # The first signs, looked at before all else, make the search twice as fast.
    first = "".join(sorted({re.escape(word[0].lower()) for word in words} | set("hwd/12§")))
    return Lowered(
        rf"(?=[{first}])(?:https?:|www\.|//|\bdoi\b|(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|§\s?\d"
        rf"|\b(?:{_alternatives('locators').lower()})\s?\d|\b(?:{_alternatives('short').lower()})(?![^\W_]))"
    )


@cache
def locator_end() -> re.Pattern[str]:
    """A text that ends in the word before a page number: `…, 2014. P.`"""
    return re.compile(rf"[^\d\s][\s(](?!ff?\.)(?:{_alternatives('locators')})\Z", re.I)


@cache
def captions() -> re.Pattern[str]:
    """What follows the number of a figure or a table where the number comes first: `1. ábra`, `2. tabula`."""
    return re.compile(rf"(?:{_alternatives('captions')})(?![^\W_])", re.I)


@cache
def lower_start() -> re.Pattern[str]:
    """Words in lower case with which a note may begin."""
    return re.compile(rf"(?:https?:|www\.|doi|(?:{_alternatives('short')})(?![^\W_]))", re.I)


@cache
def naming() -> re.Pattern[str]:
    """A text that ends in words which lead in a title: `…, entitled`."""
    return re.compile(rf"(?<![^\W_])(?:{_alternatives('naming')})[\s:,]*\Z", re.I)
