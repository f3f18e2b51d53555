"""Addresses of cited sources that Word, EndNote and Citavi keep beside the words of a citation.

Word's own citations (`CITATION tag`) name entries of a list in a part of the package (ISO 29500-1, 22.6);
EndNote writes its records as XML, Citavi its references as JSON in base64, into the field. For Zotero and
Mendeley see `csl`.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator, Mapping

from lxml import etree

from citecheck.read.csl import LONGEST, MOST, Source
from citecheck.read.docx_names import BIBLIOGRAPHY
from citecheck.read.endnote import entries_of_endnote

SIGN = b"/bibliography"
"""What the names of the namespaces of Word's list end in, the strict one among them."""
_NAMESPACE = f"{{{BIBLIOGRAPHY}}}"
_CITED = re.compile(r'CITATION\s+("[^"]+"|\S+)|\\m\s+("[^"]+"|\S+)', re.IGNORECASE)
_CITAVI = re.compile(r"CitaviPlaceholder\s*\{([\w+/=\s-]+)\}?")


def listed(root: etree._Element) -> dict[str, Source]:
    """Sources with an address of a list of Word's, by their tags."""
    found: dict[str, Source] = {}
    for source in root.iter(f"{_NAMESPACE}Source"):
        said = {child.tag: " ".join((child.text or "").split()) for child in source}
        url = said.get(f"{_NAMESPACE}URL", "")
        if "://" in url:
            found.setdefault(
                said.get(f"{_NAMESPACE}Tag", ""), Source(said.get(f"{_NAMESPACE}Title", ""), url)
            )
    return found


def named_by(code: str, known: Mapping[str, Source]) -> tuple[Source, ...]:
    r"""Those of the `known` sources that a `CITATION` instruction names.

    >>> named_by(r"CITATION Smi01 \p 5 \l 1033 \m Doe", {"Doe": Source("", "https://a.example/")})
    (Source(title='', url='https://a.example/'),)
    """
    tags = dict.fromkeys((found[1] or found[2]).strip('"') for found in _CITED.finditer(code))
    return tuple(known[tag] for tag in tags if tag in known)[:MOST]


def of_endnote(code: str) -> tuple[Source, ...]:
    """Sources with an address in the records of an `EN.CITE` field."""
    if len(code) > LONGEST:
        return ()
    entries = list(entries_of_endnote(code).values())[:MOST]
    return tuple(Source(entry.title, entry.url) for entry in entries if entry.url)


def data_of_endnote(packed: str) -> str:
    """What EndNote keeps packed beside a field, where its instruction would be too long; else nothing."""
    is_xml = packed.startswith("PEVuZE5vdG")  # `<EndNot`
    return _unpacked(packed).decode("utf-8", "replace") if is_xml and len(packed) <= LONGEST else ""


def of_citavi(code: str) -> tuple[Source, ...]:
    """Sources with an address in the JSON of a Citavi field; damaged ones: none."""
    found = _CITAVI.search(code) if len(code) <= LONGEST else None
    if found is None:
        return ()
    try:
        document = json.loads(_unpacked(found[1]).decode("utf-8", "replace"), strict=False)
    except (ValueError, RecursionError):
        return ()
    entries = document.get("Entries") if isinstance(document, dict) else None
    return tuple(_references(entries[:MOST] if isinstance(entries, list) else []))


def _references(entries: list[object]) -> Iterator[Source]:
    for entry in entries:
        reference = entry.get("Reference") if isinstance(entry, dict) else None
        if isinstance(reference, dict):
            url, title = reference.get("OnlineAddress"), reference.get("Title")
            if isinstance(url, str) and "://" in url:
                yield Source(" ".join(title.split()) if isinstance(title, str) else "", url.strip())


def _unpacked(packed: str) -> bytes:
    bare = "".join(packed.split()).rstrip("=")
    try:
        return base64.b64decode(bare + "=" * (-len(bare) % 4))
    except ValueError:
        return b""
