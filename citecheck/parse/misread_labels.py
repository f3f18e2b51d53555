"""Labels of notes whose digits a scan took for letters: `l3` for 13, `3O` for 30, `S` for 5; labels glued
to a note that itself begins with a number: `12451 F.3d 118` for 12; and labels in another dress than all the
others: `41Archive` after `40. Letter`.

No line is taken for a note because it could be read so. Only where the numbering lacks a number, and one
line between its neighbours begins with that number misread, in the dress of the others, is it the label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from citecheck.parse.labels import Label, Style, label_at
from citecheck.parse.layout import Layout
from citecheck.parse.note_heads import OPENING, TERMINAL
from citecheck.parse.rows import Kind
from citecheck.patterns import late

MISREAD = {"1": "lI|!iІ", "0": "OoQОо", "5": "Ss", "8": "B", "2": "Zz", "3": "З", "6": "Gbб", "9": "gq"}
"""Signs that scans put for a digit (the pairs that the repair of addresses weighs, too)."""
MOST_LOST = 3
"""Numbers lacking in a row from which a stretch is lost rather than misread."""
NEAR, LEAST = 8, 6
"""Rows of a note, seldom exceeded; characters that follow on a label run together with the note's text."""
_DIGITS = str.maketrans({sign: digit for digit, signs in MISREAD.items() for sign in signs})
_SIGNS = re.escape("".join(MISREAD.values()))
_SHAPES = {
    Style.BARE: re.compile(rf"([\d{_SIGNS}]{{1,4}})[ \t\u00a0]+(?=\S)"),
    Style.DOT: late(rf"([\d{_SIGNS}]{{1,4}})\.[ \t\u00a0]*(?=\S)"),
    Style.PAREN: late(rf"\(?([\d{_SIGNS}]{{1,4}})\)[ \t\u00a0]*(?=\S)"),
    Style.BRACKET: late(rf"\[([\d{_SIGNS}]{{1,4}})\][ \t\u00a0]*(?=\S)"),
}


def misread_labels(
    layout: Layout, starts: Sequence[tuple[int, Label, int]]
) -> Iterator[tuple[int, Label, int]]:
    """Row, label and numbering of each note that is found so; `starts`: the same of the others, in order."""
    for place, (row, label, round_) in enumerate(starts):
        before = starts[place - 1] if place else None
        if before is not None and before[2] != round_:
            before = None
        first = before[1].number + 1 if before else 1
        lacking = range(first, label.number)
        glued = label.style is Style.GLUED
        if not 0 < len(lacking) <= MOST_LOST or not (glued or label.style in _SHAPES):
            continue
        top = before[0] + 1 if before else _block(layout, row)
        for number in lacking:
            found = [
                (at, own)
                for at in range(top, row)
                if (own := _run_in(layout, at, number) if glued else _read(layout, at, label.style, number))
                and (not glued or _beside(layout, before[0] if before else None, at, row))
            ]
            if len(found) == 1:
                top = found[0][0] + 1
                yield *found[0], round_


def other_dress(
    layout: Layout, starts: Sequence[tuple[int, Label, int]], called: Mapping[int, Sequence[int]]
) -> Iterator[tuple[int, Label, int]]:
    """Row, label and numbering of each note whose number is lacking behind a note, called above, and stands
    in another dress at the head of a line, close to that note. `called`: offsets of calls, by number."""
    for place, (row, label, round_) in enumerate(starts):
        below = starts[place + 1] if place + 1 < len(starts) else None
        if below is not None and below[2] != round_:
            below = None
        stop = below[0] if below else len(layout.rows)
        lacking = range(label.number + 1, below[1].number if below else label.number + 2)
        for number in lacking if len(lacking) <= MOST_LOST else ():
            at = next(_dressed(layout, row, stop, number), None)
            if at is not None and any(offset < at[1].start for offset in called.get(number, ())):
                yield *at, round_


def _dressed(layout: Layout, row: int, stop: int, number: int) -> Iterator[tuple[int, Label]]:
    """Rows below row `row`, close to it and to one another, that begin with a number and then like a note."""
    content = layout.content
    for at in range(row + 1, min(stop, row + NEAR)):
        here, above = layout.rows[at], layout.rows[at - 1]
        if here.gap or here.feed or here.rule or here.kind is not Kind.TEXT:
            return
        label = label_at(content, here.start, here.end)
        if label is None or label.number != number or label.style is Style.ALONE:
            continue
        first = content[label.end : label.end + 1]
        if content[above.end - 1] in TERMINAL and (first.isupper() or first in OPENING):
            yield at, label


def _block(layout: Layout, row: int) -> int:
    """First row of those that stand close together above the first note of a numbering."""
    while row and not layout.rows[row].gap and not layout.rows[row].feed and not layout.rows[row].rule:
        row -= 1
    return row


def _read(layout: Layout, at: int, style: Style, number: int) -> Label | None:
    """The label with which a row begins where it is `number` misread."""
    row = layout.rows[at]
    match = _SHAPES[style].match(layout.content, row.start, row.end) if row.kind is Kind.TEXT else None
    if match is None or match[1].isdigit() or int_of(match[1]) != number:
        return None
    if len(match[1]) == 1 and layout.rows[at + 1].gap:
        return None  # a letter alone may be a word: it must stand close to another note
    if len(match[1]) == 1 and layout.content[match.end() : match.end() + 1].isdigit():
        return None  # `s. 7`, `B. 3`: a page or a volume
    return Label(style, number, str(number), match.start(1), match.end())


def _run_in(layout: Layout, at: int, number: int) -> Label | None:
    """The label with which a row begins where `number` is run together with a number of the note's text."""
    row, shown = layout.rows[at], str(number)
    if row.kind is not Kind.TEXT or not layout.content.startswith(shown, row.start, row.end):
        return None
    begin = row.start + len(shown)
    if not layout.content[begin : begin + 1].isdecimal() or row.width < len(shown) + LEAST:
        return None
    return Label(Style.GLUED, number, shown, row.start, begin)


def _beside(layout: Layout, above: int | None, at: int, below: int) -> bool:
    """Whether a row stands on the page of the note before it or of the one behind it, close to it."""
    near = [(above, at)] if above is not None else []
    return any(
        last - first <= NEAR and not any(layout.rows[place].feed for place in range(first + 1, last + 1))
        for first, last in (*near, (at, below))
    )


def int_of(shown: str) -> int:
    """Number that misread digits stand for, -1 where some sign is none.

    >>> int_of("l3"), int_of("3O"), int_of("x3")
    (13, 30, -1)
    """
    digits = shown.translate(_DIGITS)
    return int(digits) if digits.isdecimal() and digits[0] != "0" else -1
