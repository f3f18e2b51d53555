"""Bytes to text, for manuscripts and fetched pages alike. Formats are told by their content first."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module

from citecheck.errors import UnreadableInput
from citecheck.model import Manuscript, Text
from citecheck.read.encoding import decode
from citecheck.read.formats import format_of

__all__ = ["READERS", "decode", "is_plain", "read_manuscript", "read_page", "words_in_source"]

READERS: dict[str, str] = {
    "docx": "citecheck.read.docx",
    "epub": "citecheck.read.epub",
    "html": "citecheck.read.html_manuscript",
    "latex": "citecheck.read.latex",
    "markdown": "citecheck.read.markdown",
    "odt": "citecheck.read.odt",
    "pdf": "citecheck.read.pdf_manuscript",
    "mediawiki": "citecheck.read.mediawiki",
    "plain": "citecheck.read.plain",
}
"""Format → module with `read(data, name) -> Manuscript`, loaded when a manuscript of that format comes."""

PLAIN = ("latex", "markdown", "plain")
"""Formats read by scanning text; the others have parsers that hostile bytes can hold or break."""


def read_manuscript(data: bytes, name: str, siblings: Mapping[str, bytes] | None = None) -> Manuscript:
    """The manuscript in `data`; `name` is its file name, `-` for standard input.

    `siblings`: files that a LaTeX source inputs and bibliographies that it or a Markdown text cites, by their
    path from its folder; other formats have none.
    Raises `UnreadableInput` with one line for formats that are not read and for data that is no text.
    """
    format_ = format_of(data, name)
    if format_ not in READERS:
        known = ", ".join(READERS)
        raise UnreadableInput(f"{name}: this is {format_}; what is read: {known}")
    reader = import_module(READERS[format_])
    with _without_collection():
        manuscript: Manuscript = (
            reader.read(data, name, siblings)
            if siblings and format_ in ("latex", "markdown")
            else reader.read(data, name)
        )
    return manuscript


@contextmanager
def _without_collection() -> Iterator[None]:
    """Nothing that a reader builds is a circle, and nearly all of it lives to the end: looking through it for
    garbage again and again takes up to a fifth of the reading of a book."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def is_plain(data: bytes, name: str) -> bool:
    """Whether the manuscript is text that can be read in this process."""
    return format_of(data, name) in PLAIN


def read_page(body: bytes, content_type: str | None, url: str) -> Text:
    """Text of a fetched page; see `citecheck.read.page`. Raises `UnreadablePage`."""
    from citecheck.read import page  # HTML parsing is loaded only where a page is read

    return page.read_page(body, content_type, url)


def words_in_source(body: bytes, content_type: str | None) -> str | None:
    """All words of a page's source, shown or not; `None` for what is no HTML."""
    from citecheck.read import page

    return page.words_in_source(body, content_type)
