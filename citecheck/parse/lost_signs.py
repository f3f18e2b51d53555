"""Notes with signs for labels of which one half is lost: a call without its note, a note without its call.

Of numbers each tells which are due; of signs nothing does, and a sign behind a word may be anything. So half
a note is told only where the text has whole ones of the same kind, labelled and called in the same way, where
its page has no other half for it, and where it stands as the others do. Letters and numerals have to count
on, too.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from citecheck.parse.labels import roman
from citecheck.parse.layout import Layout
from citecheck.parse.page_feet import LEAST_PAGES, NEAR, PAGE, edges_of

HABIT = 3
"""Whole notes of a kind from which on half a one may be told."""
SHARE = 0.5
"""Halves for each whole note, at most: where there are more, the sign means something else as well."""
SIGNS = "*†‡§¶‖"
_HYPHENS = ("-", "\u2010", "\u2011")
_FIRST = ("a", "i", "а")
_BEFORE = {
    "†": ("*",),
    "‡": ("†",),
    "**": ("*", "‖", "¶", "§", "‡"),
    "***": ("**",),
    "****": ("***",),
    "††": ("**", "†"),
    "‡‡": ("††", "‡"),
}
"""What stands before a sign in the order that typesetters keep: `* † ‡ § ‖ ¶ ** ††`, or `* ** ***`."""


class SignCall(NamedTuple):
    """A sign that may call a note."""

    label: str
    start: int
    end: int
    row: int


class SignNote(NamedTuple):
    """First line of a note with a sign for a label."""

    row: int
    label: str
    end: int
    """Offset after the label."""
    call: SignCall | None = None
    """What points to it, `None` where that is lost."""


class Signs(NamedTuple):
    """Notes with signs, and the calls of such that are lost."""

    notes: dict[int, SignNote]
    """By row."""
    lost: tuple[SignCall, ...]


def in_order(signs: Signs, lost: Sequence[SignCall]) -> list[SignNote | SignCall]:
    """The notes by row; each of the `lost` calls behind the last note that is called before it."""
    order: list[SignNote | SignCall] = []
    left = sorted(lost, key=lambda call: -call.start)
    notes = sorted(signs.notes.values(), key=lambda note: note.row)
    begins = [note.call.start if note.call else note.end for note in notes]
    firsts = [*accumulate(reversed(begins), min)][::-1]
    for note, first in zip(notes, firsts, strict=True):
        while left and left[-1].start < first:
            order.append(left.pop())
        order.append(note)
    return [*order, *reversed(left)]


def half_lost(
    layout: Layout,
    whole: Sequence[SignNote],
    rows: Sequence[SignNote],
    calls: Sequence[SignCall],
    began: Sequence[tuple[int, str]],
) -> tuple[list[SignNote], list[SignCall]]:
    """Of the `rows` that begin with a sign that nothing calls those that are notes, and of all `calls` those
    whose note is lost. `whole`: notes with their calls, in order; `began`: all rows that begin with a sign,
    whatever they are."""
    notes: list[SignNote] = []
    lost: list[SignCall] = []
    for kind in {_kind(note.label) for note in whole}:
        own = [note for note in whole if _kind(note.label) == kind]
        own, doubtful = _by_order(own)
        if len(own) < HABIT:
            continue
        left = sorted([*(row for row in rows if _kind(row.label) == kind), *doubtful])
        kin = [call for call in calls if _kind(call.label) == kind]
        pages = _Pages(layout, own, kin, began)
        more = [row._replace(call=None) for row in left if pages.has_at_foot(row)]
        less = [call for call in kin if pages.misses(call)]
        if kind != "sign":
            more, less = _counting(own, more, less)
        if len(more) + len(less) <= SHARE * len(own):
            notes += more
            lost += less
    return notes, lost


def _by_order(whole: Sequence[SignNote]) -> tuple[list[SignNote], list[SignNote]]:
    """Notes that stand in the order of their calls, and those that come too late for theirs: what called
    them, and the note that was called there, may be lost."""
    kept: list[SignNote] = []
    late: list[SignNote] = []
    for note in whole:
        if note.call and kept and kept[-1].call and note.call.start < kept[-1].call.start:
            late.append(note)
        else:
            kept.append(note)
    return kept, late


def _kind(label: str) -> str:
    """What the labels of one numbering have in common."""
    if label[0] in SIGNS:
        return "sign"
    return "raised" if unicodedata.normalize("NFKC", label) != label else "boxed"


class _Pages:
    """The pages of a text and the whole notes on them. Where nothing shows where pages end, one goes on until
    its last note."""

    def __init__(
        self,
        layout: Layout,
        whole: Sequence[SignNote],
        calls: Sequence[SignCall],
        began: Sequence[tuple[int, str]],
    ) -> None:
        self._layout, self._whole = layout, whole
        edges = edges_of(layout.rows)
        self._known = len(edges) >= LEAST_PAGES
        self._edges = edges if self._known else _after_notes(whole, began)
        self._called = {note.call for note in whole}
        self._labels = {note.label for note in whole}
        self._there = {(self._page(row), label) for row, label in began}
        for note in whole:
            self._there.add((self._page(_row_of(note)), note.label))
        self._with_notes = {page for page, _ in self._there}
        self._open = {(self._page(call.row), call.label) for call in calls if call not in self._called}
        self._twice: dict[tuple[int, str], bool] = {}
        self._forms = {self._form(note.call) for note in whole if note.call}
        self._dresses = {self._dress(note) for note in whole}

    def _page(self, row: int) -> int:
        return bisect_right(self._edges, row)

    def _form(self, call: SignCall) -> tuple[bool, bool, str]:
        """How a call stands: what is before it, and of one in brackets which."""
        before = self._layout.content[call.start - 1]
        boxed = before if before in "([" else ""
        if boxed:
            before = self._layout.content[call.start - 2]
        return before.isspace(), before.isdecimal(), boxed

    def _dress(self, note: SignNote) -> tuple[str, bool]:
        """How a note is labelled: what its row begins with, and whether a space follows the label."""
        content, start = self._layout.content, self._layout.rows[note.row].start
        return content[start] if content[start] in "([" else "", content[note.end - 1].isspace()

    def misses(self, call: SignCall) -> bool:
        """Whether a page has a call and no note for it."""
        if call in self._called or self._form(call) not in self._forms:
            return False
        page = self._page(call.row)
        if (page, call.label) in self._there or self._stands_twice(call.label, page):
            return False
        if self._is_torn(call) or (call.label[0] in SIGNS and self._is_name(call, page)):
            return False
        if call.label[0] in SIGNS and call.label not in self._labels:
            # One that is used nowhere else follows its forerunner on the page.
            before = _BEFORE.get(call.label, ())
            return self._known and any((page, label) in self._there for label in before)
        if self._known:
            return True
        below = bisect_left(self._whole, call.row, key=lambda note: note.row)
        return below < len(self._whole) and self._whole[below].row - call.row <= PAGE

    def _stands_twice(self, label: str, page: int) -> bool:
        """Whether a sign is more than once on a page: the other one may be its note's, joined to a line, or
        its call, joined to a word."""
        if label[0] not in SIGNS:
            return False
        if (page, label) not in self._twice:
            rows, sign = self._layout.rows, re.escape(label[0])
            first = rows[self._edges[page - 1] if page else 0].start
            last = rows[self._edges[page] - 1 if page < len(self._edges) else -1].end
            alone = re.compile(rf"(?<!{sign}){re.escape(label)}(?!{sign})")
            self._twice[page, label] = len(alone.findall(self._layout.content, first, last)) > 1
        return self._twice[page, label]

    def _is_name(self, call: SignCall, page: int) -> bool:
        """Whether a sign may belong to what it stands at (`A*`, `C*-algebra`, `Homo erectus†`): on a page
        without notes with signs any may."""
        content = self._layout.content
        lone = content[call.start - 1].isalpha() and not content[max(0, call.start - 2)].isalnum()
        following = content[call.end : call.end + 1]
        return page not in self._with_notes or lone or following.isalpha() or following in _HYPHENS

    def _is_torn(self, call: SignCall) -> bool:
        """Whether a note may begin with a sign in the midst of a line: `a com* Rose, p. 97`."""
        content = self._layout.content
        following = content[call.end : call.end + 2]
        return content[call.start - 1].isalnum() and following[:1].isspace() and following[1:].isupper()

    def has_at_foot(self, note: SignNote) -> bool:
        """Whether a row that begins with a sign stands where notes do: beside one, or last on its page; and
        no call on the page may be its own."""
        rows, page = self._layout.rows, self._page(note.row)
        if self._dress(note) not in self._dresses or (page, note.label) in self._open:
            return False
        if self._stands_twice(note.label, page):
            return False
        at = bisect_left(self._whole, note.row, key=lambda other: other.row)
        for other in self._whole[max(0, at - 1) : at + 1]:
            first, last = sorted((other.row, note.row))
            beside = self._page(other.row) == page and last - first <= NEAR
            if beside and not any(row.gap > self._layout.double for row in rows[first + 1 : last + 1]):
                return True
        if not self._known or not (rows[note.row].gap > self._layout.double or rows[note.row].rule):
            return False
        end = self._edges[page] if page < len(self._edges) else len(rows)
        rest = rows[note.row + 1 : end]
        return len(rest) <= NEAR and not any(row.gap > self._layout.double for row in rest)


def _after_notes(whole: Sequence[SignNote], began: Sequence[tuple[int, str]]) -> list[int]:
    """The rows behind the last of several notes that stand together, rows that begin with signs among them:
    no call of the next one is between."""
    ends: list[int] = []
    rows = [row for row, _ in began]
    for place, note in enumerate(whole):
        following = _row_of(whole[place + 1]) if place + 1 < len(whole) else rows[-1] + 1
        if following > note.row:
            end = note.row
            for row in rows[bisect_right(rows, end) : bisect_left(rows, following)]:
                if row - end > NEAR:
                    break
                end = row
            ends.append(end + 1)
    return ends


def _row_of(note: SignNote) -> int:
    return note.call.row if note.call else note.row


def _counting(
    own: Sequence[SignNote], more: Sequence[SignNote], less: Sequence[SignCall]
) -> tuple[list[SignNote], list[SignCall]]:
    """Those of `more` and `less` whose letters count on from the label before, and the next from theirs."""
    notes = sorted([*own, *more], key=lambda note: note.row)
    calls = sorted([*(note.call for note in own if note.call), *less], key=lambda call: call.start)
    missing = set(less)
    fit = _fitting([note.label for note in notes]), _fitting([call.label for call in calls])
    return (
        [note for note, fits in zip(notes, fit[0], strict=True) if fits and note.call is None],
        [call for call, fits in zip(calls, fit[1], strict=True) if fits and call in missing],
    )


def _fitting(labels: Sequence[str]) -> list[bool]:
    """Whether each of `labels` follows the one before and is followed by the next, or begins or ends a row.

    >>> _fitting(["a", "b", "d", "a", "b"])
    [True, False, False, True, True]
    """
    plain = [unicodedata.normalize("NFKC", label) for label in labels]
    found = []
    for at, label in enumerate(plain):
        before = at > 0 and _follow(plain[at - 1], label)
        after = at + 1 < len(plain) and _follow(label, plain[at + 1])
        begins = label in _FIRST
        ends = at + 1 == len(plain) or plain[at + 1] in _FIRST
        found.append((before or begins) and (after or ends) and (before or after))
    return found


def _follow(one: str, two: str) -> bool:
    if len(one) == len(two) == 1 and ord(two) == ord(one) + 1:
        return True
    return roman(one) > 0 and roman(two) == roman(one) + 1
