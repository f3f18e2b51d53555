"""Columns of a page, and its lines in reading order.

PDFium keeps the order of drawing, which nearly always is the order of reading and keeps cells of tables
together; lines are put into another order only where it runs upwards or over several columns.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from citecheck.read.pdf_lines import Line

COLUMN_LINES, COLUMN_SHARE, COLUMN_WIDTH = 5, 0.2, 0.25
"""Least lines of a column, alone and as share of the page's, and their least mean width in page widths."""
GUTTERS = 8
"""Left edges that are tried as a right column's."""
CROSSING, FEW_CROSSING = 0.4, 0.1
"""More lines than this share across the gutter: no two columns; and none within a column."""
EVEN, EVEN_SHARE, FILLED = 0.06, 0.12, 0.45
"""Relative difference of the widths of three columns, least share of the page's lines in each, and the share
of its width that its lines fill on average: cells of tables fill less."""
MOST = 4
"""Columns of a page."""


def ordered(lines: list[Line]) -> list[Line]:
    """`lines` of one page, heads left out, in reading order; their columns are set."""
    gutters = _gutters(lines)
    if not gutters:
        return _by_rows(lines) if _runs_upwards(lines) else lines
    for line in lines:
        line.column = _column(line, gutters)
    for line in _overfull(lines):
        line.column = 1 + sum(line.x0 >= gutter - 3 for gutter in gutters)
    inner = _other_columns(lines, gutters)
    if inner is None:
        return _by_bands(lines)
    low, high, others = inner
    found: list[Line] = []
    for part in (
        [line for line in lines if line.y > high],
        [line for line in lines if low <= line.y <= high],
        [line for line in lines if line.y < low],
    ):
        if part and low <= part[0].y <= high:
            for line in part:
                line.column = _column(line, others)
        found += _by_bands(part)
    return found


def _overfull(lines: Sequence[Line]) -> list[Line]:
    """Lines of one column that run on over the text of the next, as long addresses do."""
    inside = sorted((line for line in lines if line.column), key=lambda one: one.y)
    heights = [line.y for line in inside]

    def beside(line: Line) -> bool:
        near = inside[bisect_right(heights, line.y - line.size) : bisect_left(heights, line.y + line.size)]
        return any(line.x0 < one.x0 < line.x1 for one in near)

    return [line for line in lines if not line.column and beside(line)]


def _by_bands(lines: Sequence[Line]) -> list[Line]:
    """Columns from left to right, between lines that go over all of them."""
    found: list[Line] = []
    band: list[Line] = []
    for line in sorted(lines, key=lambda one: -one.y):
        if line.column == 0:
            found += sorted(band, key=lambda one: (one.column, -one.y, one.x0))
            found.append(line)
            band = []
        else:
            band.append(line)
    return found + sorted(band, key=lambda one: (one.column, -one.y, one.x0))


def _column(line: Line, gutters: Sequence[float]) -> int:
    """Number of the column a line stands in, 0 for one across a gutter."""
    if any(line.x0 < gutter - 3 and line.x1 > gutter + 1 for gutter in gutters):
        return 0
    return 1 + sum(line.x0 >= gutter - 3 for gutter in gutters)


def _other_columns(
    lines: Sequence[Line], gutters: Sequence[float]
) -> tuple[float, float, list[float]] | None:
    """Lowest and highest base line of a part of the page with more columns than the rest, and its gutters:
    sources in three columns under a text in two. `None` for a page without."""
    across = sorted(line.y for line in lines if line.column == 0)
    if len(across) < COLUMN_LINES or len(gutters) > 1:
        return None
    size = max(line.size for line in lines if line.column == 0)
    for begin in range(len(across)):
        end = begin
        while end + 1 < len(across) and across[end + 1] - across[end] <= 3 * size:
            end += 1
        low, high = across[begin] - 1, across[end] + 1
        inside = [line for line in lines if low <= line.y <= high]
        if end - begin + 1 >= COLUMN_LINES and len(others := _gutters(inside)) > len(gutters):
            return low, high, others
    return None


def _gutters(lines: Sequence[Line]) -> list[float]:
    """Left edges of all columns but the first, empty for a page of one column."""
    even = _even_gutters(lines)
    if even:
        return even
    first = _gutter(lines, CROSSING)
    if first is None:
        return []
    found = [first]
    for side in (
        [line for line in lines if line.x1 <= first + 1],
        [line for line in lines if line.x0 >= first - 3],
    ):
        further = _gutter(side, FEW_CROSSING) if len(found) < MOST else None
        if further is not None:
            found.append(further)
    return sorted(found)


def _even_gutters(lines: Sequence[Line]) -> list[float]:
    """Gutters of three columns of one width, whose lines may be short; empty where there are none."""
    if len(lines) < 3 * COLUMN_LINES:
        return []
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    begins = Counter(round(line.x0) for line in lines if line.x0 > left + 0.25 * (right - left))
    edges = sorted(edge for edge, _ in begins.most_common(GUTTERS))
    for second in edges:
        pitch = second - left
        third = next((edge for edge in edges if abs(edge - second - pitch) <= EVEN * pitch), None)
        if third is None or right - third > (1 + EVEN) * pitch:
            continue
        columns: dict[int, list[float]] = {0: [], 1: [], 2: [], 3: []}
        for line in lines:
            columns[_column(line, [second, third])].append(line.x1 - line.x0)
        least = max(COLUMN_LINES, EVEN_SHARE * len(lines))
        if len(columns[0]) <= FEW_CROSSING * len(lines) and all(
            len(columns[number]) >= least and sum(columns[number]) >= FILLED * pitch * len(columns[number])
            for number in (1, 2, 3)
        ):
            return [float(second), float(third)]
    return []


def _gutter(lines: Sequence[Line], most: float) -> float | None:
    """Left edge of a right column, `None` for one column. `most`: share of lines that may go across."""
    if len(lines) < 2 * COLUMN_LINES:
        return None
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    width = right - left
    begins = Counter(round(line.x0) for line in lines if line.x0 > left + 0.3 * width)
    best: tuple[int, int] | None = None
    for edge, _ in begins.most_common(GUTTERS):
        crossing = _parted(lines, edge, width, most)
        if crossing is not None and (best is None or (crossing, edge) < best):
            best = (crossing, edge)
    return None if best is None else float(best[1])


def _parted(lines: Sequence[Line], edge: float, width: float, most: float) -> int | None:
    """How many lines go across `edge`, `None` where there are no two columns on its sides."""
    sides: tuple[list[float], list[float]] = ([], [])
    crossing = 0
    for line in lines:
        if line.x0 < edge - 3 and line.x1 > edge + 1:
            crossing += 1
        else:
            sides[line.x0 >= edge - 3].append(line.x1 - line.x0)
    least = max(COLUMN_LINES, COLUMN_SHARE * len(lines))
    if min(map(len, sides)) < least or crossing > most * len(lines):
        return None
    return None if min(sum(side) / len(side) for side in sides) < COLUMN_WIDTH * width else crossing


def _runs_upwards(lines: Sequence[Line]) -> bool:
    """Whether a line is drawn after one that stands below it, in the same column of a table or text."""
    for place, line in enumerate(lines):
        if place and line.y > lines[place - 1].y + line.size:
            for other in lines[:place]:
                shared = min(line.x1, other.x1) - max(line.x0, other.x0)
                if other.y < line.y - line.size and shared > 0.5 * min(
                    line.x1 - line.x0, other.x1 - other.x0
                ):
                    return True
    return False


def _by_rows(lines: Sequence[Line]) -> list[Line]:
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: -one.y):
        if rows and rows[-1][0].y - line.y < 0.3 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda one: one.x0)]
