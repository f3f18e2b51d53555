"""Text with marks while it is put together out of wiki text, from the inside out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from citecheck.model import Mark, MarkKind, Span


@dataclass(slots=True)
class Run:
    """Some text and its marks, offsets from its beginning."""

    parts: list[str] = field(default_factory=list)
    size: int = 0
    marks: list[Mark] = field(default_factory=list)

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

    def append(self, other: Run) -> None:
        """Set `other` behind this text, its marks with it."""
        offset = self.size
        self.add(other.text)
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
        return run
