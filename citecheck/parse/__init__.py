"""Out of a text: its notes, their calls, its quotations, and what is wrong with the numbering.

The numbering is the spine. A text taken from a PDF or through machine translation keeps little else: the
next number due decides between a note, a call, a page number, a year and a list item.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from citecheck.model import Lines, Mark, Marker, MarkKind, Note, Parsed, Span, Text, spans_without
from citecheck.parse.author_year import attributed, with_author_years
from citecheck.parse.backlinks import without_backlinks
from citecheck.parse.body import paragraphs_of
from citecheck.parse.citations import find_citations
from citecheck.parse.draft import Draft, Found, of_signs
from citecheck.parse.drawn import beside_signs
from citecheck.parse.explicit import explicit_marks
from citecheck.parse.inline_sources import with_linked_sources
from citecheck.parse.keys import lost_keys, place_of, without_keys, without_lost_keys
from citecheck.parse.language import language_of_body
from citecheck.parse.layout import forget_layouts, layout_of
from citecheck.parse.lettered import lettered_marks
from citecheck.parse.listed_calls import with_listed_calls
from citecheck.parse.markers import Call
from citecheck.parse.markup import notes_of_marks, without_guesses
from citecheck.parse.note_spans import joined
from citecheck.parse.notes import find_notes
from citecheck.parse.numbered_lists import with_numbered_lists
from citecheck.parse.phrase_notes import at_their_phrases, with_phrase_notes
from citecheck.parse.problems import find_problems, note_id
from citecheck.parse.quotations import find_quotations
from citecheck.parse.source_lists import is_hint, sections_of
from citecheck.parse.table_notes import with_table_notes
from citecheck.parse.truncation import broken_off
from citecheck.patterns import late

__all__ = ["Noted", "notes_of", "parse", "parsed_of", "with_linked_sources"]

_DIRECTION = late(r"(?:^|(?<=[\[\](). \t]))[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+", re.M)
"""Marks of direction before a label with which a line begins, and around one in brackets."""
_DIRECTED = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CARETS = re.compile(r"\^(\d{1,4})\^")
_ESCAPED = re.compile(r"\\\[(\d{1,4})\\\](:?)")
_VISIBLE = re.compile(r"\S")


class Noted(NamedTuple):
    """A text on its way: its notes and their calls are found, what they cite and quote is not."""

    text: Text
    lost_calls: Sequence[Mark]
    """Of keys that no bibliography knows."""
    found: Found
    notes: tuple[Note, ...]
    markers: tuple[Marker, ...]


def parse(text: Text) -> Parsed:
    """Notes, markers, quotations and problems of a manuscript, in order of place."""
    return parsed_of(notes_of(text))


def notes_of(text: Text) -> Noted:
    """The first half of `parse`, which is all that links of notes need."""
    text, lost_calls = without_lost_keys(text)
    plain = _without_code(text)
    found = without_backlinks(text.content, _find(text, plain))
    sections = sections_of(text)
    found = with_numbered_lists(text, plain, sections, found)
    found = with_author_years(text.content, sections, found)
    found = with_listed_calls(text, plain, found)
    found = with_table_notes(text, found)
    found = with_phrase_notes(text, found)
    if not found.notes and any(is_hint(mark) for mark in text.marks):
        found = notes_of_marks(text.content, text.marks)
    lines = Lines.of(text)
    hidden = sorted(span for mark in text.marks if mark.kind is MarkKind.COMMENT for span in mark.spans)
    shown = [_shown(text.content, draft, hidden) for draft in found.notes]
    bodies = [joined(text.content, spans) for spans in shown]
    # What a format's own mark-up gives as a note is whole; a page's geometry may have cut it.
    whole = not text.page_starts and any(mark.kind is MarkKind.NOTE for mark in text.marks)
    broken = [False] * len(bodies) if whole else broken_off(bodies)
    notes = tuple(
        _note(text, lines, draft, spans, body, breaks)
        for draft, spans, body, breaks in zip(found.notes, shown, bodies, broken, strict=True)
    )
    ids = {note.id for note in notes}
    markers = tuple(_marker(lines, call, ids) for call in found.calls)
    return Noted(text, lost_calls, found, notes, markers)


def parsed_of(noted: Noted) -> Parsed:
    """The second half: what the notes cite, what the text quotes, what is wrong with its numbering."""
    text, lost_calls, found, notes, markers = noted
    paragraphs = paragraphs_of(text, notes, markers)
    rounds = [call.round for call in found.calls]
    problems = find_problems(text, notes, found.notes, markers, rounds, paragraphs)
    lost = [problem.note for problem in problems if problem.check == "note-missing" and problem.note]
    notes, unresolved = find_citations(notes, lost=lost, sources=text.described)
    unresolved = (*without_keys(unresolved, lost_calls), *lost_keys(text, lost_calls))
    problems = tuple(sorted((*problems, *unresolved), key=lambda problem: problem.line))
    language = text.metadata.language or language_of_body(text, notes)
    quotations = find_quotations(text, notes, markers, language, paragraphs)
    quotations = attributed(text.content, quotations, markers, notes)
    keyed = {note_id(draft.number, draft.round): draft for draft in found.notes if draft.phrase}
    quotations = at_their_phrases(quotations, markers, keyed) if keyed else quotations
    forget_layouts()
    return Parsed(notes, markers, quotations, problems, language)


def _find(text: Text, plain: str) -> Found:
    """Notes and calls, from the surest source there is: mark-up, notes that name themselves, numbering.

    `plain`: the content with letters for what its code says.
    """
    said = {mark.kind for mark in text.marks}
    if said & {MarkKind.NOTE, MarkKind.REFERENCE}:
        told = without_guesses(text.content, [mark for mark in text.marks if not is_hint(mark)])
        noted = any(mark.kind in (MarkKind.NOTE, MarkKind.REFERENCE) for mark in told)
        found = notes_of_marks(text.content, told) if noted else Found((), ())
        if text.drawn and noted and of_signs(found.notes):
            return beside_signs(found, _numbered(text, plain))
        return found
    explicit = explicit_marks(text.content)
    if explicit:
        return notes_of_marks(text.content, explicit)
    found = _numbered(text, plain)
    if not found.notes:
        marks = text.marks if MarkKind.MARKER in said else lettered_marks(text.content)
        return notes_of_marks(text.content, marks) if marks else found
    return found


def _numbered(text: Text, plain: str) -> Found:
    """Notes and calls by numbering alone."""
    raised = [
        mark.spans[0]
        for mark in text.marks
        if mark.kind is MarkKind.RAISED and (text.drawn or mark.origin == "drawing")
    ]
    return find_notes(layout_of(plain, text.page_starts), sorted(raised), text.drawn)


def _without_code(text: Text) -> str:
    """The content with letters for what its code says, of the same length: array indices call no notes.

    A number raised by carets is one in brackets, as is one whose brackets are escaped: so programs write
    those that they make no links of.

    Marks of direction around labels are spaces in it.
    """
    content, parts, at = text.content, [], 0
    code = sorted(span for mark in text.marks if mark.kind is MarkKind.CODE for span in mark.spans)
    for span in code:
        if span.start >= at:
            parts += [content[at : span.start], _VISIBLE.sub("x", span.of(content))]
            at = span.end
    shown = "".join((*parts, content[at:]))
    if any(mark.kind is MarkKind.RAISED and mark.origin == "markdown" for mark in text.marks):
        shown = _CARETS.sub(r"[\1]", shown)
    if "\\[" in shown:
        shown = _ESCAPED.sub(r" [\1]\2 ", shown)
    if shown.isascii() or not _DIRECTED.search(shown):
        return shown
    return _DIRECTION.sub(lambda found: " " * len(found.group()), shown)


def _shown(content: str, draft: Draft, hidden: Sequence[Span]) -> tuple[Span, ...]:
    """A note's text less what readers do not see: comments."""
    if not hidden:
        return draft.spans
    left = spans_without(draft.spans, hidden)
    ends = [(span.start, span.start + len(span.of(content).rstrip())) for span in left]
    return tuple(Span(start, end) for start, end in ends if start < end) or draft.spans


def _note(text: Text, lines: Lines, draft: Draft, spans: tuple[Span, ...], body: str, broken: bool) -> Note:
    return Note(
        id=note_id(draft.number, draft.round),
        number=draft.number,
        label=draft.label,
        kind=draft.kind,
        spans=spans,
        text=body,
        line=lines.at(draft.start),
        end_line=lines.at(max(spans[-1].end - 1, spans[-1].start)),
        page=text.page_at(draft.start),
        chapter=draft.chapter,
        truncated=draft.headless or broken,
        continued=draft.continued,
        file=draft.file,
    )


def _marker(lines: Lines, call: Call, ids: set[str]) -> Marker:
    own = note_id(call.number, call.round)
    return Marker(
        number=call.number,
        span=call.span,
        line=lines.at(call.start),
        label=call.label,
        note_id=own if own in ids else None,
        locator=place_of(call.suffix),
    )
