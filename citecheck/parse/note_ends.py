"""Where the text of a note ends and the body goes on.

Starts are numbered, ends are not. What tells them, each weak alone: line spacing, the width of lines,
indentation, rules, page numbers, a call of a later note (which stands in the body only), the words of a
citation, and whether the body's broken sentence goes on. Each row is weighed as note or body, each break
between rows by how ill it goes with the inside of a note, and the one place where the row before is note and
the row after is body is put where the sum is best.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache

from citecheck.parse.layout import Layout
from citecheck.parse.note_habits import Habits, Head, habits_of, set_off
from citecheck.parse.rows import Kind, Row
from citecheck.parse.words import titled

# Weights are log-odds by hand, settled on typeset manuscripts in five languages (benchmarks/extraction.py);
# above zero speaks for body, or for an end of the note.
DRIFT = 0.05
"""Of each row: a long stretch without any sign is body."""
LOOSE_BODY = 1.5
"""Between empty lines, where body lines are set so and the note's first line is not. A row with an empty line
on one side only is the last of a note as well as the first of the body; a form feed is as good as one."""
TIGHT_NOTE = -1.5
CITATION = -1.5
TOKEN = -2.0
"""A word of more than 30 characters with signs of an address."""
WIDTH = 0.6
CALL = 3.0
"""A call of a later note."""
FURNITURE = 1.0

PAGE_END = 3.0
INDENT = 2.5
"""Indented, where few lines are."""
GAP = 1.5
GAPLESS = 1.5
"""An empty line says more where notes have none inside."""
HEADING = 60
TITLE = 6.0
"""The heading of another list: no note goes on behind it."""
HEADING_ROW = 0.7
"""A shorter row between empty lines is a heading."""
SHORT_LINE = 1.0
"""The row above had room for the next word: its paragraph was at an end."""
AT_BREAK = 0.5
"""Share of a break's weight that speaks for the body to begin right there: bodies have such breaks too."""

END = -1.0
"""Of an end without any sign."""
NEW_SENTENCE = 0.5
RESUMED = 1.5
"""The body's sentence that broke off before the notes goes on in lower case."""
LOWER = -0.5
BROKEN = -1.5
"""The row above ends in mid-sentence."""
FULL_LINE = -1.0
IN_ADDRESS = -2.0
"""The row above ends inside an address and the row goes on like one."""
ADDRESS = 300
"""Characters that are looked back for the beginning of an address."""
BRACKET = -1.0
"""Rows of the body seldom begin with a bracket; rest of a citation often does."""
UNCLOSED, BRACKETED = -2.0, 80
"""A bracket opened so many characters above the end or fewer is not closed yet."""
TOGETHER = -5.0
"""The next note is called above this one, so both stand on one page, no body between."""
FOOT = -4.0
"""Body between a note and the end of its page, where notes stand at the foot."""
NO_RULE = -4.0
"""Where first notes are set off from the body, one that is not follows on a note, no body between."""

_CITATION = re.compile(
    # The first signs, looked at before all else, make the search faster.
    r"(?=[hw\[/.\]UIDdpSsСсCBvV])(?:https?:|www\.|\[[^\]]{3,40}\]\.|//|(?:\.|\])\s?[-–—]\s"
    r"|\b(?:URL|ISBN|DOI|doi)\b|\b(?:pp?|S|s|С|с|C|Bd|vol|Vol)\.\s?\d)"
)
_PART_OF_ADDRESS = re.compile(r"[/_=%?&~]|\w[.-]\w")
_ADDRESS_OVER = re.compile(r"[.,;]\s+[^\W\d_]{3}|\s[(\[]|[)\]]\.?\Z")
_ADDRESS_STARTS = re.compile(r"[<(\[]?(?:https?://|www\.)", re.IGNORECASE)
_ADDRESS_GOES_ON = re.compile(r"\S*[\d/_.?=&%-]\S*\Z")
_TERMINAL = frozenset(".!?…»”\"')]}’“/>")


def find_ends(
    layout: Layout,
    heads: Sequence[Head],
    calls: Mapping[int, tuple[int, int]],
    called: Mapping[tuple[int, int], int],
) -> list[int]:
    """For each head the row after the last row of its text.

    `calls`: numbering and highest number of a note called in a row, by row; `called`: offset of a note's
    call, by numbering and number.
    """
    habits = habits_of(layout, heads)
    ends: list[int] = []
    resume = -1
    first = 0
    for place, head in enumerate(heads):
        limit = heads[place + 1].row if place + 1 < len(heads) else len(layout.rows)
        if not ends or ends[-1] != head.row:
            resume, first = head.row - 1, head.offset
        following = heads[place + 1] if place + 1 < len(heads) else None
        at = called.get((following.round, following.number), -1) if following else -1
        same = following is not None and following.round == head.round
        together = same and 0 <= at < head.offset
        listed = 0 <= at < first and not _within(layout, heads[:place], ends, at)
        ends.append(_end(layout, head, limit, resume, habits, calls, together=together, listed=listed))
    return ends


def _end(
    layout: Layout,
    head: Head,
    limit: int,
    resume: int,
    habits: Habits,
    calls: Mapping[int, tuple[int, int]],
    *,
    together: bool,
    listed: bool,
) -> int:
    """The best cut in `head.row + 1 … limit`: rows from it on are body.

    `together`: the note at the limit is called above this one, and of one numbering with it; `listed`: called
    above all the notes that follow each other here, so that a page between the two is one of notes.
    """
    rows = layout.rows
    ruled = next((place for place in range(head.row + 1, limit) if rows[place].rule), limit)
    together, limit = together and ruled == limit, ruled
    follows = limit < len(rows) and habits.led and not set_off(layout, limit)
    fed = (
        next((place for place in range(head.row + 1, limit) if rows[place].feed), limit) if habits.foot else 0
    )
    inside = [0.0]
    for place in range(head.row + 1, limit):
        over = listed and _over_page(rows, place)
        inside.append(inside[-1] + (0.0 if over else _break(layout, place, head, habits)))
    best, best_score = limit, -inside[-1]
    below = (NO_RULE if follows else 0.0) + (TOGETHER if together else 0.0)
    loose = rows[head.row].after > 0
    for place in range(limit - 1, head.row, -1):
        below += _body_weight(layout, rows[place], loose, habits)
        if calls.get(place, (0, 0)) > (head.round, head.number):
            below += CALL
        before = inside[place - head.row - 1]
        here = inside[place - head.row] - before
        score = below - before + AT_BREAK * here + _goes_on(layout, place, head, resume, habits)
        if place < fed and rows[place].kind is Kind.TEXT:
            score += FOOT
        if here < GAP and _unclosed(layout, place, head):
            score += UNCLOSED
        if score > best_score:
            best, best_score = place, score
    while best - 1 > head.row and rows[best - 1].kind is not Kind.TEXT:
        best -= 1
    return best


def _within(layout: Layout, heads: Sequence[Head], ends: Sequence[int], offset: int) -> bool:
    """Whether an offset is in the text of one of the notes: a number there is no call."""
    place = bisect_right(heads, offset, key=lambda head: head.offset) - 1
    return place >= 0 and offset < layout.rows[ends[place] - 1].end


def _over_page(rows: Sequence[Row], place: int) -> bool:
    """Whether a page ends above row `place`, or its head or number does."""
    row, above = rows[place], rows[place - 1]
    return row.feed or any(one.kind is not Kind.TEXT and not one.stray for one in (row, above))


def _body_weight(layout: Layout, row: Row, loose: bool, habits: Habits) -> float:
    """How much more a row looks like body than like note."""
    if row.kind is not Kind.TEXT:
        return FURNITURE
    weight = DRIFT
    if layout.double and not loose:
        loose_sides = (row.gap > 0 or row.feed) + (row.after > 0)
        weight += (TIGHT_NOTE, 0.0, LOOSE_BODY)[loose_sides]
    weight += _weight_of_words(layout.text(row)[:400])
    if habits.tell and row.width > 20:
        nearer_note = abs(row.width - habits.note) < abs(row.width - habits.body)
        weight += -WIDTH if nearer_note else WIDTH
    return weight


@lru_cache(maxsize=2048)  # ends are looked for several times
def _weight_of_words(text: str) -> float:
    """The same by what the row says."""
    if _CITATION.search(text):
        return CITATION
    longest = max(text.split(), key=len)
    return TOKEN if len(longest) > 30 and _PART_OF_ADDRESS.search(longest) else 0.0


def _break(layout: Layout, place: int, head: Head, habits: Habits) -> float:
    """How ill the break above row `place` goes with the inside of a note."""
    rows = layout.rows
    row, above = rows[place], rows[place - 1]
    score = 0.0
    if _over_page(rows, place):
        score += PAGE_END
    if habits.rare_indent and row.indent and not rows[head.row].indent:
        score += INDENT
    if not layout.double and row.gap:
        score += (GAP if row.gap == 1 else GAP + 1) + (GAPLESS if habits.gapless else 0.0)
        if row.after and row.width < HEADING and row.kind is Kind.TEXT:
            score += HEADING_ROW
    if row.width < HEADING and titled(layout.text(row)):
        score += TITLE
    if habits.full and layout.content[above.end - 1] in _TERMINAL and _has_room(layout, place, habits):
        score += SHORT_LINE
    return score


def _has_room(layout: Layout, place: int, habits: Habits) -> bool:
    """Whether the first word of row `place` would have fitted on the row above."""
    row = layout.rows[place]
    word = layout.text(row)[:200].split(None, 1)[0]
    return layout.rows[place - 1].width + 1 + len(word) <= habits.full


def _in_address(content: str, start: int, end: int) -> bool:
    """Whether the characters up to `end` are an address, blanks in it or not."""
    begin = max(content.rfind("://", start, end), content.rfind("www.", start, end))
    return begin >= 0 and not _ADDRESS_OVER.search(content, begin, end)


def _unclosed(layout: Layout, place: int, head: Head) -> bool:
    """Whether a bracket that was opened just above row `place` is not closed there."""
    above = layout.rows[place - 1]
    tail = layout.content[max(layout.rows[head.row].start, above.end - BRACKETED) : above.end]
    return tail.rfind("(") > tail.rfind(")") or tail.rfind("[") > tail.rfind("]")


def _breaks_off(layout: Layout, row: Row) -> bool:
    """Whether a row of the body ends in mid-sentence, a call glued to its last word aside."""
    return layout.text(row).rstrip("0123456789")[-1:] not in _TERMINAL


def _goes_on(layout: Layout, place: int, head: Head, resume: int, habits: Habits) -> float:
    """How well the body could go on with row `place`, by the words on both sides."""
    rows, content = layout.rows, layout.content
    row, above = rows[place], rows[place - 1]
    if row.kind is not Kind.TEXT:
        return END
    first, last = content[row.start], content[above.end - 1]
    score = END
    starts_address = _ADDRESS_STARTS.match(content, row.start) is not None
    if starts_address and last == ":":
        score += IN_ADDRESS
    elif first.islower():
        broken = resume >= 0 and not starts_address and _breaks_off(layout, rows[resume])
        score += RESUMED if broken else LOWER
    elif last in _TERMINAL or last.isdigit():
        score += NEW_SENTENCE
    if above.kind is not Kind.TEXT:
        return score
    if _in_address(content, max(rows[head.row].start, above.end - ADDRESS), above.end):
        word = layout.text(row)[:200].split(None, 1)[0]
        score += IN_ADDRESS if last == "-" or _ADDRESS_GOES_ON.match(word) else 0.0
    else:
        if last not in _TERMINAL and not last.isdigit() and place - 1 > head.row:
            score += BROKEN
        if habits.full and not _has_room(layout, place, habits):
            score += FULL_LINE
    return score + (BRACKET if first in "([" else 0.0)
