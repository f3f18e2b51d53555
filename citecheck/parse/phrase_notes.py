"""Notes keyed by page and phrase, as books for a general public have: `12 “the river waits”: Smith, Rivers.`

Nothing in the text calls them: the phrase says what a note belongs to. A list of such lines is told by its
page numbers, which do not fall, and by its phrases, which the text holds.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from citecheck.model import Marker, MarkKind, NoteKind, Quotation, Span, Text
from citecheck.parse.draft import Draft, Found
from citecheck.parse.markers import Call
from citecheck.patterns import late

LEAST = 4
"""Lines that make such a list."""
KNOWN = 0.5
"""Of their phrases at least so many must stand in the text before them."""
FALLING = 0.1
"""Share of the lines whose page may come before that of the line above."""
BESIDE = 3
"""Characters between a quotation and the end of the phrase that its note names."""
REACH = 400
"""Characters behind a phrase in which the quotation that it stands in may end."""

_HEAD = re.compile(
    r"^[ \t]*(?:pp?\.?|S\.|с\.|s\.)?[ \t\u00a0]?(\d{1,4})(?:[-–]\d{1,4})?[.,:]?[ \t]+"
    r"[“\"‘'«„]([^“”\"«»„\n]{4,150}?)(?:[:,.]?[”\"’'»“][:,]?|[:,][”\"’'»“])[ \t]+(?=\S)",
    re.M,
)
_COLON = re.compile(r"[:,]")
_NEXT = late(r"\n[ \t]*\n|\n(?=[ \t]*(?:pp?\.?|S\.|с\.|s\.)?[ \t]?\d{1,4}[ \t])")
_WORDS = re.compile(r"\w+")
_QUOTES = {"“": "”", "„": "“", "«": "»", "‘": "’", '"': '"'}


class _Line(NamedTuple):
    page: str
    start: int
    body: Span
    phrase: str


def with_phrase_notes(text: Text, found: Found) -> Found:
    """`found`, or the notes of such a list in place of what its lines were taken for.

    Lines that the format's own mark-up makes notes are left as they are.
    """
    content = text.content
    lines = _lines(content)
    if len(lines) < LEAST or not _rising([int(line.page) for line in lines]):
        return found
    region = Span(lines[0].start, lines[-1].body.end)
    if any(region.start <= m.spans[0].start < region.end for m in text.marks if m.kind is MarkKind.NOTE):
        return found
    if _called(found, region, len(lines)):
        return found
    index = _Index(content[: region.start])
    places = index.places([line.phrase for line in lines])
    if sum(place is not None for place in places) < KNOWN * len(lines):
        return found
    kept = [draft for draft in found.notes if not region.start <= draft.start < region.end]
    known = {(draft.round, draft.number) for draft in kept}
    round_ = max((draft.round for draft in kept), default=0) + 1
    drafts = [
        Draft(number, round_, line.page, (line.body,), line.start, kind=NoteKind.ENDNOTE, phrase=True)
        for number, line in enumerate(lines, 1)
    ]
    calls = [call for call in found.calls if (call.round, call.number) in known]
    for number, (line, place) in enumerate(zip(lines, places, strict=True), 1):
        if place is not None:
            at = _end_of_quotation(content, place)
            calls.append(Call(at, at, number, round_, line.page))
    return Found(
        tuple(sorted((*kept, *drafts), key=lambda draft: draft.start)),
        tuple(sorted(calls, key=lambda call: call.start)),
    )


def _called(found: Found, region: Span, lines: int) -> bool:
    """Whether half of the lines are notes that the text calls by their numbers, titles in quotation marks
    behind them: numbers of pages are called by nothing."""
    called = {(call.round, call.number) for call in found.calls}
    notes = (draft for draft in found.notes if region.start <= draft.start < region.end)
    return 2 * sum((draft.round, draft.number) in called for draft in notes) >= lines


def at_their_phrases(
    quotations: Sequence[Quotation], markers: Sequence[Marker], keyed: Mapping[str, Draft]
) -> tuple[Quotation, ...]:
    """`quotations` less the phrases that the notes `keyed` by their ids begin with; what was given to one of
    these notes whose phrase stands elsewhere is given to none."""
    heads = sorted((draft.start, draft.spans[0].start) for draft in keyed.values())
    quotations = [one for one in quotations if not _in_head(heads, one.start)]
    places: dict[str, list[int]] = {}
    for marker in markers:
        if marker.note_id in keyed:
            places.setdefault(marker.note_id or "", []).append(marker.span.start)
    return tuple(
        replace(one, note=None, note_id=None)
        if one.note_id in keyed
        and not any(one.start <= at <= one.end + BESIDE for at in places.get(one.note_id or "", ()))
        else one
        for one in quotations
    )


def _in_head(heads: Sequence[tuple[int, int]], offset: int) -> bool:
    """Whether an offset stands between a note's page and its text."""
    place = bisect_right(heads, offset, key=lambda head: head[0]) - 1
    return place >= 0 and offset < heads[place][1]


def _rising(pages: Sequence[int]) -> bool:
    """Whether page numbers rise or stay, but for a few that are misread."""
    falls = sum(after < before for before, after in pairwise(pages))
    return falls <= FALLING * len(pages)


def _lines(content: str) -> list[_Line]:
    """Lines that begin so, in order of place."""
    heads = list(_HEAD.finditer(content))
    found: list[_Line] = []
    for place, head in enumerate(heads):
        colon = _COLON.search(head.group(), head.end(2) - head.start())
        if colon is None:
            continue
        limit = heads[place + 1].start() if place + 1 < len(heads) else len(content)
        stop = _NEXT.search(content, head.end(), limit)
        end = stop.start() if stop else limit
        body = Span(head.end(), head.end() + len(content[head.end() : end].rstrip()))
        found.append(_Line(head.group(1), head.start(1), body, head.group(2)))
    return found


class _Index:
    """Words of a text, folded, and where they stand."""

    def __init__(self, content: str) -> None:
        words = list(_WORDS.finditer(content))
        self._ends = [word.end() for word in words]
        self._folded = " ".join(word.group().casefold() for word in words)
        self._starts: list[int] = []
        at = 0
        for word in words:
            self._starts.append(at)
            at += len(word.group().casefold()) + 1
        self._folded = f" {self._folded} "

    def places(self, phrases: Sequence[str]) -> list[int | None]:
        """Offset after each phrase that stands once behind the phrase before it, `None` for any other."""
        found: list[int | None] = []
        last = 0
        for phrase in phrases:
            key = " ".join(word.group().casefold() for word in _WORDS.finditer(phrase))
            at = self._folded.find(f" {key} ", last) if key else -1
            again = self._folded.find(f" {key} ", at + 1) if at >= 0 else -1
            if at < 0 or again >= 0:
                found.append(None)
                continue
            last = at
            word = bisect_left(self._starts, at + len(key)) - 1
            found.append(self._ends[word])
        return found


def _end_of_quotation(content: str, place: int) -> int:
    """Offset after the quotation that holds a phrase which ends at `place`, else after the phrase."""
    before = content[max(0, place - REACH) : place]
    for opening, closing in _QUOTES.items():
        at = before.rfind(opening)
        opened = before.count(opening) % 2 if opening == closing else closing not in before[at:]
        if at >= 0 and opened:
            end = content.find(closing, place, place + REACH)
            if end >= 0 and "\n\n" not in content[place:end]:
                return end + 1
    return place
