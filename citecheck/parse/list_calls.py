"""Calls of the entries of a numbered list: `[12]`, `[3–5, 7]`, `[12, с. 34]`, raised numbers, `(12)`.

A text calls its list in one way. Of the ways that numbers may stand in it, the one that names most entries is
taken.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence

from citecheck.model import MarkKind, Span, Text
from citecheck.parse.labels import value_of
from citecheck.parse.marker_candidates import Form
from citecheck.parse.markers import Call
from citecheck.patterns import late

HALF = 0.5
"""Share of the entries that numbers in round brackets must name to be calls: points are counted like that."""
LONGEST_RANGE = 60
"""Entries that one range may name."""

_OPEN, _CLOSE = r"\[［【〔", r"\]］】〕"
_BOX = late(rf"[{_OPEN}](?=[^{_OPEN}{_CLOSE}\n]{{0,40}}\d)([^{_OPEN}{_CLOSE}]{{1,160}}?)\\?[{_CLOSE}]")
_ROUND = late(r"(?:(?<![^\W_])|(?<=[^\W\d_]{4}))[(（](\d{1,3}(?:\s?[,;、，–－-]\s?\d{1,3}){0,20})[)）]")
_RAISED = late(
    r"(?:<sup>|\^)\\?\[?(\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,20})\\?\]?(?:</sup>|\^)"
    r"|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?:[ ⁻⁽⁾,˒،–-]{1,2}[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}){0,20})"
)
_PART = late(
    r"\s*(?P<words>(?:[^\W\d_]{1,12}\.?\s){0,3})(?P<first>\d{1,4}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})"
    r"(?:\s?[-‐‑–—－⁻~～]\s?(?P<last>\d{1,4}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))?\s*(?P<place>[:：].{0,60})?\Z",
    re.S,
)
_PLACE = late(r"\s*(?:[^\W\d_]{1,12}\.?|№|§+|第)\s?[^\W_].{0,60}\Z|\s*[^\W\d_]+\.?\s*\Z", re.S)
_SEPARATOR = late(r"[;；,，、]|(?<=[⁰¹²³⁴⁵⁶⁷⁸⁹])[ ⁽⁾˒]{1,2}(?=[⁰¹²³⁴⁵⁶⁷⁸⁹])")
_DASH = late(r"\s?[-‐‑–—⁻]\s?\Z")
_UNIT = late(r"(?<![^\W\d_])[kcdm]?m\Z")


def calls_of(
    text: Text,
    content: str,
    numbers: Collection[int],
    reach: Span,
    taken: Sequence[Span],
    spare: Sequence[Call],
    round_: int,
) -> list[Call]:
    """Calls, in order of place, of entries that bear `numbers`, inside `reach` and outside `taken`.

    `spare`: calls that were found for notes which have turned out to be these entries; they are taken where
    the numbers in no form call more of them.
    """
    free = _Free(reach, taken)
    ways = [
        list(_boxed(content, numbers, free)),
        [*_drawn(text, content, numbers, free), *_raised(content, numbers, free)],
        [
            (call.start, call.end, call.number)
            for call in spare
            if call.number in numbers and free(call.start)
        ],
    ]
    rounded = list(_rounded(content, numbers, free))
    if len({number for _, _, number in rounded}) >= HALF * len(numbers):
        ways.append(rounded)
    best = max(ways, key=lambda way: len({number for _, _, number in way}))
    calls = [Call(start, end, number, round_, str(number), Form.BRACKET) for start, end, number in best]
    return sorted(calls, key=lambda call: (call.start, call.number))


class _Free:
    """Whether an offset stands in the body: inside the reach, outside what is taken."""

    def __init__(self, reach: Span, taken: Sequence[Span]) -> None:
        self._reach = reach
        self._taken: list[Span] = []
        for span in sorted(taken):
            if self._taken and span.start <= self._taken[-1].end:
                last = self._taken.pop()
                span = Span(last.start, max(last.end, span.end))
            self._taken.append(span)
        self._starts = [span.start for span in self._taken]

    def __call__(self, offset: int) -> bool:
        if not self._reach.start <= offset < self._reach.end:
            return False
        place = bisect_right(self._starts, offset) - 1
        return place < 0 or self._taken[place].end <= offset


_Way = tuple[int, int, int]
"""Offsets of a call's digits, and its number; those between the ends of a range stand at its dash."""


def _boxed(content: str, numbers: Collection[int], free: _Free) -> Iterator[_Way]:
    for box in _BOX.finditer(content):
        after = content[box.end() : box.end() + 2]
        if free(box.start()) and not (after[:1] == "(" and after != "(#"):
            yield from _group(content, Span(*box.span(1)), numbers)


def _rounded(content: str, numbers: Collection[int], free: _Free) -> Iterator[_Way]:
    for found in _ROUND.finditer(content):
        if free(found.start()):
            yield from _group(content, Span(*found.span(1)), numbers)


def _raised(content: str, numbers: Collection[int], free: _Free) -> Iterator[_Way]:
    for found in _RAISED.finditer(content):
        if free(found.start()) and _may_call(content, found.start()):
            yield from _group(content, Span(*found.span(1 if found.group(1) else 2)), numbers)


def _may_call(content: str, start: int) -> bool:
    """Whether a raised number is none of a power, as behind a number or a unit of length."""
    before = content[max(0, start - 3) : start]
    return not before[-1:].isdigit() and not _UNIT.search(before)


def _group(content: str, span: Span, numbers: Collection[int]) -> list[_Way]:
    """Calls in one pair of brackets, empty where it holds anything but numbers of the list and places.

    `см. 3, с. 45, 47; 7–9`: behind a place, a number after a comma is one of its pages.
    """
    found: list[_Way] = []
    start, placed, opened = span.start, False, True
    for separator in [*_SEPARATOR.finditer(content, span.start, span.end), None]:
        end = separator.start() if separator else span.end
        part = _PART.match(content[start:end].rstrip("\\"))
        if part and not placed and (opened or not part["words"]):
            calls = _range(content, start, part, numbers)
            if not calls:
                return []
            found += calls
            placed = bool(part["place"])
        elif not (part or _PLACE.match(content[start:end])) or not found:
            return []
        else:
            placed = True
        if separator:
            start, opened = separator.end(), separator.group() in ";；"
            placed = placed and not opened
    return found


def _range(content: str, start: int, part: re.Match[str], numbers: Collection[int]) -> list[_Way]:
    first = value_of(part["first"])
    calls = [(start + part.start("first"), start + part.end("first"), first)]
    if part["last"]:
        last = value_of(part["last"])
        if not first < last <= first + LONGEST_RANGE:
            return []
        dash = (start + part.end("first"), start + part.start("last"))
        calls += [(*dash, number) for number in range(first + 1, last)]
        calls.append((start + part.start("last"), start + part.end("last"), last))
    return calls if all(number in numbers for _, _, number in calls) else []


def _drawn(text: Text, content: str, numbers: Collection[int], free: _Free) -> Iterator[_Way]:
    """Numbers that a page shows raised, ranges among them filled."""
    before: _Way | None = None
    for mark in text.marks:
        if mark.kind is not MarkKind.RAISED:
            continue
        span = mark.spans[0]
        number = value_of(span.of(content))
        dash = content[before[1] : span.start] if before and span.start - before[1] < 4 else ""
        follows = before is not None and dash.strip(" ") in (",", "-", "–", "‐", "‑", "—")
        if number not in numbers or not free(span.start) or not (follows or _may_call(content, span.start)):
            before = None
            continue
        if before and _DASH.match(dash) and before[2] < number <= before[2] + LONGEST_RANGE:
            yield from (
                (before[1], span.start, between)
                for between in range(before[2] + 1, number)
                if between in numbers
            )
        before = (span.start, span.end, number)
        yield before
