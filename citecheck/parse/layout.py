"""The page as it was, out of plain characters: rows, rules, page numbers, running heads.

A text taken out of a PDF has lost its fonts. What is left of the page are a few traces (a rule drawn as
a line of spaces or dashes, a form feed, a number alone on its line, single beside double spacing), and the
ends of notes can be told by nothing else.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from citecheck.parse.lone_labels import with_lone_labels
from citecheck.parse.open_marks import quoted
from citecheck.parse.page_counts import mark_counted
from citecheck.parse.rows import Kind, Row
from citecheck.parse.words import cited_again, cites, heads_chapter
from citecheck.patterns import late

BLANK_RULE = 20
"""A line of at least so many spaces is a rule; shorter ones are trailing blanks of empty lines."""
REPEATS = 3
"""A line that returns at page edges this often (digits aside) is a running head."""
STRAY = 12
"""Characters from which a running head is known in any place."""
TITLE = 70
"""Characters that a line at the head of a page has at most if it names something and is none of the text."""
NEXT_PAGES = 2
"""Steps of page numbers: a running head may stand on every other page."""
_NUMBERED = late(r"[(\[]?(\d{1,4})\b")

_RULE = re.compile(r"[_\-–—─━═‾¯]{5,200}\Z")
_PAGE_NUMBER = re.compile(
    r"[-–—\[(|~·•]?\s?(?:(?:page|seite|стр\.?|с\.|p\.|s\.|str\.)\s)?(\d{1,4}|[ivxlc]{1,7})\s?[-–—\])|~·•]?\Z",
    re.I,
)
_NUMBERED_HEAD = re.compile(r"(\d{1,4})\s+(\D{6,90})\Z|(\D{6,90}?)\s+(\d{1,4})\Z")
_DIGITS = re.compile(r"\d+")
_LINE_END = re.compile(r"[\n\r\f\x0b\x85\u2028\u2029]")
_MARK = "\ufeff"
"""Shows as nothing, like the space that it is not."""


class Layout(NamedTuple):
    """Rows of a text in order, with what holds for the text as a whole."""

    content: str
    rows: Sequence[Row]
    double: bool
    """Body lines are set with an empty line after each."""

    def text(self, row: Row) -> str:
        return self.content[row.start : row.end]


def layout_of(content: str, page_starts: Sequence[int] = ()) -> Layout:
    """Rows of `content`; page numbers and running heads told from text.

    `page_starts`: offsets at which the format says that a page begins.
    """
    return _layout(content, tuple(page_starts))


def forget_layouts() -> None:
    """Of a book the layout takes 6 MB, and nobody asks for it once the book is parsed."""
    _layout.cache_clear()


@lru_cache(maxsize=2)  # notes and body are read from the same one
def _layout(content: str, page_starts: tuple[int, ...]) -> Layout:
    rows = _rows(content)
    for offset in page_starts[1:]:
        place = bisect_left(rows, offset, key=lambda row: row.start)
        if place < len(rows):
            rows[place].feed = True
    double = _double(content, rows)
    if not any(row.feed for row in rows):
        mark_counted(content, rows)
    rows = with_lone_labels(content, rows, double=double)
    for before, row in pairwise(rows):
        before.after = row.gap
    if rows:
        rows[-1].after = 1
    _mark_furniture(content, rows, double)
    return Layout(content=content, rows=rows, double=double)


def _double(content: str, rows: Sequence[Row]) -> bool:
    """Whether lines inside a sentence are followed by an empty line."""
    inside = [
        row.gap
        for above, row in pairwise(rows)
        if content[row.start].islower()
        and content[above.end - 1] not in ".!?:;"
        and not row.rule
        and row.gap < 2
    ]
    return 2 * sum(inside) > len(inside)


def _rows(content: str) -> list[Row]:
    rows: list[Row] = []
    line, position, gap, rule, feed = 1, 0, 0, 0, False
    size = len(content)
    blank_rules = _blank_rules(content)
    while position <= size:
        match = _LINE_END.search(content, position)
        stop = match.start() if match else size
        start, end = _bare(content, position, stop)
        length = stop - position
        if start == end:
            if blank_rules and length >= BLANK_RULE:
                rule = max(rule, length)
            else:
                gap += 1
        elif end - start >= 5 and _RULE.match(content, start, end):
            rule = max(rule, end - start)
        else:
            rows.append(Row(start, end, start - position, gap, line, rule, feed))
            gap, rule, feed = 0, 0, False
        if stop >= size:
            break
        sign = content[stop]
        if sign == "\f" or sign == "\x0b":
            feed = feed or sign == "\f"
            rule = 0  # at the foot of the page above, over nothing
            gap += -1 if start == end and gap else 0
        if sign == "\n":
            line += 1
        elif sign == "\r" and content[stop + 1 : stop + 2] == "\n":
            stop += 1
            line += 1
        position = stop + 1
    return rows


def _bare(content: str, start: int, end: int) -> tuple[int, int]:
    """A line without the spaces around it; a line of them ends where it begins."""
    line = content[start:end]
    bare = line.strip()
    while bare[:1] == _MARK or bare[-1:] == _MARK:
        bare = bare.strip(_MARK).strip()
    first = start + (line.find(bare) if bare else len(line))
    return first, first + len(bare)


def _blank_rules(content: str) -> bool:
    """Whether long lines of spaces are rules here, not merely how this text writes an empty line."""
    blank = [len(part) for part in content.split("\n") if not part or part.isspace()]
    long = sum(length >= BLANK_RULE for length in blank)
    return 0 < long <= 0.4 * len(blank) + 3


def _mark_furniture(content: str, rows: Sequence[Row], double: bool) -> None:
    alone = [
        place
        for place, row in enumerate(rows)
        if row.width <= 12 and _PAGE_NUMBER.match(content, row.start, row.end) and _apart(rows, place) > 0
    ]
    for place in alone:
        sure = _apart(rows, place) == 2 and (rows[place].gap > 0 or rows[place].feed)
        if sure or _counts_on(content, rows, alone, place):
            rows[place].kind = Kind.PAGE_NUMBER
    for row in _numbered_heads(content, rows):
        row.kind = Kind.HEAD
    mark_counted(content, rows)
    edges: dict[str, list[Row]] = defaultdict(list)
    for place, row in enumerate(rows):
        if _at_edge(rows, place):
            edges[_shape(content, row)].append(row)
    for shape, group in edges.items():
        if not shape or len(group) < REPEATS or cited_again(shape) or _of_notes(content, group):
            continue
        for row in group:
            if row.kind is Kind.TEXT and row.width < 100:
                row.kind = Kind.HEAD
    _mark_strays(content, rows, double)


def _mark_strays(content: str, rows: Sequence[Row], double: bool) -> None:
    """Running heads that have slipped in between two lines of text or into a sentence, their page's number
    lost or not (a heading in the same words stands apart, behind a whole one; a title in a quotation may be
    meant); and lines at the head of a page in the middle of a sentence, where a quotation is open only those
    that return or name a chapter."""
    for above, row, below in () if double else zip(rows, rows[1:], rows[2:], strict=False):
        if row.kind is Kind.TEXT and row.width < TITLE and (row.feed or above.kind is Kind.PAGE_NUMBER):
            apart = (row.feed or row.gap) and row.after and not below.feed
            names = not content[row.start].islower() and content[row.end - 1].isalnum()
            cut = content[below.start].islower() and _breaks_off(content, rows, row)
            if apart and names and cut and (not quoted(content, row.start) or _returns(content, rows, row)):
                row.kind = Kind.HEAD
    shapes = {_shape(content, row) for row in rows if row.kind is Kind.HEAD}
    shapes = {shape for shape in shapes if len(shape) >= STRAY and not cited_again(shape)}
    for row in rows if shapes else ():
        if row.kind is not Kind.TEXT or not STRAY <= row.width < 100 or row.rule:
            continue
        inside = not (row.gap or row.after or row.feed)
        if _shape(content, row) not in shapes:
            continue
        if _breaks_off(content, rows, row) if not inside else not quoted(content, row.start):
            row.kind, row.stray = Kind.HEAD, inside


def _returns(content: str, rows: Sequence[Row], head: Row) -> bool:
    """Whether a short line stands elsewhere, too, or names a chapter."""
    shape = _shape(content, head)
    again = sum(row.width < TITLE and _shape(content, row) == shape for row in rows) > 1
    return again or heads_chapter(content[head.start : head.end])


def _breaks_off(content: str, rows: Sequence[Row], head: Row) -> bool:
    """Whether the text above a page's first line ends in mid-sentence."""
    place = bisect_left(rows, head.start, key=lambda row: row.start)
    last = next((row for row in reversed(rows[max(0, place - 3) : place]) if row.kind is Kind.TEXT), None)
    return last is not None and (content[last.end - 1].isalpha() or content[last.end - 1] in ",-")


def _numbered_heads(content: str, rows: Sequence[Row]) -> list[Row]:
    """Lines with a page's number at either end that return with other numbers, form feed or not."""
    found: dict[str, list[tuple[str, bool, Row]]] = defaultdict(list)
    for row in rows:
        if row.width >= 100 or row.kind is not Kind.TEXT or not (row.gap or row.after or row.feed):
            continue
        if not (content[row.start].isdecimal() or content[row.end - 1].isdecimal()):
            continue
        match = _NUMBERED_HEAD.match(content, row.start, row.end)
        if match:
            number, title = match.group(1) or match.group(4), match.group(2) or match.group(3)
            found[title.strip()].append((number, match.group(1) is None, row))
    heads: list[Row] = []
    for title, group in found.items():
        several = len({number for number, _, _ in group}) == len(group) >= 2
        sides = len({side for _, side, _ in group})
        apart = all((row.gap or row.feed) and row.after for _, _, row in group)
        if several and (sides == 2 or (apart and len(group) >= REPEATS)) and not cited_again(title):
            heads += [row for _, _, row in group]
    return heads


def _of_notes(content: str, group: Sequence[Row]) -> bool:
    """Whether lines that differ in their digits alone are beginnings of notes at the feet of their pages:
    they cite something, and the numbers they begin with do not rise like those of pages."""
    found = [_NUMBERED.match(content, row.start, row.end) for row in group]
    numbers = [int(match[1]) for match in found if match]
    if len(numbers) < len(group) or all(after - one <= NEXT_PAGES for one, after in pairwise(numbers)):
        return False
    return all(cites().search(content, row.start, row.end) for row in group)


def _apart(rows: Sequence[Row], place: int) -> int:
    """2 for a row apart from the text on both sides or at a page's edge, 1 on one side, 0 on neither."""
    row = rows[place]
    below = rows[place + 1] if place + 1 < len(rows) else None
    if row.feed or place == 0 or below is None or below.feed:
        return 2
    return (row.gap > 0) + (below.gap > 0)


def _counts_on(content: str, rows: Sequence[Row], alone: list[int], place: int) -> bool:
    """Whether a lone number is one more or less than its neighbour among lone numbers, as pages are."""
    at = bisect_left(alone, place)
    own = _DIGITS.search(content, rows[place].start, rows[place].end)
    for other in alone[max(0, at - 1) : at] + alone[at + 1 : at + 2]:
        number = _DIGITS.search(content, rows[other].start, rows[other].end)
        if own and number and abs(int(own[0]) - int(number[0])) == abs(at - bisect_left(alone, other)):
            return True
    return False


def _at_edge(rows: Sequence[Row], place: int) -> bool:
    """First or last row of a page, or beside a page number."""
    row = rows[place]
    below = rows[place + 1] if place + 1 < len(rows) else None
    above = rows[place - 1] if place else None
    return (
        row.feed
        or above is None
        or above.kind is Kind.PAGE_NUMBER
        or (above.feed and above.width < 12)
        or (below is not None and (below.feed or below.kind is Kind.PAGE_NUMBER))
    )


def _shape(content: str, row: Row) -> str:
    return _DIGITS.sub("", content[row.start : row.end][:100]).strip()
