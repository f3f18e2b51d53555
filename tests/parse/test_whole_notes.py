"""A note that mark-up gives whole does not break off, however it ends."""

from __future__ import annotations

from citecheck.model import Mark, MarkKind, Span, Text
from citecheck.parse import parse

CONTENT = "Words.1\n\nSee the museum of\n"
MARKS = (
    Mark(MarkKind.MARKER, (Span(6, 7),), "1", "n1"),
    Mark(MarkKind.NOTE, (Span(9, 26),), "1", "n1"),
)


def test_an_open_end_in_mark_up_is_the_author_s() -> None:
    (note,) = parse(Text(CONTENT, marks=MARKS)).notes
    assert not note.truncated


def test_on_a_page_it_may_have_been_cut() -> None:
    (note,) = parse(Text(CONTENT, page_starts=(0,), marks=MARKS)).notes
    assert note.truncated
