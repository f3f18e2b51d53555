"""Every address of a manuscript, in notes and outside them, each repaired with what the whole document knows.

Two passes: the first reads each address alone, the second again with the words and path segments of all,
where they may tell something.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from citecheck.model import (
    Candidate,
    Lines,
    Link,
    Mark,
    MarkKind,
    Note,
    Repair,
    Span,
    Step,
    Text,
    spans_without,
)
from citecheck.patterns import late
from citecheck.repair.address import canonical
from citecheck.repair.context import EMPTY, Context, Unknown, words_beside
from citecheck.repair.cut import find_begin, trim_end
from citecheck.repair.dated import dated_end, first_of, is_mere, with_shorter
from citecheck.repair.edges import begun_before, emphasis_end
from citecheck.repair.hyphens import PARTS, SHARE
from citecheck.repair.losses import losses
from citecheck.repair.owners import owners
from citecheck.repair.pipeline import repair, stands
from citecheck.repair.scripts import in_text
from citecheck.repair.steps import MARKUP
from citecheck.repair.strays import UNTOLD, Losses
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
MISREAD = 2
"""Addresses with misread letters that make a document one that was scanned."""
_HYPHEN_AT_END = re.compile(r"[A-Za-z0-9][-\x02\ufffe][^\S\n]*\n\s*[A-Za-z0-9]")
_PRINT = 0.6
"""Confidence, at most, of what is printed where the mark-up says otherwise."""


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


Ahead = Mapping[str, tuple[Repair, Unknown]]
"""Addresses as a text prints them, read before notes are known, and what was asked of their notes."""


def find_links(text: Text, notes: Sequence[Note]) -> tuple[Link, ...]:
    """Every address of `text`, in order of place; those of notes name their note."""
    places = places_of(text, notes)
    return links_at(places, readings(places), text, notes)


def places_of(text: Text, notes: Sequence[Note]) -> list[Place]:
    """Where the addresses of `text` stand, in order; what the notes cite does not matter."""
    return sorted(_places(text, notes), key=lambda place: place.spans)


def read_ahead(text: Text, is_enough: Callable[[], bool]) -> Ahead:
    """Read addresses of `text` before its notes are known, until `is_enough`."""
    read: dict[str, tuple[Repair, Unknown]] = {}
    if is_enough():  # where one process does all, the first address is not even looked for
        return read
    for place in _places(text, ()):
        if is_enough():
            break
        if place.raw not in read:
            note = Unknown()
            read[place.raw] = repair(place.raw, EMPTY.in_note(note)), note
    return read


def readings(places: Sequence[Place], ahead: Ahead | None = None) -> list[Repair]:
    """The readings of the addresses at `places`, which are all that a document has; `ahead`: those of them
    that were read before."""
    notes_say = words_beside((place.note.text if place.note else "", place.raw) for place in places)
    reads = [partial(_alone, said=said, ahead=ahead or {}) for said in notes_say]
    alone = [_repaired(place, read) for place, read in zip(places, reads, strict=True)]
    slips = sum(_has_slip(found) for found in alone if found.candidates)
    printed = ((found.url, found.raw) for found in alone if found.url)
    told = zip(places, alone, strict=True)
    printed_so = losses(one for place, one in told if place.mark is None and not _is_guess(place))
    parts = _parts_addresses(alone)
    context = Context.of(printed, misread=slips >= MISREAD, parts=parts, losses=printed_so)
    reads = [partial(repair, context=context.in_note(said)) for said in notes_say]
    return [
        first if _stands(place, first, context) else _repaired(place, read, printed_so)
        for place, first, read in zip(places, alone, reads, strict=True)
    ]


def _is_guess(place: Place) -> bool:
    """Whether mere words, which may be the sentence's, are read as the address's."""
    return place.shorter > 0 and is_mere(place.raw, place.shorter)


def _alone(raw: str, said: Set[str], ahead: Ahead) -> Repair:
    """An address as its note, which says these words, lets it be read."""
    found = ahead.get(raw)
    if found is not None and found[1].asked.isdisjoint(said):
        return found[0]
    return repair(raw, EMPTY.in_note(said))


def links_at(
    places: Sequence[Place], found: Sequence[Repair], text: Text, notes: Sequence[Note]
) -> tuple[Link, ...]:
    """The links at `places`; `notes`: those that the places name, with what they cite."""
    lines = Lines.of(text)
    cited = {note.id: note for note in notes}
    return tuple(
        _link(place, cited[place.note.id] if place.note else None, one, lines)
        for place, one in zip(places, found, strict=True)
    )


def _stands(place: Place, first: Repair, context: Context) -> bool:
    """Whether the document has no say in an address, so that no second look is needed."""
    return place.mark is None and first.url is not None and stands(place.raw, first.url, context)


def _has_slip(found: Repair) -> bool:
    return any(step.step == "letters" for step in found.candidates[0].steps)


def _parts_addresses(alone: Sequence[Repair]) -> bool:
    """Whether hyphens in the midst of words are what the document's typesetter puts at line ends."""
    ends = [found for found in alone if found.candidates and _HYPHEN_AT_END.search(found.raw)]
    parted = sum(any(step.step == "drop-hyphen" for step in found.candidates[0].steps) for found in ends)
    return parted >= PARTS and parted >= SHARE * len(ends)


def _places(text: Text, notes: Sequence[Note]) -> Iterator[Place]:
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
        end = emphasis_end(joined, begin, stretch_end(joined, begin))
        trimmed = begin + len(trim_end(joined[begin:end]))
        # A full stop may be the address's own and stays; brackets and quotation marks are the sentence's.
        if not set(joined[trimmed:end]) <= {".", "/"}:
            end = trimmed
        short, end = end, dated_end(joined, begin, end)
        if end > begin:
            elided = joined.startswith(("...", "…"), end)
            shorter = short - begin if short < end else 0
            yield Place(_back(parts, begin, end), joined[begin:end], cut_off=elided, shorter=shorter)
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


def _repaired(place: Place, read: Callable[[str], Repair], document: Losses = UNTOLD) -> Repair:
    mark = place.mark
    if mark is None:
        found = in_text(read(place.raw))
        found = with_shorter(found, place.shorter, read, document) if place.shorter else found
    else:
        printed = read(place.raw)
        target = read(mark.target.strip())
        name = mark.origin or MARKUP
        steps = () if mark.target == place.raw else (Step(name, place.raw, mark.target),)
        first = Candidate(target.url or mark.target.strip(), 0.99, _with_rest(steps, mark, target))
        others = tuple(
            replace(c, confidence=min(c.confidence, _PRINT)) for c in printed.candidates if c.url != first.url
        )
        found = Repair(place.raw, (first, *others), target.problems)
    if place.cut_off and "truncated" not in found.problems and found.candidates:
        found = replace(found, problems=("truncated", *found.problems))
    return found


def _with_rest(steps: tuple[Step, ...], mark: Mark, target: Repair) -> tuple[Step, ...]:
    stripped = mark.target.strip()
    if stripped != mark.target:
        steps = (*steps, Step("close-spaces", mark.target, stripped))
    return (*steps, *target.candidates[0].steps) if target.candidates else steps


def _link(place: Place, note: Note | None, found: Repair, lines: Lines) -> Link:
    spans = place.spans if place.mark else first_of(place.spans, len(found.raw))
    return Link(
        repair=found,
        spans=spans,
        line=lines.at(spans[0].start),
        note_id=note.id if note else None,
        citation=_citation(note, found.raw) if note else None,
        key=canonical(found.url or found.raw),
        target=place.mark.target.strip() if place.mark else "",
    )


def _citation(note: Note, raw: str) -> int | None:
    """Index of the note's citation that holds the address; citations stand in order."""
    at = note.text.find(" ".join(raw.split()))
    index = bisect_right(note.citations, at, key=lambda citation: citation.span.start) - 1
    return index if index >= 0 and at < note.citations[index].span.end else None
