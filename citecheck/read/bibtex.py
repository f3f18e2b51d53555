"""BibTeX and biblatex databases: what a note or a list of sources prints of an entry.

A scanner of our own: only nine fields are wanted, entries that are damaged must not cost the others, and
time has to stay in proportion to the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citecheck.read.latex_signs import plain, unescaped
from citecheck.read.latex_source import words

LONGEST_ENTRY = 50_000
"""Characters in which an entry must close."""
MOST_ENTRIES = 50_000

_ENTRY = re.compile(r"@([A-Za-z]{1,30})[ \t\r\n]*[{(][ \t\r\n]*([^\s,{}()\"=#%\\]{1,200})[ \t\r\n]*,")
_STRING = re.compile(r"@string[ \t]*[{(][ \t\r\n]*([\w:.+-]{1,60})[ \t\r\n]*=[ \t\r\n]*", re.I)
_FIELD = re.compile(r"[\s,]*([A-Za-z][\w:+-]{0,60})[ \t\r\n]*=[ \t\r\n]*")
_BARE = re.compile(r"[^\s,{}#\"()]{1,200}")
_BRACE = re.compile(r"\\.|[{}]", re.S)
_QUOTED = re.compile(r"\\.|[{}\"]", re.S)
_JOIN = re.compile(r"[ \t\r\n]*#[ \t\r\n]*")
_YEAR = re.compile(r"\d{4}")
_AND = re.compile(r"\s+and\s+")
_URL = re.compile(r"\\(?:url|nolinkurl|path)[ \t]*\{([^{}\s]+)\}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One source; a field is empty where the entry lacks it."""

    key: str
    author: str = ""
    """Names in the order given names, family name; several joined by `, `."""
    names: tuple[str, ...] = ()
    """Family names alone."""
    title: str = ""
    container: str = ""
    year: str = ""
    pages: str = ""
    url: str = ""
    accessed: str = ""
    note: str = ""
    publisher: str = ""

    @property
    def call(self) -> str:
        """How a text calls it in the author–year style."""
        if not self.names:
            return f"{self.title[:30]} {self.year}".strip() or self.key
        who = self.names[0] if len(self.names) == 1 else f"{self.names[0]} et al."
        if len(self.names) == 2:
            who = f"{self.names[0]} & {self.names[1]}"
        return f"{who} {self.year}".strip()

    def printed(self, language: str = "en", locator: str = "") -> str:
        """The entry as a note prints it; `locator`: the pages that the note names."""
        title = f"“{self.title}”" if self.title and self.container else self.title
        where = [self.author, title, self.container, self.publisher, self.year]
        pages = locator or self.pages
        if pages:
            where.append(f"p. {pages}" if pages[0].isdigit() else pages)
        if self.note:
            where.append(self.note)
        if self.url:
            when = words()["accessed"].get(language, "accessed")
            where.append(f"{self.url} ({when} {self.accessed})" if self.accessed else self.url)
        return ", ".join(part for part in where if part) + "."


def entries_of(text: str) -> dict[str, Entry]:
    """Entries of a database by their key, the first where a key comes twice."""
    found: dict[str, Entry] = {}
    strings = {match.group(1).lower(): _value(text, match.end(), {})[0] for match in _STRING.finditer(text)}
    raw: dict[str, dict[str, str]] = {}
    for match in _ENTRY.finditer(text):
        if match.group(1).lower() in ("string", "comment", "preamble") or len(raw) >= MOST_ENTRIES:
            continue
        raw.setdefault(match.group(2), dict(_fields(text, match.end(), strings)))
    for key, fields in raw.items():
        parent = raw.get(fields.get("crossref", ""), {})
        found[key] = _entry(key, {**{k: v for k, v in parent.items() if k not in fields}, **fields}, parent)
    return found


def _fields(text: str, position: int, strings: dict[str, str]) -> Iterator[tuple[str, str]]:
    limit = position + LONGEST_ENTRY
    while match := _FIELD.match(text, position, limit):
        value, position = _value(text, match.end(), strings)
        yield match.group(1).lower(), value


def _value(text: str, position: int, strings: dict[str, str]) -> tuple[str, int]:
    """A field's value, its parts joined, and the offset after it."""
    parts: list[str] = []
    while True:
        sign = text[position : position + 1]
        if sign in ("{", '"') and sign:
            end = _end(text, position, sign)
            parts.append(text[position + 1 : end])
            position = end + 1
        elif bare := _BARE.match(text, position):
            parts.append(strings.get(bare.group().lower(), bare.group()))
            position = bare.end()
        else:
            break
        joined = _JOIN.match(text, position)
        if not joined:
            break
        position = joined.end()
    return "".join(parts), position


def _end(text: str, opening: int, sign: str) -> int:
    """Offset of the brace or quotation mark that closes a value."""
    depth = 0
    limit = min(len(text), opening + LONGEST_ENTRY)
    pattern = _BRACE if sign == "{" else _QUOTED
    for found in pattern.finditer(text, opening if sign == "{" else opening + 1, limit):
        token = found.group()
        if token == "{":
            depth += 1
        elif token == "}":
            depth -= 1
            if sign == "{" and depth <= 0:
                return found.start()
        elif token == '"' and depth <= 0:
            return found.start()
    line = text.find("\n", opening, limit)
    return line if line >= 0 else limit


def _entry(key: str, fields: dict[str, str], parent: dict[str, str]) -> Entry:
    names = _names(fields.get("author") or fields.get("editor") or "")
    date = fields.get("date") or fields.get("year") or ""
    year = _YEAR.search(date)
    note = fields.get("howpublished") or fields.get("note") or ""
    url = unescaped(fields.get("url", ""))
    inside = _URL.search(note)
    if inside and not url:
        url, note = unescaped(inside.group(1)), note.replace(inside.group(), "")
    doi = fields.get("doi", "").strip()
    if not url and doi:
        url = doi if doi.startswith("http") else f"https://doi.org/{doi}"
    container = fields.get("journaltitle") or fields.get("journal") or fields.get("booktitle") or ""
    if not container and parent:
        container = parent.get("title", "")
    return Entry(
        key=key,
        author=", ".join(f"{given} {family}".strip() for given, family in names),
        names=tuple(family for _, family in names),
        title=plain(fields.get("title", "")),
        container=plain(container),
        year=year.group() if year else plain(date),
        pages=plain(fields.get("pages", "")),
        url=url,
        accessed=plain(fields.get("urldate", "")),
        note=plain(note).strip(" ,."),
        publisher=plain(fields.get("publisher") or fields.get("institution") or fields.get("school") or ""),
    )


def _names(value: str) -> list[tuple[str, str]]:
    """Given and family names of the authors of a field; an organisation in braces is one name."""
    names: list[tuple[str, str]] = []
    for one in _AND.split(value.strip()):
        if not one or one == "others":
            continue
        if one.startswith("{") and one.endswith("}"):
            names.append(("", plain(one)))
        elif "," in one:
            family, given = plain(one).split(",", 1) if "," in plain(one) else (plain(one), "")
            names.append((given.strip(), family.strip()))
        else:
            given, _, family = plain(one).rpartition(" ")
            names.append((given, family))
    return names
