"""What an HTML element says of itself in its attributes, and white space as browsers show it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborNode

if TYPE_CHECKING:
    from citecheck.read.html_flow import Element


def collapsed(text: str) -> str:
    """White space in a row as one space, as a browser shows it; no-break spaces stay."""
    if "\n" in text:
        text = text.replace("\n", " ")
    if "\t" in text or "\r" in text or "\f" in text:
        text = text.replace("\t", " ").replace("\r", " ").replace("\f", " ")
    # All text is searched; from the end that takes a third less time. One place is often the only one.
    last = text.rfind("  ")
    if last < 0:
        return text
    before = text[: last + 1].rstrip(" ")
    rest = text[last + 1 :]
    return (_SPACES.sub(" ", before) if before.rfind("  ") >= 0 else before) + rest


_SPACES = re.compile("  +")


def hidden(attributes: Mapping[str, str | None]) -> bool:
    """Whether an element says that it is not shown."""
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    return style is not None and _hides(style)


@lru_cache(maxsize=4_096)
def _hides(style: str) -> bool:
    bare = style.replace(" ", "").lower()
    return "display:none" in bare or "visibility:hidden" in bare or "mso-hide:all" in bare


def is_page_number(said: frozenset[str], node: LexborNode) -> bool:
    """Whether an element that is called `said` shows where a page of the printed book begins: `[17]`."""
    return not said.isdisjoint(_PAGES) and len(node.text_content or "") <= LONGEST_PAGE


@lru_cache(maxsize=4_096)
def calls_a_note(said: frozenset[str]) -> bool:
    """Whether a link is called one that calls a note."""
    return any(map(_CALL.search, said))


def marked_label(node: LexborNode) -> str:
    """The label that a note in the midst of a sentence begins with, where an element says that it is one."""
    first = node.css_first(_MARKED_LABEL)
    return (first.text() or "").strip() if first is not None else ""


def words(attributes: Mapping[str, str | None]) -> frozenset[str]:
    """What an element is called: words of `class`, `role`, `epub:type`, lower case."""
    shown = attributes.get("class")
    if _SAYING.isdisjoint(attributes):
        return _split(shown) if shown else NO_WORDS
    said = f"{shown or ''} {attributes.get('role') or ''} {attributes.get('epub:type') or ''}"
    if "data-footnote-ref" in attributes:
        said += " footnote-ref"
    elif "data-footnote-backref" in attributes:
        said += " footnote-backref"
    return _split(said)


def count_entry(element: Element, attributes: dict[str, str | None]) -> None:
    """Numbers of a list: of an entry its own, of a list the one before its first."""
    said = attributes.get("value" if element.tag == "li" else "start") or ""
    number = int(said) if said.isdecimal() and len(said) < 7 else None
    if element.tag == "ol":
        element.ordinal = 0 if number is None else number - 1
    elif (parent := element.parent) is not None:
        parent.ordinal = parent.ordinal + 1 if number is None else number
        element.ordinal = parent.ordinal if parent.tag == "ol" else 0


@lru_cache(maxsize=4_096)
def telling(said: frozenset[str]) -> bool:
    """Whether some word may be about notes or links; what such words are is for others to say."""
    return any(map(_TELLING.search, said))


LONGEST_PAGE = 16
"""Characters of a page's number with its brackets and its word."""
_PAGES = frozenset(
    ("pagenum", "pageno", "page-num", "pagenumber", "page-number", "pagebreak", "page-break", "doc-pagebreak")
)
"""Names of the numbers of printed pages, of Project Gutenberg, EPUB 3 and others."""
_TELLING = re.compile("note|fn|ref|back|bib[il]|csl|edn|margin|aside|toggle")
_CALL = re.compile(r"(?:^|[-_])(?:doc-)?(?:noteref|fnref|footnote-ref|footnote-reference|footnoteref)$")
REPEATED = frozenset(("ltx_note_mark", "ltx_tag_note"))
"""What repeats a note's label in its own text (LaTeXML)."""
_MARKED_LABEL = "sup.ltx_note_mark"
_SAYING = frozenset(("role", "epub:type", "data-footnote-ref", "data-footnote-backref"))
"""Attributes other than `class` that say what an element is."""
NO_WORDS: frozenset[str] = frozenset()


@lru_cache(maxsize=4_096)
def _split(said: str) -> frozenset[str]:
    """A document uses few classes, each many times."""
    return frozenset(said.lower().split())
