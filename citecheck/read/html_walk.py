"""The way through an HTML tree: from node to node, without recursion and with few calls.

A call a node takes a fifth of the time of reading a book; so what most nodes need is done on the way, and
what few need by methods of the text that is being put together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from selectolax.lexbor import LexborNode

from citecheck.read.direction import without_direction
from citecheck.read.html import BLOCKS, INVISIBLE
from citecheck.read.html_attributes import (
    NO_WORDS,
    REPEATED,
    UNSHOWN,
    hides,
    is_page_number,
    said_of,
    split,
)
from citecheck.read.html_element import Element
from citecheck.read.html_white import WHITE, on_one_line

if TYPE_CHECKING:
    from citecheck.read.html_flow import Flow

MARKED = frozenset(("a", "blockquote", "code", "h1", "h2", "h3", "h4", "h5", "h6", "pre"))
"""What is a mark by its name alone."""
ASIDE_TAGS = frozenset(("span", "small", "d-footnote", "x-footnote"))
_SPECIAL = ASIDE_TAGS | MARKED | {"br", "label", "li", "ol", "sup"}
_BREAKS = dict.fromkeys(BLOCKS.split(","), 2)
_BREAKS |= {"br": 0} | dict.fromkeys(
    ("button", "caption", "dd", "div", "dt", "li", "summary", "td", "th", "tr"), 1
)
"""Line ends that a block asks for on both sides: two make a blank line. `br` is one itself."""
_INVISIBLE = frozenset(INVISIBLE) | {"input", "meta", "link", "title", "base"}
_BARE = frozenset(("a", "label", "sup", "code", "d-footnote", "x-footnote"))
"""Inline elements that matter whatever they say of themselves."""
MOST_KINDS = 500
"""Names that are known by heart; a page may have any."""
_NO_ELEMENTS = (None, "-comment", "-text", "!doctype", "-document")


class _Kinds(dict[str | None, tuple[str, int, bool, bool]]):
    """The name, of which each node would make one anew; line ends, -1 for what is passed over; whether an
    element matters whatever it says of itself; whether there is more to do where it does."""

    def __missing__(self, tag: str | None) -> tuple[str, int, bool, bool]:
        kind = tag or "", 0, False, False
        if len(self) < MOST_KINDS:
            self[tag] = kind
        return kind


_KINDS = _Kinds()
_KINDS.update({tag: (tag, 0, tag in _BARE, tag in _SPECIAL) for tag in _BARE | _SPECIAL})
_KINDS.update({tag: (tag, lines, True, tag in _SPECIAL) for tag, lines in _BREAKS.items()})
_KINDS.update(dict.fromkeys((*_INVISIBLE, *_NO_ELEMENTS), ("", -1, False, False)))


def walk(flow: Flow, root: LexborNode, whole: Element) -> None:
    """All that stands below `root`. What a plain text and most elements need is done here as
    `Flow.write`, `Flow.element` and `Flow.special` do it."""
    element, node, above = whole, root.first_child, list[tuple[LexborNode, Element]]()
    size, pause, space, pre = flow.size, flow.pause, flow.space, flow.pre
    add, enter, aside, waiting, file = (
        flow.parts.append, flow.elements.append, flow.aside, flow.waiting, flow.file
    )  # fmt: skip
    mark, raise_, kinds = flow.marked.append, flow.raised.append, _KINDS
    while True:
        while node is not None:
            text, inner = node.text_content, element
            if text is None:
                tag, due, matters, special = kinds[node.tag]
                if due < 0:
                    node = node.next
                    continue
                if attributes := node.attributes:
                    name = attributes.get("id")
                    if len(attributes) > 1:
                        said = said_of(attributes)
                    elif "class" in attributes:
                        said = split(attributes["class"] or "")
                    elif style := attributes.get("style"):
                        said = UNSHOWN if hides(style) else NO_WORDS
                    else:
                        said = NO_WORDS if name or "href" in attributes else said_of(attributes)
                    if said is not NO_WORDS and (
                        said is UNSHOWN
                        or (said.page and is_page_number(said, node))
                        or (aside and not REPEATED.isdisjoint(said))
                    ):
                        node = node.next
                        continue
                else:
                    name, said = None, NO_WORDS
                if due > pause:
                    pause = due
                if matters or name or said.telling:
                    inner = Element()
                    inner.tag = tag
                    inner.parent = element
                    inner.start = size
                    inner.words = said
                    inner.ordinal = 0
                    inner.breaks = due
                    enter(inner)
                    if name or special or said.telling:  # what links may lead to or is more than a block
                        inner.file = file
                        inner.href = ""
                        if name:
                            inner.ids = (name,)
                            flow.named.append(inner)
                        else:
                            inner.ids = ()
                        if said.telling:
                            flow.telling.append(inner)
                        if not special:
                            pass
                        elif tag == "sup":
                            raise_(inner)
                        elif tag == "a":
                            mark(inner)
                            if href := attributes.get("href"):
                                inner.href = (
                                    href if href.isascii() else without_direction(href.strip())
                                ).strip()
                            if "name" in attributes:
                                flow.name(inner, attributes["name"])
                            if said.numbered and href:
                                flow.size, flow.pause, flow.space = size, pause, space
                                flow.number(node)
                                size, pause, space = flow.size, flow.pause, flow.space
                        elif tag == "br":
                            inner.breaks = 1
                            pause = 2 if pause else 1
                        elif tag == "li" and "value" not in attributes:
                            element.ordinal += 1
                            if element.tag == "ol":
                                inner.ordinal = element.ordinal
                        else:
                            flow.size, flow.pause, flow.space = size, pause, space
                            entered = flow.special(node, inner, attributes)
                            size, pause, space, pre = flow.size, flow.pause, flow.space, flow.pre
                            if not entered:
                                inner.end = -1
                                node = node.next
                                continue
                child = node.first_child
                if child is None:
                    text = ""
                elif pre or (text := child.text_content) is None or child.next is not None:
                    above.append((node, element))
                    node, element = child, inner
                    continue
            if pre:
                flow.size, flow.pause, flow.space = size, pause, space
                flow.write(text)
                size, pause, space = flow.size, flow.pause, flow.space
            elif text == "\n":
                space = True
            elif text:
                if not text.isascii():
                    text = without_direction(text)
                bare, follows = text.strip(WHITE), False
                if bare is not text:
                    space = space or not bare or text[0] != bare[0]
                    if bare:
                        follows = text[-1] != bare[-1]
                if bare:
                    if "\n" in bare or "\t" in bare:
                        bare = on_one_line(bare)
                    if pause:
                        if size:
                            add("\n\n" if pause > 1 else "\n")
                            size += pause
                        pause = 0
                    elif space and size:
                        add(" ")
                        size += 1
                    space = follows
                    add(bare)
                    size += len(bare)
            if inner is not element:
                inner.end = size
                if due > pause:
                    pause = due
                if waiting or pre:
                    flow.size, flow.pause, flow.space = size, pause, space
                    flow.leave(inner)
                    size, pause, space, pre = flow.size, flow.pause, flow.space, flow.pre
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
            if waiting or pre:
                flow.size, flow.pause, flow.space = size, pause, space
                flow.leave(left)
                size, pause, space, pre = flow.size, flow.pause, flow.space, flow.pre
    flow.size, flow.pause, flow.space = size, pause, space
