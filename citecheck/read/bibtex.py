"""BibTeX and biblatex databases: what a note or a list of sources prints of an entry.

A scanner of our own: only a dozen fields are wanted, entries that are damaged must not cost the others, and
time has to stay in proportion to the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from citecheck.read.entry import Entry, addresses_of
from citecheck.read.latex_signs import plain, unescaped

LONGEST_ENTRY = 50_000
"""Characters in which an entry must close."""
MOST_ENTRIES = 50_000

_ENTRY = re.compile(r"@([A-Za-z]{1,30})[ \t\r\n]*[{(][ \t\r\n]*([^\s,{}\"=#%\\]{1,200})[ \t\r\n]*,")
_STRING = re.compile(r"@string[ \t]*[{(][ \t\r\n]*([\w:.+-]{1,60})[ \t\r\n]*=[ \t\r\n]*", re.I)
_FIELD = re.compile(r"[\s,]*([A-Za-z][\w:+-]{0,60})[ \t\r\n]*=[ \t\r\n]*")
_BARE = re.compile(r"[^\s,{}#\"()]{1,200}")
_BRACE = re.compile(r"\\.|[{}]", re.S)
_QUOTED = re.compile(r"\\.|[{}\"]", re.S)
_JOIN = re.compile(r"[ \t\r\n]*#[ \t\r\n]*")
_YEAR = re.compile(r"\d{4}")
_NAME_PART = re.compile(r"(family|given|prefix)[ \t]*=[ \t]*\{?([^,{}]{1,100})")
_AND = re.compile(r"\s+and\s+")
_VISITED = ("urldate", "lastchecked", "lastaccessed", "lastaccess", "accessed", "visited")
"""Fields that say when an address was seen: biblatex's, and those of custom styles and exports."""
_URL = re.compile(r"\\(?:url|nolinkurl|path)[ \t]*\{([^{}\s]+)\}")


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
        for above in filter(None, (fields.get("crossref"), fields.get("xdata"))):
            if above in heads and above not in parents:
                parents[above] = dict(_fields(text, heads[above].end(), strings))
        parent = parents.get(fields.get("crossref", ""), {})
        shared = parents.get(fields.get("xdata", ""), {})
        entry = entry_from(key, {**shared, **parent, **fields}, parent, path)
        entry = replace(entry, line=bisect_right(lines, head.start()))
        found[key] = entry
        for other in fields.get("ids", "").split(","):
            if other.strip() and other.strip() not in heads:
                found.setdefault(other.strip(), replace(entry, key=other.strip()))
    return found


def _lines(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]


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


def value_at(text: str, position: int) -> str:
    """The value in braces or quotation marks that begins at `position`, its parts joined."""
    return _value(text, position, {})[0]


def entry_of_source(key: str, body: str) -> Entry:
    """A source that amsrefs has in the text itself: its fields, `author` once for each of them.

    >>> entry_of_source("a", "author={Orr, M.}, author={Lee, J.}, title={Lamps}, date={2004-05}").call
    'Orr & Lee 2004'
    """
    fields: dict[str, str] = {}
    for name, value in _fields(body, 0, {}):
        people = name in ("author", "editor") and name in fields
        fields[name] = f"{fields[name]} and {value}" if people else fields.get(name, value)
    return entry_from(key, fields)


def entry_from(
    key: str, fields: Mapping[str, str], parent: Mapping[str, str] | None = None, path: str = ""
) -> Entry:
    """A source out of the fields of its entry, names in lower case. `parent`: those of what it stands in."""
    names = _names(fields.get("author") or fields.get("editor") or "")
    date = fields.get("date") or fields.get("year") or ""
    year = _YEAR.search(date)
    note, inside = _note(fields)
    url = unescaped(fields.get("url") or fields.get("link") or "") or inside
    archive = (fields.get("eprinttype") or fields.get("archiveprefix") or "").lower()
    eprint = unescaped(fields.get("eprint", ""))
    url = url or (eprint if eprint.startswith(("http://", "https://")) else "")
    number = re.sub(r"(?i)^arxiv:", "", eprint) if "arxiv" in archive else ""
    url, doi = addresses_of(url, unescaped(fields.get("doi", "")), number)
    container = fields.get("journaltitle") or fields.get("journal") or fields.get("booktitle") or ""
    if not container and parent:
        container = parent.get("title", "")
    title, subtitle = plain(fields.get("title", "")), plain(fields.get("subtitle", ""))
    people = tuple(f"{given} {family}".strip() for given, family in names)
    return Entry(
        key=key,
        author=", ".join(people),
        people=people,
        names=tuple(family for _, family in names),
        title=f"{title}: {subtitle}" if title and subtitle else title,
        container=plain(container),
        year=year.group() if year else plain(date),
        pages=plain(fields.get("pages", "")),
        url=url,
        doi=doi,
        accessed=next((plain(fields[name]) for name in _VISITED if fields.get(name)), ""),
        note=note,
        publisher=plain(fields.get("publisher") or fields.get("institution") or fields.get("school") or ""),
        path=path,
    )


def _note(fields: Mapping[str, str]) -> tuple[str, str]:
    """What an entry says in words of its own, and an address in it that it gives nowhere else."""
    said = dict.fromkeys(value for name in ("howpublished", "note") if (value := fields.get(name)))
    note = ", ".join(said)
    addresses = [unescaped(found.group(1)) for found in _URL.finditer(note)]
    alone = addresses[0] if len(addresses) == 1 and not (fields.get("url") or fields.get("link")) else ""
    parts = _URL.split(note)  # words and addresses in turn
    shown = [
        plain(part) if not place % 2 else "" if alone else unescaped(part) for place, part in enumerate(parts)
    ]
    return " ".join(part for part in shown if part).strip(" ,."), alone


def _names(value: str) -> list[tuple[str, str]]:
    """Given and family names of the authors of a field; an organisation in braces is one name."""
    names: list[tuple[str, str]] = []
    for one in _AND.split(value.strip()):
        if not one or one == "others":
            continue
        if one.startswith("{") and one.endswith("}"):
            names.append(("", plain(one)))
        elif "=" in one and (person := dict(_NAME_PART.findall(one))).get("family"):
            family = f"{person.get('prefix', '')} {person['family']}"
            names.append((plain(person.get("given", "")), plain(family)))
        elif "," in one:
            family, *_, given = plain(one).split(",") if "," in plain(one) else (plain(one), "")
            names.append((given.strip(), family.strip()))
        else:
            given, _, family = plain(one).rpartition(" ")
            names.append((given, family))
    return names
