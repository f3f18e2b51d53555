"""Where a manuscript prints addresses: in its notes, in code, in links and in what is left."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from citecheck.model import Mark, MarkKind, Note, Span, Text, spans_without
from citecheck.patterns import late
from citecheck.repair.amid import BEFORE, before_file
from citecheck.repair.cut import find_begin, trim_end
from citecheck.repair.dated import dated_end
from citecheck.repair.edges import begun_before, emphasis_end, torn_host_end
from citecheck.repair.owners import owners
from citecheck.repair.stretch import stretch_end
from citecheck.repair.walls import Walls, in_code

_PAGE_NUMBER = re.compile(r"\n[ \t\f]*\n[ \t]*\d{1,4}[ \t]*(?=\n[ \t]*[\n\f])")
"""Between the line ends around it: a pattern that begins with a sign is searched for much faster."""
_ELSEWHERE = late(r"(?i)(?:#|mailto:|tel:|javascript:|data:|file:)")
_BESIDE = late(r"(?i)(?!www\.)[\w.-]{1,80}\.(?:md|mk|py|rs|sh|ps|so|cc|ml|zip|mov)(?:[?#].*)?")
"""A file in the manuscript's folder: its ending is a top-level domain as well, but a link without a scheme
leads to the folder first (RFC 3986, 4.2)."""
_MANAGER = late(r"(?i)https?://(?:www\.)?(?:zotero\.org/google-docs/\?|paperpile\.com/[bc]/)")
"""What Zotero and Paperpile lay over a whole citation in Google Docs: their own field codes, no source."""
LOOK = 240
"""Characters behind an address that are kept: of addresses that documentation prints 99 in a hundred are
shorter."""


class Place(NamedTuple):
    """A raw address as found: its parts in the text and what the mark-up says."""

    spans: tuple[Span, ...]
    raw: str
    note: Note | None = None
    mark: Mark | None = None
    cut_off: bool = False
    """The note breaks off at its end."""
    shorter: int = 0
    """Characters of `raw` at which the address may end as well, 0 where that is not in question."""
    follows: str = ""
    """What stands behind it, as far as it may go on there."""
    before: str = ""
    """What stands before it, where something follows."""
    reach: tuple[Span, ...] = ()
    """The spans with what follows."""


def places_of(text: Text, notes: Sequence[Note]) -> list[Place]:
    """Where the addresses of `text` stand, in order; what the notes cite does not matter."""
    return sorted(places_in(text, notes), key=lambda place: place.spans)


def places_in(text: Text, notes: Sequence[Note]) -> Iterator[Place]:
    """The same as they are found."""
    content = text.content
    marked = [mark for mark in text.marks if mark.kind is MarkKind.LINK and mark.spans and _leads_out(mark)]
    # What readers do not see (comments, a document's front matter) cites nothing; a key that names its source
    # (`@doi:10.1000/x`) stands for it.
    hidden = [span for mark in text.marks if _hides(mark) for span in mark.spans]
    taken = sorted([*hidden, *(span for mark in marked for span in mark.spans)])
    owner = owners(notes)
    covered: list[Span] = list(taken)
    for mark in marked:
        spans = begun_before(content, mark)
        covered += spans
        raw = "\n".join(span.of(content) for span in spans)
        yield Place(spans, raw, owner(spans[0].start), mark)
    walls = Walls.of(text)
    for code in spans_without(walls.code, taken):
        for found in in_code(content, code):
            yield Place((found,), found.of(content), owner(found.start))
    covered += walls.code
    taken = sorted(covered)
    for note in notes:
        covered += note.spans
        for group in walls.groups(spans_without(note.spans, taken)):
            for place in _in_parts(content, group, walled=walls.ends(group)):
                last = not content[place.spans[-1].end : note.spans[-1].end].strip(" \t\r\n.)")
                yield place._replace(note=note, cut_off=place.cut_off or (note.truncated and last))
    for span in spans_without((Span(0, len(content)),), sorted(covered)):
        for group in walls.groups(_without_page_numbers(content, span)):
            yield from _in_parts(content, group, walled=walls.ends(group))


def _hides(mark: Mark) -> bool:
    called = mark.kind is MarkKind.MARKER and mark.key.startswith("bib:")
    return called or mark.kind is MarkKind.COMMENT


def _without_page_numbers(content: str, span: Span) -> tuple[Span, ...]:
    """The stretch less lines that hold a page number alone, so that an address is read on over a page end."""
    parts: list[Span] = []
    start = span.start
    for match in _PAGE_NUMBER.finditer(content, max(0, span.start - 1), span.end):
        parts.append(Span(start, match.start() + 1))
        start = match.end() + 1
    return (*parts, Span(start, span.end))


def _leads_out(mark: Mark) -> bool:
    """Whether a link leads to an address, not to a place in the manuscript, a mail box or a telephone."""
    target = mark.target.strip()
    if find_begin(target) is None or _BESIDE.fullmatch(target):
        return False
    return not _ELSEWHERE.match(target) and not _MANAGER.match(target)


def _in_parts(content: str, parts: Sequence[Span], *, walled: bool) -> Iterator[Place]:
    """Addresses in a text that lies in several parts (a note over a page end), read as one.

    `walled`: it ends at a heading or code, not as a text does.
    """
    joined = "\n".join(part.of(content) for part in parts) + " " * walled
    at = 0
    while (begin := find_begin(joined, at)) is not None:
        end = emphasis_end(joined, begin, torn_host_end(joined, begin, stretch_end(joined, begin)))
        trimmed = begin + len(trim_end(joined[begin:end]))
        # A full stop may be the address's own and stays; brackets and quotation marks are the sentence's.
        if not set(joined[trimmed:end]) <= {".", "/"}:
            end = trimmed
        before = joined[max(0, begin - BEFORE) : begin]
        end = begin + before_file(before, joined[begin:end])
        short, end = end, dated_end(joined, begin, end)
        if end > begin:
            elided = joined.startswith(("...", "…"), end)
            shorter = short - begin if short < end else 0
            place = Place(_back(parts, begin, end), joined[begin:end], cut_off=elided, shorter=shorter)
            if joined[end : end + 1].isspace():
                reach = _back(parts, begin, end + LOOK)
                place = place._replace(follows=joined[end : end + LOOK], before=before, reach=reach)
            yield place
        at = max(end, begin + 1)


def _back(parts: Sequence[Span], begin: int, end: int) -> tuple[Span, ...]:
    """Offsets in the joined text as spans of the manuscript."""
    found: list[Span] = []
    offset = 0
    for part in parts:
        size = part.end - part.start
        first, last = max(begin, offset), min(end, offset + size)
        if first < last:
            found.append(Span(part.start + first - offset, part.start + last - offset))
        offset += size + 1
    return tuple(found)
