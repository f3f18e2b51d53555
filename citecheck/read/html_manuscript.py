"""A manuscript in HTML: what a reader sees, with its notes, links, headings and quotations."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Container, Iterator, Sequence
from urllib.parse import unquote, urldefrag

from selectolax.lexbor import LexborHTMLParser, LexborNode

from citecheck.errors import UnreadableInput
from citecheck.model import Manuscript, Mark, MarkKind, Span, Text, by_place
from citecheck.read.html_counted import counted_marks
from citecheck.read.html_element import Element
from citecheck.read.html_flow import Flow
from citecheck.read.html_note_bounds import block_of
from citecheck.read.html_notes import Resolve, note_marks
from citecheck.read.html_tree import tree_of
from citecheck.read.metadata import metadata_of
from citecheck.read.page_encoding import decode_page, for_parser
from citecheck.read.quick import mark_of, span_of

_LEVELS = {f"h{level}": str(level) for level in range(1, 7)}
_KINDS = {"blockquote": MarkKind.BLOCK_QUOTATION, "pre": MarkKind.CODE, "code": MarkKind.CODE}
_CONTROLS = "".join(map(chr, (*range(1, 9), *range(14, 32), 127)))
"""Characters that no browser shows; LibreOffice leaves them where fields of Word began and ended."""
MOST_SAME = 200
"""Places of one name that are looked at."""
LONGEST_RAISED = 60
"""Characters of a raised group of numbers."""
_RAISED = re.compile(r"[^\W\d_]{1,2}|[*†‡§¶#∗⁎]{1,3}")
_SHOWN = re.compile(r"\S")
_CELLS = frozenset(("td", "th"))
_NUMBER = re.compile(r"(?<!\w)\d{1,4}(?!\w)")
_REMARK = "cmnt"
_REMARKS = frozenset(("div", "li", "p"))
"""What a remark stands in."""
PREFIXES = ("user-content-",)
"""What a host puts before the ids of a document it shows, without changing the links to them."""


def read(data: bytes, name: str) -> Manuscript:
    """An HTML manuscript. Raises `UnreadableInput` where it holds no text at all."""
    source, encoding = decode_page(data, None)
    if any(map(data.__contains__, _CONTROLS.encode())):  # one by one takes half the time of all at once
        source = source.translate(dict.fromkeys(map(ord, _CONTROLS)))
        tree = tree_of(source)
    else:
        tree = tree_of(for_parser(data, source, encoding))
    del source  # its memory serves for the text
    metadata = metadata_of(tree)
    flow = _flow_of(tree)
    if any(name.startswith(_REMARK) for name, _ in flow.named):
        _hide_remarks(tree)
        flow = _flow_of(tree)
    content = flow.finish()
    if not content and data.strip():
        raise UnreadableInput(f"{name}: no text is shown by this HTML; frames and scripts are not read")
    marks = marks_of(flow, content, _resolver(flow.named, tree))
    return Manuscript(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="text/html",
        encoding=encoding,
        text=Text(content, marks=marks, metadata=metadata, drawn=True),
    )


def _flow_of(tree: LexborHTMLParser) -> Flow:
    flow = Flow()
    flow.add(tree)
    return flow


def _hide_remarks(tree: LexborHTMLParser) -> None:
    """Hide what reviewers remarked in Google Docs, which puts it behind the notes, and its calls: of each
    remark all that its label begins. Nothing is taken out, for nodes at hand may stand in what would be."""
    for place in tree.css('a[id^="cmnt"]'):
        remark = place
        if (place.attributes.get("href") or "").startswith("#cmnt_ref"):
            while (above := remark.parent) is not None and above.tag in _REMARKS and _is_first(remark):
                remark = above
        remark.attrs["hidden"] = ""


def _is_first(node: LexborNode) -> bool:
    """Whether nothing stands before a node in the element that holds it."""
    before = node.prev
    return before is None or (before.prev is None and not (before.text_content or "x").strip())


def marks_of(flow: Flow, content: str, resolve: Resolve) -> tuple[Mark, ...]:
    """All that the mark-up of one or several documents says, in order of place."""
    notes, calls = note_marks(content, flow, resolve)
    if flow.side_notes:
        _add_side_notes(content, flow, notes, calls)
    elif not (notes or calls):
        notes, calls = counted_marks(content, flow)
    marks = [*notes, *calls, *_plain_marks(content, flow.marked)]
    if flow.raised:
        spans = [call.spans[0] for call in calls]
        marks += _raised(content, flow.raised, {(span.start, span.end) for span in spans})
    return tuple(sorted(marks, key=by_place))


def _raised(content: str, raised: Sequence[Element], called: Container[tuple[int, int]]) -> Iterator[Mark]:
    """What is set above the line and is no call already: numbers one by one (`<sup>3,5</sup>`), a letter or a
    sign with where it stands, in the `cell` of a table, at the `begin`ning of its block."""
    for element in raised:
        start, end = element.start, element.end
        if (start, end) in called and content[start:end].isdecimal():  # as most are
            continue
        if end - start > LONGEST_RAISED:
            continue
        shown = content[element.start : element.end]
        if (number := shown.strip()).isdecimal():
            start = element.start + shown.index(number)
            if (start, start + len(number)) in called:
                continue
        span = trimmed(content, element.start, element.end)
        if _RAISED.fullmatch(content, span.start, span.end):
            if (span.start, span.end) in called:
                continue
            block = block_of(element)
            begins = _SHOWN.search(content, block.start, span.start) is None
            cell = block if block.tag in _CELLS or block.parent is None else block.parent
            detail = f"{'cell' if cell.tag in _CELLS else ''} {'begin' if begins else ''}".strip()
            yield mark_of(MarkKind.RAISED, (span,), "", "", "", "html", detail)
            continue
        for found in _NUMBER.finditer(shown):
            start, end = found.span()
            start, end = element.start + start, element.start + end
            if (start, end) not in called:
                yield mark_of(MarkKind.RAISED, (span_of(start, end),), "", "", "", "html")


def trimmed(content: str, start: int, end: int) -> Span:
    """The range without white space at its ends."""
    while start < end and content[start].isspace():
        start += 1
    while end > start and content[end - 1].isspace():
        end -= 1
    return span_of(start, end)


def _add_side_notes(content: str, flow: Flow, notes: list[Mark], calls: list[Mark]) -> None:
    """Notes in the midst of sentences, with their calls; but for those called as notes of a list, which some
    pages show beside it as well."""
    called = {call.spans[0].start for call in calls}
    raised = {trimmed(content, element.start, element.end).start for element in flow.raised}
    for number, note in enumerate(flow.side_notes):
        if note.call[0] in called:
            continue
        key = f"side-{number}"
        span = trimmed(content, *note.body)
        if span.start in raised and content.startswith(note.label, span.start):
            span = trimmed(content, span.start + len(note.label), span.end)
        calls.append(mark_of(MarkKind.MARKER, (span_of(*note.call),), note.label, key, "", "html"))
        notes.append(mark_of(MarkKind.NOTE, (span,), note.label, key, "", "html", "footnote"))


def _plain_marks(content: str, marked: Sequence[Element]) -> Iterator[Mark]:
    """Links that lead out, headings, quotations set off, code."""
    for element in marked:
        tag = element.tag
        if tag == "a":
            target = element.href
            if target[:2] == "//":
                target = f"https:{target}"
            if ":" not in target[:12]:
                continue
            kind, detail = MarkKind.LINK, ""
        elif tag in _LEVELS:
            kind, target, detail = MarkKind.HEADING, "", _LEVELS[tag]
        else:
            kind, target, detail = _KINDS[tag], "", ""
        span = trimmed(content, element.start, element.end)
        if span.end > span.start:
            yield mark_of(kind, (span,), "", "", target, "href" if target else "html", detail)


def _own_addresses(tree: LexborHTMLParser) -> frozenset[str]:
    """Under which addresses a saved page links to itself."""
    found = []
    nodes = tree.css('link[rel="canonical"],meta[property="og:url"],base[href]')
    for tag, attribute in (("link", "href"), ("meta", "content"), ("base", "href")):
        node = next((node for node in nodes if node.tag == tag), None)
        if node is not None and (value := node.attributes.get(attribute)):
            found.append(urldefrag(value.strip()).url)
    return frozenset(found)


def _resolver(named: Sequence[tuple[str, Element]], tree: LexborHTMLParser) -> Resolve:
    places = dict(reversed(named))  # the first of each name
    several: dict[str, list[Element]] = {}
    """Those of one name, where there are more than one."""
    if len(places) < len(named):
        for name, element in named:
            several.setdefault(name, []).append(element)
        several = {name: found for name, found in several.items() if len(set(found)) > 1}
    sole = {name: place for name, place in places.items() if name not in several} if several else places
    own: frozenset[str] | None = None

    def place_of(link: Element) -> Element | None:
        nonlocal own
        address, _, name = link.href.partition("#")
        if address:
            if own is None:
                own = _own_addresses(tree)
            if address not in own:
                return None
        if not name:
            return None
        if name not in places:
            others = (unquote(name), *(prefix + name for prefix in PREFIXES), name.partition(" ")[0])
            name = next((other for other in others if other in places), "")
        if name in several:
            return nearest(link, several[name][:MOST_SAME])
        return places.get(name)

    def resolve(links: Sequence[Element]) -> list[Element | None]:
        known = sole.get  # what most links lead to
        return [(known(link.href[1:]) if link.href[0] == "#" else None) or place_of(link) for link in links]

    return resolve


def nearest(link: Element, places: Sequence[Element]) -> Element:
    """Of several places of the same name the one that shares the smallest surroundings with the link.

    Several pages put into one file keep their ids, and each page's links are meant for the page itself; a
    browser goes to the first. Where the surroundings are the same, the first after the link counts.
    """
    around: dict[int, int] = {}
    above: Element | None = link
    while above is not None:
        around[id(above)] = len(around)
        above = above.parent

    def distance(place: Element) -> tuple[int, bool, int]:
        above: Element | None = place
        while above is not None and id(above) not in around:
            above = above.parent
        steps = around[id(above)] if above is not None else len(around)
        return steps, place.start < link.start, place.start

    return min(places, key=distance)
