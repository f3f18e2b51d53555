"""OpenDocument manuscripts (ODT, packed and flat): notes with the numbers they show, links, changes accepted.

Format: ODF 1.3, part 2 for the package, part 3 for the text.
"""

from __future__ import annotations

import hashlib

from lxml import etree

from citecheck.errors import UnreadableInput
from citecheck.model import Manuscript, Metadata
from citecheck.read.assembly import assemble
from citecheck.read.metadata import iso_date, language_code
from citecheck.read.odt_names import DUBLIN_CORE, META, o
from citecheck.read.odt_styles import Styles
from citecheck.read.odt_text import Reader
from citecheck.read.odt_words import in_one_line
from citecheck.read.packed import MEMBER, Packed, parse_xml, part_damaged

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"


def read(data: bytes, name: str) -> Manuscript:
    """The manuscript in an ODT file. Raises `UnreadableInput` with one line for damaged or refused ones."""
    warnings: list[str] = []
    if data.startswith(b"PK"):
        content, others, one_line = _members(data, name, warnings)
    elif len(data) > MEMBER:
        raise UnreadableInput(f"{name}: it takes more than {MEMBER // 10**6} MB; refused")
    else:
        content, others, one_line = parse_xml(data, name, "it"), [], in_one_line(data)
    body = content.find(f"{o('body')}/{o('text')}")
    if body is None:
        raise UnreadableInput(f"{name}: no text in it; it may be a spreadsheet or a presentation")
    styles = Styles([*others, content])
    reader = Reader(styles, one_line=one_line)
    reader.read_document(body)
    return Manuscript(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=MEDIA_TYPE,
        encoding=None,
        text=assemble(
            reader.found,
            _metadata([*others, content], styles.language),
            paged=reader.paged,
            warnings=warnings,
        ),
    )


def _members(
    data: bytes, name: str, warnings: list[str]
) -> tuple[etree._Element, list[etree._Element], bool]:
    """The text's root, those of styles and metadata, which the text can be read without, and whether all
    of it is in one line."""
    packed = Packed(data, name)
    manifest = packed.read("META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest or "encrypted-package" in packed:
        raise UnreadableInput(f"{name}: it is protected by a password; save it without one")
    source = packed.read("content.xml")
    if source is None:
        raise UnreadableInput(f"{name}: no text in it (content.xml is missing)")
    others: list[etree._Element] = []
    for member in ("styles.xml", "meta.xml"):
        try:
            side = packed.read(member)
            if side is not None:
                others.append(parse_xml(side, name, member))
        except UnreadableInput as trouble:
            warnings.append(part_damaged(trouble, name))
    return parse_xml(source, name, "content.xml"), others, in_one_line(source)


def _metadata(roots: list[etree._Element], usual: str | None) -> Metadata:
    """Title, author, date, language. Where nobody sets it, the language is the program's own: it counts only
    where running text has it too."""
    said: dict[str, str] = {}
    for root in roots:
        for group in root.iterchildren(o("meta")):
            said |= {child.tag: " ".join((child.text or "").split())[:500] for child in group}
    language = language_code(said.get(f"{{{DUBLIN_CORE}}}language", ""))
    date = said.get(f"{{{DUBLIN_CORE}}}date") or said.get(f"{{{META}}}creation-date") or ""
    author = said.get(f"{{{META}}}initial-creator") or said.get(f"{{{DUBLIN_CORE}}}creator")
    return Metadata(
        title=said.get(f"{{{DUBLIN_CORE}}}title") or None,
        author=author or None,
        published=iso_date(date),
        language=language if language and language == usual else None,
    )
