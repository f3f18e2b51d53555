"""Numbers that Word counts while it shows a document and does not store: of notes, and of lists.

Notes: ISO 29500-1, 17.11 (`numFmt`, `numStart`, `numRestart`), said for the whole document in its settings
and overruled by a section. Lists: 17.9.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from citecheck.read.docx_names import ID, VAL, w
from citecheck.read.docx_styles import number_of
from citecheck.read.shown_numbers import shown

LEVELS = 9
BULLET = "•"


@dataclass(frozen=True, slots=True)
class NoteFormat:
    """How the notes of a section are numbered."""

    way: str = "decimal"
    start: int = 1
    restart: str = "continuous"


FOOTNOTES, ENDNOTES = NoteFormat(), NoteFormat("lowerRoman")
"""What Word does where the file says nothing."""


def note_format(properties: etree._Element | None, kind: str, base: NoteFormat) -> NoteFormat:
    """How settings or a section want notes of `kind` numbered; `base` for what they leave out."""
    own = properties.find(w(f"{kind}Pr")) if properties is not None else None
    for child in own if own is not None else ():
        value = child.get(VAL) or ""
        if child.tag == w("numFmt") and value:
            base = replace(base, way=value)
        elif child.tag == w("numStart"):
            base = replace(base, start=number_of(value, 1))
        elif child.tag == w("numRestart") and value:
            base = replace(base, restart=value)
    return base


@dataclass(slots=True)
class NoteNumbers:
    """Counts the notes of one kind in the order of their calls."""

    sections: Sequence[NoteFormat]
    _next: int | None = None
    _section: int = 0
    _page: int = 0

    def label(self, section: int, page: int) -> str:
        """The number shown for the next note, called in `section` (from 0) on `page`."""
        format_ = self.sections[min(section, len(self.sections) - 1)]
        anew = self._next is None
        anew |= format_.restart == "eachSect" and section != self._section
        anew |= format_.restart == "eachPage" and page != self._page
        number = format_.start if anew or self._next is None else self._next
        self._next, self._section, self._page = number + 1, section, page
        return shown(number, format_.way)

    @property
    def by_page(self) -> bool:
        """Whether some numbers start anew on each page."""
        return any(format_.restart == "eachPage" for format_ in self.sections)


@dataclass(frozen=True, slots=True)
class _Level:
    way: str = "decimal"
    text: str = ""
    start: int = 1


@dataclass(slots=True)
class _List:
    levels: dict[int, _Level] = field(default_factory=dict)
    counts: list[int | None] = field(default_factory=lambda: [None] * LEVELS)


class ListNumbers:
    """Labels of list paragraphs: `2.`, `[14]`, `b)`, a bullet."""

    def __init__(self, root: etree._Element | None) -> None:
        abstract: dict[str, _List] = {}
        self._lists: dict[str, _List] = {}
        for element in root if root is not None else ():
            if element.tag == w("abstractNum"):
                levels = {
                    number_of(level.get(w("ilvl")), 0): _level(level) for level in element.iter(w("lvl"))
                }
                abstract[element.get(w("abstractNumId")) or ""] = _List(levels)
            elif element.tag == w("num"):
                named = element.find(w("abstractNumId"))
                base = abstract.get((named.get(VAL) or "") if named is not None else "")
                if base is not None:
                    self._lists[element.get(w("numId")) or element.get(ID) or ""] = _instance(element, base)

    def label(self, list_id: str, level: int) -> str:
        """The label of the next paragraph of a list at `level` (from 0); empty where it has none."""
        own = self._lists.get(list_id)
        if own is None or not 0 <= level < LEVELS:
            return ""
        format_ = own.levels.get(level, _Level())
        if format_.way == "bullet":
            return BULLET
        if format_.way == "none":
            return ""
        count = own.counts[level]
        own.counts[level] = format_.start if count is None else count + 1
        own.counts[level + 1 :] = [None] * (LEVELS - level - 1)
        label = format_.text
        for place in range(LEVELS):
            if f"%{place + 1}" in label:
                held = own.levels.get(place, _Level())
                number = own.counts[place]
                label = label.replace(
                    f"%{place + 1}", shown(held.start if number is None else number, held.way)
                )
        return label


def _level(element: etree._Element) -> _Level:
    values = {child.tag: child.get(VAL) or "" for child in element}
    return _Level(
        values.get(w("numFmt"), "decimal"), values.get(w("lvlText"), ""), number_of(values.get(w("start")), 1)
    )


def _instance(element: etree._Element, base: _List) -> _List:
    """A list of its own counts where it overrules something, else one that counts on with its siblings."""
    overruled = element.findall(w("lvlOverride"))
    if not overruled:
        return base
    own = _List(dict(base.levels))
    for override in overruled:
        place = number_of(override.get(w("ilvl")), 0)
        level = override.find(w("lvl"))
        if level is not None:
            own.levels[place] = _level(level)
        start = override.find(w("startOverride"))
        if start is not None:
            own.levels[place] = replace(own.levels.get(place, _Level()), start=number_of(start.get(VAL), 1))
    return own
