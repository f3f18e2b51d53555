"""Text and where things stand in it.

The text as read is never rewritten: every span points into it, and whatever is folded, joined or
repaired later carries its way back (design rule 5).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from citecheck.model.travel import travels


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters, `start` included, `end` not."""

    start: int
    end: int

    def of(self, content: str) -> str:
        """The characters of `content` that the span covers."""
        return content[self.start : self.end]


def spans_without(spans: Sequence[Span], taken: Sequence[Span]) -> tuple[Span, ...]:
    """`spans` less the sorted spans `taken`, in order.

    >>> spans_without((Span(0, 9),), (Span(2, 4),))
    (Span(start=0, end=2), Span(start=4, end=9))
    """
    left: list[Span] = []
    for span in spans:
        start = span.start
        for other in taken[max(0, bisect_right(taken, span) - 1) :]:
            if other.start >= span.end:
                break
            if other.end <= start:
                continue
            if other.start > start:
                left.append(Span(start, other.start))
            start = max(start, other.end)
        if start < span.end:
            left.append(Span(start, span.end))
    return tuple(left)


def merged(spans: Iterable[Span]) -> list[Span]:
    """Spans in order; those that overlap or touch are one.

    >>> merged([Span(4, 9), Span(0, 5), Span(10, 12)])
    [Span(start=0, end=9), Span(start=10, end=12)]
    """
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


class MarkKind(StrEnum):
    """What a format's own mark-up says about a stretch of text."""

    NOTE = "note"
    MARKER = "marker"
    LINK = "link"
    HEADING = "heading"
    BLOCK_QUOTATION = "block-quotation"
    REFERENCE = "reference"
    RAISED = "raised"
    """A number set above its line, as a page shows it: a call, or a power."""
    COMMENT = "comment"
    """Not shown to readers: a comment, a document's front matter."""
    CODE = "code"
    """Shown as it is: nothing in it is a note, a marker or a quotation."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One statement of the mark-up: this stretch is a note, a marker, a link, …"""

    kind: MarkKind
    spans: tuple[Span, ...]
    label: str = ""
    """Shown label of a note or marker (`12`, `*`, `iv`)."""
    key: str = ""
    """What ties a marker to its note inside the file (an id); never shown."""
    target: str = ""
    """Address of a link, as the mark-up has it."""
    origin: str = ""
    """Where the mark-up stood: `href`, `annotation`, `field`, `markdown`, …; names the repair step."""
    detail: str = ""
    """Further word of the format: `endnote` or `footnote` of a note, level of a heading."""


def by_place(mark: Mark) -> tuple[int, int, str]:
    """Key that sorts marks by where they begin, then where they end, then kind.

    Numbers rather than spans, whose comparison takes longer than all else in sorting a book's marks.
    """
    span = mark.spans[0]
    return span.start, span.end, mark.kind


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says about itself; `None` where it is silent."""

    title: str | None = None
    author: str | None = None
    published: str | None = None
    """ISO 8601 date, as exact as the document gives it (`2018`, `2018-10`, `2018-10-12`)."""
    language: str | None = None
    """Two-letter code."""
    titles: tuple[str, ...] = ()
    """All titles that a page gives itself, `title` first."""
    dates: tuple[str, ...] = ()
    """All its dates, ISO 8601, `published` first: of publication, online, of the last change."""


@dataclass(frozen=True, slots=True)
class Described:
    """What a bibliography says of a source, field by field; `None` where it is silent."""

    label: str
    """As the source's note is labelled."""
    author: str | None
    """Given and family names; several joined by `; `."""
    title: str | None
    year: int | None
    accessed: str | None


def blanked(content: str, stretches: Iterable[tuple[int, int]]) -> str:
    """`content` with blanks for the stretches, which are in order: offsets hold.

    >>> blanked("12 free of ice 13", [(0, 2), (15, 17)])
    '   free of ice   '
    """
    parts: list[str] = []
    at = 0
    for start, end in stretches:
        parts += [content[at:start], " " * (end - start)]
        at = end
    return "".join(parts) + content[at:]


@dataclass(frozen=True, slots=True)
class Text:
    """Decoded characters of a manuscript or a page, with what its format says about them."""

    content: str
    page_starts: tuple[int, ...] = ()
    """Offsets at which a page begins, in order; empty where the format has no pages."""
    page_labels: tuple[str, ...] = ()
    """Printed page numbers beside `page_starts`; empty where unknown (pages then count from 1)."""
    marks: tuple[Mark, ...] = ()
    drawn: bool = False
    """The reader has looked at sizes and places, or the format says what is raised: raised numbers are those
    marked `RAISED`."""
    metadata: Metadata = Metadata()
    alternative: str | None = None
    """A second reading of the same page (JSON-LD `articleBody`), tried where the first lacks a passage."""
    warnings: tuple[str, ...] = ()
    """What a reader could not read, in words for people."""
    further: tuple[str, ...] = ()
    """Absolute addresses at which the text of a page goes on: documents in frames, full texts, next parts."""
    unseen: str | None = None
    """What stands in a page's source and is not shown, or not until something is clicked."""
    files: tuple[tuple[int, str], ...] = ()
    """Where the text of several files was read: the line on which each further file begins, in order, and its
    path from the manuscript's folder."""
    lines: tuple[int, ...] = ()
    """Of each line the one of the file that it was read from, where these differ: the notes of a wiki page
    stand in its sentences and are shown at its end. Empty where the text is the file, line by line."""
    bibliographies: tuple[str, ...] = ()
    """Files beside a manuscript in which the keys that it cites were looked up, as paths from its folder."""
    unread: tuple[str, ...] = ()
    """Further such files that it names, which are not in its folder or cannot be read."""
    behind: tuple[tuple[int, int], ...] = ()
    """Sources read out of such files follow the manuscript's own characters: where each begins, and the line
    of the manuscript that it goes with."""

    described: tuple[Described, ...] = ()
    """What the bibliographies say of these sources."""

    @property
    def own(self) -> str:
        """The characters of the manuscript itself."""
        return self.content[: self.own_end]

    @property
    def own_end(self) -> int:
        """Where they end."""
        return self.behind[0][0] if self.behind else len(self.content)

    def located(self, line: int) -> tuple[str, int]:
        """File of a line, as its path, and the line in that file; an empty path is the manuscript itself.

        >>> Text("", lines=(1, 3, 3)).located(2)
        ('', 3)
        >>> Text("", files=((5, "two.tex"),)).located(4), Text("", files=((5, "two.tex"),)).located(6)
        (('', 4), ('two.tex', 2))
        """
        if self.lines:
            return "", self.lines[min(line, len(self.lines)) - 1]
        at = bisect_right(self.files, line, key=lambda file: file[0]) - 1
        return ("", line) if at < 0 else (self.files[at][1], line - self.files[at][0] + 1)

    def page_at(self, offset: int) -> int | None:
        """Number of the page (from 1) on which `offset` stands, or `None` without pages."""
        if not self.page_starts:
            return None
        return max(1, bisect_right(self.page_starts, offset))


_LINE_END = re.compile("\n")


@lru_cache(maxsize=1)
def _starts(content: str) -> Sequence[int]:
    """Offsets at which lines begin."""
    return [0, *(match.end() for match in _LINE_END.finditer(content))]


class Lines:
    """Line numbers of a text, from 1; found once, asked often."""

    __slots__ = ("_behind", "starts")

    def __init__(self, content: str, behind: Sequence[tuple[int, int]] = ()) -> None:
        self.starts = _starts(content)
        self._behind = behind

    @classmethod
    def of(cls, text: Text) -> Lines:
        """Those of a manuscript; a source that follows it stands on the line that it goes with.

        >>> Lines.of(Text("One.\\nTwo.\\n\\nA source.", behind=((10, 1),))).at(13)
        1
        """
        return cls(text.content, text.behind)

    def at(self, offset: int) -> int:
        """Line on which the character at `offset` stands."""
        place = bisect_right(self._behind, (offset, 0)) if self._behind else 0
        if place or (self._behind and self._behind[0][0] == offset):
            return self._behind[max(0, place - 1)][1]
        return bisect_right(self.starts, offset)

    def __len__(self) -> int:
        return len(self.starts)


LINED = frozenset(
    {"text/plain", "text/markdown", "text/x-tex", "application/x-tex", "text/x-latex", "text/x-wiki"}
)


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A manuscript as read: its name, its bytes' hash, and its text."""

    name: str
    """File name without folders; `-` for standard input."""
    sha256: str
    media_type: str
    encoding: str | None
    """Character encoding of a text format; `None` for packed formats."""
    text: Text

    @property
    def has_lines(self) -> bool:
        """Whether a line number leads somewhere in the file: its text is the file itself, line by line, or
        is known to come from certain lines of it."""
        return self.media_type in LINED


travels(Manuscript, Mark, Metadata, Span, Text)
