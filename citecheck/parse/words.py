"""Words round notes: headings of lists, names of notes, abbreviations (`data/notes.json`)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache, lru_cache

from citecheck.patterns import late
from citecheck.tables import data_file

_AND = "and|und|et|e|y|i|и|та|й|en|och|og|ja|și|ve|και|a|in|o|&"
"""*And* in the languages of headings."""


@cache
def _rows() -> dict[str, dict[str, list[str]]]:
    content = data_file("citecheck.parse", "notes.json").read_text("utf-8")
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


_NUMERAL = re.compile(r"\W*(?P<number>[\divxlc]+[.)]?\s)?", re.I)
_SECTION = re.compile(r"\W*(?P<number>[\divxlc]+(?:\.\d+)*[.)]?\s+)?", re.I)
"""What may stand before a heading over notes; over sources."""
_OF_CHAPTER = late(r"\s(?:\d{1,3}|[ivxlc]+)\Z")
_CHAPTER = late(r"([^\W\d_]+)\s(?:\d{1,3}|[ivxlc]+)\s?[.:—–]\s\S", re.I)
_AND_MORE = late(rf"\s(?:{_AND})\s[^\W\d_][^\W\d_\s-]*(?:[\s-][^\W\d_]+)?\W*\Z", re.I)
_SPACE = re.compile(r"\s")
_PART = "\0"
"""Between strings that are folded together, which is soon done."""
_ONE_LETTER = str.maketrans({"İ": "i", "ı": "i", "ſ": "s", "ς": "σ"})
"""Letters that are one but for their place or their language."""


@cache
def _titles(column: str) -> frozenset[str]:
    """Headings of a column, each also with its spaces lost; a pattern of them all takes longer to compile
    than most notes to read."""
    found: set[str] = set()
    for first, *more in (word.split(" ") for row in _rows().values() for word in row.get(column, [])):
        begun = [first]
        for word in more:
            begun = [form + space + word for form in begun for space in (" ", "")]
        found.update(begun)
    forms = (form for title in found for form in (title, _without_end(title)))
    return frozenset(_folded(_PART.join(forms)).split(_PART))


def _folded(text: str) -> str:
    return _SPACE.sub(" ", text.translate(_ONE_LETTER).lower().translate(_ONE_LETTER))


def _without_end(line: str) -> str:
    """A line up to its last letter or number."""
    end = len(line)
    while end and not (line[end - 1].isalnum() or line[end - 1] == "_"):
        end -= 1
    return line[:end]


def is_notes_title(text: str) -> bool:
    """Whether a line is the heading of a list of notes, of all or of one chapter.

    >>> is_notes_title("IV. Notes"), is_notes_title("ANMERKUNGEN:"), is_notes_title("Notes of a traveller")
    (True, True, False)
    >>> is_notes_title("Note al capitolo 2"), is_notes_title("Notes on 2 chapters")
    (True, False)
    """
    for line in _unnumbered(text, _NUMERAL):
        line = _folded(_without_end(line))
        chapter = _OF_CHAPTER.search(line)
        if line in _titles("notes") or (chapter and _of_chapter(line[: chapter.start()])):
            return True
    return False


def _of_chapter(line: str) -> bool:
    """Whether a line, folded, is a heading and the word for what is numbered behind it: `notes to chapter`.
    Up to two small words may stand between."""
    *words, last = line.split() or [""]
    known = last in _titles("chapter")
    heads = (" ".join(words[:end]) for end in range(len(words), 0, -1)[:3])
    return known and any(head in _titles("notes") for head in heads)


def heads_chapter(line: str) -> bool:
    """Whether a line is the word for a chapter with its number, and parted from that a title.

    >>> heads_chapter("Chapter 2. Tables"), heads_chapter("Chapter 2 of Orr"), heads_chapter("Mary Hartley")
    (True, False, False)
    """
    match = _CHAPTER.match(line)
    return match is not None and _folded(match[1]) in _titles("chapter")


@lru_cache(maxsize=512)  # of one line several ask
def is_references_title(text: str) -> bool:
    """Whether a line is the heading of a list of sources, also of sources and something else.

    >>> is_references_title("7.2 Works cited"), is_references_title("Quellen und Abbildungen")
    (True, True)
    """
    titles = _titles("references")
    for line in _unnumbered(text, _SECTION):
        if _folded(_without_end(line)) in titles:
            return True
        more = _AND_MORE.search(line)
        while more:
            if _folded(line[: more.start()]) in titles:
                return True
            more = _AND_MORE.search(line, more.start() + 1)
    return False


def _unnumbered(text: str, numeral: re.Pattern[str]) -> Iterator[str]:
    """A line from its first letter on, with and without a number before it."""
    begun = numeral.match(text)
    if begun:
        yield text[begun.start("number") if begun["number"] else begun.end() :]
        if begun["number"]:
            yield text[begun.end() :]


def titled(text: str) -> bool:
    """Whether a line is the heading of a list of notes or of sources."""
    return is_notes_title(text) or is_references_title(text)


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
def cut_short() -> frozenset[str]:
    """Words before a number or a name that end in a stop: of places in a source and of short forms, in small
    letters, without it."""
    columns = ("locators", "short")
    words = (word for row in _rows().values() for column in columns for word in row.get(column, []))
    return frozenset(word.rstrip(".").split(" ")[-1].split(".")[-1].lower() for word in words)


def cited_again(line: str) -> bool:
    """Whether a line that returns is the same citation made again (*Ibid.*) rather than a running head."""
    return line.endswith(".") or "/" in line or cites().search(line) is not None


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
def closing() -> re.Pattern[str]:
    """A text that ends in an abbreviation with which notes end: `…, op. cit.`, `… 12 ff.`"""
    return re.compile(rf"(?<![^\W_])(?:{_alternatives('closing')})\Z", re.I)


@cache
def _naming() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{_alternatives('naming')})[\s:,]*\Z", re.I)


@cache
def _ends_of_naming() -> tuple[str, ...]:
    return tuple(
        {_folded(word.split()[-1])[-3:] for row in _rows().values() for word in row.get("naming", [])}
    )


def names(text: str) -> bool:
    """Whether a text ends in words which lead in a title: `…, entitled`.

    >>> names("A book under the title: "), names("A book under the bed: ")
    (True, False)
    """
    end = len(text)
    while end and (text[end - 1] in ":," or text[end - 1].isspace()):
        end -= 1
    likely = _folded(text[max(0, end - 6) : end]).endswith(_ends_of_naming())
    return likely and _naming().search(text) is not None
