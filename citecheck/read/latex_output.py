"""What a LaTeX source reads as, written line by line: every line end of the source stays a line end.

Comments and commands leave no characters, so a line of them alone would look like the end of a paragraph;
such a line gets a `%` that is marked as a comment.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from citecheck.model import Mark, MarkKind, Span, by_place, spans_without


@dataclass(slots=True)
class Output:
    """Text and marks of one source file, offsets its own."""

    name: str = ""
    """Path of the file; empty for the manuscript itself."""
    chunks: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    length: int = 0
    blank: bool = True
    """Nothing but white space stands on the present line so far."""

    def put(self, text: str) -> None:
        """Add characters as they are."""
        if not text:
            return
        self.chunks.append(text)
        self.length += len(text)
        tail = text[text.rfind("\n") + 1 :]
        self.blank = not tail.strip() and (self.blank or "\n" in text)

    def line_end(self, source_blank: bool, hidden: bool) -> None:
        """Add a line end; `source_blank`: the line is empty in the source too."""
        if self.blank and not source_blank and not hidden:
            self.mark(MarkKind.COMMENT, self.length, self.length + 1)
            self.put("%")
        self.put("\n")

    def mark(self, kind: MarkKind, start: int, end: int, **words: str) -> None:
        """Add a mark unless it is empty."""
        if end > start or kind is MarkKind.NOTE:
            self.marks.append(Mark(kind, (Span(start, end),), origin=words.pop("origin", "latex"), **words))

    def text(self) -> str:
        return "".join(self.chunks)


def together(outputs: list[Output]) -> tuple[str, tuple[Mark, ...], tuple[tuple[int, str], ...]]:
    """Texts of the files one after the other, the manuscript's own first, and all marks in order of place.

    Third come the lines on which further files begin, with their paths.
    """
    parts: list[str] = []
    files: list[tuple[int, str]] = []
    line = 1
    marks: list[Mark] = []
    offset = 0
    for output in outputs:
        text = output.text()
        if parts:
            parts.append("\n\n")
            offset += 2
            line += 2
            files.append((line, output.name))
        parts.append(text)
        line += text.count("\n")
        marks += [
            replace(mark, spans=tuple(_trimmed(text, span, offset) for span in mark.spans))
            for mark in output.marks
        ]
        offset += len(text)
    content = "".join(parts)
    aside = sorted(_aside(mark) for mark in marks if mark.kind in (MarkKind.COMMENT, MarkKind.NOTE))
    marks = [_without(mark, aside) if mark.kind is MarkKind.BLOCK_QUOTATION else mark for mark in marks]
    return content, tuple(sorted(marks, key=by_place)), tuple(files)


def _trimmed(text: str, span: Span, offset: int) -> Span:
    """A span without white space at its ends, moved by `offset`."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start + offset, end + offset)


def _aside(mark: Mark) -> Span:
    """The characters of a comment, or of a note with its brackets."""
    span = mark.spans[0]
    return Span(span.start - 2, span.end + 1) if mark.kind is MarkKind.NOTE else span


def _without(mark: Mark, aside: list[Span]) -> Mark:
    """A block quotation without the comments and notes in it."""
    return replace(mark, spans=spans_without(mark.spans, aside) or mark.spans)
