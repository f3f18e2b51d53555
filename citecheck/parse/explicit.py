"""Notes that say themselves that they are notes: `[^n]: …` and `[Footnote n: …]` in a plain text.

Both kinds have an end as well as a beginning (a blank line without indentation, the closing bracket), so
nothing has to be weighed; they are handed on as marks, as if the format had said so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from citecheck.model import Mark, MarkKind, Span
from citecheck.parse.words import label_words

LONGEST = 20_000
"""Characters in which a bracketed note must close."""

_DEFINITION = re.compile(r"^[ ]{0,3}\[\^([^\]\s]{1,60})\]:[ \t]*", re.M)
_CALL = re.compile(r"\[\^([^\]\s]{1,60})\](?!:)")
_NEXT_BLOCK = re.compile(r"\n[ \t]*\n(?![ \t]{2,}\S|\t)")
_BRACKET = re.compile(r"[\[\]]")
_SHORT_CALL = re.compile(r"\[(\d{1,4}|[A-Za-z]{1,4}|[*†‡§]{1,4})\]")


@dataclass(frozen=True, slots=True)
class _Found:
    label: str
    whole: Span
    text: Span


def explicit_marks(content: str) -> tuple[Mark, ...]:
    """Marks of the notes and calls in `content`, in order of place; empty where it has no such notes."""
    return _markdown(content) or _named(content)


def _markdown(content: str) -> tuple[Mark, ...]:
    if "[^" not in content:
        return ()
    heads = list(_DEFINITION.finditer(content))
    if not heads:
        return ()
    notes: list[_Found] = []
    for place, head in enumerate(heads):
        limit = heads[place + 1].start() if place + 1 < len(heads) else len(content)
        stop = _NEXT_BLOCK.search(content, head.end(), limit)
        end = _trimmed(content, head.end(), stop.start() if stop else limit)
        notes.append(_Found(head.group(1), Span(head.start(), end), Span(head.end(), end)))
    calls = [
        Mark(MarkKind.MARKER, (Span(*match.span(1)),), label=match.group(1), key=match.group(1))
        for match in _CALL.finditer(content)
        if content[match.end() : match.end() + 1] != ":" or content[match.start() - 1 : match.start()] != "\n"
    ]
    return _marks(notes, calls)


def _named(content: str) -> tuple[Mark, ...]:
    """`[Footnote 12: …]`, as Project Gutenberg prints notes; calls are `[12]`, `[A]`, `[*]`."""
    pattern = re.compile(rf"\[(?:{label_words()})[ \u00a0]?([^\s\]:]{{1,6}})?\s?:[ \t]*", re.I)
    notes: list[_Found] = []
    position = 0
    while match := pattern.search(content, position):
        close = _closing(content, match.end())
        position = close if close > 0 else match.end()
        if close > 0:
            end = _trimmed(content, match.end(), close)
            label = match.group(1) or str(len(notes) + 1)
            notes.append(_Found(label, Span(match.start(), close + 1), Span(match.end(), end)))
    if not notes:
        return ()
    labels = {note.label for note in notes}
    calls = [
        Mark(MarkKind.MARKER, (Span(*match.span(1)),), label=match.group(1))
        for match in _SHORT_CALL.finditer(content)
        if match.group(1) in labels
    ]
    return _marks(notes, calls)


def _closing(content: str, start: int) -> int:
    """Offset of the bracket that closes a note whose text begins at `start`, -1 for none."""
    depth = 1
    for match in _BRACKET.finditer(content, start, start + LONGEST):
        depth += 1 if match.group() == "[" else -1
        if depth == 0:
            return match.start()
    return -1


def _trimmed(content: str, start: int, end: int) -> int:
    while end > start and content[end - 1].isspace():
        end -= 1
    return end


def _marks(notes: Sequence[_Found], calls: Sequence[Mark]) -> tuple[Mark, ...]:
    """Notes, and those calls that stand outside the definitions themselves."""
    labels = [note.whole.start for note in notes]
    marks = [
        Mark(MarkKind.NOTE, (note.text,), label=note.label, key="", origin="text", detail="footnote")
        for note in notes
    ]
    starts = set(labels)
    marks += [call for call in calls if call.spans[0].start - 2 not in starts]
    return tuple(sorted(marks, key=lambda mark: mark.spans[0]))
