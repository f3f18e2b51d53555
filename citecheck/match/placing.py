"""The places of a quotation's parts."""

from __future__ import annotations

from dataclasses import dataclass

from citecheck.match.align import Placed
from citecheck.match.quoted import Fragment


@dataclass(frozen=True, slots=True)
class Placing:
    """A quotation's fragments, each with its place or `None`."""

    parts: tuple[tuple[Fragment, Placed | None], ...]
    reordered: bool = False
    unmarked: bool = False
    """The parts are ours: where the page has words between them, the quotation left them out unmarked."""

    @property
    def score(self) -> float:
        """Mean of the parts' scores, weighed by words."""
        total = sum(len(fragment.words) for fragment, _ in self.parts)
        return sum(len(f.words) * placed.score for f, placed in self.parts if placed) / (total or 1)

    @property
    def placed(self) -> list[tuple[Fragment, Placed]]:
        return [(fragment, placed) for fragment, placed in self.parts if placed is not None]
