"""PDF manuscripts: text in reading order, with notes and calls where the drawing shows them.

Size and place of characters decide which lines are notes and which digits call them. Where the numbering
does not close that way, nothing is claimed: the text goes on page by page, and numbering alone decides.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2

from citecheck.errors import UnreadableInput
from citecheck.model import Manuscript, Mark, MarkKind, Metadata, Span, Text, by_place
from citecheck.read.pdf import NOT_A_TITLE
from citecheck.read.pdf_bylines import addresses_of
from citecheck.read.pdf_columns import ordered
from citecheck.read.pdf_content import Content, content_of
from citecheck.read.pdf_drawing import Drawn, drawn_on
from citecheck.read.pdf_encoding import misread
from citecheck.read.pdf_endnotes import endnotes_of
from citecheck.read.pdf_furniture import furniture_of
from citecheck.read.pdf_letters import lettered, mark_labels
from citecheck.read.pdf_lines import Line, shown
from citecheck.read.pdf_links import marks_of
from citecheck.read.pdf_markers import Call, by_page, paired
from citecheck.read.pdf_notes import FEW_CALLED, NEARLY_ALL, PageNote, listings_of, notes_of, sequence_share
from citecheck.read.pdf_sources import sources_of
from citecheck.read.pdf_zones import Sheet, body_size, label_of, set_zones

CLOSED = 0.6
"""Share of notes with a call from which the drawing is believed. Notes at the foot had 0.96 and more in 20
books of the tests, 8 exports of LibreOffice, a Word report and a LaTeX thesis; lists of endnotes taken for
such notes 0.21 and 0.57."""
UNDER_RULES = 0.9
"""Share of notes under a rule that is as good where a few (`FEW_CALLED`) have a call: five manuals set by
dblatex, in a font whose raised 1, 2 and 3 come out as digits of the text, had 0.96 and 0.5."""
TRIES = 3
"""How often pages that hold no notes are looked for."""
MORE_ENDNOTES = 2.0
"""So many times more endnotes than closed notes at the foot make the endnotes the notes: the labels at the
feet would serve as entries of a list just as well. So do those that go on with the
ones at the foot."""
_DATE = re.compile(r"D:(\d{4})(\d{2})?(\d{2})?")


@dataclass(frozen=True, slots=True)
class _Found:
    """Notes, their calls, and where the notes stand: `footnote`, `endnote`."""

    notes: list[PageNote]
    calls: list[Call]
    kind: str


@dataclass(frozen=True, slots=True)
class _Trial:
    """One reading of the feet of the pages."""

    notes: list[PageNote]
    calls: list[Call]
    strays: int
    """Raised numbers that call none of the notes."""

    @property
    def called(self) -> int:
        return len({call.note for call in self.calls})


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
        again = drawn_on(document, letters=True) if lettered(drawn.pages) else None
        metadata = _metadata(document)
    finally:
        document.close()
    if not any(line.text for lines in drawn.pages for line in lines):
        raise UnreadableInput(
            f"{name}: this PDF holds only pictures of pages, no text; make the text with an OCR program first"
        )
    text = _text(again or drawn, metadata, letters=again is not None)
    if again and not _letters_call(text):
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
    sheets = [
        Sheet(ordered([line for line in lines if id(line) not in furniture.lines]), rules)
        for lines, rules in zip(drawn.pages, drawn.rules, strict=True)
    ]
    numbers = [number for sheet in sheets for number in addresses_of(sheet.lines)]
    found = _notes_and_calls(sheets, letters)
    sources = sources_of([line for sheet in sheets for line in sheet.lines])
    first = {id(line) for line, _ in sources}
    if found.kind == "footnote" and all(id(note.parts[0][0]) in first for note in found.notes):
        found = _Found([], [], "")  # the first sources of a list that begins at the foot of a page
    content = content_of(sheets, found.kind == "footnote")
    marks = _marks(content, found) + _raised(sheets, found, content) + marks_of(drawn.links, content.text)
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


def _notes_and_calls(sheets: Sequence[Sheet], letters: bool) -> _Found:
    """Notes and calls as the drawing shows them, none where the numbering does not close."""
    set_zones(sheets, body_size([sheet.lines for sheet in sheets]))
    if letters:
        mark_labels(sheets)
    trial = _best_trial(sheets)
    notes, calls = trial.notes, trial.calls
    closed = bool(notes) and sequence_share(notes) >= CLOSED
    closed = closed and (trial.called >= CLOSED * len(notes) or _under_rules(sheets, trial))
    if not closed or trial.strays > len(notes) or trial.called < NEARLY_ALL * len(notes):
        ends, end_calls = endnotes_of([line for sheet in sheets for line in sheet.lines])
        if ends and (not closed or len(ends) > MORE_ENDNOTES * len(notes) or _same_list(trial, ends)):
            return _Found(ends, end_calls, "endnote")
    return _Found(notes, calls, "footnote") if closed else _Found([], [], "")


def _same_list(trial: _Trial, ends: Sequence[PageNote]) -> bool:
    """Whether notes that begin at the foot of a page are the first of a list of endnotes, all called."""
    first = {id(note.parts[0][0]) for note in trial.notes}
    labels = [note.label for note in ends]
    return (
        trial.called < len(trial.notes) <= len(ends)
        and first <= {id(note.parts[0][0]) for note in ends}
        and labels == [str(number) for number in range(1, len(ends) + 1)]
    )


def _best_trial(sheets: Sequence[Sheet]) -> _Trial:
    """The notes of all feet of pages, or of those under a rule alone where that finds more called notes.

    A book that sets a rule above its notes has listings and tables in small type elsewhere; one row of them
    that begins with a number breaks the sequence for all notes up to the next chapter.
    """
    zones = [sheet.notes for sheet in sheets]
    all_feet = _tried(sheets)
    labelled = {sheet.ruled for sheet, zone in zip(sheets, zones, strict=True) if any(map(label_of, zone))}
    if len(labelled) < 2:
        return all_feet
    kept = [sheet.notes for sheet in sheets]
    for sheet, zone in zip(sheets, zones, strict=True):
        sheet.notes = zone if sheet.ruled else []
    ruled = _tried(sheets)
    if (ruled.called, -len(ruled.notes)) > (all_feet.called, -len(all_feet.notes)):
        return ruled
    for sheet, lines in zip(sheets, kept, strict=True):
        sheet.notes = lines
    return all_feet


def _tried(sheets: Sequence[Sheet]) -> _Trial:
    """Notes and calls out of the feet of pages as they are set now."""
    zones = [sheet.notes for sheet in sheets]
    notes = notes_of(sheets)
    calls, strays = _paired(sheets, notes)
    listings: set[int] = set()
    for _ in range(TRIES):
        more = listings_of(sheets, notes, calls)
        if not more:
            break
        listings |= more
        for place, (sheet, zone) in enumerate(zip(sheets, zones, strict=True)):
            sheet.notes = [] if place in listings else zone
        notes = notes_of(sheets)
        calls, strays = _paired(sheets, notes)
    return _Trial(notes, calls, strays)


def _under_rules(sheets: Sequence[Sheet], trial: _Trial) -> bool:
    """Whether nearly all notes stand under rules and some are called: a font that hides its raised digits
    takes the calls, not the notes."""
    ruled = sum(sheets[note.page].ruled for note in trial.notes)
    return ruled >= UNDER_RULES * len(trial.notes) and trial.called >= FEW_CALLED * len(trial.notes)


def _paired(sheets: Sequence[Sheet], notes: Sequence[PageNote]) -> tuple[list[Call], int]:
    """Calls of `notes` in the bodies of the pages, and how many raised numbers call none."""
    bodies: list[list[Line]] = []
    for sheet in sheets:
        inside = {id(line) for line in sheet.notes}
        bodies.append([line for line in sheet.lines if id(line) not in inside])
    return paired(bodies, by_page([(note.label, note.page) for note in notes], len(sheets)))


def _marks(content: Content, found: _Found) -> list[Mark]:
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


def _raised(sheets: Sequence[Sheet], found: _Found, content: Content) -> list[Mark]:
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
