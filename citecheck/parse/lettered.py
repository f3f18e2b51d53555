"""Notes with letters or roman numerals for labels: `[a] …`, `b. …`, `(iii) …`, `iv …`.

A letter at the beginning of a line is a list item as a rule. It is a note's label where the lines follow each
other from the first letter or numeral on, cite something, and each is called before, in the same order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from citecheck.model import Mark, MarkKind, Span
from citecheck.parse.labels import roman
from citecheck.parse.words import cites
from citecheck.patterns import late

LEAST = 2
"""Notes that a run of labels must have."""
CITING = 0.5
"""Share of them that must cite something."""

_HEAD = late(
    r"^[ \t]*(?:\[(?P<box>[A-Za-z]|[ivxlIVXL]{1,7})\]|\((?P<round>[A-Za-z]|[ivxlIVXL]{1,7})\)"
    r"|(?P<bare>[A-Za-z]|[ivxlIVXL]{1,7})(?:[.)])?(?=[ \t]))[.:]?[ \t]+(?=\S)",
    re.M,
)
_BLANK = late(r"\n[ \t]*\n")


class _Head(NamedTuple):
    label: str
    start: int
    end: int
    """Offset after the label, where the note's text begins."""


def lettered_marks(content: str) -> tuple[Mark, ...]:
    """Marks of such notes and their calls in order of place; empty where there are none."""
    marks: list[Mark] = []
    begin = 0
    for run in _runs(content):
        ends = _ends(content, run)
        citing = sum(
            cites().search(content, head.end, end) is not None for head, end in zip(run, ends, strict=True)
        )
        calls = _calls(content, run, begin) if citing >= CITING * len(run) else None
        if calls is None:
            continue
        for head, end, call in zip(run, ends, calls, strict=True):
            marks.append(
                Mark(
                    MarkKind.NOTE, (Span(head.end, end),), label=head.label, origin="text", detail="footnote"
                )
            )
            marks.append(Mark(MarkKind.MARKER, (call,), label=head.label))
        begin = ends[-1]
    return tuple(sorted(marks, key=lambda mark: mark.spans[0]))


def _runs(content: str) -> Iterator[list[_Head]]:
    """Lines whose labels follow each other from the first on, as letters or as numerals."""
    run: list[_Head] = []
    for match in _HEAD.finditer(content):
        label = match.group("box") or match.group("round") or match.group("bare")
        head = _Head(label, match.start(), match.end())
        if run and _follows(run, label):
            run.append(head)
        elif label in ("a", "A", "i", "I"):
            if len(run) >= LEAST:
                yield run
            run = [head]
    if len(run) >= LEAST:
        yield run


def _follows(run: Sequence[_Head], label: str) -> bool:
    first = run[0].label
    if first.isupper() != label.isupper():
        return False
    if first in ("i", "I"):
        return roman(label.lower()) == len(run) + 1
    return len(label) == 1 and ord(label) == ord(run[-1].label) + 1


def _ends(content: str, run: Sequence[_Head]) -> list[int]:
    limits = [following.start for _, following in pairwise(run)] + [len(content)]
    ends = []
    for head, limit in zip(run, limits, strict=True):
        stop = _BLANK.search(content, head.end, limit)
        end = stop.start() if stop else limit
        ends.append(head.end + len(content[head.end : end].rstrip()))
    return ends


def _calls(content: str, run: Sequence[_Head], begin: int) -> list[Span] | None:
    """Where each label of a run is called before it, all in one dress and in order, else `None`."""
    for dress in (r"\[({})\]", r"\(({})\)", r"(?<=[.,;:!?»”\"’)])({})(?![^\s])"):
        calls: list[Span] = []
        position = begin
        for head in run:
            match = re.compile(dress.format(re.escape(head.label))).search(content, position, run[0].start)
            if match is None:
                break
            calls.append(Span(*match.span(1)))
            position = match.end()
        if len(calls) == len(run):
            return calls
    return None
