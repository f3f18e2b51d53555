"""Lists of which some entries have no link that leads to them.

Articles write `[2, 3]`, `[1–4]`, with a link for each number, for the ends of the range, or one for all. A
number in such brackets is as much of a call as one alone in them, and an entry that nobody calls, or a range
alone, stands in its list all the same.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest

from citecheck.read.html_element import Element
from citecheck.read.html_note_bounds import block_of
from citecheck.read.html_note_parts import YEAR, Found, found_of
from citecheck.read.html_note_text import own_label

LEAST = 2
"""Entries of a list that links call, for its others to be entries."""
LONGEST_RANGE = 60
"""Entries that one range may name."""
_DASH = re.compile(r"\]?\s?[‐‑–—-]\s?\[?")
LONGEST_DASH = 5
"""Characters of a dash with its spaces and brackets."""
_NAME = re.compile(r"[^\W\d_]{2,}")
_NUMBER = re.compile(r"\d{1,4}")


def others(content: str, elements: Iterable[Element], found: Sequence[Found]) -> list[Found]:
    """Entries that no link calls, beside those of `found` that links call: of a list all its own, of other
    blocks those between two that are called."""
    if all(note.back for note in found) and not _have_gap(found):  # as notes mostly are
        return []
    rows: dict[tuple[Element | None, str], list[Found]] = defaultdict(list)
    for note in found:
        if note.calls and (note.entry or note.label.isdecimal()):
            block = _row_of(note.target)
            rows[block.parent, block.tag].append(note)
    rows = {beside: sorted(row, key=_start) for beside, row in rows.items() if _may_lack(content, row)}
    if not rows:
        return []
    known = {_row_of(note.target) for row in rows.values() for note in row}
    left: list[Found] = []
    for element in elements:
        row = rows.get((element.parent, element.tag)) if element.breaks else None
        if row is not None and element not in known and element.end > element.start:
            kin = row[bisect_left(row, element.start, key=_start) % len(row)]
            label = _label(content, element, row)
            if label:
                left.append(
                    found_of(element, element.start, element.end, label, [], [], kin.entry, kin.guessed)
                )
    return left


def _have_gap(found: Sequence[Found]) -> bool:
    return max([int(note.label) for note in found if note.label.isdecimal()], default=0) > len(found)


def _may_lack(content: str, row: Sequence[Found]) -> bool:
    """Whether some entries of a list may not be among those that are called."""
    if len(row) < LEAST:
        return False
    first = row[0]
    if not _is_numbered(content, first):
        return first.entry
    return not first.back or _have_gap(row)


def _label(content: str, element: Element, row: Sequence[Found]) -> str:
    """The label of a block that stands in a row of entries, empty for one that does not."""
    before = bisect_left(row, element.start, key=_start)
    if element.tag != "li" and not 0 < before < len(row):
        return ""
    if not _is_numbered(content, row[0]):
        year = YEAR.search(content, element.start, element.end)
        name = _NAME.search(content, element.start, element.end)
        return f"{name.group()} {year.group()}" if name and year else ""
    number = _number(content, element)
    low = row[before - 1].label if before else "0"
    high = row[before].label if before < len(row) else "99999"
    fits = number.isdecimal() and low.isdecimal() and high.isdecimal()
    return number if fits and int(low) < int(number) < int(high) else ""


def _is_numbered(content: str, note: Found) -> bool:
    return _number(content, _row_of(note.target)) == note.label


def _start(note: Found) -> int:
    return note.target.start


def _row_of(target: Element) -> Element:
    """The block of an entry that stands beside those of its kin."""
    block = block_of(target)
    above = block.parent
    return above if above is not None and above.tag == "li" and above.start == block.start else block


def _number(content: str, block: Element) -> str:
    """The number that a block shows or a list shows before it, empty for none."""
    return str(block.ordinal) if block.ordinal else own_label(content, block.start, block.end)


def further_calls(
    content: str, found: Sequence[Found], keys: Mapping[str, str]
) -> Iterator[tuple[int, int, str]]:
    """Start, end and label of calls that have no link of their own: those between two links that are the ends
    of a range, at its dash, and those after the first in one link. `keys`: of entries by their labels."""
    calls = sorted(
        [(*call.span, call) for note in found for call in note.calls if call.label.isdecimal()],
        key=lambda call: call[:2],
    )
    for (_, end, call), following in zip_longest(calls, calls[1:]):
        number = int(call.label)
        if _NUMBER.search(content, end, call.link.end):
            for part in _NUMBER.finditer(content, end, call.link.end):
                yield from _between(content, (end, part.start()), number, int(part.group()), keys)
                end, number = part.end(), int(part.group())
                if part.group() in keys:
                    yield *part.span(), part.group()
        elif following is not None and following[0] - end <= LONGEST_DASH:
            yield from _between(content, (end, following[0]), number, int(following[2].label), keys)


def _between(
    content: str, dash: tuple[int, int], first: int, last: int, keys: Mapping[str, str]
) -> Iterator[tuple[int, int, str]]:
    """The inner numbers of a range, where a dash stands between its ends."""
    if first < last <= first + LONGEST_RANGE and _DASH.fullmatch(content, *dash):
        for number in map(str, range(first + 1, last)):
            if number in keys:
                yield *dash, number
