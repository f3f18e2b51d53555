"""Blocks of a Markdown text: notes, headings, block quotations, code, comments, definitions of links.

One pass over the lines; what is left, stretches of running text, is scanned for links and calls of notes by
`markdown_inline`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from citecheck.model import Mark, MarkKind, Span
from citecheck.read.front_matter import block_of_sources

FRONT_MATTER_LINES = 200
"""Longer front matter is taken for text between two rules; a list of sources in it is not counted."""

_LINE = re.compile(r"[^\n]*\n?")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_NOTE = re.compile(r" {0,3}\[\^([^\]\s]{1,80})\]:[ \t]*")
_DEFINITION = re.compile(
    r" {0,3}\[([^\]\[^][^\]\[]{0,200})\]:[ \t]*(?:<([^<>\n]{1,2000})>|(\S{1,2000}))"
    r"(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?[ \t\r]*$"
)
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t\r]*$")
_QUOTE = re.compile(r" {0,3}>[> \t]*")
_LIST = re.compile(r" {0,3}(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)")
_FIELD = re.compile(r"([A-Za-z_][\w-]*):[ \t]*(.*)$")


@dataclass(slots=True)
class Blocks:
    """What the lines say. `definitions`: folded label → place of the address, the address."""

    marks: list[Mark] = field(default_factory=list)
    regions: list[Span] = field(default_factory=list)
    definitions: dict[str, tuple[Span, str]] = field(default_factory=dict)
    front_matter: dict[str, str] = field(default_factory=dict)
    yaml: list[str] = field(default_factory=list)
    """Front matter as written, and later blocks that name sources."""


def definition_key(label: str) -> str:
    """Labels are equal when case and white space are the only difference (CommonMark 4.7)."""
    return " ".join(label.split()).casefold()


def _is_rule(line: str) -> bool:
    signs = "".join(line.split())
    return len(signs) >= 3 and signs[0] in "*-_" and signs.count(signs[0]) == len(signs)


def blocks_of(content: str) -> Blocks:
    """Blocks of `content`."""
    scanner = _Scanner(content)
    scanner.run()
    return scanner.blocks


class _Scanner:
    """State of the pass over the lines."""

    def __init__(self, content: str) -> None:
        self.content = content
        self.blocks = Blocks()
        self.fence = ""
        self.code_start = -1
        self.comment_start = -1
        self.note: tuple[str, int, int] | None = None
        self.quote: list[Span] = []
        self.paragraph = -1
        """Start of the last line of running text, -1 after anything else; a rule under it makes a heading."""
        self.region = -1
        self.in_list = False
        self.blank = True

    def run(self) -> None:
        position = self._front_matter()
        while position < len(self.content):
            match = _LINE.match(self.content, position)
            end = match.end() if match else len(self.content)
            if self.blank and self.content.startswith("---", position) and not self.fence:
                after = block_of_sources(self.content, position)
                if after > position:
                    self._blank(position)
                    self._end_note()
                    self._yaml(position, after)
                    position = after
                    continue
            self._line(position, end, self.content[position:end].rstrip("\r\n"))
            position = end
        self._end_all(len(self.content))

    def _line(self, start: int, end: int, line: str) -> None:
        if self.fence:
            self._in_fence(end, line)
        elif self.comment_start >= 0:
            self._in_comment(start, end, line)
        elif not line.strip():
            self._blank(start)
        elif not (self._opens_verbatim(start, line) or self._continues_note(start, line)):
            self._block(start, end, line)
        self.blank = not line.strip()

    def _front_matter(self) -> int:
        """Offset after the YAML block at the head, 0 without one."""
        if not re.match(r"---[ \t]*\r?\n", self.content):
            return 0
        fields: dict[str, str] = {}
        count, listing = 0, False
        for match in _LINE.finditer(self.content):
            line = match.group().rstrip()
            if count and line in ("---", "..."):
                self.blocks.front_matter = fields
                self._yaml(0, match.end())
                return match.end()
            if found := _FIELD.match(line):
                fields[found.group(1).lower()] = found.group(2).strip().strip("\"'").strip()
            listing = line.startswith("references:") or (listing and found is None)
            count += not listing
            if count > FRONT_MATTER_LINES or match.start() == match.end():
                break
        return 0

    def _yaml(self, start: int, end: int) -> None:
        """Front matter, or a later block of its kind: nobody sees it."""
        self.blocks.yaml.append(self.content[start:end])
        self.blocks.marks.append(Mark(MarkKind.COMMENT, (Span(start, end),), detail="front-matter"))

    def _in_fence(self, end: int, line: str) -> None:
        closing = line.strip()
        if closing and set(closing) == {self.fence[0]} and len(closing) >= len(self.fence):
            self._add(MarkKind.CODE, self.code_start, end)
            self.fence = ""

    def _in_comment(self, start: int, end: int, line: str) -> None:
        close = line.find("-->")
        if close >= 0:
            self._add(MarkKind.COMMENT, self.comment_start, start + close + 3)
            self.comment_start = -1

    def _blank(self, start: int) -> None:
        self._end_region(start)
        self._end_quote()
        self.paragraph = -1

    def _opens_verbatim(self, start: int, line: str) -> bool:
        indented = line.startswith(("    ", "\t"))
        fence = _FENCE.match(line.lstrip() if self.note or self.in_list else line)
        if fence and not (fence.group(1)[0] == "`" and "`" in line.lstrip()[len(fence.group(1)) :]):
            self._end_region(start)
            self._end_quote()
            self.fence, self.code_start, self.paragraph = fence.group(1), start, -1
            return True
        if indented and not self.note and not self.in_list and self.paragraph < 0 and not self.quote:
            self._end_region(start)
            self._add(MarkKind.CODE, start, start + len(line))
            return True
        opening = line.rfind("<!--")
        if opening >= 0 and line.find("-->", opening) < 0:
            if line[:opening].strip():
                self._block(start, start + opening, line[:opening])
            self._end_region(start + opening)
            self.comment_start, self.paragraph = start + opening, -1
            return True
        return False

    def _continues_note(self, start: int, line: str) -> bool:
        """Indented lines go on with a note, even after an empty line; others only right after it."""
        if self.note is None:
            return False
        if line.startswith(("    ", "\t", "  ")) or not (self.blank or self._starts_block(line)):
            label, first, _ = self.note
            self.note = (label, first, start + len(line.rstrip()))
            self._text(start)
            return True
        return False

    def _starts_block(self, line: str) -> bool:
        return bool(
            _NOTE.match(line) or _HEADING.match(line) or _QUOTE.match(line) or _DEFINITION.match(line)
        )

    def _block(self, start: int, end: int, line: str) -> None:
        self._end_note()
        if note := _NOTE.match(line):
            self._end_region(start)
            self._end_quote()
            self.note = (note.group(1), start + note.end(), start + len(line.rstrip()))
            self._text(start + note.end())
            self.paragraph = -1
        elif found := _DEFINITION.match(line):
            self._end_region(start)
            group = 2 if found.group(2) else 3
            span = Span(start + found.start(group), start + found.end(group))
            self.blocks.definitions.setdefault(definition_key(found.group(1)), (span, found.group(group)))
        elif heading := _HEADING.match(line):
            self._end_region(start)
            self._heading(start + heading.end(), start + len(line), len(heading.group(1)))
            self.region = start
            self._end_region(end)
        elif quote := _QUOTE.match(line):
            self._text(start)
            if line[quote.end() :].strip():
                self.quote.append(Span(start + quote.end(), start + len(line.rstrip())))
            self.paragraph = -1
            self.in_list = False
        else:
            self._running(start, line)

    def _running(self, start: int, line: str) -> None:
        underline = _UNDERLINE.match(line)
        if underline and self.paragraph >= 0:
            self._heading(self.paragraph, start - 1, 1 if underline.group(1)[0] == "=" else 2)
            self._end_region(start)
            self.paragraph = -1
            return
        if _is_rule(line):
            self._blank(start)
            self.in_list = False
            return
        if self.quote and not _LIST.match(line):
            self.quote.append(Span(start, start + len(line.rstrip())))  # a lazy continuation (CommonMark 5.1)
            self._text(start)
            return
        self._end_quote()
        if _LIST.match(line):
            self.in_list = True
        elif self.blank and not line.startswith(" "):
            self.in_list = False
        self._text(start)
        self.paragraph = start

    def _text(self, start: int) -> None:
        if self.region < 0:
            self.region = start

    def _heading(self, start: int, end: int, level: int) -> None:
        text = self.content[start:end].rstrip()
        bare = text.rstrip("#").rstrip() if text.endswith("#") else text
        if bare:
            self._add(MarkKind.HEADING, start, start + len(bare), str(level))
        self.paragraph = -1

    def _end_region(self, end: int) -> None:
        if 0 <= self.region < end:
            self.blocks.regions.append(Span(self.region, end))
        self.region = -1

    def _end_quote(self) -> None:
        if self.quote:
            self.blocks.marks.append(Mark(MarkKind.BLOCK_QUOTATION, tuple(self.quote), origin="markdown"))
        self.quote = []

    def _end_note(self) -> None:
        if self.note is not None:
            label, start, end = self.note
            self.blocks.marks.append(
                Mark(
                    MarkKind.NOTE,
                    (Span(start, max(start, end)),),
                    label=label,
                    key=definition_key(label),
                    origin="markdown",
                    detail="footnote",
                )
            )
        self.note = None

    def _end_all(self, end: int) -> None:
        if self.fence:
            self._add(MarkKind.CODE, self.code_start, end)
        if self.comment_start >= 0:
            self._add(MarkKind.COMMENT, self.comment_start, end)
        self._end_region(end)
        self._end_quote()
        self._end_note()

    def _add(self, kind: MarkKind, start: int, end: int, detail: str = "") -> None:
        self.blocks.marks.append(Mark(kind, (Span(start, end),), origin="markdown", detail=detail))
