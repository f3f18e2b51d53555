"""Which format some bytes are in: by their content first, by the name where the content leaves it open."""

from __future__ import annotations

import re

SNIFFED = 4096
"""Bytes looked at for words that only one format begins with."""
SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "an RTF file: open it in Word or LibreOffice and save it as .docx or .odt"),
    (b"\xffWPC", "a WordPerfect file: open it in LibreOffice and save it as .docx or .odt"),
    (b"#LyX", "a LyX file: export it to LaTeX or .docx"),
    (b"\\input texinfo", "a Texinfo file: convert it to HTML (with makeinfo --html)"),
    (b"%!PS", "a PostScript file: convert it to PDF (with ps2pdf)"),
    (b"AT&TFORM", "a DjVu file: convert it to PDF together with its text"),
    (b"\x06\x06\xed\xf5\xd8\x1d\x46\xe5", "an InDesign file: export it to EPUB or PDF"),
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
    (b"mimetypeapplication/vnd.oasis.opendocument.", "no text document: export it to PDF"),
    (
        b"mimetypeapplication/vnd.sun.xml.writer",
        "an old OpenOffice file: save it as .odt (with LibreOffice)",
    ),
    (b"word/document", "docx"),
    (b"word/styles", "docx"),
    (b"META-INF/container.xml", "epub"),
    (b"content.xml", "odt"),
    (b"Index/Document.iwa", "a Pages file: export it to Word or EPUB"),
    (b"ppt/presentation", "a PowerPoint file: export it to PDF"),
    (b"xl/workbook", "an Excel file: export it to PDF"),
    (b"Documents/1/", "an XPS file: save it as PDF"),
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
_OTHER_XML = "an XML file: export or convert it to HTML, .docx or .epub"
_NOTEBOOK = "a Jupyter notebook: convert it to Markdown (with jupyter nbconvert --to markdown)"
_WHOLE_PAGE = re.compile(
    rb"(?:[\w-]{1,40}:[^\n]{0,500}\n(?:[ \t][^\n]{0,500}\n){0,5}){0,20}?"
    rb"(?i:content-type:\s*multipart/related)"
)
_WORD_XML = re.compile(rb"progid=[\"']Word\.Document|<pkg:package[\s>]")
UNREAD_NAMES: tuple[tuple[tuple[str, ...], str], ...] = (
    ((".adoc", ".asciidoc", ".asc"), "an AsciiDoc file: convert it to HTML (with asciidoctor)"),
    ((".org",), "an Org file: export it to HTML, Markdown or .odt (with Emacs or pandoc)"),
    ((".typ",), "a Typst file: compile it to PDF, or convert it to .docx (with pandoc)"),
    ((".texi", ".texinfo"), "a Texinfo file: convert it to HTML (with makeinfo --html)"),
    ((".textile",), "a Textile file: convert it to HTML (with pandoc)"),
    ((".t2t",), "a txt2tags file: convert it to HTML (with pandoc)"),
    ((".ipynb",), _NOTEBOOK),
    ((".xml", ".dbk", ".docbook", ".tei", ".nxml", ".jats", ".fb2"), _OTHER_XML),
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
    named = next((format_ for endings, format_ in NAMES if name.lower().endswith(endings)), None)
    # A Markdown or wiki text may show LaTeX, or have some in its front matter.
    if named not in ("markdown", "mediawiki") and _TEX.search(data[: 16 * SNIFFED]):
        return "latex"
    if named is not None:
        return named
    if _XML.match(data[:SNIFFED]):
        # DocBook, JATS, TEI, FictionBook, …: their notes are elements, which plain text does not show.
        if _WORD_XML.search(data[:SNIFFED]):
            return "a Word file saved as XML: open it in Word and save it as .docx"
        return _OTHER_XML
    for endings, told in UNREAD_NAMES:
        if name.lower().endswith(endings):
            return told
    if data.startswith(b"{") and b'"nbformat"' in data[-SNIFFED:] + data[:SNIFFED]:
        return _NOTEBOOK
    if data[60:68] == b"BOOKMOBI":
        return "a Kindle book: convert it to EPUB (with Calibre)"
    if _WHOLE_PAGE.match(data[:SNIFFED]):
        return "a web page saved with its parts (.mht): save it as HTML"
    if name != "-" and b"[^" in data and _NOTE_DEFINITION.search(data):
        return "markdown"
    return "mediawiki" if _WIKI.search(data) else "plain"


def _packed(data: bytes) -> str:
    ends = data[:SNIFFED] + data[-DIRECTORY:]
    found = next((format_ for sign, format_ in PACKED if sign in ends), None)
    return found or "a ZIP archive"
