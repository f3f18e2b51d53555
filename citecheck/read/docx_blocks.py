"""Paragraphs, tables, text boxes and notes of a DOCX file, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from citecheck.model import MarkKind
from citecheck.read.docx_names import (
    ALTERNATIVES,
    DEL,
    ID,
    MOVE_FROM,
    PPR,
    RPR,
    SECTION,
    TC,
    TCPR,
    TEXT_BOX,
    TR,
    TRPR,
    VAL,
    P,
    w,
)  # fmt: skip
from citecheck.read.docx_numbering import ListNumbers
from citecheck.read.docx_package import Part
from citecheck.read.docx_runs import Runs, chosen
from citecheck.read.docx_state import Shared, Story
from citecheck.read.docx_styles import Style, described
from citecheck.read.docx_survey import words_of
from citecheck.read.story import Block, Draft, Paragraph, block_of, note_of

TWIPS_A_SPACE = 120
"""Twentieths of a point shown as one space: an indented passage is told by the spaces before it."""
DEEPEST_INDENT = 12
"""Spaces at most before a line."""
_SKIPPED = frozenset({SECTION, MOVE_FROM, DEL, w("tblPr"), w("tblGrid"), TRPR, TCPR, w("sdtPr")})
_STYLE = w("pStyle")
_TAKEN = frozenset({DEL, MOVE_FROM})


class Blocks:
    """Reads the stories of a document into blocks; notes follow the paragraph that calls them."""

    def __init__(self, shared: Shared, lists: ListNumbers, notes: Mapping[str, Part]) -> None:
        self.shared = shared
        self.runs = Runs(shared)
        self._usual = shared.styles[shared.styles.default]
        self._mixed, self._described = shared.survey.mixed, shared.survey.described
        self._spaced = shared.survey.spaced
        self.lists = lists
        self.found: list[Block] = []
        self.lost: list[str] = []
        """Labels of notes that are called and not there."""
        self._targets = {kind: part.targets for kind, part in notes.items()}
        self._notes = {
            f"{kind}-{element.get(ID)}": element for kind, part in notes.items() for element in part.root
        }

    def read(self, parent: etree._Element, story: Story, held: Paragraph | None = None) -> Paragraph | None:
        """Add the paragraphs in `parent`. `held`: one whose end was deleted, which the next goes on with;
        given back where none came."""
        for child in parent:
            name = child.tag
            if name == P:
                if held is None and self._is_plain(child, story):
                    self.found.append(self._plain(child, story))
                else:
                    held = self._paragraph(child, story, held)
            elif name in _SKIPPED:
                continue
            elif name == ALTERNATIVES:
                held = self.read(chosen(child), story, held)
            elif name == TEXT_BOX:
                self._box(child, story)
            elif name == TC:
                if not _deleted(child, TCPR):
                    story.cells += 1
                    held = self.read(child, story, held)
                    story.cells -= 1
            elif not (name == TR and _deleted(child, TRPR)):
                held = self.read(child, story, held)
        return held

    def read_document(self, root: etree._Element, targets: Mapping[str, str]) -> None:
        """Add the whole document, its notes among its paragraphs."""
        held = self.read(root, Story(targets))
        if held is not None:
            self._add(held, None)

    def _is_plain(self, element: etree._Element, story: Story) -> bool:
        return not (element in self._mixed or element in self._described or self.shared.hides or story.fields)

    def _plain(self, element: etree._Element, story: Story) -> Block:
        """A paragraph of nothing but words, with nothing said of it but the name of its style."""
        style = self._style(element)
        words, page = words_of(element, spaced=element in self._spaced), self.shared.place.page
        if not story.in_note and (style.list_id or style.indent):
            words = self._beginning(style) + words
        return Block(words, (), page, _mark(style, lists=False))

    def _paragraph(self, element: etree._Element, story: Story, held: Paragraph | None) -> Paragraph | None:
        style, end_deleted, section = self._properties(element)
        story.hidden = style.hidden
        paragraph = held or Paragraph(self.shared.place.page)
        if held is None and not story.in_note and (beginning := self._beginning(style)):
            paragraph.add(beginning)
        self.runs.read(element, paragraph, story)
        if story.fields or story.custom is not None:
            self.runs.end(paragraph, story)
        if end_deleted:
            return paragraph
        lists = bool(story.fields) and any(field.lists and field.shows for field in story.fields)
        self._add(paragraph, _mark(style, lists), story)
        if section:
            self.shared.place.section += 1
        return None

    def _add(self, paragraph: Paragraph, mark: Draft | None, story: Story | None = None) -> None:
        self.found.append(Block(paragraph.text, paragraph.marks, paragraph.page, mark))
        if story is not None:
            if story.boxes:
                boxes, story.boxes = story.boxes, []
                for box in boxes:
                    self._box(box, story)
            if self.shared.called and not story.in_note:
                self._notes_called()

    def _properties(self, element: etree._Element) -> tuple[Style, bool, bool]:
        """A paragraph's style with what it says itself; whether a tracked change takes its end away (the next
        one then goes on with it); whether a section ends with it. Looked through once."""
        own = _properties_of(element) if element in self._described else None
        if own is None:
            return self._style(element), False, False
        named, end_deleted, section = self.shared.styles.default, False, False
        for child in own:
            name = child.tag
            if name == _STYLE:
                named = child.get(VAL) or ""
            elif name == RPR:
                end_deleted = len(child) > 0 and any(change.tag in _TAKEN for change in child)
            elif name == SECTION:
                section = True
        return described(own, self.shared.styles[named]), end_deleted, section

    def _style(self, element: etree._Element) -> Style:
        """The style of a paragraph whose properties say nothing else that matters."""
        own = _properties_of(element)
        named = own[0] if own is not None and len(own) else None
        if named is not None and named.tag != _STYLE:
            named = own.find(_STYLE) if own is not None else None
        return self._usual if named is None else self.shared.styles[named.get(VAL) or ""]

    def _beginning(self, style: Style) -> str:
        """What stands before a paragraph's own text: the label of a list, or the spaces of an indentation."""
        if style.level:
            return ""
        if label := self.lists.label(style.list_id, style.list_level):
            return f"{label} "
        if not style.list_id and style.indent >= TWIPS_A_SPACE:
            return " " * min(style.indent // TWIPS_A_SPACE, DEEPEST_INDENT)
        return ""

    def _box(self, box: etree._Element, story: Story) -> None:
        inner = Story(story.targets, story.in_note)
        held = self.read(box, inner)
        if held is not None:
            self._add(held, None, inner)

    def _notes_called(self) -> None:
        """Add the notes called since the last time, those that they call themselves behind them."""
        called = self.shared.called
        place = self.shared.place
        while called:
            note = called.pop(0)
            element = self._notes.get(note.key)
            if element is None:
                self.lost.append(note.label)
                continue
            kept, self.found = self.found, []
            place.moves = False
            held = self.read(element, Story(self._targets.get(note.kind, {}), in_note=True))
            place.moves = True
            inner, self.found = self.found, kept
            if held is not None:
                inner.append(block_of(held))
            self.found.append(
                note_of(inner, note.key, note.label, note.kind, note.page, own_label=note.custom)
            )


def _properties_of(element: etree._Element) -> etree._Element | None:
    """A paragraph's properties. They stand first, where the file keeps to the format."""
    own = element[0] if len(element) else None
    return own if own is None or own.tag == PPR else next(element.iterchildren(PPR), None)


def _mark(style: Style, lists: bool) -> Draft | None:
    if lists:
        return Draft(MarkKind.REFERENCE, ())
    if style.level:
        return Draft(MarkKind.HEADING, (), detail=str(style.level))
    return Draft(style.kind, ()) if style.kind else None


def _deleted(element: etree._Element, properties: str) -> bool:
    """Whether a row or a cell is one of those that tracked changes take away."""
    own = element.find(properties)
    return own is not None and (own.find(DEL) is not None or own.find(w("cellDel")) is not None)
