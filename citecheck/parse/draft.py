"""A note as it is put together, before its citations are read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from citecheck.model import NoteKind, Span
from citecheck.parse.markers import Call


class Draft(NamedTuple):
    """A note before its citations are read."""

    number: int
    round: int
    """Which numbering it belongs to, from 1: numbers are unique within one."""
    label: str
    spans: tuple[Span, ...]
    start: int
    """Offset of its first character, label included; marks where it stands."""
    headless: bool = False
    """Only its carried-over end is left."""
    kind: NoteKind = NoteKind.FOOTNOTE
    chapter: int | None = None
    """How many times its numbering has started, `None` where it never starts anew."""
    phrase: bool = False
    """A phrase of the text calls it, and not its number."""
    unnumbered: bool = False
    """It has lost its number, which is told by its place."""
    file: str = ""
    """Path and line of the bibliography that it stands in."""

    @property
    def continued(self) -> bool:
        return len(self.spans) > 1


class Found(NamedTuple):
    """Notes and calls of a text, each in order of place."""

    notes: tuple[Draft, ...]
    calls: tuple[Call, ...]


def of_signs(notes: Sequence[Draft]) -> bool:
    """Whether notes are called by signs alone: thanks and addresses at the head of an article, which cites
    otherwise."""
    return all(note.label and note.label[0] in "*∗†‡§¶‖∥" for note in notes)
