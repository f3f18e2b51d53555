"""What is wrong with the numbering itself: lost notes, notes nobody calls, gaps, notes that break off."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from citecheck.model import Lines, Marker, Note, NoteKind, Problem, Text
from citecheck.parse.body import Paragraph
from citecheck.parse.draft import Draft
from citecheck.parse.keys import is_key

CONTEXT = 80
"""Characters of the sentence before a call that make its problem's lasting fingerprint."""

LIST_CALLED = 0.5
"""Share of the entries of a list from which one that is called nowhere is a fault: a list of further reading
may be called here and there."""


def note_id(number: int, round_: int) -> str:
    """Unique id of a note: its number, after the numbering's own number from the second numbering on."""
    return str(number) if round_ == 1 else f"{round_}:{number}"


def find_problems(
    text: Text,
    notes: Sequence[Note],
    drafts: Sequence[Draft],
    markers: Sequence[Marker],
    rounds: Sequence[int],
    paragraphs: Sequence[Paragraph],
) -> tuple[Problem, ...]:
    """Problems in order of line. `rounds`: the numbering each marker belongs to; `paragraphs`: the body's."""
    lines = Lines.of(text)
    known = {note.id: note for note in notes}
    problems: list[Problem] = []
    by_round: dict[int, list[Draft]] = defaultdict(list)
    for draft in sorted(drafts, key=lambda draft: draft.number):
        by_round[draft.round].append(draft)
    called: dict[int, set[int]] = defaultdict(set)
    lost = [marker for marker in markers if marker.note_id is None]
    sentences = _sentences(paragraphs) if lost else {}
    for marker, round_ in zip(markers, rounds, strict=True):
        called[round_].add(marker.number)
        if marker.note_id is None:
            context = sentences.get(marker.span.start, "")
            problems.append(_missing(text, marker, round_, by_round[round_], lines, context))
    used = {
        round_ for round_, numbers in called.items() if len(numbers) >= LIST_CALLED * len(by_round[round_])
    }
    if markers:
        problems += [
            _of(note, "marker-missing", f"note {note.label} is called nowhere in the text")
            for note, draft in zip(notes, drafts, strict=True)
            if draft.number not in called[draft.round]
            and (note.kind is not NoteKind.REFERENCE or draft.round in used)
            and not draft.phrase
            and not is_key(note.label, note.kind)  # what is listed without a call is so on purpose
        ]
    problems += _without_head(notes, drafts)
    problems += [_truncated(note) for note in notes if note.truncated]
    problems += _gaps(drafts, known, called)
    return tuple(sorted(problems, key=lambda problem: (problem.line, problem.check, problem.note or 0)))


def _of(note: Note, check: str, message: str) -> Problem:
    return Problem(check, message, note.line, note.number, note.id)


def _truncated(note: Note) -> Problem:
    return Problem("note-truncated", f"note {note.label} breaks off", note.end_line, note.number, note.id)


def _without_head(notes: Sequence[Note], drafts: Sequence[Draft]) -> Iterator[Problem]:
    for note, draft in zip(notes, drafts, strict=True):
        if draft.headless:
            yield _of(note, "note-missing", f"note {note.label} is lost but for its end")
        if draft.unnumbered:
            yield _of(
                note, "numbering-gap", f"note {note.label} bears no number: its place and its call tell it"
            )


def _missing(
    text: Text, marker: Marker, round_: int, same: Sequence[Draft], lines: Lines, context: str
) -> Problem:
    place = bisect_left(same, marker.number, key=lambda draft: draft.number)
    where = []
    if place > 0:
        where.append(f"after note {same[place - 1].label} (line {lines.at(same[place - 1].start)})")
    if place < len(same):
        where.append(f"before note {same[place].label} (line {lines.at(same[place].start)})")
    page = text.page_at(marker.span.start)
    message = f"note {marker.label or marker.number} is called here, but there is no such note"
    if page is not None:
        message += f" on page {page}"
    if where:
        message += "; it should stand " + " and ".join(where)
    return Problem(
        "note-missing",
        message,
        marker.line,
        marker.number,
        note_id(marker.number, round_),
        context,
    )


def _sentences(paragraphs: Sequence[Paragraph]) -> dict[int, str]:
    """The sentence up to each call, by the call's offset, without calls, notes and page furniture.

    Its end is kept, not its start: what stands before a paragraph (a heading, a page number) may run into it.
    """
    found = {}
    for paragraph in paragraphs:
        for call in paragraph.calls:
            start = paragraph.sentences.start(paragraph.sentences.at(call.at - 1))
            words = paragraph.text[start : call.at].strip()
            if len(words) > CONTEXT:
                words = words[-CONTEXT:].partition(" ")[2] or words[-CONTEXT:]
            found[call.marker.span.start] = words
    return found


def _gaps(drafts: Sequence[Draft], known: dict[str, Note], called: dict[int, set[int]]) -> list[Problem]:
    """Numbers that neither a note nor a call bears, between numbers that are borne."""
    problems: list[Problem] = []
    rounds: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        rounds[draft.round].append(draft)
    for round_, group in rounds.items():
        for before, after in itertools.pairwise(group):
            lost = [n for n in range(before.number + 1, after.number) if n not in called[round_]]
            if lost:
                note = known[note_id(after.number, round_)]
                shown = f"{lost[0]}" if len(lost) == 1 else f"{lost[0]} to {lost[-1]}"
                message = (
                    f"numbers go from {before.label} to {after.label}: no note and no call bears {shown}"
                )
                problems.append(Problem("numbering-gap", message, note.line, note.number, note.id))
    return problems
