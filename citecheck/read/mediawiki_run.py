"""Text with marks while it is put together out of wiki text, from the inside out."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace

from citecheck.model import Mark, MarkKind, Span


@dataclass(slots=True)
class Run:
    """Some text and its marks, offsets from its beginning."""

    parts: list[str] = field(default_factory=list)
    size: int = 0
    marks: list[Mark] = field(default_factory=list)
    lines: list[tuple[int, int]] = field(default_factory=list)
    """Lines of the source, each with the offset from which on text comes from it."""

    @classmethod
    def of(cls, text: str) -> Run:
        run = cls()
        run.add(text)
        return run

    @property
    def text(self) -> str:
        if len(self.parts) > 1:
            self.parts = ["".join(self.parts)]
        return self.parts[0] if self.parts else ""

    def line_is_blank(self) -> bool:
        """Whether nothing stands on the last line yet."""
        for part in reversed(self.parts):
            line = part.rpartition("\n")
            if line[2].strip():
                return False
            if line[1]:
                return True
        return True

    def __bool__(self) -> bool:
        return bool(self.text.strip())

    def add(self, text: str) -> None:
        if text:
            self.parts.append(text)
            self.size += len(text)

    def from_line(self, line: int) -> None:
        """What is written next comes from that line of the source."""
        if self.lines and self.lines[-1][0] == self.size:
            self.lines.pop()
        if not self.lines or self.lines[-1][1] != line:
            self.lines.append((self.size, line))

    def line_at(self, offset: int) -> int:
        """The line of the source that the character at `offset` comes from, 1 where that is not known."""
        at = bisect_right(self.lines, offset, key=lambda line: line[0]) - 1
        return self.lines[at][1] if at >= 0 else 1

    def append(self, other: Run) -> None:
        """Set `other` behind this text, its marks and lines with it."""
        offset = self.size
        self.add(other.text)
        self.lines += [(start + offset, line) for start, line in other.lines]
        for mark in other.marks:
            moved = tuple(Span(span.start + offset, span.end + offset) for span in mark.spans)
            self.marks.append(replace(mark, spans=moved))

    def mark(self, kind: MarkKind, start: int, **fields: str) -> None:
        """Mark what has been written since `start`, white space at both ends left out."""
        text = self.text
        end = self.size
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if end > start:
            self.marks.append(Mark(kind, (Span(start, end),), **fields))

    def stripped(self) -> Run:
        """The same without white space at both ends."""
        text = self.text
        bare = text.strip()
        cut = len(text) - len(text.lstrip())
        run = Run.of(bare)
        for mark in self.marks:
            spans = tuple(
                Span(min(max(s.start - cut, 0), run.size), min(max(s.end - cut, 0), run.size))
                for s in mark.spans
            )
            run.marks.append(replace(mark, spans=spans))
        run.lines = [(min(max(start - cut, 0), run.size), line) for start, line in self.lines]
        return run
