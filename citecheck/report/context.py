"""The sentence around a marker, as the manuscript has it: what an editor reads first."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from citecheck.model import Extraction, Span
from citecheck.report.redacted import broken_forms, redacted_text

BEFORE = 280
AFTER = 90
"""Characters shown on either side of the marker, at most."""
SHORTEST = 80
"""Characters before the marker that are shown in any case: a full stop nearer to it may be that of a name."""
LEAD = 40
"""Characters shown on either side of a quotation that stands whole in the context."""
_SENTENCE = re.compile(
    r"[.!?…؟।][\"'”’»)\]]*\s+(?=[\"'“‘„«(\[]*[^\W\d_a-zß-öø-ÿа-яё])|[。！？][」』”’]*",
)
"""The end of a sentence: what follows does not begin with a small letter."""
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

    def around(self, marker: Span, quoted: Span | None = None) -> Context:
        """The sentence with `marker`: within its paragraph, without the text of notes that stand between.

        `quoted`: from where to where quotations stand that are to be shown whole.
        """
        return Context(self._before(marker, quoted), marker.of(self._content), self._after(marker, quoted))

    def words(self, span: Span) -> str:
        """The words of a stretch as they stand in a context."""
        return self._safe(span.of(self._content))

    def _before(self, marker: Span, quoted: Span | None) -> str:
        end = marker.start
        since = min(end, quoted.start) if quoted else end
        wanted = min(end - BEFORE, since - LEAD)
        first = max(0, wanted, self._note_end_before(end))
        text = self._content[first:end]
        if not self._double_spaced:
            text = text.rpartition("\n\n")[2]
        torn = first == wanted and len(text) == end - wanted
        # Secrets are taken out of the whole stretch first: a token may be broken where a sentence could end.
        text = self._safe(text)
        return _sentence(text, len(text) - max(SHORTEST, len(self.words(Span(since, end)))), torn)

    def _after(self, marker: Span, quoted: Span | None) -> str:
        begin = marker.end
        wanted = max(begin + AFTER, quoted.end + LEAD if quoted else begin)
        note = self._note_start_after(begin)
        last = min(len(self._content), wanted, note)
        text = self._content[begin:last]
        if last == note < len(self._content):
            text = text.rstrip().rstrip(NOTE_LABEL)
        if not self._double_spaced:
            text = text.partition("\n\n")[0]
        torn = last == wanted and len(text) == wanted - begin
        text = self._safe(text)
        earliest = len(self.words(Span(begin, quoted.end))) if quoted and quoted.end > begin else 0
        ends = [one.end() for one in _SENTENCE.finditer(text) if one.start() >= earliest]
        if ends:
            return text[: ends[0]].rstrip()
        return text[: text.rfind(" ") + 1] + "…" if torn else text

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


def _sentence(text: str, latest: int, torn: bool) -> str:
    """`text` from the beginning of the last sentence that begins at `latest` or before.

    Where none does, all of it; one that is `torn` at its beginning then from its first whole word.

    >>> _sentence("nobody knew. The mill burned, says", 20, torn=True)
    'The mill burned, says'
    >>> _sentence("nobody knew. The mill burned, says", 5, torn=True)
    '… knew. The mill burned, says'
    """
    begins = [match.end() for match in _SENTENCE.finditer(text) if match.end() <= latest]
    if begins:
        return text[begins[-1] :]
    if not torn:
        return text
    place = text.find(" ")
    return "…" + text[place if place >= 0 else len(text) :]
