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
MOST_NAMES = 1_000
"""Above the numbers of all names that the parser knows; those that a page makes up have one for its time."""
_LINE_ENDS = ("", "\n", "\n\n")
_NO_ELEMENTS = (None, "-comment", "-text", "!doctype", "-document")


Kind = tuple[str, int, bool, bool]
"""The name, of which each node would make one anew; line ends, -1 for what is passed over; whether an element
matters whatever it says of itself; whether there is more to do where it does."""
_KINDS: dict[str | None, Kind] = {tag: (tag, 0, tag in _BARE, tag in _SPECIAL) for tag in _BARE | _SPECIAL}
_KINDS |= {tag: (tag, lines, True, tag in _SPECIAL) for tag, lines in _BREAKS.items()}
_KINDS |= dict.fromkeys((*_INVISIBLE, *_NO_ELEMENTS), ("", -1, False, False))


class _ByNumber(dict[int, Kind | None]):
    """Kinds by the parser's number of a name, which is had in half the time; `None` for what is not known."""

    def __missing__(self, number: int) -> None:
        return None


_BY_NUMBER = _ByNumber()


def _kind_of(node: LexborNode) -> Kind:
    """The kind of a node, kept for the next of its name."""
    tag, number = node.tag, node.tag_id
    kind = _KINDS.get(tag) or (tag or "", 0, False, False)
    if tag and number < MOST_NAMES:
        _BY_NUMBER[number] = kind
    return kind


def walk(flow: Flow, root: LexborNode, whole: Element) -> None:
    """All that stands below `root`. What a plain text and most elements need is done here as
    `Flow.write`, `Flow.element` and `Flow.special` do it."""
    element, node, above = whole, root.first_child, list[tuple[LexborNode | None, Element]]()
    size, pause, space, pre = flow.size, flow.pause, flow.space, flow.pre
    add, enter, aside, waiting, file = (
        flow.parts.append, flow.elements.append, flow.aside, flow.waiting, flow.file
    )  # fmt: skip
    call, link = flow.named.append, flow.links.append
    mark, raise_, kinds, white = flow.marked.append, flow.raised.append, _BY_NUMBER, WHITE
    usual, usually = dict[str, str | None](), NO_WORDS
    while True:
        while node is not None:
            text = node.text_content
            if text is None:
                tag, due, matters, special = kinds[node.tag_id] or _kind_of(node)
                if due < 0:
                    node = node.next
                    continue
                attributes = node.attributes
                if attributes == usual:
                    name, said = None, usually
                elif attributes:
                    name = attributes.get("id")
                    if len(attributes) > 1:
                        said = said_of(attributes)
                    elif "class" in attributes:
                        said = split(attributes["class"] or "")
                    elif style := attributes.get("style"):
                        said = UNSHOWN if hides(style) else NO_WORDS
                    else:
                        said = NO_WORDS if name or "href" in attributes else said_of(attributes)
                    if said.judged:
                        if (
                            said is UNSHOWN
                            or (said.page and is_page_number(said, node))
                            or (aside and not REPEATED.isdisjoint(said))
                        ):
                            node = node.next
                            continue
                        if said.telling:
                            matters = True
                    elif due and not name:  # paragraphs mostly look like the one before
                        usual, usually = attributes, said
                else:
                    name, said = None, NO_WORDS
                if due > pause:
                    pause = due
                if matters or name:
                    inner = Element()
                    inner.tag = tag
                    inner.parent = element
                    inner.start = size
                    inner.words = said
                    inner.ordinal = 0
                    inner.breaks = due
                    inner.file = file
                    inner.href = ""
                    inner.ids = ()
                    enter(inner)
                    if name:
                        inner.ids = (name,)
                        call((name, inner))
                    if said.telling:
                        flow.telling.append(inner)
                    if not special:
                        pass
                    elif tag == "sup":
                        raise_(inner)
                    elif tag == "a":
                        if href := attributes.get("href"):
                            if not href.isascii():
                                href = without_direction(href.strip())
                            inner.href = href = href.strip()
                            if "#" in href:
                                link(inner)
                            if href[:1] != "#":  # `#sec:method` is no address
                                mark(inner)
                        if other := attributes.get("name"):
                            inner.ids = (name, other) if name else (other,)
                            call((other, inner))
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
                else:
                    inner = element
                child = node.first_child
                if child is None:
                    text = ""
                elif pre or (text := child.text_content) is None or child.next is not None:
                    above.append((node.next, element))
                    node, element = child, inner
                    continue
            elif text == "\n" and not pre:
                space = True
                node = node.next
                continue
            else:
                inner = element
            if pre:
                flow.size, flow.pause, flow.space = size, pause, space
                flow.write(text)
                size, pause, space = flow.size, flow.pause, flow.space
            elif text:
                if not text.isascii():
                    text = without_direction(text)
                bare = text.strip(white)
                if bare:
                    if pause:
                        if size:
                            add(_LINE_ENDS[pause])
                            size += pause
                        pause = 0
                    elif size and (space or text[0] != bare[0]):
                        add(" ")
                        size += 1
                    space = bare is not text and text[-1] != bare[-1]
                    if "\n" in bare:
                        at = bare.find("\n")
                        if bare[at + 1] in white or bare[at - 1] == " ":
                            bare = on_one_line(bare)
                        else:  # its lines are not set in
                            bare = bare.replace("\n", " ")
                    add(bare)
                    size += len(bare)
                elif text:
                    space = True
            if inner is not element:
                if due > pause:
                    pause = due
                inner.end = size
                if waiting or pre:
                    flow.size, flow.pause, flow.space = size, pause, space
                    flow.leave(inner)
                    size, pause, space, pre = flow.size, flow.pause, flow.space, flow.pre
            node = node.next
        if not above:
            break
        left = element
        node, element = above.pop()
        if left is not element:
            left.end = size
            if left.breaks > pause:
                pause = left.breaks
            if waiting or pre:
                flow.size, flow.pause, flow.space = size, pause, space
                flow.leave(left)
                size, pause, space, pre = flow.size, flow.pause, flow.space, flow.pre
    flow.size, flow.pause, flow.space = size, pause, space
