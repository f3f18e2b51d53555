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
from citecheck.read.html import BLOCKS, INVISIBLE
from citecheck.read.html_attributes import (
    NO_WORDS,
    REPEATED,
    UNSHOWN,
    Words,
    calls_a_note,
    hides,
    is_page_number,
    marked_label,
    said_of,
    split,
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
_SPECIAL = _ASIDE_TAGS | _MARKED | {"label", "li", "ol", "sup"}
_ASIDE = re.compile(
    r"(?:^|[-_])(?:side-?note|footnote|fn)(?:$|[-_](?:text|content|body|inner|note)$|__note$)"
)
_MARGIN = re.compile(r"(?:^|[-_])margin-?(?:note|aside)$")
_BARE = frozenset(("a", "label", "sup", "code", "d-footnote", "x-footnote"))
"""Inline elements that matter whatever they say of themselves."""
_TRANSPARENT = (0, False, False)
_KINDS: dict[str, tuple[int, bool, bool]] = {
    **{tag: (0, tag in _BARE, tag in _SPECIAL) for tag in _BARE | _SPECIAL},
    **{tag: (lines, True, tag in _SPECIAL) for tag, lines in _BREAKS.items()},
    **dict.fromkeys(("", *_INVISIBLE, "-comment", "-text", "!doctype", "-document"), (-1, False, False)),
}
"""Line ends, -1 for what is passed over; whether an element matters whatever it says of itself; whether
`_special` has more to do."""
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
    """and those that are links, headings, quotations, code;"""
    telling: list[Element] = field(default_factory=list)
    """those that may be about notes by what they are called;"""
    raised: list[Element] = field(default_factory=list)
    """and those that are set above the line."""
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
        if said.telling:
            self.telling.append(element)
        return element

    def _walk(self, root: LexborNode, whole: Element) -> None:
        """All that stands below `root`. What a plain text and most elements need is done here as `write`,
        `element` and `_special` do it."""
        element, node, above = whole, root.first_child, list[tuple[LexborNode, Element]]()
        size, pause, space, pre = self.size, self._break, self._space, self._pre
        add, enter, aside, waiting = self.parts.append, self.elements.append, self._aside, self._waiting
        while True:
            while node is not None:
                text, inner = node.text_content, element
                if text is None:
                    tag, name, said = node.tag or "", None, NO_WORDS
                    due, matters, special = _KINDS.get(tag, _TRANSPARENT)
                    if due < 0:
                        node = node.next
                        continue
                    if attributes := node.attributes:
                        if len(attributes) > 1:
                            name, said = attributes.get("id"), said_of(attributes)
                        elif called := attributes.get("class"):
                            said = split(called)
                        elif style := attributes.get("style"):
                            said = UNSHOWN if hides(style) else NO_WORDS
                        else:
                            name, said = attributes.get("id"), said_of(attributes)
                        if (
                            said is UNSHOWN
                            or (said.page and is_page_number(said, node))
                            or (aside and not REPEATED.isdisjoint(said))
                        ):
                            node = node.next
                            continue
                    if due > pause:
                        pause = due
                    elif tag == "br":
                        pause = 2
                    if matters or name or said.telling:
                        inner = Element()
                        inner.tag = tag
                        inner.parent = element
                        inner.start = size
                        inner.end = -1
                        inner.file = self.file
                        inner.href = ""
                        inner.words = said
                        inner.ordinal = 0
                        inner.breaks = due
                        inner.ids = ()
                        if name:
                            inner.ids = (name,)
                            self.named.append(inner)
                        enter(inner)
                        if said.telling:
                            self.telling.append(inner)
                        if not special:
                            pass
                        elif tag == "sup":
                            self.raised.append(inner)
                        elif tag == "a" and not said.telling:
                            self._link(inner, attributes)
                        else:
                            self.size, self._break, self._space = size, pause, space
                            entered = self._special(node, inner, attributes)
                            size, pause, space, pre = self.size, self._break, self._space, self._pre
                            if not entered:
                                node = node.next
                                continue
                    child = node.first_child
                    if child is None:
                        text = ""
                    elif pre or child.next is not None or (text := child.text_content) is None:
                        above.append((node, element))
                        node, element = child, inner
                        continue
                if text == "\n" and not pre:
                    space = True
                elif pre and text:
                    self.size, self._break, self._space = size, pause, space
                    self.write(text)
                    size, pause, space = self.size, self._break, self._space
                elif text:
                    if not text.isascii():
                        text = without_direction(text)
                    bare, follows = text.strip(_WHITE), False
                    if len(bare) < len(text):
                        space = space or not bare or text[0] != bare[0]
                        if bare:
                            follows = text[-1] != bare[-1]
                        text = bare
                    if text:
                        if "\n" in text:
                            text = text.replace("\n", " ")
                        if "\t" in text or "\r" in text or "\f" in text:
                            text = text.replace("\t", " ").replace("\r", " ").replace("\f", " ")
                        # All text is searched; from the end that takes a third less time.
                        if text.rfind("  ") >= 0:
                            text = _SPACES.sub(" ", text)
                        if pause:
                            if size:
                                add("\n\n" if pause > 1 else "\n")
                                size += pause
                            pause = 0
                        elif space and size:
                            add(" ")
                            size += 1
                        space = follows
                        add(text)
                        size += len(text)
                if inner is not element:
                    inner.end = size
                    if inner.breaks > pause:
                        pause = inner.breaks
                    if waiting or inner.tag == "pre":
                        self.size, self._break, self._space = size, pause, space
                        self._leave(inner)
                        size, pause, space, pre = self.size, self._break, self._space, self._pre
                node = node.next
            if not above:
                break
            left = element
            node, element = above.pop()
            node = node.next
            if left is not element:
                left.end = size
                if left.breaks > pause:
                    pause = left.breaks
                if waiting or left.tag == "pre":
                    self.size, self._break, self._space = size, pause, space
                    self._leave(left)
                    size, pause, space, pre = self.size, self._break, self._space, self._pre
        self.size, self._break, self._space = size, pause, space

    def _special(self, node: LexborNode, element: Element, attributes: dict[str, str | None]) -> bool:
        """What only some elements have; whether the contents are to be read here."""
        tag = element.tag
        if tag in _MARKED and tag != "a":
            self.marked.append(element)
        if tag == "a":
            self._link(element, attributes)
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

    def _link(self, element: Element, attributes: dict[str, str | None]) -> None:
        """Take note of a link, or of a place that is named by one."""
        self.marked.append(element)
        if name := attributes.get("name"):
            if not element.ids:
                self.named.append(element)
            element.ids = (*element.ids, name)
        if href := attributes.get("href"):
            element.href = (href if href.isascii() else without_direction(href.strip())).strip()

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
