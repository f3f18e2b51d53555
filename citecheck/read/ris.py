"""RIS: the lines with two letters that catalogues, publishers and reference managers export.

Form: http://www.refman.com/support/risformat_intro.asp (archived). Keys are those that pandoc gives its
sources: what `ID` says, else family names and year joined by `_`, with a letter where these come again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citecheck.read.bibtex import MOST_ENTRIES
from citecheck.read.entry import Entry, addresses_of

LONGEST_FIELD = 5_000
"""Characters of a field that are kept."""
_LINE = re.compile(r"([A-Z][A-Z0-9])[ \t]{1,3}-(?:[ \t]+(.*))?\Z", re.S)
_YEAR = re.compile(r"\d{4}")
_DATE = re.compile(r"(\d{4})(?:[/.-](\d{1,2})(?:[/.-](\d{1,2}))?)?")
_AUTHORS = ("AU", "A1", "ED", "A2", "A3")

_Fields = dict[str, list[str]]


def entries_of_ris(text: str, path: str = "") -> dict[str, Entry]:
    """Sources by their key; a record without an end ends where the next begins."""
    found: dict[str, Entry] = {}
    seen: dict[str, int] = {}
    for line, fields in _records(text):
        if len(found) >= MOST_ENTRIES:
            break
        given = _first(fields, "ID")
        year = _first(fields, "PY", "Y1")
        for date in dict.fromkeys((year, _year(year))):
            key = given or _made(fields, date)
            again = seen.get(key, 0)
            seen[key] = again + 1
            name = key + chr(ord("a") + again - 1) if 0 < again <= 26 else key
            found.setdefault(name, _entry(name, fields, path, line))
            if given:
                break
    return found


def _records(text: str) -> Iterator[tuple[int, _Fields]]:
    """Each record with the line on which it begins, its fields by their letters."""
    fields: _Fields = {}
    begin, last = 0, ""
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        match = _LINE.match(line.rstrip())
        tag, value = match.groups() if match else ("", line.strip())
        if tag in ("TY", "ER"):
            if len(fields) > 1:
                yield begin, fields
            fields, begin, last = {}, number, tag
        if tag and tag != "ER":
            fields.setdefault(tag, []).append((value or "").strip()[:LONGEST_FIELD])
            last = tag
        elif not match and value and last in fields:  # a field goes on
            fields[last][-1] = f"{fields[last][-1]} {value}".strip()[:LONGEST_FIELD]
    if len(fields) > 1:
        yield begin, fields


def _made(fields: _Fields, date: str) -> str:
    names = [re.split(r"[,\s]", name)[0] for tag in ("AU", "A1") for name in fields.get(tag, ())]
    return "_".join([*names, date] if date else names)


def _entry(key: str, fields: _Fields, path: str, line: int) -> Entry:
    names = [_name(name) for tag in _AUTHORS[:2] for name in fields.get(tag, ())]
    names = names or [_name(name) for tag in _AUTHORS[2:] for name in fields.get(tag, ())]
    people = tuple(f"{given} {family}".strip() for given, family in names)
    links = [link for tag in ("UR", "LK", "L2", "L1") for link in fields.get(tag, ())]
    url = next((link for link in links if link.startswith(("http://", "https://"))), "")
    url, doi = addresses_of(url, _first(fields, "DO"))
    title = _first(fields, "TI", "T1", "CT", "BT")
    container = _first(fields, "JO", "JF", "T2", "JA", *(() if title == _first(fields, "BT") else ("BT",)))
    pages = "-".join(part for tag in ("SP", "EP") if (part := _first(fields, tag)))
    return Entry(
        key=key,
        author=", ".join(people),
        people=people,
        names=tuple(family for _, family in names),
        title=title,
        container=container,
        year=_year(_first(fields, "PY", "Y1", "DA")),
        pages=pages,
        url=url,
        doi=doi,
        accessed=_accessed(_first(fields, "Y2")),
        publisher=_first(fields, "PB"),
        path=path,
        line=line,
    )


def _first(fields: _Fields, *tags: str) -> str:
    return next((value for tag in tags for value in fields.get(tag, ()) if value), "")


def _year(date: str) -> str:
    found = _YEAR.search(date)
    return found.group() if found else ""


def _accessed(date: str) -> str:
    found = _DATE.match(date)
    return "-".join(part.zfill(2) for part in found.groups() if part) if found else ""


def _name(name: str) -> tuple[str, str]:
    """Given and family names of `Smith, John, Jr.`; a name without a comma is an organisation's."""
    family, _, given = name.partition(",")
    return given.split(",")[0].strip(), family.strip()
