"""Lines of a text that hold something, and what stands around them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from citecheck.model import Span


class Kind(Enum):
    TEXT = "text"
    PAGE_NUMBER = "page number"
    HEAD = "running head"


@dataclass(slots=True)
class Row:
    """A line that holds something. Offsets are without the spaces around it."""

    start: int
    end: int
    indent: int
    """Spaces before its first character."""
    gap: int
    """Empty lines between the row before and this one."""
    line: int
    rule: int = 0
    """Length of the rule between the row before and this one, 0 for none."""
    feed: bool = False
    """A form feed stands between the row before and this one."""
    kind: Kind = Kind.TEXT
    after: int = 0
    """Empty lines after it."""
    stray: bool = False
    """A running head that stands within the text of a page: no page ends there."""
    label: Span | None = None
    """The note's number where it has a line of its own: above the row, else behind its paragraph."""

    @property
    def first(self) -> int:
        """Offset at which it begins, its label included."""
        return min(self.start, self.label.start) if self.label else self.start

    @property
    def width(self) -> int:
        return self.end - self.start
