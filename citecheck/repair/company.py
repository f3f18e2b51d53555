"""What the other gaps of an address say of one: an address that lost one underscore lost them all.

Two things happen to addresses in print: all underscores disappear, or white space comes in, mostly beside
signs. Both at once are rare. So what one gap tells it tells of the others, and a space where no underscore
can have stood (before a slash, inside the host) speaks for mere spaces everywhere. How much each says
together is in trees of questions that were fitted to damaged addresses (`benchmarks/fit_company.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from citecheck.repair.beside import EDGES, said_at_edge, said_beside
from citecheck.repair.strays import Strays, around

Traits = dict[str, float]
_ODD_BEFORE, _ODD_AFTER = frozenset(".?&=:%#"), frozenset("/.?&=:#%-")
_CLIP = 6.0
"""Largest say of one other gap."""
_NONE = 9.0
"""Stands for the say of another gap where there is none."""
_KINDS = {sign: 3.0 + at for at, sign in enumerate(("", *"/.-_=&?#%~+:;,!@()*'$"))}
_OTHER_SIGN = 25.0
_RUNS = re.compile(r"\d+|[^\W\d_]+")
_LAST_DIGITS, _FIRST_DIGITS = re.compile(r"\d+$"), re.compile(r"\d+")
_LAST_LETTERS, _FIRST_LETTERS = re.compile(r"[A-Za-z]+$"), re.compile(r"[A-Za-z]+")
_HEXADECIMAL = re.compile(r"(?=\d*[a-fA-F])(?=[a-fA-F]*\d)(?:[\da-f]+|[\dA-F]+)")
_REACH = 40
"""Characters of a token on each side of a gap that are looked at."""
_ENDING = re.compile(r"\.\s*([A-Za-z]{2,5}\d?)\s*(?:[?#]|$)")
_ENDINGS = {
    ending: float(number)
    for number, endings in enumerate(
        (
            *("pdf doc docx xls xlsx ppt pptx ps", "txt", "html htm shtml", "php", "asp aspx"),
            *("jsp cgi do cfm", "zip gz tgz", "png jpg gif mp3", "xml csv json rss"),
        ),
        start=1,
    )
    for ending in endings.split()
}
"""Files by what they are for: printed matter, text, pages, programs, archives, pictures, tables."""
_OTHER_ENDING = 10.0

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
    "left bits",
    "right bits",
    "joint bits",
    "left bits each",
    "right bits each",
)
"""Traits of the gap itself that are asked for, too."""


class Gap(NamedTuple):
    """White space from `start` to `end` in a text, in the segment of the address with number `segment`."""

    start: int
    end: int
    segment: int
    traits: Traits


def measures(
    text: str, start: int, gaps: Sequence[Gap], alone: Sequence[float], stray: Strays
) -> Iterator[tuple[float, ...]]:
    """What is asked of each of the `gaps` of `text`, whose path begins at `start`; `alone`: what each says by
    itself, natural logarithm of the odds for an underscore."""
    clipped = [max(-_CLIP, min(_CLIP, say)) for say in alone]
    segments = [gap.segment for gap in gaps]
    total, size = sum(clipped), len(gaps)
    shared = (*_of_path(text, start), *map(float, stray[:6]), len(stray.ends))
    said = [said_beside(text, gap.start, gap.end) for gap in gaps]
    near = [max(-_CLIP, min(_CLIP, one)) for one in said]
    where = [_where(text, gap) for gap in gaps]
    sums = [sum(column) for column in zip(*where, strict=True)]
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
            *_beside(text, start, gap),
            odd_elsewhere(text, gap, stray),
            gap.end - gap.start,
            gap.segment,
            bool(stray.ends) and around(text, gap.start, gap.end) in stray.ends,
            *(whole - own for whole, own in zip(sums, where[at], strict=True)),
            *(gap.traits.get(name, 0.0) for name in _ASKED),
            said[at],
            *_of_others(near, at),
            *_of_print(text, gap, stray),
        )


def _of_print(text: str, gap: Gap, stray: Strays) -> tuple[float, ...]:
    """What begins at the gap; whether the link was printed twice and the gap is at a line's end wider than
    others; how many such ends there are."""
    wider = bool(stray.wider) and around(text, gap.start, gap.end) in stray.wider
    return said_at_edge(text, gap.start, gap.end), stray.doubled, wider, len(stray.wider)


def _of_others(said: Sequence[float], at: int) -> tuple[float, float, float]:
    """What the gaps but the one at place `at` say: together, at most, at least."""
    others = [*said[:at], *said[at + 1 :]]
    return sum(others), max(others, default=-_NONE), min(others, default=_NONE)


def _of_path(text: str, start: int) -> tuple[float, ...]:
    """What is behind the host: its length, hyphens, underscores that are printed, capitals, segments, and the
    kind of its file."""
    path = text[start:]
    ending = _ENDING.search(path)
    return (
        len(path),
        len(text),
        text.count("-"),
        path.count("_"),
        sum(map(str.isupper, path)),
        sum(map(path.count, EDGES)),
        _ENDINGS.get(ending[1].lower(), _OTHER_ENDING) if ending else 0.0,
    )


def _where(text: str, gap: Gap) -> tuple[int, ...]:
    """Whether the gap is behind a slash, beside a sign, within letters and digits, between usual words."""
    before, after = text[gap.start - 1], text[gap.end : gap.end + 1]
    inside = before.isalnum() and after.isalnum()
    return before == "/", not inside, inside, "parted" in gap.traits


def odd_elsewhere(text: str, gap: Gap, stray: Strays) -> int:
    """How much of the white space that neither a line's end nor an underscore explains is not at `gap`."""
    own = text[gap.start - 1] in _ODD_BEFORE or text[gap.end : gap.end + 1] in _ODD_AFTER
    return stray.head + max(0, stray.odd - own)


def _beside(text: str, start: int, gap: Gap) -> tuple[float, ...]:
    """The kinds of the characters on both sides and of those beyond the tokens there, what the tokens are
    made of, how long the segment is and what of it stands before the gap, its hyphens, capitals, letters."""
    left, right, size = gap.start, gap.end, len(text)
    while left > start and text[left - 1].isalnum():
        left -= 1
    while right < size and text[right].isalnum():
        right += 1
    first, last = left, right
    while first > start and text[first - 1] not in EDGES:
        first -= 1
    while last < size and text[last] not in EDGES:
        last += 1
    segment = text[first:last]
    return (
        _kind(text[gap.start - 1]),
        _kind(text[gap.end : gap.end + 1]),
        _kind(text[left - 1 : left]),
        _kind(text[right : right + 1]),
        gap.start - left,
        right - gap.end,
        *_of_tokens(text[max(left, gap.start - _REACH) : gap.start], text[gap.end : right][:_REACH]),
        len(segment),
        gap.start - first,
        segment.count("-"),
        sum(map(str.isupper, segment)),
        sum(map(str.isalpha, segment)),
    )


def _of_tokens(left: str, right: str) -> tuple[float, ...]:
    """Of the tokens on both sides of a gap: runs of letters and of digits in each and in both as one, digits
    and letters beside the gap, and the length of both where they are a hexadecimal number."""
    runs = len(_RUNS.findall(left)), len(_RUNS.findall(right))
    same = bool(left and right) and left[-1].isdigit() == right[0].isdigit()
    found = (
        *(_LAST_DIGITS.search(left), _FIRST_DIGITS.match(right)),
        *(_LAST_LETTERS.search(left), _FIRST_LETTERS.match(right)),
    )
    hexadecimal = len(left) + len(right) if _HEXADECIMAL.fullmatch(left + right) else 0
    return *runs, sum(runs) - same, *(len(one[0]) if one else 0 for one in found), hexadecimal


def _kind(character: str) -> float:
    if character.isdigit():
        return 2.0
    if character.isalpha():
        return float(character.isupper())
    return _KINDS.get(character, _OTHER_SIGN)
