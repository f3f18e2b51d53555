"""What a stretch of words says where writing and value are two things."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Value:
    """A value at words `first:last`."""

    kind: str
    """`part`, `day`, `money`, `count` or `clock`."""
    values: frozenset[object]
    """Equal ones are one value; several where the words can be read in several ways."""
    first: int
    last: int
    figures: bool = False
    """Nothing but figures and their signs."""
    bare: bool = False
    """A scale word without a number, which may stand before it unread: told where it meets its like alone."""

    def meets(self, other: Value) -> bool:
        """Whether both may be one value."""
        return not self.values.isdisjoint(other.values)

    def overlaps(self, other: Value) -> bool:
        """Whether two values of one side share a word."""
        return self.first < other.last and other.first < self.last
