"""The way through an HTML tree: from node to node, without recursion and with few calls.

A call a node takes a fifth of the time of reading a book; so what most nodes need is done on the way, and
what few need by methods of the text that is being put together.
"""

from __future__ import annotations

import re
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

if TYPE_CHECKING:
    from citecheck.read.html_flow import Flow

MARKED = frozenset(("a", "blockquote", "code", "h1", "h2", "h3", "h4", "h5", "h6", "pre"))
"""What is a mark by its name alone."""
ASIDE_TAGS = frozenset(("span", "small", "d-footnote", "x-footnote"))
_SPECIAL = ASIDE_TAGS | MARKED | {"label", "li", "ol", "sup"}
_BREAKS = dict.fromkeys(BLOCKS.split(","), 2)
_BREAKS |= dict.fromkeys(("br", "button", "caption", "dd", "div", "dt", "li", "summary", "td", "th", "tr"), 1)
"""Line ends that a block asks for on both sides: two make a blank line."""
_INVISIBLE = frozenset(INVISIBLE) | {"input", "meta", "link", "title", "base"}
_BARE = frozenset(("a", "label", "sup", "code", "d-footnote", "x-footnote"))
"""Inline elements that matter whatever they say of themselves."""
_TRANSPARENT = (0, False, False)
_KINDS: dict[str, tuple[int, bool, bool]] = {
    **{tag: (0, tag in _BARE, tag in _SPECIAL) for tag in _BARE | _SPECIAL},
    **{tag: (lines, True, tag in _SPECIAL) for tag, lines in _BREAKS.items()},
    **dict.fromkeys(("", *_INVISIBLE, "-comment", "-text", "!doctype", "-document"), (-1, False, False)),
}
"""Line ends, -1 for what is passed over; whether an element matters whatever it says of itself; whether
`Flow.special` has more to do."""
WHITE = " \n\t\r\f"
SPACES = re.compile("  +")


def walk(flow: Flow, root: LexborNode, whole: Element) -> None:
    """All that stands below `root`. What a plain text and most elements need is done here as
    `Flow.write`, `Flow.element` and `Flow.special` do it."""
    element, node, above = whole, root.first_child, list[tuple[LexborNode, Element]]()
    size, pause, space, pre = flow.size, flow.pause, flow.space, flow.pre
    add, enter, aside, waiting = flow.parts.append, flow.elements.append, flow.aside, flow.waiting
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
                    inner.file = flow.file
                    inner.href = ""
                    inner.words = said
                    inner.ordinal = 0
                    inner.breaks = due
                    inner.ids = ()
                    if name:
                        inner.ids = (name,)
                        flow.named.append(inner)
                    enter(inner)
                    if said.telling:
                        flow.telling.append(inner)
                    if not special:
                        pass
                    elif tag == "sup":
                        flow.raised.append(inner)
                    elif tag == "a" and not said.telling:
                        flow.link(inner, attributes)
                    else:
                        flow.size, flow.pause, flow.space = size, pause, space
                        entered = flow.special(node, inner, attributes)
                        size, pause, space, pre = flow.size, flow.pause, flow.space, flow.pre
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
                flow.size, flow.pause, flow.space = size, pause, space
                flow.write(text)
                size, pause, space = flow.size, flow.pause, flow.space
            elif text:
                if not text.isascii():
                    text = without_direction(text)
                bare, follows = text.strip(WHITE), False
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
                        text = SPACES.sub(" ", text)
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
            if waiting or left.tag == "pre":
                flow.size, flow.pause, flow.space = size, pause, space
                flow.leave(left)
                size, pause, space, pre = flow.size, flow.pause, flow.space, flow.pre
    flow.size, flow.pause, flow.space = size, pause, space
