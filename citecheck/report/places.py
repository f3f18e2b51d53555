"""Where things stand, in the terms of the manuscript's own format.

A line can be gone to in a text file. In Word there are paragraphs, in a PDF pages; the lines of the text that
was read out of them are nowhere to be seen.
"""

from __future__ import annotations

from bisect import bisect_right

from citecheck.model import Audit, Lines
from citecheck.report.words import Words

LINED = frozenset({"text/plain", "text/markdown", "text/x-tex", "application/x-tex", "text/x-latex"})
"""Formats whose text is the file itself, line by line."""


def has_lines(audit: Audit) -> bool:
    """Whether a line number leads somewhere in the manuscript's file."""
    return audit.extraction.manuscript.media_type in LINED


class Places:
    """Turns the line of a finding into words for people."""

    def __init__(self, audit: Audit, words: Words) -> None:
        self._words = words
        self._lined = has_lines(audit)
        self._text = audit.extraction.manuscript.text
        if not self._lined:
            content = self._text.content
            self._lines = Lines(content)
            # A paragraph is a line that is not blank.
            starts = self._lines.starts
            ends = [*starts[1:], len(content) + 1]
            self._paragraphs = [
                line
                for line, (start, end) in enumerate(zip(starts, ends, strict=True), 1)
                if content[start : end - 1].strip()
            ]

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
        return words("paragraph {n}", n=max(1, bisect_right(self._paragraphs, line)))
