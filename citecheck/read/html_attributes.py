"""What an HTML element says of itself in its attributes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from selectolax.lexbor import LexborNode


@lru_cache(maxsize=4_096)
def hides(style: str) -> bool:
    """Whether a `style` says that its element is not shown."""
    bare = style.replace(" ", "").lower()
    if "mso-" in bare and ("mso-hide:all" in bare or "mso-element:comment" in bare):
        return True
    return "display:none" in bare or "visibility:hidden" in bare


class Words(frozenset[str]):
    """What an element is called, judged once: a document uses few classes, each many times."""

    __slots__ = (
        "back", "call", "endnote", "entry", "judged", "named_entry", "note", "numbered", "page", "telling",
    )  # fmt: skip
    judged: bool
    """Whether it is to be judged at all: it says more than how something looks."""
    page: bool
    """Whether it may show where a page of the printed book begins: `[17]`."""
    telling: bool
    """Whether some word may be about notes or links, as all below are."""
    back: bool
    """A way back to a call."""
    call: bool
    """The call of a note or of an entry in a list of sources."""
    numbered: bool
    """A call whose number the style sheet may make."""
    note: bool
    """A note, or an entry in a list of sources."""
    endnote: bool
    """A note at the end, or a list of such."""
    entry: bool
    """An entry in a list of sources, or the call of one."""
    named_entry: bool
    """An entry, not its call."""


def is_page_number(said: Words, node: LexborNode) -> bool:
    """Whether an element that is called `said` shows where a page of the printed book begins: `[17]`."""
    if not said.page:
        return False
    letters = 0
    for count, part in enumerate(node.traverse(include_text=True)):
        text = (part.text_content or "").strip()
        letters += sum(map(str.isalpha, text[:MOST_PARTS]))
        if letters > LONGEST_PAGE or len(text) > MOST_PARTS or count > MOST_PARTS:
            return False
    return True


def marked_label(node: LexborNode) -> str:
    """The label that a note in the midst of a sentence begins with, where an element says that it is one."""
    first = node.css_first(_MARKED_LABEL)
    return (first.text() or "").strip() if first is not None else ""


def words(attributes: Mapping[str, str | None]) -> Words:
    """What an element is called: words of `class`, `role`, `epub:type`, lower case."""
    shown = attributes.get("class")
    if _SAYING.isdisjoint(attributes):
        return split(shown) if shown else NO_WORDS
    said = f"{shown or ''} {attributes.get('role') or ''} {attributes.get('epub:type') or ''}"
    if "data-footnote-ref" in attributes:
        said += " footnote-ref"
    elif "data-footnote-backref" in attributes:
        said += " footnote-backref"
    return split(said)


def said_of(attributes: Mapping[str, str | None]) -> Words:
    """What an element is called; `UNSHOWN` where it says that it is not shown."""
    if (style := attributes.get("style")) and hides(style):
        return UNSHOWN
    if len(attributes) == ("id" in attributes) + (style is not None) + ("href" in attributes):
        return NO_WORDS
    if "hidden" in attributes:
        return UNSHOWN
    if "class" in attributes and _SAYING.isdisjoint(attributes):
        return split(attributes["class"] or "")
    return words(attributes)


LONGEST_PAGE = 16
"""Letters of a page's number and its word. What has more begins a new page when printed
(`<div class="page-break">` around a chapter)."""
MOST_PARTS = 32
"""Elements and texts in it, and characters of each: several pages may begin at one place."""
_PAGES = frozenset(
    ("pagenum", "pageno", "page-num", "pagenumber", "page-number", "pagebreak", "page-break", "doc-pagebreak")
)
"""Names of the numbers of printed pages, of Project Gutenberg, EPUB 3 and others."""
_TELLING = re.compile("note|fn|ref|back|bib[il]|csl|edn|margin|aside|toggle")
_NUMBERED = re.compile(r"(?:^|[-_])(?:doc-)?(?:noteref|fnref|footnote-ref|footnote-reference|footnoteref)$")
_BACK = re.compile(r"(?:^|[-_])back(?:$|[-_]?(?:link|ref|refs)$)|referrer|^doc-backlink$|backref|backlink")
_ENDNOTE = re.compile(r"endnote|rearnote|_edn|edn\d")
CALLS = frozenset(("noteref", "doc-noteref", "footnote-ref", "biblioref", "doc-biblioref"))
NOTES = frozenset((
    "footnote", "endnote", "rearnote", "note", "doc-footnote", "doc-endnote", "biblioentry",
    "doc-biblioentry",
))  # fmt: skip
NAMED_ENTRIES = frozenset(("biblioentry", "doc-biblioentry", "csl-entry", "ltx_bibitem", "bibitem"))
"""Of EPUB, of CSL processors, of LaTeXML and of TeX4ht."""
ENTRIES = NAMED_ENTRIES | {"biblioref", "doc-biblioref"}
REPEATED = frozenset(("ltx_note_mark", "ltx_tag_note", "sidenote-number"))
"""What repeats a note's label in its own text (LaTeXML, Zola)."""
_MARKED_LABEL = "sup.ltx_note_mark"
_REMARKS = frozenset(("msocomtxt", "msocomanchor", "msocomoff"))
"""Remarks of reviewers and what leads to them and back, in HTML of Word."""
_SAYING = frozenset(("role", "epub:type", "data-footnote-ref", "data-footnote-backref"))
"""Attributes other than `class` that say what an element is."""


@lru_cache(maxsize=4_096)
def split(said: str) -> Words:
    """The words of an attribute."""
    found = Words(said.lower().split())
    return UNSHOWN if not found.isdisjoint(_REMARKS) else _judged(found)


def _judged(found: Words) -> Words:
    found.page = not found.isdisjoint(_PAGES)
    found.telling = any(map(_TELLING.search, found))
    found.judged = found.page or found.telling
    found.back = any(map(_BACK.search, found))
    found.call = not found.isdisjoint(CALLS)
    found.numbered = any(map(_NUMBERED.search, found))
    found.note = not found.isdisjoint(NOTES)
    found.endnote = any(map(_ENDNOTE.search, found))
    found.entry = not found.isdisjoint(ENTRIES)
    found.named_entry = not found.isdisjoint(NAMED_ENTRIES)
    return found


UNSHOWN = _judged(Words())
"""Of what is not shown, which is told from others as itself, not by what it holds."""
UNSHOWN.judged = True
NO_WORDS = split("")
