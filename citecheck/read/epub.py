"""A book in EPUB: its documents one after the other, with notes that may stand in files of their own."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from citecheck.errors import UnreadableInput
from citecheck.model import Manuscript, Reason, Text
from citecheck.read.epub_package import Document, Package, member_of, package_of
from citecheck.read.html_element import Element
from citecheck.read.html_flow import Flow
from citecheck.read.html_manuscript import marks_of
from citecheck.read.html_notes import Resolve
from citecheck.read.html_tree import tree_of
from citecheck.read.packed import Packed
from citecheck.read.page_encoding import decode_page, for_parser

NAVIGATION = 0.5
"""Share of a document's text that is links inside the book, from which a document that the package calls a
table of contents is nothing else."""
UNNAMED_NAVIGATION = 0.85
"""The same for a document of no said kind. Chapters have under 0.05, printed tables of contents over 0.9;
indexes, whose links are page numbers, 0.3."""
FEWEST_LINKS = 8
"""Links that make a table of contents."""
COVER = 400
"""Characters of a cover at most; what is called a cover and holds more is read."""
FIRST_PART = 8
"""Characters of text looked at first, for each character of a link."""
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_UNCLOSED = re.compile(r"<([A-Za-z][\w:.-]{0,60})(?:\s[^<>]*)?")
_CLOSING = re.compile("/(?=>)")
"""Found in a third of the time that both signs take as a string."""
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{1,40})")


def read(data: bytes, name: str) -> Manuscript:
    """An EPUB 2 or 3. Raises `UnreadableInput` for protected and damaged books and for what is none."""
    packed = Packed(data, name)
    package = package_of(packed, name)
    warnings = list(package.warnings)
    flow = Flow()
    done: set[str] = set()
    for document in package.documents:
        _add(packed, document, flow, warnings)
        done.add(document.path)
    for path in _called(flow.links, package, done):
        _add(packed, Document(path), flow, warnings)
    content = flow.finish()
    if not content:
        raise UnreadableInput(f"{name}: this EPUB shows no text; a book of pictures needs OCR first")
    marks = marks_of(flow, content, _resolver(flow.named))
    return Manuscript(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="application/epub+zip",
        encoding=None,
        text=Text(content, marks=marks, metadata=package.metadata, warnings=tuple(warnings), drawn=True),
    )


def _add(packed: Packed, document: Document, flow: Flow, warnings: list[str]) -> None:
    """Append one document, unless it only leads to others."""
    data = packed.read(document.path)
    if data is None:
        warnings.append(Reason("part-missing", path=document.path))
        return
    tree = tree_of(_source(data))
    if not _is_navigation(tree, document):
        flow.add(tree, document.path)


def _source(data: bytes) -> bytes | str:
    """Contents of a document, elements closed in the way of XML closed in the way of HTML."""
    declared = _DECLARED.match(data[:300])
    content_type = f"text/html; charset={declared.group(1).decode('ascii')}" if declared else None
    source, encoding = decode_page(data, content_type)
    closed = _closed(source)
    return for_parser(data, source, encoding) if closed is source else closed


def _closed(source: str) -> str:
    """`<a id="x"/>` as `<a id="x"></a>`; what never has contents stays. `source` itself where nothing is
    to be closed."""
    pieces: list[str] = []
    done = before = 0
    for sign in _CLOSING.finditer(source):
        at = sign.start()
        tag = _UNCLOSED.fullmatch(source, max(before, source.rfind("<", before, at)), at)
        before = at + 2
        if tag is not None and tag.group(1).lower() not in _VOID:
            pieces += (source[done:at], f"></{tag.group(1)}>")
            done = before
    return "".join([*pieces, source[done:]]) if pieces else source


def _is_navigation(tree: LexborHTMLParser, document: Document) -> bool:
    """Whether a document is a table of contents or a bare cover."""
    body = tree.body
    if body is None:
        return True
    said = document.kinds | frozenset((body.attributes.get("epub:type") or "").split())
    named = bool(said & {"nav", "toc", "landmarks", "loi", "lot"})
    covers = bool(said & {"cover", "svg"})
    links = [a for a in body.css("a[href]") if ":" not in (a.attributes.get("href") or "")]
    if not covers and not named and len(links) < FEWEST_LINKS:
        return False
    linked = sum(len("".join(a.text().split())) for a in links)
    share = NAVIGATION if named else UNNAMED_NAVIGATION
    if not covers:
        # A chapter's first part tells already that it is more than links.
        shown = len("".join(_first_part(body, FIRST_PART * linked + COVER).split()))
        if not shown or linked / shown < share:
            return False
    shown = len("".join(body.text().split()))
    if covers and shown <= COVER:
        return True
    return shown > 0 and linked / shown >= share


def _first_part(body: LexborNode, length: int) -> str:
    """The first characters of what an element holds, without those of the rest."""
    parts: list[str] = []
    for node in body.traverse(include_text=True):
        if text := node.text_content:
            parts.append(text)
            length -= len(text)
            if length <= 0:
                return "".join(parts)[: length or None]
    return "".join(parts)


def _called(links: Sequence[Element], package: Package, done: set[str]) -> list[str]:
    """Documents outside the reading order that links lead to: notes shown in a window of their own."""
    if not package.others:
        return []
    named = {member_of(posixpath.dirname(e.file), e.href): None for e in links if ":" not in e.href}
    return [path for path in named if path in package.others and path not in done]


def _resolver(named: Sequence[tuple[str, Element]]) -> Resolve:
    places = {(element.file.lower(), name): element for name, element in reversed(named)}

    def place_of(link: Element) -> Element | None:
        address, mark, name = link.href.partition("#")
        if not mark or not name or ":" in address:
            return None
        path = member_of(posixpath.dirname(link.file), address) if address else link.file
        return places.get((path.lower(), name))

    return lambda links: list(map(place_of, links))
