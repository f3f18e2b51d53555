"""An HTML tree as running text: one string, and where in it each element that may matter begins and ends.

Notes in HTML are told by how elements point to each other, across files in an EPUB; with offsets into one
text that question no longer needs a tree. One walk without recursion, each node touched once, so that reading
stays near the time of parsing and any depth of nesting is survived.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from citecheck.read.html import BLOCKS, INVISIBLE
from citecheck.read.html_attributes import collapsed, hidden, words

_BREAKS = dict.fromkeys(BLOCKS.split(","), 2)
_BREAKS |= dict.fromkeys(("br", "button", "caption", "dd", "div", "dt", "li", "summary", "td", "th", "tr"), 1)
"""Line ends that a block asks for on both sides: two make a blank line."""
_INVISIBLE = frozenset(INVISIBLE) | {"input", "meta", "link", "title", "base"}
_HELD = frozenset(("blockquote", "li", "p", "table", "dd", "figure", "h1", "h2", "h3", "h4", "h5", "h6"))
"""Blocks that a side note put into them is read after."""
_ASIDE_TAGS = frozenset(("span", "small", "d-footnote", "x-footnote"))
_ASIDE = re.compile(
    r"(?:^|[-_])(?:side-?note|footnote|fn)(?:$|[-_](?:text|content|body|inner|note)$|__note$)"
)
_MARGIN = re.compile(r"(?:^|[-_])margin-?(?:note|aside)$")
_CALL = re.compile(r"(?:^|[-_])(?:doc-)?(?:noteref|fnref|footnote-ref|footnote-reference|footnoteref)$")
SHORT = 12
"""Characters of a label at most; a longer text in an element of class `footnote` is the note itself."""


@dataclass(slots=True, eq=False)
class Element:
    """An element that is a block or has an attribute of interest; `start`, `end` point into the text."""

    tag: str
    depth: int
    parent: Element | None
    start: int
    end: int = -1
    file: str = ""
    ids: tuple[str, ...] = ()
    href: str = ""
    words: frozenset[str] = frozenset()
    """Words of `class`, `role` and `epub:type`, lower case."""
    ordinal: int = 0
    """Shown number of an entry of a numbered list; of the list itself, of its last entry."""

    @property
    def block(self) -> bool:
        return self.tag in _BREAKS


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
        whole = self._record("body", body.attributes, 0, None)
        if not hidden(body.attributes):
            self._walk(body, whole)
            self._read_waiting()
        whole.end = self.size
        self._break = 2

    def write(self, text: str) -> None:
        """Append `text`, white space in a row as one space, after the line end or space that is due."""
        if not self._pre:
            if "\n" in text or "  " in text or "\t" in text or "\r" in text or "\f" in text:
                text = collapsed(text)
            if text[:1] == " ":
                self._space = True
                text = text[1:]
            if not text:
                return
        if self.size:
            due = "\n\n"[: self._break] if self._break else " " if self._space else ""
            if due:
                self.parts.append(due)
                self.size += len(due)
        self._break = 0
        self._space = text[-1:] == " " and not self._pre
        if self._space:
            text = text[:-1]
        self.parts.append(text)
        self.size += len(text)

    def _walk(self, root: LexborNode, whole: Element) -> None:
        """All that stands below `root`."""
        node = root.first_child
        depth = 1
        opened = [whole]
        while node is not None:
            tag = node.tag or ""
            below = None
            if tag == "-text":
                self.write(node.text_content or "")
            elif (
                tag[:1] not in ("-", "!") and tag not in _INVISIBLE and self._enter(node, tag, depth, opened)
            ):
                below = node.first_child
            if below is not None:
                node = below
                depth += 1
                continue
            while True:
                while opened[-1].depth >= depth:
                    self._leave(opened)
                after = node.next
                if after is not None:
                    node = after
                    break
                node = node.parent
                depth -= 1
                if node is None or depth < 1:
                    return

    def _enter(self, node: LexborNode, tag: str, depth: int, opened: list[Element]) -> bool:
        """Take note of an element; whether its contents are to be read."""
        attributes = node.attributes
        due = _BREAKS.get(tag, 0)
        if not attributes and not due and tag not in ("sup", "code", "d-footnote", "x-footnote"):
            return True
        if attributes and hidden(attributes):
            return False
        if due:
            self._break = 2 if tag == "br" and self._break else max(self._break, due)
        element = self._record(tag, attributes, depth, opened[-1])
        if tag == "label" and self._label(node, element):
            return False
        if not self._aside and self._is_aside(node, element):
            self._waiting.append((node, self._call))
            self._call = None
            return False
        opened.append(element)
        if tag == "pre":
            self._pre += 1
        if tag == "a" and element.href and any(map(_CALL.search, element.words)):
            self._number_if_empty(node)
        return True

    def _leave(self, opened: list[Element]) -> None:
        element = opened.pop()
        element.end = self.size
        due = _BREAKS.get(element.tag, 0)
        if element.tag == "pre":
            self._pre -= 1
        if due and element.tag != "br":
            self._break = max(self._break, due)
            if self._waiting and not self._aside and not any(other.tag in _HELD for other in opened):
                self._read_waiting()

    def _record(
        self, tag: str, attributes: dict[str, str | None], depth: int, parent: Element | None
    ) -> Element:
        element = Element(tag, depth, parent, self.size, -1, self.file)
        if attributes:
            get = attributes.get
            if name := get("id"):
                element.ids = (name,)
            if tag == "a":
                if name := get("name"):
                    element.ids = (*element.ids, name)
                element.href = (get("href") or "").strip()
            element.words = words(attributes)
        if tag == "li" and parent is not None:
            value = attributes.get("value") or ""
            parent.ordinal = int(value) if value.isdecimal() and len(value) < 7 else parent.ordinal + 1
            element.ordinal = parent.ordinal if parent.tag == "ol" else 0
        elif tag == "ol" and (start := attributes.get("start") or "").isdecimal() and len(start) < 7:
            element.ordinal = int(start) - 1
        self.elements.append(element)
        return element

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

    def _number_if_empty(self, node: LexborNode) -> None:
        if not (node.text() or "").strip():
            self._numbered()

    def _is_aside(self, node: LexborNode, element: Element) -> bool:
        """Whether this is a note in the midst of a sentence: read after the paragraph it stands in."""
        if element.tag not in _ASIDE_TAGS:
            return False
        if any(map(_MARGIN.search, element.words)):
            return True
        if element.tag[1] != "-" and not any(map(_ASIDE.search, element.words)):
            return False
        if len((node.text() or "").strip()) <= SHORT:
            return False
        if self._call is None and element.ids:
            return False
        self._call = self._call or self._numbered()
        return True

    def _read_waiting(self) -> None:
        self._aside = True
        for node, call in self._waiting:
            self._break = 2
            whole = Element("span", 0, None, self.size, file=self.file)
            self._walk(node, whole)
            if call:
                self.side_notes.append(SideNote(call[:2], (whole.start, self.size), call[2]))
        self._break = 2
        self._waiting.clear()
        self._aside = False
