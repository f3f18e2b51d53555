"""BibTeX and biblatex databases: what a note or a list of sources prints of an entry.

A scanner of our own: only a dozen fields are wanted, entries that are damaged must not cost the others, and
time has to stay in proportion to the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

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
_REGISTERS = {
    "arxiv": "https://arxiv.org/abs/{}",
    "pmid": "https://pubmed.ncbi.nlm.nih.gov/{}/",
    "pmcid": "https://www.ncbi.nlm.nih.gov/pmc/articles/{}/",
    "pmc": "https://www.ncbi.nlm.nih.gov/pmc/articles/{}/",
}
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.I)
_URL = re.compile(r"\\(?:url|nolinkurl|path)[ \t]*\{([^{}\s]+)\}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One source; a field is empty where the entry lacks it."""

    key: str
    author: str = ""
    """Names in the order given names, family name; several joined by `, `."""
    names: tuple[str, ...] = ()
    """Family names alone."""
    people: tuple[str, ...] = ()
    """Whole names, in the order of `author`."""
    title: str = ""
    container: str = ""
    year: str = ""
    pages: str = ""
    url: str = ""
    doi: str = ""
    """Address of its DOI, where it has another address besides."""
    accessed: str = ""
    note: str = ""
    publisher: str = ""
    path: str = ""
    """File that holds it, from the manuscript's folder; empty where that is unknown."""
    line: int = 0
    """Line of that file on which it begins, from 1; 0 where that is unknown."""

    @property
    def call(self) -> str:
        """How a text calls it in the author–year style."""
        if not self.names:
            return f"{self.title[:30]} {self.year}".strip() or self.key
        who = self.names[0] if len(self.names) == 1 else f"{self.names[0]} et al."
        if len(self.names) == 2:
            who = f"{self.names[0]} & {self.names[1]}"
        return f"{who} {self.year}".strip()

    def printed(self, language: str = "en", locator: str = "", emphasis: str = "") -> str:
        """The entry as a note prints it; `locator`: the pages that the note names.

        `emphasis`: sign on both sides of a title that stands on its own.
        """
        title = f"{emphasis}{self.title}{emphasis}" if self.title else ""
        title = f"“{self.title}”" if self.title and self.container else title
        where = [self.author, title, self.container, self.publisher, self.year]
        pages = locator or self.pages
        if pages:
            where.append(f"p. {pages}" if pages[0].isdigit() else pages)
        if self.note:
            where.append(self.note)
        if self.url:
            when = words()["accessed"].get(language, "accessed")
            where.append(f"{self.url} ({when} {self.accessed})" if self.accessed else self.url)
        if self.doi:
            where.append(self.doi)
        return ", ".join(part for part in where if part) + "."


def entries_of(text: str, wanted: Collection[str] | None = None, path: str = "") -> dict[str, Entry]:
    """Entries of a database by their key, the first where a key comes twice.

    `wanted`: keys that are cited, where no others are needed; a library holds thousands. `path`: of its file.
    """
    strings = {match.group(1).lower(): _value(text, match.end(), {})[0] for match in _STRING.finditer(text)}
    heads: dict[str, re.Match[str]] = {}
    for match in _ENTRY.finditer(text):
        if match.group(1).lower() not in ("string", "comment", "preamble") and len(heads) < MOST_ENTRIES:
            heads.setdefault(match.group(2), match)
    lines = _lines(text)
    found: dict[str, Entry] = {}
    parents: dict[str, dict[str, str]] = {}
    aliases = wanted is not None and not heads.keys() >= set(wanted) and "ids" in text
    for key, head in heads.items():
        if wanted is not None and key not in wanted and not aliases:
            continue
        fields = dict(_fields(text, head.end(), strings))
        above = fields.get("crossref", "")
        if above in heads and above not in parents:
            parents[above] = dict(_fields(text, heads[above].end(), strings))
        parent = parents.get(above, {})
        merged = {**{name: value for name, value in parent.items() if name not in fields}, **fields}
        entry = replace(_entry(key, merged, parent), path=path, line=bisect_right(lines, head.start()))
        found[key] = entry
        for other in fields.get("ids", "").split(","):
            if other.strip() and other.strip() not in heads:
                found.setdefault(other.strip(), replace(entry, key=other.strip()))
    return found


def _lines(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]


def entry_of_key(key: str) -> Entry | None:
    """The source of a key that names it itself, as Manubot has them; `None` for any other key.

    >>> [entry_of_key(key).url for key in ("doi:10.1000/x", "arxiv:2001.00001", "pmid:12", "url:https://a.example/")]
    ['https://doi.org/10.1000/x', 'https://arxiv.org/abs/2001.00001', 'https://pubmed.ncbi.nlm.nih.gov/12/', 'https://a.example/']
    """
    kind, _, rest = key.partition(":")
    kind = kind.lower()
    if kind in ("http", "https") and rest.startswith("//"):
        return Entry(key, url=key)
    if kind == "url" and rest.startswith(("http://", "https://")):
        return Entry(key, url=rest)
    if kind == "doi" and rest.startswith("10."):
        return Entry(key, url=f"https://doi.org/{rest}")
    if kind == "isbn" and rest[:1].isdigit():
        return Entry(key, note=f"ISBN {rest}")
    where = _REGISTERS.get(kind)
    return Entry(key, url=where.format(rest)) if where and any(map(str.isdigit, rest)) else None


def addresses_of(url: str, doi: str, eprint: str = "") -> tuple[str, str]:
    """Address of an entry, and that of its DOI where it has both; a paper on arXiv (`eprint`) has one too.

    >>> addresses_of("", "doi:10.1000/x"), addresses_of("https://a.example/", "10.1000/x")
    (('https://doi.org/10.1000/x', ''), ('https://a.example/', 'https://doi.org/10.1000/x'))
    >>> addresses_of("https://dx.doi.org/10.1000/X", "10.1000/x"), addresses_of("", "", "2001.00001")
    (('https://dx.doi.org/10.1000/X', ''), ('https://arxiv.org/abs/2001.00001', ''))
    """
    doi = _DOI.sub("", doi.strip())
    resolved = f"https://doi.org/{doi}" if doi else ""
    if not url:
        return resolved or (f"https://arxiv.org/abs/{eprint}" if eprint else ""), ""
    return url, "" if doi.lower() in url.lower() else resolved


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
    of_arxiv = "arxiv" in (fields.get("eprinttype") or fields.get("archiveprefix") or "").lower()
    eprint = unescaped(fields.get("eprint", "")) if of_arxiv else ""
    url, doi = addresses_of(url, unescaped(fields.get("doi", "")), re.sub(r"(?i)^arxiv:", "", eprint))
    container = fields.get("journaltitle") or fields.get("journal") or fields.get("booktitle") or ""
    if not container and parent:
        container = parent.get("title", "")
    people = tuple(f"{given} {family}".strip() for given, family in names)
    return Entry(
        key=key,
        author=", ".join(people),
        people=people,
        names=tuple(family for _, family in names),
        title=plain(fields.get("title", "")),
        container=plain(container),
        year=year.group() if year else plain(date),
        pages=plain(fields.get("pages", "")),
        url=url,
        doi=doi,
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
