"""A manuscript put together out of paragraphs, for formats that keep text and mark-up apart (DOCX, ODT).

Paragraphs are built one by one, each with marks relative to its own beginning; notes follow the paragraph
that calls them, in the order of their calls. `assemble` sets them one after another, blank lines between, and
moves the marks to where they then stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from citecheck.model import Mark, MarkKind, Metadata, Span, Text, by_place
from citecheck.read.direction import without_direction
from citecheck.read.quick import mark_of, span_of

PLACE = "place:"
"""Begins the key of a call that names a bookmark of the call it repeats."""
GAP = "\n\n"
"""Between paragraphs."""
LABEL = 12
"""Characters of a note's label at most; what is longer is text, not a sign."""
REACH = 1_000
"""Characters before a call in which the beginning of an address is looked for."""
LONGEST_RAISED = 60
"""Characters of a raised group of numbers."""
_RAISED = re.compile(r"[^\W\d_]{1,2}|[*†‡§¶#∗⁎]{1,3}")
_NUMBERS = re.compile(r"(?<!\w)\d{1,4}(?!\w)")
_BRACKET = re.compile(r"\[[\d,;–\- ]{1,60}\]")
_NUMBER = re.compile(r"\d{1,4}")
_ENTRY = re.compile(r"\s*(?:\[(\d{1,4})\]|(\d{1,4})[.)])\s*")
_LINK, _MARKER, _NOTE = MarkKind.LINK, MarkKind.MARKER, MarkKind.NOTE
_QUOTATION, _REFERENCE = MarkKind.BLOCK_QUOTATION, MarkKind.REFERENCE
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
            return Block(text, (), page, Draft(_NOTE, ((0, len(text)),), label, key, "", "", kind))
    else:
        offset = 0
        for block in blocks:
            if offset:
                marks += moved(block.marks, offset)
            offset += len(block.text) + 1
        text = "\n".join([block.text for block in blocks]).rstrip()
    cut = len(text) - len(text.lstrip())
    text, start = text[cut:], 0
    if own_label and label and text.startswith(label):
        rest = text[len(label) :]
        start = len(text) - len(rest.lstrip())
    whole = Draft(_NOTE, ((start, len(text)),), label, key, "", "", kind)
    return Block(text, moved(marks, -cut) if cut else marks, page, whole)


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


def assemble(
    blocks: Sequence[Block],
    metadata: Metadata,
    *,
    paged: bool,
    keys: Mapping[str, str] | None = None,
    warnings: Sequence[str] = (),
) -> Text:
    """The text of all `blocks`, in their order.

    `paged`: the blocks' page numbers mean something. `keys`: what stands for the key of a call that names a
    place instead of a note; a call whose place is not among them is text. `None`: no call names one.
    """
    contents: list[str] = []
    marks: list[Mark] = []
    page_starts = [0]
    offset = 0
    quotation, noted = -1, False
    for block in blocks:
        said, text = block.mark, block.text
        if said is None and (not text or text.isspace()):
            continue
        contents.append(text)
        if block.page > len(page_starts):
            page_starts += [offset] * (block.page - len(page_starts))
        start, offset = offset, offset + len(text) + len(GAP)
        if block.marks:
            marks += [mark.at(start) for mark in block.marks]
        elif said is None and quotation < 0:
            continue
        kind = None
        if said is not None:
            whole, kind = _whole(block, said, start), said.kind
            noted = noted or kind is _NOTE
            if kind is _QUOTATION and quotation >= 0:
                marks[quotation] = replace(whole, spans=marks[quotation].spans + whole.spans)
            elif kind is not _REFERENCE or whole.spans[0].end > whole.spans[0].start:
                marks.append(whole)
                quotation = len(marks) - 1 if kind is _QUOTATION else quotation
        if quotation >= 0 and kind is not _NOTE:
            goes_on = kind is _QUOTATION and not _ends_in_call(block)
            quotation = quotation if goes_on else -1
    content = _joined(contents, marks)
    marks = _known(marks, keys) if keys is not None else marks
    if not noted:
        marks += _calls_of_entries(content, marks)
    return Text(
        content,
        page_starts=tuple(page_starts) if paged and contents else (),
        marks=tuple(sorted(marks, key=by_place)),
        metadata=metadata,
        warnings=tuple(warnings),
    )


def _joined(contents: list[str], marks: Sequence[Mark]) -> str:
    """All texts, one line end behind them."""
    if contents and contents[-1] and contents[-1][-1] != "\n":
        contents[-1] += "\n"  # here, since the whole would be copied
        return GAP.join(contents)
    content = GAP.join(contents)
    # No mark may lie behind the end, not even that of an empty note which is the last of all.
    least = max((mark.spans[-1].end for mark in marks), default=0)
    return content[: max(len(content.rstrip("\n")), least)] + "\n" if contents else ""


def _calls_of_entries(content: str, marks: Sequence[Mark]) -> list[Mark]:
    """Numbers in brackets that call the entries of a numbered list of sources: `[3]`, `[1, 7–9]`."""
    entries = [mark for mark in marks if mark.kind is _REFERENCE]
    labels = {mark.label for mark in entries if mark.label}
    if not labels:
        return []
    first = min(mark.spans[0].start for mark in entries)
    return [
        Mark(_MARKER, (Span(*number.span()),), label=number.group())
        for bracket in _BRACKET.finditer(content, 0, content.rfind("\n", 0, first) + 1)
        for number in _NUMBER.finditer(content, *bracket.span())
        if number.group() in labels
    ]


def _ends_in_call(block: Block) -> bool:
    """Whether a paragraph ends with the call of a note: a quotation ends with it."""
    end = len(block.text.rstrip())
    return any(mark.kind is _MARKER and mark.spans[0][1] == end for mark in block.marks)


def _whole(block: Block, mark: Draft, offset: int) -> Mark:
    """What a block is as a whole, with its place."""
    if mark.spans:
        return mark.at(offset)
    text = block.text
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    label = mark.label
    if mark.kind is _REFERENCE and (entry := _ENTRY.match(text)):
        start, label = entry.end(), entry.group(1) or entry.group(2)
    spans = (Span(start + offset, max(start, end) + offset),)
    return Mark(mark.kind, spans, label, mark.key, mark.target, mark.origin, mark.detail)


def _known(marks: Iterable[Mark], keys: Mapping[str, str]) -> list[Mark]:
    known: list[Mark] = []
    for mark in marks:
        if mark.kind is _MARKER and mark.key.startswith(PLACE):
            if (key := keys.get(mark.key)) is not None:
                known.append(replace(mark, key=key))
        else:
            known.append(mark)
    return known
