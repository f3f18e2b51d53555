"""Notes that have lost their number or the line it stood at the head of, and so run on in the note above.

    8. Orr, Lamps, p. 4.
    Hartley, Quays, p. 17.
    10. Ibid. 11. Weir, Floods, p. 3.

No note is parted because it could be. Only where a number is called and no note bears it: then its digits in
the note before it, at the head of a line or not, are its label behind the end of a sentence and before what
begins like a citation; and where as many paragraphs begin in that note as numbers are lacking, and all of
them begin so, they are the notes that lack them. Beside a label told so those of numbers that nothing calls
are told, too, where they are dressed as the note's own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from citecheck.parse.draft import Draft
from citecheck.parse.layout import Layout
from citecheck.parse.markers import Call
from citecheck.parse.note_habits import LONGEST_LINE
from citecheck.parse.note_heads import OPENING, TERMINAL, begins_citation
from citecheck.parse.rows import Kind, Row
from citecheck.parse.run_in_labels import (
    ENDED,
    STOP,
    Place,
    dressed_alike,
    labelled,
    parted,
    rows_of,
)
from citecheck.parse.sentences import abbreviations
from citecheck.parse.words import closing, cut_short, lower_start

MOST_LACKING, RUN_IN = 3, 12
"""Numbers lacking in a row from which a stretch is lost, not its numbers; and from which no label is looked
for in the note above."""
WRAPPED = 3
"""So many lines of notes that go on in the next one show how long a line of theirs is."""
STRICT, ROOM = 0.9, 0.9
"""Share of lines that the next one's first word would have made longer than (nearly) all others, where lines
end at a number of characters; and share of a full line that a line with that word on it may have at most,
where they do not: set in letters of unequal width, full lines differ by a tenth in characters."""
MUCH = 0.75
"""Share of the same for a line that ends in an abbreviation: its sentence may go on."""
USUAL = 0.6
"""Share of the notes that must begin with an indent, or below an empty line, for it to show a beginning."""

_AT_END = re.compile(r"(?:\w[/_=-]\w|\w\.\w)\S*(?<=[\w/])\Z")
"""An address at the end of a line, as far as one line shows it."""
_WORDED = re.compile(r"[^\W\d_][^\W\d_]*[.,:]?\s")
_WORD = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,3})\.\Z")
_ADDRESS = re.compile(r"https?:|www\.|\w/\w")


class _Look(NamedTuple):
    """How the notes of a text are set."""

    room: float
    """Characters of a line, the next one's first word included, that had room for that word; infinite where
    lines do not end at a width."""
    indent: int
    """Of first lines where it is another than that of all others, else -1."""
    gaps: bool
    """Empty lines part the notes."""


def with_lost_numbers(layout: Layout, drafts: Sequence[Draft], calls: Sequence[Call]) -> list[Draft]:
    """The notes, those parted from the one above that have lost their number or the head of their line."""
    called = {(call.round, call.number): call.start for call in calls}
    known = {(draft.round, draft.number) for draft in drafts}
    if not drafts or called.keys() <= known:
        return list(drafts)
    look: _Look | None = None
    found: list[Draft] = []
    for draft, below in zip(drafts, [*drafts[1:], None], strict=True):
        lost, own = _lost(draft, below, called)
        if not own:
            found.append(draft)
            continue
        look = look or _look(layout, drafts)
        places = list(_places(layout, draft, lost, own, look))
        found += parted(layout, draft, places) if places else [draft]
    return found


def _lost(
    draft: Draft, below: Draft | None, called: Mapping[tuple[int, int], int]
) -> tuple[Sequence[int], list[int]]:
    """Numbers between two notes that no note bears, and those of them that are called above."""
    last = draft.spans[-1].end
    if below is None or below.round != draft.round:
        beyond = [number for round_, number in called if round_ == draft.round and number > draft.number]
        stop = max(beyond, default=draft.number) + 1
    else:
        stop = below.number
    numbers = range(draft.number + 1, stop)
    if len(numbers) > RUN_IN or draft.headless:
        return [], []
    return numbers, [number for number in numbers if called.get((draft.round, number), last) < last]


def _places(
    layout: Layout, draft: Draft, lost: Sequence[int], called: Sequence[int], look: _Look
) -> Iterator[Place]:
    """Where each of the lost notes begins that can be told, in order."""
    told = _told(layout, draft, lost, called)
    bounds = [
        Place(draft.number, draft.start, draft.spans[0].start, True),
        *told,
        Place(called[-1] + 1, draft.spans[-1].end, draft.spans[-1].end, True),
    ]
    for above, below in pairwise(bounds):
        if above.number != draft.number:
            yield above
        lacking = [number for number in called if above.number < number < below.number]
        lacking = lacking if len(lost) <= MOST_LACKING else []
        breaks = _breaks(layout, draft, above.body, below.start, look) if lacking else []
        stops = [*breaks, below.start][1:]
        cite = all(begins_citation(layout.content, *part) for part in zip(breaks, stops, strict=True))
        if cite and len(breaks) == len(lacking) == below.number - above.number - 1:
            for number, at in zip(lacking, breaks, strict=True):
                yield Place(number, at, at, False)


def _told(layout: Layout, draft: Draft, lost: Sequence[int], called: Sequence[int]) -> list[Place]:
    """The lost notes that bear their numbers, in order."""
    told: list[Place] = []
    for number in lost:
        place = labelled(layout, draft, number, told[-1].body if told else draft.spans[0].start)
        if place is not None and (number in called or dressed_alike(layout, draft, place)):
            told.append(place)
    return told if any(place.number in called for place in told) else []


def _breaks(layout: Layout, draft: Draft, start: int, end: int, look: _Look) -> list[int]:
    """Offsets of rows between two offsets of a note with which a paragraph of it begins like a note."""
    rows = [row for row in rows_of(layout, draft) if row.start < end]
    return [
        row.start
        for above, row in pairwise(rows)
        if row.start > start and _begins(layout.content, above, row) and _apart(layout, above, row, look)
    ]


def _begins(content: str, above: Row, row: Row) -> bool:
    """Whether a sentence ends above a row and the row begins like a note."""
    closed = content[above.end - 1] in TERMINAL
    address = not closed and _AT_END.search(content, above.start, above.end)
    if address:
        return content[row.start].isupper() and _WORDED.match(content, row.start, row.end) is not None
    return closed and _opens(content, row.start, row.end)


def _opens(content: str, start: int, end: int) -> bool:
    """Whether a note may begin with these words."""
    first = content[start]
    return first.isupper() or first in OPENING or lower_start().match(content, start, end) is not None


def _apart(layout: Layout, above: Row, row: Row, look: _Look) -> bool:
    """Whether a row begins a paragraph, by its indent, the empty line above it or the room that was left; a
    whole note that a page's foot would go on with is another."""
    if row.rule or row.feed:
        return True
    if look.indent >= 0:
        return row.indent == look.indent
    if look.gaps:
        return row.gap > 0
    content = layout.content
    ended = _AT_END.search(content, above.start, above.end) or _ends(content, above, row)
    return _with_word(content, above, row) <= look.room * (1.0 if ended else MUCH)


def _ends(content: str, above: Row, row: Row) -> bool:
    """Whether the stop at the end of a line is a sentence's, not that of an abbreviation."""
    if ENDED.search(content, above.start, row.start):
        return True
    tail = content[max(above.start, above.end - STOP) : above.end]
    word = _WORD.search(tail)
    known = word is None or word[1].lower() in abbreviations() or word[1].lower() in cut_short()
    return not known or closing().search(tail) is not None


def _runs_on(content: str, above: Row, row: Row) -> bool:
    """Whether a line ended for want of room, as far as its words tell: in mid-sentence and in no address."""
    broken = content[above.end - 1] not in TERMINAL and not row.gap
    return broken and not _ADDRESS.search(content, above.start, row.end)


def _with_word(content: str, above: Row, row: Row) -> int:
    """Characters of a line with the first word of the next one on it."""
    return above.width + 1 + len(content[row.start : row.end].split(None, 1)[0])


def _look(layout: Layout, drafts: Sequence[Draft]) -> _Look:
    notes = [rows for draft in drafts if (rows := rows_of(layout, draft))]
    firsts, others = Counter(rows[0].indent for rows in notes), {r.indent for rows in notes for r in rows[1:]}
    indent, times = firsts.most_common(1)[0] if firsts else (0, 0)
    own = bool(others) and indent not in others and times >= USUAL * len(notes)
    gaps = sum(rows[0].gap > 0 for rows in notes) >= USUAL * len(notes)
    tight = sum(row.gap > 0 for rows in notes for row in rows[1:]) <= (1 - USUAL) * max(1, len(others))
    return _Look(_room(layout, notes), indent if own else -1, gaps and tight)


def _room(layout: Layout, notes: Sequence[Sequence[Row]]) -> float:
    """Characters of a line with the next one's first word up to which there was room for that word."""
    content = layout.content
    own = [row for rows in notes for row in rows if not _ADDRESS.search(content, row.start, row.end)]
    text = [row for row in layout.rows if row.width > 20 and row.kind is Kind.TEXT]
    pairs = [pair for rows in notes for pair in pairwise(rows) if _runs_on(content, *pair)]
    if len(pairs) < WRAPPED:
        pairs = [pair for pair in pairwise(text) if _runs_on(content, *pair)]
    if not pairs:
        return float("inf") if len(text) > WRAPPED else 0.0
    widest = max(_widest(above for above, _ in pairs), 1)
    if widest >= LONGEST_LINE:
        return float("inf")
    fuller = sum(_with_word(content, above, row) > widest for above, row in pairs)
    return _widest(own) * (1.0 if fuller >= STRICT * len(pairs) else ROOM)


def _widest(rows: Iterable[Row]) -> int:
    """Characters of the widest rows but for a few."""
    widths = sorted(row.width for row in rows)
    return widths[int(0.95 * (len(widths) - 1))] if widths else 0
