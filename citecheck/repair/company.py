"""What the other gaps of an address say of one: an address that lost one underscore lost them all.

Two things happen to addresses in print: all underscores disappear, or white space comes in, mostly beside
signs. Both at once are rare. So what one gap tells it tells of the others, and a space where no underscore
can have stood (before a slash, inside the host) speaks for mere spaces everywhere. How much each says
together is in trees of questions that were fitted to damaged addresses (`benchmarks/fit_company.py`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from citecheck.repair.legible import legible
from citecheck.tables import data_file

Traits = dict[str, float]
_GAP = re.compile(r"\s+")
_BESIDE_SIGN = re.compile(r"(?<=[/.-])\s+|(?<!\s)\s+(?=[/.-])")
_AT_LINE_END = re.compile(r"(?<=[/-])\s+")
_ODD_IN_HOST = re.compile(r"(?<=[^\s/-])[^\S\n]+(?=\S)")
_ODD_IN_PATH = re.compile(r"(?<=[.?&=:%#])[^\S\n]+(?=\S)|(?<=\S)[^\S\n]+(?=[/.?&=:#%-])")
_ODD_BEFORE, _ODD_AFTER = frozenset(".?&=:%#"), frozenset("/.?&=:#%-")
_CLIP = 6.0
"""Largest say of one other gap."""
_NONE = 9.0
"""Stands for the say of another gap where there is none."""
_EDGES = frozenset("/?&=#;")
_KINDS = {sign: 3.0 + at for at, sign in enumerate(("", *"/.-_=&?#%"))}
_OTHER_SIGN = 13.0

_ASKED = (
    "joined",
    "runs",
    "one",
    "two",
    "two listed",
    "letters",
    "both words",
    "one word",
    "one common word",
    "leading",
    "file",
    "name",
    "escaped",
    "camel",
    "small word, capital",
    "beside id",
    "query",
    "amid hyphens",
    "printed",
    "number",
    "between endings",
    "wiki",
    "whole",
    "whole again",
    "letters again",
    "pair again",
    "left again",
    "right again",
    "left alone",
    "right alone",
    "inside id",
    "camel beside",
    "camel apart",
    "capital torn, first",
    "capital torn, inside",
    "capitals torn",
    "wide",
)
"""Traits of the gap itself that are asked for, too."""


class Gap(NamedTuple):
    """White space from `start` to `end` in a text, in the segment of the address with number `segment`."""

    start: int
    end: int
    segment: int
    traits: Traits


class Strays(NamedTuple):
    """White space as printed, which shows that there may be more: mere spaces inside scheme and host (up to
    2), and beside signs of the path (up to 3); whether all the white space is line ends; where a line may
    have ended, behind `-` and `/` (up to 3); beside signs where neither a line ends nor an underscore stands
    (up to 3); all of it (up to 6)."""

    head: int = 0
    signs: int = 0
    lines: bool = False
    behind: int = 0
    odd: int = 0
    all: int = 0


NO_STRAYS = Strays()


def strays(text: str, end: int) -> Strays:
    """The white space of an address as printed, whose host ends at `end`."""
    if not _GAP.search(text):
        return Strays(lines=True)
    text = legible(text, end)
    found = _GAP.findall(text.strip())
    head = sum("\n" not in match[0] for match in _GAP.finditer(text.strip(), 0, end))
    path = sum("\n" not in match[0] for match in _BESIDE_SIGN.finditer(text, end))
    odd = len(_ODD_IN_HOST.findall(text, 0, end)) + len(_ODD_IN_PATH.findall(text, end))
    return Strays(
        min(head, 2),
        min(path, 3),
        all("\n" in gap for gap in found),
        min(len(_AT_LINE_END.findall(text)), 3),
        min(odd, 3),
        min(len(found), 6),
    )


def measures(
    text: str, start: int, gaps: Sequence[Gap], alone: Sequence[float], stray: Strays
) -> Iterator[tuple[float, ...]]:
    """What is asked of each of the `gaps` of `text`, whose path begins at `start`; `alone`: what each says by
    itself, natural logarithm of the odds for an underscore."""
    clipped = [max(-_CLIP, min(_CLIP, say)) for say in alone]
    segments = [gap.segment for gap in gaps]
    total, size = sum(clipped), len(gaps)
    shared = (float("_" in text[start:]), *map(float, stray))
    hyphens = text.count("-")
    for at, gap in enumerate(gaps):
        others = clipped[:at] + clipped[at + 1 :]
        same = [say for i, say in enumerate(clipped) if segments[i] == gap.segment and i != at]
        left = clipped[at - 1] if at and segments[at - 1] == gap.segment else 0.0
        right = clipped[at + 1] if at + 1 < size and segments[at + 1] == gap.segment else 0.0
        yield (
            alone[at],
            size,
            len(same) + 1,
            at,
            size - 1 - at,
            *shared,
            total - clipped[at],
            max(others, default=-_NONE),
            min(others, default=_NONE),
            sum(same),
            max(same, default=-_NONE),
            min(same, default=_NONE),
            left,
            right,
            total,
            *_beside(text, gap),
            odd_elsewhere(text, gap, stray),
            hyphens,
            len(text),
            gap.end - gap.start,
            *(gap.traits.get(name, 0.0) for name in _ASKED),
        )


def odd_elsewhere(text: str, gap: Gap, stray: Strays) -> int:
    """How much of the white space that neither a line's end nor an underscore explains is not at `gap`."""
    own = text[gap.start - 1] in _ODD_BEFORE or text[gap.end : gap.end + 1] in _ODD_AFTER
    return stray.head + max(0, stray.odd - own)


def _beside(text: str, gap: Gap) -> tuple[float, ...]:
    """The kinds of the characters on both sides, how many letters and digits stand there, how long the
    segment is and what of it stands before the gap, and its hyphens."""
    left, right, size = gap.start, gap.end, len(text)
    while left > 0 and text[left - 1].isalnum():
        left -= 1
    while right < size and text[right].isalnum():
        right += 1
    first, last = left, right
    while first > 0 and text[first - 1] not in _EDGES:
        first -= 1
    while last < size and text[last] not in _EDGES:
        last += 1
    return (
        _kind(text[gap.start - 1 : gap.start]),
        _kind(text[gap.end : gap.end + 1]),
        gap.start - left,
        right - gap.end,
        last - first,
        gap.start - first,
        text.count("-", first, last),
    )


def _kind(character: str) -> float:
    if character.isdigit():
        return 2.0
    if character.isalpha():
        return float(character.isupper())
    return _KINDS.get(character, _OTHER_SIGN)


@cache
def _trees() -> list[Any]:
    """Each a number or a question: number of the measure, limit, tree for at most the limit, for more."""
    return list(json.loads(data_file("citecheck.repair", "company.json").read_text("utf-8")))


def say(asked: Sequence[float]) -> float:
    """Natural logarithm of the odds for an underscore by the `measures` of a gap."""
    said = 0.0
    for node in _trees():
        while node.__class__ is list:
            measure, limit, below, above = node
            node = below if asked[measure] <= limit else above
        said += node
    return said
