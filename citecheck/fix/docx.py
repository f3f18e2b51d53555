"""Word manuscripts: text replaced inside the runs of an address, targets of links with it, nothing else.

Runs keep their format; parts of the package that hold no change stay byte for byte. Times in the archive are
fixed, so that the same changes give the same copy.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO

from lxml import etree

from citecheck.fix.certain import closed
from citecheck.fix.changes import Change
from citecheck.fix.docx_story import Story, local, twins_of
from citecheck.model import Extraction
from citecheck.read.packed import Packed

PARTS = {
    "document": "word/document.xml",
    "footnotes": "word/footnotes.xml",
    "endnotes": "word/endnotes.xml",
}
TIME = (1980, 1, 1, 0, 0, 0)
"""Of every member: the first that an archive can name."""
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_ID = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


@dataclass(slots=True)
class _Package:
    """The parts that may be changed, as trees, and which of them were."""

    packed: Packed
    roots: dict[str, etree._Element] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)

    def root(self, member: str) -> etree._Element | None:
        if member not in self.roots:
            data = self.packed.read(member)
            if data is None or b"<!DOCTYPE" in data:
                return None
            self.roots[member] = etree.fromstring(data, _parser())
        return self.roots[member]

    def written(self) -> bytes:
        """The archive anew: changed parts from their trees, the others as they were, in the old order."""
        stream = BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in self.packed.names:
                info = zipfile.ZipInfo(name, TIME)
                info.compress_type = zipfile.ZIP_DEFLATED
                content = self.packed.read(name) or b""
                if name in self.touched:
                    content = etree.tostring(
                        self.roots[name], xml_declaration=True, encoding="UTF-8", standalone=True
                    )
                archive.writestr(info, content)
        return stream.getvalue()


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def corrected_docx(
    data: bytes, extraction: Extraction, changes: Sequence[Change]
) -> tuple[bytes, tuple[tuple[Change, str], ...]]:
    """The document with `changes` made, and those whose place in the file was not found.

    Raises `UnreadableInput` for a package that is damaged or too large.
    """
    if not changes:
        return data, ()
    package = _Package(Packed(data, extraction.manuscript.name))
    story = _story(package)
    anchors = _anchors(story, extraction)
    edits: list[tuple[int, int, str]] = []
    unable: list[tuple[Change, str]] = []
    for change in changes:
        start = anchors.get(change.link)
        placed = None if start is None else _placed(story, extraction, change, start)
        if start is None or placed is None:
            unable.append((change, "its place in the file was not found"))
            continue
        edits += placed
        if change.target is not None:
            _retarget(package, story.member_at(start), story.element_at(start), *change.target)
    twins = [twin for root in package.roots.values() for twin in twins_of(root)]
    for start, end, text in sorted(edits, reverse=True):
        package.touched.add(story.member_at(start if end > start else start - 1))
        story.replace(start, end, text)
    for twin in twins:
        twin.follow()
    return package.written(), tuple(unable)


def _story(package: _Package) -> Story:
    """All text in the order of reading: each paragraph, behind it the notes that it calls."""
    story = Story()
    notes: dict[tuple[str, str], tuple[str, etree._Element]] = {}
    for kind in ("footnotes", "endnotes"):
        root = package.root(PARTS[kind])
        for note in root if root is not None else ():
            if isinstance(note.tag, str):
                notes[local(note)[:-1] + "s", _number(note)] = (PARTS[kind], note)
    document = package.root(PARTS["document"])
    body = next(iter(document), None) if document is not None else None
    for paragraph in body.iter() if body is not None else ():
        if not isinstance(paragraph.tag, str) or local(paragraph) != "p" or _inside_paragraph(paragraph):
            continue
        story.add(paragraph, PARTS["document"])
        for call in _calls(paragraph):
            known = notes.pop(call, None)
            if known is not None:
                story.add(known[1], known[0])
    for member, note in notes.values():
        story.add(note, member)
    return story


def _calls(paragraph: etree._Element) -> Iterator[tuple[str, str]]:
    for element in paragraph.iter():
        if isinstance(element.tag, str) and local(element) in ("footnoteReference", "endnoteReference"):
            yield local(element).removesuffix("Reference") + "s", _number(element)


def _number(element: etree._Element) -> str:
    return next((str(value) for name, value in element.attrib.items() if str(name).endswith("}id")), "")


def _inside_paragraph(element: etree._Element) -> bool:
    return any(isinstance(one.tag, str) and local(one) == "p" for one in element.iterancestors())


def _anchors(story: Story, extraction: Extraction) -> dict[int, int]:
    """Where each address begins in the story. Both are in the order of reading, so each search goes on from
    the address before; where that fails (a note called twice), from the beginning."""
    content = extraction.manuscript.text.content
    found: dict[int, int] = {}
    taken: set[int] = set()
    position = 0
    for index, link in enumerate(extraction.links):
        wanted = closed("".join(span.of(content) for span in link.spans))
        at = story.find(wanted, position)
        if at < 0 or at in taken:
            at = next((place for place in story.all_of(wanted) if place not in taken), -1)
        if at >= 0 and wanted:
            found[index] = at
            taken.add(at)
            position = max(position, at + len(wanted))
    return found


def _placed(
    story: Story, extraction: Extraction, change: Change, anchor: int
) -> list[tuple[int, int, str]] | None:
    """The edits of a change in the story's offsets, `None` where the text there is another than was read."""
    content = extraction.manuscript.text.content
    begin = extraction.links[change.link].start
    placed: list[tuple[int, int, str]] = []
    for edit in change.edits:
        before = closed(content[begin : edit.span.start])
        inside = closed(edit.span.of(content))
        if not story.stands(before + inside, anchor):
            return None
        start = anchor + len(before)
        placed.append((start, start + len(inside), edit.text))
    return placed


def _retarget(package: _Package, member: str, element: etree._Element, old: str, new: str) -> None:
    """Let a link lead to `new`: the relation of its hyperlink, or the instruction of its field."""
    for parent in element.iterancestors():
        id_ = parent.get(_ID) or parent.get(_STRICT_ID)
        if local(parent) == "hyperlink" and id_:
            folder, name = posixpath.split(member)
            relations = f"{folder}/_rels/{name}.rels"
            root = package.root(relations)
            for relation in root if root is not None else ():
                if relation.get("Id") == id_ and relation.get("TargetMode") == "External":
                    relation.set("Target", new)
                    package.touched.add(relations)
            return
    root = package.root(member)
    for one in root.iter() if root is not None else ():
        if local(one) == "instrText" and one.text and f'"{old}"' in one.text:
            one.text = one.text.replace(f'"{old}"', f'"{new}"')
            package.touched.add(member)
