"""A damaged URL as letters and gaps.

White space inside a URL is damage, but it is evidence too: it may stand for a line end or for a lost
underscore.
While copies are compared it must not count, and afterwards it is needed again; so a string is taken apart
into
its visible characters and, beside each, whether white space stands before it.
"""

from __future__ import annotations

from itertools import accumulate, islice, pairwise
from typing import NamedTuple


class Cells(NamedTuple):
    """`letters` without white space; `gaps[i]`: white space before `letters[i]`; `settled[i]`: number of the
    collapsed copy that the character comes from, 0 where it was printed once."""

    letters: str
    gaps: tuple[bool, ...]
    settled: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Cells:
        pieces = text.split()
        letters = "".join(pieces)
        gaps = [False] * len(letters)
        for at in islice(accumulate(map(len, pieces)), max(0, len(pieces) - 1)):
            gaps[at] = True
        return cls(letters, tuple(gaps), (0,) * len(letters))

    def __str__(self) -> str:
        ends = [at for at, gap in enumerate(self.gaps) if gap]
        return " ".join(self.letters[at:end] for at, end in pairwise((0, *ends, len(self.letters))))

    def drop(self, start: int, end: int) -> Cells:
        """Without the characters from `start` to `end`; a gap before them stays where both sides had one."""
        return Cells(
            self.letters[:start] + self.letters[end:],
            self.gaps[:start] + self.gaps[end:],
            self.settled[:start] + self.settled[end:],
        )

    def settle(self, start: int, end: int, number: int) -> Cells:
        """The stretch marked as seen in two copies that agree."""
        return Cells(
            self.letters, self.gaps, self.settled[:start] + (number,) * (end - start) + self.settled[end:]
        )

    def replace(self, start: int, end: int, part: Cells) -> Cells:
        """The stretch exchanged for `part`."""
        return Cells(
            self.letters[:start] + part.letters + self.letters[end:],
            self.gaps[:start] + part.gaps + self.gaps[end:],
            self.settled[:start] + part.settled + self.settled[end:],
        )

    def part(self, start: int, end: int) -> Cells:
        return Cells(self.letters[start:end], self.gaps[start:end], self.settled[start:end])
