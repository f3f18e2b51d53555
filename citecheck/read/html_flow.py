"""An HTML tree as running text: one string, and where in it each element that may matter begins and ends.

Notes in HTML are told by how elements point to each other, across files in an EPUB; with offsets into one
text that question no longer needs a tree. One walk without recursion, each node touched once, so that reading
stays near the time of parsing and any depth of nesting is survived.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from citecheck.read.direction import without_direction
from citecheck.read.html import BLOCKS, INVISIBLE
from citecheck.read.html_attributes import (
    NO_WORDS,
    REPEATED,
    Words,
    calls_a_note,
    hides,
    is_page_number,
    marked_label,
    words,
)  # fmt: skip
from citecheck.read.html_element import Element, SideNote, count_entry

_BREAKS = dict.fromkeys(BLOCKS.split(","), 2)
_BREAKS |= dict.fromkeys(("br", "button", "caption", "dd", "div", "dt", "li", "summary", "td", "th", "tr"), 1)
"""Line ends that a block asks for on both sides: two make a blank line."""
_INVISIBLE = frozenset(INVISIBLE) | {"input", "meta", "link", "title", "base"}
_MARKED = frozenset(("a", "blockquote", "code", "h1", "h2", "h3", "h4", "h5", "h6", "pre"))
"""What is a mark by its name alone."""
_HELD = frozenset(("blockquote", "li", "p", "table", "dd", "figure", "h1", "h2", "h3", "h4", "h5", "h6"))
"""Blocks that a side note put into them is read after."""
_ASIDE_TAGS = frozenset(("span", "small", "d-footnote", "x-footnote"))
_SPECIAL = _ASIDE_TAGS | _MARKED | {"label", "li", "ol"}
_DUE = _BREAKS | dict.fromkeys((*_INVISIBLE, "-comment", "-text", "!doctype", "-document"), -1)
"""Line ends; -1 for what is passed over."""
_ASIDE = re.compile(
    r"(?:^|[-_])(?:side-?note|footnote|fn)(?:$|[-_](?:text|content|body|inner|note)$|__note$)"
)
_MARGIN = re.compile(r"(?:^|[-_])margin-?(?:note|aside)$")
_BARE = frozenset(("a", "label", "sup", "code", "d-footnote", "x-footnote"))
"""Inline elements that matter whatever they say of themselves."""
_WHITE = " \n\t\r\f"
_SPACES = re.compile("  +")
SHORT = 12
"""Characters of a label at most; a longer text in an element of class `footnote` is the note itself."""


@dataclass(slots=True)
class Flow:
    """Text of one or several documents under construction."""

    parts: list[str] = field(default_factory=list)
    size: int = 0
    elements: list[Element] = field(default_factory=list)
    """In order of their beginnings."""
    named: list[Element] = field(default_factory=list)
    """Those of them that a link may lead to,"""
    marked: list[Element] = field(default_factory=list)
    """and those that are links, headings, quotations, code."""
    side_notes: list[SideNote] = field(default_factory=list)
    file: str = ""
    _break: int = 0
    _space: bool = False
    _pre: int = 0
    _shown: int = 0
    _call: tuple[int, int, str] | None = None
    _waiting: list[tuple[LexborNode, tuple[int, int, str] | None]] = field(default_factory=list)
    _aside: bool = False

    @property
    def content(self) -> str:
        return "".join(self.parts)

    def add(self, tree: LexborHTMLParser, file: str = "") -> None:
        """Append the visible text of `tree`."""
        self.file = file
        self._break = 2
        body = tree.body
        if body is None:
            return
        attributes = body.attributes
        whole = self.element("body", None, 0, words(attributes), attributes.get("id"))
        if "hidden" not in attributes and not hides(attributes.get("style") or ""):
            self._walk(body, whole)
            self._read_waiting()
        whole.end = self.size
        self._break = 2

    def write(self, text: str) -> None:
        """Append `text` after the line end or space that is due, white space in a row as one space, as a
        browser shows it; no-break spaces stay."""
        text = text if text.isascii() else without_direction(text)
        if not text:
            return
        follows = False
        if not self._pre:
            bare = text.strip(_WHITE)
            if len(bare) < len(text):
                self._space = self._space or not bare or text[0] != bare[0]
                if not bare:
                    return
                follows = text[-1] != bare[-1]
                text = bare
            if "\n" in text:
                text = text.replace("\n", " ")
            if "\t" in text or "\r" in text or "\f" in text:
                text = text.replace("\t", " ").replace("\r", " ").replace("\f", " ")
            # All text is searched; from the end that takes a third less time.
            if text.rfind("  ") >= 0:
                text = _SPACES.sub(" ", text)
        size = self.size
        if self._break:
            if size:
                self.parts.append("\n\n" if self._break > 1 else "\n")
                size += self._break
            self._break = 0
        elif self._space and size:
            self.parts.append(" ")
            size += 1
        self._space = follows
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
            self.named.append(element)
        else:
            element.ids = ()
        self.elements.append(element)
        return element

    def _walk(self, root: LexborNode, whole: Element) -> None:
        """All that stands below `root`."""
        element = whole
        nodes = root.iter(include_text=True)
        above: list[tuple[Iterator[LexborNode], Element]] = []
        while True:
            for node in nodes:
                text = node.text_content
                if text is not None:
                    if text == "\n" and not self._pre:
                        self._space = True
                    elif text:
                        self.write(text)
                elif (
                    (tag := node.tag)
                    and (due := _DUE.get(tag, 0)) >= 0
                    and (entered := self._enter(node, tag, due, element))
                ):
                    above.append((nodes, element))
                    nodes, element = node.iter(include_text=True), entered
                    break
            else:
                if not above:
                    return
                left = element
                nodes, element = above.pop()
                if left is not element:
                    left.end = self.size
                    if left.breaks > self._break:
                        self._break = left.breaks
                    if self._waiting or left.tag == "pre":
                        self._leave(left)

    def _enter(self, node: LexborNode, tag: str, due: int, parent: Element) -> Element | None:
        """Take note of an element: `parent` where it says nothing, `None` where it is not to be read."""
        attributes = node.attributes
        said, name = NO_WORDS, None
        if attributes:
            name, style = attributes.get("id"), attributes.get("style")
            if style and hides(style):
                return None
            if len(attributes) > (name is not None) + (style is not None) + ("href" in attributes):
                if "hidden" in attributes:
                    return None
                said = words(attributes)
                if is_page_number(said, node) or (self._aside and not REPEATED.isdisjoint(said)):
                    return None
        if due:
            if due > self._break:
                self._break = due
            elif tag == "br":
                self._break = 2
        elif not name and not said.telling and tag not in _BARE:
            return parent
        element = self.element(tag, parent, due, said, name)
        if tag in _SPECIAL and not self._special(node, element, attributes):
            return None
        return element

    def _special(self, node: LexborNode, element: Element, attributes: dict[str, str | None]) -> bool:
        """What only some elements have; whether the contents are to be read here."""
        tag = element.tag
        if tag in _MARKED:
            self.marked.append(element)
        if tag == "a":
            if name := attributes.get("name"):
                if not element.ids:
                    self.named.append(element)
                element.ids = (*element.ids, name)
            href = (attributes.get("href") or "").strip()
            element.href = href if href.isascii() else without_direction(href).strip()
            calls = element.words and element.href and calls_a_note(element.words)
            if calls and not (node.text() or "").strip():
                self._numbered()
        elif tag in ("li", "ol"):
            count_entry(element, attributes)
        elif tag == "pre":
            self._pre += 1
        elif tag == "label":
            return not self._label(node, element)
        elif tag in _ASIDE_TAGS and not self._aside and self._is_aside(node, element):
            self._waiting.append((node, self._call))
            self._call = None
            return False
        return True

    def _leave(self, element: Element) -> None:
        """What is to be done at the end of an element besides the end of its line."""
        if element.tag == "pre":
            self._pre -= 1
        ends_line = element.breaks and element.tag != "br"
        if self._waiting and ends_line and not self._aside and not _held(element.parent):
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
        label = shown or str(self._shown)
        self._space = False
        self.write(label)
        return self.size - len(label), self.size, label

    def _is_aside(self, node: LexborNode, element: Element) -> bool:
        """Whether this is a note in the midst of a sentence: read after the paragraph it stands in."""
        if any(map(_MARGIN.search, element.words)):
            return True
        if element.tag[1] != "-" and not any(map(_ASIDE.search, element.words)):
            return False
        own = marked_label(node) if self._call is None else ""
        if not own and len((node.text() or "").strip()) <= SHORT:
            return False
        if self._call is None and element.ids and not own:
            return False
        self._call = self._call or self._numbered(own)
        return True

    def _read_waiting(self) -> None:
        self._aside = True
        for node, call in self._waiting:
            self._break = 2
            whole = self.element("span", None, 0, NO_WORDS, None)
            self.elements.pop()
            self._walk(node, whole)
            if call:
                self.side_notes.append(SideNote(call[:2], (whole.start, self.size), call[2]))
        self._break = 2
        self._waiting.clear()
        self._aside = False


def _held(element: Element | None) -> bool:
    """Whether a side note waits for the end of an element or of one around it."""
    while element is not None:
        if element.tag in _HELD:
            return True
        element = element.parent
    return False
