"""PDF pages to text with page starts, through PDFium.

PDFium marks a hyphen at a line's end with U+0002 or U+FFFE and drops the line's end; both go back to a hyphen
and a line's end, which the fold knows. Hebrew and Arabic pages are put into the order of reading by the
places of their characters. A PDF's own date and author are those of the file, often of a clerk's computer,
and are not taken for the source's.
"""

from __future__ import annotations

import re

import pypdfium2
import pypdfium2.raw as pdfium

from citecheck.errors import UnreadablePage
from citecheck.model import Metadata, Reason, Text
from citecheck.read.line_numbers import without_line_numbers
from citecheck.read.pdf_bidi import reads_right_to_left
from citecheck.read.pdf_columns import ordered
from citecheck.read.pdf_encoding import misread
from citecheck.read.pdf_glyphs import Glyphs
from citecheck.read.pdf_pictures import Pictures, unread_pages
from citecheck.read.pdf_right_to_left import is_mirrored, mirrored_lines
from citecheck.read.printed_pages import printed_pages

MAX_PAGES = 3_000
"""Pages read; a book of statutes has fewer."""
NOT_A_TITLE = re.compile(
    r"(?i)^(microsoft word|untitled|document\d*$|.*\.(docx?|indd|qxd|rtf|odt|pdf|tex|dvi)$)"
)
"""File names and program defaults that stand in the title field."""
HYPHENS = str.maketrans({"\x02": "-\n", "\ufffe": "-\n", "\r": "", "\x00": " "})


def read_pdf_page(body: bytes) -> Text:
    """Text of a fetched PDF. Raises `UnreadablePage` for damaged, locked and textless files."""
    try:
        document = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise UnreadablePage(Reason("pdf-locked" if locked else "pdf-damaged")) from error
    try:
        return _read(document)
    finally:
        document.close()


def _read(document: pypdfium2.PdfDocument) -> Text:
    parts: list[str] = []
    starts: list[int] = []
    labels: list[str] = []
    damaged: list[int] = []
    pictures = Pictures()
    position, read = 0, min(len(document), MAX_PAGES)
    for index in range(read):
        text = _page_text(document, index, pictures)
        if text is None:
            damaged.append(index)
            text = ""
        starts.append(position)
        labels.append(page_label(document, index))
        parts.append(text + "\n")
        position += len(text) + 1
    content = "".join(parts)
    if not content.strip():
        raise UnreadablePage(Reason("pdf-pictures"))
    content = without_line_numbers(content.translate(misread([content]) or {}))
    printed = printed_pages(parts)
    labels = [shown or given for shown, given in zip(printed, labels, strict=True)]
    title = " ".join(document.get_metadata_value("Title").split())
    metadata = Metadata(title=None if not title or NOT_A_TITLE.match(title) else title[:500])
    return Text(
        content,
        page_starts=tuple(starts),
        page_labels=tuple(labels) if any(labels) else (),
        metadata=metadata,
        warnings=unread_pages(pictures.found(len(document)), damaged, read, len(document)),
    )


def _page_text(document: pypdfium2.PdfDocument, index: int, pictures: Pictures) -> str | None:
    try:
        page = document[index]
        textpage = page.get_textpage()
    except pypdfium2.PdfiumError:
        return None
    text = str(textpage.get_text_range(errors="replace"))
    if reads_right_to_left(text):
        text = _from_the_right(Glyphs(textpage), index, page.get_width()) or text
    textpage.close()
    pictures.look(index, page, text)
    page.close()
    return text.translate(HYPHENS)


def _from_the_right(glyphs: Glyphs, index: int, width: float) -> str:
    """Text of a page in Hebrew or Arabic, empty for one that is turned."""
    if not is_mirrored(glyphs):
        return ""
    return "\n".join(line.text for line in ordered(mirrored_lines(glyphs, index, width)))


def page_label(document: pypdfium2.PdfDocument, index: int) -> str:
    """Printed page number, empty where the file numbers none."""
    size = pdfium.FPDF_GetPageLabel(document, index, None, 0)
    return str(document.get_page_label(index)) if size > 2 else ""
