"""Where things stand, in the terms of the manuscript's own format.

A line can be gone to in a text file. In Word there are paragraphs, in a PDF pages; the lines of the text that
was read out of them are nowhere to be seen. Footnotes are no paragraphs of the body: what stands in one is
told by the paragraph that calls it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from citecheck.model import Extraction, Lines, NoteKind, Parsed
from citecheck.report.words import Words

if TYPE_CHECKING:
    from citecheck.model import Audit, Finding


def has_lines(audit: Audit) -> bool:
    """Whether a line number leads somewhere in the manuscript's file."""
    return audit.extraction.manuscript.has_lines


class Places:
    """Turns the line of a finding into words for people."""

    def __init__(self, audit: Audit | Extraction, words: Words) -> None:
        extraction = audit if isinstance(audit, Extraction) else audit.extraction
        self._words = words
        self._lined = extraction.manuscript.has_lines
        self._text = extraction.manuscript.text
        self._keys = keys_of(extraction)
        if not self._lined:
            self._lines = Lines(self._text.content)
            self._calls = _calls(extraction.parsed, self._lines)
            self._paragraphs = list(_paragraphs(self._text.content, self._lines, self._calls))

    def note(self, finding: Finding) -> object:
        """What the note of a finding is called: its number, or the key that the manuscript cites it by."""
        return self._keys.get(finding.note_id or "", finding.note)

    def __call__(self, line: int) -> str:
        """`line 12`, `page 5` (as printed where that is known), `paragraph 88`."""
        words = self._words
        if self._lined:
            file, line = self._text.located(line)
            told = words("line {n}", n=line)
            return f"{file}, {told}" if file else told
        page = self._text.page_at(self._lines.starts[min(line, len(self._lines)) - 1])
        if page is not None:
            labels = self._text.page_labels
            return words("page {n}", n=labels[page - 1] if page <= len(labels) else page)
        called = self._calls.get(line) or line
        return words("paragraph {n}", n=max(1, bisect_right(self._paragraphs, called)))


def keys_of(extraction: Extraction) -> dict[str, str]:
    """Keys of the sources that are cited by such, by the id of their notes, with the place in the
    bibliography: they have no numbers to be seen."""
    sources = (note for note in extraction.parsed.notes if note.kind is NoteKind.REFERENCE)
    return {
        note.id: f"{note.label} ({note.file})" if note.file else note.label
        for note in sources
        if note.label[:1] == "@"
    }


def _calls(parsed: Parsed, lines: Lines) -> dict[int, int | None]:
    """Line of a footnote or endnote → line that calls the note, `None` where none does."""
    called: dict[str | None, int] = {}
    for marker in parsed.markers:
        called.setdefault(marker.note_id, marker.line)
    return {
        line: called.get(note.id)
        for note in parsed.notes
        if note.kind is not NoteKind.REFERENCE
        for span in note.spans
        for line in range(lines.at(span.start), lines.at(max(span.start, span.end - 1)) + 1)
    }


def _paragraphs(content: str, lines: Lines, calls: Mapping[int, int | None]) -> Iterator[int]:
    """Lines of the body that are not blank: each is a paragraph."""
    starts = lines.starts
    ends = [*starts[1:], len(content) + 1]
    # The call of a note that stands in the body itself, as in brackets, is on one of the note's own lines.
    own = set(calls.values())
    for line, (start, end) in enumerate(zip(starts, ends, strict=True), 1):
        if (line not in calls or line in own) and content[start : end - 1].strip():
            yield line
