"""Ignores in the manuscript: for their note, their line, and the next line where they stand alone."""

from __future__ import annotations

import pytest

from citecheck.accept import apply_ignores, find_ignores
from citecheck.model import Finding, Note, NoteKind, Severity, Span, Text

MARKDOWN = """\
A sentence.[^1] <!-- citecheck: ignore[marker-missing] an example -->

<!-- citecheck: ignore[note-missing, link-gone] kept on purpose -->
Another sentence.[^2]

[^1]: A source <https://a.example/>. <!-- citecheck: ignore[link-gone] the archive has it -->
"""


def note(content: str, words: str) -> Note:
    start = content.index(words)
    line = content.count("\n", 0, start) + 1
    span = Span(start, start + len(words))
    return Note("1", 1, "1", NoteKind.FOOTNOTE, (span,), words, line, line)


def finding(check: str, line: int, note_id: str | None = None) -> Finding:
    return Finding(check, Severity.ERROR, "", "", line, note_id=note_id)


def test_each_holds_where_it_stands() -> None:
    ignores = find_ignores(Text(MARKDOWN), [note(MARKDOWN, "A source <https://a.example/>.")])
    findings = [
        finding("marker-missing", 1),
        finding("link-gone", 1),
        finding("note-missing", 4),
        finding("link-gone", 6, "1"),
        finding("link-gone", 9, "1"),
        finding("link-moved", 6, "1"),
    ]
    reasons = [one.accepted.reason if one.accepted else None for one in apply_ignores(findings, ignores)]
    assert reasons == [
        "an example",
        None,
        "kept on purpose",
        "the archive has it",
        "the archive has it",
        None,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1 A source. [[citecheck: ignore[link-gone] as printed]]",
        "1 A source. % citecheck: ignore[link-gone] as printed",
    ],
)
def test_the_forms_of_text_and_latex(text: str) -> None:
    (ignore,) = find_ignores(Text(text), [note(text, "A source.")])
    assert (ignore.checks, ignore.reason, ignore.note_id) == (("link-gone",), "as printed", "1")


def test_without_a_reason_it_is_not_followed() -> None:
    text = "1 A source. [[citecheck: ignore[link-gone]]]"
    ignores = find_ignores(Text(text), [note(text, "A source.")])
    assert [one.reason for one in ignores] == [""]
    (open_one,) = apply_ignores([finding("link-gone", 1, "1")], ignores)
    assert open_one.accepted is None


def test_words_about_ignores_are_none() -> None:
    assert find_ignores(Text("One may write citecheck: ignore[link-gone] in a comment."), []) == ()
