"""The characters of OpenDocument elements, white space as the format has it (ODF 1.3, part 3, 6.1.2)."""

from __future__ import annotations

import re

from lxml import etree

from citecheck.read.direction import without_direction
from citecheck.read.story import Paragraph

_BLANKS = re.compile(r"[ \t\r\n]{2,}|[\t\r\n]")


def words_of(element: etree._Element) -> str:
    """All characters in an element; half as long as by XPath's `string()`."""
    if not len(element):
        return element.text or ""
    return etree.tostring(element, encoding="unicode", method="text", with_tail=False)


def blanks_joined(text: str) -> str:
    """White space in a row as one space."""
    if "\n" in text or "\t" in text or "\r" in text or text.rfind("  ") >= 0:
        return _BLANKS.sub(" ", text)
    return text


def plain_words_of(element: etree._Element) -> str:
    """A paragraph of nothing but words, as it is shown."""
    text = blanks_joined(words_of(element)).removeprefix(" ")
    return text if text.isascii() else without_direction(text)


def add(text: str, paragraph: Paragraph) -> None:
    """Characters of the file: a row of white space is one space, none at the beginning or after another."""
    text = blanks_joined(text)
    if text[0] == " ":
        last = paragraph.parts[-1] if paragraph.parts else " "
        if last[-1:] in (" ", "\n", "\t", ""):
            text = text[1:]
    if text:
        paragraph.add(text)
