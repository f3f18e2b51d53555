"""Notes that have lost their number or the line it stood at the head of, and so run on in the note above.

    8. Orr, Lamps, p. 4.
    Hartley, Quays, p. 17.
    10. Ibid. 11. Weir, Floods, p. 3.

No note is parted because it could be. Only where a number is called and no note bears it: then its digits in
the note before it, at the head of a line or not, are its label behind the end of a sentence and before what
begins like a citation; and where as many paragraphs begin in that note as numbers are lacking, and all of
them begin so, they are the notes that lack them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from citecheck.model import Span
from citecheck.parse.draft import Draft
from citecheck.parse.layout import Layout
from citecheck.parse.markers import Call
from citecheck.parse.note_habits import LONGEST_LINE
from citecheck.parse.note_heads import OPENING, TERMINAL, begins_citation, counts_books, ends_note
from citecheck.parse.rows import Kind, Row
from citecheck.parse.sentences import abbreviations
from citecheck.parse.words import closing, cut_short, lower_start

MOST_LACKING = 3
"""Numbers lacking in a row from which a stretch is lost, not its numbers."""
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
STOP = 40
"""Characters before a number that show whether a sentence ends there."""

_LABEL = r"(?<![\w.,/-])[\[(]?{}(?:[.)\]]\s*|\s+|)(?=[^\W\d_]|[\"«„“»‘<])"
_ENDED = re.compile(r"(?:[\d)\]»”\"’/!?…]|[^\W\d_]{4,})[.;]?[)\]»”\"’]?\s+[\[(]?\Z")
"""What a sentence ends with; behind a shorter word the stop is an abbreviation's (`art. 10`, `zit. n.`)."""
_AT_END = re.compile(r"(?:\w[/_=-]\w|\w\.\w)\S*(?<=[\w/])\Z")
"""An address at the end of a line, as far as one line shows it."""
_WORDED = re.compile(r"[^\W\d_][^\W\d_]*[.,:]?\s")
_WORD = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,3})\.\Z")
_ADDRESS = re.compile(r"https?:|www\.|\w/\w")


class _Place(NamedTuple):
    """Where a note begins inside another's text."""

    number: int
    start: int
    body: int
    """Offset behind the label."""
    label: bool


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
        lost = _lost(draft, below, called)
        if not lost:
            found.append(draft)
            continue
        look = look or _look(layout, drafts)
        places = list(_places(layout, draft, lost, look))
        found += _parted(layout, draft, places) if places else [draft]
    return found


def _lost(draft: Draft, below: Draft | None, called: Mapping[tuple[int, int], int]) -> list[int]:
    """Numbers between two notes that are called above and that no note bears."""
    last = draft.spans[-1].end
    if below is None or below.round != draft.round:
        beyond = [number for round_, number in called if round_ == draft.round and number > draft.number]
        stop = max(beyond, default=draft.number) + 1
    else:
        stop = below.number
    if stop - draft.number - 1 > MOST_LACKING or draft.headless:
        return []
    numbers = range(draft.number + 1, stop)
    return [number for number in numbers if called.get((draft.round, number), last) < last]


def _places(layout: Layout, draft: Draft, lost: Sequence[int], look: _Look) -> Iterator[_Place]:
    """Where each of the lost notes begins that can be told, in order."""
    labelled: list[_Place] = []
    for number in lost:
        after = labelled[-1].body if labelled else draft.spans[0].start
        place = _labelled(layout, draft, number, after)
        if place is not None:
            labelled.append(place)
    bounds = [
        _Place(draft.number, draft.start, draft.spans[0].start, True),
        *labelled,
        _Place(lost[-1] + 1, draft.spans[-1].end, draft.spans[-1].end, True),
    ]
    for above, below in pairwise(bounds):
        if above.number != draft.number:
            yield above
        lacking = [number for number in lost if above.number < number < below.number]
        breaks = _breaks(layout, draft, above.body, below.start, look) if lacking else []
        stops = [*breaks, below.start][1:]
        cite = all(begins_citation(layout.content, *part) for part in zip(breaks, stops, strict=True))
        if cite and len(breaks) == len(lacking) == below.number - above.number - 1:
            for number, at in zip(lacking, breaks, strict=True):
                yield _Place(number, at, at, False)


def _labelled(layout: Layout, draft: Draft, number: int, after: int) -> _Place | None:
    """The lost note's digits in the text of the one above it: at the head of a line, else inside one."""
    content, heads = layout.content, {row.start for row in _rows(layout, draft)}
    inside: _Place | None = None
    pattern = re.compile(_LABEL.format(number))
    for span in draft.spans:
        for match in pattern.finditer(content, max(span.start, after), span.end):
            ended = _ENDED.search(content, max(draft.spans[0].start, match.start() - STOP), match.start())
            if not ended or not _parts(layout, draft, match, span.end):
                continue
            place = _Place(number, match.start(), match.end(), True)
            if match.start() in heads:
                return place
            inside = inside or place
    return inside


def _parts(layout: Layout, draft: Draft, label: re.Match[str], end: int) -> bool:
    """Whether a number ends one citation and begins another."""
    content, first = layout.content, draft.spans[0].start
    if not ends_note(content, first, label.start()) or not begins_citation(content, label.end(), end):
        return False
    return not counts_books(content, label.end(), end, dotted=any(sign in ".)]" for sign in label[0]))


def _breaks(layout: Layout, draft: Draft, start: int, end: int, look: _Look) -> list[int]:
    """Offsets of rows between two offsets of a note with which a paragraph of it begins like a note."""
    rows = [row for row in _rows(layout, draft) if row.start < end]
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
    if _ENDED.search(content, above.start, row.start):
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


def _rows(layout: Layout, draft: Draft) -> list[Row]:
    """Rows of text in which a note stands."""
    rows: list[Row] = []
    for span in draft.spans:
        first = bisect_right(layout.rows, span.start, key=lambda row: row.start) - 1
        last = bisect_left(layout.rows, span.end, key=lambda row: row.start)
        rows += [row for row in layout.rows[max(first, 0) : last] if row.kind is Kind.TEXT]
    return rows


def _look(layout: Layout, drafts: Sequence[Draft]) -> _Look:
    notes = [rows for draft in drafts if (rows := _rows(layout, draft))]
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


def _parted(layout: Layout, draft: Draft, places: Sequence[_Place]) -> Iterator[Draft]:
    """The note without what belongs to the others, and those."""
    bounds = [_Place(draft.number, draft.start, draft.spans[0].start, True), *places]
    stops = [*(place.start for place in places), draft.spans[-1].end]
    for place, stop in zip(bounds, stops, strict=True):
        spans = tuple(_within(layout.content, draft.spans, place.body, stop))
        if place.number == draft.number:
            yield draft._replace(spans=spans)
            continue
        yield draft._replace(
            number=place.number,
            label=str(place.number),
            spans=spans,
            start=place.start,
            unnumbered=not place.label,
        )


def _within(content: str, spans: Sequence[Span], start: int, stop: int) -> Iterator[Span]:
    """The parts of spans between two offsets, without the white space at their ends."""
    for span in spans:
        first, last = max(span.start, start), min(span.end, stop)
        text = content[first:last]
        if text.strip():
            yield Span(first + len(text) - len(text.lstrip()), last - len(text) + len(text.rstrip()))
