"""Where the columns of a table begin and end that is printed as plain text: no address goes over them.

Programs write tables with one row a line and a comma, a semicolon or a tab between the columns (RFC 4180).
Read as running text, an address would go on with the next column or row.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

LEAST = 3
"""Rows with an address that make a table."""
_SEPARATORS = "\t,;"
_SCHEME = re.compile(r"https?://")
_LONGEST_HEAD = 60
"""Characters of a column's name, at most."""
_BLANK = re.compile(r"[^\S\n]*\n")
Row = tuple[tuple[int, int], ...]


def column_ends(content: str) -> Iterator[int]:
    """Offsets at which columns with addresses begin and end.

    A comma and a semicolon may be an address's own: they part columns only below a row of names, or where
    what follows the addresses cannot be theirs.

    >>> text = "name,url,year\\nWeir,http://a.example/b,1\\nMill,http://c.example,2\\nDam,http://d.example,3\\n"
    >>> first, second, *_ = column_ends(text)
    >>> text[first:second]
    'http://a.example/b'
    """
    lines: dict[int, None] = {}
    for match in _SCHEME.finditer(content):
        at = match.start() - content.startswith('"', match.start() - 1)
        if at <= 0 or content[at - 1] in "\n\t,;":
            lines[content.rfind("\n", 0, max(0, at)) + 1] = None
    if len(lines) < LEAST:
        return
    for separator in _SEPARATORS:
        done, named = -1, set[int]()
        for start in lines:
            if start > done and (columns := len(_row(content, start, separator))) > 1:
                rows = _table(content, start, separator, columns)
                done = rows[-1][0][0]
                if len(rows) > LEAST and (_is_head(content, rows[0]) or _shows_columns(content, rows)):
                    named.add(columns)
                yield from _walls(content, rows, named=columns in named, tabs=separator == "\t")


@cache
def _field(separator: str) -> re.Pattern[str]:
    return re.compile(rf'"(?:[^"\n]|"")*"(?=[{separator}\n]|\Z)|[^{separator}\n]*')


def _row(content: str, start: int, separator: str) -> Row:
    """Where the columns of the line lie that begins at `start`."""
    found: list[tuple[int, int]] = []
    while True:
        field = _field(separator).match(content, start)
        assert field is not None
        found.append(field.span())
        if content[field.end() : field.end() + 1] != separator:
            return tuple(found)
        start = field.end() + 1


def _table(content: str, start: int, separator: str, columns: int) -> list[Row]:
    """The rows around the line at `start` with as many columns, blank lines between them or not."""
    rows = [_row(content, start, separator)]
    while (before := _line_before(content, rows[0][0][0])) is not None:
        if len(row := _row(content, before, separator)) != columns:
            break
        rows.insert(0, row)
    while (after := _line_after(content, rows[-1][-1][1])) is not None:
        if len(row := _row(content, after, separator)) != columns:
            break
        rows.append(row)
    return rows


def _line_before(content: str, start: int) -> int | None:
    while start > 0:
        end = start - 1
        start = content.rfind("\n", 0, end) + 1
        if content[start:end].strip():
            return start
    return None


def _line_after(content: str, end: int) -> int | None:
    start = end + 1
    while (blank := _BLANK.match(content, start)) is not None:
        start = blank.end()
    return start if start < len(content) else None


def _walls(content: str, rows: list[Row], *, named: bool, tabs: bool) -> Iterator[int]:
    """The same of a table; the rows of one whose columns have no names may go on with the next line."""
    found = [
        (begin, end, end == row[-1][1])
        for row in rows
        for start, end in row
        for begin in (start + content.startswith('"', start),)
        if _SCHEME.match(content, begin)
    ]
    if not named and not (tabs and len(found) >= LEAST):
        return
    for begin, end, last in found:
        yield begin
        if named or not last:
            yield end


def _is_head(content: str, row: Row) -> bool:
    """Whether a row names the columns."""
    names = [content[start:end].strip().strip('"') for start, end in row]
    return len(set(names)) == len(names) and all(
        name and len(name) <= _LONGEST_HEAD and not _SCHEME.search(name) and not name.isdigit()
        for name in names
    )


def _shows_columns(content: str, rows: list[Row]) -> bool:
    """Whether most rows have one address in the same column and, behind it, an empty column, quotation marks,
    words, or nothing."""
    shown = Counter[int]()
    for row in rows:
        at = [place for place, (start, _) in enumerate(row) if _SCHEME.match(content, start)]
        if len(at) == 1:
            behind = [content[start:end] for start, end in row[at[0] + 1 :]]
            shown[at[0]] += any(not one or '"' in one or " " in one.strip() for one in behind) or not behind
    return max(shown.values(), default=0) * 2 > len(rows)
