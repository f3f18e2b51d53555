"""Notes of tables: raised letters and signs in cells, explained below in paragraphs that begin with them.

They are no part of the numbering of the text, and no format has mark-up of its own for them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from citecheck.model import Mark, MarkKind, Span, Text
from citecheck.parse.draft import Draft, Found
from citecheck.parse.markers import Call
from citecheck.patterns import late

IN_CELL, AT_BEGINNING = "cell", "begin"
"""Words in the detail of a raised mark: where it stands."""
FAR = 12
"""Paragraphs below a table, captions and notes, in which its notes may stand."""
SHORTEST = 3
"""Letters of a note."""

_LABEL = late(r"[^\W\d_]{1,2}|[*†‡§¶#∗⁎]{1,3}")
_GAP = re.compile(r"\n[ \t]*\n")
_LEAD = re.compile(r"[\s.:)]*")


def with_table_notes(text: Text, found: Found) -> Found:
    """Notes and calls, those of tables among them."""
    raised = [mark for mark in text.marks if mark.kind is MarkKind.RAISED and mark.detail]
    if not any(IN_CELL in mark.detail for mark in raised):
        return found
    tables = _tables(text.content, raised)
    starts = {mark.spans[0].start for _, bodies in tables for mark in bodies}
    gone = {(draft.round, draft.number) for draft in found.notes if draft.start in starts}
    notes = [draft for draft in found.notes if (draft.round, draft.number) not in gone]
    calls = [call for call in found.calls if (call.round, call.number) not in gone]
    round_ = max((draft.round for draft in notes), default=0)
    for called, bodies in tables:
        round_ += 1
        numbers: dict[str, int] = {}
        for number, mark in enumerate(bodies, 1):
            label = mark.spans[0].of(text.content)
            numbers[label] = number
            span = _body(text.content, mark)
            notes.append(Draft(number, round_, label, (span,), mark.spans[0].start))
        for mark in called:
            span, label = mark.spans[0], mark.spans[0].of(text.content)
            if label in numbers:
                calls.append(Call(span.start, span.end, numbers[label], round_, label))
    return Found(
        tuple(sorted(notes, key=lambda draft: draft.start)),
        tuple(sorted(calls, key=lambda call: call.start)),
    )


def _tables(content: str, raised: Sequence[Mark]) -> list[tuple[list[Mark], list[Mark]]]:
    """For each table that has notes the marks that call them, and those that they begin with."""
    tables: list[tuple[list[Mark], list[Mark]]] = []
    called: list[Mark] = []
    bodies: list[Mark] = []
    for mark in raised:
        label = mark.spans[0].of(content)
        if not _LABEL.fullmatch(label):
            continue
        labels = {one.spans[0].of(content) for one in called}
        begins = AT_BEGINNING in mark.detail and label in labels and _near(content, called, mark)
        if begins and label not in {one.spans[0].of(content) for one in bodies} and _says(content, mark):
            bodies.append(mark)
        elif IN_CELL in mark.detail:
            if bodies:
                tables.append((called, bodies))
                called, bodies = [], []
            called.append(mark)
    return [*tables, (called, bodies)] if bodies else tables


def _near(content: str, called: Sequence[Mark], mark: Mark) -> bool:
    """Whether a paragraph stands so near below the table that it may be one of its notes."""
    return sum(1 for _ in _GAP.finditer(content, called[-1].spans[0].end, mark.spans[0].start)) <= FAR


def _says(content: str, mark: Mark) -> bool:
    body = _body(content, mark).of(content)
    return sum(map(str.isalpha, body)) >= SHORTEST


def _body(content: str, mark: Mark) -> Span:
    """The rest of the paragraph that begins with a mark."""
    start = mark.spans[0].end
    lead = _LEAD.match(content, start)
    start = lead.end() if lead else start
    gap = _GAP.search(content, start)
    end = gap.start() if gap else len(content)
    return Span(start, start + len(content[start:end].rstrip()))
