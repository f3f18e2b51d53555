"""Bytes to text, for manuscripts and fetched pages alike. Formats are told by their content first."""

from __future__ import annotations

import re
from types import ModuleType

from citecheck.errors import UnreadableInput
from citecheck.model import Manuscript, Text
from citecheck.read import markdown, plain
from citecheck.read.encoding import decode

__all__ = ["READERS", "decode", "read_manuscript", "read_page"]

READERS: dict[str, ModuleType] = {
    "markdown": markdown,
    "plain": plain,
}
"""Readers of manuscripts by name; each has `read(data, name) -> Manuscript`."""

SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a packed file (DOCX, ODT, EPUB or another ZIP archive)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
)
"""First bytes of formats that are no text, from their own specifications."""
SNIFFED = 4096
"""Bytes looked at for a tag that makes a document HTML."""
_HTML = re.compile(rb"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html[\s>])", re.IGNORECASE)
_MARKDOWN_NAMES = (".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd")
_NOTE_DEFINITION = re.compile(rb"^ {0,3}\[\^[^\]\s]{1,80}\]:", re.MULTILINE)


def read_manuscript(data: bytes, name: str) -> Manuscript:
    """The manuscript in `data`; `name` is its file name, `-` for standard input.

    Raises `UnreadableInput` with one line for formats that are not read and for data that is no text.
    """
    for signature, what in SIGNATURES:
        if data.startswith(signature):
            raise UnreadableInput(f"{name}: this is {what}; plain text and Markdown are read")
    if _HTML.match(data[:SNIFFED]):
        raise UnreadableInput(f"{name}: this is an HTML page; plain text and Markdown are read")
    manuscript: Manuscript = _reader(data, name).read(data, name)
    return manuscript


def _reader(data: bytes, name: str) -> ModuleType:
    """Notes defined as `[^1]:` make a file Markdown whatever its name; standard input is plain text."""
    if name == "-":
        return plain
    if name.lower().endswith(_MARKDOWN_NAMES) or _NOTE_DEFINITION.search(data):
        return markdown
    return plain


def read_page(body: bytes, content_type: str | None, url: str) -> Text:
    """Text of a fetched page; see `citecheck.read.page`. Raises `UnreadablePage`."""
    from citecheck.read import page  # HTML parsing is loaded only where a page is read

    return page.read_page(body, content_type, url)
