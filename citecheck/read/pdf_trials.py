"""Which lines of the pages are notes and which raised numbers call them, tried in the ways that books have.

Notes stand at the feet of pages, in the margins beside the text, or behind it. A reading is believed where
its numbering closes: labels go on, and the text calls them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from citecheck.read.pdf_endnotes import endnotes_of, roman_endnotes
from citecheck.read.pdf_letters import mark_labels
from citecheck.read.pdf_lines import Line, shown
from citecheck.read.pdf_marginalia import carried, labelled
from citecheck.read.pdf_markers import Call, by_page, paired, raised_of
from citecheck.read.pdf_notes import (
    FEW_CALLED,
    NEARLY_ALL,
    PageNote,
    listings_of,
    notes_of,
    raised_label,
    sequence_share,
)
from citecheck.read.pdf_zones import Sheet, body_size, label_of, set_zones

CLOSED = 0.6
"""Share of notes with a call from which the drawing is believed. Notes at the foot had 0.96 and more in 20
books of the tests, 8 exports of LibreOffice, a Word report and a LaTeX thesis; lists of endnotes taken for
such notes 0.21 and 0.57."""
UNDER_RULES = 0.9
"""Share of notes under a rule that is as good where a few (`FEW_CALLED`) have a call: five manuals set by
dblatex, in a font whose raised 1, 2 and 3 come out as digits of the text, had 0.96 and 0.5."""
TRIES = 3
"""How often pages that hold no notes are looked for."""
MORE_ENDNOTES = 2.0
"""So many times more endnotes than closed notes at the foot make the endnotes the notes: the labels at the
feet would serve as entries of a list just as well. So do those that go on with the
ones at the foot."""


@dataclass(frozen=True, slots=True)
class Found:
    """Notes, their calls, and where the notes stand: `footnote`, `endnote`."""

    notes: list[PageNote]
    calls: list[Call]
    kind: str


@dataclass(frozen=True, slots=True)
class _Trial:
    """One reading of the feet of the pages."""

    notes: list[PageNote]
    calls: list[Call]
    strays: int
    """Raised numbers that call none of the notes."""

    @property
    def called(self) -> int:
        return len({call.note for call in self.calls})


def notes_and_calls(sheets: Sequence[Sheet], letters: bool) -> Found:
    """Notes and calls as the drawing shows them, none where the numbering does not close."""
    side = _beside(sheets, letters)
    if not side.notes:
        return _below(sheets, letters)
    with _without(side.calls):
        feet = _below(sheets, letters)
    taken = {(id(call.line), call.begin) for call in side.calls}
    feet = replace(feet, calls=[call for call in feet.calls if (id(call.line), call.begin) not in taken])
    if feet.kind != "footnote" or len(feet.calls) < NEARLY_ALL * len(feet.notes):
        feet = _below(sheets, letters)
        raised = sum(raised_label(note) for note in side.notes)
        if feet.kind == "footnote" and len(feet.calls) >= len(side.calls) and 2 * raised < len(side.notes):
            return feet  # numbered headings in the margin, which the calls of notes seem to call
        for sheet in sheets:
            sheet.notes = []
        feet = Found([], [], "")
    return _joined(sheets, side, feet)


def _below(sheets: Sequence[Sheet], letters: bool) -> Found:
    """Notes at the feet of pages, or behind the text."""
    set_zones(sheets, body_size([sheet.lines for sheet in sheets]))
    if letters:
        mark_labels(sheets)
    trial = _best_trial(sheets)
    notes, calls = trial.notes, trial.calls
    closed = _closes(trial) or (
        bool(notes) and sequence_share(notes) >= CLOSED and _under_rules(sheets, trial)
    )
    if not closed or trial.strays > len(notes) or trial.called < NEARLY_ALL * len(notes):
        ends, end_calls = endnotes_of([line for sheet in sheets for line in sheet.lines])
        if ends and (not closed or len(ends) > MORE_ENDNOTES * len(notes) or _same_list(trial, ends)):
            return Found(ends, end_calls, "endnote")
    found = Found(notes, calls, "footnote") if closed else Found([], [], "")
    ends, end_calls = roman_endnotes(_bodies(sheets, found))
    if not ends:
        return found
    # Word and LibreOffice give endnotes roman numbers, beside footnotes with others.
    end_calls = [replace(call, note=call.note + len(found.notes)) for call in end_calls]
    return Found([*found.notes, *ends], [*found.calls, *end_calls], found.kind or "endnote")


def _bodies(sheets: Sequence[Sheet], found: Found) -> list[Line]:
    """Lines of all pages that are no notes at their feet."""
    feet = {id(line) for note in found.notes for line, _, _ in note.parts}
    return [line for sheet in sheets for line in sheet.lines if id(line) not in feet]


def _closes(trial: _Trial) -> bool:
    """Whether the labels go on and enough of them are called."""
    return (
        bool(trial.notes)
        and sequence_share(trial.notes) >= CLOSED
        and trial.called >= CLOSED * len(trial.notes)
    )


def _beside(sheets: Sequence[Sheet], letters: bool) -> _Trial:
    """Notes in the margins, none where they do not close."""
    asides = [sheet.asides for sheet in sheets]
    going_on = carried(asides, [sheet.lines for sheet in sheets])
    margins: list[Sheet] = []
    own: dict[int, int] = {}
    number = 0
    for sheet in sheets:
        margins.append(Sheet(sheet.lines))
        for block in sheet.asides:
            goes_on = id(block[0]) in going_on
            number += not goes_on
            own.update({id(line): number for line in block})
            if goes_on or labelled(block):
                margins[-1].notes += block
    if not any(margin.notes for margin in margins):
        return _Trial([], [], 0)
    if letters:
        mark_labels(margins)
    notes = notes_of(margins)
    for note in notes:
        first = own[id(note.parts[0][0])]
        note.parts = [part for part in note.parts if own[id(part[0])] == first]
    calls, strays = _paired(margins, notes)
    trial = _Trial(notes, _level(sheets, notes, calls), strays)
    return trial if _closes(trial) else _Trial([], [], 0)


def _level(sheets: Sequence[Sheet], notes: Sequence[PageNote], calls: Sequence[Call]) -> list[Call]:
    """Calls of notes in the margin; where a number stands raised twice on a page, as calls of the margin and
    of the foot, the one nearest to the note's height is its own."""
    raised: dict[tuple[int, str], list[Call]] = defaultdict(list)
    for sheet in sheets:
        for call in raised_of(sheet.lines):
            raised[call.line.page, shown(call.line.text[call.begin : call.end])].append(call)
    found: list[Call] = []
    for call in calls:
        note = notes[call.note]
        height = note.parts[0][0].y
        same = [*raised[call.line.page, note.label], call] if call.line.page == note.page else [call]
        found.append(replace(min(same, key=lambda one: abs(one.line.y - height)), note=call.note))
    return found


@contextmanager
def _without(calls: Sequence[Call]) -> Iterator[None]:
    """Raised numbers of `calls` hidden for the time being."""
    kept = [(call.line, list(call.line.superior)) for call in calls]
    for call in calls:
        call.line.superior = [part for part in call.line.superior if not part[0] <= call.begin < part[1]]
    try:
        yield
    finally:
        for line, superior in reversed(kept):
            line.superior = superior


def _joined(sheets: Sequence[Sheet], side: _Trial, feet: Found) -> Found:
    """Notes beside and below the text in order of pages; the lines of the former go to the notes of their
    sheet."""
    used = {id(line) for note in side.notes for line, _, _ in note.parts}
    for sheet in sheets:
        sheet.notes = [line for block in sheet.asides for line in block if id(line) in used] + sheet.notes
        rest = ([line for line in block if id(line) not in used] for block in sheet.asides)
        sheet.asides = [block for block in rest if block]
    both = [(note.page, place, note) for place, note in enumerate([*side.notes, *feet.notes])]
    both.sort(key=lambda one: one[:2])
    now = {before: place for place, (_, before, _) in enumerate(both)}
    calls = [replace(call, note=now[call.note]) for call in side.calls]
    calls += [replace(call, note=now[call.note + len(side.notes)]) for call in feet.calls]
    return Found([note for *_, note in both], calls, "footnote")


def _same_list(trial: _Trial, ends: Sequence[PageNote]) -> bool:
    """Whether notes that begin at the foot of a page are the first of a list of endnotes, all called."""
    first = {id(note.parts[0][0]) for note in trial.notes}
    labels = [note.label for note in ends]
    return (
        trial.called < len(trial.notes) <= len(ends)
        and first <= {id(note.parts[0][0]) for note in ends}
        and labels == [str(number) for number in range(1, len(ends) + 1)]
    )


def _best_trial(sheets: Sequence[Sheet]) -> _Trial:
    """The notes of all feet of pages, or of those under a rule alone where that finds more called notes.

    A book that sets a rule above its notes has listings and tables in small type elsewhere; one row of them
    that begins with a number breaks the sequence for all notes up to the next chapter.
    """
    zones = [sheet.notes for sheet in sheets]
    all_feet = _tried(sheets)
    labelled = {sheet.ruled for sheet, zone in zip(sheets, zones, strict=True) if any(map(label_of, zone))}
    if len(labelled) < 2:
        return all_feet
    kept = [sheet.notes for sheet in sheets]
    for sheet, zone in zip(sheets, zones, strict=True):
        sheet.notes = zone if sheet.ruled else []
    ruled = _tried(sheets)
    if (ruled.called, -len(ruled.notes)) > (all_feet.called, -len(all_feet.notes)):
        return ruled
    for sheet, lines in zip(sheets, kept, strict=True):
        sheet.notes = lines
    return all_feet


def _tried(sheets: Sequence[Sheet]) -> _Trial:
    """Notes and calls out of the feet of pages as they are set now."""
    zones = [sheet.notes for sheet in sheets]
    notes = notes_of(sheets)
    calls, strays = _paired(sheets, notes)
    listings: set[int] = set()
    for _ in range(TRIES):
        more = listings_of(sheets, notes, calls)
        if not more:
            break
        listings |= more
        for place, (sheet, zone) in enumerate(zip(sheets, zones, strict=True)):
            sheet.notes = [] if place in listings else zone
        notes = notes_of(sheets)
        calls, strays = _paired(sheets, notes)
    return _Trial(notes, calls, strays)


def _under_rules(sheets: Sequence[Sheet], trial: _Trial) -> bool:
    """Whether nearly all notes stand under rules and some are called: a font that hides its raised digits
    takes the calls, not the notes."""
    ruled = sum(sheets[note.page].ruled for note in trial.notes)
    return ruled >= UNDER_RULES * len(trial.notes) and trial.called >= FEW_CALLED * len(trial.notes)


def _paired(sheets: Sequence[Sheet], notes: Sequence[PageNote]) -> tuple[list[Call], int]:
    """Calls of `notes` in the bodies of the pages, and how many raised numbers call none."""
    bodies: list[list[Line]] = []
    for sheet in sheets:
        inside = {id(line) for line in sheet.notes}
        bodies.append([line for line in sheet.lines if id(line) not in inside])
    return paired(bodies, by_page([(note.label, note.page) for note in notes], len(sheets)))
