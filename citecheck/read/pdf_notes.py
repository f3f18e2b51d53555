"""Notes at the feet of pages: their labels in sequence, and what was carried over to the next page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from citecheck.read.pdf_letters import rank_of
from citecheck.read.pdf_lines import SMALLER, Line, shown
from citecheck.read.pdf_markers import Call
from citecheck.read.pdf_run_in import called_on, inner_labels
from citecheck.read.pdf_zones import Label, Sheet, label_of

SKIP = 3
"""So many numbers may be missing in a sequence of labels (a note in a picture, a label drawn as a path),
where the label is raised or its page has the next one, too."""
SAME_SIZE = 0.06
"""Relative difference up to which a line has the notes' size."""
OUTDENT = 1.5
"""Sizes by which the first line of a carried-over note may stand away from the notes' left edges."""
FEW_CALLED = 0.3
"""Share of notes with a call that is enough under rules: a font may hide raised digits."""
ROWS, BY_CHANCE = 8, 0.2
"""So many notes on one page, no more than this share of them called, are rows of a table."""
NEARLY_ALL = 0.9
"""Share of called notes from which a page without a call, whose labels are not raised as those of other pages
are, holds a list: a catalogue card, steps under a rule."""
_ENDS = frozenset('.!?…»”")]')


@dataclass(slots=True)
class PageNote:
    """A note as it stands on its pages."""

    label: str
    page: int
    parts: list[tuple[Line, int, int]] = field(default_factory=list)
    """Lines with the columns at which the note's own words begin and end in them."""


@dataclass(frozen=True, slots=True)
class _Start:
    place: int
    line: Line
    label: Label
    begin: int = 0
    """Column of the label: not 0 where notes are set one behind the other as one paragraph."""


def notes_of(sheets: Sequence[Sheet]) -> list[PageNote]:
    """Notes in order of place. Lines that prove to be none are put back into the body of their sheet."""
    starts = [_starts(sheet) for sheet in sheets]
    superior = _superior_habit(starts)
    notes: list[PageNote] = []
    before: set[str] = set()
    for sheet, options in zip(sheets, starts, strict=True):
        here = called_on(sheet)
        chosen = _chosen(options, superior, notes, before | here)
        before = here
        first = chosen[0].place if chosen else len(sheet.notes)
        lead = first + bool(chosen and chosen[0].begin)
        if not _carried_over(sheet, lead, notes):
            sheet.notes = sheet.notes[first:]
            chosen = [replace(start, place=start.place - first) for start in chosen]
            _take(sheet, chosen, notes, ())
        else:
            _take(sheet, chosen, notes, sheet.notes[:lead])
    return notes


def _starts(sheet: Sheet) -> list[_Start]:
    found: list[_Start] = []
    for place, line in enumerate(sheet.notes):
        below = sheet.notes[place + 1] if place + 1 < len(sheet.notes) else None
        label = label_of(line)
        if below and line.text.isdecimal() and len(line.text) <= 4 and line.size <= SMALLER * below.size:
            label = Label(shown(line.text), len(line.text), True)
        if label is not None:
            found.append(_Start(place, line, label))
        inner = inner_labels(line, label.end if label is not None else 0)
        found += [_Start(place, line, label, begin) for begin, label in inner]
    return found


def _superior_habit(starts: Sequence[Sequence[_Start]]) -> bool:
    """Whether labels are raised or smaller in this document."""
    outer = ([start for start in page if not start.begin] for page in starts)
    first = [page[0].label.superior for page in outer if page]
    return 2 * sum(first) >= len(first)


def _chosen(
    options: Sequence[_Start], superior: bool, notes: Sequence[PageNote], called: set[str]
) -> list[_Start]:
    """The labels of a page that go on in the sequence; within a line only a number that is `called` and
    begins no line."""
    last = _last_number(notes)
    chosen: list[_Start] = []
    signs = ""
    numbers = {start.label.text for start in options if not start.begin}
    ranks = {rank_of(number) for number in numbers}
    for start in options:
        label = start.label
        if start.begin:
            if (
                label.superior == superior
                and label.text in called - numbers
                and 0 < (rank_of(label.text) or 0) - last <= 1 + SKIP
                and (chosen or notes)
            ):
                chosen.append(start)
                last = rank_of(label.text) or last
            continue
        number = rank_of(label.text)
        if number is None:
            if label.text.isalpha():
                continue  # an ordinal's ending
            if label.superior or (label.text[0] in "*†‡§" and label.text != signs):
                chosen.append(start)
                signs = label.text
            continue
        if label.superior != superior and (number != last + 1 or start.line.text[0] in "[("):
            continue
        gap = SKIP if label.superior or number + 1 in ranks or label.text in called else 0
        anew = number == 1 and (label.superior or not chosen)
        if 0 < number - last <= 1 + gap or anew or (not notes and not chosen and label.superior):
            chosen.append(start)
            last = number
    return chosen


def _last_number(notes: Sequence[PageNote]) -> int:
    return next((rank for note in reversed(notes) if (rank := rank_of(note.label)) is not None), 0)


def _carried_over(sheet: Sheet, first: int, notes: Sequence[PageNote]) -> bool:
    """Whether the lines before the page's first label go on with the last note before."""
    lead = sheet.notes[:first]
    if not lead or not notes or not notes[-1].parts or notes[-1].parts[-1][0].page < lead[0].page - 1:
        return False
    own = [line for note in notes[-20:] for line, _, _ in note.parts]
    size = median(line.size for line in own)
    if any(abs(line.size - size) > SAME_SIZE * size for line in lead[:1]):
        return False
    if sheet.ruled:
        return True
    open_end = own[-1].text.rstrip()[-1:] not in _ENDS
    if first < len(sheet.notes):
        edges = [line.x0 for line in sheet.notes[first:]]
    else:
        edges = [line.x0 for line in own]
        if not open_end:
            return False
    near = any(abs(lead[0].x0 - edge) <= OUTDENT * size for edge in edges)
    return near or open_end


def _take(sheet: Sheet, chosen: Sequence[_Start], notes: list[PageNote], lead: Sequence[Line]) -> None:
    """The notes of a page; `lead`: lines before the first label that go on with the note before."""
    begins: dict[int, list[_Start]] = defaultdict(list)
    for start in chosen:
        begins[start.place].append(start)
    ahead = {id(line) for line in lead}
    for place, line in enumerate(sheet.notes):
        ends = [start.begin for start in begins[place]] + [len(line.text)]
        if notes and ends[0] and (place or id(line) in ahead):
            notes[-1].parts.append((line, 0, ends[0]))
        for start, end in zip(begins[place], ends[1:], strict=True):
            notes.append(PageNote(start.label.text, line.page, [(line, start.label.end, end)]))


def sequence_share(notes: Sequence[PageNote]) -> float:
    """Share of numbered notes whose number is the next one or 1, 1.0 for none. The first may be any
    that is raised: a part of a book begins so."""
    numbered = [note for note in notes if note.label.isdecimal()]
    if not numbered:
        return 1.0
    numbers = [int(note.label) for note in numbered]
    good = sum(number in (1, before + 1) for before, number in pairwise(numbers))
    return (good + (numbers[0] == 1 or raised_label(numbered[0]))) / len(numbers)


def listings_of(sheets: Sequence[Sheet], notes: Sequence[PageNote], calls: Sequence[Call]) -> set[int]:
    """Pages of notes none of which is called: lines of a program, rows of a table. A page under a rule is one
    only where it has many of them and those of other pages are called, or where its labels alone are not
    raised or leave numbers out: a font may hide its raised digits."""
    on: Counter[int] = Counter(note.page for note in notes)
    called: Counter[int] = Counter(notes[note].page for note in {call.note for call in calls})
    noted = [page for page in called if on[page] < ROWS or called[page] > FEW_CALLED * on[page]]
    share = sum(called[page] for page in noted) / max(1, sum(on[page] for page in noted))
    raised = {note.page for note in notes if raised_label(note)}
    plain = set(on) - raised if 2 * len(raised) >= len(on) and share >= NEARLY_ALL else set()
    if share >= NEARLY_ALL:
        plain |= {one.page for one, after in pairwise(notes) if one.page == after.page and _skips(one, after)}
    return {
        page
        for page, count in on.items()
        if (not called[page] and not sheets[page].ruled)
        or (page in plain and called[page] <= FEW_CALLED * count)
        or (count >= ROWS and called[page] <= BY_CHANCE * count and share >= FEW_CALLED * 2)
    }


def _skips(note: PageNote, following: PageNote) -> bool:
    """Whether a number is left out between two notes."""
    labels = note.label, following.label
    return all(map(str.isdecimal, labels)) and int(labels[1]) > int(labels[0]) + 1


def raised_label(note: PageNote) -> bool:
    """Whether a note's number is drawn above its line."""
    superior = note.parts[0][0].superior
    return bool(superior) and superior[0][0] == 0
