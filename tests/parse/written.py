"""Manuscripts for tests, written with their notes and calls told: `¦7¦` is the call of note 7, and
`⟦7|text⟧` its note, so that a test of quotations does not hang on how notes are found."""

from __future__ import annotations

import re

from citecheck.model import Lines, Marker, Note, NoteKind, Span, Text

_PART = re.compile(r"¦(\d+)¦|⟦(\d+)\|([^⟧]*)⟧")


def written(source: str) -> tuple[Text, list[Note], list[Marker]]:
    """The text without the signs, its notes and its markers."""
    content = ""
    position = 0
    notes: list[Note] = []
    markers: list[Marker] = []
    for part in _PART.finditer(source):
        content += source[position : part.start()]
        position = part.end()
        number = int(part.group(1) or part.group(2))
        if part.group(1):
            span = Span(len(content), len(content) + len(part.group(1)))
            markers.append(Marker(number, span, content.count("\n") + 1, part.group(1), str(number)))
            content += part.group(1)
        else:
            content += f"{number} "
            notes.append(note(number, part.group(3), len(content), content.count("\n") + 1))
            content += part.group(3)
    content += source[position:]
    assert len(Lines(content)) == content.count("\n") + 1
    return Text(content), notes, markers


def note(number: int, text: str, start: int = 0, line: int = 1, *, truncated: bool = False) -> Note:
    """A note that stands in one piece at `start`."""
    return Note(
        id=str(number),
        number=number,
        label=str(number),
        kind=NoteKind.FOOTNOTE,
        spans=(Span(start, start + len(text)),),
        text=" ".join(text.split()),
        line=line,
        end_line=line,
        truncated=truncated,
    )
