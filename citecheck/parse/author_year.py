"""Lists of sources without numbers: a text calls their entries by author and year.

A list is told by its heading and by its entries: most of them begin with a name and bear a year. A call is
only what names an author of the list beside a year of the same entry; everything else in brackets is text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from citecheck.model import Marker, Note, NoteKind, Quotation, QuotationKind, Span
from citecheck.parse.draft import Draft, Found
from citecheck.parse.markers import Call
from citecheck.parse.words import notes_title, references_title

LONGEST_TITLE = 60
"""Characters of a line that may be the heading of a list."""
LEAST = 2
"""Entries that make a list."""
SHARE = 0.6
"""Of the paragraphs under the heading at least so many begin with a name and bear a year."""
CALLED_BESIDE_NOTES = 0.3
"""Of the entries of a list beside notes at least so many are called; else it is further reading."""
PARTICLE = 4
"""Letters of a word in lower case with which a family name may begin (`van`, `von`)."""
OFTEN_EMPTY = 4
"""Empty lines for every so many lines of text part the entries."""
LONGEST_ENTRY = 3_000
LONGEST_CALL = 300
"""Characters between the brackets of a call."""
NAME_REACH = 60
"""Characters before a bracket in which the author it goes with stands: `Smith and Jones (1999)`."""
QUOTE_REACH = 250
"""Characters between an author named with the year and the quotation that follows in the sentence."""
EARLY = 3
"""In the first third of an entry a year is that of the source; else its last one is."""
ENDINGS = 2
"""Letters at the end of a name that a case may change (`Иванов`, `Иванова`)."""

_YEAR = re.compile(r"(?<![\d/.\-–])((?:1[5-9]|20)\d\d)([a-kабв](?![^\W\d_]))?(?![\d/]|[.\-–]\d)")
_BRACKETED_YEAR = re.compile(r"[(\[]\s?((?:1[5-9]|20)\d\d)([a-kабв](?![^\W\d_]))?")
_UNDATED = re.compile(r"(?:\bn\.\s?d\.|\bs\.\s?[da]\.|\bo\.\s?J\.|\bб\.\s?г\.|\bb\.\s?[dr]\.)")
_ADDRESS = re.compile(r"(?:https?://|www\.|doi\.org)\S+|\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{2}-\d{2}")
_BULLET = re.compile(r"[ \t]*(?:[-*+•–—][ \t]+)?")
_NUMBERED = re.compile(r"[ \t]*(?:\[\d{1,3}\]|\d{1,3}[.)])[ \t]")
_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|['’\-‐](?=[^\W\d_])){1,40}")
_CALL = re.compile(rf"[(\[]([^()\[\]]{{0,{LONGEST_CALL}}})[)\]]")
_SENTENCE = re.compile(r"[.!?…][\"»”’)]*\s+(?=[^\W\d_a-zа-я])")
_PART = re.compile(r"[^;]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list: where it stands and what calls it."""

    span: Span
    names: tuple[str, ...]
    """Family names at its head, folded; the first is the one it is called by."""
    years: tuple[str, ...]
    """Its year first, with its letter (`1999a`), then other years in it."""
    label: str


def with_author_years(content: str, found: Found) -> Found:
    """Notes and calls, entries of a list of sources and their calls among them where there is such a list."""
    if any(draft.kind is NoteKind.REFERENCE for draft in found.notes):
        return found
    entries = entries_of(content)
    taken = sorted(span for draft in found.notes for span in draft.spans)
    if not entries or _overlap(entries, taken):
        return found
    round_ = max((draft.round for draft in found.notes), default=0) + 1
    calls = list(_calls(content, entries, taken, round_))
    called = {call.number for call in calls}
    if found.notes and len(called) < CALLED_BESIDE_NOTES * len(entries):
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


def entries_of(content: str) -> list[Entry]:
    """Entries of the last list of sources in a text, empty where there is none."""
    for start in reversed(list(_titles(content))):
        blocks = list(_blocks(content, start))
        entries = [entry for block in blocks if (entry := _entry(content, block))]
        numbered = sum(_NUMBERED.match(content, block.start) is not None for block in blocks)
        if len(entries) >= max(LEAST, SHARE * len(blocks)) and numbered <= len(blocks) / 2:
            return entries
    return []


def _titles(content: str) -> Iterator[int]:
    """Offsets after the headings of lists of sources."""
    start = 0
    for line in content.splitlines(keepends=True):
        if len(line) <= LONGEST_TITLE and line.strip() and references_title().match(line.strip()):
            yield start + len(line)
        start += len(line)


def _blocks(content: str, start: int) -> Iterator[Span]:
    """Paragraphs under a heading: parted by empty lines, by hanging indents, or one a line."""
    lines: list[Span] = []
    at, tail = start, content[start:]
    for line in tail.splitlines(keepends=True):
        if len(line) <= LONGEST_TITLE and notes_title().match(line.strip()) and line.strip():
            break
        if line.lstrip().startswith("#") and line.strip("# \r\n"):
            break
        lines.append(Span(at, at + len(line)))
        at += len(line)
    texts = [span for span in lines if span.of(content).strip()]
    if not texts:
        return
    empty = sum(texts[0].start < span.start < texts[-1].start for span in lines) - len(texts) + 2
    if empty > len(texts) / OFTEN_EMPTY:
        yield from _parted(content, lines)
        return
    indents = [_indent(content, span) for span in texts]
    least = min(indents)
    hanging = any(indent > least for indent in indents)
    begin = texts[0]
    for place, span in enumerate(texts[1:], 1):
        begins = indents[place] == least if hanging else _entry(content, span) is not None
        if begins:
            yield Span(begin.start, texts[place - 1].end)
            begin = span
    yield Span(begin.start, texts[-1].end)


def _parted(content: str, lines: Sequence[Span]) -> Iterator[Span]:
    begin = -1
    for span in lines:
        if span.of(content).strip():
            begin = span.start if begin < 0 else begin
        elif begin >= 0:
            yield Span(begin, span.start)
            begin = -1
    if begin >= 0:
        yield Span(begin, lines[-1].end)


def _indent(content: str, span: Span) -> int:
    line = span.of(content)
    return len(line) - len(line.lstrip())


def _entry(content: str, block: Span) -> Entry | None:
    """What a paragraph is as an entry, `None` where no name stands at its head or no year in it."""
    bullet = _BULLET.match(content, block.start, block.end)
    start = bullet.end() if bullet else block.start
    end = block.end
    while end > start and content[end - 1].isspace():
        end -= 1
    text = content[start:end]
    if not text or len(text) > LONGEST_ENTRY:
        return None
    if not text[0].isupper() and len(text.split(maxsplit=1)[0]) > PARTICLE:
        return None
    dated = _ADDRESS.sub(lambda found: " " * len(found.group()), text)
    bracketed = _BRACKETED_YEAR.search(dated)
    years = [found.group(1) + (found.group(2) or "") for found in _YEAR.finditer(dated)]
    undated = _UNDATED.search(dated)
    if bracketed:
        first = bracketed.group(1) + (bracketed.group(2) or "")
    elif years:
        early = _YEAR.search(dated, 0, max(len(text) // EARLY, NAME_REACH))
        first = years[0] if early else years[-1]
    elif undated:
        first = undated.group()
    else:
        return None
    names = _names(text, bracketed.start() if bracketed else len(text))
    if not names:
        return None
    others = [year for year in years if year != first]
    return Entry(Span(start, end), tuple(map(_folded, names)), (first, *others), f"{names[0]} {first}")


def _names(text: str, end: int) -> list[str]:
    """Family names at the head of an entry: the first word, and other names before the year."""
    head = text[: min(end, 150)]
    capital = [found for found in _NAME.finditer(head) if found.group()[0].isupper()]
    if not capital or capital[0].start() > 12:
        return []
    return [found.group() for found in capital[:8]]


def _folded(name: str) -> str:
    return name.casefold().replace("’", "'").replace("ё", "е")


def _overlap(entries: Sequence[Entry], taken: Sequence[Span]) -> bool:
    """Whether entries of the list are notes already."""
    starts = [span.start for span in taken]
    held = 0
    for entry in entries:
        place = bisect_right(starts, entry.span.end - 1) - 1
        held += place >= 0 and taken[place].end > entry.span.start
    return held > 0


def _calls(content: str, entries: Sequence[Entry], taken: Sequence[Span], round_: int) -> Iterator[Call]:
    """Calls of the entries in the body, in order of place."""
    by_year: dict[str, list[int]] = defaultdict(list)
    for place, entry in enumerate(entries):
        for year in entry.years:
            by_year[year].append(place)
    begin, end = entries[0].span.start, entries[-1].span.end
    starts = [span.start for span in taken]
    for group in _CALL.finditer(content):
        inside = bisect_right(starts, group.start()) - 1
        in_note = inside >= 0 and taken[inside].end > group.start()
        if in_note or begin <= group.start() < end or not _YEAR.search(group.group()):
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
    for year in _YEAR.finditer(content, part.start(), part.end()):
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


def _named(
    text: str, by_year: dict[str, list[int]], year: re.Match[str], entries: Sequence[Entry]
) -> tuple[int, int] | None:
    """The entry of `year` whose author stands last in `text`, and the offset of the name."""
    places = by_year.get(year.group(), by_year.get(year.group(1), ()))
    best: tuple[int, int, int] | None = None
    for word in _NAME.finditer(text):
        folded = _folded(word.group())
        for place in places:
            rank = _rank(folded, entries[place]) if word.group()[0].isupper() else 0
            if rank and (best is None or rank >= best[0]):
                best = (rank, place, word.start())
    return (best[1], best[2]) if best else None


def _rank(name: str, entry: Entry) -> int:
    """How well a name fits an entry: 3 its first author, 2 another form of that name, 1 another author."""
    first = entry.names[0]
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
