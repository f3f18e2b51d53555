"""Fields of one citation: year, locator, access date, and what must not be mistaken for them.

Addresses and access dates are full of numbers. They are blanked out first, so that the year is the source's
and the page is a page.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from citecheck.parse import citation_words as words
from citecheck.parse.citation_locators import without_pages
from citecheck.parse.dates import printed_date
from citecheck.parse.east_asian import LETTERS, is_east_asian, may_be_east_asian, visited
from citecheck.parse.east_asian import year_of as year_of_east_asia
from citecheck.patterns import late

ADDRESS = re.compile(
    r"(?:[Hh][Tt][Tt][Pp][Ss]?|ftp)\s?:\s?/|[Ww][Ww][Ww]\.\w|\b(?:doi|DOI)\s?[.:]\s?(?:org/)?\s?10\."
)
"""Where an address begins."""
PRINTED_ACCESS = 40
"""Characters of an access date that is no date: given as printed up to the closing bracket."""

_DATE_BEFORE = late(r"(?<!\d)(?:(?:19|20)\d\d(?=[-./年년])|(?:昭和|平成|令和|民[国國])(?=\s?[元\d]))")
_CLOSED = re.compile(r"\s?\.?\s?[)\]]")
"""The end of a bracket that held nothing but a date of access."""
_TOKEN = re.compile(r"\S+")
_EAST = late(rf"(?<=[!-~])[{LETTERS}。，、；：（）「」『』《》〔〕]")
"""What no longer belongs to an address for sure; no number is looked for in the letters of a path."""
_GOES_ON = re.compile(
    r"[/_?=&%#~]|[^\W_]-[^\W_]+-|\A-|[\w/]-\Z|\A[\w-]+\.(?:html?|php|pdf|aspx?)\b", re.IGNORECASE
)
_LABEL = re.compile(r"(?<![^\W\d_])(?:URL|URI|Link|Permalink)\b\s*:?", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d/-])(1[4-9]\d\d|20\d\d)[a-z]?(?!\d)(?!-\d)(?![\w/]\d)")
_YEAR_OR_MORE = re.compile(r"1[4-9]\d\d|20\d\d")
"""Soon found, unlike the forms in which years are printed."""
_NUMBERED = late(r"(?:№|n°|nº|\bn[or]\.|\bart\.|\bno|\bnum\.)\s*\Z", re.IGNORECASE)
_NUMBER_AND_YEAR = late(
    r"(?<![\d/])(?:\d{1,5}/(1[4-9]\d\d|20\d\d)(?![\d/-])|(1[4-9]\d\d|20\d\d)/\d{1,2}(?!\d))"
)
"""Judgements and bills with no year but in their number (`STS 233/2011`, `Prop. 1997/98:45`)."""
_REVISED = late(
    r"[(\[,](?:\s?[^\W\d_]{1,4}\.?){0,3}\s?(?:ред|редакц|змін|зм|змен|изм|późn|zm|znění|znení|fassung|geänd|modifi|amend"
    r"|version|mód|mod|rev)[^\W\d_]{0,12}\.?\s[^()\[\];]{0,60}?\d{4}[^()\[\],;]{0,12}[)\]]?",
    re.IGNORECASE,
)
"""The date of a law's revision, which is not the law's own: `(ред. от 01.03.2015)`."""
_DATE_BEHIND = re.compile(r"[>.,]{0,2}\s{0,2}\[\s?([^\[\]]{6,24})\]")
"""A date in brackets right behind an address is that of a visit: `[11.10.2021]`."""
_SHORT_DATE = re.compile(r"(?<![\d-])\d{1,2}-\d{1,2}-((?:19|20)\d\d)(?![\d-])")
_AREA_YEAR = re.compile(
    r"[-–—](?<!\b\d.)(?<!\b\d\d.)(?<!\b\d\d\d.)(?<!\b\d\d\d\d.)\s?(1[4-9]\d\d|20\d\d)\s?(?=[.,;:]|[-–—]|\Z|\s[-–—])"
)
_IMPRINT_YEAR = re.compile(r"[:,]\s(?:[^,;()\d]{2,80},\s)?(1[4-9]\d\d|20\d\d)(?=\s?[.;)]|\Z|,\s)")
_BRACKETED_YEAR = re.compile(r"\((?:[^()]{0,60}[\s,])?(1[4-9]\d\d|20\d\d)[a-z]?\)")


class Blanked(NamedTuple):
    """A citation with its addresses and access dates replaced by spaces, character for character."""

    text: str
    first_address: int | None
    """Where the first address, or the label before it, begins."""
    accessed: str | None


def blanked(text: str) -> Blanked:
    """`text` without addresses and access dates, and what these say."""
    text, accessed = _without_access(text)
    first: int | None = None
    pieces: list[str] = []
    position = 0
    while match := ADDRESS.search(text, position):
        first = match.start() if first is None else first
        pieces.append(text[position : match.start()])
        end = _address_end(text, match.start())
        behind = _DATE_BEHIND.match(text, end)
        read = printed_date(text, behind.start(1)) if behind and not accessed else None
        if behind and read and read[1] == behind.end(1):
            accessed, end = read[0], behind.end()
        pieces.append(" " * (end - match.start()))
        position = end
    pieces.append(text[position:])
    label = _LABEL.search(text)
    if label and (first is None or label.start() < first):
        first = label.start()
    return Blanked("".join(pieces), first, accessed)


def _without_access(text: str) -> tuple[str, str | None]:
    accessed: str | None = None
    pieces: list[str] = []
    position = done = 0
    while match := words.accessed().search(text, position):
        position = match.end()
        start = max(done, _bracket_before(text, match.start()))
        phrase = match.group().strip(" ([:.")
        found = printed_date(text, match.end(), phrase)
        if found is not None:
            accessed = accessed or found[0]
            closed = _CLOSED.match(text, found[1]) if text[start] in "([" else None
            end = closed.end() if closed else found[1]
        elif text[start] in "([" and ":" in match.group():
            end = _bracket_end(text, match.end())
            printed = text[match.end() : end].strip(" .,")
            if not printed or len(printed) > PRINTED_ACCESS:
                continue
            accessed = accessed or printed
        else:
            continue
        pieces += [text[done:start], " " * (end - start)]
        position = done = end
    return _without_dates_of_east_asia("".join([*pieces, text[done:]]), accessed)


def _without_dates_of_east_asia(text: str, accessed: str | None) -> tuple[str, str | None]:
    """The same for dates whose words stand behind them, and for those of GB/T 7714."""
    found = visited(text)
    if found:
        accessed = accessed or found[0]
        text = text[: found[1]] + " " * (found[2] - found[1]) + text[found[2] :]
    if not is_east_asian(text):
        return text, accessed
    for match in _DATE_BEFORE.finditer(text):
        read = printed_date(text, match.start())
        behind = words.accessed_behind().match(text, read[1]) if read else None
        if read and behind:
            accessed = accessed or read[0]
            text = text[: match.start()] + " " * (behind.end() - match.start()) + text[behind.end() :]
    return text, accessed


def _bracket_before(text: str, start: int) -> int:
    """Offset of the bracket that opens right before `start`, else `start`."""
    at = start - 1
    if at > 0 and text[at].isspace():
        at -= 1
    return at if at >= 0 and text[at] in "([" else start


def _bracket_end(text: str, start: int) -> int:
    ends = [place for place in (text.find(")", start), text.find("]", start)) if place >= 0]
    return min(ends, default=len(text))


def _address_end(text: str, start: int) -> int:
    """End of an address, over the spaces that damage has put into it."""
    end = start
    previous = ""
    far = may_be_east_asian(text)
    for token in _TOKEN.finditer(text, start):
        east = _EAST.search(text, max(token.start(), start + 1), token.end()) if far else None
        if east:
            return east.start()
        piece = token.group()
        if token.start() > start and not (_GOES_ON.search(piece) or previous.endswith(("-", "/", "_"))):
            break
        if piece[0] in "([" and token.start() > start:
            break
        end, previous = token.end(), piece
        if piece.endswith((".", ",", ";")) and not _follows_lower(text, end):
            return end - 1
    return end


def _follows_lower(text: str, end: int) -> bool:
    following = text[end : end + 2].strip()[:1]
    return following.islower() or following.isdigit()


def year_of(text: str, first_address: int | None) -> int | None:
    """The year of publication printed in a blanked citation; what stands before its address goes first."""
    east = year_of_east_asia(text)
    if east is not None:
        return east
    if not _YEAR_OR_MORE.search(text):
        return None
    text = without_pages(text)
    if (revised := _REVISED.search(text)) and _YEAR.search(text, 0, revised.start()):
        text = text[: revised.start()] + " " * len(revised.group()) + text[revised.end() :]
    head = text if first_address is None else text[:first_address]
    for part in dict.fromkeys((head, text)):
        for shape in (_AREA_YEAR, _BRACKETED_YEAR, _IMPRINT_YEAR):
            found = shape.findall(part)
            if found:
                return int(found[-1])
        years = [match for match in _YEAR.finditer(part) if not _is_numbered(part, match.start())]
        if years:
            return int(years[-1].group(1))
    numbered = _SHORT_DATE.search(text)
    if numbered:
        return int(numbered.group(1))
    numbered = _NUMBER_AND_YEAR.search(text)
    return int(numbered.group(1) or numbered.group(2)) if numbered else None


def _is_numbered(text: str, start: int) -> bool:
    return _NUMBERED.search(text[max(0, start - 6) : start]) is not None
