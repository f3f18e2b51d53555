"""What a source is called, and the imprint that its title ends before.

A title ends where something begins that titles do not have: an address, a date, a volume, a journal, the town
a book came out in (`data/places.txt`), short parts in capitals up to the year (`Paris, Seuil, 2019`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from citecheck.parse import citation_words as words
from citecheck.parse.sentences import Sentences
from citecheck.patterns import late
from citecheck.tables import data_file

_YEAR = r"(?:1[4-9]|20)\d\d"
_UP = "[A-Z]"
"""A capital letter of any alphabet: imprints are looked for in a text with `latin_capitals`."""
_QUOTED_TITLE = re.compile(
    r"[«»\"“”„‘]([^«»\"“”„]{3,300})[»«\"“”’](?!\w)|'([^\"\n]{3,300}?)'(?=[\s,.;:)(]|\Z)"
)
_YEAR_FIRST = re.compile(
    rf"[(\[]?{_YEAR}[a-z]?(?![–\d-])[)\]]?\s?[.:,;]?\s?|\(?[^()]{{1,20}}\s{_YEAR}\)[.:,;]?\s?"
)
_ABBREVIATED = re.compile(rf"{_UP}[\w.]{{1,9}}\s\d+(?:\s\({_YEAR}\))?\Z")
"""A law journal with its year or volume, which stands where other styles have the title."""
_WORD_YEAR = late(rf"{_UP}[^\s,;:]*(?:\s[^\s,;:]+){{0,2}}\s{_YEAR}(?!\d)")
_JOURNAL_YEAR = late(rf"(?=\w*?{_UP}\w*?{_UP})\w{{2,9}}\s{_YEAR},\s\d")
"""A law journal, its year and a page (`NJW 2009, 1411`): no town."""
_ONE_WORD_YEAR = late(rf"{_UP}[\w.-]*(?::\s[^,;:]{{2,40}})?,\s{_YEAR}(?!\d)")
_PAGE_WORD = re.compile(r"[.…]\s[^\W\d_]{1,7}\.?\s?\Z")
"""From the stop that ends a title to the number of the page: `. Seite 14`."""
_SIGNS = " ,.:;/–—-*_"
_GOST = re.compile(r"\s//|\s/\s|\.\s[-–—]\s")
_DATE = (
    r"(?:\d{1,2}[.ºª]?\s(?:de\s)?[^\W\d_]{3,12}\.?\s(?:de\s)?\d{4}|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}"
    r"|[^\W\d_]{3,12}\.?\s\d{1,2},\s\d{4})"
)


@cache
def _places() -> frozenset[str]:
    """Towns, with `latin_capitals`."""
    names = []
    for line in data_file("citecheck.parse", "places.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            names += [name.replace("\\ ", " ") for name in re.findall(r"(?:\\ |\S)+", line)]
    return frozenset(map(words.latin_capitals, names))


_TOWN = re.compile(r"[A-Z][^\W\d_]*(?:[ -][^\W\d_]+){0,3}")
_BEHIND_TOWN = late(r"\s?[,:;/]|\s\d{4}|\s?[–-]|\s\(|\sa\.\s?[dMO]|\sam\s")


def _place_at(flat: str, start: int) -> int:
    """Offset after the town that begins at `start` and goes on as imprints do; 0 for none."""
    match = _TOWN.match(flat, start)
    end = match.end() if match else 0
    while end > start:
        if flat[start:end] in _places() and _BEHIND_TOWN.match(flat, end):
            return end
        end = max(flat.rfind(" ", start, end), flat.rfind("-", start, end))
    return 0


def _imprint_at(flat: str, start: int) -> int | None:
    """Where the first town stands that ends a title: offset of the sign before it."""
    for match in _BEFORE_TOWN.finditer(flat, start):
        if _place_at(flat, match.end()):
            return match.start()
    return None


_BEFORE_TOWN = re.compile(r"[,.]\s(?=[A-Z])")


@cache
def _edition() -> words.Titled:
    return words.Titled("edition", "editors", after=r"(?![^\W_])")


@cache
def _inside() -> words.Titled:
    return words.Titled("inside", after=rf"\s?(?::\s?|\s)(?=[«»\"“„‘]|{_UP})")


@cache
def _located() -> words.Titled:
    return words.Titled("pages", after=r"\s?\d")


@cache
def _ends() -> re.Pattern[str]:
    """What a title may end before. Where a group has matched, words behind it have the say."""
    after_comma = (
        rf"\d|(?:in|[Tt])\b\.?|[«»\"“”„‘]"
        rf"|{_UP}[^,;()]{{1,40}},\s{_UP}[^,;()]{{1,60}},\s{_YEAR}|{_UP}[\w.-]+(?:\s[\w.-]+)?:\s{_UP}"
        rf"|{_UP}[\w.-]+(?:[/-]{_UP}[\w-]+)*,?\s{_YEAR}(?!\d)|{_UP}[^,;()\d]{{2,50}},?\s{_DATE}|[A-Z]{{2,6}}\s\d"
    )
    after_stop = (
        rf"{_YEAR}\b|{_UP}[^.,;()\d]{{2,50}},?\s{_DATE}|{_UP}[\w.’' -]{{1,30}}\s?:\s"
        rf"|{_UP}[\w.;’' -]{{0,30}}[,:]\s(?:[^.]{{0,50}},\s)?{_YEAR}(?!\d)"
    )
    bracket = (
        r"(?![^()]*\d{4}\s?[–-]\s?\d{2,4}\),)(?=[^()]{0,80}\d{4}\))|(?=[^()]{0,60}\)[,:]?\s\d)|(?P<bracket>)"
    )
    return re.compile(
        r"\s?\[|\s//|\s/\s|\.?\s[-–—]\s?(?:\d{4}|URL|[A-Z][\w.]*+\s?[:,])|\.\s[-–—]\s|\bURL\b|\b(?:https?|www)\b"
        rf"|,\s(?:(?={after_comma})|(?P<comma>))|\.\s(?:(?={after_stop})|(?P<stop>(?=\d)))|\s\((?:{bracket})|\s(?=<)"
    )


def _title_end(flat: str, start: int) -> re.Match[str] | None:
    """The first place from `start` on that a title ends before."""
    match = _ends().search(flat, start)
    while match and not _surely_ends(flat, match):
        match = _ends().search(flat, match.start() + 1)
    return match


def _surely_ends(flat: str, match: re.Match[str]) -> bool:
    """Whether the words behind a sign say that it ends a title, where the sign alone does not."""
    at = match.end()
    if match.lastgroup == "comma":
        return any(kind.match(flat, at) for kind in (_edition(), _inside(), _located()))
    if match.lastgroup == "stop":
        places = _behind_number(flat, at, 1)
        return any(_edition().match(flat, place) for place in places if flat[place - 1].isspace())
    if match.lastgroup == "bracket":
        return any(_edition().match(flat, place) for place in _behind_number(flat, at, 0))
    return True


_DIGITS = re.compile(r"\d{0,2}")


def _behind_number(flat: str, start: int, least: int) -> Iterator[int]:
    """Where a word may stand behind `least` to two digits, three more signs and a space (`2nd`, `3.,`)."""
    digits = _DIGITS.match(flat, start)
    last = digits.end() + 3 if digits else start
    for end in range(start + least, min(last, len(flat)) + 1):
        if end > start and flat[end - 1].isspace():
            return
        yield end
        if flat[end : end + 1].isspace():
            yield end + 1


@cache
def _in() -> words.Titled:
    return words.Titled("inside", after=r"\s?:?\s[^()]{2,80}\(")


@cache
def _by() -> words.Titled:
    return words.Titled("editors", after=r"[^()]{0,20}\)[,:]?\s")


def _collection(flat: str, start: int) -> re.Match[str] | None:
    """*In* and editors before the title of a whole (`in: Moritz/Pahl (Hrsg.), Kommentar`)."""
    inside = _in().match(flat, start)
    return _by().match(flat, inside.end()) if inside else None


def is_place(name: str) -> bool:
    """Whether a name with `latin_capitals` is that of a town."""
    return name in _places()


def begins_imprint(text: str, *, strict: bool, short: bool = False) -> bool:
    """Whether no title follows in a text with `latin_capitals`: a place, an edition, a year stands first.

    `strict`: a single word before the year is no title either (what stands before it looks like one itself).
    `short`: a name of two words stood before it, so that a word right before the year is a title (`Ivo Hart,
    Kaimauern 1973`) unless it is a town.
    """
    if text[:1].isdigit() and not _YEAR_FIRST.match(text):
        return True
    if _place_at(text, 0) or (_WORD_YEAR.match(text) and not (_JOURNAL_YEAR.match(text) or short)):
        return True
    if not strict:
        return False
    if _ONE_WORD_YEAR.match(text):
        return True
    after = f", {text}"
    end = _ends().match(after)
    return end is not None and text[:1] not in '«»"“”„‘' and _surely_ends(after, end)


def title_of(text: str, start: int) -> str | None:
    """The title that begins at `start`, `None` where nothing is left."""
    flat = words.latin_capitals(text)
    begin = len(text) - len(text[start:].lstrip(" .,:;"))
    collection = _collection(flat, begin)
    begin = collection.end() if collection else begin
    year = _YEAR_FIRST.match(text, begin)
    if year:
        begin = year.end()
        if words.pages().match(text, begin):
            return None
    quoted = _QUOTED_TITLE.match(text, begin)
    if quoted:
        return (quoted.group(1) or quoted.group(2)).strip(" ,.") or None
    end, sign = _end_of_title(flat, begin)
    found = text[begin:end]
    if text[:start].rstrip()[-1:] == "." and not _GOST.match(sign):
        found = _without_container(found, text[end:])
    # A full stop before a comma is an abbreviation's.
    signs = _SIGNS.replace(".", "") if sign.startswith(",") else _SIGNS
    for page in words.pages().finditer(found):
        if (behind := _PAGE_WORD.search(found, 0, page.start())) is not None:
            found = found[: behind.start() + 1]
            break
    title = found.lstrip(_SIGNS).rstrip(signs)
    if not any(map(str.isalpha, title)) or _ABBREVIATED.match(words.latin_capitals(title)):
        return None
    return title


def _end_of_title(flat: str, begin: int) -> tuple[int, str]:
    """Offset of the end, and what stands there: the first of a town and of all the other signs."""
    end = _title_end(flat, begin)
    town = _imprint_at(flat, begin)
    if town is not None and (end is None or town < end.start()):
        return town, flat[town : town + 2]
    return (end.start(), end.group()) if end else (len(flat), "")


def _without_container(found: str, following: str) -> str:
    """A title without its journal (`Title. Journal, 2001`, `Title. Journal, Town, v. 4`).

    A place and its publisher (`Title. Town: Publisher`) have been cut off already; two sentences before those
    are both the title's.
    """
    sentences = Sentences(found)
    named = following.startswith(",") or re.match(rf"\d|{_YEAR}", following.lstrip(" .("))
    if len(sentences.starts) < 2 or not named:
        return found
    return found[: sentences.starts[-1]].rstrip(" .")
