"""Notes and sources in a numbered list that no link leads to: the list counts, the text shows the numbers.

`<li>` shows a number that stands in no text, so that what reads plain text cannot see it. Such a list is told
by being called: by raised numbers or numbers in brackets, of which hardly one means anything else.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from citecheck.model import Mark, MarkKind, Span
from citecheck.read.html_element import Element
from citecheck.read.html_flow import Flow
from citecheck.read.html_note_parts import YEAR
from citecheck.read.html_note_text import body_spans
from citecheck.read.quick import mark_of

LEAST = 2
"""Entries at least of a list that nothing names as one of notes or sources."""
CALLED, CALLED_NAMED = 0.6, 0.3
"""Share of the entries that are called, of lists that cite and of such that are named."""
STRAY = 0.1
"""Numbers at most, as a share of all, that are none of the list's."""
LONGEST_RANGE = 60
"""Entries that one range may name."""
_CODE = frozenset(("code", "pre"))
_BOX = re.compile(r"\[(\d{1,3}(?:\s?[,;‐‑–—-]\s?\d{1,3}){0,20})\]")
_RAISED = re.compile(r"[\[(]?\s*(\d{1,3}(?:\s?[,;‐‑–—-]\s?\d{1,3}){0,20})\s*[\])]?")
_NUMBER = re.compile(r"\d{1,3}")
_DASH = re.compile(r"\s?[‐‑–—-]\s?")
_POWER = re.compile(r"(?:(?<!\d)\d{1,3}|(?<![^\W\d_])[^\W\d_])\[?\Z")
_CITES = re.compile(rf"{YEAR.pattern}|https?://")
_NAMED = re.compile(r"footnote|endnote|(?:^|[-_])(?:fn|notes?|refs?|references?|bibliography)(?:$|[-_])")


class _Call(NamedTuple):
    start: int
    end: int
    number: int
    group: int
    """Where the group of numbers begins that it stands in."""
    boxed: bool


def counted_marks(content: str, flow: Flow) -> tuple[list[Mark], list[Mark]]:
    """Marks of the notes and sources of the lists of a document in which nothing else tells any, and of their
    calls."""
    lists = list(_lists(flow.elements))
    calls = sorted(_calls(content, flow)) if lists else []
    marks: list[Mark] = []
    called: list[Mark] = []
    seen: dict[int, list[_Call]] = defaultdict(list)
    first = last = 0
    for place, entries in enumerate(lists):
        while last < len(calls) and calls[last].start < entries[0].start:
            seen[calls[last].number].append(calls[last])
            last += 1
        if first < last and (kind := _kind(content, entries, seen, last - first)) is not None:
            own = calls[first:last]
            seen.clear()
            first = last = bisect_left(calls, entries[-1].end, last, key=attrgetter("start"))
            keys = {entry.ordinal: f"counted-{place}-{entry.ordinal}" for entry in entries}
            marks += [_mark(content, entry, kind, keys) for entry in entries if entry.end > entry.start]
            called += [
                mark_of(
                    MarkKind.MARKER,
                    (Span(call.start, call.end),),
                    str(call.number),
                    keys[call.number],
                    "",
                    "html",
                )
                for call in own
                if call.number in keys
            ]
    return marks, called


def _lists(elements: Sequence[Element]) -> Iterator[list[Element]]:
    """The entries of each numbered list."""
    rows: dict[Element, list[Element]] = {}
    for element in elements:
        above = element.parent
        if element.tag == "li" and element.ordinal > 0 and above is not None and above.tag == "ol":
            rows.setdefault(above, []).append(element)
    yield from rows.values()


def _calls(content: str, flow: Flow) -> Iterator[_Call]:
    code = [(element.start, element.end) for element in flow.marked if element.tag in _CODE]
    at = end = 0
    for box in _BOX.finditer(content):
        while at < len(code) and code[at][0] <= box.start():
            at, end = at + 1, max(end, code[at][1])
        if box.start() < end:
            continue
        yield from _numbers(content, *box.span(1), boxed=True)
    for element in flow.raised:
        found = _RAISED.fullmatch(content[element.start : element.end].strip())
        if found is not None and "[" not in found.group():
            start = content.index(found.group(), element.start) + found.start(1)
            yield from _numbers(content, start, start + len(found[1]), boxed=False)


def _numbers(content: str, start: int, end: int, *, boxed: bool) -> Iterator[_Call]:
    """Each number of a group; the inner ones of a range stand at its dash."""
    before: _Call | None = None
    for found in _NUMBER.finditer(content, start, end):
        call = _Call(*found.span(), int(found.group()), start, boxed)
        if before is not None and _DASH.fullmatch(content, before.end, call.start):
            for number in range(before.number + 1, min(call.number, before.number + LONGEST_RANGE)):
                yield _Call(before.end, call.start, number, start, boxed)
        yield call
        before = call


def _kind(
    content: str, entries: Sequence[Element], seen: Mapping[int, Sequence[_Call]], count: int
) -> MarkKind | None:
    """What a list holds, `None` where it is one of the text. `seen`: the calls before it by number, `count`
    in all."""
    called = [seen[number] for number in sorted({entry.ordinal for entry in entries}) if number in seen]
    if count - sum(map(len, called)) > STRAY * count or entries[0].ordinal not in seen:
        return None
    share = len(called) / len({entry.ordinal for entry in entries})
    cites = sum(_CITES.search(content, one.start, one.end) is not None for one in entries) * 2 >= len(entries)
    if _is_named(entries[0]):
        told = share >= CALLED_NAMED
    elif len(entries) < LEAST:
        told = False
    else:
        told = (share == 1 and _are_called_in_order(content, called)) or (
            cites and share >= CALLED and len(entries) > LEAST
        )
    if not told:
        return None
    return MarkKind.REFERENCE if cites and called[0][0].boxed else MarkKind.NOTE


def _are_called_in_order(content: str, called: Sequence[Sequence[_Call]]) -> bool:
    """Whether the first calls of the entries rise, at several places (`[1, 2]` is an interval, too), and not
    all of them behind a short number or a single letter, as powers do."""
    firsts = [calls[0] for calls in called]
    rise = all(one.start <= other.start for one, other in pairwise(firsts))
    several = len({call.group for call in firsts}) >= LEAST
    return rise and several and not all(_POWER.search(content, max(0, c.group - 4), c.group) for c in firsts)


def _is_named(entry: Element) -> bool:
    """Whether a list, or what holds it, is called one of notes or sources."""
    above, steps = entry.parent, 0
    while above is not None and steps < 3:
        if any(map(_NAMED.search, above.words)):
            return True
        above, steps = above.parent, steps + 1
    return False


def _mark(content: str, entry: Element, kind: MarkKind, keys: dict[int, str]) -> Mark:
    spans, label = body_spans(content, entry.start, entry.end, (), "", entry.ordinal)
    detail = "guessed" if kind is MarkKind.REFERENCE else "footnote"
    return mark_of(kind, spans, label, keys[entry.ordinal], "", "html", detail)
