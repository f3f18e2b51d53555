"""What the audit of one fragment of a quotation gathers."""

from __future__ import annotations

from dataclasses import dataclass, field

from citecheck.match.page import Page
from citecheck.match.quoted import Fragment
from citecheck.match.rules import Rules
from citecheck.model import Difference, DifferenceKind


@dataclass(slots=True)
class Comparison:
    """What the audit of one fragment gathers."""

    fragment: Fragment
    page: Page
    rules: Rules
    differences: list[Difference] = field(default_factory=list)
    possible_ocr: bool = False
    damaged: int = 0
    """Words that a scan or a slip has damaged."""
    reordered: bool = False
    calls: int = 0
    """Note numbers, running heads, asides on one side, which are no words of the passage."""
    missing: int = 0
    """Quoted words in runs that the page lacks."""
    excused: list[tuple[int, int]] = field(default_factory=list)
    """Stretches of the quotation, and of the page, whose numbers are explained."""
    excused_page: list[tuple[int, int]] = field(default_factory=list)
    units: list[tuple[bool, frozenset[str], str]] = field(default_factory=list)
    """Units that one side only has at a place: whether that is the quotation, the unit, the words."""
    verbatim: bool = True
    """Same words, accents and punctuation."""
    first: int = 0
    last: int = 0
    """Page words of the passage, widened by what was moved."""

    def quoted(self, i1: int, i2: int) -> str:
        words = self.fragment.words
        return self.fragment.raw[words.starts[i1] : words.ends[i2 - 1]] if i2 > i1 else ""

    def found(self, j1: int, j2: int) -> str:
        return self.page.span(j1, j2).of(self.page.text.content) if j2 > j1 else ""

    def add(self, kind: DifferenceKind, quoted: str, found: str) -> None:
        self.differences.append(Difference(kind, quoted, found))

    def excuse(self, i1: int, i2: int, j1: int, j2: int) -> None:
        words, page = self.fragment.words, self.page.words
        if i2 > i1:
            self.excused.append((words.starts[i1], words.ends[i2 - 1]))
        if j2 > j1:
            self.excused_page.append((page.starts[j1], page.ends[j2 - 1]))
