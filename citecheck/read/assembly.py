"""A manuscript put together out of its paragraphs and notes: set one after another, blank lines between, the
marks moved to where they then stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from citecheck.model import Mark, MarkKind, Metadata, Span, Text, by_place
from citecheck.read.story import PLACE, Block, Draft

GAP = "\n\n"
"""Between paragraphs."""
_BRACKET = re.compile(r"\[[\d,;–\- ]{1,60}\]")
_NUMBER = re.compile(r"\d{1,4}")
_ENTRY = re.compile(r"\s*(?:\[(\d{1,4})\]|(\d{1,4})[.)])\s*")
_MARKER, _NOTE = MarkKind.MARKER, MarkKind.NOTE
_QUOTATION, _REFERENCE = MarkKind.BLOCK_QUOTATION, MarkKind.REFERENCE
"""Kept at hand: a member of an enumeration is slow to find."""


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
        if kind is not _NOTE and not (kind is _QUOTATION and not _ends_in_call(block)):
            quotation = -1  # a quotation ends with its call, and where another paragraph comes
    content = _joined(contents, marks)
    marks = _known(marks, keys) if keys is not None else marks
    if not noted:
        marks += _calls_of_entries(content, marks)
    return Text(
        content,
        page_starts=tuple(page_starts) if paged and contents else (),
        marks=tuple(sorted(marks, key=by_place)),
        drawn=True,
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
