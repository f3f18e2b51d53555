"""What of an HTML tree is kept once it has become running text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from citecheck.read.html_attributes import Words


class Element:
    """An element that is a block or has an attribute of interest; `start`, `end` point into the text.

    Made by `walk` and `Flow.element`: a book has some ten thousand, and a constructor takes twice as long.
    """

    __slots__ = ("breaks", "end", "file", "href", "ids", "ordinal", "parent", "start", "tag", "words")

    tag: str
    parent: Element | None
    start: int
    end: int
    """-1 for what was not read where it stands."""
    file: str
    """The document of an EPUB."""
    ids: tuple[str, ...]
    """Names that links may lead to,"""
    href: str
    """and where a link leads."""
    words: Words
    """Words of `class`, `role` and `epub:type`, lower case."""
    ordinal: int
    """Shown number of an entry of a numbered list; of the list itself, of its last entry."""
    breaks: int
    """Line ends that it asks for on both sides; 0 for what is no block."""


@dataclass(slots=True)
class SideNote:
    """A note that stands in the text itself, its number made by the style sheet."""

    call: tuple[int, int]
    body: tuple[int, int]
    label: str


def count_entry(element: Element, attributes: Mapping[str, str | None]) -> None:
    """Numbers of a list: of an entry its own, of a list the one before its first."""
    said = attributes.get("value" if element.tag == "li" else "start") or ""
    number = int(said) if said.isdecimal() and len(said) < 7 else None
    if element.tag == "ol":
        element.ordinal = 0 if number is None else number - 1
    elif (parent := element.parent) is not None:
        parent.ordinal = parent.ordinal + 1 if number is None else number
        element.ordinal = parent.ordinal if parent.tag == "ol" else 0
