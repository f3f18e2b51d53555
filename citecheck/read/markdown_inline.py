"""Inside running Markdown text: calls of notes, inline notes, links, comments, code.

One pass with a stack of open brackets, so that any input takes time in proportion to its length.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from html import unescape

from citecheck.model import Mark, MarkKind, Span
from citecheck.read.markdown_blocks import definition_key

LONGEST_ADDRESS = 2_000
"""Characters of a link's address; it bounds the look ahead for its closing bracket."""

_TOKEN = re.compile(
    r"\\[!-/:-@\[-`{-~]"
    r"|`+"
    r"|<!--"
    r"|<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,2000}>"
    r"|<a\s[^<>]{0,2000}>"
    r"|\[\^[^\]\s\[]{1,80}\]"
    r"|\^\["
    r"|\^\[?\d{1,4}\]?\^"
    r"|<sup>\s{0,3}\[?\d{1,4}(?=\D)"
    r"|!?\["
    r"|\]",
    re.IGNORECASE,
)
_HREF = re.compile(r"href\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)')", re.IGNORECASE)
_REFERENCE = re.compile(r"\]\[([^\]\[]{0,200})\]")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_TITLE = re.compile(r"[ \t\r\n]+(?:\"[^\"]{0,500}\"|'[^']{0,500}'|\([^()]{0,500}\))")
_BACKTICKS = re.compile("`+")
_RAISED = re.compile(r"\^[^\s^\[\]]{1,40}\Z")
_DIGITS = re.compile(r"\d+")
_SPACE = re.compile(r"[ \t\r\n]*")


@dataclass(slots=True)
class Found:
    """Marks found so far; `used`: keys of the link definitions that some link names."""

    marks: list[Mark] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    inline_notes: int = 0


@dataclass(frozen=True, slots=True)
class _Open:
    """An open bracket: its token and where it stands."""

    token: str
    start: int
    end: int


def inline_of(content: str, region: Span, definitions: dict[str, tuple[Span, str]], found: Found) -> None:
    """Add the marks of one stretch of running text to `found`."""
    runs: dict[int, int] = defaultdict(int)
    for run in _BACKTICKS.finditer(content, region.start, region.end):
        runs[run.end() - run.start()] = run.start()
    opened: list[_Open] = []
    position = region.start
    while match := _TOKEN.search(content, position, region.end):
        token, start, position = match.group(), match.start(), match.end()
        if token[0] == "`":
            position = _code(content, start, position, runs, found)
        elif token == "<!--":
            close = content.find("-->", position, region.end)
            position = close + 3 if close >= 0 else position
            if close >= 0:
                found.marks.append(Mark(MarkKind.COMMENT, (Span(start, position),), origin="markdown"))
            else:
                return
        elif token[-1].isdigit() or (token[0] == token[-1] == "^" and len(token) > 1):
            digits = _DIGITS.search(token)
            if digits is not None:
                span = Span(start + digits.start(), start + digits.end())
                found.marks.append(Mark(MarkKind.RAISED, (span,), origin="markdown"))
        elif token[0] == "<":
            _angle(token, start, found)
        elif token.startswith("[^") and content[position : position + 1] != "(":
            label = token[2:-1]
            found.marks.append(
                Mark(
                    MarkKind.MARKER,
                    (Span(start, position),),
                    label=label,
                    key=definition_key(label),
                    origin="markdown",
                )
            )
        elif token == "^[" and _closes_superscript(content, start):
            position = start + 1
        elif token.endswith("["):
            opened.append(_Open(token, start, position))
        elif token == "]" and opened:
            position = _close(content, region.end, opened.pop(), start, definitions, found)


def _closes_superscript(content: str, caret: int) -> bool:
    """Whether a caret before `[^1]` ends a raised sign, as in `done^.^[^1]`, and opens no inline note."""
    return content.startswith("^[^", caret) and _RAISED.search(content, max(0, caret - 42), caret) is not None


def _code(content: str, start: int, end: int, runs: dict[int, int], found: Found) -> int:
    """Offset after a code span that begins here, or after its backticks where nothing closes it."""
    length = end - start
    if runs[length] <= start:
        return end
    for match in _BACKTICKS.finditer(content, end):
        if match.end() - match.start() == length:
            found.marks.append(Mark(MarkKind.CODE, (Span(start, match.end()),), origin="markdown"))
            return match.end()
    return end


def _angle(token: str, start: int, found: Found) -> None:
    if token[1:2].lower() == "a" and token[2:3].isspace():
        href = _HREF.search(token)
        if href:
            group = 1 if href.group(1) is not None else 2
            span = Span(start + href.start(group), start + href.end(group))
            _link(found, span, unescape(href.group(group)), "href")
        return
    if not token.lower().startswith("<mailto:"):
        _link(found, Span(start + 1, start + len(token) - 1), token[1:-1], "markdown")


def _link(found: Found, span: Span, target: str, origin: str, text: str = "") -> None:
    if target and not target.startswith("#"):
        found.marks.append(Mark(MarkKind.LINK, (span,), target=target, origin=origin, detail=text))


def _close(
    content: str,
    end: int,
    opened: _Open,
    close: int,
    definitions: dict[str, tuple[Span, str]],
    found: Found,
) -> int:
    """What a closing bracket ends; the offset to go on from."""
    text = Span(opened.end, close)
    if opened.token == "^[":
        _inline_note(opened, text, close, found)
        return close + 1
    image = opened.token == "!["
    if content[close + 1 : close + 2] == "(":
        target, after = _destination(content, close + 2, min(end, close + 2 + LONGEST_ADDRESS))
        if target is not None:
            if after - 1 > target.end + 1:  # a title, shown to nobody but a mouse
                found.marks.append(Mark(MarkKind.COMMENT, (Span(target.end, after - 1),), origin="markdown"))
            if not image:
                address = _ESCAPED.sub(r"\1", target.of(content))
                _link(found, target, address, "markdown", " ".join(text.of(content).split()))
            return after
    named = _REFERENCE.match(content, close, end)
    key = definition_key(named.group(1) if named and named.group(1) else text.of(content)[:300])
    if key in definitions:
        found.used.add(key)
        if not image:
            _link(found, text, definitions[key][1], "markdown", " ".join(text.of(content).split()))
        return named.end() if named else close + 1
    return close + 1


def _inline_note(opened: _Open, text: Span, close: int, found: Found) -> None:
    """The caret is the call; a note without a label is numbered by whoever reads the marks."""
    found.inline_notes += 1
    key = f"^{found.inline_notes}"
    caret = Span(opened.start, opened.start + 1)
    found.marks.append(Mark(MarkKind.MARKER, (caret,), key=key, origin="inline"))
    found.marks.append(Mark(MarkKind.NOTE, (text,), key=key, origin="inline", detail="footnote"))


def _destination(content: str, start: int, end: int) -> tuple[Span | None, int]:
    """The address of `(address "title")` and the offset after the brackets; `None` where it is none."""
    position = _skip(content, start, end)
    if content[position : position + 1] == "<":
        close = content.find(">", position, end)
        if close < 0 or "\n" in content[position:close]:
            return None, start
        target, position = Span(position + 1, close), close + 1
    else:
        stop = _bare(content, position, end)
        target, position = Span(position, stop), stop
    title = _TITLE.match(content, position, end)
    position = _skip(content, title.end() if title else position, end)
    if content[position : position + 1] != ")":
        return None, start
    return target, position + 1


def _skip(content: str, start: int, end: int) -> int:
    match = _SPACE.match(content, start, end)
    return match.end() if match else start


def _bare(content: str, position: int, end: int) -> int:
    """End of an address without angle brackets: its round brackets are balanced, white space ends it.

    So does the next link's `](`, which keeps many links without an end from being scanned again and again.
    """
    depth = 0
    while position < end:
        character = content[position]
        if character == "\\" and position + 1 < end:
            position += 1
        elif character == "(":
            depth += 1
        elif character == ")":
            if not depth:
                break
            depth -= 1
        elif character.isspace() or character < " " or content.startswith("](", position):
            break
        position += 1
    return position
