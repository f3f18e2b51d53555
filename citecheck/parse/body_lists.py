"""Numbered lists of the body told from notes: nothing calls them, and nothing in them cites.

Most texts hold such lists (tasks, features, steps, a table of contents), and many hold no notes at all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from citecheck.model import NoteKind
from citecheck.parse.labels import Style
from citecheck.parse.layout import Layout
from citecheck.parse.marker_candidates import STRONG, Candidate, Form
from citecheck.parse.markers import Call
from citecheck.parse.note_kinds import titled_kind
from citecheck.parse.note_starts import Start
from citecheck.parse.rounds import by_round
from citecheck.parse.words import cites

SURE_STYLES = frozenset({Style.BRACKET, Style.SUPERSCRIPT})
"""Labels that no line of a body begins with by chance."""
CALLED, CALLED_ALONE = 0.5, 0.8
"""Shares of a numbering that must be called for notes that do not cite; the second where the numbers stand on
lines of their own, as cells of tables do. Lists of theses without notes have none
or a chance one; of notes that lost calls (`benchmarks/extraction.py`) more than half are left."""
CITING = 1 / 3
"""Share of a numbering that cites, from which on it may have lost all its calls."""
DRESSED = 3
"""So many notes in brackets, called in brackets, and the text's notes are dressed so."""
DRESSED_ALIKE = 0.8
"""Share of a numbering's labels that must be glued to their text for it to be no list."""
HEADING = 6
"""Letters of a heading, at least."""
_LEADERS = re.compile(r"(?:\.[ \t]?){5,}[ \t]*\d{1,4}\Z")
_BOXED = re.compile(r"\s*\[(\d{1,4})\][ \t]+\S")
ENDS = frozenset(".!?…,;:»”“’\"')")
"""Signs before a call that stands between spaces."""


def lines_of_lists(
    layout: Layout,
    starts: Sequence[Start],
    calls: Sequence[Call],
    numbers: Sequence[Candidate],
    kinds: Mapping[int, NoteKind],
) -> set[int]:
    """Rows among `starts` that are items of lists. `numbers`: all that may be calls; `kinds`: of each
    start, by row."""
    rounds = by_round(starts)
    listed = any(kind is NoteKind.REFERENCE for kind in kinds.values())
    called: dict[int, set[int]] = defaultdict(set)
    glued = {
        round_
        for round_, items in rounds.items()
        if sum(one.label.style is Style.GLUED for one in items) >= DRESSED_ALIKE * len(items)
    }
    for call in calls:
        # Points of lists are never glued to their text: any call will do.
        if call.round in glued or _sound(layout.content, call, listed):
            called[call.round].add(call.number)
    rows = {
        start.row
        for round_, items in rounds.items()
        if _is_list(layout, items, called[round_], kinds)
        for start in items
    }
    rows |= {start.row for start in starts if _of_contents(layout, start)}
    return rows | _in_other_dress(layout, starts, numbers)


def _of_contents(layout: Layout, start: Start) -> bool:
    """Whether a line leads by dots to a page, or is a heading in capitals."""
    line = layout.content[start.label.end : layout.rows[start.row].end].strip()
    heading = line.isupper() and sum(map(str.isalpha, line)) >= HEADING and not cites().search(line)
    return heading or _LEADERS.search(line) is not None


def _is_list(layout: Layout, items: Sequence[Start], called: set[int], kinds: Mapping[int, NoteKind]) -> bool:
    if any(start.ruled or start.label.style in SURE_STYLES for start in items):
        return False
    if 2 * sum(start.at_foot for start in items) >= len(items):
        return False
    if any(kinds[start.row] is not NoteKind.FOOTNOTE for start in items) and titled_kind(
        layout, items[0].row
    ):
        return False
    alone = any(start.label.style is Style.ALONE for start in items)
    wanted = (CALLED_ALONE if alone else CALLED) * len(items)
    if sum(start.label.number in called for start in items) >= wanted:
        return False
    return sum(_cites(layout, start) for start in items) < CITING * len(items)


def _cites(layout: Layout, start: Start) -> bool:
    return cites().search(layout.content, start.label.end, layout.rows[start.row].end) is not None


def _sound(content: str, call: Call, listed: bool) -> bool:
    """Whether a call has the form of one and not only its number. `listed`: a list of sources takes the
    numbers in brackets."""
    if call.form is Form.BRACKET:
        return not listed
    if call.form in STRONG:
        return True
    line = content[content.rfind("\n", 0, call.start) + 1 : call.start].rstrip()
    return line[-1:] in ENDS if line else False


def _in_other_dress(layout: Layout, starts: Sequence[Start], numbers: Sequence[Candidate]) -> set[int]:
    """Starts that are dressed otherwise than the notes in brackets, which are called in brackets, and do not
    cite."""
    boxed = {int(found[1]) for row in layout.rows if (found := _BOXED.match(layout.text(row)))}
    heads = {row.start for row in layout.rows}
    called = {
        number.number
        for number in numbers
        if number.form is Form.BRACKET and number.start - 1 not in heads and number.number in boxed
    }
    if len(boxed) < DRESSED or len(called) < CALLED * len(boxed):
        return set()
    return {
        start.row
        for start in starts
        if start.label.style not in SURE_STYLES
        and not (start.ruled or start.at_foot or _cites(layout, start))
    }
