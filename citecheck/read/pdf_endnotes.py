"""Endnotes: a list of numbers behind the text, or behind each chapter, called by raised digits before it.

The calls come first: read in order they give the sequence of numbers, and the list is where the same
sequence stands at the beginnings of lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from citecheck.read.pdf_lines import Line, shown
from citecheck.read.pdf_markers import MAX_TOGETHER, Call, raised_of
from citecheck.read.pdf_notes import PageNote, sequence_share
from citecheck.read.pdf_romans import called, list_of
from citecheck.read.pdf_zones import Label, label_of

LEAST = 3
"""Calls from which a sequence is one."""
FOUND = 0.9
"""Share of the calls whose number begins a line of the list."""
WHOLE = 0.8
"""Share of the list's numbers that are the next one, or 1 anew."""
MISSING = 2
"""Numbers in a row that the list may lack."""
SOON = 3
"""Labels below in which a number that seems to be left out is looked for."""
LISTS = 60
"""Lines with the number 1 that are tried as the list's beginning."""
OTHER_SIZE = 0.08
"""Relative difference of sizes from which a line is a heading in the list."""
WIDE_GAP = 1.6
"""Leadings between the end of a list and the text that goes on."""


@dataclass(frozen=True, slots=True)
class _Entry:
    place: int
    """Index of its line among all lines."""
    label: Label
    call: int
    """Index of its call."""


def endnotes_of(lines: Sequence[Line]) -> tuple[list[PageNote], list[Call]]:
    """Endnotes and their calls, both empty where the numbering does not close. `lines`: of all pages."""
    labels = [(place, label) for place, line in enumerate(lines) if (label := label_of(line)) is not None]
    labels = [(place, label) for place, label in labels if label.text.isdecimal()]
    own = {place: label.end for place, label in labels}
    places = {id(line): place for place, line in enumerate(lines)}
    raised = [call for call in raised_of(lines) if call.end > own.get(places[id(call.line)], 0)]
    calls = _sequence(raised)
    if len(calls) < LEAST:
        return [], []
    numbers = [int(shown(call.line.text[call.begin : call.end])) for call in calls]
    begins = [place for place, (_, label) in enumerate(labels) if int(label.text) == numbers[0]][-LISTS:]
    best: list[_Entry] = []
    for begin in begins:
        entries = _entries(labels[begin:], numbers, [places[id(call.line)] for call in calls])
        if len(entries) > len(best):
            best = entries
    if len(best) < FOUND * len(calls):
        return [], []
    notes, used = _noted(lines, best, calls)
    return (notes, used) if sequence_share(notes) >= WHOLE else ([], [])


def roman_endnotes(lines: Sequence[Line]) -> tuple[list[PageNote], list[Call]]:
    """Endnotes with small roman numbers and their calls, both empty where the numbering does not close."""
    listed = list_of(lines)
    first = listed[0][0] if listed else 0
    calls = called(lines[:first], [number for _, number, _ in listed])
    if not calls:
        return [], []
    entries = [_Entry(place, Label(number, end, False), at) for at, (place, number, end) in enumerate(listed)]
    notes, used = _noted(lines, entries, [calls.get(at, Call(lines[0], 0, 0)) for at in range(len(entries))])
    return notes, [call for call in used if call.note in calls]


def _sequence(raised: Sequence[Call]) -> list[Call]:
    """Raised numbers that count on from 1, or from 1 anew."""
    found: list[Call] = []
    last = 0
    for call in raised:
        text = shown(call.line.text[call.begin : call.end])
        if not text.isdecimal():
            continue
        joined, count = "", 0
        while count < MAX_TOGETHER and text.startswith(joined) and joined != text:
            count += 1
            joined += str(last + count)
        if joined == text:
            at = call.begin
            for number in range(last + 1, last + count + 1):
                found.append(Call(call.line, at, at + len(str(number))))
                at += len(str(number))
            last += count
        elif text == "1" and last > 1:
            found.append(call)
            last = 1
        elif text.isdecimal() and len(text) <= 4 and last < int(text) <= last + 1 + MISSING:
            found.append(call)
            last = int(text)
    return found


def _entries(
    labels: Sequence[tuple[int, Label]], numbers: Sequence[int], places: Sequence[int]
) -> list[_Entry]:
    """Lines of the list in the order of the calls' `numbers`."""
    found: list[_Entry] = []
    due = 0
    for at, (place, label) in enumerate(labels):
        number = int(label.text)
        soon = {int(other.text) for _, other in labels[at + 1 : at + 1 + SOON]}
        for call in range(due, min(due + 1 + MISSING, len(numbers))):
            if call > due and numbers[due] in soon:
                break  # the number before it comes first: a line of a note begins with a number
            if numbers[call] == number and places[call] < place:
                found.append(_Entry(place, label, call))
                due = call + 1
                break
    return found


def _noted(
    lines: Sequence[Line], entries: Sequence[_Entry], calls: Sequence[Call]
) -> tuple[list[PageNote], list[Call]]:
    notes: list[PageNote] = []
    used: list[Call] = []
    ends = [entry.place for entry in entries[1:]] + [len(lines)]
    usual = _leading(lines[entries[0].place : entries[-1].place + 1])
    for entry, end in zip(entries, ends, strict=True):
        line = lines[entry.place]
        parts = [(line, entry.label.end, len(line.text))]
        for place in range(entry.place + 1, end):
            if _stops(lines[place - 1], lines[place], line, usual):
                break
            parts.append((lines[place], 0, len(lines[place].text)))
        call = calls[entry.call]
        used.append(Call(call.line, call.begin, call.end, len(notes)))
        notes.append(PageNote(entry.label.text, line.page, parts))
    return notes, used


def _leading(lines: Sequence[Line]) -> float:
    gaps = [a.y - b.y for a, b in pairwise(lines) if a.page == b.page and a.column == b.column and a.y > b.y]
    return median(gaps) if gaps else float("inf")


def _stops(above: Line, line: Line, first: Line, usual: float) -> bool:
    """Whether the note that began with `first` has ended before `line`."""
    if abs(line.size - first.size) > OTHER_SIZE * first.size:
        return True
    if line.page != above.page or line.column != above.column:
        return False
    return above.y - line.y > WIDE_GAP * usual
