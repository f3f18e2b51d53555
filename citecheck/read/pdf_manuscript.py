"""PDF manuscripts: text in reading order, with notes and calls where the drawing shows them.

Size and place of characters decide which lines are notes and which digits call them. Where the numbering
does not close that way, nothing is claimed: the text goes on page by page, and numbering alone decides.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

import pypdfium2

from citecheck.errors import UnreadableInput
from citecheck.model import Manuscript, Mark, MarkKind, Metadata, Span, Text, by_place
from citecheck.read.pdf import NOT_A_TITLE
from citecheck.read.pdf_blocks import blocks_of
from citecheck.read.pdf_bylines import addresses_of
from citecheck.read.pdf_columns import ordered
from citecheck.read.pdf_content import Content, content_of
from citecheck.read.pdf_drawing import Drawn, drawn_on
from citecheck.read.pdf_encoding import misread
from citecheck.read.pdf_furniture import furniture_of
from citecheck.read.pdf_letters import lettered, without_letters
from citecheck.read.pdf_lines import Line, shown
from citecheck.read.pdf_links import marks_of
from citecheck.read.pdf_marginalia import margins_of
from citecheck.read.pdf_romans import look_for_calls
from citecheck.read.pdf_sources import sources_of
from citecheck.read.pdf_trials import CLOSED, Found, notes_and_calls
from citecheck.read.pdf_zones import Sheet

_DATE = re.compile(r"D:(\d{4})(\d{2})?(\d{2})?")


def read(data: bytes, name: str) -> Manuscript:
    """The manuscript in a PDF.

    Raises `UnreadableInput` for damaged files, for files under a password, and for pictures of pages.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableInput(
                f"{name}: this PDF is protected by a password; save a copy without one"
            ) from error
        raise UnreadableInput(f"{name}: this PDF is damaged and cannot be opened") from error
    try:
        drawn = drawn_on(document)
        letters = lettered(drawn.pages)
        if not letters:
            without_letters(drawn.pages)
            look_for_calls(document, drawn.pages)
        metadata = _metadata(document)
    finally:
        document.close()
    if not any(line.text for lines in drawn.pages for line in lines):
        raise UnreadableInput(
            f"{name}: this PDF holds only pictures of pages, no text; make the text with an OCR program first"
        )
    before = [(line, list(line.superior)) for lines in drawn.pages for line in lines] if letters else []
    text = _text(drawn, metadata, letters=True) if letters else None
    if text is None or not _letters_call(text):
        for line, superior in before:
            line.superior, line.address, line.column = superior, False, 0
        if letters:
            without_letters(drawn.pages)
        text = _text(drawn, metadata)
    return Manuscript(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="application/pdf",
        encoding=None,
        text=text,
    )


def _letters_call(text: Text) -> bool:
    """Whether notes have letters for numbers and are called by them."""
    kinds = [mark.kind for mark in text.marks if (mark.label or "").isalpha()]
    notes = kinds.count(MarkKind.NOTE)
    return bool(notes) and kinds.count(MarkKind.MARKER) >= CLOSED * notes


def _text(drawn: Drawn, metadata: Metadata, *, letters: bool = False) -> Text:
    """All pages as one text; `letters`: notes may have letters for numbers."""
    table = misread([line.text for lines in drawn.pages for line in lines])
    if table:
        for lines in drawn.pages:
            for line in lines:
                line.text = line.text.translate(table)
    furniture = furniture_of(drawn.pages)
    margins = margins_of(
        [[line for line in lines if id(line) not in furniture.lines] for lines in drawn.pages]
    )
    sheets = [
        Sheet(ordered(lines), rules, asides=blocks)
        for lines, blocks, rules in zip(margins.texts, margins.blocks, drawn.rules, strict=True)
    ]
    numbers = [number for sheet in sheets for number in addresses_of(sheet.lines)]
    found = notes_and_calls(sheets, letters)
    sources = sources_of([line for sheet in sheets for line in sheet.lines])
    first = {id(line) for line, _ in sources}
    listed = all(id(note.parts[0][0]) in first for note in found.notes)
    if found.kind == "footnote" and listed and not _called_further_on(found, sheets):
        found = Found([], [], "")  # the first sources of a list that begins at the foot of a page
    content = content_of(sheets, found.kind == "footnote")
    marks = _marks(content, found) + _raised(sheets, found, content) + marks_of(drawn.links, content.text)
    marks += _set_off(content, blocks_of(sheets, found.kind == "footnote"))
    marks += [
        Mark(MarkKind.CODE, (content.span(line, begin, end),), origin="drawing")
        for line, begin, end in numbers
    ]
    if not found.notes:
        marks += _entries(sources)
    labels = drawn.labels if any(drawn.labels) else furniture.labels
    return Text(
        content.text,
        page_starts=tuple(content.starts),
        page_labels=tuple(labels) if any(labels) else (),
        marks=tuple(sorted(marks, key=by_place)),
        drawn=True,
        metadata=metadata,
        warnings=drawn.warnings,
    )


def _called_further_on(found: Found, sheets: Sequence[Sheet]) -> bool:
    """Whether notes of the pages behind the first one with notes are called on their own page: most of them,
    or one where rules stand above the notes. Behind the first entry of a list of sources no text calls it."""
    first = min((note.page for note in found.notes), default=0)
    further = {place for place, note in enumerate(found.notes) if note.page > first}
    called = {call.note for call in found.calls if call.line.page == found.notes[call.note].page} & further
    ruled = all(sheets[note.page].ruled for note in found.notes)
    return bool(called) and (ruled or 2 * len(called) > len(further))


def _marks(content: Content, found: Found) -> list[Mark]:
    marks = [
        Mark(
            MarkKind.NOTE,
            content.spans(note.parts),
            label=note.label,
            key=f"n{place}",
            origin="drawing",
            detail=found.kind,
        )
        for place, note in enumerate(found.notes)
    ]
    marks += [
        Mark(
            MarkKind.MARKER,
            (content.span(call.line, call.begin, call.end),),
            label=found.notes[call.note].label,
            key=f"n{call.note}",
            origin="drawing",
        )
        for call in found.calls
    ]
    return marks


def _set_off(content: Content, blocks: Sequence[Sequence[Line]]) -> list[Mark]:
    spans = (content.spans([(line, 0, len(line.text)) for line in block]) for block in blocks)
    return [Mark(MarkKind.BLOCK_QUOTATION, parts, origin="drawing") for parts in spans]


def _raised(sheets: Sequence[Sheet], found: Found, content: Content) -> list[Mark]:
    """Numbers drawn above their lines, those of the notes themselves left out; entries of a list of sources
    are called by them in any order."""
    labels = {id(note.parts[0][0]) for note in found.notes}
    return [
        Mark(MarkKind.RAISED, (content.span(line, begin, end),), origin="drawing")
        for sheet in sheets
        for line in sheet.lines
        for begin, end in line.superior
        if shown(line.text[begin:end]).isdecimal() and not (begin == 0 and id(line) in labels)
    ]


def _entries(sources: Sequence[tuple[Line, Line]]) -> list[Mark]:
    """Hints at the entries of a list of sources, given by their first and last lines."""
    spans = [Span(first.offset, last.offset + len(last.text)) for first, last in sources]
    return [Mark(MarkKind.REFERENCE, (span,), origin="drawing") for span in spans if span.start < span.end]


def _metadata(document: pypdfium2.PdfDocument) -> Metadata:
    """What the file says of itself; its date is the day on which it was made."""
    fields = {
        key: " ".join(document.get_metadata_value(key).split()) for key in ("Title", "Author", "CreationDate")
    }
    date = _DATE.match(fields["CreationDate"])
    title = fields["Title"]
    return Metadata(
        title=None if not title or NOT_A_TITLE.match(title) else title[:500],
        author=fields["Author"][:500] or None,
        published="-".join(part for part in date.groups() if part) if date else None,
    )
