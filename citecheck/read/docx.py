"""Word manuscripts (DOCX, transitional and strict): notes with the numbers that Word shows, links, fields.

Read as one sees it with all changes accepted: insertions are text; deletions, hidden text and comments are
not. Format: ISO 29500-1, part 17 for the text, ISO 29500-2 for the package.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from lxml import etree

from citecheck.model import Manuscript, Metadata, Reason
from citecheck.read.assembly import assemble
from citecheck.read.docx_blocks import Blocks
from citecheck.read.docx_names import PPR, P, w
from citecheck.read.docx_numbering import (
    ENDNOTES,
    FOOTNOTES,
    ListNumbers,
    NoteFormat,
    NoteNumbers,
    note_format,
)
from citecheck.read.docx_package import DocxPackage, Part
from citecheck.read.docx_state import Shared
from citecheck.read.docx_styles import Styles
from citecheck.read.docx_survey import Survey
from citecheck.read.metadata import iso_date, language_code

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"


def read(data: bytes, name: str) -> Manuscript:
    """The manuscript in a DOCX file. Raises `UnreadableInput` with one line for damaged or refused ones."""
    package = DocxPackage(data, name)
    text = package.text()
    notes = {
        kind: part for kind in ("footnote", "endnote") if (part := package.notes(f"{kind}s")) is not None
    }
    styles = Styles(_root(package.side("styles")))
    survey = Survey()
    survey.add(text.root, styles.raised)
    for part in notes.values():
        survey.add(part.root, notes=True)
    numbers = _note_numbers(survey.sections, _root(package.side("settings")))
    shared = Shared(
        styles,
        numbers,
        survey,
        hides=styles.hides or survey.hides,
        raises=survey.raises,
        stored_pages=survey.stored_pages,
        cited=package.cited,
    )
    blocks = Blocks(shared, ListNumbers(_root(package.side("numbering"))), notes)
    blocks.read_document(text.root, text.targets)
    paged = shared.stored_pages or shared.place.page > 1
    return Manuscript(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=MEDIA_TYPE,
        encoding=None,
        text=assemble(
            blocks.found,
            _metadata(_root(package.side("core-properties"))),
            paged=paged,
            keys=shared.places,
            warnings=[*package.warnings, *_elsewhere(text), *_warnings(blocks, paged)],
        ),
    )


def _root(part: Part | None) -> etree._Element | None:
    return part.root if part is not None else None


def _note_numbers(
    found: Sequence[etree._Element], settings: etree._Element | None
) -> Mapping[str, NoteNumbers]:
    """Counters of both kinds. A section's properties stand at its end: all are looked up first."""
    sections = [
        section for section in found if (parent := section.getparent()) is not None
        and (parent.tag == w("body") or (parent.tag == PPR and _of_paragraph(parent)))
    ]  # fmt: skip
    numbers: dict[str, NoteNumbers] = {}
    for kind, usual in (("footnote", FOOTNOTES), ("endnote", ENDNOTES)):
        base = note_format(settings, kind, usual)
        formats: list[NoteFormat] = [note_format(section, kind, base) for section in sections]
        numbers[kind] = NoteNumbers(formats or [base])
    return numbers


def _of_paragraph(properties: etree._Element) -> bool:
    parent = properties.getparent()
    return parent is not None and parent.tag == P


def _elsewhere(text: Part) -> list[str]:
    """What is to be said of text in other files, which Word puts in when it opens the document."""
    count = sum(1 for _ in text.root.iter(w("altChunk"), w("subDoc")))
    files = "a file" if count == 1 else f"{count} files"
    said = f"the text of {files} that Word puts in when it opens the document was not read"
    return [f"{said}: open it in Word and save it"] if count else []


def _warnings(blocks: Blocks, paged: bool) -> list[str]:
    found: list[str] = []
    if blocks.lost:
        shown = ", ".join(blocks.lost[:10])
        found.append(Reason("notes-not-in-file", notes=shown))
    if not paged and any(numbers.by_page for numbers in blocks.shared.numbers.values()):
        found.append(Reason("pages-not-stored"))
    return found


def _metadata(root: etree._Element | None) -> Metadata:
    if root is None:
        return Metadata()
    said = {child.tag: " ".join((child.text or "").split())[:500] for child in root}
    date = said.get(f"{_TERMS}modified") or said.get(f"{_TERMS}created") or ""
    return Metadata(
        title=said.get(f"{_DUBLIN_CORE}title") or None,
        author=said.get(f"{_DUBLIN_CORE}creator") or None,
        published=iso_date(date),
        language=language_code(said.get(f"{_DUBLIN_CORE}language", "")),
    )
