"""Numberings whose calls are not drawn as calls are: headings, steps, rows, contents.

Where a reader has looked at sizes and places (PDF) or the format says what is raised (DOCX, ODT), a call is a
raised number, a superscript sign or a number in brackets. A number on the line calls only in fonts that hide
what is raised; then it is glued to its word, and nearly all calls of the numbering are. A numbering that
hardly any such number calls is a list in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence

from citecheck.model import Span
from citecheck.parse.chance import by_chance
from citecheck.parse.draft import Found
from citecheck.parse.labels import Style
from citecheck.parse.layout import Layout
from citecheck.parse.marker_candidates import Form
from citecheck.parse.markers import Call
from citecheck.parse.note_starts import Start
from citecheck.parse.rounds import by_round
from citecheck.parse.words import cites

CALLED = 0.5
"""Share of the lines with a call that is drawn as one. In 60 PDFs whose steps, headings, rows or lines of
contents were taken for notes it was 0 but for lines of programs with indices in brackets."""
LEAST_GLUED, GLUED = 4, 0.6
"""Least lines, and share of them with a call at all, where calls are glued to words."""
LEAST_CITING, CITING = 12, 0.5
"""The same where calls stand anywhere, as in scanned books, and the share of lines that cite."""

NOTE = 300
"""Characters in which a note or source cites."""

_SURE = frozenset({Form.MARKDOWN, Form.SUPERSCRIPT, None})
_NO_LIST = frozenset({Style.BARE, Style.GLUED, Style.WORD})
"""Labels as no list of points has them; some of so few lines may have lost their calls."""
_CLOSED = re.compile(r"\)?(?:[.,;:!?»”\"]|[ \t]*(?:\n|\Z))")
_GLUED = frozenset({Form.GLUED_NEXT, Form.GLUED_PREVIOUS})


def strays(
    layout: Layout,
    starts: Sequence[Start],
    calls: Sequence[Call],
    raised: Sequence[Span] | None,
    lists: Collection[int],
) -> set[int]:
    """Rows of numberings that are no notes, by chance or, where `raised` is known, by how they are called."""
    found = by_chance(layout, starts, calls)
    return found if raised is None else found | undrawn(layout, starts, calls, raised, lists)


def beside_signs(signs: Found, numbered: Found) -> Found:
    """Notes with signs, as a page shows them, and beside them the numbering of the text: its sources."""
    notes = [draft for draft in numbered.notes if draft.label.isdecimal()]
    known = {(draft.round, draft.number) for draft in notes}
    calls = [call for call in numbered.calls if (call.round, call.number) in known]
    own = max((draft.round for draft in notes), default=0)
    return Found(
        tuple(
            sorted(
                (*notes, *(draft._replace(round=draft.round + own) for draft in signs.notes)),
                key=lambda draft: draft.start,
            )
        ),
        tuple(
            sorted(
                (*calls, *(call._replace(round=call.round + own) for call in signs.calls)),
                key=lambda call: call.start,
            )
        ),
    )


def undrawn(
    layout: Layout,
    starts: Sequence[Start],
    calls: Sequence[Call],
    raised: Sequence[Span],
    lists: Collection[int],
) -> set[int]:
    """Rows of numberings among `starts` that are called by no number drawn as a call.

    `raised`: numbers above their line, in order of place. `lists`: numberings that are lists of sources.
    """
    rounds, called = by_round(starts), by_round(calls)
    return {
        start.row
        for round_, group in rounds.items()
        if round_ not in lists and not _as_notes(layout, group, called[round_], raised)
        for start in group
    }


def _as_notes(layout: Layout, group: Sequence[Start], calls: Sequence[Call], raised: Sequence[Span]) -> bool:
    numbers = {start.label.number for start in group}
    cited = _citing(layout, group)
    citing, bracketed = cited >= CITING * len(group), _in_brackets(layout, group)
    if citing and bracketed:
        return True
    sure = {call.number for call in calls if _sure(call, raised, citing or bracketed)} & numbers
    glued = {call.number for call in calls if call.form in _GLUED} & numbers
    every = {call.number for call in calls} & numbers
    count = len(numbers)
    if len(sure) >= CALLED * count:
        return True
    if cited == len(group):  # pasted as plain text, few of them
        few = count < LEAST_GLUED and all(start.label.style in _NO_LIST for start in group)
        closing = {call.number for call in calls if _closes(layout.content, call)} & numbers
        if numbers <= sure | glued | closing or (few and sure | glued):
            return True
    if count >= LEAST_GLUED and len(sure | glued) >= GLUED * count:
        return True
    return count >= LEAST_CITING and len(every) >= GLUED * count and citing


def _sure(call: Call, raised: Sequence[Span], boxed: bool) -> bool:
    """Whether a call is one by its look. `boxed`: sources, and lines whose own numbers stand in brackets, may
    be called by numbers in brackets."""
    return call.form in _SURE or (boxed and call.form is Form.BRACKET) or _drawn(call, raised)


def _closes(content: str, call: Call) -> bool:
    """Whether a number in round brackets ends what it stands behind, as one that counts points does not."""
    return call.form is Form.PAREN and _CLOSED.match(content, call.end) is not None


def _in_brackets(layout: Layout, group: Sequence[Start]) -> bool:
    """Whether the lines' own numbers stand in brackets."""
    boxes = sum(layout.content[start.label.start - 1 : start.label.start] in ("[", "［") for start in group)
    return boxes >= CALLED * len(group)


def _drawn(call: Call, raised: Sequence[Span]) -> bool:
    place = bisect_right(raised, call.end, key=lambda span: span.start) - 1
    return place >= 0 and raised[place].end > call.start


def _citing(layout: Layout, group: Sequence[Start]) -> int:
    """How many of the lines cite something, themselves or on the lines below."""
    begins = [start.label.end for start in group]
    ends = [*(start.label.start for start in group[1:]), len(layout.content)]
    return sum(
        cites().search(layout.content, begin, max(begin, min(end, begin + NOTE))) is not None
        for begin, end in zip(begins, ends, strict=True)
    )
