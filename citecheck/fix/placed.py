"""Where an address, and what is to follow it, stands in the text as read."""

from __future__ import annotations

from citecheck.fix.certain import closed
from citecheck.fix.changes import Edit
from citecheck.model import Candidate, Link, Span
from citecheck.reference import without_stop

CUTS = ("cut-text", "trim-end")
"""Steps that take off what was read with the address and is not part of it."""
_INVISIBLE = "\u00ad"


def own_spans(content: str, link: Link, candidate: Candidate | None) -> tuple[Span, ...] | None:
    """The parts of the text that are the address alone, without its label and its sentence's punctuation.

    `None` where that cannot be told: then nothing is changed, since words might be lost.
    """
    raw = "\n".join(span.of(content) for span in link.spans)
    start, end = 0, len(raw)
    for step in candidate.steps if candidate else ():
        if step.step == "cut-label":
            if not step.before.endswith(step.after) or start:
                return None
            start = len(step.before) - len(step.after)
        elif step.step in CUTS:
            tail = step.before[len(step.after) :]
            if not step.before.startswith(step.after) or not raw.endswith(tail, start, end):
                return None
            end -= len(tail)
    if candidate is not None:
        end = start + len(without_stop(raw[start:end], candidate.url))
    while start < end and raw[end - 1].isspace():
        end -= 1
    return _spans(link.spans, start, end)


def _spans(spans: tuple[Span, ...], start: int, end: int) -> tuple[Span, ...] | None:
    """Offsets in the joined raw string as spans of the text."""
    found: list[Span] = []
    offset = 0
    for span in spans:
        size = span.end - span.start
        first, last = max(start, offset), min(end, offset + size)
        if first < last:
            found.append(Span(span.start + first - offset, span.start + last - offset))
        offset += size + 1
    return tuple(found) or None


def replaced(content: str, spans: tuple[Span, ...], text: str) -> list[Edit]:
    """Edits that put `text` where an address begins and take all its other parts out.

    A line on which nothing else stood goes with its part, since an empty one could end a note.
    """
    first, *rest = spans
    return [Edit(first, text), *(Edit(_with_line(content, span), "") for span in rest)]


def _with_line(content: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start > 0 and content[start - 1] in " \t":
        start -= 1
    if start > 0 and content[start - 1] not in "\n\r\f":
        return span
    while end < len(content) and content[end] in " \t":
        end += 1
    if content.startswith("\r\n", end):
        return Span(start, end + 2)
    if content.startswith("\n", end):
        return Span(start, end + 1)
    return Span(span.start, end)


def after(content: str, spans: tuple[Span, ...], start: int, words: str) -> int | None:
    """Offset behind `words`, which follow the offset `start` in the note that lies in `spans`.

    White space may differ, since a note's text is joined. `None` where the words do not stand there.
    """
    wanted = closed(words)
    at, done = start, 0
    parts = [span for span in spans if span.end > start]
    for span in parts:
        at = max(at, span.start)
        while at < span.end and done < len(wanted):
            character = content[at]
            if not character.isspace() and character != _INVISIBLE:
                if character != wanted[done]:
                    return None
                done += 1
            at += 1
        if done == len(wanted):
            return at
    return None


def behind_link(content: str, start: int, end: int) -> int:
    """Offset behind the Markdown that encloses the address from `start` to `end`; `end` where none does."""
    before = content[:start][-2:]
    if before[-1:] == "<" and content.startswith(">", end):
        start, end, before = start - 1, end + 1, content[: start - 1][-2:]
    if before == "](":
        close = content.find(")", end)
        line = content.find("\n\n", end)
        if close >= 0 and (line < 0 or close < line):
            return close + 1
    return end
