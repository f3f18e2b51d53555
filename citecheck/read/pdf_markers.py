"""Calls of notes: raised digits in the body, each given to a note of its page.

`67` may be two calls drawn side by side. The notes of the page say which: where 6 and 7 stand at its foot and
nothing else calls them, it is both.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from citecheck.read.pdf_lines import Line, shown

MAX_CELLS = 40_000
"""Calls times notes of one page that are compared; beyond, only the first ones."""
MAX_TOGETHER = 3
"""Calls that may stand side by side without a space."""


@dataclass(frozen=True, slots=True)
class Call:
    """A call: a range of a line, and which note it calls (its place among all notes, -1 for none)."""

    line: Line
    begin: int
    end: int
    note: int = -1


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """A note's label, and the note's place among all notes."""

    text: str
    note: int


def raised_of(lines: Sequence[Line]) -> list[Call]:
    """All raised digits and signs of a page's body."""
    return [
        Call(line, begin, end)
        for line in lines
        for begin, end in line.superior
        if end - begin <= 4 * MAX_TOGETHER and not (begin == 0 and end == len(line.text))
    ]


def paired(
    bodies: Sequence[Sequence[Line]], labels: Sequence[Sequence[PlacedLabel]]
) -> tuple[list[Call], int]:
    """Calls of the notes, and how many raised numbers call none.

    `bodies`, `labels`: lines of the body and labels of the notes, page by page. A note may be called on the
    page before its own where it did not fit there.
    """
    calls: list[Call] = []
    strays = 0
    spare: list[Call] = []
    known: set[int] = set()
    for page, (lines, placed) in enumerate(zip(bodies, labels, strict=True)):
        raised = raised_of(lines)
        own = [label for label in placed if label.note not in known]
        following = labels[page + 1][: MAX_TOGETHER - 1] if page + 1 < len(labels) else []
        found = _matched(raised, own, following)
        used = {(id(call.line), call.begin) for call in found}
        known |= {call.note for call in found}
        open_labels = [label for label in own if label.note not in known]
        late = _matched(spare, open_labels)
        known |= {call.note for call in late}
        glued = _glued(lines, [label for label in own if label.note not in known], found, own)
        left = [call for call in raised if not _covered(call, used, found)]
        strays += sum(shown(call.line.text[call.begin : call.end]).isdecimal() for call in spare) - len(late)
        spare = left
        calls += found + late + glued
    return calls, max(0, strays + len(spare))


def _covered(call: Call, used: set[tuple[int, int]], found: Sequence[Call]) -> bool:
    return (id(call.line), call.begin) in used or any(
        one.line is call.line and call.begin <= one.begin < call.end for one in found
    )


def _matched(
    raised: Sequence[Call], own: Sequence[PlacedLabel], following: Sequence[PlacedLabel] = ()
) -> list[Call]:
    """The longest common sequence of raised numbers and labels, a run of digits matching several labels.

    `following`: labels of the next page, for a run whose first number is an own one.
    """
    if not raised or not own:
        return []
    own = own[: max(1, MAX_CELLS // len(raised))]
    raised = raised[: max(1, MAX_CELLS // len(own))]
    labels = [*own, *following]
    rows, columns = len(raised), len(labels)
    best = [[0] * (columns + 1) for _ in range(rows + 1)]
    step = [[0] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows - 1, -1, -1):
        text = shown(raised[row].line.text[raised[row].begin : raised[row].end])
        for column in range(columns - 1, -1, -1):
            take = _together(text, labels, column) if column < len(own) else 0
            worth = best[row + 1][column + take] + take if take else -1
            if worth >= max(best[row + 1][column], best[row][column + 1]):
                best[row][column], step[row][column] = worth, take
            else:
                best[row][column] = max(best[row + 1][column], best[row][column + 1])
                step[row][column] = 0 if best[row][column] == best[row + 1][column] else -1
    return _traced(raised, labels, step)


def _traced(
    raised: Sequence[Call], labels: Sequence[PlacedLabel], step: Sequence[Sequence[int]]
) -> list[Call]:
    found: list[Call] = []
    row = column = 0
    while row < len(raised) and column < len(labels):
        take = step[row][column]
        if take < 0:
            column += 1
            continue
        at = raised[row].begin
        for label in labels[column : column + take]:
            found.append(Call(raised[row].line, at, at + len(label.text), label.note))
            at += len(label.text)
        row, column = row + 1, column + take
    return found


def _together(text: str, labels: Sequence[PlacedLabel], column: int) -> int:
    """How many labels from `column` on `text` shows side by side, 0 for none."""
    joined = ""
    for count, label in enumerate(labels[column : column + MAX_TOGETHER], 1):
        joined += label.text
        if joined == text:
            return count
        if not text.startswith(joined):
            return 0
    return 0


def _glued(
    lines: Sequence[Line], missing: Sequence[PlacedLabel], found: Sequence[Call], own: Sequence[PlacedLabel]
) -> list[Call]:
    """Calls of the size of their line (in headings, tables), where exactly one place between the calls of
    the notes before and after shows the number behind a word."""
    if not missing:
        return []
    place = {id(line): number for number, line in enumerate(lines)}
    by_note = {call.note: (place[id(call.line)], call.begin) for call in found if id(call.line) in place}
    calls: list[Call] = []
    for label in missing:
        if not label.text.isdecimal():
            continue
        before = max((at for note, at in by_note.items() if note < label.note), default=(-1, 0))
        after = min((at for note, at in by_note.items() if note > label.note), default=(len(lines), 0))
        for pattern in _unraised(label.text):
            options = [
                Call(line, match.start(), match.end(), label.note)
                for number, line in enumerate(lines)
                if before[0] <= number <= after[0]
                for match in pattern.finditer(line.text)
                if before < (number, match.start()) < after
            ]
            if options:
                break
        if len(options) == 1:
            calls.append(options[0])
            by_note[label.note] = (place[id(options[0].line)], options[0].begin)
    return calls


def _unraised(label: str) -> tuple[re.Pattern[str], ...]:
    """How a call of its line's size looks, the surest first: glued to a word, after a stop and a space."""
    return (
        re.compile(rf"(?<=[^\W\d_]){label}(?!\w)|(?<=[.,;:!?»”)\]]){label}(?![\w.])"),
        re.compile(rf"(?<=[.,;:!?»”)\]] ){label}(?=\s|$)"),
        re.compile(rf"(?<=\w ){label}(?=\s?[.,;:]|$)"),
    )


def by_page(labels: Sequence[tuple[str, int]], pages: int) -> list[list[PlacedLabel]]:
    """Labels of notes, given as label and page in order of the notes, page by page."""
    found: dict[int, list[PlacedLabel]] = defaultdict(list)
    for note, (text, page) in enumerate(labels):
        found[page].append(PlacedLabel(text, note))
    return [found[page] for page in range(pages)]
