"""Ignores in the manuscript: for their note, their line, and the next line where they stand alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from citecheck.accept import apply_ignores, find_ignores
from citecheck.extraction import extract
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


BOOKS = {
    "book.md": """\
A page is lost.[^1] Another.[^2]

[^1]: Nothing. http://a.example/1 <!-- citecheck: ignore[link-gone] kept -->
[^2]: Nothing. http://a.example/2

<!-- citecheck: ignore[link-gone] kept -->
See http://a.example/3 here.
""",
    "book.tex": r"""\documentclass{book}
\newcommand{\abc}[1]{#1 % citecheck: ignore[link-gone] of a macro
}
\begin{document}
A page is lost.\footnote{Nothing. \url{http://a.example/1}} % citecheck: ignore[link-gone] kept
Another is lost.\footnote{Nothing.
\url{http://a.example/2}} And \abc{this}.

% citecheck: ignore[link-gone] kept
A third.\footnote{Nothing. \url{http://a.example/3}} 50\% citecheck: ignore[link-gone] no comment
Fourth.\footnote{Nothing. % citecheck: ignore[link-gone] kept
\url{http://a.example/4} % a comment
}
\end{document}
""",
    "book.txt": """\
A page is lost.[1] Another is lost.[2] A third is lost.[3] A fourth.[4]

Notes

1. Nothing. http://a.example/1 [[citecheck: ignore[link-gone] kept]]
2. Nothing. http://a.example/2
3. A note that goes on over two lines of the manuscript until its
   address comes: http://a.example/3
   [[citecheck: ignore[link-gone] kept]]
4. Nothing. http://a.example/2
""",
}


@pytest.mark.parametrize("name", BOOKS)
def test_an_ignore_is_read_out_of_the_manuscript(name: str) -> None:
    """Out of the file as its reader gives it, where comments are no text."""
    extraction = extract(BOOKS[name].encode(), name)
    gone = [
        replace(finding("link-gone", link.line, link.note_id), evidence={"url": link.url})
        for link in extraction.links
    ]
    ignores = find_ignores(extraction.manuscript.text, extraction.parsed.notes)
    told = {str(one.evidence["url"]): one.accepted for one in apply_ignores(gone, ignores)}
    open_ones = {url for url, accepted in told.items() if accepted is None}
    assert open_ones == {"http://a.example/2"}
    assert {one.reason for one in told.values() if one} == {"kept"}
    assert "citecheck" not in " ".join(note.text for note in extraction.parsed.notes)


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
