"""The sentence around a marker, as the manuscript has it: what an editor reads first."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from citecheck.model import Extraction, Span
from citecheck.report.redacted import broken_forms, redacted_text

BEFORE = 280
AFTER = 90
"""Characters shown on either side of the marker."""
DOUBLE_SPACED = 0.3
"""Share of empty lines from which on they part no paragraphs: an extracted text with an empty line after
each line comes to 0.5, prose with paragraphs of four lines and more stays under 0.2."""
NOTE_LABEL = "0123456789.)] *"
"""What stands before a note's text and is no part of it."""
LONG_LINE = 120
"""Characters; where lines are longer on average, each line is a paragraph by itself."""


@dataclass(frozen=True, slots=True)
class Context:
    """Words before the marker, the marker, words after it."""

    before: str
    marker: str
    after: str


class Contexts:
    """Contexts of the markers of one manuscript."""

    def __init__(self, extraction: Extraction) -> None:
        self._content = extraction.manuscript.text.content
        self._forms = broken_forms(extraction.links)
        self._double_spaced = _double_spaced(self._content)
        spans = [span for note in extraction.parsed.notes for span in note.spans]
        self._starts = sorted(span.start for span in spans)
        self._ends = sorted(span.end for span in spans)

    def around(self, marker: Span) -> Context:
        """Words around `marker`: within its paragraph, without the text of notes that stand between."""
        content = self._content
        first = max(0, marker.start - BEFORE, self._note_end_before(marker.start))
        last = min(len(content), marker.end + AFTER, self._note_start_after(marker.end))
        before, after = content[first : marker.start], content[marker.end : last]
        if last == self._note_start_after(marker.end) < len(content):
            after = after.rstrip().rstrip(NOTE_LABEL)
        if not self._double_spaced:
            before = before.rpartition("\n\n")[2]
            after = after.partition("\n\n")[0]
        if first == marker.start - BEFORE and len(before) == BEFORE:
            before = "…" + before[_first_space(before) :]
        if last == marker.end + AFTER and len(after) == AFTER:
            after = after[: after.rfind(" ") + 1] + "…"
        return Context(self._safe(before), marker.of(content), self._safe(after))

    def _note_end_before(self, offset: int) -> int:
        place = bisect_left(self._ends, offset + 1)
        return self._ends[place - 1] if place else 0

    def _note_start_after(self, offset: int) -> int:
        place = bisect_left(self._starts, offset)
        return self._starts[place] if place < len(self._starts) else len(self._content)

    def _safe(self, text: str) -> str:
        """On one line, without secrets. The cuts are at spaces, so an address is whole or not there."""
        return redacted_text(" ".join(text.split()), self._forms)


def _double_spaced(content: str) -> bool:
    """Whether an empty line stands after (nearly) each line, so that it means nothing."""
    ends, empty = content.count("\n"), content.count("\n\n")
    return empty > DOUBLE_SPACED * ends and len(content) < LONG_LINE * max(1, ends - empty)


def _first_space(text: str) -> int:
    """Where the first whole word begins, its space included."""
    place = text.find(" ")
    return place if place >= 0 else len(text)
