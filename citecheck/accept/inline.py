"""Ignores in the manuscript itself, each with its reason.

    <!-- citecheck: ignore[link-gone] the archive has it -->      Markdown, HTML
    % citecheck: ignore[link-gone, url-repaired] as printed       LaTeX
    [[citecheck: ignore[quote-not-found] quoted from memory]]     text, at the end of the note

One that stands in a note holds for that note; one that stands alone on its line holds for the next line too,
in text for the note that ends on the line before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from citecheck.model import Accepted, Finding, Lines, Note, Text

_IGNORE = re.compile(r"(<!--|%|\[\[)[ \t]*citecheck:[ \t]*ignore\[([^\[\]\n]{1,400})\]([^\n]{0,2000})")
_ENDS = {"<!--": "-->", "[[": "]]", "%": "\n"}


@dataclass(frozen=True, slots=True)
class Ignore:
    """One ignore as it stands in the text."""

    checks: tuple[str, ...]
    reason: str
    """Empty where none is given; it is not followed then."""
    line: int
    lines: tuple[int, ...]
    """Lines it holds for."""
    note_id: str | None
    """Note it holds for."""


def find_ignores(text: Text, notes: Iterable[Note]) -> tuple[Ignore, ...]:
    """All ignores of a manuscript, in order."""
    if "citecheck:" not in text.content:
        return ()
    lines = Lines(text.content)
    places = sorted((span.start, span.end, note.id) for note in notes for span in note.spans)
    return tuple(_ignore(match, lines, places) for match in _IGNORE.finditer(text.content))


def apply_ignores(findings: Iterable[Finding], ignores: Sequence[Ignore]) -> tuple[Finding, ...]:
    """The findings, `accepted` filled where an ignore with a reason holds for them."""
    return tuple(_accept(finding, ignores) for finding in findings)


def _ignore(match: re.Match[str], lines: Lines, places: Sequence[tuple[int, int, str]]) -> Ignore:
    reason = match[3].split(_ENDS[match[1]])[0].strip(" \t:–-")
    line = lines.at(match.start())
    content = match.string
    end = content.find("\n", match.start())
    before = content[lines.starts[line - 1] : match.start()]
    after = content[match.end() : end if end >= 0 else len(content)]
    alone = not before.strip() and not after.strip()
    holds = (line, line + 1) if alone else (line,)
    # A comment at the end of a note may stand just behind the note's own text, on its last line.
    inside = [name for start, stop, name in places if start <= match.start() <= stop]
    last = line
    if alone and match[1] == "[[" and any(_ends_on(line - 1, place, lines) for place in places):
        holds, last = (line,), line - 1
    near = [place[2] for place in places if _ends_on(last, place, lines)]
    checks = tuple(word.strip() for word in match[2].split(","))
    return Ignore(checks, reason, line, holds, next(iter(inside or near), None))


def _ends_on(line: int, place: tuple[int, int, str], lines: Lines) -> bool:
    return lines.at(max(place[1] - 1, 0)) == line


def _accept(finding: Finding, ignores: Sequence[Ignore]) -> Finding:
    for one in ignores:
        here = finding.line in one.lines or (finding.note_id is not None and finding.note_id == one.note_id)
        if here and one.reason and finding.check in one.checks and finding.accepted is None:
            return replace(finding, accepted=Accepted(one.reason, inline=True))
    return finding
