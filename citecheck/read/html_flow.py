"""An HTML tree as running text: one string, and where in it each element that may matter begins and ends.

Notes in HTML are told by how elements point to each other, across files in an EPUB; with offsets into one
text that question no longer needs a tree. One walk without recursion, each node touched once, so that reading
stays near the time of parsing and any depth of nesting is survived.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from citecheck.read.direction import without_direction
from citecheck.read.html_attributes import (
    NO_WORDS,
    Words,
    hides,
    marked_label,
    words,
)  # fmt: skip
from citecheck.read.html_element import Element, SideNote, count_entry
from citecheck.read.html_walk import ASIDE_TAGS, MARKED, walk
from citecheck.read.html_white import WHITE, on_one_line, settled, sheltered

_HELD = frozenset(("blockquote", "li", "p", "table", "dd", "figure", "h1", "h2", "h3", "h4", "h5", "h6"))
"""Blocks that a side note put into them is read after."""
_ASIDE = re.compile(
    r"(?:^|[-_])(?:side-?note|footnote|fn)(?:$|[-_](?:text|content|body|inner|note)$|__note$)"
)
_MARGIN = re.compile(r"(?:^|[-_])margin-?(?:note|aside)$")
_CARDS = frozenset(("vcard", "h-card", "author", "n", "byline", "contact"))
"""Classes of and around a `fn` that is a name."""
_OWN_NUMBER = "sup:first-child,.sidenote-number"
SHORT = 12
"""Characters of a label at most; a longer text in an element of class `footnote` is the note itself."""


@dataclass(slots=True)
class Flow:
    """Text of one or several documents under construction."""

    parts: list[str] = field(default_factory=list)
    size: int = 0
    elements: list[Element] = field(default_factory=list)
    """In order of their beginnings."""
    named: list[tuple[str, Element]] = field(default_factory=list)
    """Those of them that a link may lead to, by each of their names,"""
    links: list[Element] = field(default_factory=list)
    """those that are links to such,"""
    marked: list[Element] = field(default_factory=list)
    """and those that are other links, headings, quotations, code;"""
    telling: list[Element] = field(default_factory=list)
    """those that may be about notes by what they are called;"""
    raised: list[Element] = field(default_factory=list)
    """and those that are set above the line."""
    side_notes: list[SideNote] = field(default_factory=list)
    asides: list[Element] = field(default_factory=list)
    """What holds the elements of each."""
    file: str = ""
    pause: int = 0
    """Line ends that are due,"""
    space: bool = False
    """a space that is due unless a line ends,"""
    pre: int = 0
    """and how many elements are open whose white space stays."""
    shelters: bool = False
    """Whether there were such."""
    _shown: int = 0
    _call: tuple[int, int, str] | None = None
    waiting: list[tuple[LexborNode, tuple[int, int, str] | None]] = field(default_factory=list)
    """Notes in the midst of sentences that are read later, each with its call."""
    aside: bool = False
    """Whether such a note is being read."""

    def add(self, tree: LexborHTMLParser, file: str = "") -> None:
        """Append the visible text of `tree`."""
        self.file = file
        self.pause = 2
        body = tree.body
        if body is None:
            return
        attributes = body.attributes
        whole = self.element("body", None, 0, words(attributes), attributes.get("id"))
        if "hidden" not in attributes and not hides(attributes.get("style") or ""):
            walk(self, body, whole)
            self._read_waiting()
        whole.end = self.size
        self.pause = 2

    def finish(self) -> str:
        """The text, white space in a row as one space, as a browser shows it; no-break spaces stay.

        To be called once, when all is added: until then places are those in a text that is not squeezed.
        """
        content, moved = settled("".join(self.parts), shelters=self.shelters)
        if moved is not None:
            for element in (*self.elements, *self.asides):
                element.start = moved(element.start)
                element.end = moved(element.end)
            for note in self.side_notes:
                note.call = moved(note.call[0]), moved(note.call[1])
                note.body = moved(note.body[0]), moved(note.body[1])
        return content

    def write(self, text: str) -> None:
        """Append `text` after the line end or space that is due."""
        text = text if text.isascii() else without_direction(text)
        if not text:
            return
        follows = False
        if not self.pre:
            bare = text.strip(WHITE)
            if len(bare) < len(text):
                self.space = self.space or not bare or text[0] != bare[0]
                if not bare:
                    return
                follows = text[-1] != bare[-1]
                text = bare
            text = on_one_line(text) if "\n" in text else text
        else:
            self.shelters = True
            text = sheltered(text)
        size = self.size
        if self.pause:
            if size:
                self.parts.append("\n\n" if self.pause > 1 else "\n")
                size += self.pause
            self.pause = 0
        elif self.space and size:
            self.parts.append(" ")
            size += 1
        self.space = follows
        self.parts.append(text)
        self.size = size + len(text)

    def element(
        self, tag: str, parent: Element | None, breaks: int, said: Words, name: str | None
    ) -> Element:
        """An element that begins here."""
        element = Element()
        element.tag = tag
        element.parent = parent
        element.start = self.size
        element.end = -1
        element.file = self.file
        element.href = ""
        element.words = said
        element.ordinal = 0
        element.breaks = breaks
        if name:
            element.ids = (name,)
            self.named.append((name, element))
        else:
            element.ids = ()
        self.elements.append(element)
        if said.telling:
            self.telling.append(element)
        return element

    def special(self, node: LexborNode, element: Element, attributes: dict[str, str | None]) -> bool:
        """What only some elements have; whether the contents are to be read here."""
        tag = element.tag
        if tag in MARKED:
            self.marked.append(element)
        if tag in ("li", "ol"):
            count_entry(element, attributes)
        elif tag == "pre":
            self.pre += 1
        elif tag == "label":
            return not self._label(node, element)
        elif tag in ASIDE_TAGS and not self.aside and self._is_aside(node, element):
            self.waiting.append((node, self._call))
            self._call = None
            return False
        return True

    def number(self, node: LexborNode) -> None:
        """Write the number of a link that calls a note and shows none."""
        if not (node.text() or "").strip():
            self._numbered()

    def leave(self, element: Element) -> None:
        """What is to be done at the end of an element besides the end of its line."""
        if element.tag == "pre":
            self.pre -= 1
        ends_line = element.breaks and element.tag != "br"
        if self.waiting and ends_line and not self.aside and not _held(element.parent):
            self._read_waiting()

    def _label(self, node: LexborNode, element: Element) -> bool:
        """Whether a `label` opens a side note; its number is then written here."""
        numbered = any("sidenote-number" in word or "footnote-number" in word for word in element.words)
        if not numbered and "margin-toggle" not in element.words:
            return False
        if numbered:
            self._call = self._numbered((node.text() or "").strip())
        return True

    def _numbered(self, shown: str = "") -> tuple[int, int, str]:
        """Write the number of a call that the style sheet would make."""
        self._shown += 1
        label = " ".join(without_direction(shown).split()) or str(self._shown)
        self.space = False
        self.write(label)
        return self.size - len(label), self.size, label

    def _is_aside(self, node: LexborNode, element: Element) -> bool:
        """Whether this is a note in the midst of a sentence: read after the paragraph it stands in."""
        if any(map(_MARGIN.search, element.words)):
            return True
        if element.tag[1] != "-" and not any(map(_ASIDE.search, element.words)):
            return False
        if "fn" in element.words and _is_name(node):
            return False
        own = marked_label(node) if self._call is None else ""
        if not own and len((node.text() or "").strip()) <= SHORT:
            return False
        if self._call is None and element.ids and not own:
            return False
        self._call = self._call or self._written(node) or self._numbered(own)
        return True

    def _written(self, node: LexborNode) -> tuple[int, int, str] | None:
        """The number just before a note that repeats it at its own beginning."""
        first = node.css_first(_OWN_NUMBER)
        label = (first.text() or "").strip(" .:[]()") if first is not None else ""
        before = self.parts[-1] if label and self.parts else ""
        if before.strip("[]() ") != label or not label:
            return None
        start = self.size - len(before) + before.index(label)
        return start, start + len(label), label

    def _read_waiting(self) -> None:
        self.aside = True
        for node, call in self.waiting:
            self.pause = 2
            whole = self.element("span", None, 0, NO_WORDS, None)
            self.asides.append(self.elements.pop())
            walk(self, node, whole)
            if call:
                self.side_notes.append(SideNote(call[:2], (whole.start, self.size), call[2]))
        self.pause = 2
        self.waiting.clear()
        self.aside = False


def _is_name(node: LexborNode) -> bool:
    """Whether an element of class `fn` is the formatted name of a visiting card (hCard, RFC 6350) and no
    footnote."""
    above = node.parent
    return any(
        not _CARDS.isdisjoint((one.attributes.get("class") or "").lower().split())
        for one in (node, above, above.parent if above is not None else None)
        if one is not None
    )


def _held(element: Element | None) -> bool:
    """Whether a side note waits for the end of an element or of one around it."""
    while element is not None:
        if element.tag in _HELD:
            return True
        element = element.parent
    return False
