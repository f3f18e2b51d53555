"""The characters of OpenDocument elements, white space as the format has it (ODF 1.3, part 3, 6.1.2)."""

from __future__ import annotations

import re

from lxml import etree

from citecheck.read.direction import without_direction
from citecheck.read.odt_names import COUNT
from citecheck.read.odt_styles import whole
from citecheck.read.story import Paragraph

MOST_SPACES = 200
"""Spaces that one `text:s` stands for, at most."""
_DECLARED = re.compile(rb"(?:\xef\xbb\xbf)?<(?!\?xml[^>]{0,60}encoding\s*=\s*[\"'](?!utf-8))", re.IGNORECASE)
"""The beginning of a file in UTF-8."""
_REFERENCE = re.compile(b"&#")
_BLANKS = re.compile(r"[ \t\r\n]{2,}|[\t\r\n]")


def words_of(element: etree._Element) -> str:
    """All characters in an element; half as long as by XPath's `string()`."""
    if not len(element):
        return element.text or ""
    return etree.tostring(element, encoding="unicode", method="text", with_tail=False)


def in_one_line(source: bytes) -> bool:
    """Whether no text of a file can hold line ends and tabs: asked once of all bytes, not of each text. The
    end of the line that declares the file is none of its text.

    >>> in_one_line(b"<?xml version='1.0'?>\\n<p>A.</p>"), in_one_line(b"<p>A.\\n</p>")
    (True, False)
    >>> in_one_line(b"<p>A.&#9;</p>"), in_one_line(b"<?xml encoding = 'UTF-7'?>\\n<p>A.</p>")
    (False, False)
    """
    start = source.find(b">") + 2
    return (
        _DECLARED.match(source) is not None
        and not any(source.find(sign, start) >= 0 for sign in (b"\0", b"\n", b"\t", b"\r"))
        and _REFERENCE.search(source, start) is None
    )


def blanks_joined(text: str, one_line: bool) -> str:
    """White space in a row as one space. `one_line`: see `in_one_line`."""
    if text.rfind("  ") >= 0 or (not one_line and ("\n" in text or "\t" in text or "\r" in text)):
        return _BLANKS.sub(" ", text)
    return text


def plain_words_of(element: etree._Element, one_line: bool) -> str:
    """A paragraph of nothing but words, as it is shown. `one_line`: see `in_one_line`."""
    text = blanks_joined(words_of(element), one_line).removeprefix(" ")
    return text if text.isascii() else without_direction(text)


def add(text: str, paragraph: Paragraph, one_line: bool) -> None:
    """Characters of the file: a row of white space is one space, none at the beginning or after another.
    `one_line`: see `in_one_line`."""
    text = blanks_joined(text, one_line)
    if text[0] == " ":
        last = paragraph.parts[-1] if paragraph.parts else " "
        if last[-1:] in (" ", "\n", "\t", ""):
            text = text[1:]
    if text:
        paragraph.add(text)


def add_spaces(element: etree._Element, paragraph: Paragraph) -> None:
    """The spaces that a `text:s` stands for."""
    paragraph.add(" " * min(whole(element.get(COUNT), 1), MOST_SPACES))
