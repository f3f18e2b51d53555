"""The list that Biber makes for biblatex (`main.bbl`): sources by key, each field with its name.

Form: biblatex's manual, section 4.2; the names of people in the form of biblatex 3 and later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citecheck.read.bibtex import LONGEST_ENTRY, MOST_ENTRIES, entry_from, value_at
from citecheck.read.entry import Entry

_ENTRY = re.compile(r"\\entry\{([^{}\s]{1,200})\}\{[^{}]{1,60}\}\{")
_END = "\\endentry"
_FIELD = re.compile(r"\\field\{([a-z]{1,40})\}[ \t]*(?=\{)")
_LIST = re.compile(r"\\(?:list|name)\{([a-z]{1,40})\}\{\d{1,4}\}(?:\{[^{}]{0,200}\})?[ \t]*(?=\{)")
_ITEM = re.compile(r"\{([^{}]{1,300})\}")
_PERSON = re.compile(r"(?<![a-z])(family|given|prefix|suffix)[ \t]*=[ \t]*(?=\{)")
_VERB = re.compile(r"\\verb\{([a-z]{1,40})\}[ \t]*\r?\n[ \t]*\\verb[ \t]([^\r\n]{1,4000})")
_DELIMITER = re.compile(r"\\bib(?:name|init)delim[a-z][ ]?|\\bibrangedash[ ]?")


def is_biblatex(text: str) -> bool:
    """Whether a list is one of Biber's and not one that BibTeX has written out."""
    return _ENTRY.search(text) is not None


def entries_of_list(text: str, path: str = "") -> dict[str, Entry]:
    """Its sources by key; what is damaged costs itself only."""
    found: dict[str, Entry] = {}
    for head in _ENTRY.finditer(text):
        if len(found) >= MOST_ENTRIES:
            break
        end = text.find(_END, head.end(), head.end() + LONGEST_ENTRY)
        body = _DELIMITER.sub(_sign, text[head.end() : end if end >= 0 else head.end() + LONGEST_ENTRY])
        found.setdefault(head.group(1), entry_from(head.group(1), dict(_fields(body)), path=path))
    return found


def _sign(found: re.Match[str]) -> str:
    return "–" if "range" in found.group() else " "


def _fields(body: str) -> Iterator[tuple[str, str]]:
    """Fields under the names that a database has for them."""
    own = {match.group(1): value_at(body, match.end()) for match in _FIELD.finditer(body)}
    yield from own.items()
    if own.get("urlyear"):
        parts = [own["urlyear"], *(own.get(name, "").zfill(2) for name in ("urlmonth", "urlday"))]
        yield "urldate", "-".join(part for part in parts if part != "00")
    for match in _VERB.finditer(body):
        yield match.group(1), match.group(2).strip()
    for match in _LIST.finditer(body):
        value = value_at(body, match.end())
        people = list(_people(value))
        items = [found.group(1).strip() for found in _ITEM.finditer(value)]
        yield match.group(1), " and ".join(people) if people else ", ".join(items)


def _people(value: str) -> Iterator[str]:
    """Names of people as `family, given`, which is how a database writes them."""
    person: dict[str, str] = {}
    for match in [*_PERSON.finditer(value), None]:
        if match is None or match.group(1) in person:
            yield from _person(person)
            person = {}
        if match is not None:
            person[match.group(1)] = value_at(value, match.end())


def _person(person: dict[str, str]) -> Iterator[str]:
    family = " ".join(part for part in (person.get("prefix"), person.get("family")) if part)
    if family:
        yield f"{family}, {person['given']}" if "given" in person else f"{{{family}}}"
