"""The running text of a manuscript, without its notes and page furniture, in paragraphs.

A quotation may run over lines, over a page end with notes below it, and over calls of notes. Here the body is
put together again: each paragraph is one string without any of these, and every character of it knows where
it stands in the text as read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from citecheck.model import Marker, MarkKind, Note, Span, Text, merged
from citecheck.parse.body_rows import (
    BLOCK,
    BodyRow,
    Measures,
    body_rows,
    flat,
    marked,
    note_spans,
    touches,
    verbatim,
)
from citecheck.parse.keys import group_of
from citecheck.parse.layout import layout_of
from citecheck.parse.sentences import Sentences

BLOCK_WORDS = 8
"""Shorter indented lines are headings, dates, formulas."""
CALL_REACH = 6
"""Characters around a marker's digits in which its brackets are looked for."""

_BEFORE_CALL = re.compile(r"(?:\[\^?|\^|<sup>|[{(（［【〔])\Z", re.IGNORECASE)
_AFTER_CALL = re.compile(r"\]|\^|</sup>|[})）］】〕]|/\d{1,4}(?!\d)", re.IGNORECASE)
_AGAIN = re.compile(
    r"(\d{1,3})(?![\d%]|[.,]\d|[ \u00a0]?[^\W\d_A-ZА-Я])"
    r"|[ \u00a0](\d{1,3})(?=[.,;:!?)]?\s*(?:\n\s*\n|\Z|[“«„]))"
)
"""Behind a space, a number before a word is one of the text: `winter.1 1 January`."""
_DIGITS = re.compile(r"\d+\Z")
_ABOVE = re.compile(r"(?<!\d)(\d{1,4})[ \t]*\n\s*\Z")


class Piece(NamedTuple):
    """A stretch of the manuscript inside a paragraph; `at` is where it begins in the paragraph's text."""

    at: int
    span: Span
    broken: bool
    """Something was taken out between the piece before and this one: a note, a page number, a comment."""


class Call(NamedTuple):
    """A marker and its place in a paragraph's text (where it would stand had it not been taken out)."""

    at: int
    marker: Marker


@dataclass(slots=True)
class Paragraph:
    """Text of a paragraph: lines joined by a space, markers taken out."""

    text: str = ""
    pieces: list[Piece] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    block: bool = False
    """Set off as a block quotation."""
    runs_on: bool = False
    """A quotation left open goes on in the next paragraph, which opens it anew."""
    indented: int = -1
    """Number of spaces before every line, -1 where the lines differ."""
    _sentences: Sentences | None = None

    @property
    def sentences(self) -> Sentences:
        """Its sentences, found once."""
        if self._sentences is None or self._sentences.length != len(self.text):
            self._sentences = Sentences(self.text)
        return self._sentences

    def joined(self, other: Paragraph) -> Paragraph:
        """Both as one paragraph."""
        shift = len(self.text) + 1
        return Paragraph(
            text=f"{self.text} {other.text}",
            pieces=[*self.pieces, *(piece._replace(at=piece.at + shift) for piece in other.pieces)],
            calls=[*self.calls, *(call._replace(at=call.at + shift) for call in other.calls)],
        )

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Parts of the manuscript that hold the characters from `start` to `end`, in order."""
        first = bisect_right(self.pieces, start, key=lambda piece: piece.at) - 1
        parts: list[Span] = []
        for place in range(first, len(self.pieces)):
            piece = self.pieces[place]
            if piece.at >= end:
                break
            begin = max(piece.span.start, piece.span.start + start - piece.at)
            stop = min(piece.span.end, piece.span.start + end - piece.at)
            if stop <= begin:
                continue
            if parts and not piece.broken:
                parts[-1] = Span(parts[-1].start, stop)
            else:
                parts.append(Span(begin, stop))
        return tuple(parts)


def paragraphs_of(text: Text, notes: Sequence[Note], markers: Sequence[Marker]) -> list[Paragraph]:
    """Paragraphs of the body, block quotations of the mark-up among them, in order of place."""
    content = text.content
    layout = layout_of(content)
    blocks = marked(text, MarkKind.BLOCK_QUOTATION)
    called = {marker.span.start for marker in markers}
    taken_out = merged([*note_spans(content, notes, called), *verbatim(text), *flat(blocks)])
    calls = [(_call_span(content, marker), marker) for marker in markers]
    calls.sort(key=lambda call: call[0])
    rows = body_rows(layout, taken_out)
    headings = {span.start for mark in marked(text, MarkKind.HEADING) for span in mark}
    measures = Measures(layout, rows)
    groups: list[list[BodyRow]] = []
    for row in rows:
        if (
            groups
            and not measures.boundary(groups[-1][-1], row)
            and not touches(groups[-1][-1], row, headings)
        ):
            groups[-1].append(row)
        else:
            groups.append([row])
    paragraphs = [_paragraph(content, group, calls) for group in groups]
    alone = {
        place
        for place, group in enumerate(groups)
        if len(group) == 1 and group[0].row.indent in measures.first_lines
    }
    _set_off(paragraphs, measures.indent, alone)
    paragraphs += [_block(content, spans, calls) for spans in blocks]
    paragraphs = [paragraph for paragraph in paragraphs if paragraph.pieces]
    return sorted(paragraphs, key=lambda paragraph: paragraph.pieces[0].span.start)


def _call_span(content: str, marker: Marker) -> Span:
    """The marker with its brackets, and with its twin where it is printed twice.

    `113/113`, or once at the end of the line before.
    """
    if marker.label[:1] == "@":
        return group_of(content, marker.span)
    start, end = marker.span.start, marker.span.end
    after = _AFTER_CALL.match(content, end, end + CALL_REACH)
    before = _BEFORE_CALL.search(content, max(0, start - CALL_REACH), start)
    own = content[start:end]
    again = _AGAIN.match(content, end)
    if again and (again[1] or again[2]) == own:
        return Span(start, again.end())
    if after and after.group()[0] == "/" and after.group()[1].isdigit():
        return Span(start, after.end()) if after.group()[1:] == own else marker.span
    if before and after:
        return _with_twins(content, Span(before.start(), after.end()))
    if (before or after) and "[" in content[max(0, start - 1) : end + 1].replace("]", "["):
        return Span(before.start() if before else start, after.end() if after else end)
    if content[start - 1 : start] == "/" and start > 1:
        twin = _DIGITS.search(content, max(0, start - 1 - CALL_REACH), start - 1)
        if twin and twin.group() == own:
            return Span(twin.start(), end)
    twin = _ABOVE.search(content, max(0, start - 2 * CALL_REACH), start)
    if twin and twin.group(1) == own:
        return Span(twin.start(), end)
    return marker.span


def _with_twins(content: str, call: Span) -> Span:
    """A call in brackets with its twin right before or behind it."""
    shown, (start, end) = call.of(content), (call.start, call.end)
    behind = end + content.startswith(" ", end)
    if content.startswith(shown, behind):
        end = behind + len(shown)
    before = start - content.startswith(" ", start - 1)
    if content.startswith(shown, before - len(shown)) and before >= len(shown):
        start = before - len(shown)
    return Span(start, end)


def _paragraph(content: str, rows: Sequence[BodyRow], calls: Sequence[tuple[Span, Marker]]) -> Paragraph:
    builder = _Builder(content, calls)
    for row in rows:
        for place, part in enumerate(row.parts):
            builder.add(part, new_line=place == 0, broken=row.broken if place == 0 else True)
    # The first line of a page may have been moved a space in.
    indents = {row.row.indent for row in rows if not row.broken} or {row.row.indent for row in rows}
    moved = {row.row.indent for row in rows} - indents - {indent + 1 for indent in indents}
    builder.paragraph.indented = indents.pop() if len(indents) == 1 and not moved else -1
    return builder.done()


def _set_off(paragraphs: Sequence[Paragraph], usual: int, alone: Collection[int]) -> None:
    """Tell indented quotations from other indented text.

    One is introduced by a colon or closed by the call of a note, and every line of it is indented alike.
    `alone`: places of paragraphs that may be no more than the first line of one, which a call closes as well.
    """
    for place, (above, paragraph) in enumerate(pairwise(paragraphs), 1):
        if paragraph.indented >= usual + BLOCK and len(paragraph.text.split()) >= BLOCK_WORDS:
            introduced = above.text.rstrip().endswith((":", ",", "—")) and not above.block
            called = bool(paragraph.calls) and paragraph.calls[-1].at >= len(paragraph.text.rstrip()) - 1
            paragraph.block = introduced or (called and place not in alone)


def _block(content: str, spans: Sequence[Span], calls: Sequence[tuple[Span, Marker]]) -> Paragraph:
    builder = _Builder(content, calls)
    for place, span in enumerate(spans):
        between = content[spans[place - 1].end : span.start] if place else ""
        builder.add(span, new_line=True, broken=bool(between.strip(" \t\r\n>")))
    builder.paragraph.block = True
    return builder.done()


class _Builder:
    """Puts a paragraph together out of parts of the manuscript."""

    def __init__(self, content: str, calls: Sequence[tuple[Span, Marker]]) -> None:
        self.content = content
        self.calls = calls
        self.paragraph = Paragraph()
        self.chunks: list[str] = []
        self.length = 0

    def add(self, part: Span, *, new_line: bool, broken: bool) -> None:
        """Add a part; markers inside it are taken out and kept beside the text."""
        if new_line and self.chunks:
            self._put(" ")
        position = part.start
        place = bisect_right(self.calls, part.start, key=lambda call: call[0].end)
        while place < len(self.calls) and self.calls[place][0].start < part.end:
            span, marker = self.calls[place]
            self._piece(position, min(span.start, part.end), broken)
            broken = broken and span.start <= position
            if not self.paragraph.calls or self.paragraph.calls[-1].marker is not marker:
                self.paragraph.calls.append(Call(self.length, marker))
            position = max(position, span.end)
            place += 1
        self._piece(position, part.end, broken)

    def done(self) -> Paragraph:
        self.paragraph.text = "".join(self.chunks)
        return self.paragraph

    def _piece(self, start: int, end: int, broken: bool) -> None:
        if start < end:
            self.paragraph.pieces.append(Piece(self.length, Span(start, end), broken))
            self._put(self.content[start:end])

    def _put(self, chunk: str) -> None:
        self.chunks.append(chunk)
        self.length += len(chunk)
