"""Paragraphs, lists, tables, frames and notes of an OpenDocument text, in the order in which they are read.

Notes stand inside the paragraph that calls them, with the number that is shown; deleted text stands apart
(`text:tracked-changes`) and is passed over as a whole.
"""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from citecheck.model import MarkKind
from citecheck.read import odt_fields
from citecheck.read.odt_names import (
    CITATION,
    DRAW,
    HREF,
    ID,
    ITEM,
    LINK,
    LIST,
    MARK_END,
    MARK_START,
    NAME,
    NOTE,
    NOTE_BODY,
    NOTE_CLASS,
    PAGE_END,
    SECTION,
    SPACES,
    SPAN,
    STYLE_NAME,
    SVG,
    TABLE,
    XML_ID,
    H,
    P,
    o,
    t,
)  # fmt: skip
from citecheck.read.odt_state import Called, Story, mark_of_paragraph
from citecheck.read.odt_styles import Counter, Styles
from citecheck.read.odt_words import add, add_spaces, plain_words_of, words_of
from citecheck.read.story import LABEL, Block, Draft, Paragraph, block_of, note_of

_SKIPPED = frozenset({
    o("annotation"), o("annotation-end"), o("forms"), o("event-listeners"), o("scripts"),
    t("tracked-changes"), t("ruby-text"), t("script"), t("hidden-paragraph"), t("sequence-decls"),
    t("variable-decls"), t("user-field-decls"), t("dde-connection-decls"),
    t("alphabetical-index-auto-mark-file"),
    f"{{{SVG}}}title", f"{{{SVG}}}desc", f"{{{DRAW}}}object", f"{{{DRAW}}}object-ole",
    f"{{{TABLE}}}covered-table-cell", f"{{{TABLE}}}shapes", f"{{{TABLE}}}desc", f"{{{TABLE}}}title",
})  # fmt: skip
_BOX, _LISTS, _LEVEL = f"{{{DRAW}}}", "ZOTERO_BIBL", t("outline-level")
_PARAGRAPHS = frozenset({P, H})
_BIBLIOGRAPHY, _INDEX_TITLE, _CELL = t("bibliography"), t("index-title"), f"{{{TABLE}}}table-cell"


class Reader:
    """Reads `office:text` into blocks."""

    def __init__(self, styles: Styles, *, one_line: bool = False) -> None:
        self.styles = styles
        self._one_line = one_line
        self.found: list[Block] = []
        self.page = 1
        self.paged = False
        self._page_is_new = True
        self._mixed: set[etree._Element] = set()
        """Paragraphs that hold more than formatted words."""
        self._notes: list[Called | Block] = []
        self._count = 0
        self._counters: dict[str, Counter] = {}

    def read_document(self, body: etree._Element) -> None:
        """Add the whole text. Most paragraphs of a book hold nothing but formatted words: taking those as a
        whole is three times as fast as span by span."""
        special = (*_INLINE.keys() - {SPAN}, *_SKIPPED, f"{_BOX}*")
        for element in body.iter(*special):
            above = element.getparent()
            while above is not None and above.tag not in (P, H) and above is not body:
                above = above.getparent()
            if above is not None:
                self._mixed.add(above)
        if self.styles.raises:
            spans = (span for span in body.iter(SPAN) if self.styles.of(span).raised)
            self._mixed |= {above for span in spans for above in span.iterancestors(P, H)}
        self.read(body, Story())

    def read(
        self, parent: etree._Element, story: Story, level: int = 0, counter: Counter | None = None
    ) -> None:
        """Add the paragraphs in `parent`. `level`, `counter`: of the list that it is in."""
        mixed = self._mixed
        for child in parent:
            name = child.tag
            if name in _PARAGRAPHS:
                block = None
                if name == P and child not in mixed and not (story.label or story.fields or story.open):
                    block = self._plain(child, story.references)
                if block is None:
                    self._paragraph(child, story)
                else:
                    self.found.append(block)
                    if self._page_is_new and block.text:
                        self._page_is_new = False
            elif name == LIST:
                self._list(child, story, level + 1, counter)
            elif name in _SKIPPED or name.endswith("-source"):
                continue
            elif name == PAGE_END:
                self._turn(child, None, story)
            elif name in (SECTION, _BIBLIOGRAPHY):
                self._section(child, story)
            elif name == _INDEX_TITLE:
                self.read(child, Story(story.in_note))
            elif name == _CELL:
                story.cells += 1
                self.read(child, story, level, counter)
                story.cells -= 1
            else:
                self.read(child, story, level, counter)

    def _section(self, element: etree._Element, story: Story) -> None:
        if element.get(t("display")) == "none":
            return
        lists = element.tag == _BIBLIOGRAPHY or _LISTS in (element.get(NAME) or "")[:80]
        self.read(element, Story(story.in_note, references=story.references or lists))

    def _list(self, element: etree._Element, story: Story, level: int, counter: Counter | None) -> None:
        name = element.get(STYLE_NAME)
        if counter is None or name:
            key = name or ""
            goes_on = element.get(t("continue-numbering")) == "true" or element.get(t("continue-list"))
            counter = self._counters.get(key) if level > 1 or goes_on else None
            if counter is None:
                counter = self._counters[key] = Counter(self.styles.list_levels(key))
        for item in element:
            if item.tag == ITEM:
                story.label = counter.label(level, item.get(t("start-value")))
            self.read(item, story, level, counter)
            story.label = ""

    def _plain(self, element: etree._Element, lists: bool = False) -> Block | None:
        """A paragraph of nothing but formatted words, as most of a book are; `None` where its style says
        more. `lists`: it is one of a list of sources."""
        style = self.styles.of(element)
        if style.special or self.styles.hides:
            return None
        text = plain_words_of(element, self._one_line)
        kind = MarkKind.REFERENCE if lists else style.kind
        return Block(text, (), self.page, Draft(kind, ()) if kind else None)

    def _paragraph(self, element: etree._Element, story: Story) -> None:
        style = self.styles.of(element)
        heading = element.tag == H or style.level > 0
        if style.new_page and self.found and not story.in_note:
            self.page += 1
            self._page_is_new = True
        paragraph = Paragraph(self.page)
        if story.label and not heading:
            paragraph.add(f"{story.label} ")
        elif style.spaces and not heading and not story.in_note:
            paragraph.add(" " * style.spaces)
        story.label = ""
        if not style.hidden:
            self._contents(element, paragraph, story)
        level = (element.get(_LEVEL) or str(style.level or 1)) if heading else ""
        self.found.append(block_of(paragraph, mark_of_paragraph(style, story, level)))
        self._page_is_new = self._page_is_new and not paragraph.length
        if story.open:
            story.open.clear()
        if story.fields:
            odt_fields.divide(paragraph, story)
        if story.boxes:
            boxes, story.boxes = story.boxes, []
            for box in boxes:
                self.read(box, Story(story.in_note))
        if self._notes and not story.in_note:
            self._notes_called()

    def _contents(self, element: etree._Element, paragraph: Paragraph, story: Story) -> None:
        mixed = element in self._mixed
        plain = not (self.styles.hides or (mixed and self.styles.raises))
        if plain and not mixed and element.tag in _PARAGRAPHS:
            if words := words_of(element):
                add(words, paragraph, self._one_line)
            return
        if text := element.text:
            add(text, paragraph, self._one_line)
        for child in element:
            name = child.tag
            if name == SPAN and plain and not len(child):
                if text := child.text:
                    add(text, paragraph, self._one_line)
            elif (handle := _INLINE.get(name)) is not None:
                handle(self, child, paragraph, story)
            elif name.startswith(_BOX):
                story.boxes.append(child)
            elif name not in _SKIPPED and (len(child) or child.text):
                self._contents(child, paragraph, story)
            if text := child.tail:
                add(text, paragraph, self._one_line)

    def _span(self, element: etree._Element, paragraph: Paragraph, story: Story) -> None:
        style, start = self.styles.of(element), paragraph.length
        if style.hidden:
            return
        self._contents(element, paragraph, story)
        if style.raised and paragraph.length > start and not story.in_note:
            paragraph.raise_(start, in_cell=story.cells > 0)

    def _hidden_text(self, element: etree._Element, paragraph: Paragraph, story: Story) -> None:
        if element.get(t("is-hidden")) != "true":
            self._contents(element, paragraph, story)

    def _link(self, element: etree._Element, paragraph: Paragraph, story: Story) -> None:
        start = paragraph.length
        self._contents(element, paragraph, story)
        target = element.get(HREF) or ""
        if target and not target.startswith("#") and paragraph.length > start:
            paragraph.link(start, target, "href")

    def _bibliography_mark(self, element: etree._Element, paragraph: Paragraph, story: Story) -> None:
        start = paragraph.length
        self._contents(element, paragraph, story)
        if (target := element.get(t("url"))) and paragraph.length > start:
            paragraph.link(start, target, "field")

    def _turn(self, element: etree._Element, paragraph: Paragraph | None, story: Story) -> None:
        """A page ends here as the program last laid it out. A break that its style has made already does not
        count again."""
        self.paged = True
        fresh = self._page_is_new and (paragraph is None or not paragraph.text.strip())
        if story.in_note or (fresh and self.found):
            return
        self.page += 1
        if paragraph is None:
            self._page_is_new = True
        elif not paragraph.text.strip():
            paragraph.page = self.page

    def _call(self, element: etree._Element, paragraph: Paragraph, story: Story) -> None:
        self._count += 1
        citation = body = None
        for child in element:
            if child.tag == CITATION:
                citation = child
            elif child.tag == NOTE_BODY:
                body = child
        shown = words_of(citation).strip() if citation is not None else ""
        label = shown[:LABEL] or str(self._count)
        kind = "endnote" if element.get(NOTE_CLASS) == "endnote" else "footnote"
        key = element.get(ID) or element.get(XML_ID) or f"note {self._count}"
        key = f"{kind} {key} {self._count}"
        paragraph.call(label, key)
        if body is not None:
            self._notes.append(
                self._plain_note(body, key, label, kind) or Called(body, key, label, kind, self.page)
            )

    def _plain_note(self, body: etree._Element, key: str, label: str, kind: str) -> Block | None:
        """The note whose body is one paragraph of nothing but words, as most are; `None` for any other."""
        first = body[0] if len(body) == 1 else None
        if first is None or first.tag != P or first in self._mixed:
            return None
        style = self.styles.of(first)
        # Neither an indent nor a page that begins before it counts in a note.
        if style.hidden or style.level or self.styles.hides:
            return None
        words = Block(plain_words_of(first, self._one_line))
        return note_of((words,), key, label, kind, self.page, own_label=False)

    def _notes_called(self) -> None:
        for note in self._notes:  # those that a note calls itself come behind it
            if isinstance(note, Block):
                self._page_is_new = self._page_is_new and not note.text
                self.found.append(note)
                continue
            kept, self.found = self.found, []
            self.read(note.element, Story(in_note=True))
            inner, self.found = self.found, kept
            self.found.append(note_of(inner, note.key, note.label, note.kind, note.page, own_label=False))
        self._notes.clear()


# Of the class: a reader that held its own methods would be a circle, and would keep the document's tree.
_INLINE: dict[str, Callable[[Reader, etree._Element, Paragraph, Story], None]] = {
    NOTE: Reader._call, LINK: Reader._link, SPAN: Reader._span,
    PAGE_END: Reader._turn, t("hidden-text"): Reader._hidden_text,
    t("bibliography-mark"): Reader._bibliography_mark,
    SPACES: lambda _, element, paragraph, __: add_spaces(element, paragraph),
    t("tab"): lambda _, __, paragraph, ___: paragraph.add("\t"),
    t("line-break"): lambda _, __, paragraph, ___: paragraph.add("\n"),
    MARK_START: lambda _, element, paragraph, story: odt_fields.begin_citation(element, paragraph, story),
    MARK_END: lambda _, element, paragraph, story: odt_fields.end_citation(element, paragraph, story),
    odt_fields.START: lambda _, element, paragraph, story: odt_fields.begin(element, paragraph, story),
    odt_fields.END: lambda _, element, paragraph, story: odt_fields.end(element, paragraph, story),
}  # fmt: skip
