"""The parts of a DOCX file: which member is the text, which are its notes, and where each part's links lead.

Parts are found by their relations, as the packaging convention wants (ISO 29500-2), not by their names: some
programs call the text `document2.xml`. What is not the text or its notes may be damaged: then it is missing,
and a warning says so.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from citecheck.errors import UnreadableInput
from citecheck.read.csl import Source
from citecheck.read.docx_names import PACKAGE, STRICT, STRICT_SITE
from citecheck.read.docx_sources import SIGN, listed
from citecheck.read.packed import Packed, parse_xml, part_damaged

USUAL = {"officeDocument": "word/document.xml", "core-properties": "docProps/core.xml"}
"""Where parts stand when no relation says so."""
_RELATION = f"{{{PACKAGE}}}Relationship"


@dataclass(frozen=True, slots=True)
class Part:
    """A part: the root of its XML and the targets of its relations by id."""

    root: etree._Element
    targets: Mapping[str, str]


class DocxPackage:
    """Parts of a DOCX file by the last word of their relation's type (`footnotes`, `styles`)."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self.warnings: list[str] = []
        self._packed = Packed(data, name)
        root = self._relations("")
        self._root = {**USUAL, **{kind: target for kind, target in root.values() if kind in USUAL}}
        self._text = self._root["officeDocument"]
        self._own = self._relations(self._text)
        self._cited: dict[str, Source] | None = None

    def text(self) -> Part:
        """The part that holds the text. Raises `UnreadableInput`."""
        part = self._part(self._text, self._own)
        if part is None:
            raise UnreadableInput(f"{self.name}: no text in it ({self._text} is missing)")
        return part

    def notes(self, kind: str) -> Part | None:
        """`footnotes` or `endnotes`. Raises `UnreadableInput` where the part is damaged."""
        member = self._member(kind)
        return self._part(member, self._relations(member))

    def side(self, kind: str) -> Part | None:
        """A part that the text can be read without; damaged ones are named in `warnings`."""
        member = self._root[kind] if kind in USUAL else self._member(kind)
        try:
            return self._part(member, {})
        except UnreadableInput as trouble:
            self.warnings.append(part_damaged(trouble, self.name))
            return None

    def cited(self) -> Mapping[str, Source]:
        """Sources of Word's own list by their tags; damaged ones are named in `warnings`."""
        if self._cited is None:
            self._cited = {}
            for kind, member in self._own.values():
                if kind == "customXml" and SIGN in (self._packed.read(member) or b""):
                    try:
                        part = self._part(member, {})
                    except UnreadableInput as trouble:
                        self.warnings.append(part_damaged(trouble, self.name))
                    else:
                        self._cited |= listed(part.root) if part is not None else {}
        return self._cited

    def _member(self, kind: str) -> str:
        usual = posixpath.join(posixpath.dirname(self._text), f"{kind}.xml")
        return next((target for own, target in self._own.values() if own == kind), usual)

    def _part(self, member: str, relations: Mapping[str, tuple[str, str]]) -> Part | None:
        source = self._packed.read(member)
        if source is None:
            return None
        for strict, usual in STRICT.items() if STRICT_SITE in source else ():
            source = source.replace(b'"' + strict + b'"', b'"' + usual + b'"')
        root = parse_xml(source, self.name, member)
        return Part(root, {id_: target for id_, (_, target) in relations.items()})

    def _relations(self, member: str) -> dict[str, tuple[str, str]]:
        """Relations of a member (empty: of the package): id → last word of the type, target.

        Targets inside the package are full names of members, others stay as they are.
        """
        folder, own = posixpath.split(member)
        relations = posixpath.join(folder, "_rels", f"{own}.rels")
        source = self._packed.read(relations)
        if source is None:
            return {}
        try:
            root = parse_xml(source, self.name, relations)
        except UnreadableInput as trouble:
            self.warnings.append(part_damaged(trouble, self.name))
            return {}
        found: dict[str, tuple[str, str]] = {}
        for relation in root.iter(_RELATION):
            target = relation.get("Target") or ""
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
            kind = (relation.get("Type") or "").rsplit("/", 1)[-1]
            found[relation.get("Id") or ""] = (kind, target)
        return found
