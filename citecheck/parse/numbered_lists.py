"""Numbered lists of sources, told by their heading: entries that count on from 1 below it.

The heading and the count are surer than what the numbers of the body say: such entries are called in any
order, again and again, in ranges (`[3–5]`) or not at all, and a text may have footnotes besides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from citecheck.model import Mark, MarkKind, NoteKind, Span, Text
from citecheck.parse.author_year import calls_by_year
from citecheck.parse.draft import Draft, Found, of_signs
from citecheck.parse.labels import value_of
from citecheck.parse.list_calls import calls_of
from citecheck.parse.markers import Call
from citecheck.parse.source_lists import LONGEST_TITLE, entry_of, is_hint
from citecheck.parse.words import cites, titled
from citecheck.patterns import late

LEAST = 2
"""Entries that make a list."""
CITING = 0.5
"""Share of the entries that name a year, an address or a page."""
BEFORE_FIRST = 8
"""Lines of text between the heading and the first entry: a remark, a heading of the next order."""
FAR = 100
"""Lines of text in which an entry must be followed by the next one: authors of a consortium alone took 60."""
FIXED = 0.5
"""Share of the entries from which the format's own mark-up has told the list."""
BESIDE_NOTES = 0.3
"""Of the entries of a list beside notes at least so many are called; else it is further reading."""

_LABEL = late(
    r"[ \t>]*(?:[-*+•][ \t]+)?(?:<[^<>\n]{1,100}>)*[*_]{0,2}\\?(?P<open>[\[(［（【〔]?)[ ]?"
    r"(?P<number>\d{1,4}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|[①-⑳])[ ]?"
    r"(?P<close>\\?[\])］）】〕][.:]?|\\?[.．、](?!\d)|)[*_]{0,2}(?:</?[^<>\n]{1,60}>)*"
    r"(?:[ \t\u00a0\u2002\u2003\u3000]+|(?=[^\W\d_]|[\"“«„‘'「『*_<\[(])|(?=[\r\n]|\Z))"
)
_ENDED = frozenset(".)]}»”\"'/>。）」』")
_PARAGRAPH = late(r"\n[ \t\r]*\n\s*|\f\s*")


class Entry(NamedTuple):
    """One entry: its number, the offset of its label, and its text."""

    number: int
    start: int
    span: Span


class NumberedList(NamedTuple):
    """A list: the offset after its heading, and its entries in order."""

    begin: int
    entries: tuple[Entry, ...]

    @property
    def end(self) -> int:
        """Offset after its last entry."""
        return self.entries[-1].span.end


class _Head(NamedTuple):
    """A line that begins with a number."""

    start: int
    number: int
    style: tuple[str, str]
    text: int
    """Offset after the label."""
    sound: bool
    """It begins as an entry does, and what stands before it has ended."""


def with_numbered_lists(text: Text, content: str, sections: Sequence[Span], found: Found) -> Found:
    """Notes and calls, the entries of numbered lists under their headings and their calls among them.

    `content`: the text's, with letters for what its code says; `sections`: what stands under each heading of
    such a list. Entries that the format's own mark-up names are left as they are; what else was taken for
    notes inside such a list gives way to it.
    """
    fixed = [mark.spans[0].start for mark in text.marks if _is_fixed(mark)]
    lists = [
        one
        for one in numbered_lists(content, sections)
        if sum(one.begin <= start < one.end for start in fixed) < FIXED * len(one.entries)
    ]
    for place, one in enumerate(lists):
        after = 0 if not place else lists[place - 1].end
        before = len(content) if place + 1 == len(lists) else one.begin
        found = _with(text, content, one, Span(after, before), found)
    return found


def _is_fixed(mark: Mark) -> bool:
    told = mark.kind in (MarkKind.NOTE, MarkKind.REFERENCE) and not is_hint(mark)
    return told and mark.origin != "drawing"


def _with(text: Text, content: str, one: NumberedList, reach: Span, found: Found) -> Found:
    """`found` with one list in it. `reach`: where its calls stand."""
    inside = [draft for draft in found.notes if one.begin <= draft.start < one.end]
    told = [d for d in inside if d.kind is NoteKind.REFERENCE and any(s.end > s.start for s in d.spans)]
    if len(told) >= len(one.entries):
        return _called(text, content, one, reach, found)
    gone = {(draft.round, draft.number) for draft in inside}
    notes = [draft for draft in found.notes if (draft.round, draft.number) not in gone]
    round_ = max((draft.round for draft in notes), default=0) + 1
    numbers = {entry.number for entry in one.entries}
    kept = {(draft.round, draft.number) for draft in notes}
    taken = [Span(one.begin, one.end), *(span for draft in notes for span in draft.spans)]
    # Calls that the format gives to a note are none of the list, whatever their number.
    taken += [call.span for call in found.calls if call.form is None and (call.round, call.number) in kept]
    spare = [call for call in found.calls if (call.round, call.number) in gone]
    own = calls_of(text, content, numbers, reach, taken, spare, round_)
    if len({call.number for call in own}) < BESIDE_NOTES * len(numbers):
        own = _named(content, one, taken, round_) or own
    called = {call.number for call in own}
    if not of_signs(notes) and not inside and len(called) < BESIDE_NOTES * len(numbers):
        return found
    places = {call.start for call in own}
    calls = [call for call in found.calls if call.start not in places and (call.round, call.number) in kept]
    drafts = [
        Draft(entry.number, round_, str(entry.number), (entry.span,), entry.start, kind=NoteKind.REFERENCE)
        for entry in one.entries
    ]
    return Found(
        tuple(sorted((*notes, *drafts), key=lambda draft: draft.start)),
        tuple(sorted((*calls, *own), key=_place)),
    )


def _called(text: Text, content: str, one: NumberedList, reach: Span, found: Found) -> Found:
    """`found`, which holds the entries already, with all of their calls."""
    inside = [draft for draft in found.notes if one.begin <= draft.start < one.end]
    rounds = {draft.round for draft in inside}
    if len(rounds) > 1:
        return found
    numbers = {draft.number for draft in inside}
    taken = [Span(one.begin, one.end), *(span for draft in found.notes for span in draft.spans)]
    spare = [call for call in found.calls if call.round in rounds]
    own = calls_of(text, content, numbers, reach, taken, spare, inside[0].round)
    if not own:
        own = _named(content, one, taken, inside[0].round)
    known = {(draft.round, draft.number) for draft in found.notes}
    places = {call.start for call in own}
    calls = [
        call
        for call in found.calls
        if call.round not in rounds and call.start not in places and (call.round, call.number) in known
    ]
    return Found(found.notes, tuple(sorted((*calls, *own), key=_place)))


def _named(content: str, one: NumberedList, taken: Sequence[Span], round_: int) -> list[Call]:
    """Calls by author and year of a list that is numbered all the same, empty where they are few."""
    if [entry.number for entry in one.entries] != list(range(1, len(one.entries) + 1)):
        return []
    entries = [entry_of(content, entry.span) for entry in one.entries]
    calls = list(calls_by_year(content, entries, sorted(taken), round_))
    return calls if len({call.number for call in calls}) >= BESIDE_NOTES * len(entries) else []


def _place(call: Call) -> int:
    return call.start


def numbered_lists(content: str, sections: Sequence[Span]) -> list[NumberedList]:
    """Lists under headings that name them, in order of place; one that cites nothing is none."""
    found: list[NumberedList] = []
    for section in sections:
        begin = section.start
        if found and begin < found[-1].end:
            continue
        entries = _entries(content, section)
        texts = [entry.span.of(content) for entry in entries]
        citing = sum(cites().search(text) is not None for text in texts)
        if len(entries) >= LEAST and citing >= CITING * len(texts):
            found.append(NumberedList(begin, tuple(entries)))
    return found


def _entries(content: str, section: Span) -> list[Entry]:
    heads, stop = _heads(content, section)
    if not heads:
        return []
    ends = [head.start for head in heads[1:]] + [stop]
    usual = max((content.count("\n", a.start, b.start) for a, b in pairwise(heads)), default=1)
    entries: list[Entry] = []
    for head, end in zip(heads, ends, strict=True):
        rows = usual + 1 if head is heads[-1] else FAR
        span = _text(content, Span(head.text, end), rows, head is heads[-1])
        entries.append(Entry(head.number, head.start, span))
    return entries


def _heads(content: str, section: Span) -> tuple[list[_Head], int]:
    """Lines with which entries begin, and the offset at which the last of them has ended for certain.

    A line that goes on with an entry may begin with the very number that is due: it is taken only where no
    line that looks like a beginning bears that number before the next one. One number may be lost.
    """
    heads: list[_Head] = []
    weak: _Head | None = None
    early: _Head | None = None
    since = 0
    for start, end in _lines(content, section):
        line = content[start:end].strip()
        if not line:
            continue
        if len(line) <= LONGEST_TITLE and titled(line.strip("#*_ ")):
            return heads, start
        since += 1
        if since > (FAR if heads else BEFORE_FIRST):
            return heads, start
        head = _head(content, section.start, start, end)
        if head is None or (heads and head.style != heads[0].style):
            continue
        due = heads[-1].number + 1 if heads else 1
        if head.number == due + 1 and heads and (weak or head.sound):
            if weak is None:
                early = early or head
                continue
            heads.append(weak)
        elif head.number == due + 2 and early and head.sound:
            heads.append(early)
        elif head.number != due:
            continue
        elif not head.sound and heads:
            weak = weak or head
            continue
        heads.append(head)
        weak, early, since = None, None, 0
    if weak:
        heads.append(weak)
    return heads, section.end


def _lines(content: str, section: Span) -> Iterator[tuple[int, int]]:
    begin = section.start
    while begin < section.end:
        end = content.find("\n", begin, section.end)
        end = section.end if end < 0 else end
        yield begin, end
        begin = end + 1


def _head(content: str, begin: int, start: int, end: int) -> _Head | None:
    match = _LABEL.match(content, start, end)
    if match is None:
        return None
    number = value_of(match["number"])
    if not number:
        return None
    style = (match["open"], match["close"].strip("\\")[:1])
    if style == ("", "") and match.end() == end and match["number"].isascii():
        style = ("", "alone")
    before = content[max(begin, start - 200) : start]
    ended = before.count("\n") - before.rstrip().count("\n") > 1 or not before.strip()
    last = before.rstrip()[-1:]
    ended = ended or last in _ENDED or last.isdigit()
    first = content[match.end() : end].lstrip("*_<[(\"“«„‘'「『")[:1]
    return _Head(start, number, style, match.end(), ended and not first.islower())


def _text(content: str, span: Span, rows: int, last: bool) -> Span:
    """The entry's own text: up to the end of a paragraph with which it may have ended."""
    end = span.end
    for gap in _PARAGRAPH.finditer(content, span.start, span.end):
        text = content[span.start : gap.start()].rstrip()
        if text and (last or text[-1] in _ENDED or text[-1].isdigit() or content[gap.end()] == "#"):
            end = gap.start()
            break
    lines = content[span.start : end].splitlines(keepends=True)
    end = span.start + len("".join(lines[:rows]).rstrip()) if len(lines) > rows else end
    text = content[span.start : end]
    begin = span.start + len(text) - len(text.lstrip())
    return Span(begin, max(begin, span.start + len(text.rstrip())))
