"""What an EPUB says about itself: where its documents are, in which order, and what kind each is.

EPUB 2.0.1 and 3.3. Books that break the rules are common (a missing file, a package out of shape), and an
editor wants the text that is there; only protection (DRM) is a reason to give up.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from citecheck.errors import UnreadableInput
from citecheck.model import Metadata, Reason
from citecheck.read.metadata import iso_date, language_code
from citecheck.read.packed import Packed, parse_xml

DOCUMENTS = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document")
OBFUSCATIONS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""Scrambled fonts: no hindrance to reading."""
MOST_DOCUMENTS = 3_000
_ENDINGS = (".xhtml", ".html", ".htm", ".xml")
_DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]{0,500}>", re.I)
HEAD = 4_096
"""Bytes at the beginning in which a document type stands."""


@dataclass(frozen=True, slots=True)
class Document:
    """One document of the book. `path`: its member; `kinds`: `nav`, `toc`, `cover`, … as the package says."""

    path: str
    linear: bool = True
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Package:
    """Documents in reading order, those outside of it after them."""

    documents: tuple[Document, ...]
    others: frozenset[str]
    """Documents that the package names without a place in the order."""
    metadata: Metadata
    warnings: tuple[str, ...] = ()


def package_of(packed: Packed, name: str) -> Package:
    """The package of a book. Raises `UnreadableInput` for protected books and files that hold no book."""
    _refuse_protection(packed, name)
    path = _package_path(packed, name)
    if path is not None:
        root = _xml(packed, name, path)
        if root is not None:
            package = _read(root, posixpath.dirname(path))
            if package.documents:
                return package
    documents = tuple(Document(path) for path in packed.names if path.lower().endswith(_ENDINGS[:3]))
    if not documents:
        raise UnreadableInput(f"{name}: this EPUB holds no documents to read")
    return Package(documents[:MOST_DOCUMENTS], frozenset(), Metadata(), (Reason("order-unknown"),))


def _refuse_protection(packed: Packed, name: str) -> None:
    data = packed.read("META-INF/encryption.xml")
    if data is None:
        return
    methods = re.findall(rb"EncryptionMethod[^>]{0,200}?Algorithm\s*=\s*[\"']([^\"']{1,200})", data)
    plain = {method.encode() for method in OBFUSCATIONS}
    # An encrypted member carries its method; a key carries one too, and keys come with protection only.
    if any(method not in plain for method in methods) or (b"EncryptedData" in data and not methods):
        raise UnreadableInput(
            f"{name}: the book is protected against copying (DRM); a copy without it is needed"
        )


def _package_path(packed: Packed, name: str) -> str | None:
    root = _xml(packed, name, "META-INF/container.xml")
    paths = (
        [str(e.get("full-path")) for e in _all(root, "rootfile") if e.get("full-path")]
        if root is not None
        else []
    )
    paths += [path for path in packed.names if path.lower().endswith(".opf")]
    return next((path for path in paths if path in packed), None)


def _xml(packed: Packed, name: str, member: str) -> etree._Element | None:
    """Root of a member, `None` where it is missing or damaged. A plain document type passes."""
    data = packed.read(member)
    if data is None:
        return None
    try:
        return parse_xml(_DOCTYPE.sub(b"", data[:HEAD]) + data[HEAD:], name, member)
    except UnreadableInput:
        return None


def _all(root: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Elements of that local name, whatever their namespace."""
    return (e for e in root.iter() if isinstance(e.tag, str) and etree.QName(e).localname == tag)


def member_of(folder: str, href: str) -> str:
    """The member that an address names, seen from a document in `folder`.

    >>> member_of("OPS/text", "../notes%201.xhtml#n1"), member_of("", "a.xhtml")
    ('OPS/notes 1.xhtml', 'a.xhtml')
    """
    path = unquote(href.partition("#")[0])
    return posixpath.normpath(posixpath.join(folder, path)).lstrip("/") if path else ""


def _read(root: etree._Element, folder: str) -> Package:
    items = {str(item.get("id")): item for item in _all(root, "item") if item.get("id") and item.get("href")}
    guide = {
        member_of(folder, str(e.get("href"))): str(e.get("type", "")).lower()
        for e in _all(root, "reference")
        if e.get("href")
    }
    documents: dict[str, Document] = {}
    for itemref in _all(root, "itemref"):
        item = items.get(str(itemref.get("idref")))
        if item is None or not _is_document(item):
            continue
        path = member_of(folder, str(item.get("href")))
        kinds = {*str(item.get("properties", "")).split(), guide.get(path, "")} - {""}
        documents.setdefault(path, Document(path, itemref.get("linear") != "no", frozenset(kinds)))
    ordered = sorted(documents.values(), key=lambda document: not document.linear)
    others = {
        member_of(folder, str(item.get("href")))
        for item in items.values()
        if _is_document(item) and "nav" not in str(item.get("properties", "")).split()
    }
    return Package(tuple(ordered[:MOST_DOCUMENTS]), frozenset(others - documents.keys()), _metadata(root))


def _is_document(item: etree._Element) -> bool:
    media_type = str(item.get("media-type", "")).lower()
    return media_type in DOCUMENTS or (
        media_type in ("", "text/xml", "application/xml") and str(item.get("href")).lower().endswith(_ENDINGS)
    )


def _metadata(root: etree._Element) -> Metadata:
    refined: dict[str, str] = {}
    for meta in _all(root, "meta"):
        if meta.get("refines") and meta.get("property") in ("title-type", "role"):
            refined[str(meta.get("refines")).lstrip("#")] = _text(meta)
    titles = [(refined.get(str(e.get("id")), ""), _text(e)) for e in _all(root, "title") if _text(e)]
    creators = [(_role(e) or refined.get(str(e.get("id")), ""), _text(e)) for e in _all(root, "creator")]
    authors = [who for role, who in creators if who and role in ("", "aut")] or [w for _, w in creators if w]
    dates = [(_event(e), iso_date(_text(e))) for e in _all(root, "date")]
    published = [date for event, date in dates if date and event in ("", "publication", "issued")]
    language = next((_text(e) for e in _all(root, "language") if _text(e)), "")
    main = [title for kind, title in titles if kind == "main"] or [title for _, title in titles]
    return Metadata(
        title=main[0][:500] if main else None,
        author="; ".join(authors)[:500] or None,
        published=published[0] if published else None,
        language=language_code(language),
    )


def _text(element: etree._Element) -> str:
    return " ".join("".join(str(piece) for piece in element.itertext()).split())


def _role(element: etree._Element) -> str:
    return str(element.get("{http://www.idpf.org/2007/opf}role", "")).lower()


def _event(element: etree._Element) -> str:
    return str(element.get("{http://www.idpf.org/2007/opf}event", "")).lower()
