"""What on a page is no text of the author: running heads and page numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from citecheck.read.pdf_lines import Line, letters_in
from citecheck.read.pdf_margins import line_numbers

EDGE = 2
"""Rows at the top and at the foot of a page that may be running heads."""
APART = 1.4
"""Sizes between base lines of a running head and the text; lines of the text stand 1.1 to 1.3 apart."""
REPEATS = 3
"""Pages on which a line returns at the same height before it is a running head."""
OFTEN = 0.6
"""Share of pages with a line apart at some height from which two that are equal are running heads, those of
left and right pages in a short paper."""
HABIT = 0.3
"""Share of pages with a running head at some height from which every lone line there is one."""
SAME_HEIGHT, SAME_SIZE, NEAR = 3.0, 0.2, 6.0
"""Points by which the height of running heads may differ, and the size of items of one list; sizes within
which items of a list follow each other."""
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
LONGEST = 120
"""Characters of a running head."""

_NUMBER = re.compile(
    r"(?:[^\W\d_]{1,9}\.?\s)?[-–—\[(|·•]?\s?(\d{1,4}|[ivxlc]{1,7}|[IVXLC]{1,7})\s?[-–—\])|·•]?"
    r"(?:\s(?:/|of|de|von|из|z)\s\d{1,4})?"
)
_DIGITS = re.compile(r"\d+")
_ITEM = re.compile(r"\s*(\d{1,4})[.)]?\s")


@dataclass(slots=True)
class Furniture:
    """Lines that return on the pages, by identity, and the numbers printed on the pages."""

    lines: set[int]
    labels: list[str]


def furniture_of(pages: Sequence[Sequence[Line]]) -> Furniture:
    """Running heads and page numbers of `pages`, and the printed numbers, empty where a page has none."""
    found = {one for lines in pages for one in line_numbers(lines)}
    edges = [_edges([line for line in lines if id(line) not in found]) for lines in pages]
    heights: dict[int, set[int]] = defaultdict(set)
    seen: dict[str, list[Line]] = defaultdict(list)
    edge_pages: dict[int, set[int]] = defaultdict(set)
    for lines in edges:
        for line in lines:
            edge_pages[round(line.y / SAME_HEIGHT)].add(line.page)
            seen[_DIGITS.sub("#", line.text).strip().casefold()[:100]].append(line)
    for shape, group in seen.items():
        if len(group) < 2 or not letters_in(shape):
            continue
        for near in _by_height(group):
            on = len({line.page for line in near})
            other = len(edge_pages[round(near[0].y / SAME_HEIGHT)])
            if on >= REPEATS or (on == 2 and other >= max(REPEATS, OFTEN * len(pages))):
                found.update(id(line) for line in near)
                for line in near:
                    heights[round(line.y / SAME_HEIGHT)].add(line.page)
    labels = _numbers(edges, found)
    habits = {height for height, on in heights.items() if len(on) >= max(REPEATS, HABIT * len(pages))}
    for lines in edges:
        for line in lines:
            if round(line.y / SAME_HEIGHT) in habits:
                found.add(id(line))
    return Furniture(found, labels)


def _edges(lines: Sequence[Line]) -> list[Line]:
    """Lines in the outermost rows of a page that stand apart from the text."""
    rows: dict[int, float] = {}
    for line in lines:
        rows[round(line.y)] = max(line.size, rows.get(round(line.y), 0.0))
    heights = sorted(rows)
    outer: set[int] = set()
    for inwards in (heights, heights[::-1]):
        for count in range(1, min(EDGE, len(inwards)) + 1):
            here = inwards[count - 1]
            if count == len(inwards) or abs(inwards[count] - here) >= APART * rows[here]:
                outer.update(inwards[:count])
    numbered = {
        int(found[1]): line for line in lines if len(line.text) > 4 and (found := _ITEM.match(line.text))
    }
    return [
        line
        for line in lines
        if round(line.y) in outer and _may_return(line) and not _counts_on(line, numbered)
    ]


def _counts_on(line: Line, numbered: Mapping[int, Line]) -> bool:
    """Whether a line and one beside it on its page are items of one numbering, as short notes are."""
    found = _ITEM.match(line.text)
    if found is None:
        return False
    beside = (numbered.get(int(found[1]) + step) for step in (-1, 1))
    return any(
        other is not None
        and abs(other.size - line.size) <= SAME_SIZE
        and abs(other.x0 - line.x0) <= SAME_HEIGHT
        and abs(other.y - line.y) <= NEAR * line.size
        for other in beside
    )


def _may_return(line: Line) -> bool:
    """Whether a line may be a running head: short, and no note (the same note may stand on every page)."""
    return len(line.text) < LONGEST and not (line.superior and line.superior[0][0] == 0)


def _by_height(group: Sequence[Line]) -> list[list[Line]]:
    found: list[list[Line]] = []
    for line in sorted(group, key=lambda one: one.y):
        if found and line.y - found[-1][0].y <= SAME_HEIGHT:
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _numbers(edges: Sequence[Sequence[Line]], found: set[int]) -> list[str]:
    """Page numbers: numbers alone on their line that go up with the pages. They join `found`."""
    options: list[tuple[int, str, Line, int]] = []
    for page, lines in enumerate(edges):
        for line in lines:
            match = _NUMBER.fullmatch(line.text.strip())
            if match and (value := _value(match[1])):
                options.append((page, match[1], line, value - page))
            elif id(line) in found and (digits := _DIGITS.findall(line.text)):
                options += [(page, number, line, int(number) - page) for number in digits[-1:] + digits[:1]]
    labels = [""] * len(edges)
    steps = Counter(step for _, _, _, step in {option[:2]: option for option in options}.values())
    usual = {step for step, count in steps.items() if count >= min(REPEATS, max(2, len(edges)))}
    for page, number, line, step in options:
        if step in usual:
            labels[page] = labels[page] or number
            if _NUMBER.fullmatch(line.text.strip()):
                found.add(id(line))
    return labels


def _value(number: str) -> int:
    """A page number in digits or roman numerals.

    >>> _value("17"), _value("xvii"), _value("XL")
    (17, 17, 40)
    """
    if number.isdecimal():
        return int(number)
    values = [ROMAN[letter] for letter in number.casefold()]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))
