"""What Word's styles say that matters here: headings, quotations, hidden text, indentation, lists."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml import etree

from citecheck.model import MarkKind
from citecheck.read.docx_names import PPR, RAISED, RPR, TYPE, VAL, VANISH, is_on, w
from citecheck.read.style_names import folded, kind_of_style

DEEPEST = 20
"""Styles that may be based on one another; longer rows are circles."""
BODY_LEVEL = 9
"""`w:outlineLvl` of running text."""
OUTLINE, INDENT, LIST = w("outlineLvl"), w("ind"), w("numPr")
"""Properties of a paragraph that change its style."""
_LEFT, _START = w("left"), w("start")


@dataclass(frozen=True, slots=True)
class Style:
    """A style with what it takes from those it is based on."""

    level: int = 0
    """Of a heading, from 1; 0 for other text."""
    kind: MarkKind | None = None
    hidden: bool = False
    indent: int = 0
    """Twentieths of a point that every line is moved from the edge."""
    list_id: str = ""
    list_level: int = 0


PLAIN = Style()


class Styles:
    """Styles by id; unknown ones are plain."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._known: dict[str, Style] = {}
        self.default = ""
        self.hides = False
        """Whether some style hides its text."""
        for element in root if root is not None else ():
            id_ = element.get(w("styleId"))
            if id_ is None:
                continue
            self._elements[id_] = element
            if element.get(TYPE) == "paragraph" and is_on(element.get(w("default"), "0")):
                self.default = id_
        self.hides = root is not None and next(root.iter(VANISH), None) is not None
        self.raised = frozenset(id_ for id_, element in self._elements.items() if _raises(element))
        """Styles that set their words above the line, those aside that are based on one."""

    def __getitem__(self, id_: str) -> Style:
        return self._taken(id_, 0)

    def _taken(self, id_: str, depth: int) -> Style:
        known = self._known.get(id_)
        if known is None:
            known = self._known[id_] = self._resolved(id_, depth)
        return known

    def _resolved(self, id_: str, depth: int) -> Style:
        element = self._elements.get(id_)
        if element is None or depth > DEEPEST:
            # A style that the file does not describe still has the id of a built-in one.
            return _named(id_, PLAIN) if element is None and id_ else PLAIN
        base = _value(element, "basedOn")
        style = self._taken(base, depth + 1) if base and base != id_ else PLAIN
        style = _inherited(element, style)
        return _named(_value(element, "name") or id_, style)


def _raises(element: etree._Element) -> bool:
    text = element.find(RPR)
    place = text.find(RAISED) if text is not None else None
    return place is not None and place.get(VAL) == "superscript"


def _inherited(element: etree._Element, base: Style) -> Style:
    text, paragraph = element.find(RPR), element.find(PPR)
    if text is not None and (switch := text.find(VANISH)) is not None:
        base = replace(base, hidden=is_on(switch.get(VAL)))
    return base if paragraph is None else described(paragraph, base)


def described(properties: etree._Element, base: Style) -> Style:
    """`base` with what paragraph properties say otherwise."""
    for child in properties:
        name = child.tag
        if name == OUTLINE:
            level = number_of(child.get(VAL), BODY_LEVEL)
            base = replace(base, level=level + 1 if 0 <= level < BODY_LEVEL else 0)
        elif name == INDENT:
            indent = number_of(child.get(_LEFT) or child.get(_START), base.indent)
            if indent != base.indent:  # many paragraphs have it; `replace` takes four times as long
                base = Style(base.level, base.kind, base.hidden, indent, base.list_id, base.list_level)
        elif name == LIST:
            level = number_of(_value(child, "ilvl"), 0)
            base = replace(base, list_id=_value(child, "numId"), list_level=level)
    return base


def _named(name: str, style: Style) -> Style:
    """`style` with what its name says: `heading 2`, `Quote`."""
    short = folded(name)
    digits = short.removeprefix("heading")
    level = int(digits) if short != digits and digits in "123456789" and digits else style.level
    if short == "title":
        level = 1
    kind = kind_of_style(name) or style.kind
    return replace(style, level=level, kind=kind)


def number_of(value: str | None, otherwise: int) -> int:
    """A whole number of at most six digits out of an attribute, `otherwise` for anything else."""
    digits = (value or "").lstrip("-")
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= 6):
        return otherwise
    return -int(digits) if value and value.startswith("-") else int(digits)


def _value(element: etree._Element, name: str) -> str:
    child = element.find(w(name))
    return (child.get(VAL) or "") if child is not None else ""
