"""What a correction is: edits of the text as read, and words for the editor who looks them over."""

from __future__ import annotations

from dataclasses import dataclass

from citecheck.model import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """`text` in place of the characters of `span` (offsets in the text as read); an empty span inserts."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Why:
    """A reason for a correction; `steps` of `citecheck repair` where the address was damaged."""

    words: str
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One correction, all of it made or none of it."""

    link: int
    """Index of the address among the extraction's links; every edit stands at its start or behind it."""
    note: str | None
    """Label of the note, `None` outside notes."""
    line: int
    before: str
    """What is printed, up to where words are put in."""
    after: str
    why: tuple[Why, ...]
    edits: tuple[Edit, ...]
    target: tuple[str, str] | None = None
    """Address of the mark-up before and after, where a format keeps it apart from the text."""


@dataclass(frozen=True, slots=True)
class Left:
    """An address that something is wrong with and that was left as it is."""

    note: str | None
    line: int
    raw: str
    why: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What to change and what to leave, both in order of place."""

    changes: tuple[Change, ...] = ()
    left: tuple[Left, ...] = ()
