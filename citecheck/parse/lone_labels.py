"""Numbers of notes that stand on lines of their own, put back to the text they belong to.

Text extraction sorts a page by the height of its lines. The raised number of a note stands a little higher
than the note's first line and so becomes a line before it; where the note has several lines, some extractors
put the number after all of them:

    1
    Miller, Mills, p. 4.
    Baker, Fires and other
    misfortunes, p. 7.
    2

A run of such numbers that rise by one decides, together with how many paragraphs stand between them.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Sequence

from citecheck.model import Span
from citecheck.parse.labels import Style, label_at
from citecheck.parse.rows import Kind, Row
from citecheck.parse.words import cited_again, cites, titled
from citecheck.patterns import late

NEAR = 14
"""Rows between two numbers of notes on one page, at most; pages are longer."""
LONGEST = 40
"""Rows of one note looked at."""
NOTE_ROWS = 6
"""Rows above a page's first label in which the first word of its note is looked for."""
DIGITS = 4
REPEATS, HEADING = 3, 60
"""A line that returns so often below numbers is a running head; characters that a heading has at most."""

ABOVE = 0.4
"""Cost of a label behind its text: the rarer order."""
UNSEEN_ABOVE = 1.0
"""The same for the first label of a page, whose text only an empty line parts from the body."""
STANDS = 0.6
"""What an empty line on one side of a label only says for the other side."""
BELOW_LAST = 1.0
"""Cost of leaving the text behind a page's last label without one."""
LEFT_OVER = 0.6
"""Cost of a paragraph between two labels that neither needs: a note of several paragraphs."""
IMPOSSIBLE = 9.0

_OPEN_END = late(r"[^.!?…»”\"’')\]}>\d]\Z")


def with_lone_labels(content: str, rows: list[Row], *, double: bool) -> list[Row]:
    """`rows` without the lines that are nothing but a note's number; the number is given to the row with
    which the note's text begins (`Row.label`).

    `double`: body lines are set with an empty line after each.
    """
    lone = [place for place, row in enumerate(rows) if _is_number(content, row)]
    if not lone:
        return rows
    owners: dict[int, int] = {}
    lone = _without_pages(content, rows, lone)
    groups = _groups(content, rows, lone)
    openings = _openings(content, rows, groups, double)
    for group in groups:
        owners |= _owners(content, rows, group, double, openings)
    for place in lone:
        if place not in owners and _tight(rows, place) and not _labelled(content, rows[place + 1]):
            owners[place] = place + 1
    taken = set(owners.values())
    kept: list[Row] = []
    for place, row in enumerate(rows):
        if place not in owners:
            kept.append(row)
            continue
        text = rows[owners[place]]
        text.label = Span(row.start, row.end)
        if owners[place] == place + 1 and place + 1 in taken:
            text.gap, text.feed, text.rule = row.gap, row.feed, row.rule or text.rule
            text.indent, text.line = row.indent, row.line
        elif place + 1 < len(rows):
            below = rows[place + 1]
            if _parts(content, rows, place):
                # The number stands a little higher than its line: the empty line is the number's.
                below.gap = 0
                continue
            below.gap, below.rule = max(below.gap, row.gap), max(below.rule, row.rule)
            below.feed = below.feed or row.feed
    return kept


def _is_number(content: str, row: Row) -> bool:
    shown = content[row.start : row.end] if row.kind is Kind.TEXT else ""
    return 0 < len(shown) <= DIGITS and shown.isascii() and shown.isdigit() and shown[0] != "0"


def _without_pages(content: str, rows: Sequence[Row], lone: Sequence[int]) -> list[int]:
    """Lone numbers less those set apart above the heading of a list, or above a running head, which returns
    on other pages: pages."""
    below: dict[str, list[int]] = defaultdict(list)
    for place in lone:
        row = rows[place + 1] if place + 1 < len(rows) else None
        if row is not None and row.end - row.start < HEADING:
            below[content[row.start : row.end]].append(place)
    pages: set[int] = set()
    for text, places in below.items():
        far = all(after - before >= NEAR for before, after in itertools.pairwise(places))
        returns = far and len(places) >= REPEATS and not cited_again(text)
        if returns or titled(text):
            pages.update(place for place in places if rows[place + 1].gap or rows[place].feed)
    return [place for place in lone if place not in pages]


def _labelled(content: str, row: Row) -> bool:
    return label_at(content, row.start, row.end) is not None


def _tight(rows: Sequence[Row], place: int) -> bool:
    """Whether a lone number stands directly on the text below, all on one page; behind an empty line it is
    a page's."""
    if not 0 < place < len(rows) - 1 or (rows[place].gap and not rows[place].rule) or rows[place].feed:
        return False
    below = rows[place + 1]
    return below.gap == 0 and not below.feed and not below.rule


def _groups(content: str, rows: Sequence[Row], lone: Sequence[int]) -> list[list[int]]:
    """Runs of lone numbers on one page that rise by one; two at least."""
    groups: list[list[int]] = []
    for place in lone:
        number = _value(content, rows[place])
        last = groups[-1][-1] if groups else -NEAR
        if (
            groups
            and place - last <= NEAR + 1
            and number == _value(content, rows[last]) + 1
            and not any(rows[between].feed for between in range(last + 1, place + 1))
        ):
            groups[-1].append(place)
        else:
            groups.append([place])
    groups = [group[:-1] if _ends_in_page(rows, group) else group for group in groups]
    groups = [group for group in groups if not _numbered_between(content, rows, group)]
    kept: list[list[int]] = []
    for index, group in enumerate(groups):
        after = groups[index + 1] if index + 1 < len(groups) else None
        if len(group) > 1 or _counts_on(content, rows, kept[-1] if kept else None, group[0], after):
            kept.append(group)
    return kept


def _ends_in_page(rows: Sequence[Row], group: Sequence[int]) -> bool:
    """Whether the last of a run of numbers is the page's, which happens to be the next one: it stands apart
    at the page's end, the others right on their texts."""
    *labels, last = group
    apart = rows[last].gap > 0 and not _tail(rows, last)
    return apart and bool(labels) and all(rows[place + 1].gap == 0 for place in labels)


def _numbered_between(content: str, rows: Sequence[Row], group: Sequence[int]) -> bool:
    """Whether notes that bear their own numbers stand between lone ones: those are the numbers of pages."""
    labels = (label_at(content, row.start, row.end) for row in rows[group[0] : group[-1]])
    numbers = [label.number for label in labels if label and label.style is not Style.ALONE]
    return any(after == before + 1 for before, after in itertools.pairwise(numbers))


def _counts_on(
    content: str, rows: Sequence[Row], before: Sequence[int] | None, place: int, after: Sequence[int] | None
) -> bool:
    """Whether a number alone goes on with the count of labels before or behind it, and does not stand where
    page numbers do."""
    row = rows[place]
    due = before is not None and _value(content, rows[before[-1]]) == _value(content, row) - 1
    leads = (
        after is not None and len(after) > 1 and _value(content, rows[after[0]]) == _value(content, row) + 1
    )
    if row.feed:
        # Where page numbers stand; but none stands right on a source whose turn it is.
        below = rows[place + 1] if place + 1 < len(rows) else None
        tight = below is not None and not below.gap and not below.feed
        return due and tight and cites().search(content, rows[place].end, rows[place + 1].end) is not None
    return (due or leads) and (_tail(rows, place) or row.gap == 0)


def _value(content: str, row: Row) -> int:
    return int(content[row.start : row.end])


def _openings(
    content: str, rows: Sequence[Row], groups: Sequence[Sequence[int]], double: bool
) -> frozenset[str]:
    """First words of notes: of the paragraphs that stand between two labels."""
    pairs = (pair for group in groups for pair in itertools.pairwise(group))
    between = (_paragraphs(content, rows, first + 1, last, double) for first, last in pairs)
    return frozenset(_first_word(content, rows[place]) for places in between for place in places)


def _first_word(content: str, row: Row) -> str:
    return content[row.start : row.end].split(maxsplit=1)[0]


def _owners(
    content: str, rows: Sequence[Row], group: Sequence[int], double: bool, openings: frozenset[str]
) -> dict[int, int]:
    """For each label of a run the row with which its text begins: the cheapest way to give each its own."""
    between = [
        _paragraphs(content, rows, first + 1, last, double) for first, last in itertools.pairwise(group)
    ]
    head = _paragraph_above(content, rows, group[0], double, openings)
    # Of each label two states: text below (0), text above (1), with cost and the way there.
    costs = [0.0, (UNSEEN_ABOVE if head is not None else IMPOSSIBLE) + _above(rows, group[0])]
    ways: list[list[int]] = [[0], [1]]
    for place, paragraphs in zip(group[1:], between, strict=True):
        fresh, routes = [], []
        for state in (0, 1):
            options = [
                costs[before] + _misfit(len(paragraphs), (not before) + state) + state * _above(rows, place)
                for before in (0, 1)
            ]
            best = 0 if options[0] <= options[1] else 1
            fresh.append(options[best])
            routes.append([*ways[best], state])
        costs, ways = fresh, routes
    tail = _tail(rows, group[-1])
    if not tail:
        costs[0] += IMPOSSIBLE
    elif any(row.feed for row in rows) and not _parts(content, rows, group[-1]):
        costs[1] += BELOW_LAST
    way = ways[0 if costs[0] <= costs[1] else 1]
    owners: dict[int, int] = {}
    for index, (place, above) in enumerate(zip(group, way, strict=True)):
        if above:
            begin = (between[index - 1][-1] if between[index - 1] else None) if index else head
        else:
            below = between[index] if index < len(between) else [place + 1] if tail else []
            begin = below[0] if below else None
        if begin is not None and begin not in owners.values():
            owners[place] = begin
    return owners


def _above(rows: Sequence[Row], place: int) -> float:
    """Cost of taking a label for that of the text above it."""
    below = rows[place + 1] if place + 1 < len(rows) else None
    loose_below = below is None or below.gap > 0 or below.feed
    return ABOVE + STANDS * ((rows[place].gap > 0) - loose_below)


def _misfit(there: int, needed: int) -> float:
    return IMPOSSIBLE * (needed - there) if needed > there else LEFT_OVER * (there - needed)


def _paragraphs(content: str, rows: Sequence[Row], first: int, stop: int, double: bool) -> list[int]:
    """First rows of the paragraphs between two labels."""
    return [place for place in range(first, stop) if place == first or _begins(content, rows, place, double)]


def _begins(content: str, rows: Sequence[Row], place: int, double: bool) -> bool:
    """Whether a paragraph begins at a row that follows on another."""
    row = rows[place]
    if row.gap <= (1 if double else 0) and not row.rule:
        return False
    above = rows[place - 1]
    return not content[row.start].islower() and not _open(content, above)


def _open(content: str, row: Row) -> bool:
    """Whether a row ends in mid-sentence."""
    return _OPEN_END.search(content, row.end - 1, row.end) is not None


def _paragraph_above(
    content: str, rows: Sequence[Row], label: int, double: bool, openings: frozenset[str]
) -> int | None:
    """First row of the paragraph that ends at a page's first label, where something shows it: an empty line,
    a body that breaks off in mid-sentence, or a word with which other notes open (`openings`)."""
    shown: int | None = None
    for place in range(label - 1, max(0, label - LONGEST), -1):
        if rows[place].feed:
            return shown
        if label - place <= NOTE_ROWS and _first_word(content, rows[place]) in openings:
            return place
        if shown is not None:
            continue
        cut = not content[rows[place].start].islower() and _open(content, rows[place - 1])
        if _begins(content, rows, place, double) or (place < label - 1 and cut):
            shown = place
    return shown


def _parts(content: str, rows: Sequence[Row], label: int) -> bool:
    """Whether a label stands in the midst of a sentence."""
    return label > 0 and content[rows[label + 1].start].islower() and _open(content, rows[label - 1])


def _tail(rows: Sequence[Row], label: int) -> bool:
    """Whether a text follows the last label on its page."""
    return label + 1 < len(rows) and not rows[label + 1].feed
