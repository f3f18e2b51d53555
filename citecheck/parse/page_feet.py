"""Notes at the foot of the page that calls them: what a page says where the forms of calls say nothing.

Text extraction may set a raised number off by spaces (`Cana 2 was`), and then no call looks like one. But the
notes of a page count on from line to line, and the same numbers stand in the same order in the text above
them. Two such numbers are seldom chance, a page full of them never; and where most pages have them, a page
with a single one has them, too.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from citecheck.model import Span
from citecheck.parse.bracketed_pages import without_pages
from citecheck.parse.citation_phrases import phrases_of
from citecheck.parse.damaged_calls import with_damaged
from citecheck.parse.labels import Style, row_label
from citecheck.parse.layout import Layout
from citecheck.parse.marker_candidates import SPLIT, Candidate, Form, candidates, drawn_so
from citecheck.parse.rows import Kind, Row

NEAR = 12
"""Rows of a note among others of its page, seldom exceeded."""
PAGE = 90
"""Rows above a page's notes in which they are called, where nothing shows where the page begins."""
MOST = 1_000
"""Numbers above a page's notes that are looked at; a page has fewer."""
LOST = 2
"""Notes in a row that a page may have lost."""
PAIRED, BLOCK = 2 / 3, 2
"""Share of the notes of a block that must be called above it, in order; least notes that say so alone."""
ENOUGH, AGREEING = 6, 0.5
"""Notes that such blocks must have in all; share of the blocks that are called."""
BONUS = 1.8
"""Of a number between spaces that calls a note of its page, over one that may be a quantity."""
HABIT, QUANTITY = 0.2, -0.4
"""Share of the calls that stand between spaces from which on that is how this text sets them; weight below
which one looks like a quantity where it is not."""
NAMED, LONGEST_WORD = -3.0, 16
"""Of a number behind a word that numbers sections or pages, such words with a space looked at."""
LEAST_PAGES, ENDING = 3, 1 / 3
"""Pages of such a text; share of the blocks that must end one (of two columns, one does)."""
PAGES, SINGLE = 5, 0.6
"""Pages with a single note, where all have one, and share of them that must be called."""

_LABELS = frozenset({Style.BARE, Style.GLUED, Style.ALONE, Style.SUPERSCRIPT})
"""Raised numbers that have come down; points of lists have dots or brackets."""


class Feet(NamedTuple):
    """What the pages say."""

    options: list[Candidate]
    """Candidates of calls; those of notes at the foot of their page have that for their form."""
    rows: frozenset[int]
    """First rows of notes at the foot of the page that calls them."""


class _Block(NamedTuple):
    """Labels of one page that count on."""

    rows: dict[int, int]
    """Row of each number, in order."""

    @property
    def first(self) -> int:
        """The first row."""
        return next(iter(self.rows.values()))

    @property
    def last(self) -> int:
        """The row of the last number."""
        return self.rows[next(reversed(self.rows))]


def feet_of(layout: Layout, raised: Sequence[Span] = ()) -> Feet:
    """All numbers that may call a note, and the notes at the feet of pages.

    `raised`: numbers drawn above their line, in order of place, where the format shows it: no page need then
    say more.
    """
    found = _candidates(layout)
    return Feet(drawn_so(found, raised), frozenset()) if raised else _feet(layout, found)


def _candidates(layout: Layout) -> list[Candidate]:
    """Numbers that may call a note; that of a page is no call run together with a number of the text, nor do
    those between spaces call in a running head, or one that begins it."""
    heads, numbers = (
        {at for row in layout.rows if row.kind is kind for at in range(row.start, row.end)}
        for kind in (Kind.HEAD, Kind.PAGE_NUMBER)
    )
    begins = {row.start for row in layout.rows if row.kind is Kind.HEAD}
    begins |= {row.start for row in _at_page_ends(layout.rows) if row.kind is Kind.PAGE_NUMBER}
    found = without_pages(layout.content, candidates(layout.content, 0, len(layout.content)))
    found = with_damaged(layout.content, found)
    return [
        one._replace(weight=one.weight + NAMED) if _is_named(layout.content, one) else one
        for one in found
        if not (one.start in numbers and one.form in SPLIT)
        and not (one.start in heads and one.form is Form.SPACED)
        and one.start not in begins
    ]


def _is_named(content: str, one: Candidate) -> bool:
    """Whether a number between spaces in mid-sentence is that of a section or a page (`Section 7 of`)."""
    if one.form is not Form.SPACED or not content[one.end + 1 : one.end + 2].islower():
        return False
    before = content[max(0, one.start - LONGEST_WORD) : one.start].rsplit(None, 1)
    return bool(before) and before[-1].lower() in _numbered_things()


@cache
def _numbered_things() -> frozenset[str]:
    """Words before the number of a section or a page, in all languages."""
    phrases = (*phrases_of("sections"), *phrases_of("pages"))
    return frozenset(phrase for phrase in phrases if len(phrase) > 2)


def _at_page_ends(rows: Sequence[Row]) -> Iterator[Row]:
    """Rows beside a form feed: a number alone there is the page's, no call on a line of its own."""
    for place, row in enumerate(rows):
        if row.feed or (place + 1 < len(rows) and rows[place + 1].feed):
            yield row


def _feet(layout: Layout, found: list[Candidate]) -> Feet:
    """Notes at the feet of pages, and their calls among the candidates `found`, in order of place."""
    edges = edges_of(layout.rows)
    blocks = list(_blocks(layout, edges)) if len(edges) >= LEAST_PAGES else []
    starts = [one.start for one in found]
    called: list[list[int]] = []
    above = 0
    for block in blocks:
        top = max(edges[bisect_left(edges, block.first + 1) - 1], above, block.first - PAGE)
        first, stop = layout.rows[top].start, layout.rows[block.first].first
        last = bisect_left(starts, stop)
        own = range(max(bisect_left(starts, first), last - MOST), last)
        called.append(_called(found, own, block))
        if len(called[-1]) >= max(BLOCK, PAIRED * len(block.rows)):
            above = block.last
    believed = _believed(layout, edges, blocks, called)
    calls = [place for at in believed for place in called[at]]
    spaced = sum(found[place].form is Form.SPACED for place in calls)
    places = {place for at in believed for place in _fitting(found, called[at])}
    if spaced < HABIT * len(calls):
        places = {place for place in places if found[place].weight > QUANTITY}
    options = [
        one._replace(form=Form.AT_FOOT, weight=one.weight + BONUS) if place in places else one
        for place, one in enumerate(found)
    ]
    rows = (blocks[at].rows[found[place].number] for at in believed for place in called[at])
    return Feet(options, frozenset(rows))


def _fitting(found: Sequence[Candidate], own: Sequence[int]) -> Iterator[int]:
    """Places of the numbers between spaces that could call a note in the order of those `own`."""
    for index, place in enumerate(own):
        first = own[index - 1] + 1 if index else place
        stop = own[index + 1] if index + 1 < len(own) else place + 1
        for other in range(first, stop):
            if found[other].number == found[place].number and found[other].form is Form.SPACED:
                yield other


def edges_of(rows: Sequence[Row]) -> list[int]:
    """First rows of pages, of which the text has one at least: behind form feeds, and where there are none,
    at page numbers and running heads."""
    feeds = [place for place, row in enumerate(rows) if row.feed]
    if feeds:
        return [0, *feeds]
    kinds = [row.kind is not Kind.TEXT for row in rows]
    return [0, *(place for place, here in enumerate(kinds) if here and place and not kinds[place - 1])]


def _blocks(layout: Layout, edges: Sequence[int]) -> Iterator[_Block]:
    """Labels that count on from row to row on one page, in order of their first rows."""
    open_: dict[int, _Block] = {}
    done: list[_Block] = []
    page = 0
    for place, row in enumerate(layout.rows):
        label = row_label(layout.content, row) if row.kind is Kind.TEXT else None
        if label is None or label.style not in _LABELS or (label.style is Style.ALONE and row.label is None):
            continue
        now = bisect_left(edges, place + 1)
        if now != page:
            open_, page = {}, now
        block = open_.pop(label.number, None)
        if block is None or place - block.last > NEAR:
            block = _Block({})
            done.append(block)
        block.rows[label.number] = place
        open_ = {number: other for number, other in open_.items() if other is not block}
        open_.update((label.number + 1 + lost, block) for lost in range(LOST + 1))
    yield from done


def _called(found: Sequence[Candidate], own: range, block: _Block) -> list[int]:
    """Places of the candidates that bear the numbers of a block in its order: as many as there are, and of
    several ways that with the likeliest forms."""
    best: dict[int, tuple[int, float, list[int]]] = {}
    for place in own:
        number, weight = found[place].number, found[place].weight
        if number not in block.rows or found[place].form in SPLIT:
            continue
        before = max((best[n] for n in best if n < number), default=(0, 0.0, []))
        way = (before[0] + 1, before[1] + weight, [*before[2], place])
        if number not in best or way[:2] > best[number][:2]:
            best[number] = way
    return max(best.values(), default=(0, 0.0, []))[2]


def _believed(
    layout: Layout, edges: Sequence[int], blocks: Sequence[_Block], called: Sequence[list[int]]
) -> set[int]:
    """Places of the blocks that are notes of their page, in a text whose pages have such notes."""
    paired = [len(own) >= PAIRED * len(block.rows) for block, own in zip(blocks, called, strict=True)]
    several = [place for place, block in enumerate(blocks) if len(block.rows) >= BLOCK]
    sure = [place for place in several if paired[place]]
    lone = [
        place
        for place, block in enumerate(blocks)
        if len(block.rows) < BLOCK and _at_end(layout, edges, block)
    ]
    single = sum(paired[place] for place in lone)
    ending = single + sum(_at_end(layout, edges, blocks[place]) for place in sure)
    if ending < ENDING * (len(sure) + single):
        return set()
    many = sum(len(blocks[place].rows) for place in sure) >= ENOUGH
    agreed = len(sure) + single >= AGREEING * (len(several) + len(lone))
    if not agreed or not (many or (single >= PAGES and single >= SINGLE * len(lone))):
        return set()
    believed = {place for place in sure + lone if paired[place]}
    return believed | set(_between(blocks, paired, believed))


def _between(blocks: Sequence[_Block], paired: Sequence[bool], believed: Collection[int]) -> Iterator[int]:
    """Places of the single notes that are due between two pages with notes: at the foot of a column."""
    last = 0
    due = {next(iter(blocks[place].rows)) for place in believed}
    for place, block in enumerate(blocks):
        number = next(iter(block.rows))
        if place not in believed and not (paired[place] and len(block.rows) == 1):
            continue
        if place in believed or (number == last + 1 and number + 1 in due):
            last = next(reversed(block.rows))
            yield place


def _at_end(layout: Layout, edges: Sequence[int], block: _Block) -> bool:
    """Whether a page ends soon below a block's last note, nothing but that note between."""
    at = bisect_left(edges, block.last + 1)
    end = edges[at] if at < len(edges) else len(layout.rows)
    rows = layout.rows[block.last + 1 : end]
    return len(edges) > 1 and len(rows) <= NEAR and not any(row.gap for row in rows if row.kind is Kind.TEXT)
