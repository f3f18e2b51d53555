"""Lists of sources without a heading whose numbers are raised, as journals of physics and chemistry set them.

Their numbers count on from 1 to the end of the article, and raised numbers of the text call them in any order
and in ranges. Where such a list stands is a hint; which number calls what is told from the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from citecheck.read.pdf_lines import Line, shown
from citecheck.read.pdf_zones import label_of

LEAST = 8
"""Entries of such a list: fewer are notes of a table."""
LATE = 0.3
"""Share of the lines of the text before it."""
CALLED, HIGHEST = 0.3, 0.7
"""Share of its numbers that stand raised before it, ranges not counted, and the highest of these."""
TAIL = 0.1
"""Share of the lines behind its last entry where hardly one of its numbers is called: it ends the article."""
LONGEST = 8
"""Lines of an entry, on average."""


def sources_of(lines: Sequence[Line]) -> list[tuple[Line, Line]]:
    """First and last line of each entry, empty where there is no such list. `lines`: of all pages in reading
    order."""
    starts = [
        (place, int(label.text))
        for place, line in enumerate(lines)
        if (label := label_of(line)) is not None and label.superior and label.text.isdecimal()
    ]
    run: list[int] = []
    best: list[int] = []
    for place, number in starts:
        if number == len(run) + 1:
            run.append(place)
        elif number == 1:
            run = [place]
        if len(run) > len(best):
            best = list(run)
    if not _is_list(lines, best):
        return []
    ends = [*best[1:], min(len(lines), best[-1] + _usual(best))]
    return [(lines[begin], lines[end - 1]) for begin, end in zip(best, ends, strict=True)]


def _usual(places: Sequence[int]) -> int:
    """Lines of a usual entry."""
    return max(1, (places[-1] - places[0]) // max(1, len(places) - 1))


def _is_list(lines: Sequence[Line], places: Sequence[int]) -> bool:
    count = len(places)
    if count < LEAST or places[0] < LATE * len(lines) or places[-1] - places[0] > LONGEST * count:
        return False
    seen = {
        int(text)
        for line in lines[: places[0]]
        for begin, end in line.superior
        if (text := shown(line.text[begin:end])).isdecimal() and 0 < int(text) <= count
    }
    last = places[-1] >= (1 - TAIL) * len(lines)
    return bool(seen) and (last or (len(seen) >= CALLED * count and max(seen) >= HIGHEST * count))
