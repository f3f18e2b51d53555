"""What is put together while the notes of HTML are told: calls, and the notes that they lead to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from citecheck.model import Span
from citecheck.read.html_element import Element

_BARE_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


@dataclass(slots=True, eq=False)
class Call:
    """A link that may call a note."""

    link: Element
    target: Element
    span: tuple[int, int]
    """Of the link, without white space at its ends."""
    label: str
    said: bool
    """Whether the mark-up calls it a call."""
    entry: bool
    """Whether it calls it the call of an entry in a list of sources."""
    word: str = ""
    """What stands before the number: `note ` in `[note 1]`."""

    def shown(self, worded: bool) -> str:
        """The label, with its word where that tells one series of notes from another."""
        return self.word + self.label if worded else self.label


@dataclass(slots=True, eq=False)
class Found:
    """A note: where it stands, who calls it, which links in it lead back."""

    target: Element
    start: int
    end: int
    label: str
    calls: list[Call] = field(default_factory=list)
    """In order of place."""
    back: list[Element] = field(default_factory=list)
    entry: bool = False
    guessed: bool = False
    """That it is an entry is told by the brackets of its calls alone."""
    heading: bool = False
    """No note but a heading, tied to a table of contents."""

    @property
    def first_call(self) -> int:
        return self.calls[0].link.start if self.calls else -1

    def leads_back(self, start: int, end: int) -> bool:
        return any(start <= link.start < end for link in self.back)


def entry_label(note: Found, label: str) -> str:
    """What an entry is shown by: a bare year would be its number (`Birch (2007)`, the year a link)."""
    if not _BARE_YEAR.fullmatch(label):
        return label
    return next((call.label for call in note.calls if not call.label.isdecimal()), "")


def shown(content: str, spans: Sequence[Span]) -> bool:
    """Whether a note has words."""
    return "".join([content[span.start : span.end] for span in spans]).strip() != ""
