"""Notes and calls that the format itself names (DOCX, ODT, EPUB, HTML, LaTeX, Markdown): trusted as they are.

What is left to do is to give them numbers, rounds of numbering and each call its note.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from citecheck.model import Mark, MarkKind, NoteKind, Span
from citecheck.parse.citation_names import lead_in
from citecheck.parse.draft import Draft, Found
from citecheck.parse.keys import ORIGIN
from citecheck.parse.labels import SUPERSCRIPTS, roman
from citecheck.parse.markers import Call
from citecheck.parse.shortforms import same_place
from citecheck.parse.words import cites
from citecheck.patterns import late

KEYED = "bib:"
"""What keys of marks that cite a bibliography begin with: their detail is what the call says of the place."""
NAMED = frozenset({"inline", "markdown"})
"""Where labels are names that nobody sees: such notes are numbered in one series, inline ones among them."""
_NUMBER = late(r"\d{1,6}")
_FROM_SUPERSCRIPT = str.maketrans(SUPERSCRIPTS, "0123456789")


@dataclass(slots=True)
class _Numbering:
    """One series of labels (footnotes, endnotes, entries): numbers used in its present round."""

    round: int
    started: int
    """How many times it has started."""
    used: set[int]
    last: int = 0

    def anew(self, round_: int) -> _Numbering:
        """The same series, its numbers counted from the beginning."""
        self.round, self.started, self.used, self.last = round_, self.started + 1, set(), 0
        return self


def notes_of_marks(content: str, marks: Sequence[Mark]) -> Found:
    """Notes and calls out of marks of kind NOTE, REFERENCE and MARKER, in order of place."""
    noted = sorted(
        (m for m in marks if m.kind in (MarkKind.NOTE, MarkKind.REFERENCE)), key=lambda m: m.spans[0]
    )
    called = sorted((m for m in marks if m.kind is MarkKind.MARKER), key=lambda m: m.spans[0])
    drafts = _drafts(noted)
    by_key: dict[str, list[int]] = defaultdict(list)
    by_label: dict[str, list[int]] = defaultdict(list)
    for place, mark in enumerate(noted):
        if mark.key:
            by_key[mark.key].append(place)
        by_label[mark.label].append(place)
    starts = [mark.spans[0].start for mark in noted]
    calls: list[Call] = []
    lost: dict[str, int] = {}
    """By the label of a note that is lost and shows no number the last note called before it, in round 1."""
    for mark in called:
        span = _label_span(content, mark)
        same = by_key.get(mark.key, []) if mark.key else []
        target = _nearest(same or by_label.get(mark.label, []), starts, span.start)
        if target is None:
            shown = _shape(mark.label)[1]
            if not shown:
                before = next((one.number for one in reversed(calls) if one.round == 1 and one.number), 0)
                lost.setdefault(mark.label, before)
            calls.append(Call(span.start, span.end, shown, 1, mark.label))
        else:
            draft = drafts[target]
            label = mark.label or draft.label
            calls.append(
                Call(
                    span.start,
                    span.end,
                    draft.number,
                    draft.round,
                    label,
                    suffix=mark.detail if mark.key.startswith(KEYED) else "",
                )
            )
    return Found(*_with_room(drafts, calls, lost)) if lost else Found(tuple(drafts), tuple(calls))


def _with_room(
    drafts: Sequence[Draft], calls: Sequence[Call], lost: Mapping[str, int]
) -> tuple[tuple[Draft, ...], tuple[Call, ...]]:
    """Numbers of their own for the `lost` notes: behind the note called before them, and where the others of
    their numbering show their numbers, behind all."""
    own = [draft for draft in drafts if draft.round == 1]
    called = [call.number for call in calls if call.round == 1]
    highest = max([0, *called, *(draft.number for draft in own)])
    if any(_shape(draft.label)[1] for draft in own):
        lost = dict.fromkeys(lost, highest)
    behind = sorted(lost, key=lost.__getitem__)
    before = [lost[label] for label in behind]
    places = {label: lost[label] + at for at, label in enumerate(behind, 1)}

    def moved(number: int, round_: int) -> int:
        return number + bisect_left(before, number) if round_ == 1 and number else number

    return (
        tuple(draft._replace(number=moved(draft.number, draft.round)) for draft in drafts),
        tuple(call._replace(number=moved(call.number, call.round) or places[call.label]) for call in calls),
    )


CITING = 0.3
"""Share of the entries of a list of sources that cite, at least. In 21 articles of publishers it was 0.98 and
more, among 159 remarks of a manual of programming 0.05."""


def without_guesses(content: str, marks: Sequence[Mark]) -> list[Mark]:
    """`marks`, entries that a reader has guessed from their brackets as notes where one says *ibid.* or few
    cite: no list of sources is like that."""
    guessed = {id(mark) for mark in marks if mark.kind is MarkKind.REFERENCE and mark.detail == "guessed"}
    texts = [mark.spans[0].of(content) for mark in marks if id(mark) in guessed]
    cite = cites()
    listed = sum(cite.search(text) is not None for text in texts) >= CITING * len(texts)
    if listed and not any(same_place(text[lead_in(text) :]) for text in texts):
        return list(marks)
    return [replace(m, kind=MarkKind.NOTE, detail="footnote") if id(m) in guessed else m for m in marks]


def _nearest(places: Sequence[int], starts: Sequence[int], offset: int) -> int | None:
    """The first of `places` whose note stands behind `offset`, else the last."""
    if not places:
        return None
    at = bisect_right(places, offset, key=lambda place: starts[place])
    return places[at] if at < len(places) else places[-1]


def _label_span(content: str, mark: Mark) -> Span:
    """The label's own characters inside a call's mark: `12` of `[^12]`."""
    span = mark.spans[0]
    at = content.find(mark.label, span.start, span.end) if mark.label else -1
    return Span(at, at + len(mark.label)) if at >= 0 else span


def _drafts(noted: Sequence[Mark]) -> list[Draft]:
    series: dict[tuple[NoteKind, str], _Numbering] = {}
    shape_of: list[tuple[NoteKind, str]] = []
    drafts: list[Draft] = []
    own: list[tuple[_Numbering, int]] = []
    before = ""
    highest = max((_shape(mark.label, "")[1] for mark in noted), default=0)
    unnumbered = not highest
    # Inline notes among numbered ones take the numbers behind these: theirs would be taken already.
    inline = itertools.count(highest + 1)
    for mark in noted:
        kind = _kind(mark)
        shape, shown = _shape(mark.label, before)
        if highest and mark.origin == "inline":
            shown = next(inline)
        if unnumbered and mark.origin in NAMED:
            shape = "number"
        before = mark.label if shape != "number" else before
        numbering = series.get((kind, shape))
        number = shown or (numbering.last + 1 if numbering else 1)
        if numbering is None or number in numbering.used:
            shape_of.append((kind, shape))
            round_ = len(shape_of)
            numbering = _Numbering(round_, 1, set()) if numbering is None else numbering.anew(round_)
            series[(kind, shape)] = numbering
            number = shown or 1
        numbering.used.add(number)
        numbering.last = number
        own.append((numbering, numbering.started))
        label = mark.label or str(number)
        file = mark.detail if mark.origin == ORIGIN else ""
        start = mark.spans[0].start
        drafts.append(Draft(number, numbering.round, label, mark.spans, start, kind=kind, file=file))
    place = _order_of_rounds(shape_of)
    return [
        draft._replace(round=place[draft.round], chapter=started if numbering.started > 1 else None)
        for draft, (numbering, started) in zip(drafts, own, strict=True)
    ]


def _order_of_rounds(shapes: Sequence[tuple[NoteKind, str]]) -> dict[int, int]:
    """Place of each round: a star at the title or a letter among numbers takes no number its round."""
    rounds = sorted(range(len(shapes)), key=lambda at: (shapes[at][1] != "number", at))
    return {at + 1: place for place, at in enumerate(rounds, 1)}


def _kind(mark: Mark) -> NoteKind:
    if mark.kind is MarkKind.REFERENCE:
        return NoteKind.REFERENCE
    return NoteKind.ENDNOTE if mark.detail == "endnote" else NoteKind.FOOTNOTE


def _shape(label: str, before: str = "") -> tuple[str, int]:
    """What series a label belongs to, and the number it shows (0 for a running number).

    `before`: the label before it that is no number; `c` behind `b` is a letter and not a hundred.
    """
    digits = label.translate(_FROM_SUPERSCRIPT).strip("[]().:*")
    if _NUMBER.fullmatch(digits):  # digits of any script
        return "number", int(digits)
    if not label:
        return "number", 0
    next_letter = len(label) == len(before) == 1 and ord(label) == ord(before) + 1
    if roman(digits.lower()) and not next_letter:
        return "roman", 0
    return "sign", 0
