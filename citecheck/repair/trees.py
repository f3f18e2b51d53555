"""Trees of questions, which together say how likely something is: those of `company.json` that a gap was an
underscore, those of `doubt.json` that a letter was misread.

They were fitted by `benchmarks/fit_company.py` and `benchmarks/fit_doubt.py`; what is asked is in
`citecheck.repair.company` and `citecheck.repair.doubt`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from typing import Any

from citecheck.tables import data_file

_AT_ONCE, _SURE = 75, 6.0
"""Trees that are asked together; logarithm of the odds from which no more are."""


@cache
def trees_of(name: str) -> list[Any]:
    """The trees of a data file, each a number or a question: number of the measure, limit, tree for at most
    the limit, for more."""
    return list(json.loads(data_file("citecheck.repair", name).read_text("utf-8")))


def answer(trees: Sequence[Any], asked: Sequence[float], said: float = 0.0) -> float:
    """What `trees` say of the measures `asked`, added to what others `said`."""
    for node in trees:
        while node.__class__ is list:
            measure, limit, below, above = node
            node = below if asked[measure] <= limit else above
        said += node
    return said


@cache
def _batches() -> list[list[Any]]:
    """Trees about gaps, as many together as are asked before it is seen whether they are sure."""
    trees = trees_of("company.json")
    return [trees[at : at + _AT_ONCE] for at in range(0, len(trees), _AT_ONCE)]


def say(asked: Sequence[float]) -> float:
    """Natural logarithm of the odds for an underscore by the `measures` of a gap. Where the trees that were
    grown so far are sure, the rest, which only refine, are not asked."""
    said = 0.0
    for trees in _batches():
        said = answer(trees, asked, said)
        if not -_SURE < said < _SURE:
            break
    return said
