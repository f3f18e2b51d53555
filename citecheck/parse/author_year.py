"""Sources that a text calls by author and year: `(Smith 1999, p. 5)`, `Smith (1999)`.

A call is only what names an author of the list beside a year of the same entry; everything else in brackets
is text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from citecheck.model import Marker, Note, NoteKind, Quotation, QuotationKind, Span
from citecheck.parse.draft import Draft, Found, of_signs
from citecheck.parse.markers import Call
from citecheck.parse.source_lists import NAME, NAME_REACH, WHEN, Entry, closed_up, entries_of, folded
from citecheck.patterns import late

CALLED_BESIDE_NOTES = 0.3
"""Of the entries of a list beside notes at least so many are called; else it is further reading."""
LONGEST_CALL = 300
"""Characters between the brackets of a call."""
QUOTE_REACH = 250
"""Characters between an author named with the year and the quotation that follows in the sentence."""
ENDINGS = 2
"""Letters at the end of a name that a case may change (`Иванов`, `Иванова`)."""

_CALL = late(rf"[(\[]([^()\[\]]{{0,{LONGEST_CALL}}})[)\]]")
_SENTENCE = late(r"[.!?…][\"»”’)]*\s+(?=[^\W\d_a-zа-я])")
_PART = late(r"[^;]+")
_LETTER = late(r"\s?([,&+–-]|and|und|et|y|и|i|e)\s?([b-kбв])(?![^\W_])")


def with_author_years(content: str, sections: Sequence[Span], found: Found) -> Found:
    """Notes and calls, entries of a list of sources and their calls among them where there is such a list.

    `sections`: what stands under each heading of such a list.
    """
    if any(draft.kind is NoteKind.REFERENCE for draft in found.notes):
        return found
    entries = entries_of(content, sections)
    taken = sorted(span for draft in found.notes for span in draft.spans)
    if not entries or _overlap(entries, taken):
        return found
    round_ = max((draft.round for draft in found.notes), default=0) + 1
    calls = list(calls_by_year(content, entries, taken, round_))
    called = {call.number for call in calls}
    if not of_signs(found.notes) and len(called) < CALLED_BESIDE_NOTES * len(entries):
        return found
    drafts = [
        Draft(number, round_, entry.label, (entry.span,), entry.span.start, kind=NoteKind.REFERENCE)
        for number, entry in enumerate(entries, 1)
    ]
    places = {call.start for call in found.calls}
    calls = [call for call in calls if call.start not in places]
    return Found(
        tuple(sorted((*found.notes, *drafts), key=lambda draft: draft.start)),
        tuple(sorted((*found.calls, *calls), key=lambda call: call.start)),
    )


def _overlap(entries: Sequence[Entry], taken: Sequence[Span]) -> bool:
    """Whether entries of the list are notes already."""
    starts = [span.start for span in taken]
    held = 0
    for entry in entries:
        place = bisect_right(starts, entry.span.end - 1) - 1
        held += place >= 0 and taken[place].end > entry.span.start
    return held > 0


def calls_by_year(
    content: str, entries: Sequence[Entry], taken: Sequence[Span], round_: int
) -> Iterator[Call]:
    """Calls of the entries in the body, in order of place; an entry's number is its place, from 1.

    `taken`: sorted stretches in which no call is looked for.
    """
    by_year: dict[str, list[int]] = defaultdict(list)
    for place, entry in enumerate(entries):
        for year in entry.years:
            by_year[year].append(place)
    begin, end = entries[0].span.start, entries[-1].span.end
    starts = [span.start for span in taken]
    for group in _CALL.finditer(content):
        inside = bisect_right(starts, group.start()) - 1
        in_note = inside >= 0 and taken[inside].end > group.start()
        if in_note or begin <= group.start() < end or not WHEN.search(group.group()):
            continue
        name_before = content[max(0, group.start() - NAME_REACH) : group.start()]
        for part in _PART.finditer(content, group.start(1), group.end(1)):
            yield from _of_part(content, part, name_before, entries, by_year, round_)


def _of_part(
    content: str,
    part: re.Match[str],
    before: str,
    entries: Sequence[Entry],
    by_year: dict[str, list[int]],
    round_: int,
) -> Iterator[Call]:
    """Calls in one part of a bracket: `see Smith 1999, 2003: 5`."""
    author, author_start = "", part.start()
    for year in WHEN.finditer(content, part.start(), part.end()):
        own = content[part.start() : year.start()]
        named = _named(own, by_year, year, entries)
        if named is not None:
            place, offset = named
            author, author_start = own, part.start() + offset
        else:
            named = _named(author or before, by_year, year, entries)
            if named is None:
                continue
            place, author_start = named[0], year.start()
        yield Call(author_start, year.end(), place + 1, round_, entries[place].label)
        for letter, span in _further(content, year, part.end()):
            others = by_year.get(year.group(1) + letter, ())
            same = [other for other in others if entries[other].names[:1] == entries[place].names[:1]]
            if len(same) == 1:
                yield Call(*span, same[0] + 1, round_, entries[same[0]].label)


def _further(content: str, year: re.Match[str], end: int) -> Iterator[tuple[str, tuple[int, int]]]:
    """Letters behind a year with a letter, which name further works of its author: `2007a, b`, `2007a–c`."""
    last, position = year.group(2) or "", year.end()
    while last and (found := _LETTER.match(content, position, end)):
        letter, position = found.group(2), found.end()
        if letter <= last:
            return
        if found.group(1) in "-–":
            yield from ((chr(code), found.span(1)) for code in range(ord(last) + 1, ord(letter)))
        yield letter, found.span(2)
        last = letter


def _named(
    text: str, by_year: dict[str, list[int]], year: re.Match[str], entries: Sequence[Entry]
) -> tuple[int, int] | None:
    """The entry of `year` whose author stands last in `text`, and the offset of the name."""
    places = by_year.get(closed_up(year.group()), by_year.get(year.group(1), ()))
    best: tuple[int, int, int] | None = None
    for word in NAME.finditer(text):
        name = folded(word.group())
        for place in places:
            rank = _rank(name, entries[place]) if word.group()[0].isupper() else 0
            if rank and (best is None or rank >= best[0]):
                best = (rank, place, word.start())
    return (best[1], best[2]) if best else None


def _rank(name: str, entry: Entry) -> int:
    """How well a name fits an entry: 3 its first author, 2 another form of that name, 1 another author."""
    first = entry.names[0] if entry.names else ""
    if name == first:
        return 3
    stem = max(3, len(first) - ENDINGS)
    if len(name) <= len(first) + ENDINGS + 1 and name[:stem] == first[:stem] and len(first) > ENDINGS + 1:
        return 2
    return 1 if name in entry.names[1:] else 0


def attributed(
    content: str, quotations: Sequence[Quotation], markers: Sequence[Marker], notes: Sequence[Note]
) -> tuple[Quotation, ...]:
    """Quotations, those without a note given the source whose author leads in their sentence.

    *Smith (1999, p. 5) wrote that "…"*: the call stands before the quotation, as no call of a note does.
    """
    sources = {note.id for note in notes if note.kind is NoteKind.REFERENCE}
    leading = [m for m in markers if m.note_id in sources and not m.label[:1].isdigit()]
    ends = [marker.span.end for marker in leading]
    places: dict[str, list[int]] = defaultdict(list)
    for marker in leading:
        places[marker.note_id or ""].append(marker.span.start)
    found: list[Quotation] = []
    for quotation in quotations:
        place = bisect_right(ends, quotation.start) - 1
        free = quotation.note is None or _from_elsewhere(content, quotation, places)
        if free and quotation.kind is QuotationKind.PASSAGE and place >= 0:
            marker = leading[place]
            between = content[marker.span.end : quotation.start]
            if (
                len(between) <= QUOTE_REACH
                and not _SENTENCE.search(between)
                and "\n\n" not in between.rstrip()
            ):
                reason = "its author is named with the year before it"
                quotation = replace(quotation, note=marker.number, note_id=marker.note_id, reason=reason)
        found.append(quotation)
    return tuple(found)


def _from_elsewhere(content: str, quotation: Quotation, places: Mapping[str, Sequence[int]]) -> bool:
    """Whether the call that a quotation was given to, one of a source, stands in a later sentence."""
    starts = places.get(quotation.note_id or "", ())
    place = bisect_right(starts, quotation.end)
    if place >= len(starts):
        return False
    return _SENTENCE.search(content, quotation.end, starts[place]) is not None
