"""What is put together while the notes of HTML are told: calls, and the notes that they lead to."""

from __future__ import annotations

import re

from citecheck.read.html_element import Element

YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
"""The year of a source."""
_BARE_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


class Call:
    """A link that may call a note. Made by `call_of`: a constructor takes three times as long."""

    __slots__ = ("entry", "label", "link", "said", "span", "target", "word")

    link: Element
    target: Element
    span: tuple[int, int]
    """Of the link, without white space at its ends."""
    label: str
    said: bool
    """Whether the mark-up calls it a call."""
    entry: bool
    """Whether it calls it the call of an entry in a list of sources."""
    word: str
    """What stands before the number: `note ` in `[note 1]`."""

    def shown(self, worded: bool) -> str:
        """The label, with its word where that tells one series of notes from another."""
        return self.word + self.label if worded else self.label


def call_of(
    link: Element, target: Element, span: tuple[int, int], label: str, said: bool, entry: bool, word: str
) -> Call:
    """A call of these fields."""
    call = Call()
    call.link = link
    call.target = target
    call.span = span
    call.label = label
    call.said = said
    call.entry = entry
    call.word = word
    return call


class Found:
    """A note: where it stands, who calls it, which links in it lead back. Made by `found_of`."""

    __slots__ = ("back", "calls", "end", "entry", "guessed", "heading", "label", "start", "target")

    target: Element
    start: int
    end: int
    label: str
    calls: list[Call]
    """In order of place."""
    back: list[Element]
    entry: bool
    guessed: bool
    """That it is an entry is told by the brackets of its calls alone."""
    heading: bool
    """No note but a heading, tied to a table of contents."""

    @property
    def first_call(self) -> int:
        return self.calls[0].link.start if self.calls else -1

    def leads_back(self, start: int, end: int) -> bool:
        return any(start <= link.start < end for link in self.back)


def found_of(
    target: Element,
    start: int,
    end: int,
    label: str,
    calls: list[Call],
    back: list[Element],
    entry: bool = False,
    guessed: bool = False,
    *,
    heading: bool = False,
) -> Found:
    """A note of these fields."""
    found = Found()
    found.target = target
    found.start = start
    found.end = end
    found.label = label
    found.calls = calls
    found.back = back
    found.entry = entry
    found.guessed = guessed
    found.heading = heading
    return found


def entry_label(note: Found, label: str) -> str:
    """What an entry is shown by: a bare year would be its number (`Birch (2007)`, the year a link)."""
    if not _BARE_YEAR.fullmatch(label):
        return label
    return next((call.label for call in note.calls if not call.label.isdecimal()), "")
