"""First notes of pages that an extractor has joined to the page's last line, whose hyphen it took for that of
one word (`be-` of *believe*, whose other half is on the next page):

    The ferry had been sold, and nobody would be1 A flat boat with a sail.

PDFium joins them by a sign of its own (U+FFFE). The line is parted again where the number is due, by the
notes below it, and called above on its page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from citecheck.parse.labels import label_at
from citecheck.parse.layout import Layout
from citecheck.parse.page_feet import edges_of
from citecheck.parse.rows import Kind, Row
from citecheck.patterns import late

ROWS = 30
"""Rows of a page's notes, at most."""
NOTE_ROWS = 8
"""Rows of such a note."""
LEAST = 12
"""Characters of the line before the number."""
_RUN_IN = late(r"(?<=[^\W\d_]{2})[\ufffe\x02\xad]?(\d{1,3})[ \u00a0]?(?=[^\W\d_a-zа-я]|[\"«„“»‘])")
_CALL = late(r"[^\W\d_][.,;:!?»”\"’)]{0,2}\s?(\d{1,3})(?!\d)")


def with_parted_rows(layout: Layout) -> Layout:
    """The layout with such lines as two rows."""
    rows = layout.rows
    edges = edges_of(rows)
    if len(edges) < 2 or not any(row.feed for row in rows):
        return layout
    cuts: dict[int, int] = {}
    for top, end in zip(edges, [*edges[1:], len(rows)], strict=True):
        for last, due in _rows_above(layout, top, end):
            found = _joined(layout, top, last, due)
            if found is not None:
                cuts[found[0]] = found[1]
                break
    return layout._replace(rows=_parted(rows, cuts)) if cuts else layout


def _rows_above(layout: Layout, top: int, end: int) -> Iterator[tuple[int, int | None]]:
    """The row above each of those of a page that begin with a number, and that number; the page's last row
    where there is none."""
    text = [place for place in range(max(top, end - ROWS), end) if layout.rows[place].kind is Kind.TEXT]
    rows = [(place, layout.rows[place]) for place in text]
    labels = [(place, label_at(layout.content, row.start, row.end)) for place, row in rows]
    numbers = [(place - 1, label.number) for place, label in labels if label]
    yield from numbers if numbers else [(place, None) for place in text[-1:]]


def _joined(layout: Layout, top: int, last: int, due: int | None) -> tuple[int, int] | None:
    """The row of a page in which a note begins that ends with row `last`, and the offset of its number."""
    rows = layout.rows
    for place in range(last, max(top, last - NOTE_ROWS), -1):
        at = _cut(layout, top, place, due)
        if at >= 0:
            return place, at
        if rows[place].gap or rows[place].kind is not Kind.TEXT:
            break
    return None


def _cut(layout: Layout, top: int, place: int, due: int | None) -> int:
    """Offset of the number with which a note begins inside a row, -1 where none does. `due`: the number of
    the note below it, if there is one."""
    content, rows = layout.content, layout.rows
    row = rows[place]
    called: dict[int, int] | None = None
    for found in _RUN_IN.finditer(content, row.start + LEAST, row.end):
        number = int(found[1])
        if not number or (due is not None and due != number + 1):
            continue
        if called is None:
            called = _called(content, rows[top].start, row.end)
        if called.get(number, row.end) < found.start(1):
            return found.start(1)
    return -1


def _called(content: str, start: int, end: int) -> dict[int, int]:
    """Numbers that stand at words between `start` and `end`, each with the offset of its first place."""
    places: dict[int, int] = {}
    for call in _CALL.finditer(content, start, end):
        places.setdefault(int(call[1]), call.start(1))
    return places


def _parted(rows: Sequence[Row], cuts: dict[int, int]) -> list[Row]:
    found: list[Row] = []
    for place, row in enumerate(rows):
        at = cuts.get(place)
        if at is None:
            found.append(row)
            continue
        found.append(replace(row, end=at, after=0))
        found.append(replace(row, start=at, gap=0, indent=0, rule=0, feed=False, label=None))
    return found
