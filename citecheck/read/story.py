"""Paragraphs and notes of a manuscript, for formats that keep text and mark-up apart (DOCX, ODT).

Paragraphs are built one by one, each with marks relative to its own beginning; notes follow the paragraph
that calls them, in the order of their calls. `citecheck.read.assembly` puts them together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from citecheck.model import Mark, MarkKind, Span
from citecheck.read.direction import without_direction
from citecheck.read.quick import mark_of, span_of

PLACE = "place:"
"""Begins the key of a call that names a bookmark of the call it repeats."""
LABEL = 12
"""Characters of a note's label at most; what is longer is text, not a sign."""
REACH = 1_000
"""Characters before a call in which the beginning of an address is looked for."""
LONGEST_RAISED = 60
"""Characters of a raised group of numbers."""
_RAISED = re.compile(r"[^\W\d_]{1,2}|[*†‡§¶#∗⁎]{1,3}")
_NUMBERS = re.compile(r"(?<!\w)\d{1,4}(?!\w)")
_AROUND_LABEL = re.compile(r"(?:\(\s?\)|\[\s?\]|[)\]])\s*|\.\s+(?!\.)")
"""What was typed around the number that the program shows: `(1)`, `1.`."""
_LINK, _MARKER, _NOTE = MarkKind.LINK, MarkKind.MARKER, MarkKind.NOTE
"""Kept at hand: a member of an enumeration is slow to find."""


@dataclass(slots=True)
class Draft:
    """A mark while its place is known from the beginning of its paragraph or note only: made in less time."""

    kind: MarkKind
    spans: tuple[tuple[int, int], ...]
    label: str = ""
    key: str = ""
    target: str = ""
    origin: str = ""
    detail: str = ""

    def at(self, offset: int) -> Mark:
        """The mark itself, with what its place is counted from at `offset`."""
        if len(self.spans) == 1:
            start, end = self.spans[0]
            spans: tuple[Span, ...] = (span_of(start + offset, end + offset),)
        else:
            spans = tuple([span_of(start + offset, end + offset) for start, end in self.spans])
        return mark_of(self.kind, spans, self.label, self.key, self.target, self.origin, self.detail)


class Paragraph:
    """A paragraph while it is read: its text so far and its marks, offsets from its beginning."""

    __slots__ = ("length", "marks", "page", "parts")

    def __init__(self, page: int = 1) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.marks: list[Draft] = []
        self.page = page

    def add(self, text: str) -> None:
        text = text if text.isascii() else without_direction(text)
        self.parts.append(text)
        self.length += len(text)

    @property
    def text(self) -> str:
        if len(self.parts) > 1:
            self.parts = ["".join(self.parts)]
        return self.parts[0] if self.parts else ""

    def raise_(self, start: int, *, in_cell: bool) -> None:
        """Mark the text from `start` on as set above its line: numbers one by one, a letter or a sign with
        where it stands, in the `cell` of a table, at the `begin`ning of its paragraph."""
        raised = self.text[start:]
        label = raised.strip()
        if _RAISED.fullmatch(label):
            start += len(raised) - len(raised.lstrip())
            begins = not self.text[:start].strip()
            detail = f"{'cell' if in_cell else ''} {'begin' if begins else ''}".strip()
            span = (start, start + len(label))
            self.marks.append(Draft(MarkKind.RAISED, (span,), origin="style", detail=detail))
        elif len(label) <= LONGEST_RAISED:
            for number in _NUMBERS.finditer(raised):
                span = (start + number.start(), start + number.end())
                self.marks.append(Draft(MarkKind.RAISED, (span,), origin="style"))

    def call(self, label: str, key: str) -> None:
        """Put the shown label of a note here. After an address a space keeps the two apart."""
        if self._ends_in_address():
            self.add(" ")
        start = self.length
        self.add(label)
        self.marks.append(Draft(_MARKER, ((start, self.length),), label, key))

    def _ends_in_address(self) -> bool:
        if self.parts and self.parts[-1][-1:].isspace():
            return False
        tail = self.parts[-1][-REACH:] if self.parts else ""
        words = tail.rsplit(None, 1)
        if len(words) < 2:  # the last word may have begun before
            tail = "".join([part[-REACH:] for part in self.parts[-4:]])
            words = tail.rsplit(None, 1)
        if not words or tail[-1].isspace():
            return False
        word = words[-1].lower()
        return "://" in word or "www." in word

    def link(self, start: int, target: str, origin: str, end: int | None = None) -> None:
        """The text from `start` on leads to `target`; calls of notes inside it are no part of it."""
        text = self.text
        end = self.length if end is None else end
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        spans = self._less_calls(start, end)
        if spans and target:
            self.marks.append(Draft(_LINK, spans, "", "", target, origin))

    def _less_calls(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        spans: list[tuple[int, int]] = []
        for mark in self.marks:
            own = mark.spans[0]
            if mark.kind is _MARKER and start <= own[0] and own[1] <= end:
                if own[0] > start:
                    spans.append((start, own[0]))
                start = own[1]
        if start < end:
            spans.append((start, end))
        return tuple(spans)


@dataclass(slots=True)
class Block:
    """A finished paragraph, or all of a note. `mark`: what it is as a whole, spans and keys aside."""

    text: str
    marks: Sequence[Draft] = ()
    page: int = 1
    mark: Draft | None = None


def block_of(paragraph: Paragraph, mark: Draft | None = None) -> Block:
    """The paragraph as it stands. `mark`: what it is as a whole, without spans."""
    return Block(paragraph.text, paragraph.marks, paragraph.page, mark)


def note_of(blocks: Sequence[Block], key: str, label: str, kind: str, page: int, *, own_label: bool) -> Block:
    """A note out of its paragraphs, one a line. `own_label`: its body begins with its label, left out."""
    marks = list(blocks[0].marks) if blocks else []
    if len(blocks) == 1:
        text = blocks[0].text.rstrip()
        if not (marks or own_label):
            text = text.lstrip()
            whole = Draft(_NOTE, ((_start(text), len(text)),), label, key, "", "", kind)
            return Block(text, (), page, whole)
    else:
        offset = 0
        for block in blocks:
            if offset:
                marks += moved(block.marks, offset)
            offset += len(block.text) + 1
        text = "\n".join([block.text for block in blocks]).rstrip()
    cut = len(text) - len(text.lstrip())
    text = text[cut:]
    start = _start(text)
    if own_label and label and text.startswith(label):
        rest = text[len(label) :]
        start = len(text) - len(rest.lstrip())
    whole = Draft(_NOTE, ((start, len(text)),), label, key, "", "", kind)
    return Block(text, moved(marks, -cut) if cut else marks, page, whole)


def _start(text: str) -> int:
    """Where a note's own text begins."""
    if text[:1] not in ("(", "[", ")", "]", "."):
        return 0
    typed = _AROUND_LABEL.match(text)
    return typed.end() if typed and typed.end() < len(text) else 0


def moved(marks: Iterable[Draft], offset: int) -> list[Draft]:
    """`marks` with all spans `offset` characters further on."""
    return [
        Draft(
            mark.kind,
            tuple([(start + offset, end + offset) for start, end in mark.spans]),
            mark.label,
            mark.key,
            mark.target,
            mark.origin,
            mark.detail,
        )
        for mark in marks
    ]
