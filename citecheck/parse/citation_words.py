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
    found = {phrase.lower() for row in table().values() for phrase in row.get(field, ())}
    return sorted(found, key=lambda phrase: (phrase[0], -len(phrase), phrase))


def _pattern(phrase: str) -> str:
    """A phrase; no space is needed after a full stop. A note's text has single spaces."""
    shape = re.escape(phrase).replace(r"\.\ ", r"\. ?").replace(r"\ ", " ")
    return shape.replace(r"\{n\}", r"(\d{1,4})(?!\d)")


def _either(field: str, *, without: re.Pattern[str] | None = None) -> str:
    """All phrases of a field, those with one first letter together so that most are passed over at once."""
    groups = []
    phrases = [phrase for phrase in _phrases(field) if not (without and without.fullmatch(phrase))]
    for _, group in groupby(
        map(_pattern, phrases), key=lambda shape: shape[:2] if shape[0] == "\\" else shape[0]
    ):
        shapes = list(group)
        first = shapes[0][:2] if shapes[0][0] == "\\" else shapes[0][0]
        groups.append(first + "(?:" + "|".join(shape[len(first) :] for shape in shapes) + ")")
    return "(?:" + "|".join(groups) + ")"


@cache
def accessed() -> Words:
    """A phrase that leads in a date of access, with a bracket before it."""
    return Words(rf"(?:[(\[]\s?)?{_START}{_either('accessed')}{_END}\.?\s?:?\s?")


_GOES_ON = r"(?=\s*(?:[,;:()\[]|\Z)|\s+(?:[-–—]\s|\d|[^\W\d_]{1,6}\.?\s?\d|[^\W\d_]{1,6}\.[^\W\d_]|[§¶]))"
"""What may follow a short form: nothing, a sign (of GOST a dash), a number, a word before a number."""


@cache
def ibid() -> Words:
    """A short form for the citation just before, at the beginning of a citation."""
    return Words(rf"{_either('ibid')}{_END}\.?{_GOES_ON}")


@cache
def idem() -> Words:
    """A short form for the author of the citation just before, at the beginning of a citation."""
    return Words(rf"{_either('idem')}{_END}\.?")


@cache
def opcit() -> Words:
    """A short form for the work that was cited before of the author named in front of it."""
    initials = "|".join(_pattern(phrase) for phrase in _phrases("opcit") if _INITIALS.fullmatch(phrase))
    words = _either("opcit", without=_INITIALS)
    return Words(rf"{_START}(?:{words}{_END}\.?|(?:{initials}){_END}\.?{_GOES_ON})")


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
def lead() -> Words:
    """Words that may stand before *see*, before an author, or after *see*: `also`, `näher`, `por todos`."""
    return Words(rf"{_either('lead')}{_END}[.:,]*\s?")


@cache
def online() -> Words:
    """The source is an electronic one."""
    return Words(rf"{_START}{_either('online')}{_END}")


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
def pages() -> Words:
    """Pages with their word; group 1 is the number."""
    return _located("pages", r"(?:\d++(?!(?:d|nd|rd|st|th)(?![^\W_]))|[ivxlc]+(?![^\W\d_]))")


@cache
def sections() -> Words:
    """Sections, articles, paragraphs with their word; group 1 is the number."""
    return _located("sections", r"\d+(?:\.\d+)*+")


@cache
def pages_behind() -> Words:
    """Pages with their word behind them (`112. o.`); group 1 is the number."""
    return Words(rf"(?<![\w.])(\d{{1,4}}(?:\s?[–—-]\s?\d{{1,4}})?)\.?\s{_either('pages_after')}{_END}")


@cache
def here() -> Words:
    """The page meant, behind a whole article's (`S. 112–140, hier S. 119`); group 1 is the number."""
    word = rf"(?:{_either('pages')}\s?)?"
    number = r"\d{1,5}(?:\s?[–—-]\s?\d{1,5})?"
    return Words(rf"{_START}{_either('here')}{_END}:?\s?{word}({number}{onward()})")


def _located(field: str, number: str) -> Words:
    to = rf"(?:\s?[–—-]\s?{number}[a-z]?(?![^\W\d_]))?"
    more = r"(?:,\s\d{1,3}(?![\d.])(?!\s[^\W\d_])(?:[–—-]\d{1,3})?)*+"
    side = r"(?:[a-z](?![^\W\d_]))?"
    verso = r"(?:\s?[^\W\d_]{1,2}\.?(?=\s?[–—-]\s?\d))?"
    # `page 5` and `S 160`, but no `s5`; `p.5`, `§5`.
    word = rf"(?<![^\W_]){_either(field)}(?:(?<=[^\W\d_])\s|(?<![^\W\d_])\s?)"
    return Words(rf"{word}({number}{side}(?![^\W\d_]){verso}{to}{more}{onward()})")


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
