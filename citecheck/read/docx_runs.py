"""Inside paragraphs of a DOCX file: what a reader of the document sees, calls of notes and links marked.

Insertions that wait to be accepted are text, deletions are not, with all that stands in them. Two readings of
one drawing (`mc:AlternateContent`) give one text box.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lxml import etree

from citecheck.read.csl import cite
from citecheck.read.direction import without_direction
from citecheck.read.docx_fields import Field
from citecheck.read.docx_names import (
    ALTERNATIVES,
    ANCHOR,
    BOOKMARK,
    BOOKMARK_END,
    BR,
    CHOICE,
    CUSTOM_MARK,
    DEL,
    ENDNOTE_CALL,
    FIELD_CHAR,
    FIELD_DATA,
    FIELD_SIMPLE,
    FIELD_TYPE,
    FOOTNOTE_CALL,
    HYPERLINK,
    ID,
    INSTR,
    INSTRUCTION,
    MATH_TEXT,
    MOVE_FROM,
    NAME,
    PAGE_END,
    PPR,
    RAISED,
    READING,
    RELATION_ID,
    RPR,
    RUN_STYLE,
    SDT_PROPERTIES,
    SYMBOL,
    TEXT_BOX,
    TYPE,
    VAL,
    VANISH,
    R,
    T,
    is_on,
    symbol,
    w,
)  # fmt: skip
from citecheck.read.docx_sources import data_of_endnote
from citecheck.read.docx_state import Called, Shared, Story
from citecheck.read.docx_survey import FIXED, shown
from citecheck.read.story import LABEL, PLACE, Paragraph, moved

_SKIPPED = frozenset({PPR, RPR, DEL, MOVE_FROM, SDT_PROPERTIES, w("proofErr"), READING})
"""Properties, deletions, marks of the spelling check, and the readings above East Asian characters."""

MADE_UP = "*"
"""Label of a note that is to have one of its own and has none that can be read."""


class Runs:
    """Reads the contents of paragraphs into `Paragraph`s."""

    def __init__(self, shared: Shared) -> None:
        self.shared = shared

    def read(self, elements: Iterable[etree._Element], paragraph: Paragraph, story: Story) -> None:
        """Add what `elements` (contents of a paragraph, or of something inside one) show to `paragraph`."""
        for child in elements:
            name = child.tag
            if name == R:
                self._run(child, paragraph, story)
            elif name in _SKIPPED:
                continue
            elif name == HYPERLINK:
                self._hyperlink(child, paragraph, story)
            elif name == FIELD_SIMPLE:
                self._simple_field(child, paragraph, story)
            elif name == BOOKMARK:
                story.bookmarks[child.get(ID) or ""] = child.get(NAME) or ""
            elif name == BOOKMARK_END:
                story.bookmarks.pop(child.get(ID) or "", None)
            elif name == TEXT_BOX:
                story.boxes.append(child)
            elif name == ALTERNATIVES:
                self.read(chosen(child), paragraph, story)
            elif name == MATH_TEXT:
                self._put(child.text or "", paragraph, story)
            else:
                self.read(child, paragraph, story)

    def _run(self, run: etree._Element, paragraph: Paragraph, story: Story) -> None:
        if self.shared.hides and self._hidden(run, story):
            for child in run:
                if child.tag in (FIELD_CHAR, INSTRUCTION):  # what they begin or end need not be hidden
                    _IN_RUN[child.tag](self, child, paragraph, story)
            return
        plain = not story.fields and story.custom is None
        start, raised = paragraph.length, False
        for child in run:
            name = child.tag
            if name == T:
                if text := shown(child):
                    if plain:
                        text = text if text.isascii() else without_direction(text)
                        paragraph.parts.append(text)
                        paragraph.length += len(text)
                    else:
                        self._put(text, paragraph, story)
            elif name == RPR:
                raised = self.shared.raises and self._is_raised(child)
            elif (handle := _IN_RUN.get(name)) is not None:
                handle(self, child, paragraph, story)
                plain = not story.fields and story.custom is None
            elif (fixed := FIXED.get(name)) is not None:
                self._put(fixed, paragraph, story)
            elif len(child):
                self.read((child,), paragraph, story)
        # A note's call is marked as such.
        calls = paragraph.marks and paragraph.marks[-1].key and paragraph.marks[-1].spans[0][0] >= start
        if raised and plain and paragraph.length > start and not calls:
            paragraph.raise_(start, in_cell=story.cells > 0)

    def end(self, paragraph: Paragraph, story: Story) -> None:
        """A paragraph ends: what goes on in the next is divided, a label that never came is made up."""
        if story.custom is not None:
            note, story.custom = story.custom, None
            self._called(note, MADE_UP, paragraph, story)
        for open_ in story.fields:
            finish(open_, paragraph, story)
            open_.start = 0

    def _hidden(self, run: etree._Element, story: Story) -> bool:
        properties = run.find(RPR)
        if properties is None:
            return story.hidden
        switch = properties.find(VANISH)
        if switch is not None:
            return is_on(switch.get(VAL))
        style = properties.find(RUN_STYLE)
        return story.hidden or (style is not None and self.shared.styles[style.get(VAL) or ""].hidden)

    def _is_raised(self, properties: etree._Element) -> bool:
        """Whether what a run says of itself, or its style, sets it above its line."""
        place = properties.find(RAISED)
        if place is not None:
            return place.get(VAL) == "superscript"
        style = properties.find(RUN_STYLE) if self.shared.styles.raised else None
        return style is not None and style.get(VAL) in self.shared.styles.raised

    def _put(self, text: str, paragraph: Paragraph, story: Story) -> None:
        """Text where fields are open or a label is due."""
        for open_ in reversed(story.fields):
            if not open_.shows:
                open_.add(text)
                return
        if story.custom is not None and text.strip():
            note, story.custom = story.custom, None
            text = text.lstrip()
            label = text.split(None, 1)[0][:LABEL]
            self._called(note, label, paragraph, story)
            text = text[len(label) :]
        if text:
            paragraph.add(text)

    def _call(self, element: etree._Element, paragraph: Paragraph, story: Story) -> None:
        kind = "footnote" if element.tag == FOOTNOTE_CALL else "endnote"
        place = self.shared.place
        custom = element.get(CUSTOM_MARK)
        note = Called(
            kind, f"{kind}-{element.get(ID) or ''}", "", place.page, custom is not None and is_on(custom)
        )
        if story.fields and any(not open_.shows for open_ in story.fields):
            return
        if note.custom:
            story.custom = note
            return
        known = self.shared.labels.get(note.key)
        label = known or self.shared.numbers[kind].label(place.section, place.page)
        self._called(note, label, paragraph, story)

    def _called(self, note: Called, label: str, paragraph: Paragraph, story: Story) -> None:
        note.label = label
        paragraph.call(label, note.key)
        for name in story.bookmarks.values():
            self.shared.places[PLACE + name] = note.key
        if note.key not in self.shared.labels:
            self.shared.labels[note.key] = label
            self.shared.called.append(note)

    def _hyperlink(self, element: etree._Element, paragraph: Paragraph, story: Story) -> None:
        start = paragraph.length
        self.read(element, paragraph, story)
        target = story.targets.get(element.get(RELATION_ID) or "", "")
        anchor = element.get(ANCHOR)
        if target and paragraph.length > start:
            paragraph.link(start, f"{target}#{anchor}" if anchor else target, "href")

    def _simple_field(self, element: etree._Element, paragraph: Paragraph, story: Story) -> None:
        field_ = Field([element.get(INSTR) or ""])
        field_.show(paragraph.length, self.shared.cited)
        story.fields.append(field_)
        self.read(element, paragraph, story)
        if field_ in story.fields:
            del story.fields[story.fields.index(field_) :]
            finish(field_, paragraph, story)

    def _field_char(self, element: etree._Element, paragraph: Paragraph, story: Story) -> None:
        kind = element.get(FIELD_TYPE)
        if kind == "begin":
            packed = element.findtext(FIELD_DATA) if len(element) else None
            story.fields.append(Field(data=data_of_endnote(packed.strip()) if packed else ""))
        elif kind == "separate" and story.fields:
            story.fields[-1].show(paragraph.length, self.shared.cited)
        elif kind == "end" and story.fields:
            finish(story.fields.pop(), paragraph, story)

    def _instruction(self, element: etree._Element, paragraph: Paragraph, story: Story) -> None:
        if story.fields and not story.fields[-1].shows:
            story.fields[-1].add(element.text or "")

    def _symbol(self, element: etree._Element, paragraph: Paragraph, story: Story) -> None:
        self._put(symbol(element.get(w("font")), element.get(w("char"))), paragraph, story)

    def _break(self, element: etree._Element, paragraph: Paragraph, story: Story) -> None:
        if element.get(TYPE) == "page" and not self.shared.stored_pages:
            self._turn(paragraph)
        if paragraph.length:
            self._put("\n", paragraph, story)

    def _page_end(self, element: etree._Element, paragraph: Paragraph, story: Story) -> None:
        self._turn(paragraph)

    def _turn(self, paragraph: Paragraph) -> None:
        place = self.shared.place
        if place.moves:
            place.page += 1
            if not paragraph.text.strip():
                paragraph.page = place.page


# Of the class, not of each reader: one that held its own methods would be a circle, and would keep the
# document's tree until somebody looks for garbage.
_IN_RUN: dict[str, Callable[[Runs, etree._Element, Paragraph, Story], None]] = {
    FOOTNOTE_CALL: Runs._call, ENDNOTE_CALL: Runs._call, FIELD_CHAR: Runs._field_char,
    INSTRUCTION: Runs._instruction, SYMBOL: Runs._symbol, BR: Runs._break, PAGE_END: Runs._page_end,
}  # fmt: skip


def finish(field_: Field, paragraph: Paragraph, story: Story) -> None:
    """Mark what the result of a field that ends here, or that goes on in the next paragraph, leads to."""
    if not field_.shows or paragraph.length <= field_.start:
        return
    if field_.target:
        paragraph.link(field_.start, field_.target, "field")
    if field_.sources:
        cite(paragraph, field_.start, field_.sources, origin=field_.origin)
    if field_.repeated and not story.in_note:
        label = paragraph.text[field_.start :]
        if 0 < len(label.strip()) <= LABEL:
            again = Paragraph()
            again.call(label.strip(), PLACE + field_.repeated)
            paragraph.marks += moved(again.marks, field_.start + len(label) - len(label.lstrip()))
            field_.repeated = ""


def chosen(alternatives: etree._Element) -> etree._Element:
    """Of several readings the one that is meant: the first choice, else the fallback."""
    first = alternatives.find(CHOICE)
    if first is not None:
        return first
    return next(iter(alternatives), alternatives)
