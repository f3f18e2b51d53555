"""What stands beside a gap: letters, tokens and their shapes, each with a weight for a lost underscore.

Word lists know words; addresses hold names of programs, codes, sizes of pictures and abbreviations besides.
What of these an underscore parts (`x86_64`, `a_id`) and what is written as one (`330x206`, `devdocs`) was
fitted to addresses of many sites by `benchmarks/fit_beside.py`: a logistic regression whose traits are found
by their hash.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from zlib import crc32

from citecheck.patterns import late
from citecheck.tables import mapped

SIZE = 1 << 18
"""Weights, signed bytes."""
STEP = 1 / 16
"""Natural logarithm of odds for one unit of a weight."""
_REACH, _TOKEN, _SHAPED, _LETTERS = 24, 16, 8, 6
"""Characters on each side that are looked at; of a token; of a token whose shape is told; of letters that
stand directly beside the gap."""
_BOTH = ((1, 1), (2, 1), (1, 2), (2, 2), (3, 2), (2, 3), (3, 3), (4, 4))
_GAP = re.compile(r"[\s_]+")
_LEFT, _RIGHT = re.compile(r"[0-9A-Za-z]+$"), re.compile(r"[0-9A-Za-z]+")
_LEFT_WORD = late(r"[A-Z]?[a-z]+$|[A-Z]+$")
_RIGHT_WORD = late(r"[A-Z]{2,}(?![a-z])|[A-Z]?[a-z]+|[A-Z]")
_ENDING = late(r"\.([a-z]{2,5}\d?)(?:[?#]|$)")
_RUN = re.compile(r"(\d+)|([A-Z]+)|[^\dA-Z]+")
_HOST = len("https://")
EDGES = frozenset("/?&=#;")
"""Signs that part folders, parameters and values."""


@lru_cache(maxsize=2048)
def _shape(token: str) -> str:
    """What a token is made of: its runs of capitals, small letters and digits, each with its length up to 3.

    >>> _shape("x86"), _shape("MapServer"), _shape("2019")
    ('a102', 'A1a2A1a3', '03')
    """
    return "".join(
        ("0" if run[1] else "A" if run[2] else "a") + str(min(len(run[0]), 3)) for run in _RUN.finditer(token)
    )


def traces(text: str, left: int, right: int) -> list[int]:
    """What stands beside a gap of `text` from `left` to `right`, as places of weights below 2 ** 32."""
    return [_number(trace) for trace in _told(text, left, right)]


def _told(text: str, left: int, right: int) -> Iterator[str]:
    start = text.find("/", _HOST)
    before = _GAP.sub(" ", text[max(start, left - _REACH, 0) : left])
    after = _GAP.sub(" ", text[right : right + _REACH])
    yield from _letters(before.lower(), after.lower())
    found = _LEFT.search(before), _RIGHT.match(after)
    one = found[0][0][-_TOKEN:] if found[0] else ""
    two = found[1][0][:_TOKEN] if found[1] else ""
    ahead = before[-len(one) - 1 :][:1] if len(before) > len(one) else "^"
    behind = after[len(two) : len(two) + 1] or "$"
    shapes = _shape(one[-_SHAPED:]), _shape(two[:_SHAPED])
    yield from _tokens(one.lower(), two.lower(), ahead, behind)
    yield from (f"sl{shapes[0]}{ahead}", f"sr{shapes[1]}{behind}", f"ss{shapes[0]}={shapes[1]}")
    yield f"sb{ahead}{shapes[0]}={shapes[1]}{behind}"
    yield from _words(one, two)
    if one.isdigit() and two.isdigit():
        yield from (f"d{len(one)}|{len(two)}", f"d{len(one) + len(two)}")
        yield f"D{one[:2]}{len(one)}|{two[:2]}{len(two)}"
    folder = _folder(text[:left], start)
    yield from (f"pv={folder}{shapes[0]}={shapes[1]}", f"pw={folder}")
    kind = _kind(text)
    yield from (f"e={kind}{shapes[0][-2:]}={shapes[1][:2]}", f"E={kind}")
    yield from _at_edge(text, left, right)


@lru_cache(maxsize=64)
def _kind(text: str) -> str:
    """The ending of an address's file; it is asked at each gap."""
    ending = _ENDING.search(text)
    return ending[1] if ending else ""


def _at_edge(text: str, left: int, right: int) -> Iterator[str]:
    """What begins at a gap behind a sign that parts folders, parameters and values."""
    sign = text[left - 1 : left]
    if sign in EDGES:
        found = _RIGHT.match(text, right, right + _REACH)
        two = found[0][:_TOKEN].lower() if found else ""
        end = right + len(two)
        yield from (f"{sign}{two}{_kind(text)}", f"^{sign}{two}{text[end : end + 1] or '$'}")


def _letters(left: str, right: str) -> Iterator[str]:
    for size in range(1, min(_LETTERS, len(left)) + 1):
        yield "<" + left[-size:]
    for size in range(1, min(_LETTERS, len(right)) + 1):
        yield ">" + right[:size]
    for one, two in _BOTH:
        if one <= len(left) and two <= len(right):
            yield f"{left[-one:]}|{right[:two]}"


def _tokens(one: str, two: str, ahead: str, behind: str) -> Iterator[str]:
    yield from (f"L={one}", f"R={two}", f"J={one}{two}", f"P={one}={two}", f"b{ahead}{behind}")
    yield from (f"Lb={ahead}{one}", f"Rb={two}{behind}")


def _words(one: str, two: str) -> Iterator[str]:
    """The words of two tokens that are not all of them."""
    found = _LEFT_WORD.search(one), _RIGHT_WORD.match(two)
    left, right = (match[0] if match else "" for match in found)
    if left != one or right != two:
        left, right = left.lower(), right.lower()
        yield from (f"la={left}", f"ra={right}", f"lj={left}{right}", f"lp={left}={right}")


def _folder(before: str, start: int) -> str:
    """The folder above the one that the gap is in; `start`: where the path begins."""
    end = before.rfind("/")
    begin = before[:end].rfind("/")
    return _GAP.sub(" ", before[begin + 1 : end])[:_TOKEN].lower() if begin > start > 0 else "^"


@lru_cache(maxsize=1)
def weights() -> memoryview:
    return memoryview(mapped("citecheck.repair", "beside.bin")).cast("b")


def said_beside(text: str, left: int, right: int) -> float:
    """Natural logarithm of the odds that a gap of `text` from `left` to `right` was an underscore, by what
    stands beside it.

    >>> texts = "https://a.example/linux-x86 64.zip", "https://a.example/po rt.html"
    >>> said = [said_beside(text, text.index(" "), text.index(" ") + 1) for text in texts]
    >>> said[0] > 0 > said[1]
    True
    """
    table = weights()
    return STEP * sum(table[trace % SIZE] for trace in traces(text, left, right))


def said_at_edge(text: str, left: int, right: int) -> float:
    """The part of it that what begins at the gap says, where the gap is behind a sign that parts folders,
    parameters and values; else 0.

    >>> said_at_edge("https://a.example/b c", 19, 20)
    0.0
    """
    table = weights()
    return STEP * sum(table[_number(trace) % SIZE] for trace in _at_edge(text, left, right))


def _number(trace: str) -> int:
    return crc32(trace.encode(errors="surrogatepass"))
