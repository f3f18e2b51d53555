"""Which paragraphs of a DOCX file are nothing but words: looked for once, over all of its text.

Most paragraphs of a book are runs of words, and to ask each run and each property what it is takes most of
the time of its reading. The parser's own library looks through the whole tree for those elements alone that
mean anything here; a paragraph that holds none of them is plain.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from lxml import etree

from citecheck.read.direction import without_direction
from citecheck.read.docx_names import (
    ALTERNATIVES,
    BOOKMARK,
    BOOKMARK_END,
    BR,
    CR,
    DEL,
    ENDNOTE_CALL,
    FIELD_CHAR,
    FIELD_SIMPLE,
    FOOTNOTE_CALL,
    HYPERLINK,
    INSTRUCTION,
    MATH_TEXT,
    MOVE_FROM,
    PAGE_END,
    RAISED,
    READING,
    RUN_STYLE,
    SDT_PROPERTIES,
    SECTION,
    SPACE,
    SYMBOL,
    TAB,
    TEXT_BOX,
    VAL,
    VANISH,
    P,
    T,
    w,
)  # fmt: skip
from citecheck.read.docx_styles import INDENT, LIST, OUTLINE

FIXED = {TAB: "\t", w("ptab"): "\t", CR: "\n", w("noBreakHyphen"): "-"}
"""Elements that stand for one character. A hyphen that must not break is a hyphen; one that may break only at
a line's end is not shown."""
_TAB_STOPS = w("tabs")
_CHANGES = (DEL, MOVE_FROM)
"""Of contents or, among the properties of a paragraph, of its end."""
_PROPERTIES = frozenset({*_CHANGES, INDENT, LIST, OUTLINE, SECTION})
_CONTENTS = (
    ALTERNATIVES, BOOKMARK, BOOKMARK_END, BR, ENDNOTE_CALL, FIELD_CHAR, FIELD_SIMPLE, FOOTNOTE_CALL,
    HYPERLINK, INSTRUCTION, MATH_TEXT, PAGE_END, READING, SDT_PROPERTIES, SYMBOL, TEXT_BOX,
)  # fmt: skip
_EVERYWHERE = (VANISH, RAISED, OUTLINE, SECTION, *_CHANGES, *FIXED, *_CONTENTS)
_IN_TEXT = (INDENT, LIST)
"""In notes, indentations and numbers of lists are not shown."""


@dataclass(slots=True)
class Survey:
    """Paragraphs of which more is to be asked than their words and the name of their style."""

    mixed: set[etree._Element] = field(default_factory=set)
    """Something else than words is in them."""
    described: set[etree._Element] = field(default_factory=set)
    """Their properties say more than the name of their style."""
    spaced: set[etree._Element] = field(default_factory=set)
    """Tabs, line ends and hyphens of their own stand between their words."""
    sections: list[etree._Element] = field(default_factory=list)
    """Properties of sections of the text, those among the changes too."""
    hides: bool = False
    raises: bool = False
    """Something in the text is set above its line."""
    stored_pages: bool = False
    """The text says where Word ended its pages."""

    def add(self, root: etree._Element, raised: Collection[str] = (), *, notes: bool = False) -> None:
        """Look over another part, the text before its `notes`. `raised`: styles of words above their line."""
        names = (*_EVERYWHERE, *(() if notes else _IN_TEXT), *((RUN_STYLE,) if raised else ()))
        for element in root.iter(*names):
            name = element.tag
            if name in FIXED:
                above = element.getparent()
                if above is not None and above.tag != _TAB_STOPS:
                    _mark(element, self.spaced)
                continue
            if name in _PROPERTIES:
                _mark(element, self.described, nearest=True)
                if name == SECTION and not notes:
                    self.sections.append(element)
                if name not in _CHANGES:
                    continue
            elif name == VANISH:
                self.hides = True
                continue
            elif name == RAISED:
                if element.get(VAL) != "superscript" or (notes and not self.raises):
                    continue
                self.raises = True
            elif name == RUN_STYLE:
                if element.get(VAL) not in raised:
                    continue
                self.raises = True
            elif name == PAGE_END:
                self.stored_pages |= not notes
            _mark(element, self.mixed)


def _mark(element: etree._Element, marked: set[etree._Element], *, nearest: bool = False) -> None:
    """Add the paragraphs that hold `element`, or the `nearest`; those of a text box stand in another."""
    above = element.getparent()
    while above is not None:
        if above.tag == P:
            if above in marked:
                return
            marked.add(above)
            if nearest:
                return
        above = above.getparent()


def words_of(paragraph: etree._Element, *, spaced: bool) -> str:
    """The words of a paragraph that is not mixed."""
    if not spaced:
        words = "".join([shown(text) for text in paragraph.iter(T)])
    else:
        found = paragraph.iter(T, *FIXED)
        words = "".join([shown(one) if one.tag == T else _fixed(one) for one in found])
    return words if words.isascii() else without_direction(words)


def shown(element: etree._Element) -> str:
    """The text of a `w:t` as Word shows it: white space at its edges only where the file says so; a line end
    is a space."""
    text = element.text
    if not text:
        return ""
    if (text[0] <= " " or text[-1] <= " ") and element.get(SPACE) != "preserve":
        text = text.strip(" \t\r\n")
    if "\n" in text or "\t" in text or "\r" in text:
        text = text.replace("\n", " ").replace("\r", " ").replace("\t", " ")
    return text


def _fixed(element: etree._Element) -> str:
    above = element.getparent()
    return "" if above is None or above.tag == _TAB_STOPS else FIXED[element.tag]
