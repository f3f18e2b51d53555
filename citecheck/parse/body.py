"""The running text of a manuscript, without its notes and page furniture, in paragraphs.

A quotation may run over lines, over a page end with notes below it, and over calls of notes. Here the body is
put together again: each paragraph is one string without any of these, and every character of it knows where
it stands in the text as read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from citecheck.model import Marker, MarkKind, Note, Span, Text
from citecheck.parse.layout import Kind, Layout, Row, layout_of

SHORT_LINE = 0.75
"""Of the usual width of a full line: a shorter line ends a paragraph if it ends a sentence."""
UNWRAPPED = 250
"""Characters of a usual long line from which a line is taken for a whole paragraph."""
INDENT = 2
"""Spaces more than usual before a line that begins a paragraph."""
BLOCK = 4
"""Spaces more than usual before every line of a passage that is set off as a block."""
BLOCK_WORDS = 8
"""Shorter indented lines are headings, dates, formulas."""
LABEL = 12
"""Characters before a note's text on its line that are its label."""
CALL_REACH = 6
"""Characters around a marker's digits in which its brackets are looked for."""

_SENTENCE_END = re.compile(r"[.!?…:;][\s\"»”“’'›)\]*_]*\Z")
_WORD = re.compile(r"[^\W\d_]")
_BEFORE_CALL = re.compile(r"(?:\[\^?|\^|<sup>|\{)\Z", re.IGNORECASE)
_AFTER_CALL = re.compile(r"\]|\^|</sup>|\}|/\d{1,4}(?!\d)", re.IGNORECASE)
_DIGITS = re.compile(r"\d+\Z")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the manuscript inside a paragraph; `at` is where it begins in the paragraph's text."""

    at: int
    span: Span
    broken: bool
    """Something was taken out between the piece before and this one: a note, a page number, a comment."""


@dataclass(frozen=True, slots=True)
class Call:
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

    def joined(self, other: Paragraph) -> Paragraph:
        """Both as one paragraph."""
        shift = len(self.text) + 1
        return Paragraph(
            text=f"{self.text} {other.text}",
            pieces=[*self.pieces, *(replace(piece, at=piece.at + shift) for piece in other.pieces)],
            calls=[*self.calls, *(replace(call, at=call.at + shift) for call in other.calls)],
        )

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Parts of the manuscript that hold the characters from `start` to `end`, in order."""
        first = bisect_right(self.pieces, start, key=lambda piece: piece.at) - 1
        parts: list[Span] = []
        for piece in self.pieces[first:]:
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
    blocks = _marked(text, MarkKind.BLOCK_QUOTATION)
    taken_out = _merged([*_note_spans(content, notes), *_verbatim(text), *_spans(blocks)])
    calls = [(_call_span(content, marker), marker) for marker in markers]
    calls.sort(key=lambda call: call[0])
    rows = _body_rows(layout, taken_out)
    headings = {span.start for mark in _marked(text, MarkKind.HEADING) for span in mark}
    measures = _Measures(content, rows)
    groups: list[list[_BodyRow]] = []
    for row in rows:
        if (
            groups
            and not measures.boundary(groups[-1][-1], row)
            and not _touches(groups[-1][-1], row, headings)
        ):
            groups[-1].append(row)
        else:
            groups.append([row])
    paragraphs = [_paragraph(content, group, calls) for group in groups]
    _set_off(paragraphs, measures.indent)
    paragraphs += [_block(content, spans, calls) for spans in blocks]
    paragraphs = [paragraph for paragraph in paragraphs if paragraph.pieces]
    return sorted(paragraphs, key=lambda paragraph: paragraph.pieces[0].span.start)


@dataclass(frozen=True, slots=True)
class _BodyRow:
    """What is left of a row when notes and the like are taken out."""

    row: Row
    parts: tuple[Span, ...]
    broken: bool
    """Something other than white space stands between the row before and this one."""


class _Measures:
    """How this text sets its lines, and hence where its paragraphs end."""

    def __init__(self, content: str, rows: Sequence[_BodyRow]) -> None:
        self.content = content
        widths = sorted(row.row.width for row in rows)
        self.full = widths[len(widths) * 19 // 20] if widths else 0
        self.gap = _usual(row.row.gap for row in rows[1:] if not row.broken)
        self.indent = _usual(row.row.indent for row in rows)

    def boundary(self, before: _BodyRow, row: _BodyRow) -> bool:
        """Whether a paragraph ends between two rows.

        Never in the middle of a sentence: a paragraph too long does less harm than a quotation cut in two.
        """
        above = self.content[max(before.row.start, before.row.end - 40) : before.row.end].rstrip("0123456789")
        ended = _SENTENCE_END.search(above) is not None
        if ended and abs(row.row.indent - before.row.indent) >= BLOCK and not row.broken:
            return True
        head = _WORD.search(self.content, row.parts[0].start, row.parts[-1].end)
        if head is not None and head.group().islower():
            return False
        if self.full > UNWRAPPED:
            return True
        indented = row.row.indent >= self.indent + INDENT and before.row.indent < row.row.indent
        short = before.row.width < SHORT_LINE * self.full
        if row.broken:
            return ended and (short or indented)
        if row.row.gap > self.gap:
            return True
        return ended and (short or indented or row.row.gap != self.gap)


def _usual(numbers: Iterable[int]) -> int:
    counted = Counter(numbers)
    return counted.most_common(1)[0][0] if counted else 0


def _marked(text: Text, kind: MarkKind) -> list[tuple[Span, ...]]:
    return [mark.spans for mark in text.marks if mark.kind is kind and mark.spans]


def _spans(groups: Iterable[tuple[Span, ...]]) -> list[Span]:
    return [span for group in groups for span in group]


def _verbatim(text: Text) -> list[Span]:
    return _spans(_marked(text, MarkKind.CODE)) + _spans(_marked(text, MarkKind.COMMENT))


def _note_spans(content: str, notes: Sequence[Note]) -> list[Span]:
    """Where notes stand, their labels included."""
    found: list[Span] = []
    for note in notes:
        for span in note.spans:
            start, end = span.start, span.end
            if content[max(0, start - 2) : start] == "^[":
                start, end = start - 2, end + (content[end : end + 1] == "]")
            else:
                line = content.rfind("\n", max(0, start - 200), start) + 1
                before = content[line:start] if line else content[max(0, start - 200) : start]
                label = before.strip()
                if len(label) <= LABEL or label.startswith("[^"):
                    start -= len(before.lstrip())
            found.append(Span(start, end))
    return found


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _body_rows(layout: Layout, taken_out: Sequence[Span]) -> list[_BodyRow]:
    rows: list[_BodyRow] = []
    place, broken = 0, False
    for row in layout.rows:
        broken = broken or bool(row.rule) or row.feed
        if row.kind is not Kind.TEXT:
            broken = True
            continue
        while place < len(taken_out) and taken_out[place].end <= row.start:
            broken = broken or not rows or taken_out[place].start >= rows[-1].row.end
            place += 1
        parts, position, current = [], row.start, place
        while current < len(taken_out) and taken_out[current].start < row.end:
            if taken_out[current].start > position:
                parts.append(Span(position, taken_out[current].start))
            position = max(position, taken_out[current].end)
            current += 1
        if position < row.end:
            parts.append(Span(position, row.end))
        if any(layout.content[part.start : part.end].strip() for part in parts):
            rows.append(_BodyRow(row, tuple(parts), broken))
            broken = False
        else:
            broken = True
    return rows


def _touches(before: _BodyRow, row: _BodyRow, headings: set[int]) -> bool:
    """Whether one of the rows is a heading of the mark-up."""
    return bool(headings) and any(
        start in headings
        for body in (before, row)
        for start in range(body.row.start, min(body.row.start + 10, body.row.end))
    )


def _call_span(content: str, marker: Marker) -> Span:
    """The marker with its brackets, and with its twin where it is printed twice (`113/113`)."""
    start, end = marker.span.start, marker.span.end
    after = _AFTER_CALL.match(content, end, end + CALL_REACH)
    before = _BEFORE_CALL.search(content, max(0, start - CALL_REACH), start)
    own = content[start:end]
    if after and after.group()[0] == "/" and after.group()[1].isdigit():
        return Span(start, after.end()) if after.group()[1:] == own else marker.span
    if before and after:
        return Span(before.start(), after.end())
    if content[start - 1 : start] == "/" and start > 1:
        twin = _DIGITS.search(content, max(0, start - 1 - CALL_REACH), start - 1)
        if twin and twin.group() == own:
            return Span(twin.start(), end)
    return marker.span


def _paragraph(content: str, rows: Sequence[_BodyRow], calls: Sequence[tuple[Span, Marker]]) -> Paragraph:
    builder = _Builder(content, calls)
    for row in rows:
        for place, part in enumerate(row.parts):
            builder.add(part, new_line=place == 0, broken=row.broken if place == 0 else True)
    indents = {row.row.indent for row in rows}
    builder.paragraph.indented = indents.pop() if len(indents) == 1 else -1
    return builder.done()


def _set_off(paragraphs: Sequence[Paragraph], usual: int) -> None:
    """Tell indented quotations from other indented text.

    One is introduced by a colon or closed by the call of a note, and every line of it is indented alike.
    """
    for above, paragraph in pairwise(paragraphs):
        if paragraph.indented >= usual + BLOCK and len(paragraph.text.split()) >= BLOCK_WORDS:
            introduced = above.text.rstrip().endswith((":", ",", "—")) and not above.block
            called = bool(paragraph.calls) and paragraph.calls[-1].at >= len(paragraph.text.rstrip()) - 1
            paragraph.block = introduced or called


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
