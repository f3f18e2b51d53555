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
    calls_a_note,
    collapsed,
    count_entry,
    hidden,
    is_page_number,
    marked_label,
    telling,
    words,
)  # fmt: skip

_BREAKS = dict.fromkeys(BLOCKS.split(","), 2)
_BREAKS |= dict.fromkeys(("br", "button", "caption", "dd", "div", "dt", "li", "summary", "td", "th", "tr"), 1)
"""Line ends that a block asks for on both sides: two make a blank line."""
_INVISIBLE = frozenset(INVISIBLE) | {"input", "meta", "link", "title", "base"}
_HELD = frozenset(("blockquote", "li", "p", "table", "dd", "figure", "h1", "h2", "h3", "h4", "h5", "h6"))
"""Blocks that a side note put into them is read after."""
_ASIDE_TAGS = frozenset(("span", "small", "d-footnote", "x-footnote"))
_PASSED = _INVISIBLE | {"-comment", "!doctype", "-document"}
_SPECIAL = _ASIDE_TAGS | {"a", "label", "li", "ol", "pre"}
_ASIDE = re.compile(
    r"(?:^|[-_])(?:side-?note|footnote|fn)(?:$|[-_](?:text|content|body|inner|note)$|__note$)"
)
_MARGIN = re.compile(r"(?:^|[-_])margin-?(?:note|aside)$")
_BARE = frozenset(("a", "label", "sup", "code", "d-footnote", "x-footnote"))
"""Inline elements that matter whatever they say of themselves."""
SHORT = 12
"""Characters of a label at most; a longer text in an element of class `footnote` is the note itself."""


class Element:
    """An element that is a block or has an attribute of interest; `start`, `end` point into the text."""

    # Written out: a book has some ten thousand of them, and a generated constructor takes thrice as long.
    __slots__ = (
        "block", "breaks", "end", "file", "href", "ids", "ordinal", "parent", "start", "tag", "words",
    )  # fmt: skip

    tag: str
    parent: Element | None
    start: int
    end: int
    file: str
    ids: tuple[str, ...]
    href: str
    words: frozenset[str]
    """Words of `class`, `role` and `epub:type`, lower case."""
    ordinal: int
    """Shown number of an entry of a numbered list; of the list itself, of its last entry."""
    breaks: int
    """Line ends that it asks for on both sides."""
    block: bool

    def __init__(self, tag: str, parent: Element | None, start: int, file: str, breaks: int) -> None:
        self.tag = tag
        self.parent = parent
        self.start = start
        self.end = -1
        self.file = file
        self.ids = ()
        self.href = ""
        self.words = NO_WORDS
        self.ordinal = 0
        self.breaks = breaks
        self.block = breaks > 0


@dataclass(frozen=True, slots=True)
class SideNote:
    """A note that stands in the text itself, its number made by the style sheet."""

    call: tuple[int, int]
    body: tuple[int, int]
    label: str


@dataclass(slots=True)
class Flow:
    """Text of one or several documents under construction."""

    parts: list[str] = field(default_factory=list)
    size: int = 0
    elements: list[Element] = field(default_factory=list)
    """In order of their beginnings."""
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
        whole = Element("body", None, self.size, self.file, 0)
        whole.ids = (name,) if (name := body.attributes.get("id")) else ()
        whole.words = words(body.attributes)
        self.elements.append(whole)
        if not hidden(body.attributes):
            self._walk(body, whole)
            self._read_waiting()
        whole.end = self.size
        self._break = 2

    def write(self, text: str) -> None:
        """Append `text`, white space in a row as one space, after the line end or space that is due."""
        text = text if text.isascii() else without_direction(text)
        if not text:
            return
        if not self._pre:
            text = collapsed(text)
            if text[0] == " ":
                self._space = True
                text = text[1:]
                if not text:
                    return
        if self._break:
            if self.size:
                self.parts.append("\n\n"[: self._break])
                self.size += self._break
            self._break = 0
        elif self._space and self.size:
            self.parts.append(" ")
            self.size += 1
        if text[-1] == " " and not self._pre:
            self._space = True
            text = text[:-1]
        else:
            self._space = False
        self.parts.append(text)
        self.size += len(text)

    def _walk(self, root: LexborNode, whole: Element) -> None:
        """All that stands below `root`."""
        opened = [whole]
        above: list[tuple[LexborNode | None, bool]] = []
        node = root.first_child
        while node is not None or above:
            if node is None:
                node, leaves = above.pop()
                if leaves:
                    element = opened.pop()
                    element.end = self.size
                    if element.breaks:
                        self._leave(element, opened)
                continue
            tag = node.tag
            after = node.next
            if tag == "-text":
                text = node.text_content
                if text == "\n" and not self._pre:
                    self._space = True
                elif text:
                    self.write(text)
            elif tag and tag not in _PASSED:
                parent = opened[-1]
                entered = self._enter(node, tag, parent)
                if entered is not None:
                    above.append((after, entered is not parent))
                    if entered is not parent:
                        opened.append(entered)
                    node = node.first_child
                    continue
            node = after

    def _enter(self, node: LexborNode, tag: str, parent: Element) -> Element | None:
        """Take note of an element: `parent` where it says nothing, `None` where it is not to be read."""
        attributes = node.attributes
        due = _BREAKS.get(tag, 0)
        said, name = NO_WORDS, None
        if attributes:
            if ("style" in attributes or "hidden" in attributes) and hidden(attributes):
                return None
            said, name = words(attributes), attributes.get("id")
            if said and (is_page_number(said, node) or (self._aside and not REPEATED.isdisjoint(said))):
                return None
        if not due and tag not in _BARE and not name and not (said and telling(said)):
            return parent
        if due > self._break or tag == "br":
            self._break = 2 if tag == "br" and self._break else due
        element = Element(tag, parent, self.size, self.file, due)
        self.elements.append(element)
        element.words = said
        if name:
            element.ids = (name,)
        if tag in _SPECIAL and not self._special(node, element, attributes):
            return None
        return element

    def _special(self, node: LexborNode, element: Element, attributes: dict[str, str | None]) -> bool:
        """What only some elements have; whether the contents are to be read here."""
        tag = element.tag
        if tag == "a":
            if name := attributes.get("name"):
                element.ids = (*element.ids, name)
            element.href = without_direction(attributes.get("href") or "").strip()
            calls = element.words and element.href and calls_a_note(element.words)
            if calls and not (node.text() or "").strip():
                self._numbered()
        elif tag in ("li", "ol"):
            count_entry(element, attributes)
        elif tag == "pre":
            self._pre += 1
        elif tag == "label":
            return not self._label(node, element)
        elif not self._aside and self._is_aside(node, element):
            self._waiting.append((node, self._call))
            self._call = None
            return False
        return True

    def _leave(self, element: Element, opened: list[Element]) -> None:
        """A block ends; `opened`: those around it."""
        tag = element.tag
        if tag == "br":
            return
        if element.breaks > self._break:
            self._break = element.breaks
        if tag == "pre":
            self._pre -= 1
        if self._waiting and not self._aside and not any(other.tag in _HELD for other in opened):
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
            whole = Element("span", None, self.size, self.file, 0)
            self._walk(node, whole)
            if call:
                self.side_notes.append(SideNote(call[:2], (whole.start, self.size), call[2]))
        self._break = 2
        self._waiting.clear()
        self._aside = False
