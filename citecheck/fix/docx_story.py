"""The shown characters of Word paragraphs, each with the run text that it stands in.

White space, line breaks and soft hyphens are left out, so that what was read and what stands in the file can
be laid side by side whatever the reader makes of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from citecheck.fix.certain import closed

SKIPPED = frozenset({"del", "moveFrom", "Fallback", "rPr", "pPr"})
"""What a reader of the document does not see, or sees already elsewhere."""
BREAKS = frozenset({"br", "cr", "tab", "softHyphen", "lastRenderedPageBreak"})
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def local(element: etree._Element) -> str:
    """The element's name without its namespace (strict and usual documents have different ones)."""
    return str(element.tag).rpartition("}")[2]


class Story:
    """Characters in order of reading. Offsets are those of the text without white space."""

    def __init__(self) -> None:
        self._characters: list[str] = []
        self._places: list[tuple[etree._Element, int]] = []
        self._members: list[str] = []
        self._breaks: list[tuple[int, etree._Element]] = []
        self._text: str | None = None

    def __len__(self) -> int:
        return len(self._places)

    @property
    def text(self) -> str:
        if self._text is None:
            self._text = "".join(self._characters)
        return self._text

    def add(self, parent: etree._Element, member: str) -> None:
        """Add what `parent`, of the part `member`, shows."""
        for child in parent:
            if not isinstance(child.tag, str) or local(child) in SKIPPED:
                continue
            if local(child) == "t":
                for index, character in enumerate(child.text or ""):
                    if closed(character):
                        self._put(character, child, index, member)
            elif local(child) == "noBreakHyphen":
                self._put("-", child, -1, member)
            elif local(child) in BREAKS:
                self._breaks.append((len(self._places), child))
            else:
                self.add(child, member)

    def _put(self, character: str, element: etree._Element, index: int, member: str) -> None:
        self._characters.append(character)
        self._places.append((element, index))
        self._members.append(member)
        self._text = None

    def find(self, wanted: str, start: int = 0) -> int:
        return self.text.find(wanted, start)

    def all_of(self, wanted: str) -> Iterator[int]:
        at = self.text.find(wanted) if wanted else -1
        while at >= 0:
            yield at
            at = self.text.find(wanted, at + 1)

    def stands(self, wanted: str, start: int) -> bool:
        return self.text.startswith(wanted, start)

    def member_at(self, offset: int) -> str:
        return self._members[offset]

    def element_at(self, offset: int) -> etree._Element:
        return self._places[offset][0]

    def replace(self, start: int, end: int, text: str) -> None:
        """Put `text` in place of a stretch, or behind the character before `start` where it is empty.

        Stretches must come from the last to the first: offsets inside a run are those of the file as read.
        """
        if start == end:
            element, index = self._places[start - 1]
            link = _link_ending(element, self._places[start][0] if start < len(self) else None)
            if link is not None:
                _put_behind(link, text)
            else:
                _write(element, index + 1, index + 1, text)
            return
        for at, element in self._breaks:
            if start < at < end and (parent := element.getparent()) is not None:
                parent.remove(element)
        ranges: dict[etree._Element, tuple[int, int]] = {}
        for element, index in self._places[start:end]:
            first, _ = ranges.get(element, (index, index))
            ranges[element] = (first, index + 1)
        first_one = self._places[start][0]
        for element, (first, last) in ranges.items():
            _write(element, first, last, text if element is first_one else "")


@dataclass(frozen=True, slots=True)
class Twin:
    """A text box that the file holds twice, for new programs and for old ones."""

    shown: etree._Element
    old: etree._Element
    before: str

    def follow(self) -> None:
        """Let the old programs' one say what the shown one says now."""
        if _text(self.shown) != self.before:
            self.old[:] = [deepcopy(one) for one in self.shown]


def twins_of(root: etree._Element) -> Iterator[Twin]:
    """Pairs of text boxes of a part that say the same."""
    for both in root.iter():
        if not isinstance(both.tag, str) or local(both) != "AlternateContent":
            continue
        sides = {local(side): list(_boxes(side)) for side in both if isinstance(side.tag, str)}
        for shown, old in zip(sides.get("Choice", ()), sides.get("Fallback", ()), strict=False):
            text = _text(shown)
            if text == _text(old):
                yield Twin(shown, old, text)


def _boxes(side: etree._Element) -> Iterator[etree._Element]:
    return (one for one in side.iter() if isinstance(one.tag, str) and local(one) == "txbxContent")


def _text(box: etree._Element) -> str:
    return "".join(one.text or "" for one in box.iter() if isinstance(one.tag, str) and local(one) == "t")


def _link_ending(element: etree._Element, following: etree._Element | None) -> etree._Element | None:
    """The hyperlink that `element` stands in and `following`, what comes next, does not."""
    link = next((one for one in element.iterancestors() if local(one) == "hyperlink"), None)
    if link is not None and following is not None and link in following.iterancestors():
        return None
    return link


def _put_behind(link: etree._Element, text: str) -> None:
    """A run of its own behind a hyperlink, in the format of the run that follows there, if one does."""
    following = link.getnext()
    space = str(link.tag).partition("}")[0] + "}"
    run = etree.Element(f"{space}r")
    if following is not None and local(following) == "r":
        run.extend(deepcopy(one) for one in following if isinstance(one.tag, str) and local(one) == "rPr")
    shown = etree.SubElement(run, f"{space}t")
    shown.text = text
    shown.set(_SPACE, "preserve")
    link.addnext(run)


def _write(element: etree._Element, start: int, end: int, text: str) -> None:
    if local(element) != "t":  # a hyphen that must not break, inside an address
        parent = element.getparent()
        if parent is not None and not text:
            parent.remove(element)
        return
    old = element.text or ""
    element.text = old[:start] + text + old[end:]
    element.set(_SPACE, "preserve")
