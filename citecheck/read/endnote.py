"""EndNote's XML, as EndNote exports it and pandoc reads it: sources by `key`, else by number.

A scanner of our own: the form is flat, a dozen elements are wanted, and the texts that cite such a file are
read without a parser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from citecheck.read.bibtex import MOST_ENTRIES
from citecheck.read.entry import Entry, addresses_of

LONGEST_RECORD = 100_000
"""Characters in which a record must end; EndNote keeps abstracts and notes of research in it."""
_RECORD = "<record"
_TAG = re.compile(r"<[^<>]{0,500}>")
_YEAR = re.compile(r"\d{4}")


def entries_of_endnote(text: str, path: str = "") -> dict[str, Entry]:
    """Sources by key and by number, the first where one comes twice; another XML holds none."""
    found: dict[str, Entry] = {}
    at = text.find(_RECORD)
    line, counted = 1, 0
    while at >= 0 and len(found) < MOST_ENTRIES:
        following = text.find(_RECORD, at + 1)
        if text[at + len(_RECORD) : at + len(_RECORD) + 1] in (">", " ", "\n", "\r", "\t"):
            end = min(following if following >= 0 else len(text), at + LONGEST_RECORD)
            line, counted = line + text.count("\n", counted, at), at
            body = text[at:end]
            for name in ("key", "rec-number"):
                if key := next(_values(body, name), ""):
                    found.setdefault(key, _entry(key, body, path, line))
                    break
        at = following
    return found


def _values(body: str, *names: str) -> Iterator[str]:
    """Texts of all elements of these names, mark-up inside them left out."""
    for name in names:
        for found in re.finditer(rf"<{name}(?:\s[^<>]{{0,500}})?>(.*?)</{name}>", body, re.S):
            if value := " ".join(unescape(_TAG.sub("", found.group(1))).split()):
                yield value


def _within(body: str, name: str) -> str:
    found = re.search(rf"<{name}(?:\s[^<>]{{0,500}})?>(.*?)</{name}>", body, re.S)
    return found.group(1) if found else ""


def _entry(key: str, body: str, path: str, line: int) -> Entry:
    people = list(_values(_within(body, "authors"), "author"))
    people = people or list(_values(_within(body, "secondary-authors"), "author"))
    names = [_name(name) for name in people]
    shown = tuple(f"{given} {family}".strip() for given, family in names)
    titles = _within(body, "titles")
    links = [
        link for link in _values(_within(body, "urls"), "url") if link.startswith(("http://", "https://"))
    ]
    url, doi = addresses_of(next(iter(links), ""), next(_values(body, "electronic-resource-num"), ""))
    year = _YEAR.search(next(_values(_within(body, "dates"), "year"), ""))
    return Entry(
        key=key,
        author=", ".join(shown),
        people=shown,
        names=tuple(family for _, family in names),
        title=next(_values(titles, "title"), ""),
        container=next(_values(titles, "secondary-title"), ""),
        year=year.group() if year else "",
        pages=next(_values(body, "pages"), ""),
        url=url,
        doi=doi,
        accessed=next(_values(body, "access-date"), ""),
        publisher=next(_values(body, "publisher"), ""),
        path=path,
        line=line,
    )


def _name(name: str) -> tuple[str, str]:
    """Given and family names; EndNote ends the name of an organisation in a comma."""
    family, _, given = name.partition(",")
    return given.split(",")[0].strip(), family.strip()
