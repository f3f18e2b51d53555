"""Every address of a manuscript, in notes and outside them, each repaired with what the whole document knows.

Two passes: the first reads each address alone, the second again with the words and path segments of all,
where they may tell something.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import replace
from functools import partial

from citecheck.model import (
    Candidate,
    Lines,
    Link,
    Mark,
    Note,
    Repair,
    Step,
    Text,
)
from citecheck.repair.address import canonical
from citecheck.repair.context import EMPTY, Context, Unknown, words_beside
from citecheck.repair.dated import first_of, is_mere, with_shorter
from citecheck.repair.hyphens import PARTS, SHARE
from citecheck.repair.losses import losses
from citecheck.repair.onward import onward
from citecheck.repair.pipeline import repair, stands
from citecheck.repair.printed import Place, places_in, places_of
from citecheck.repair.scripts import in_text
from citecheck.repair.steps import MARKUP
from citecheck.repair.strays import UNTOLD, Losses

MISREAD = 2
"""Addresses with misread letters that make a document one that was scanned."""
_HYPHEN_AT_END = re.compile(r"[A-Za-z0-9][-\x02\ufffe][^\S\n]*\n\s*[A-Za-z0-9]")
_PRINT = 0.6
"""Confidence, at most, of what is printed where the mark-up says otherwise."""
_OPEN = ("-", "_", "=", "&")
"""Signs in which no address ends that goes on to the end of its reference."""

Ahead = Mapping[str, tuple[Repair, Unknown]]
"""Addresses as a text prints them, read before notes are known, and what was asked of their notes."""


def find_links(text: Text, notes: Sequence[Note]) -> tuple[Link, ...]:
    """Every address of `text`, in order of place; those of notes name their note."""
    places = places_of(text, notes)
    return links_at(places, readings(places), text, notes)


def read_ahead(text: Text, is_enough: Callable[[], bool]) -> Ahead:
    """Read addresses of `text` before its notes are known, until `is_enough`."""
    read: dict[str, tuple[Repair, Unknown]] = {}
    if is_enough():  # where one process does all, the first address is not even looked for
        return read
    for place in places_in(text, ()):
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
    further = onward(places, alone)
    wholes = [_whole(place, further.get(index, 0)) for index, place in enumerate(places)]
    torn = printed_so._replace(torn=True)
    return [
        _repaired(whole, read, torn)
        if whole is not place
        else (first if _stands(place, first, context) else _repaired(place, read, printed_so))
        for place, whole, first, read in zip(places, wholes, alone, reads, strict=True)
    ]


def _whole(place: Place, size: int) -> Place:
    """The place with its address as long as `size` characters of what is printed, 0 where it stays as it is.
    Behind an open bracket or hyphen at `size`, the address keeps all that was read of it."""
    if not size:
        return place
    if place.raw[size - 1 : size] in _OPEN and size < len(place.raw):
        size = len(place.raw)
    raw = (place.raw + place.follows)[:size]
    return place._replace(raw=raw, shorter=place.shorter or len(place.raw))


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
    spans = place.spans if place.mark else first_of(place.reach or place.spans, len(found.raw))
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
