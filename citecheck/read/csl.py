"""What a reference manager has written into a manuscript: the cited sources, as CSL JSON in fields or names.

Zotero, Mendeley and their kin put `… CSL_CITATION {json}` into a field code (Word) or into the name of a
reference mark (LibreOffice). The JSON holds the address as the library has it, which is a second reading of
what is printed. Form of the JSON: https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from citecheck.read.story import Paragraph

ORIGIN = "zotero"
LONGEST = 2_000_000
"""Characters of one citation's JSON that are parsed."""
MOST = 200
"""Sources of one citation that are looked at."""
SIGN = "CSL_CITATION"
_PRINTED = re.compile(r"(?:https?://|www\.)[^\s<>\"«»“”]+", re.IGNORECASE)
_TAIL = ".,;:)]}>'’"
_SCHEME = re.compile(r"^[a-z]{2,6}://(?:www\.)?|^www\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Source:
    """A cited work with an address: its title (may be empty) and the address as the library has it."""

    title: str
    url: str


def sources_of(code: str) -> tuple[Source, ...]:
    """Sources with an address in a field code or name that holds `CSL_CITATION {json}`; damaged ones: none.

    >>> sources_of('ADDIN CSL_CITATION {"citationItems": [{"itemData": {"URL": "https://a.example/"}}]}')
    (Source(title='', url='https://a.example/'),)
    """
    at = code.find("{", max(code.find(SIGN), 0))
    if SIGN not in code or at < 0 or len(code) > LONGEST:
        return ()
    try:
        # What follows the JSON (a random name of LibreOffice) is not part of it.
        document, _ = json.JSONDecoder(strict=False).raw_decode(code[at:])
    except (ValueError, RecursionError):
        return ()
    return tuple(_sources(document))


def _sources(document: object) -> Iterator[Source]:
    items = document.get("citationItems") if isinstance(document, dict) else None
    for item in items[:MOST] if isinstance(items, list) else ():
        data = item.get("itemData") if isinstance(item, dict) else None
        url = data.get("URL") if isinstance(data, dict) else None
        if isinstance(data, dict) and isinstance(url, str) and "://" in url and not url.isspace():
            title = data.get("title")
            yield Source(" ".join(title.split()) if isinstance(title, str) else "", url.strip())


def cite(
    paragraph: Paragraph, start: int, sources: Sequence[Source], end: int | None = None, origin: str = ORIGIN
) -> None:
    """Mark the addresses of `sources` in the text of `paragraph` from `start` on. `origin`: whose they are.

    Each stands on the address that is printed there, else on the title, else on the whole citation. One that
    a link of the document itself covers already adds nothing.
    """
    end = paragraph.length if end is None else end
    text = paragraph.text[start:end]
    linked = [span for mark in paragraph.marks if mark.target for span in mark.spans]
    printed = [
        (start + found.start(), start + found.start() + len(found.group().rstrip(_TAIL)))
        for found in _PRINTED.finditer(text)
    ]
    for source in sources:
        place = _printed(paragraph.text, printed, source)
        if place is None and not printed:
            place = _titled(text, source, start, end)
        if place is None or any(first < place[1] and place[0] < last for first, last in linked):
            continue
        if place in printed:
            printed.remove(place)
        paragraph.link(place[0], source.url, origin, place[1])


def _printed(text: str, printed: Sequence[tuple[int, int]], source: Source) -> tuple[int, int] | None:
    """The printed address that shares host and the longest beginning with the source's own."""
    own = _bare(source.url)
    best = max(printed, key=lambda place: _common(_bare(text[slice(*place)]), own), default=None)
    if best is None:
        return None
    host = own.split("/")[0]
    return best if _common(_bare(text[slice(*best)]), own) >= min(len(host), 6) else None


def _titled(text: str, source: Source, start: int, end: int) -> tuple[int, int]:
    at = text.find(source.title) if source.title else -1
    return (start + at, start + at + len(source.title)) if at >= 0 else (start, end)


def _bare(url: str) -> str:
    return _SCHEME.sub("", url).lower()


def _common(one: str, other: str) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
