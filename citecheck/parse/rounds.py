"""Numbered lines and calls by the numbering that they belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Protocol, TypeVar


class _Numbered(Protocol):
    @property
    def round(self) -> int: ...


One = TypeVar("One", bound=_Numbered)


def by_round(items: Iterable[One]) -> dict[int, list[One]]:
    """Those of each numbering, in their order; empty for a numbering that has none."""
    rounds: dict[int, list[One]] = defaultdict(list)
    for one in items:
        rounds[one.round].append(one)
    return rounds
