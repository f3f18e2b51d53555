"""Numbers that count the lines of a page in its margin: drafts, briefs and bills have them. No text."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from citecheck.read.pdf_lines import Line

LEAST = 6
"""Numbers in a margin from which on they count lines."""
STEPS = 0.8
"""Share of them that must go up by the same step downwards; the last ones may be printed as `S32`."""
WIDTH = 16.0
"""Points within which the numbers of one margin begin: their digits differ."""
INSIDE = 0.05
"""Share of the page's other lines that may reach into the margin: running heads, titles."""
_NUMBER = re.compile(r"[A-Z]?(\d{1,5})[A-Z]?")


def line_numbers(lines: Sequence[Line]) -> set[int]:
    """Numbers of lines in the margins of a page, by identity."""
    numbers = [line for line in lines if _NUMBER.fullmatch(line.text.strip())]
    found: set[int] = set()
    if len(numbers) < LEAST:
        return found
    known = {id(line) for line in numbers}
    others = [line for line in lines if id(line) not in known and line.text.strip()]
    for edge in (min(line.x0 for line in numbers), max(line.x0 for line in numbers)):
        column = [line for line in numbers if abs(line.x0 - edge) <= WIDTH]
        if _counts(column) and _outside(column, others):
            found.update(id(line) for line in column)
    return found


def _counts(column: Sequence[Line]) -> bool:
    down = sorted(column, key=lambda line: -line.y)
    values = [int(match[1]) for line in down if (match := _NUMBER.fullmatch(line.text.strip()))]
    steps = [second - first for first, second in itertools.pairwise(values)]
    return len(values) >= LEAST and any(steps.count(step) >= STEPS * len(steps) for step in (1, 5))


def _outside(column: Sequence[Line], others: Sequence[Line]) -> bool:
    """Whether the text stands wholly to one side of the column."""
    left, right = min(line.x0 for line in column), max(line.x1 for line in column)
    inside = min(
        sum(line.x0 <= right for line in others),
        sum(line.x1 >= left for line in others),
    )
    return inside <= INSIDE * len(others)
