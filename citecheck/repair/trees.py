"""Trees of questions, which together say how likely something is: those of `company.bin` that a gap was an
underscore, those of `doubt.bin` that a letter was misread.

They were fitted by `benchmarks/fit_company.py` and `benchmarks/fit_doubt.py`; what is asked is in
`citecheck.repair.company` and `citecheck.repair.doubt`. They lie in rows of numbers, one tree behind another:
lists within lists took a book's addresses 7.5 ms to read, not 0.5, and half as long again to ask.
"""

from __future__ import annotations

import struct
import sys
from array import array
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from citecheck.tables import mapped

_AT_ONCE, _SURE = 75, 6.0
"""Trees that are asked together; logarithm of the odds from which no more are."""
_LEAF = 255
"""Stands for a measure where there is no question but an answer."""
_HEADER = struct.Struct("<II")
_VALUE, _START = 8, 4
"""Bytes of a limit or an answer; of the place where a tree begins."""


class Trees(NamedTuple):
    """Trees in rows: each question, then all behind its `no more than the limit`, then all behind `more`."""

    starts: Sequence[int]
    """Place of each tree's first question."""
    measures: bytes
    """For each place the number of the measure that is asked there, `_LEAF` for an answer."""
    skips: bytes
    """How many places further what is behind `more` begins."""
    values: array[float]
    """The limit of a question, or the answer."""


def packed(trees: Sequence[Any]) -> bytes:
    """The file of trees, each a number or a question: number of the measure, limit, tree for at most the
    limit, for more.

    >>> len(packed([[0, 1.5, -1.0, [1, 0.5, 2.0, 3.0]], 0.25]))
    76
    """
    rows: list[list[tuple[int, int, float]]] = [list(_row(tree)) for tree in trees]
    starts = [sum(map(len, rows[:at])) for at in range(len(rows))]
    measures, skips, values = zip(*(place for row in rows for place in row), strict=True)
    body = struct.pack(f"<{len(values)}d{len(starts)}I", *values, *starts)
    return _HEADER.pack(len(starts), len(values)) + body + bytes(measures) + bytes(skips)


def _row(tree: Any) -> Iterator[tuple[int, int, float]]:
    if not isinstance(tree, list):
        yield _LEAF, 0, float(tree)
        return
    measure, limit, below, above = tree
    first = list(_row(below))
    yield measure, len(first) + 1, float(limit)
    yield from first
    yield from _row(above)


def unpacked(data: bytes) -> Trees:
    """The trees of such a file.

    >>> trees = unpacked(packed([[0, 1.5, -1.0, [1, 0.5, 2.0, 3.0]], 0.25]))
    >>> [answer(trees, asked) for asked in ((1.5, 0.0), (2.0, 0.0), (2.0, 1.0))]
    [-0.75, 2.25, 3.25]
    """
    count, size = _HEADER.unpack_from(data)
    at = _HEADER.size + size * _VALUE
    values, starts = array("d", data[_HEADER.size : at]), array("I", data[at : at + count * _START])
    if sys.byteorder == "big":
        values.byteswap()
        starts.byteswap()
    at += count * _START
    return Trees(starts, data[at : at + size], data[at + size :], values)


@cache
def trees_of(name: str) -> Trees:
    """The trees of a data file."""
    return unpacked(mapped("citecheck.repair", name)[:])


def answer(trees: Trees, asked: Sequence[float], said: float = 0.0) -> float:
    """What `trees` say of the measures `asked`, added to what others `said`."""
    starts, measures, skips, limits = trees
    for at in starts:
        while (measure := measures[at]) != _LEAF:
            at += 1 if asked[measure] <= limits[at] else skips[at]
        said += limits[at]
    return said


@cache
def _batches(name: str) -> list[Trees]:
    """The trees of a data file, as many together as are asked before it is seen whether they are sure."""
    trees = trees_of(name)
    starts = trees.starts
    return [trees._replace(starts=starts[at : at + _AT_ONCE]) for at in range(0, len(starts), _AT_ONCE)]


def answer_until_sure(name: str, asked: Sequence[float], sure: float = _SURE) -> float:
    """What the trees of a data file say of the measures `asked`. Where those grown so far are `sure`
    (logarithm of the odds), the rest, which only refine, are not asked."""
    said = 0.0
    for trees in _batches(name):
        said = answer(trees, asked, said)
        if not -sure < said < sure:
            break
    return said


def say(asked: Sequence[float]) -> float:
    """Natural logarithm of the odds for an underscore by the `measures` of a gap."""
    return answer_until_sure("company.bin", asked)
