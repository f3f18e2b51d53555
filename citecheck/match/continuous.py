"""A paged text without what stands between the last line of one page and the first of the next.

Page numbers, running heads and feet, and the notes at a page's foot interrupt every sentence that goes over a
page end; the words, numbers and names among them make a true quotation an altered one. The second reading has
blanks in their place, so that offsets hold. It is asked only where the first lacks a quotation or finds it
changed, so a body line that is taken for a note hides nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from citecheck.model import Text, blanked

EDGE = 3
"""Lines at the top and at the foot of a page among which running heads and feet stand."""
HEAD = 140
"""Characters of the longest running head."""
UPPER = 0.2
"""Share of a page's lines above which notes do not begin."""
MOST_NOTES = 60
"""Notes at the foot of one page."""
_NUMBER = re.compile(r"\W*(?:\d{1,4}|[ivxlcIVXLC]{1,7})\W*")
_DIGITS = re.compile(r"\d+|\b[ivxlc]+\b")
_NOTE = re.compile(r"\s*(?:(\d{1,4})|[*†‡§¶∗]+|[a-z])[.)\]]?[ \t]*[^\s\d.,;:)]")
_ALONE = re.compile(r"\s*(\d{1,4})[.)]?\s*\Z")
"""The number of a note on a line of its own."""
_EDGE_NUMBER = re.compile(r"\s*(?:\d{1,4}\b.*[^\W\d]|.*[^\W\d].*\b\d{1,4}\W*\Z)")

Line = tuple[int, int]
"""Where a line begins and ends."""


def continuous(text: Text) -> Text | None:
    """The second reading, `None` where nothing stands between the pages. Of equal length and pages."""
    pages = [
        list(_lines(text.content, *bounds)) for bounds in pairwise((*text.page_starts, len(text.content)))
    ]
    repeated = Counter(
        key for lines in pages for key in {_key(text.content, line) for line in _edges(lines)} if key
    )
    blanks = sorted(line for lines in pages for line in _between(text.content, lines, repeated))
    if not blanks:
        return None
    content = blanked(text.content, blanks)
    return Text(content, page_starts=text.page_starts, page_labels=text.page_labels, metadata=text.metadata)


def _lines(content: str, start: int, end: int) -> Iterator[Line]:
    """Lines of a page that have something on them."""
    at = start
    for line in content[start:end].split("\n"):
        if line.strip():
            yield at, at + len(line)
        at += len(line) + 1


def _edges(lines: Sequence[Line]) -> list[Line]:
    return [*lines[:EDGE], *lines[max(EDGE, len(lines) - EDGE) :]]


def _key(content: str, line: Line) -> str:
    """A line without its numbers; empty for one that is too long for a running head."""
    start, end = line
    return _DIGITS.sub("0", content[start:end].strip().casefold()) if end - start <= HEAD else ""


def _between(content: str, lines: list[Line], repeated: Counter[str]) -> Iterator[Line]:
    """The lines of one page that are no part of its running text."""
    first, last = 0, len(lines)

    def is_furniture(line: Line) -> bool:
        printed = content[slice(*line)]
        if _NUMBER.fullmatch(printed) or repeated[_key(content, line)] > 1:
            return True
        return line[1] - line[0] <= HEAD and line == lines[0] and _EDGE_NUMBER.match(printed) is not None

    while first < min(EDGE, last) and is_furniture(lines[first]):
        first += 1
    while last > max(first, len(lines) - EDGE) and is_furniture(lines[last - 1]):
        last -= 1
    notes = _notes(content, lines[first:last])
    yield from lines[:first]
    yield from lines[last - notes :]


def _notes(content: str, lines: Sequence[Line]) -> int:
    """How many lines at the foot are notes: from the first whose number the following ones count on from."""
    starts = [
        (place, match)
        for place, (start, end) in enumerate(lines)
        if (match := _NOTE.match(content, start, end) or _ALONE.match(content, start, end))
    ]
    for at, (place, match) in enumerate(starts[-MOST_NOTES:], max(0, len(starts) - MOST_NOTES)):
        if place < UPPER * len(lines):
            continue
        numbers = [int(other[1]) for _, other in starts[at:] if other[1]]
        counts_on = all(second == first + 1 for first, second in pairwise(numbers))
        if (counts_on and numbers and match[1]) or not (numbers or match[0].strip()[0].isalnum()):
            return len(lines) - place
    return 0
