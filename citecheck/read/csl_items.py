"""CSL data, as JSON or YAML: what Zotero and other libraries export, and pandoc takes for a bibliography.

Form: https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html; YAML may write dates out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from citecheck.read.bibtex import MOST_ENTRIES
from citecheck.read.entry import Entry, addresses_of
from citecheck.read.yaml_values import values_of

LONGEST = 32_000_000
"""Characters of JSON that are parsed: a library of some ten thousand sources with their abstracts."""
LONGEST_FIELD = 5_000
"""Characters of a field that are kept: abstracts are none of ours, and no title is longer."""
_MARKUP = re.compile(r"</?[A-Za-z][^<>]{0,100}>")
_DATE = re.compile(r"\d{4}(?:-\d{1,2}(?:-\d{1,2})?)?")


def entries_of_json(text: str, path: str = "") -> dict[str, Entry]:
    """Sources of CSL JSON by their key: a list of them, or an object that holds one; damaged data: none.

    >>> entries_of_json('[{"id": "roe", "issued": {"date-parts": [[2001, 5]]}}]')["roe"].year
    '2001'
    """
    if len(text) > LONGEST:
        return {}
    try:
        document = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return {}
    return entries_of_items(document, path)


def entries_of_yaml(text: str, path: str = "") -> dict[str, Entry]:
    """Sources of CSL YAML by their key: under `references`, or a bare list; damaged data: none."""
    return entries_of_items(values_of(text), path)


def entries_of_items(document: object, path: str = "") -> dict[str, Entry]:
    """Sources out of data already parsed, the first where a key comes twice."""
    found: dict[str, Entry] = {}
    for item in _items(document):
        for key in (_text(item.get("id")), _text(item.get("citation-key"))):
            if key:
                found.setdefault(key, _entry(key, item, path))
    return found


def _items(document: object) -> Iterator[dict[str, object]]:
    if isinstance(document, dict):
        document = next((document[name] for name in ("references", "items") if name in document), document)
        if isinstance(document, dict):
            document = [document] if "id" in document else list(document.values())
    for item in document[:MOST_ENTRIES] if isinstance(document, list) else ():
        if isinstance(item, dict):
            yield item


def _entry(key: str, item: dict[str, object], path: str) -> Entry:
    url, doi = addresses_of(_text(item.get("URL")), _text(item.get("DOI")))
    names = list(_people(item.get("author") or item.get("editor")))
    people = tuple(f"{given} {family}".strip() for given, family in names)
    return Entry(
        key=key,
        author=", ".join(people),
        people=people,
        names=tuple(family for _, family in names),
        title=_text(item.get("title")),
        container=_text(item.get("container-title")),
        year=_date(item.get("issued"))[:4],
        pages=_text(item.get("page")),
        url=url,
        doi=doi,
        accessed=_date(item.get("accessed")),
        publisher=_text(item.get("publisher")),
        path=path,
    )


def _people(names: object) -> Iterator[tuple[str, str]]:
    """Given and family names; an organisation has one name."""
    for name in names[:MOST_ENTRIES] if isinstance(names, list) else ():
        if isinstance(name, str):
            given, _, family = name.rpartition(" ")
            yield given, family
        elif isinstance(name, dict):
            particle = _text(name.get("non-dropping-particle"))
            family = " ".join(part for part in (particle, _text(name.get("family"))) if part)
            yield (_text(name.get("given")), family) if family else ("", _text(name.get("literal")))


def _date(value: object) -> str:
    """A date as exact as it is given, ISO 8601; empty where there is none."""
    if isinstance(value, dict):
        parts = value.get("date-parts")
        if isinstance(parts, list) and parts:
            return _joined(parts[0])
        if value.get("year"):
            return _joined([value.get("year"), value.get("month"), value.get("day")])
        return _date(value.get("literal") or value.get("raw"))
    if isinstance(value, list):
        return (_date(value[0]) if isinstance(value[0], dict | list) else _joined(value)) if value else ""
    found = _DATE.search(_text(value))
    return found.group() if found else ""


def _joined(parts: object) -> str:
    numbers = [_text(part) for part in (parts if isinstance(parts, list) else [parts])]
    known = []
    for number in numbers[:3]:
        if not number.isdecimal():
            break
        known.append(number.zfill(2))
    return "-".join(known)


def _text(value: object) -> str:
    """A field as one line of text, without the marks of format that CSL allows in it."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return " ".join(_MARKUP.sub("", str(value)[:LONGEST_FIELD]).split())
