"""A fetched page to text: by media type, and by its first bytes where a server names none or a wrong one."""

from __future__ import annotations

from citecheck.errors import UnreadableInput, UnreadablePage
from citecheck.model import Reason, Text
from citecheck.read.formats import format_of
from citecheck.read.line_numbers import without_line_numbers
from citecheck.read.page_encoding import decode_page

XML_TYPES = {"text/xml", "application/xml"}
HTML_TYPES = {"text/html", "application/xhtml+xml"} | XML_TYPES
TEXT_TYPES = {"text/plain", "text/markdown", "text/csv", "text/x-markdown", "text/tab-separated-values"}
UNTOLD = {"", "application/octet-stream", "binary/octet-stream", "application/force-download", "*/*"}
"""Types that say nothing: the bytes decide."""
ARCHIVE = b"PK\x03\x04"
PACKED = ("docx", "epub", "odt")
SNIFFED = 1_024
"""Bytes looked at to tell HTML from plain text."""


def read_page(body: bytes, content_type: str | None, url: str) -> Text:
    """Text of the page that `url` answered with, decoded and without mark-up.

    `content_type` is the header's value with its parameters, `None` where the server sent none. Raises
    `UnreadablePage` with a reason for people (`media type image/png`).
    """
    media = _media_of(content_type)
    start = body[:SNIFFED].lstrip()
    if b"%PDF-" in body[:SNIFFED]:
        from citecheck.read.pdf import read_pdf_page

        return read_pdf_page(body)
    if body[:4] == ARCHIVE and format_of(body, "") in PACKED:
        return _packed(body)
    if media == "application/pdf":
        raise UnreadablePage(Reason("pdf-damaged"))
    if media not in HTML_TYPES | TEXT_TYPES | UNTOLD:
        raise UnreadablePage(Reason("media-type", media=_printable(media)))
    if media in UNTOLD and not _looks_like_text(body):
        shown = _printable(media)
        raise UnreadablePage(Reason("media-type", media=shown) if shown else Reason("media-type-missing"))
    source, _ = decode_page(body, content_type)
    if media in XML_TYPES or (media in UNTOLD and start[:5] == b"<?xml"):
        from citecheck.read.xml_page import is_other_xml, read_xml

        if is_other_xml(source):
            return read_xml(source)
    if media in HTML_TYPES or (media in UNTOLD and start[:1] == b"<"):
        from citecheck.read.html import read_html

        return read_html(source, url)
    return Text(without_line_numbers(source))


def words_in_source(body: bytes, content_type: str | None) -> str | None:
    """All words of a page's source, shown or not; `None` for what is no HTML. Slower than reading it."""
    media = _media_of(content_type)
    start = body[:SNIFFED].lstrip()
    if media not in HTML_TYPES and not (media in UNTOLD and start[:1] == b"<"):
        return None
    from citecheck.read.html_source import source_words

    return source_words(decode_page(body, content_type)[0])


def _media_of(content_type: str | None) -> str:
    """Media type without parameters; those of vocabularies of XML (`application/rss+xml`) are XML."""
    media = (content_type or "").split(";")[0].strip().lower()
    plain = media.endswith("+xml") and media != "application/xhtml+xml" and not media.startswith("image/")
    return "application/xml" if plain else media


def _packed(body: bytes) -> Text:
    """Text of a Word, OpenDocument or EPUB file: journals, courts and ministries publish such files."""
    from citecheck.read import read_manuscript

    try:
        return read_manuscript(body, "document").text
    except UnreadableInput as error:
        raise UnreadablePage(str(error).partition(": ")[2] or str(error)) from error


def _looks_like_text(body: bytes) -> bool:
    wide = body[:2] in (b"\xff\xfe", b"\xfe\xff")
    return wide or b"\x00" not in body[:SNIFFED]


def _printable(media: str) -> str:
    return "".join(character if character.isprintable() else "?" for character in media[:80])
