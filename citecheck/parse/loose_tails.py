"""Rests of notes on the next page, where neither a rule nor an empty line parts them from the body.

    which the valley had forgotten long before the railway came, and which the
    Fires and Floods, ed. A. Weir (Harbourton: Quay Press, 2003), 41.
    12 Ferry, Crossings, 7.

The page before ends in a note that breaks off, so its rest stands somewhere above this page's first number.
Each row there is weighed as the first of that rest: by how the body could end above it, by how the note could
go on with it, by its own words and those of the rows down to the number, and by their width.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Sequence

from citecheck.parse.layout import Layout
from citecheck.parse.marker_candidates import STRONG, Candidate
from citecheck.parse.note_habits import Habits, Head
from citecheck.parse.rows import Kind, Row
from citecheck.parse.truncation import ADDRESS as ENDS_IN_ADDRESS
from citecheck.parse.truncation import goes_on, in_host, unfinished
from citecheck.parse.words import cites

LONGEST = 16
"""Rows that such a rest has at most."""
PAGE = 90
"""Rows of a page, at most."""
NOTE_ROWS = 30
"""Rows between the beginning of the note that breaks off and the end of its page, at most."""
# Weights in the coin of `note_ends`, settled on set books in several languages (docs/accuracy/notes.md).
BROKEN_ABOVE, HYPHEN_ABOVE, LOWER_BELOW = 1.5, 2.5, -2.0
"""The body breaks off above; in mid-word; the row goes on in lower case with what is above it."""
CLOSED_ABOVE = 0.3
WORD_GOES_ON, WORD_LOST, LOWER = 2.5, -1.5, 0.7
"""The note ends in a hyphen and the row in lower case, or not; the note goes on in lower case."""
ADDRESS = 2.5
"""Of a row inside the address with which the note ends."""
NEVER = -99.0
CITES, WIDTH, GAP = 0.8, 0.6, 1.0
ENDS, OPEN = 0.5, -1.5
"""The row above the number ends as notes do, or in mid-sentence."""
ROW = -0.1
CALLS, NEXT = -3.0, 15
"""A row that calls one of so many notes behind the one that breaks off is body."""
RESUMED = 1.0
"""The body goes on behind this page's notes in lower case."""
LEAST, UNSURE = 1.0, 2.0
"""What a rest must be worth beyond none; and more where only the last sign of the note says that it may
go on."""

_TERMINAL = frozenset(".!?…»”\"')]}’“/>:;")
_HYPHENS = ("-", "\u00ad", "\u2010", "\u0002")
_ADDRESS = re.compile(r"(?:https?:/|www\.)\S*(?:\s\S*)?\Z")
_CAPTION = re.compile(r"[^\W\d_]+(?:\.?\s+\d+(?:\.\d+)*[.:]?\s|:)")
"""`Table 3. `, `Abb. 3: `, `Source:`, in any language."""
_YEAR_AND_PAGE = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d\)?[,:.]?\s+(?:[^\W\d_]{1,6}\.?\s*)?\d")
_OF_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*/|[\w-]+\.[\w-]+")
_OF_ADDRESS = re.compile(r"\S*[\d/_.?=&%-]\S*")


def loose_tail(
    layout: Layout, heads: Sequence[Head], place: int, habits: Habits, options: Sequence[Candidate]
) -> int:
    """First row of the rest of a note that ends above `heads[place]`, or that head's row where there is none.

    `options`: candidates of calls in order of place.
    """
    rows, before, head = layout.rows, heads[place - 1], heads[place]
    page = -1 if layout.double else page_end(rows, before.row, head.row)
    if page < 0:
        return head.row
    known = [before.number, head.number - 1] if head.round != before.round else [before.number]
    return _rest(layout, before, page, head.row, habits, options, known)


def rest_alone(
    layout: Layout, heads: Sequence[Head], place: int, habits: Habits, options: Sequence[Candidate]
) -> int:
    """First row of the rest of the note `heads[place]` at the foot of a page that has no other note, set off
    by an empty line; -1 where there is none."""
    rows, before = layout.rows, heads[place]
    limit = heads[place + 1].row if place + 1 < len(heads) else len(rows)
    page = -1 if layout.double else page_end(rows, before.row, limit)
    note = text_of(layout, before.row, page) if page >= 0 else ""
    if not note or not goes_on(note) or "://" in note[-ENDS_IN_ADDRESS:]:
        return -1
    first = next((at for at in range(page, limit) if rows[at].kind is Kind.TEXT), limit)
    stop = next((at for at in range(first + 1, min(limit, first + PAGE)) if _ends_page(rows[at])), first)
    gaps = [at for at in range(first + 1, stop) if rows[at].gap]
    if len(gaps) != 1 or not _as_rests(text_of(layout, gaps[0], stop)):
        return -1
    return (
        gaps[0]
        if _rest(layout, before, page, stop, habits, options, [before.number], gaps[0]) == gaps[0]
        else -1
    )


def _as_rests(block: str) -> bool:
    """Whether a block that stands alone is like rests of notes, and no paragraph or caption: it goes on in
    lower case (an address does, too) or gives a year with a page behind it, not inside brackets.

    >>> _as_rests("Lake Society (Leeds, 2011), 17."), _as_rests("In 1911 the mill burnt (Orr 2004, 12).")
    (True, False)
    """
    if _CAPTION.match(block):
        return False
    years = (block[: found.end()] for found in _YEAR_AND_PAGE.finditer(block))
    cited = any(before.count("(") <= before.count(")") for before in years)
    return cited or block[:1].islower()


def _rest(
    layout: Layout,
    before: Head,
    page: int,
    stop: int,
    habits: Habits,
    options: Sequence[Candidate],
    known: Sequence[int],
    only: int = -1,
) -> int:
    """First row of the rest of a note that ends above row `stop`, or that row. `page`: row with which the
    page behind the note begins; `known`: numbers behind which calls are of later notes; `only`: the one row
    that may begin it, if any."""
    rows = layout.rows
    note = text_of(layout, before.row, page)
    if not unfinished(note):
        return stop
    resumed = _resumed(layout, stop)
    first = next((at for at in range(page, stop) if rows[at].kind is Kind.TEXT), stop)
    least = max(first + 1, stop - LONGEST)
    best, best_score = stop, _none(layout, stop, resumed) + LEAST + (0.0 if goes_on(note) else UNSURE)
    inside = 0.0
    for at in range(stop - 1, least - 1, -1):
        row = rows[at]
        if row.kind is not Kind.TEXT or row.feed or row.rule:
            break
        inside += _like_note(layout, row, habits, last=at == stop - 1)
        inside += CALLS * any(calls_later(row, number, options) for number in known)
        score = inside + _begins(layout, at, note, resumed)
        if score > best_score and only in (-1, at):
            best, best_score = at, score
    return best


def goes_on_in_address(layout: Layout, row: Row, note: str) -> bool:
    """Whether the first word of a row may be the rest of the address in which a note breaks off."""
    rest = _OF_HOST if in_host(note) else _OF_ADDRESS
    return rest.match(layout.content, row.start, row.end) is not None


def calls_later(row: Row, number: int, options: Sequence[Candidate]) -> bool:
    """Whether a row calls one of the next notes, which rows of the body do."""
    place = bisect_left(options, row.start, key=lambda option: option.start)
    for option in itertools.takewhile(lambda one: one.start < row.end, options[place:]):
        if option.form in STRONG and option.weight > 0 and number < option.number <= number + NEXT:
            return True
    return False


def page_end(rows: Sequence[Row], first: int, stop: int) -> int:
    """The row that begins the next page below a note that begins at `first`, -1 where none does."""
    for place in range(first + 1, min(stop, first + NOTE_ROWS)):
        if _ends_page(rows[place]):
            return place
    return -1


def text_of(layout: Layout, first: int, stop: int) -> str:
    return layout.content[layout.rows[first].start : layout.rows[stop - 1].end]


def _resumed(layout: Layout, first: int) -> bool:
    """Whether the first row that is no furniture of the page that row `first` begins, or of the one behind
    it, goes on in lower case."""
    rows = layout.rows
    page = first if first < len(rows) and _ends_page(rows[first]) else page_end(rows, first, len(rows))
    for at in range(page, min(page + 3, len(rows))) if page >= 0 else ():
        if rows[at].kind is Kind.TEXT:
            return layout.content[rows[at].start].islower()
    return False


def _ends_page(row: Row) -> bool:
    return row.feed or row.kind is not Kind.TEXT


def _none(layout: Layout, row: int, resumed: bool) -> float:
    """What speaks for the row above the number being the body's last."""
    last = layout.content[layout.rows[row - 1].end - 1]
    if last in _HYPHENS:
        return HYPHEN_ABOVE + resumed * RESUMED
    return BROKEN_ABOVE + resumed * RESUMED if last not in _TERMINAL and not last.isdigit() else 0.0


def _like_note(layout: Layout, row: Row, habits: Habits, *, last: bool) -> float:
    """How much more a row looks like one of a note than of the body."""
    weight = ROW
    text = layout.text(row)[:400]
    if cites().search(text):
        weight += CITES
    if last:
        end = text[-1:]
        return weight + (ENDS if end in _TERMINAL or end.isdigit() else OPEN)
    if habits.tell:
        nearer_note = abs(row.width - habits.note) < abs(row.width - habits.body)
        weight += WIDTH if nearer_note else -WIDTH
    return weight


def _begins(layout: Layout, place: int, note: str, resumed: bool) -> float:
    """How well a note's text goes on with row `place`, and the body ends above it."""
    rows, content = layout.rows, layout.content
    row, above = rows[place], rows[place - 1]
    lower, last = content[row.start].islower(), content[above.end - 1]
    if in_host(note) and not goes_on_in_address(layout, row, note):
        return NEVER
    score = GAP if row.gap and not rows[place + 1].gap and not layout.double else 0.0
    if above.kind is Kind.TEXT:
        if last in _HYPHENS:
            score += LOWER_BELOW if lower else HYPHEN_ABOVE
        elif last not in _TERMINAL and not last.isdigit():
            score += LOWER_BELOW if lower else BROKEN_ABOVE + resumed * RESUMED
        else:
            score += CLOSED_ABOVE
    if note.endswith(_HYPHENS) and not _ADDRESS.search(note):
        return score + (WORD_GOES_ON if lower else WORD_LOST)
    if _ADDRESS.search(note) and goes_on_in_address(layout, row, note):
        return score + ADDRESS
    return score + (LOWER if lower else 0.0)
