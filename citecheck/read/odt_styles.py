"""What OpenDocument styles say that matters here: quotations, hidden text, indentation, pages, lists."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from lxml import etree

from citecheck.model import MarkKind
from citecheck.read.odt_names import FORMAT, STYLE_NAME, o, s, t
from citecheck.read.shown_numbers import shown_by_sample
from citecheck.read.style_names import kind_of_style

DEEPEST = 20
"""Styles that may be based on one another; longer rows are circles."""
POINTS_A_SPACE = 6.0
BULLET = "•"
LEVELS = 10
_LENGTH = re.compile(r"(-?\d{1,6}(?:\.\d{1,9})?)(cm|mm|in|pt|pc|px)\Z")
_POINTS = {"cm": 28.35, "mm": 2.835, "in": 72.0, "pt": 1.0, "pc": 12.0, "px": 0.75}
_TEXT_PROPERTIES, _PARAGRAPH_PROPERTIES = s("text-properties"), s("paragraph-properties")
_STYLE, _NAME, _FAMILY, _PARENT = s("style"), s("name"), s("family"), s("parent-style-name")
_OUTLINE, _MASTER, _DISPLAY = s("default-outline-level"), s("master-page-name"), t("display")
_BREAK, _MARGIN = f"{{{FORMAT}}}break-before", f"{{{FORMAT}}}margin-left"
_ENCODED = re.compile(r"_([0-9a-f]{2})_")


@dataclass(frozen=True, slots=True)
class Style:
    """A style with what it takes from its parents."""

    kind: MarkKind | None = None
    level: int = 0
    """Of a heading; 0 for other text."""
    hidden: bool = False
    spaces: int = 0
    """Before every line, which show the indentation."""
    raised: bool = False
    """Of words: set above their line."""
    new_page: bool = False
    """A page begins before a paragraph of the style itself; not taken from parents where they are silent."""

    special: bool = field(init=False, default=False)
    """Its paragraphs are more than words."""

    def __post_init__(self) -> None:
        special = self.new_page or self.hidden or self.level > 0 or self.spaces > 0
        object.__setattr__(self, "special", special)


PLAIN = Style()


class Styles:
    """Paragraph and character styles of a document by name; unknown ones are plain."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._known: dict[str, Style] = {}
        self._lists: dict[str, dict[int, etree._Element]] = {}
        self.hides = False
        """Whether some style hides its text."""
        self.raises = False
        """Whether some style sets words above their line."""
        self.language: str | None = None
        """Of running text where nothing else is said."""
        for root in roots:
            for group in root:
                if group.tag in (o("styles"), o("automatic-styles")):
                    self._group(group)

    def _group(self, group: etree._Element) -> None:
        self.hides |= any(said.get(_DISPLAY) == "none" for said in group.iter(_TEXT_PROPERTIES))
        self.raises |= any(_is_raised(said) for said in group.iter(_TEXT_PROPERTIES))
        for element in group:
            name = element.get(_NAME)
            if element.tag == _STYLE and name and element.get(_FAMILY) in ("paragraph", "text"):
                self._elements[name] = element
            elif element.tag == t("list-style") and name:
                self._lists[name] = {whole(level.get(t("level")), 1): level for level in element}
            elif element.tag == s("default-style") and element.get(_FAMILY) == "paragraph":
                said = element.find(_TEXT_PROPERTIES)
                self.language = said.get(f"{{{FORMAT}}}language") if said is not None else None

    def of(self, element: etree._Element) -> Style:
        """The style of a paragraph or a span."""
        name = element.get(STYLE_NAME)
        if not name:
            return PLAIN
        return self._known.get(name) or self._named(name, 0)

    def _named(self, name: str, depth: int) -> Style:
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = self._resolved(name, depth)
        return known

    def _resolved(self, name: str, depth: int) -> Style:
        element = self._elements.get(name)
        decoded = _ENCODED.sub(lambda found: chr(int(found.group(1), 16)), name)
        if element is None or depth > DEEPEST:
            return Style(kind=kind_of_style(decoded))
        parent = element.get(_PARENT)
        style = self._named(parent, depth + 1) if parent and parent != name else PLAIN
        if kind := kind_of_style(decoded):
            style = replace(style, kind=kind)
        level = element.get(_OUTLINE)
        if level is not None:
            style = replace(style, level=whole(level, 0))
        paragraph, text = element.find(_PARAGRAPH_PROPERTIES), element.find(_TEXT_PROPERTIES)
        if text is not None and text.get(_DISPLAY):
            style = replace(style, hidden=text.get(_DISPLAY) == "none")
        if text is not None and _is_raised(text):
            style = replace(style, raised=True)
        new_page = bool(element.get(_MASTER))
        if paragraph is not None:
            new_page |= paragraph.get(_BREAK) == "page"
            margin = paragraph.get(_MARGIN)
            if margin is not None:
                style = replace(style, spaces=_spaces(margin))
        return replace(style, new_page=new_page) if new_page != style.new_page else style

    def list_levels(self, name: str) -> dict[int, etree._Element]:
        """Levels of a list style, from 1."""
        return self._lists.get(name, {})


@dataclass(slots=True)
class Counter:
    """Numbers of one list; `levels`: the list style's levels."""

    levels: dict[int, etree._Element]
    counts: dict[int, int] = field(default_factory=dict)

    def label(self, level: int, start: str | None) -> str:
        """The label of the next item at `level` (from 1); `start`: the number it says that it has."""
        format_ = self.levels.get(level)
        if format_ is None or level > LEVELS:
            return ""
        if format_.tag != t("list-level-style-number"):
            return BULLET if format_.tag == t("list-level-style-bullet") else ""
        first = whole(format_.get(t("start-value")), 1)
        self.counts[level] = whole(start, first) if start else self.counts.get(level, first - 1) + 1
        for deeper in [place for place in self.counts if place > level]:
            del self.counts[deeper]
        sample = format_.get(s("num-format"))
        if not sample:
            return ""
        above = max(1, level - whole(format_.get(t("display-levels")), 1) + 1)
        numbers = [self._shown(place) for place in range(above, level + 1)]
        return f"{format_.get(s('num-prefix')) or ''}{'.'.join(numbers)}{format_.get(s('num-suffix')) or ''}"

    def _shown(self, level: int) -> str:
        format_ = self.levels.get(level)
        sample = format_.get(s("num-format")) if format_ is not None else None
        return shown_by_sample(self.counts.get(level, 1), sample or "1")


def _is_raised(said: etree._Element) -> bool:
    """Whether properties of words set them above their line: `super 58%`, `33% 58%`."""
    place = (said.get(s("text-position")) or "").split(" ")[0]
    return place == "super" or (place[:1].isdecimal() and place.rstrip("%") != "0")


def whole(value: str | None, otherwise: int) -> int:
    """A whole number of at most six digits out of an attribute, `otherwise` for anything else."""
    if value and value.isascii() and value.isdecimal() and len(value) <= 6:
        return int(value)
    return otherwise


def _spaces(length: str) -> int:
    found = _LENGTH.match(length)
    points = float(found.group(1)) * _POINTS[found.group(2)] if found else 0.0
    return max(0, min(12, int(points / POINTS_A_SPACE)))
