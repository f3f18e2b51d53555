"""Which note holds a place of the manuscript."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from citecheck.model import Note


def owners(notes: Sequence[Note]) -> _Owner:
    """Tells the note that holds an offset of the text, `None` where none does."""
    return _Owner(
        sorted(((span.start, span.end, note) for note in notes for span in note.spans), key=lambda x: x[:2])
    )


class _Owner(NamedTuple):
    """Which note holds an offset."""

    parts: list[tuple[int, int, Note]]

    def __call__(self, offset: int) -> Note | None:
        index = bisect_right(self.parts, offset, key=lambda part: part[0]) - 1
        if index >= 0 and offset < self.parts[index][1]:
            return self.parts[index][2]
        return None
