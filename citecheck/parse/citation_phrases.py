"""How the words of citations are looked up: by first word, over lower case, in all languages at once."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import groupby

from citecheck import tables
from citecheck.parse.east_asian import LETTERS, is_letter, may_be_east_asian
from citecheck.patterns import late

Table = dict[str, dict[str, list[str]]]

_INITIALS = re.compile(r"(?:[^\W\d_]\.\s?)*[^\W\d_]")
"""Short forms that look like somebody's initials (`a. w.`): what follows has to tell."""

_END = r"(?![^\W\d_])"
_VARIES = re.compile(r"(?<=\.) |\{n\}")
"""Parts of a phrase that are not always written the same: see `_pattern`."""
_HARD_SPACES = "\u00a0\u202f\u2009"


@lru_cache(maxsize=16)
def lowered(text: str) -> str:
    """`text` in lower case and with plain spaces, character for character (`İ` would become two)."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(
            one if len(one) == 1 else sign for sign, one in zip(text, map(str.lower, text), strict=True)
        )
    for space in _HARD_SPACES:
        low = low.replace(space, " ")
    return low


_CAPITALS = frozenset(chr(number) for number in range(0x80, 0x530) if chr(number).isupper())


@lru_cache(maxsize=16)
def latin_capitals(text: str) -> str:
    """`text` with `Z` for each capital letter that is not ASCII.

    So `[A-Z]` is any capital letter of Latin, Greek and Cyrillic; a class of them all takes a millisecond to
    compile wherever it stands.
    """
    if not text.isascii():
        for capital in _CAPITALS.intersection(text):
            text = text.replace(capital, "Z")
    return text


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
_UNSPACED_TOKEN = late(rf"[{LETTERS}]|[^\W\d_{LETTERS}]+|[^\w\s]")
"""A word or a sign; each letter of scripts without spaces is one, since a phrase may begin at any of them."""


def _token_at(low: str, start: int) -> str | None:
    """The word or sign that begins at `start`."""
    match = _TOKEN.match(low, start)
    if match and may_be_east_asian(match[0]):  # the same as by the other pattern, which is long to compile
        size = next((at for at, sign in enumerate(match[0]) if is_letter(sign)), None)
        return match[0][: size or 1] if size is not None else match[0]
    return match[0] if match else None


@lru_cache(maxsize=16)
def _words(low: str) -> frozenset[str]:
    """The words and signs of a text in lower case."""
    return frozenset((_UNSPACED_TOKEN if may_be_east_asian(low) else _TOKEN).findall(low))


def _places(low: str, word: str) -> Iterator[int]:
    """Where one of its words or signs stands."""
    if may_be_east_asian(low):
        yield from (match.start() for match in _UNSPACED_TOKEN.finditer(low) if match[0] == word)
        return
    size = len(word) if _is_letter(word[0]) else 0
    place = low.find(word)
    while place >= 0:
        if not size or not (
            _is_letter(low[place - 1 : place]) or _is_letter(low[place + size : place + size + 1])
        ):
            yield place
        place = low.find(word, place + 1)


def _is_letter(sign: str) -> bool:
    return sign.isalnum() and not sign.isdecimal()


class Phrases:
    """The phrases of a field, looked up by their first words.

    One pattern of thirty languages' phrases would take longer to compile than a manuscript takes to read.
    """

    __slots__ = ("_after", "_by_word", "_initials", "_low", "_patterns", "_places")

    def __init__(self, field: str, after: str = "", *, initials: str = "") -> None:
        """`after`: a pattern behind a phrase; `initials`: behind one that looks like initials."""
        self._after, self._initials = after, initials
        self._by_word = _by_word(phrases_of(field))
        self._low = ""
        self._places: list[tuple[int, str]] = []
        """The text last looked through, and where first words of phrases stand in it."""
        self._patterns: dict[str, re.Pattern[str]] = {}

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
        token = _token_at(low, start)
        return self._at(low, token, start) if token else None

    def _found(self, low: str, start: int) -> Iterator[re.Match[str]]:
        if low != self._low:
            words = self._by_word.keys() & _words(low)
            self._low = low
            self._places = sorted((place, word) for word in words for place in _places(low, word))
        found = self._places
        for number in range(bisect_left(found, (start, "")) if start else 0, len(found)):
            place, word = found[number]
            match = self._at(low, word, place)
            if match:
                yield match

    def _at(self, low: str, word: str, place: int) -> re.Match[str] | None:
        for plain, phrase in self._by_word.get(word, ()):
            if not _may_stand(low, place, plain, phrase):
                continue
            pattern = self._patterns.get(phrase)
            if pattern is None:
                after = self._initials if self._initials and _INITIALS.fullmatch(phrase) else self._after
                pattern = self._patterns[phrase] = re.compile(_begun(plain, phrase) + _closed(phrase) + after)
            match = pattern.match(low, place)
            if match:
                return match
        return None


def _by_word(phrases: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
    """Phrases by their first words, each behind its beginning that is always written the same: where that
    does not stand, no pattern is compiled."""
    found: dict[str, list[tuple[str, str]]] = {}
    for phrase in phrases:
        plain = _VARIES.split(phrase, maxsplit=1)[0]
        found.setdefault(_token_at(phrase, 0) or phrase, []).append((plain, phrase))
    return found


def _may_stand(text: str, place: int, plain: str, phrase: str) -> bool:
    """Whether a phrase may begin at `place`: most that begins like one (`a. a. O.`) goes on otherwise."""
    if plain == phrase or not text.startswith(plain, place):
        return text.startswith(plain, place)
    tight = phrase.partition("{n}")[0].replace(". ", ".")
    return text[place : place + len(phrase)].replace(". ", ".").startswith(tight)


def _closed(phrase: str) -> str:
    """No letter follows a phrase that ends in one, but in scripts without spaces."""
    return _END if phrase[-1].isalpha() and not is_letter(phrase[-1]) else ""


_LETTER = late(r"(?<![^\W\d_])[^\W\d_]\.\Z")
"""Before a word that goes on with an abbreviation: the C of `42 U.S.C. 1983` is no page."""


class Located:
    """Words before numbers, and the numbers: group 1 of a match, which begins with it."""

    __slots__ = ("_again", "_number", "_words")

    def __init__(self, words: Phrases, number: str, again: Phrases | None = None) -> None:
        """`again`: words that may stand between (`hier S. 5`)."""
        self._words, self._again, self._number = words, again, late(number)

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
        at = word.start()
        if low[at - 1 : at].isdigit() or (
            low[at - 1 : at] == "." and _LETTER.search(low, max(0, at - 4), at)
        ):
            return None
        between = self._again.match(low, word.end()) if self._again else None
        return self._number.match(low, between.end() if between else word.end())


@cache
def table() -> Table:
    """The rows of all languages: language → field → phrases."""
    return tables.table("citecheck.parse", "citations.toml")


def phrases_of(field: str) -> list[str]:
    """Phrases of a field in all languages, each once, the longer before their own beginnings."""
    found = {phrase.lower() for row in table().values() for phrase in row.get(field, ())}
    return sorted(found, key=lambda phrase: (phrase[0], -len(phrase), phrase))


def _pattern(phrase: str) -> str:
    """A phrase; no space is needed after a full stop. A note's text has single spaces."""
    shape = re.escape(phrase).replace(r"\.\ ", r"\. ?").replace(r"\ ", " ")
    return shape.replace(r"\{n\}", r"(\d{1,4})(?!\d)")


def _begun(plain: str, phrase: str) -> str:
    """The same where `plain`, its beginning, has been seen: if that is all, by its length."""
    return f"(?s:.{{{len(phrase)}}})" if plain == phrase else _pattern(phrase)


def _either(field: str) -> str:
    """All phrases of a field, those with one first letter together so that most are passed over at once."""
    groups = []
    for first, group in groupby(
        map(_pattern, phrases_of(field)), key=lambda shape: shape[:2] if shape[0] == "\\" else shape[0]
    ):
        groups.append(first + "(?:" + "|".join(shape[len(first) :] for shape in group) + ")")
    return "(?:" + "|".join(groups) + ")"


def shape(field: str) -> str:
    """The phrases of a field as a regular expression, to build patterns of."""
    return _either(field)


class Titled:
    """The phrases of fields, small or with a capital letter, over a text with `latin_capitals`.

    They are looked up by their first words: one pattern of them all takes longer to compile than all the
    citations of a manuscript to read.
    """

    __slots__ = ("_after", "_forms", "_patterns")

    def __init__(self, *fields: str, after: str) -> None:
        """`after`: a pattern behind a phrase."""
        self._after = after
        self._forms = _by_word(form for field in fields for form in _titled(field))
        self._patterns: dict[str, re.Pattern[str]] = {}

    def match(self, flat: str, start: int) -> re.Match[str] | None:
        token = _token_at(flat, start)
        for plain, form in self._forms.get(token, ()) if token else ():
            if not _may_stand(flat, start, plain, form):
                continue
            pattern = self._patterns.get(form)
            if pattern is None:
                pattern = self._patterns[form] = re.compile(_begun(plain, form) + self._after)
            match = pattern.match(flat, start)
            if match:
                return match
        return None


def _titled(field: str) -> list[str]:
    both = {
        form
        for phrase in phrases_of(field)
        for form in (phrase, latin_capitals(phrase[0].upper()) + phrase[1:])
    }
    return sorted(both, key=lambda form: (-len(form), form))
