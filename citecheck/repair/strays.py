"""What white space an address was printed with, before lines were joined and copies made one.

A space where no underscore can have stood shows that mere spaces came in; where lines ended is known again
when they are joined.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from citecheck.repair.legible import legible

_GAP = re.compile(r"\s+")
_BESIDE_SIGN = re.compile(r"(?<=[/.-])\s+|(?<!\s)\s+(?=[/.-])")
_AT_LINE_END = re.compile(r"(?<=[/-])\s+")
_ODD_IN_HOST = re.compile(r"(?<=[^\s/-])[^\S\n]+(?=\S)")
_ODD_IN_PATH = re.compile(r"(?<=[.?&=:%#])[^\S\n]+(?=\S)|(?<=\S)[^\S\n]+(?=[/.?&=:#%-])")
LINE_ENDS = re.compile(r"\s*[\n\r\f]\s*")
_SLASHES = re.compile(r"(?<=/)\r?\n(?=/)")
_NEAR, _BESIDE_END = 8, 3
"""Characters on each side of a line's end that are looked at; of those, without white space, by which it is
known again when lines are joined."""


class Losses(NamedTuple):
    """What a document says in favour of a lost underscore (natural logarithm of odds): at a gap within words
    or before a sign; at one behind a hyphen or a slash, where lines end; at the end of a line. `torn`:
    whether not just a few of its addresses show for certain that underscores were lost or white space came
    in; `sound`: whether several are there and do not, or print their underscores."""

    amid: float = 0.0
    behind: float = 0.0
    at_end: float = 0.0
    torn: bool = False
    sound: bool = False


UNTOLD = Losses()


class Strays(NamedTuple):
    """White space as printed, which shows that there may be more: mere spaces inside scheme and host (up to
    2), and beside signs of the path (up to 3); whether all the white space is line ends, of which a lone one
    says nothing; where a line may
    have ended, behind `-` and `/` (up to 3); beside signs where neither a line ends nor an underscore stands
    (up to 3); all of it (up to 6); what stands beside the line ends; whether it is one line end; whether the
    address was printed as a doubled link, of which a line's end makes two; what stands beside the line ends
    that are wider than the narrowest, as where an underscore was lost at a line's end; what stands beside
    all line ends, a lone one, too, and what beside those that alone part two slashes; what the document
    says."""

    head: int = 0
    signs: int = 0
    lines: bool = False
    behind: int = 0
    odd: int = 0
    all: int = 0
    ends: frozenset[str] = frozenset()
    lone: bool = False
    doubled: bool = False
    wider: frozenset[str] = frozenset()
    breaks: frozenset[str] = frozenset()
    slashes: frozenset[str] = frozenset()
    document: Losses = UNTOLD


NO_STRAYS = Strays()


def strays(text: str, end: int) -> Strays:
    """The white space of an address as printed, whose host ends at `end`.

    >>> strays("https://a.example/b/\\nc/\\nd/ \\ne", 17).wider
    frozenset({'/d/ e'})
    """
    if not _GAP.search(text):
        return Strays(lines=True)
    text = legible(text, end)
    inner = text.strip()
    found = _GAP.findall(inner)
    head = sum("\n" not in match[0] for match in _GAP.finditer(inner, 0, end))
    path = sum("\n" not in match[0] for match in _BESIDE_SIGN.finditer(text, end))
    breaks = line_ends(inner)
    odd = len(_ODD_IN_HOST.findall(text, 0, end)) + len(_ODD_IN_PATH.findall(text, end))
    return Strays(
        min(head, 2),
        min(path, 3),
        len(found) > 1 and all("\n" in gap for gap in found),
        min(len(_AT_LINE_END.findall(text)), 3),
        min(odd, 3),
        min(len(found), 6),
        _ends(inner, breaks),
        len(found) == 1 and "\n" in found[0],
        wider=_wider(inner),
        breaks=breaks,
        slashes=line_ends(inner, _SLASHES),
    )


def line_ends(text: str, pattern: re.Pattern[str] = LINE_ENDS) -> frozenset[str]:
    """What stands beside the line ends of an address."""
    return frozenset(around(text, match.start(), match.end()) for match in pattern.finditer(text))


def _ends(text: str, breaks: frozenset[str]) -> frozenset[str]:
    """The same of an address that is set over several lines. A lone end says nothing: text that was wrapped
    anew ends its lines where an underscore was lost, too, and must not be read otherwise."""
    return breaks if len(breaks) > 1 or len(LINE_ENDS.findall(text)) > 1 else frozenset()


def _wider(text: str) -> frozenset[str]:
    """What stands beside the line ends that hold more white space than the narrowest."""
    found = list(LINE_ENDS.finditer(text))
    least = min((len(match[0]) for match in found), default=0)
    return frozenset(around(text, match.start(), match.end()) for match in found if len(match[0]) > least)


def around(text: str, left: int, right: int) -> str:
    """The few characters beside white space from `left` to `right`, other white space left out."""
    before = _GAP.sub("", text[max(0, left - _NEAR) : left])
    return f"{before[-_BESIDE_END:]} {_GAP.sub('', text[right : right + _NEAR])[:_BESIDE_END]}"
