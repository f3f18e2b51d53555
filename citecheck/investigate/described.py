"""Whether a page's own words bear out what a note says of it, where its mark-up says otherwise.

Mark-up names the owner of a site for the writer, the last upload for the day: of 845 saved pages of the
press, blogs and offices it named another person than the one who signed on 6, another year on 7.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citecheck.letters import plain_words
from citecheck.model import Metadata, Text
from citecheck.patterns import late

PEOPLE = late(r"\s*(?:;|&|/|\b(?:and|et|und|и|і|та|i|y|e|oraz)\b)\s*")
"""Between several people of a note."""
LEAST_NAME = 2
"""Letters of a name's part; initials are left out."""
NEAR_TITLE = (600, 2000)
"""Characters before and behind a page's title in which its own date stands; further off are those of other
articles (of 260 pages with another article's year, 6 have it here, 24 anywhere)."""
MONTH = r"[^\W\d_]{3,12}\.?"
DATES = (
    r"\b\d{{1,2}}[./-]\s?\d{{1,2}}[./-]\s?(?:{year}|{short})\b",
    r"\b{year}[./-]\d{{1,2}}[./-]\d{{1,2}}(?!\d)",
    r"\b\d{{1,2}}(?:st|nd|rd|th|er|[.º])?\s+(?:de\s+|d['’])?{month},?\s+(?:de\s+)?{year}\b",
    r"\b{month}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+{year}\b",
    r"\b{year}\s?年\s?\d{{1,2}}\s?月",
)
"""A day of a `year`; the year alone stands in every foot of a page."""


def borne_out(author: str | None, year: int | None, page: Text | None) -> frozenset[str]:
    """`author` and `year`, where the page's mark-up gives another one and its words that of the note.

    `author` as printed, several people one after the other; one of them is enough.
    """
    if page is None:
        return frozenset()
    said = page.metadata
    found = set()
    if author and said.author and _names_another(author, said) and _names(page.content, author):
        found.add("author")
    if year and said.published and _dates_otherwise(year, said) and _dated(page, year):
        found.add("year")
    return frozenset(found)


def _names_another(author: str, said: Metadata) -> bool:
    own = set(_parts(said.author or ""))
    return not own.intersection(_parts(author))


def _dates_otherwise(year: int, said: Metadata) -> bool:
    return not any(one.startswith(str(year)) for one in (said.published or "", *said.dates))


def _names(content: str, author: str) -> bool:
    """Whether a person of at least two names stands in the text, in either order."""
    text = None
    for name in _persons(author):
        if text is None:
            text = f" {' '.join(_parts(content))} "
        if f" {' '.join(name)} " in text or f" {' '.join((*name[1:], name[0]))} " in text:
            return True
    return False


def _persons(author: str) -> Iterator[tuple[str, ...]]:
    for person in PEOPLE.split(author):
        turned = " ".join(reversed(person.split(","))) if person.count(",") == 1 else person
        for one in {person, turned, *person.split(",")}:
            if len(name := tuple(_parts(one))) >= 2:
                yield name


def _parts(text: str) -> list[str]:
    return plain_words(text, LEAST_NAME)


def _dated(page: Text, year: int) -> bool:
    before, behind = NEAR_TITLE
    title = (page.metadata.title or "").strip()[:25]
    at = max(page.content.find(title), 0) if title else 0
    near = page.content[max(at - before, 0) : at + behind]
    shown = {"year": year, "short": f"{year % 100:02}", "month": MONTH}
    return any(re.search(pattern.format(**shown), near) for pattern in DATES)
