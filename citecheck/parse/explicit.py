"""Notes that say themselves that they are notes, in a plain text.

`[^n]: …` (Markdown), `.. [n] …` (reStructuredText), `^n …` (a page saved by lynx) and `[Footnote n: …]`
(Project Gutenberg). They have an end as well as a beginning (a blank line, a line without indentation, the
closing bracket), so nothing has to be weighed; they are handed on as marks, as if the format had said so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from citecheck.model import Mark, MarkKind, Span
from citecheck.parse.words import label_words
from citecheck.patterns import late

LONGEST = 20_000
"""Characters in which a bracketed note must close."""

_DEFINITION = late(r"^[ ]{0,3}\[\^([^\]\s]{1,60})\]:[ \t]*", re.M)
_CALL = late(r"\[\^([^\]\s]{1,60})\](?!:)")
_NEXT_BLOCK = late(r"\n[ \t]*\n(?![ \t]{2,}\S|\t)")
_BRACKET = re.compile(r"[\[\]]")
_RST_LABEL = r"\d{1,4}|#[\w.-]*|\*|[A-Za-z][\w.-]{0,60}"
_RST_NOTE = late(rf"^\.\.[ \t]+\[({_RST_LABEL})\](?:[ \t]+|[ \t]*\n[ \t]+)(?=\S)", re.M)
_RST_CALL = late(rf"\[({_RST_LABEL})\]_(?!_)")
_OUTDENT = re.compile(r"\n(?=\S)")
_RAISED_NOTE = late(r"^[ \t]*\^(\d{1,4}|[a-z])[ \t]+(?=\S)", re.M)
_RAISED_CALL = late(r"(?<=[^\s^\d\[])\^(\d{1,4}|[a-z])(?![\w^])")
_BLANK = re.compile(r"\n[ \t]*\n")
_SHORT_CALL = late(r"\[(\d{1,4}|[A-Za-z]{1,4}|[*†‡§]{1,4})\]")
_MAY_BE_NAMED = re.compile(r"\[[^\W\d_][^\]:]{0,80}:")
"""What is soon looked for before the words of all languages."""


class _Found(NamedTuple):
    label: str
    whole: Span
    text: Span


def explicit_marks(content: str) -> tuple[Mark, ...]:
    """Marks of the notes and calls in `content`, in order of place; empty where it has no such notes."""
    return _markdown(content) or _restructured(content) or _raised(content) or _named(content)


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


def _restructured(content: str) -> tuple[Mark, ...]:
    """`.. [1] …` called by `[1]_`; `[#]_` takes the notes without a number in order."""
    heads = list(_RST_NOTE.finditer(content)) if "]_" in content else []
    if not heads:
        return ()
    shown = _numbers([head.group(1) for head in heads])
    notes: list[_Found] = []
    keys: list[str] = []
    order: dict[str, int] = {}
    for head, label in zip(heads, shown, strict=True):
        stop = _OUTDENT.search(content, head.end())
        end = _trimmed(content, head.end(), stop.start() if stop else len(content))
        notes.append(_Found(label, Span(head.start(), end), Span(head.end(), end)))
        keys.append(_nth(head.group(1), order))
    order.clear()
    calls = [
        Mark(
            MarkKind.MARKER,
            (Span(*match.span(1)),),
            label="" if match.group(1).startswith("#") else match.group(1),
            key=_nth(match.group(1), order),
        )
        for match in _RST_CALL.finditer(content)
    ]
    marks = _marks(notes, calls, [MarkKind.REFERENCE if key[0].isalpha() else MarkKind.NOTE for key in keys])
    by_place = {note.text.start: key for note, key in zip(notes, keys, strict=True)}
    return tuple(
        mark if mark.kind is MarkKind.MARKER else replace(mark, key=by_place[mark.spans[0].start])
        for mark in marks
    )


def _nth(label: str, seen: dict[str, int]) -> str:
    """A key for a label; those that are used again and again (`#`, `*`) are told apart by order."""
    if label not in ("#", "*"):
        return label
    seen[label] = seen.get(label, 0) + 1
    return f"{label}{seen[label]}"


def _numbers(labels: Sequence[str]) -> list[str]:
    """Labels as the reader sees them: those with `#` take the numbers that are free, in order."""
    free = iter(n for n in range(1, len(labels) * 2 + 1) if str(n) not in labels)
    return [str(next(free)) if label.startswith("#") else label for label in labels]


def _raised(content: str) -> tuple[Mark, ...]:
    """`^1 …` at the beginning of a line, called by `word.^1`: raised numbers in a page saved as text."""
    heads = list(_RAISED_NOTE.finditer(content)) if "^" in content else []
    labels = {head.group(1) for head in heads}
    calls = [
        Mark(MarkKind.MARKER, (Span(*match.span(1)),), label=match.group(1))
        for match in (_RAISED_CALL.finditer(content) if labels else ())
        if match.group(1) in labels
    ]
    if not calls:
        return ()
    notes: list[_Found] = []
    for place, head in enumerate(heads):
        limit = heads[place + 1].start() if place + 1 < len(heads) else len(content)
        stop = _BLANK.search(content, head.end(), limit)
        end = _trimmed(content, head.end(), stop.start() if stop else limit)
        notes.append(_Found(head.group(1), Span(head.start(), end), Span(head.end(), end)))
    return _marks(notes, calls)


def _named(content: str) -> tuple[Mark, ...]:
    """`[Footnote 12: …]`, as Project Gutenberg prints notes; calls are `[12]`, `[A]`, `[*]`."""
    if not _MAY_BE_NAMED.search(content):
        return ()
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


def _marks(
    notes: Sequence[_Found], calls: Sequence[Mark], kinds: Sequence[MarkKind] | None = None
) -> tuple[Mark, ...]:
    """Notes, and those calls that stand outside the definitions themselves."""
    marks = [
        Mark(kind, (note.text,), label=note.label, key="", origin="text", detail="footnote")
        for note, kind in zip(notes, kinds or [MarkKind.NOTE] * len(notes), strict=True)
    ]
    starts = {note.whole.start for note in notes}
    marks += [call for call in calls if call.spans[0].start - 2 not in starts]
    return tuple(sorted(marks, key=lambda mark: mark.spans[0]))
