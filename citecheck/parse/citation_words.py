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
from itertools import groupby

Table = dict[str, dict[str, list[str]]]

_INITIALS = re.compile(r"(?:[^\W\d_]\.\s?)*[^\W\d_]")
"""Short forms that look like somebody's initials (`a. w.`): what follows has to tell."""

_START = r"(?<![^\W\d_])"
_END = r"(?![^\W\d_])"


_HARD_SPACES = str.maketrans("\u00a0\u202f\u2009", "   ")


@lru_cache(maxsize=16)
def lowered(text: str) -> str:
    """`text` in lower case and with plain spaces, character for character (`İ` would become two)."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(
            one if len(one) == 1 else sign for sign, one in zip(text, map(str.lower, text), strict=True)
        )
    return low if low.isascii() else low.translate(_HARD_SPACES)


_CAPITALS = {number: "Z" for number in range(0x80, 0x530) if chr(number).isupper()}


@lru_cache(maxsize=16)
def latin_capitals(text: str) -> str:
    """`text` with `Z` for each capital letter that is not ASCII.

    So `[A-Z]` is any capital letter of Latin, Greek and Cyrillic; a class of them all takes a millisecond to
    compile wherever it stands.
    """
    return text if text.isascii() else text.translate(_CAPITALS)


class Words:
    """A pattern over the lower case of a text. `re.IGNORECASE` does the same ten times slower here."""

    __slots__ = ("_pattern",)

    def __init__(self, pattern: str) -> None:
        self._pattern = re.compile(pattern)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        return self._pattern.match(lowered(text), start)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self._pattern.finditer(lowered(text))


_TOKEN = re.compile(r"[^\W\d_]+|[^\w\s]")


@lru_cache(maxsize=16)
def _tokens(low: str) -> list[tuple[str, int]]:
    """Words and signs of a text in lower case, with their offsets."""
    return [(match.group(), match.start()) for match in _TOKEN.finditer(low)]


class Phrases:
    """The phrases of a field, looked up by their first words.

    One pattern of thirty languages' phrases would take longer to compile than a manuscript takes to read.
    """

    __slots__ = ("_after", "_by_word", "_initials", "_patterns")

    def __init__(self, field: str, after: str = "", *, initials: str = "") -> None:
        """`after`: a pattern behind a phrase; `initials`: behind one that looks like initials."""
        self._after, self._initials = after, initials
        self._by_word: dict[str, list[str]] = {}
        self._patterns: dict[str, re.Pattern[str]] = {}
        for phrase in _phrases(field):
            match = _TOKEN.match(phrase)
            self._by_word.setdefault(match.group() if match else phrase, []).append(phrase)

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        return next(self._found(lowered(text), start), None)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        end = 0
        for match in self._found(lowered(text), 0):
            if match.start() >= end:
                end = match.end()
                yield match

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        low = lowered(text)
        token = _TOKEN.match(low, start)
        return self._at(low, token.group(), start) if token else None

    def _found(self, low: str, start: int) -> Iterator[re.Match[str]]:
        for word, place in _tokens(low):
            if place >= start and word in self._by_word:
                match = self._at(low, word, place)
                if match:
                    yield match

    def _at(self, low: str, word: str, place: int) -> re.Match[str] | None:
        for phrase in self._by_word.get(word, ()):
            pattern = self._patterns.get(phrase)
            if pattern is None:
                after = self._initials if self._initials and _INITIALS.fullmatch(phrase) else self._after
                pattern = self._patterns[phrase] = re.compile(_pattern(phrase) + _closed(phrase) + after)
            match = pattern.match(low, place)
            if match:
                return match
        return None


def _closed(phrase: str) -> str:
    """No letter follows a phrase that ends in one."""
    return _END if phrase[-1].isalpha() else ""


class Located:
    """Words before numbers, and the numbers: group 1 of a match, which begins with it."""

    __slots__ = ("_again", "_number", "_words")

    def __init__(self, words: Phrases, number: str, again: Phrases | None = None) -> None:
        """`again`: words that may stand between (`hier S. 5`)."""
        self._words, self._again, self._number = words, again, re.compile(number)

    def search(self, text: str) -> re.Match[str] | None:
        return next(self.finditer(text), None)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        low = lowered(text)
        for word in self._words.finditer(text):
            match = self._behind(low, word)
            if match:
                yield match

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        word = self._words.match(text, start)
        return self._behind(lowered(text), word) if word else None

    def _behind(self, low: str, word: re.Match[str]) -> re.Match[str] | None:
        if low[word.start() - 1 : word.start()].isdigit():
            return None
        between = self._again.match(low, word.end()) if self._again else None
        return self._number.match(low, between.end() if between else word.end())


@cache
def table() -> Table:
    """The rows of all languages: language → field → phrases."""
    return tomllib.loads(files("citecheck.parse").joinpath("data/citations.toml").read_text("utf-8"))


def _phrases(field: str) -> list[str]:
    """Phrases of a field in all languages, each once, the longer before their own beginnings."""
    found = {phrase.lower() for row in table().values() for phrase in row.get(field, ())}
    return sorted(found, key=lambda phrase: (phrase[0], -len(phrase), phrase))


def _pattern(phrase: str) -> str:
    """A phrase; no space is needed after a full stop. A note's text has single spaces."""
    shape = re.escape(phrase).replace(r"\.\ ", r"\. ?").replace(r"\ ", " ")
    return shape.replace(r"\{n\}", r"(\d{1,4})(?!\d)")


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
def accessed() -> Phrases:
    """A phrase that leads in a date of access."""
    return Phrases("accessed", r"\.?\s?:?\s?")


_GOES_ON = r"(?=\s*(?:[,;:()\[]|\Z)|\s+(?:[-–—]\s|\d|[^\W\d_]{1,6}\.?\s?\d|[^\W\d_]{1,6}\.[^\W\d_]|[§¶]))"
"""What may follow a short form: nothing, a sign (of GOST a dash), a number, a word before a number."""


@cache
def ibid() -> Phrases:
    """A short form for the citation just before, at the beginning of a citation."""
    return Phrases("ibid", rf"\.?{_GOES_ON}")


@cache
def idem() -> Phrases:
    """A short form for the author of the citation just before, at the beginning of a citation."""
    return Phrases("idem", r"\.?")


@cache
def opcit() -> Phrases:
    """A short form for the work that was cited before of the author named in front of it."""
    return Phrases("opcit", r"\.?", initials=rf"\.?{_GOES_ON}")


@cache
def supra() -> Phrases:
    """A pointer to another note; the group that is not empty is its number."""
    return Phrases("supra")


@cache
def second_hand() -> Phrases:
    """The source was not seen by the author of the manuscript: what follows is where it is quoted."""
    return Phrases("second_hand", r"\s?:?")


@cache
def translated() -> Phrases:
    """The translation of the quotation is the manuscript's own."""
    return Phrases("translated")


@cache
def see() -> Phrases:
    """Words that lead in a citation without being part of it, at its beginning."""
    return Phrases("see", r"[.:,]*\s?")


@cache
def lead() -> Phrases:
    """Words that may stand before *see*, before an author, or after *see*: `also`, `näher`, `por todos`."""
    return Phrases("lead", r"[.:,]*\s?")


@cache
def online() -> Phrases:
    """The source is an electronic one."""
    return Phrases("online")


def shape(field: str) -> str:
    """The phrases of a field as a regular expression, to build patterns of."""
    return _either(field)


def titled_shape(field: str) -> str:
    """The phrases of a field, small or with a capital letter, over a text with `latin_capitals`."""
    both = {
        form
        for phrase in _phrases(field)
        for form in (phrase, latin_capitals(phrase[0].upper()) + phrase[1:])
    }
    return "(?:" + "|".join(map(_pattern, sorted(both, key=lambda form: (-len(form), form)))) + ")"


@cache
def onward() -> str:
    """What follows a page number and goes with it (`ff.`, `et s.`, `y ss.`, `об.`), as an expression."""
    return rf"(?:\s?(?:[rv]°?|ff?\.?|{_either('onward')})(?![^\W_])(?!\s?\d))?"


@cache
def goes_onward() -> Words:
    """Such words and nothing else, from where they begin."""
    return Words(rf"{onward()}\Z")


@cache
def pages() -> Located:
    """Pages with their word; group 1 is the number."""
    return Located(_before_number("pages"), _page_number())


@cache
def sections() -> Located:
    """Sections, articles, paragraphs with their word; group 1 is the number."""
    return Located(_before_number("sections"), _number(r"\d+(?:\.\d+)*+"))


@cache
def pages_behind() -> Words:
    """Pages with their word behind them (`112. o.`); group 1 is the number."""
    return Words(rf"(?<![\w.])(\d{{1,4}}(?:\s?[–—-]\s?\d{{1,4}})?)\.?\s{_either('pages_after')}{_END}")


@cache
def here() -> Located:
    """The page meant, behind a whole article's (`S. 112–140, hier S. 119`); group 1 is the number."""
    return Located(Phrases("here", r":?\s?"), _page_number(), _before_number("pages"))


@cache
def _before_number(field: str) -> Phrases:
    """`page 5` and `S 160`, but no `s5`; `p.5`, `§5`."""
    return Phrases(field, r"(?:(?<=[^\W\d_])\s|(?<![^\W\d_])\s?)(?=[\divxlc])")


@cache
def _page_number() -> str:
    return _number(r"(?:\d++(?!(?:d|nd|rd|st|th)(?![^\W_]))|[ivxlc]+(?![^\W\d_]))")


def _number(number: str) -> str:
    to = rf"(?:\s?[–—-]\s?{number}[a-z]?(?![^\W\d_]))?"
    more = r"(?:,\s\d{1,3}(?![\d.])(?!\s[^\W\d_])(?:[–—-]\d{1,3})?)*+"
    side = r"(?:[a-z](?![^\W\d_]))?"
    verso = r"(?:\s?[^\W\d_]{1,2}\.?(?=\s?[–—-]\s?\d))?"
    return rf"({number}{side}(?![^\W\d_]){verso}{to}{more}{onward()})"


@cache
def months() -> dict[str, frozenset[int]]:
    """Names of months, lower case, without full stops → 1 to 12; *listopada* is two: Croatian, Polish."""
    found: dict[str, set[int]] = {}
    for row in table().values():
        for number, names in enumerate(row["months"], start=1):
            for name in names.split():
                found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


@cache
def months_of(phrase: str) -> dict[str, int]:
    """Names of months in the languages that have `phrase` for a date of access."""
    return {
        name: number
        for row in table().values()
        if phrase in row["accessed"]
        for number, names in enumerate(row["months"], start=1)
        for name in names.split()
    }
