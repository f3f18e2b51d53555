"""Trees of questions about a gap, which together tell a lost underscore from mere white space.

They were fitted by `benchmarks/fit_company.py`; what is asked is in `citecheck.repair.company`.
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
def _trees() -> list[Any]:
    """Each tree a number or a question: number of the measure, limit, tree for at most the limit, for more;
    as many together as are asked before it is seen whether they are sure."""
    trees = json.loads(data_file("citecheck.repair", "company.json").read_text("utf-8"))
    return [trees[at : at + _AT_ONCE] for at in range(0, len(trees), _AT_ONCE)]


def say(asked: Sequence[float]) -> float:
    """Natural logarithm of the odds for an underscore by the `measures` of a gap. Where the trees that were
    grown so far are sure, the rest, which only refine, are not asked."""
    said = 0.0
    for trees in _trees():
        for node in trees:
            while node.__class__ is list:
                measure, limit, below, above = node
                node = below if asked[measure] <= limit else above
            said += node
        if not -_SURE < said < _SURE:
            break
    return said
