"""Where the text of a note ends and the body goes on.

Starts are numbered, ends are not. What tells them, each weak alone: line spacing, the width of lines,
indentation, rules, page numbers, a call of a later note (which stands in the body only), the words of a
citation, and whether the body's broken sentence goes on. Each row is weighed as note or body, and the one
place where the row before is note and the row after is body is put where the sum is best.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from citecheck.parse.layout import Kind, Layout, Row

TIGHT_NOTE = 0.8
LOOSE_BODY = 1.5
CITATION = 1.5
TOKEN = 2.0
WIDTH = 0.6
CALL = 3.0
DRIFT = 0.05
PAGE_END = 3.0
FURNITURE = 1.0
INDENT = 2.5
NEW_SENTENCE = 0.5
RESUMED = 1.5
BROKEN = -1.5
GAP = 1.5
GAPLESS = 1.5
"""An empty line says more where notes have none inside."""
HEADING = 60
APART_ROW = 0.7
"""A short row between empty lines is a heading."""
SHORT_LINE = 1.5
"""The row above had room for the next word: its paragraph was at an end."""
FULL_LINE = -1.0
IN_ADDRESS = -2.0
"""The row above ends inside an address and the row goes on like one."""
ADDRESS = 300
"""Characters that are looked back for the beginning of an address."""
BRACKET = -1.0
"""Rows of the body seldom begin with a bracket; rest of a citation often does."""
NO_RULE = -4.0
"""Where notes stand under rules, one without a rule follows on the note before it, no body between."""
LONGEST_LINE = 160
"""A wider row is a paragraph on one line."""
APART = 12
"""Notes more rows apart than this stand on different pages, as a rule."""
RULED = 0.6
WIDTH_APART = 8
"""Characters that typical lines of notes and of the body must differ by for width to tell."""
RARE_INDENT = 0.15
"""Indented lines are a sign only where they are rare."""

_CITATION = re.compile(
    r"https?:|www\.|\[[^\]]{3,40}\]\.|//|(?:\.|\])\s?[-–—]\s|\b(?:URL|ISBN|DOI|doi)\b|\b(?:pp?|S|s|С|с|C|Bd|vol|Vol)\.\s?\d"
)
_ADDRESS_OVER = re.compile(r"[.,;]\s+[^\W\d_]{3}|\s[(\[]|[)\]]\.?\Z")
_ADDRESS_GOES_ON = re.compile(r"\S*[\d/_.?=&%-]\S*\Z")
_TERMINAL = frozenset(".!?…»”\"')]}’“/>")


@dataclass(frozen=True, slots=True)
class Head:
    """A row with which a note's text begins or goes on."""

    row: int
    offset: int
    number: int
    """Shown number; 0 for the tail of a note carried over."""
    round: int = 1
    """Which numbering it belongs to, from 1."""


@dataclass(frozen=True, slots=True)
class _Habits:
    note: float
    body: float
    full: float
    """Width that full lines of notes reach; 0 where it cannot be told."""
    ruled: bool
    """Notes of a page stand under a rule."""
    gapless: bool
    """No empty lines inside notes."""

    @property
    def tell(self) -> bool:
        return abs(self.note - self.body) >= WIDTH_APART


def find_ends(layout: Layout, heads: Sequence[Head], calls: Mapping[int, tuple[int, int]]) -> list[int]:
    """For each head the row after the last row of its text.

    `calls`: numbering and highest number of a note called in a row, by row.
    """
    habits = _habits(layout, heads)
    rows = layout.rows
    rare = sum(row.indent > 0 for row in rows) <= RARE_INDENT * len(rows)
    ends: list[int] = []
    resume = -1
    for place, head in enumerate(heads):
        limit = heads[place + 1].row if place + 1 < len(heads) else len(rows)
        if not ends or ends[-1] != head.row:
            resume = head.row - 1
        ends.append(_end(layout, head, limit, resume, habits, rare, calls))
    return ends


def _gapless(layout: Layout, heads: Sequence[Head]) -> bool:
    rows = layout.rows
    inside = tight = 0
    for head, below in itertools.pairwise(heads):
        if 1 < below.row - head.row <= APART and rows[below.row].gap == 0:
            inside += 1
            tight += all(rows[place].gap == 0 for place in range(head.row + 1, below.row))
    return inside >= 3 and tight >= 0.8 * inside


def under_rules(layout: Layout, heads: Sequence[Head]) -> bool:
    """Whether the first notes of pages stand under rules in this text."""
    pages = [head for place, head in enumerate(heads) if not place or head.row - heads[place - 1].row > APART]
    return sum(layout.rows[head.row].rule > 0 for head in pages) > RULED * len(pages)


def _habits(layout: Layout, heads: Sequence[Head]) -> _Habits:
    rows = layout.rows
    ruled = under_rules(layout, heads)
    gapless = _gapless(layout, heads)
    body = [row.width for row in rows if row.kind is Kind.TEXT and row.width > 20]
    first = [rows[head.row].width for head in heads if rows[head.row].after == 0]
    if len(first) < 3 or not body:
        return _Habits(0, 0, 0, ruled, gapless)
    usual = median(first)
    wrapped = [width for width in first if width > 0.8 * usual]
    full = sorted(wrapped)[int(0.75 * (len(wrapped) - 1))]
    return _Habits(usual, median(body), full if full < LONGEST_LINE else 0, ruled, gapless)


def _end(
    layout: Layout,
    head: Head,
    limit: int,
    resume: int,
    habits: _Habits,
    rare: bool,
    calls: Mapping[int, tuple[int, int]],
) -> int:
    """The best cut in `head.row + 1 … limit`: rows from it on are body."""
    rows = layout.rows
    loose = rows[head.row].after > 0
    follows = limit < len(rows) and habits.ruled and not rows[limit].rule
    best, best_score, below = limit, 0.0, NO_RULE if follows else 0.0
    for place in range(limit - 1, head.row, -1):
        row = rows[place]
        if row.rule and place > head.row:
            best, best_score, below = place, 0.0, 0.0
            continue
        below += _body_weight(layout, row, loose, habits)
        if calls.get(place, (0, 0)) > (head.round, head.number):
            below += CALL
        score = below + _boundary(layout, place, head, resume, rare, habits)
        if score > best_score:
            best, best_score = place, score
    while best - 1 > head.row and rows[best - 1].kind is not Kind.TEXT:
        best -= 1
    return best


def _body_weight(layout: Layout, row: Row, loose: bool, habits: _Habits) -> float:
    """How much more a row looks like body than like note."""
    if row.kind is not Kind.TEXT:
        return FURNITURE
    weight = DRIFT
    if layout.double and not loose:
        weight += LOOSE_BODY if row.after else -TIGHT_NOTE
    text = layout.text(row)[:400]
    if _CITATION.search(text):
        weight -= CITATION
    elif max(map(len, text.split())) > 30:
        weight -= TOKEN
    if habits.tell and row.width > 20:
        nearer_note = abs(row.width - habits.note) < abs(row.width - habits.body)
        weight += -WIDTH if nearer_note else WIDTH
    return weight


def _in_address(content: str, start: int, end: int) -> bool:
    """Whether the characters up to `end` are an address, blanks in it or not."""
    begin = max(content.rfind("://", start, end), content.rfind("www.", start, end))
    return begin >= 0 and not _ADDRESS_OVER.search(content, begin, end)


def _boundary(layout: Layout, place: int, head: Head, resume: int, rare: bool, habits: _Habits) -> float:
    """How well the body could go on with row `place`, judged by the rows on both sides."""
    rows, content = layout.rows, layout.content
    row, above = rows[place], rows[place - 1]
    score = -1.0
    if row.feed or row.kind is not Kind.TEXT or above.kind is not Kind.TEXT:
        score += PAGE_END
    if rare and row.indent and not rows[head.row].indent:
        score += INDENT
    if not layout.double and row.gap:
        score += (GAP if row.gap == 1 else GAP + 1) + (GAPLESS if habits.gapless else 0.0)
        if row.after and row.width < HEADING and row.kind is Kind.TEXT:
            score += APART_ROW
    first, last = content[row.start], content[above.end - 1]
    broken = resume >= 0 and content[rows[resume].end - 1] not in _TERMINAL
    if first.islower():
        score += RESUMED if broken else -0.5
    elif last in _TERMINAL or last.isdigit():
        score += NEW_SENTENCE
    first_word = layout.text(row)[:200].split(None, 1)[0]
    if _in_address(content, max(rows[head.row].start, above.end - ADDRESS), above.end):
        score += IN_ADDRESS if last == "-" or _ADDRESS_GOES_ON.match(first_word) else 0.0
    else:
        if last not in _TERMINAL and not last.isdigit() and place - 1 > head.row:
            score += BROKEN
        if habits.full:
            score += SHORT_LINE if above.width + 1 + len(first_word) <= habits.full else FULL_LINE
    if first in "([":
        score += BRACKET
    return score
