"""What a source is called, and the imprint that its title ends before.

A title ends where something begins that titles do not have: an address, a date, a volume, a journal, the town
a book came out in (`data/places.txt`), short parts in capitals up to the year (`Paris, Seuil, 2019`).
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from citecheck.parse import citation_words as words
from citecheck.parse.sentences import Sentences

_YEAR = r"(?:1[4-9]|20)\d\d"
_UP = "[A-Z]"
"""A capital letter of any alphabet: imprints are looked for in a text with `latin_capitals`."""
_QUOTED_TITLE = re.compile(r"[«»\"“”„‘]([^«»\"“”„]{3,300})[»«\"“”’](?!\w)")
_YEAR_FIRST = re.compile(rf"[(\[]?{_YEAR}[a-z]?(?![–\d-])[)\]]?\s?[.:,;]?\s?")
_ABBREVIATED = re.compile(rf"{_UP}[\w.]{{1,9}}\s\d+(?:\s\({_YEAR}\))?\Z")
"""A law journal with its year or volume, which stands where other styles have the title."""
_WORD_YEAR = re.compile(rf"{_UP}[^\s,;:]*(?:\s[^\s,;:]+){{0,2}}\s{_YEAR}(?!\d)")
_JOURNAL_YEAR = re.compile(rf"(?=\w*?{_UP}\w*?{_UP})\w{{2,9}}\s{_YEAR},\s\d")
"""A law journal, its year and a page (`NJW 2009, 1411`): no town."""
_ONE_WORD_YEAR = re.compile(rf"{_UP}[\w.-]*(?::\s[^,;:]{{2,40}})?,\s{_YEAR}(?!\d)")
_SIGNS = " ,.:;/–—-*_"
_GOST = re.compile(r"\s//|\s/\s|\.\s[-–—]\s")
_DATE = (
    r"(?:\d{1,2}[.ºª]?\s(?:de\s)?[^\W\d_]{3,12}\.?\s(?:de\s)?\d{4}|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}"
    r"|[^\W\d_]{3,12}\.?\s\d{1,2},\s\d{4})"
)


@cache
def _places() -> str:
    names = []
    for line in files("citecheck.parse").joinpath("data/places.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            names += [
                words.latin_capitals(name).replace("\\ ", " ") for name in re.findall(r"(?:\\ |\S)+", line)
            ]
    one = "|".join(re.escape(name) for name in sorted(set(names), key=lambda name: (-len(name), name)))
    return rf"(?:{one})(?:\s?[/–-]\s?(?:{one}))*(?=\s?[,:;]|\s\d{{4}}|\s[–-]|\s\(|\sa\.\s?[dMO]|\sam\s)"


@cache
def _place_first() -> re.Pattern[str]:
    return re.compile(_places())


@cache
def _title_end() -> re.Pattern[str]:
    edition = rf"(?:{words.titled_shape('edition')}|{words.titled_shape('editors')})(?![^\W_])"
    inside = rf"{words.titled_shape('inside')}\s?(?::\s?|\s)(?=[«»\"“„‘]|{_UP})"
    located = rf"{words.titled_shape('pages')}\s?\d"
    after_comma = (
        rf"\d|{edition}|{inside}|(?:in|[Tt])\b\.?|{located}|[«»\"“”„‘]|{_places()}"
        rf"|{_UP}[^,;()]{{1,40}},\s{_UP}[^,;()]{{1,60}},\s{_YEAR}|{_UP}[\w.-]+(?:\s[\w.-]+)?:\s{_UP}"
        rf"|{_UP}[\w.-]+(?:[/-]{_UP}[\w-]+)*,?\s{_YEAR}(?!\d)|{_UP}[^,;()\d]{{2,50}},?\s{_DATE}|[A-Z]{{2,6}}\s\d"
    )
    after_stop = (
        rf"{_YEAR}\b|{_places()}|\d{{1,2}}\S{{0,3}}\s(?:{edition})"
        rf"|{_UP}[^.,;()\d]{{2,50}},?\s{_DATE}|{_UP}[\w.’' -]{{1,30}}\s?:\s"
        rf"|{_UP}[\w.;’' -]{{0,30}}[,:]\s(?:[^.]{{0,50}},\s)?{_YEAR}(?!\d)"
    )
    bracket = (
        rf"(?![^()]*\d{{4}}\s?[–-]\s?\d{{2,4}}\),)(?=[^()]{{0,80}}\d{{4}}\))|(?=[^()]{{0,60}}\)[,:]?\s\d)"
        rf"|(?=\d{{0,2}}\S{{0,3}}\s?(?:{edition}))"
    )
    return re.compile(
        r"\s?\[|\s//|\s/\s|\.?\s[-–—]\s?(?:\d{4}|URL|[A-Z][\w.]*+\s?[:,])|\.\s[-–—]\s|\bURL\b|\b(?:https?|www)\b"
        rf"|,\s(?={after_comma})|\.\s(?={after_stop})|\s\((?:{bracket})|\s(?=<)"
    )


@cache
def _collection() -> re.Pattern[str]:
    """*In* and editors before the title of a whole (`in: Moritz/Pahl (Hrsg.), Kommentar`)."""
    inside, editors = words.titled_shape("inside"), words.titled_shape("editors")
    return re.compile(rf"{inside}\s?:?\s[^()]{{2,80}}\({editors}[^()]{{0,20}}\)[,:]?\s")


def is_place(name: str) -> bool:
    """Whether a name with `latin_capitals` is that of a town."""
    match = _place_first().match(f"{name},")
    return match is not None and match.end() == len(name)


def begins_imprint(text: str, *, strict: bool) -> bool:
    """Whether no title follows in a text with `latin_capitals`: a place, an edition, a year stands first.

    `strict`: a single word before the year is no title either (what stands before it looks like one itself).
    """
    end = _title_end().match(f", {text}")
    if text[:1].isdigit() and not _YEAR_FIRST.match(text):
        return True
    if _place_first().match(text) or (_WORD_YEAR.match(text) and not _JOURNAL_YEAR.match(text)):
        return True
    return strict and bool(_ONE_WORD_YEAR.match(text) or (end and text[:1] not in '«»"“”„‘'))


def title_of(text: str, start: int) -> str | None:
    """The title that begins at `start`, `None` where nothing is left."""
    flat = words.latin_capitals(text)
    begin = len(text) - len(text[start:].lstrip(" .,:;"))
    collection = _collection().match(flat, begin)
    begin = collection.end() if collection else begin
    year = _YEAR_FIRST.match(text, begin)
    if year:
        begin = year.end()
        if words.pages().match(text, begin):
            return None
    quoted = _QUOTED_TITLE.match(text, begin)
    if quoted:
        return quoted.group(1).strip(" ,.") or None
    end = _title_end().search(flat, begin)
    found = text[begin : end.start()] if end else text[begin:]
    if text[:start].rstrip()[-1:] == "." and not (end and _GOST.match(end.group())):
        found = _without_container(found, text[end.start() :] if end else "")
    # A full stop before a comma is an abbreviation's.
    signs = _SIGNS.replace(".", "") if end and end.group().startswith(",") else _SIGNS
    title = found.lstrip(_SIGNS).rstrip(signs)
    if not any(map(str.isalpha, title)) or _ABBREVIATED.match(words.latin_capitals(title)):
        return None
    return title


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
