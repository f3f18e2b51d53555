"""Which format some bytes are in: by their content first, by the name where the content leaves it open."""

from __future__ import annotations

import re

SNIFFED = 4096
"""Bytes looked at for words that only one format begins with."""
SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "an RTF file: open it in Word or LibreOffice and save it as .docx or .odt"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
)
"""First bytes, from the formats' own specifications."""
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
COMPOUND: tuple[tuple[str, str], ...] = (
    ("EncryptedPackage", "protected by a password: save it without one"),
    ("WordDocument", "an old Word file (.doc): open it in Word or LibreOffice and save it as .docx"),
)
"""Streams of compound files (MS-CFB) by which the programs' files are told apart; names are UTF-16."""
PACKED: tuple[tuple[bytes, str], ...] = (
    (b"mimetypeapplication/epub+zip", "epub"),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "odt"),
    (b"word/document", "docx"),
    (b"word/styles", "docx"),
    (b"META-INF/container.xml", "epub"),
    (b"content.xml", "odt"),
)
"""What tells packed formats apart: the first member of EPUB and ODF, or a member's name in the directory,
which stands in clear at both ends of the archive."""
DIRECTORY = 2**20
"""Bytes at the end of an archive in which its directory is looked for."""
_FLAT = re.compile(rb"<office:document[\s>]")
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype\s+html|html[\s>])", re.I
)
_TEX = re.compile(rb"\\(?:documentclass|documentstyle|begin\{document\})")
_WIKI = re.compile(rb"<ref[\s>/]", re.I)
_NOTE_DEFINITION = re.compile(rb"^ {0,3}\[\^[^\]\s]{1,80}\]:", re.MULTILINE)
_XML = re.compile(rb"\s*<\?xml[\s?]")
_WORD_XML = re.compile(rb"progid=[\"']Word\.Document|<pkg:package[\s>]")
UNREAD_NAMES: tuple[tuple[tuple[str, ...], str], ...] = (
    ((".adoc", ".asciidoc"), "an AsciiDoc file: convert it to HTML"),
    ((".org",), "an Org file: export it to HTML, Markdown or .odt"),
    ((".typ",), "a Typst file: compile it to PDF"),
)
"""Source formats whose notes stand in mark-up of their own: read as plain text they would be passed over."""
NAMES: tuple[tuple[tuple[str, ...], str], ...] = (
    ((".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd"), "markdown"),
    ((".tex", ".ltx", ".latex"), "latex"),
    ((".html", ".htm", ".xhtml"), "html"),
    ((".wiki", ".mediawiki", ".wikitext"), "mediawiki"),
)


def format_of(data: bytes, name: str) -> str:
    """Name of the format, or what it is in words where citecheck has no name for it (`a picture`).

    `name`: file name, `-` for standard input, which is plain text unless its content says otherwise.

    >>> format_of(b"%PDF-1.7", "book.txt"), format_of(b"A body.1", "book.txt"), format_of(b"x", "a.md")
    ('pdf', 'plain', 'markdown')
    """
    for signature, format_ in SIGNATURES:
        if data.startswith(signature):
            return format_
    if data.startswith(b"PK\x03\x04"):
        return _packed(data)
    if data.startswith(_COMPOUND):
        found = (word for stream, word in COMPOUND if stream.encode("utf-16-le") in data)
        return next(found, "an old Office file: open it in its program and save it as .docx")
    if _FLAT.search(data[:SNIFFED]) and b"opendocument" in data[:SNIFFED]:
        return "odt"
    if _HTML.match(data[:SNIFFED]):
        return "html"
    if _TEX.search(data[: 16 * SNIFFED]):
        return "latex"
    for endings, format_ in NAMES:
        if name.lower().endswith(endings):
            return format_
    for endings, told in UNREAD_NAMES:
        if name.lower().endswith(endings):
            return told
    if _XML.match(data[:SNIFFED]):
        # DocBook, JATS, TEI, FictionBook, …: their notes are elements, which plain text does not show.
        if _WORD_XML.search(data[:SNIFFED]):
            return "a Word file saved as XML: open it in Word and save it as .docx"
        return "an XML file: export or convert it to HTML, .docx or .epub"
    if name != "-" and _NOTE_DEFINITION.search(data):
        return "markdown"
    return "mediawiki" if _WIKI.search(data) else "plain"


def _packed(data: bytes) -> str:
    ends = data[:SNIFFED] + data[-DIRECTORY:]
    found = next((format_ for sign, format_ in PACKED if sign in ends), None)
    return found or "a ZIP archive"
