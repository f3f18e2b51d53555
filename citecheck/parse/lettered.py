"""Notes with letters or roman numerals for labels: `[a] …`, `b. …`, `(iii) …`, `iv …`.

A letter at the beginning of a line is a list item as a rule. It is a note's label where the lines follow each
other from the first letter or numeral on, cite something, and each is called before, in the same order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise, zip_longest
from typing import NamedTuple

from citecheck.model import Mark, MarkKind, Span
from citecheck.parse.labels import roman
from citecheck.parse.words import cites
from citecheck.patterns import late
from citecheck.romans import roman as value_to_roman

LEAST = 2
"""Notes that a run of labels must have."""
CITING = 0.5
"""Share of them that must cite something."""

LOST = 2
"""Notes in a row that a run may have lost."""
GLUED = r"(?<=[.,;:!?»”\"’)])({})(?![^\s])"
UNCALLED = 0.25
"""Share of the notes of a run that nothing may call, where calls are in brackets; one that is glued to a word
is not seen."""
MOST = 50
"""Places of one label that are looked at."""
NONE = -1000

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
    """Marks of such notes and their calls in order of place; empty where there are none. A call whose note is
    lost is among them, and a note whose call is."""
    marks: list[Mark] = []
    begin = 0
    for run in _runs(content):
        for part in (run, _unbroken(run)):
            ends = _ends(content, part)
            calls = _calls(content, part, begin) if _cite(content, part, ends) else None
            if calls is not None:
                marks += _marks(part, ends, calls)
                begin = ends[-1]
                break
    return tuple(sorted(marks, key=lambda mark: mark.spans[0]))


def _marks(run: Sequence[_Head], ends: Sequence[int], calls: Mapping[str, Span]) -> Iterator[Mark]:
    for head, end in zip(run, ends, strict=True):
        yield Mark(MarkKind.NOTE, (Span(head.end, end),), label=head.label, origin="text", detail="footnote")
    for label, call in calls.items():
        yield Mark(MarkKind.MARKER, (call,), label=label)


def _cite(content: str, run: Sequence[_Head], ends: Sequence[int]) -> bool:
    citing = sum(
        cites().search(content, head.end, end) is not None for head, end in zip(run, ends, strict=True)
    )
    return len(run) >= LEAST and citing >= CITING * len(run)


def _runs(content: str) -> Iterator[list[_Head]]:
    """Lines whose labels follow each other from the first on, as letters or as numerals; one may be left out
    here and there."""
    run: list[_Head] = []
    heads = [
        _Head(match.group("box") or match.group("round") or match.group("bare"), match.start(), match.end())
        for match in _HEAD.finditer(content)
    ]
    for head, following in zip_longest(heads, heads[1:]):
        label = head.label
        if run and following and _begins_numerals(label, following.label):
            if len(run) >= LEAST:
                yield run
            run = [head]
        elif run and 0 < _value(run, label) - _value(run, run[-1].label) <= 1 + LOST:
            run.append(head)
        elif label in ("a", "A", "i", "I"):
            if len(run) >= LEAST:
                yield run
            run = [head]
    if len(run) >= LEAST:
        yield run


def _begins_numerals(label: str, following: str) -> bool:
    """Whether a label is the numeral 1 and not the letter *i*: one of two letters or more counts on from it.

    >>> _begins_numerals("i", "ii"), _begins_numerals("I", "IV"), _begins_numerals("i", "j")
    (True, True, False)
    """
    alike = label in ("i", "I") and label.isupper() == following.isupper()
    return alike and len(following) > 1 and 0 < roman(following.lower()) - 1 <= 1 + LOST


def _unbroken(run: list[_Head]) -> list[_Head]:
    """The beginning of a run, up to the first label that is left out."""
    broken = (at for at in range(1, len(run)) if _value(run, run[at].label) != at + 1)
    return run[: next(broken, len(run))]


def _value(run: Sequence[_Head], label: str) -> int:
    """The how-manieth a label is, as letters or numerals count that begin as `run` does; far below 0 for what
    is none of them."""
    first = run[0].label
    if first.isupper() != label.isupper():
        return NONE
    if first in ("i", "I"):
        return roman(label.lower()) or NONE
    return ord(label) - ord(first) + 1 if len(label) == 1 else NONE


def _ends(content: str, run: Sequence[_Head]) -> list[int]:
    limits = [following.start for _, following in pairwise(run)] + [len(content)]
    ends = []
    for head, limit in zip(run, limits, strict=True):
        stop = _BLANK.search(content, head.end, limit)
        end = stop.start() if stop else limit
        ends.append(head.end + len(content[head.end : end].rstrip()))
    return ends


def _calls(content: str, run: Sequence[_Head], begin: int) -> dict[str, Span] | None:
    """Where the labels of a run are called before it, all in one dress and in order: all of them, or all but
    a few where what is left out is called as well. Else `None`."""
    labels = _labels(run)
    there = {head.label for head in run}
    for dress in (r"\[({})\]", r"\(({})\)", GLUED):
        calls = _in_order(content, labels, dress, begin, run[0].start)
        uncalled = 0.0 if dress == GLUED else UNCALLED * len(run)
        if calls.keys() >= set(labels) - there and len(there - calls.keys()) <= uncalled:
            return calls
    return None


def _labels(run: Sequence[_Head]) -> list[str]:
    """The labels of a run with those that are left out."""
    first, last = run[0].label, _value(run, run[-1].label)
    if first in ("i", "I"):
        counted = [value_to_roman(value) for value in range(1, last + 1)]
        return [label.upper() if first.isupper() else label for label in counted]
    return [chr(ord(first) + at) for at in range(last)]


def _in_order(content: str, labels: Sequence[str], dress: str, begin: int, end: int) -> dict[str, Span]:
    """The longest row of labels that stand in a dress, in order, each once."""
    best: list[list[tuple[str, Span]]] = [[]]
    """For each number of labels the row that ends first."""
    for label in labels:
        found = re.compile(dress.format(re.escape(label))).finditer(content, begin, end)
        spans = [Span(*match.span(1)) for match in islice(found, MOST)]
        for size in range(len(best) - 1, -1, -1):
            last = best[size][-1][1].end if best[size] else begin
            call = next((span for span in spans if span.start >= last), None)
            if call is None:
                continue
            if size + 1 == len(best):
                best.append([*best[size], (label, call)])
            elif call.end < best[size + 1][-1][1].end:
                best[size + 1] = [*best[size], (label, call)]
    return dict(best[-1])
