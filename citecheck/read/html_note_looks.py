"""Notes that lead back to nothing and whose mark-up says nothing: told by what their calls look like.

A call is raised, stands in brackets or hangs on a word, and the note begins with the number that the call
shows, or stands in a list at that place.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from citecheck.read.html_element import Element
from citecheck.read.html_note_bounds import HEADINGS, WHOLE, block_of
from citecheck.read.html_note_parts import YEAR, Call
from citecheck.read.html_note_text import own_label

LONGEST_GROUP = 60
"""Characters of a group of numbers on either side of a link."""
LEAST_RISING, CITING = 3, 0.8
"""Entries at least whose numbers nobody shows and whose calls rise as they do; share of them with a year."""
LEAST_NAMES, LONGEST_NAMES = 2, 3_000
"""Words and characters of a block of authors."""
CAPITALS = 0.7
"""Share of words with a capital before a call among names, as in `pdf_bylines`."""
BEHIND = 60
"""Characters behind it in which half of the words, at least, have one, too."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_SHOWN = re.compile(r"\S")
_DIGITS = re.compile(r"\d+")
_OPENED = re.compile(r"[\[(]\s?(?:\d{1,4}[a-z]?\s?[,;‐‑–—-]\s?)*\Z")
_CLOSED = re.compile(r"(?:\s?[,;‐‑–—-]\s?\d{1,4}[a-z]?)*\s?[\])]")
_ON_A_WORD = re.compile(r"[^\W\d_][.,;:!?…»”’\"')\]]{0,3}\Z")


def is_bracketed(content: str, start: int, end: int, opening: str = "[") -> bool:
    """Whether a call stands in brackets, alone or with others: `[4]`, `[4, 5]`, `[4–7]`."""
    if content[start : start + 1] == opening:
        return True
    before = content[max(0, start - LONGEST_GROUP) : start]
    opened = before.rfind(opening)
    if opened < 0 or _OPENED.match(before, opened) is None:
        return False
    return _CLOSED.match(content, end, end + LONGEST_GROUP) is not None


class Looks:
    """What calls look like in one document."""

    def __init__(self, content: str, raised: Sequence[Element]) -> None:
        self._content = content
        self._raised = {element.start: element.end for element in raised}
        self._rising: set[Element] = set()
        self._citing: dict[Element, bool] = {}
        """Whether blocks bear a year; one may hold all notes of a book."""
        self.shapes: dict[str, bool] = {}
        """Links without their digits that call notes; whether those stand in brackets."""

    def rise(self, calls: Sequence[Sequence[Call]]) -> None:
        """Learn from the calls of each place that has been told nothing of: a list whose entries show no
        number is one where the numbers of its calls rise from entry to entry."""
        rows: dict[tuple[str, str], list[tuple[int, int, Element]]] = defaultdict(list)
        for own in calls:
            labels, block = {call.label for call in own}, block_of(own[0].target)
            if len(labels) == 1 and own[0].label.isdecimal() and not own[0].word:
                shape = _DIGITS.sub("", own[0].link.href)
                rows[shape, block.tag].append((block.start, int(own[0].label), own[0].target))
        for row in rows.values():
            row.sort(key=lambda entry: entry[:2])
            numbers = [number for _, number, _ in row]
            rises = len(row) >= LEAST_RISING and numbers == sorted(set(numbers))
            if rises and sum(self._cites(target) for _, _, target in row) >= CITING * len(row):
                self._rising.update(target for _, _, target in row)

    def tell(self, target: Element, start: int, end: int, calls: Sequence[Call]) -> bool | None:
        """Whether the calls of a note from `start` to `end` stand in brackets; `None` for what is none."""
        if all(map(self._is_author, calls)) and not self._cites(target):
            return None
        labels = self._labels(target, start, end)
        for call in calls:
            if self._leads_back(call):
                continue
            if (call.label in labels or target in self._rising) and self._is_one(call):
                shape = _DIGITS.sub("", call.link.href)
                boxed = is_bracketed(self._content, *call.span) or self._is_round(call)
                return self.shapes.setdefault(shape, boxed)
        return None

    def _leads_back(self, call: Call) -> bool:
        """Whether a link begins its block and leads into the midst of another, as the label of a note does
        that leads back to its call."""
        own, other = block_of(call.link), block_of(call.target)
        if call.target.breaks or _SHOWN.search(self._content, own.start, call.link.start):
            return False
        return _SHOWN.search(self._content, other.start, call.target.start) is not None

    def after_label(self, start: int, label: str) -> int:
        """Where the text of a note goes on that may begin with its raised label: `<sup>1</sup>As of 1880`."""
        end = self._raised.get(start)
        if end is None:
            return start
        return end if self._content[start:end].strip() == label else start

    def _labels(self, target: Element, start: int, end: int) -> set[str]:
        """The labels that a note shows at its beginning."""
        content, block = self._content, block_of(target)
        above = block.parent
        if not block.ordinal and above is not None and above.tag == "li" and above.start == block.start:
            block = above
        raised = content[start : self._raised.get(start, start)].strip()
        return {str(block.ordinal or ""), own_label(content, start, end), raised} - {""}

    def _is_one(self, call: Call) -> bool:
        """Whether a link looks like the call of a note: raised, in brackets, like others that are."""
        link = call.link
        return (
            link.tag == "sup"
            or (link.parent is not None and link.parent.tag == "sup")
            or is_bracketed(self._content, *call.span)
            or link.start in self._raised
            or _DIGITS.sub("", link.href) in self.shapes
            or self._is_round(call)
            or self._is_glued(call)
        )

    def _is_glued(self, call: Call) -> bool:
        """Whether a number hangs on a word, as a style sheet may raise it, and leads to a paragraph or the
        like: sections and figures are named with a space."""
        start = call.span[0]
        if not call.label.isdecimal() or block_of(call.target).tag in WHOLE:
            return False
        return _ON_A_WORD.search(self._content, max(0, start - 4), start) is not None

    def _is_round(self, call: Call) -> bool:
        """Whether a call stands in round brackets, as steps and formulas do, and leads to what cites."""
        if call.word or not is_bracketed(self._content, *call.span, "("):
            return False
        return self._cites(call.target)

    def _is_author(self, call: Call) -> bool:
        """Whether a call stands among the names of an article's authors. A sentence that begins with a name
        goes on in small letters behind its call."""
        block = block_of(call.link)
        if block.tag in HEADINGS or block.end - block.start > LONGEST_NAMES or not call.label.isalnum():
            return False
        words = _WORD.findall(self._content, block.start, call.span[0])
        if len(words) < LEAST_NAMES or sum(map(str.istitle, words)) < CAPITALS * len(words):
            return False
        end = call.span[1]
        following = _WORD.findall(self._content, end, min(block.end, end + BEHIND))
        return sum(map(str.istitle, following)) * 2 >= len(following)

    def _cites(self, target: Element) -> bool:
        block = block_of(target)
        if (known := self._citing.get(block)) is None:
            known = self._citing[block] = YEAR.search(self._content, block.start, block.end) is not None
        return known
