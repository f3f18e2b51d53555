"""The page, section or paragraph that a citation points at.

Behind a word (`S. 41`, `p. 12 sq.`, `Rn. 7`) it is plain. Law reviews, Chicago and author–year styles have no
word: there its place tells it, after the volume and the first page, after the bracket with the year, after a
colon. `hier`, `aldaar`, `ici` go before all of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from citecheck.parse import citation_words as words
from citecheck.parse.dates import is_month
from citecheck.parse.east_asian import page_of
from citecheck.patterns import late

LONGEST_ARTICLE = 200
"""Pages from the first to the one pointed at; a number farther off is none of the article's."""

_YEAR = late(r"(?:1[4-9]|20)\d\d(?!\d)")
_NUMBER = r"\d{1,5}(?:\s?[–—-]\s?\d{1,5})?"
_ROMAN = r"(?=[ivxl])(?:x{0,3}l?x{0,3})(?:ix|iv|v?i{0,3})"
_WORDS = r"(?:\s?[^\W\d_]{1,6}\.?(?:\s[^\W\d_]{1,10}\.?)?)?"
"""Where `ff.`, `et s.` may stand; which words do so is looked up once a shape has been found."""
_FIRST_LETTER = re.compile(r"\s?[^\W\d_]")
_LAW_FIRST = re.compile(r"\s?§")
"""A paragraph of a law goes before the page of the gazette that printed it."""
_SUBDIVIDED = re.compile(r",?\s?[^\W\d_]{1,10}\.?\s?")
"""What stands between an article and its paragraph."""
_SERIES = re.compile(r"\d\)?,\s\d")
"""Without such a sign there is no page of a law journal."""


@cache
def _shapes() -> tuple[re.Pattern[str] | words.Words | words.Located, ...]:
    """The surer first; group 1 is the locator, or group 2 where a shape has two."""
    page = rf"{_NUMBER}{_WORDS}"
    year = r"(?:1[4-9]|20)\d\d"
    end = r"(?=\s*\.?\s*(?:\Z|;|\(|[–—]\s))"
    return (
        words.here(),
        # A case of a reporter: `451 F.3d 118, 124 (2d Cir. 2006)`, `58 Selwyn L. Rev. 77, 91 n.40`.
        re.compile(
            r"\b\d{1,4}\s[^\W\d_][^\d,;()]{0,60}(?:\d(?:d|nd|rd|th|st)\s(?:[^\d,;()]{1,20}\s)?)?\d{1,5}"
            r",\s(\d{1,5}(?:[–—-]\d{1,5})?)(?=\s?[(.;]|\s[^\W\d_]|\Z)"
        ),
        re.compile(r"\d\s?[–—-]\s?\d{1,5}:\s(\d{1,5}(?:[–—-]\d{1,5})?)"),
        re.compile(rf"\((?:n|nn|fn|note)\.?\s?\d{{1,4}}\),?\s(?:at\s)?({page})"),
        words.pages(),
        words.pages_behind(),
        # A law journal: `NJW 2008, 1658 (1661)`, `AcP 201 (2001), 233, 240`, `BVerfGE 65, 1 (43)`.
        re.compile(
            rf"(?P<word>[^\W\d_][\w.-]*)\s\d{{1,4}}(?:\s\({year}\))?,\s({page})(?:(?:,\s|\s\()({page})\)?)?{end}"
        ),
        re.compile(rf"[\s(]{year}[a-z]?\)?\s?:\s?({page})(?=[).;,]|\s*\Z)"),
        re.compile(r"\)[,:]\s(\d{1,4}(?:[–—-]\d{1,4})?)(?!\d)(?!\s+[A-Z])"),
        re.compile(rf"\)\s({page}){end}"),
        words.sections(),
        # Of a journal's issue, the number before its word: `8. évf. (2001) 2. sz. 15–34.`
        re.compile(r"\d\.\s[^\W\d_]{1,4}\.\s(\d{1,3}(?:[–-]\d{1,4})?)\.?\s*\Z"),
        # Chicago: `Fern, *On Moss*, 12`, `Fern, “On Moss,” 12`, and of a preface `Fern, *On Moss*, xii`.
        re.compile(rf",[\"”’»]?\s(\d{{1,3}}(?:[–—-]\d{{1,3}})?{_WORDS})\.?\s*\Z"),
        re.compile(rf",[\"”’»]?\s({_ROMAN}(?:[–—-]{_ROMAN})?)\.?\s*\Z"),
    )


_BEHIND_YEAR = 7
"""Place of the shape that takes what a year and a colon stand before."""
_IN_SERIES = (1, 6)
"""Places among the shapes of those that have two numbers with a comma between."""


@lru_cache(maxsize=16)  # kind and fields of a citation ask for the same
def locator_of(text: str) -> str | None:
    """Locator of a blanked citation, the last one where it names several."""
    if (page := page_of(text)) is not None:
        return page
    if _LAW_FIRST.match(text) and (section := _section(text)):
        return section
    series = _SERIES.search(text) is not None
    for number, shape in enumerate(_shapes()):
        if number in _IN_SERIES and not series:
            continue
        found = list(shape.finditer(text))
        if isinstance(shape, re.Pattern):  # the others have looked up their words
            found = [match for match in found if not _is_date(match) and _is_plain(match)]
        if found and number == _BEHIND_YEAR and words.sections().search(text[found[-1].end() :]):
            continue  # `KKO 2002:45, kohta 33`: the number of a judgment, and a paragraph of it
        if found and shape is words.sections():
            return _section(text)
        if found:
            match = found[-1]
            start, end = match.span(_group(match))
            return text[start:end].strip(" ,")
    return None


def _section(text: str) -> str | None:
    """The last section named, from the article down to the paragraph: `4 odst. 2`, `4, comma 2`."""
    found = list(words.sections().finditer(text))
    if not found:
        return None
    first = len(found) - 1
    word = _word_before(text, found[first].start())
    while first and _SUBDIVIDED.fullmatch(text, found[first - 1].end(), found[first].start()):
        above = _word_before(text, found[first - 1].start())
        if above == word:
            break  # `art. 3, art. 5`
        first, word = first - 1, above
    return text[found[first].start(1) : found[-1].end(1)].strip(" ,")


def _word_before(text: str, at: int) -> str:
    return text[:at].split()[-1].casefold() if text[:at].strip() else ""


def _group(match: re.Match[str]) -> int:
    """Group of a match that is the locator: of a law journal the second page, where it is one."""
    if "word" not in match.groupdict():
        return 1
    second = match.group(3)
    if not second:
        return 2
    # `12, 14 (2005)`: the year, and not a page, where no other year stands before it.
    year = _YEAR.match(second) is not None and not _YEAR.search(
        match.group()[: match.start(2) - match.start()]
    )
    near = 0 <= _first(second) - _first(match.group(2)) < LONGEST_ARTICLE
    return 3 if near and not (year and match.string[match.start(3) - 1] == "(") else 2


def _first(pages: str) -> int:
    number = re.match(r"\d+", pages)
    return int(number.group()) if number else 0


def _is_date(match: re.Match[str]) -> bool:
    """Whether a law journal's page is the year of a date (`March 9, 2018`)."""
    return is_month(match.groupdict().get("word") or "")


def _is_plain(match: re.Match[str]) -> bool:
    """Whether the words behind a page are such as `ff.`."""
    for number in range(1, len(match.groups()) + 1):
        printed = match.group(number) or ""
        letter = _FIRST_LETTER.search(printed) if printed[:1].isdigit() else None
        if letter and not words.goes_onward().match(printed, letter.start()):
            return False
    return True


@lru_cache(maxsize=16)
def without_pages(text: str) -> str:
    """A text with spaces for its page numbers, so that none is taken for a year (`NJW 2009, 1411, 1413`)."""
    for match in _page_spans(text):
        text = text[: match[0]] + " " * (match[1] - match[0]) + text[match[1] :]
    return text


def _page_spans(text: str) -> Iterator[tuple[int, int]]:
    law = _shapes()[6]
    for match in words.pages().finditer(text):
        yield match.span(1)
    for match in law.finditer(text) if _SERIES.search(text) else ():
        if not _is_date(match) and _is_plain(match):
            yield match.start(2), match.end(_group(match))
