"""Where in a text the words of a note stand, and the note as one string."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citecheck.model import Span
from citecheck.parse.layout import Layout
from citecheck.parse.rows import Kind, Row

_SPACES = re.compile(r"\s+")


def spans_of(layout: Layout, first: int, row: int, end: int) -> tuple[Span, ...]:
    """Stretches of a note's text between rows, page furniture and the note's own number left out."""
    spans: list[Span] = []
    begin, last = first, first
    label = layout.rows[row].label
    for place in range(row, end):
        current: Row = layout.rows[place]
        if label is not None and begin < last <= label.start < current.start:
            # Sorted by height, a page has the raised number after the first of the note's lines.
            spans.append(Span(begin, last))
            begin = last = current.start
        if current.kind is not Kind.TEXT:
            if last > begin:
                spans.append(Span(begin, last))
            begin = last = current.end
            continue
        if begin == last and place > row:
            begin = current.start
        last = max(current.end, begin)
    if last > begin or not spans:
        spans.append(Span(begin, max(last, begin)))
    return tuple(spans)


def joined(content: str, spans: Sequence[Span]) -> str:
    """Text of the spans with every run of white space as one space."""
    return _SPACES.sub(" ", " ".join(span.of(content) for span in spans)).strip()
