"""Rows of the body: the lines of a manuscript without notes, code, comments and page furniture.

Also how the text sets its lines, and hence where its paragraphs end.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from citecheck.model import MarkKind, Note, Span, Text
from citecheck.parse.layout import Layout
from citecheck.parse.rows import Kind, Row

SHORT_LINE = 0.75
"""Of the usual width of a full line: a shorter line ends a paragraph if it ends a sentence."""
HEADING = 0.6
"""Of the usual width: a line so short that does not end a sentence is a heading."""
TAIL = 40
"""Characters at the end of a line that are enough to see how it ends."""
LONG = 40
"""Characters of a line from which its end says something about the others."""
UNWRAPPED_ENDS = 0.6
"""Share of lines that end sentences: over it, a line is a paragraph. Wrapped lines do so in 5 to 20 %."""
UNWRAPPED = 250
"""Characters of a usual long line from which a line is taken for a whole paragraph."""
INDENT = 2
"""Spaces more than usual before a line that begins a paragraph."""
BLOCK = 4
"""Spaces more than usual before every line of a passage that is set off as a block."""
FIRST_LINES = 2
"""Paragraphs that begin with an indent, from which on it is the text's way to begin one."""
LABEL = 12
"""Characters before a note's text on its line that are its label."""

_SENTENCE_END = re.compile(r"[.!?…:;][\s\"»”“’'›)\]*_]*\Z")
_PART_END = re.compile(r"[.!?…:;,–—-][\s\"»”“’'›)\]*_]*\Z")
_WORD = re.compile(r"[^\W\d_]")


class BodyRow(NamedTuple):
    """What is left of a row when notes and the like are taken out."""

    row: Row
    parts: tuple[Span, ...]
    broken: bool
    """Something other than white space stands between the row before and this one."""


class Measures:
    """How this text sets its lines, and hence where its paragraphs end."""

    def __init__(self, layout: Layout, rows: Sequence[BodyRow]) -> None:
        self.content = layout.content
        widths = sorted(row.row.width for row in rows)
        self.full = widths[len(widths) * 19 // 20] if widths else 0
        ends = [_SENTENCE_END.search(self._tail(row)) is not None for row in rows if row.row.width > LONG]
        self.unwrapped = self.full > UNWRAPPED or sum(ends) > UNWRAPPED_ENDS * len(ends)
        """A line is a whole paragraph."""
        gaps = _usual(row.row.gap for row in rows[1:] if not row.broken)
        self.gap = gaps if layout.double else 0
        self.indent = _usual(row.row.indent for row in rows)
        self.first_lines = self._first_lines(rows)
        """Indents with which paragraphs begin: a line alone so far in is no passage set off."""

    def _first_lines(self, rows: Sequence[BodyRow]) -> frozenset[int]:
        """Indents of lines that go on in mid-sentence in a line without one."""
        found = Counter(
            row.row.indent
            for row, below in pairwise(rows)
            if row.row.indent >= self.indent + INDENT
            and below.row.indent == self.indent
            and not (below.broken or _SENTENCE_END.search(self._tail(row)))
        )
        return frozenset(indent for indent, count in found.items() if count >= FIRST_LINES)

    def boundary(self, before: BodyRow, row: BodyRow) -> bool:
        """Whether a paragraph ends between two rows.

        Never in the middle of a sentence: a paragraph too long does less harm than a quotation cut in two.
        """
        ended = _SENTENCE_END.search(self._tail(before)) is not None
        if ended and abs(row.row.indent - before.row.indent) >= BLOCK and not row.broken:
            return True
        alike = row.row.indent == before.row.indent >= self.indent + BLOCK
        if alike and self._page_ends(before, row):
            return False  # a block goes on behind a page's end; its lines are all short
        head = _WORD.search(self.content, row.parts[0].start, row.parts[-1].end)
        if head is not None and head.group().islower():
            return False
        if self.unwrapped:
            return True
        indented = row.row.indent >= self.indent + INDENT and before.row.indent < row.row.indent
        if self._is_heading(before) or (ended and self._is_heading(row)):
            return True
        short = before.row.width < SHORT_LINE * self.full
        if row.broken:
            return ended and (short or indented)
        if row.row.gap > self.gap:
            return True
        return ended and (short or indented or row.row.gap != self.gap)

    def _page_ends(self, before: BodyRow, row: BodyRow) -> bool:
        """Whether a page's end, its number or its notes stand between two rows, and not a mere rule."""
        between = self.content[before.row.end : row.row.start]
        return row.broken and ("\f" in between or any(map(str.isalnum, between)))

    def _is_heading(self, row: BodyRow) -> bool:
        """Whether a row is far too short and yet ends neither a sentence nor a part of one."""
        return row.row.width < HEADING * self.full and _PART_END.search(self._tail(row)) is None

    def _tail(self, row: BodyRow) -> str:
        """End of a row without a call glued to it."""
        return self.content[max(row.row.start, row.row.end - TAIL) : row.row.end].rstrip(
            "0123456789¹²³⁰⁴⁵⁶⁷⁸⁹"
        )


def _usual(numbers: Iterable[int]) -> int:
    counted = Counter(numbers)
    return counted.most_common(1)[0][0] if counted else 0


def marked(text: Text, kind: MarkKind) -> list[tuple[Span, ...]]:
    return [mark.spans for mark in text.marks if mark.kind is kind and mark.spans]


def flat(groups: Iterable[tuple[Span, ...]]) -> list[Span]:
    return [span for group in groups for span in group]


def verbatim(text: Text) -> list[Span]:
    return flat(marked(text, MarkKind.CODE)) + flat(marked(text, MarkKind.COMMENT))


def note_spans(content: str, notes: Sequence[Note], called: Collection[int]) -> list[Span]:
    """Where notes stand, their labels included; `called`: where calls begin, which stay in the body."""
    found: list[Span] = []
    for note in notes:
        for span in note.spans:
            start, end = span.start, span.end
            if content[max(0, start - 2) : start] == "^[":
                start, end = start - 2, end + (content[end : end + 1] == "]")
                start += start in called
            else:
                line = content.rfind("\n", max(0, start - 200), start) + 1
                before = content[line:start] if line else content[max(0, start - 200) : start]
                label = before.strip()
                if len(label) <= LABEL or label.startswith("[^"):
                    start -= len(before.lstrip())
                elif found and 0 < start - found[-1].end <= LABEL:
                    start = found[-1].end  # a note that runs on in the last line of the one above
            found.append(Span(start, end))
    return found


def body_rows(layout: Layout, taken_out: Sequence[Span]) -> list[BodyRow]:
    rows: list[BodyRow] = []
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
        untouched = current == place
        if untouched or any(layout.content[part.start : part.end].strip() for part in parts):
            rows.append(BodyRow(row, tuple(parts), broken))
            broken = False
        else:
            broken = True
    return rows


def touches(before: BodyRow, row: BodyRow, headings: set[int]) -> bool:
    """Whether one of the rows is a heading of the mark-up."""
    return bool(headings) and any(
        start in headings
        for body in (before, row)
        for start in range(body.row.start, min(body.row.start + 10, body.row.end))
    )
