"""Where the blocks of a source end every address: a heading begins or ends, code does, or a table's column.

In running text an address may go over line ends; what a source's own mark-up sets apart never goes on with
it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from citecheck.model import MarkKind, Span, Text, merged
from citecheck.repair.columns import column_ends
from citecheck.repair.cut import find_begin, trim_end
from citecheck.repair.stretch import stretch_end

_SIGNS = "#=* \t"
_MOST_SIGNS = 12
"""Signs of Markdown or a wiki that may stand before a heading's words."""
_DRAWN = "drawing"
"""Boxes drawn on a page: code perhaps, but its lines end where the page is full."""
_TYPED = 2
"""Half of a page of HTML or more in `<pre>` is no code: it is a text that was typed with lines of its own (a
mail, a standard, an old book)."""
_END_IN_CODE = re.compile(r"[\s`'\"<>]")


class Walls(NamedTuple):
    """`code`: stretches shown as they are, in order; `at`: offsets that no address goes over, in order."""

    code: tuple[Span, ...]
    at: tuple[int, ...]

    @classmethod
    def of(cls, text: Text) -> Walls:
        shown: dict[bool, list[Span]] = {True: [], False: []}
        for mark in text.marks:
            if mark.kind is MarkKind.CODE and mark.origin != _DRAWN:
                shown[mark.origin == "html"] += mark.spans
        pages = merged(shown[True])  # there is code in code: `<pre><code>`
        typed = sum(span.end - span.start for span in pages) * _TYPED >= len(text.content)
        code = merged([*shown[False], *([] if typed else pages)])
        at = {offset for span in code for offset in (span.start, span.end)}
        for mark in text.marks:
            if mark.kind is MarkKind.HEADING:
                for span in mark.spans:
                    at |= {_before_signs(text.content, span.start), span.end}
        at.update(column_ends(text.content))
        return cls(tuple(code), tuple(sorted(at)))

    def ends(self, group: Sequence[Span]) -> bool:
        """Whether a wall ends such a group."""
        place = bisect_left(self.at, group[-1].end)
        return place < len(self.at) and self.at[place] == group[-1].end

    def groups(self, parts: Sequence[Span]) -> Iterator[list[Span]]:
        """The parts of a stretch, which are in order, cut at the walls: what may be read as one.

        >>> walls = Walls((), (3, 7))
        >>> [[(part.start, part.end) for part in group] for group in walls.groups([Span(0, 5), Span(6, 9)])]
        [[(0, 3)], [(3, 5), (6, 7)], [(7, 9)]]
        """
        group: list[Span] = []
        for part in parts:
            start = part.start
            if group and bisect_right(self.at, start) > bisect_left(self.at, group[-1].end):
                yield group
                group = []
            for wall in self.at[bisect_right(self.at, start) : bisect_left(self.at, part.end)]:
                yield [*group, Span(start, wall)]
                group, start = [], wall
            group.append(Span(start, part.end))
        if group:
            yield group


def _before_signs(content: str, start: int) -> int:
    """Where the signs begin that make a line a heading."""
    before = content[max(0, start - _MOST_SIGNS) : start]
    return start - len(before) + len(before.rstrip(_SIGNS))


def in_code(content: str, span: Span) -> Iterator[Span]:
    """Addresses in a stretch of code, each a word of its own."""
    code = span.of(content) + " "  # a name that ends the stretch (`mill.py`) ends no text
    at = 0
    while (begin := find_begin(code, at)) is not None:
        found = _END_IN_CODE.search(code, begin)
        word = code[begin : found.start() if found else len(code)]
        end = begin + len(trim_end(word[: stretch_end(word, 0)]))
        if end > begin:
            yield Span(span.start + begin, span.start + end)
        at = max(end, begin + 1)
