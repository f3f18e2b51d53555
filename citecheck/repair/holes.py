"""A full stop that stands for the lost beginning of a doubled run.

Where the text of a run was put before its own whole text, its first words are now and then lost and a full
stop left in their place: `to- .-the-sea` + `walk-to-the-sea-2021` for runs `to-`, `walk`, `-to-the-sea-2021`.
What was lost stands between the two copies of what follows it.
"""

from __future__ import annotations

from citecheck.repair.cells import Cells
from citecheck.repair.squares import PIECE, TOLERANCE, grow_right

HOLES = 3
"""Full stops of one address that are looked at."""
LONGEST_LOST = 24
"""Characters that may be lost."""
_SIGNS = "-_/"


def refilled(cells: Cells) -> Cells:
    """`cells` with what was lost put back where a full stop stands for it, so that both copies are whole.

    >>> str(refilled(Cells.of("http://news.example/we- .-by-the-seawalk-by-the-sea-21")))
    'http://news.example/we- walk-by-the-seawalk-by-the-sea-21'
    """
    for _ in range(HOLES):
        after = _refilled_once(cells)
        if after is None:
            return cells
        cells = after
    return cells


def _refilled_once(cells: Cells) -> Cells | None:
    letters = cells.letters
    for at in range(1, len(letters) - PIECE):
        if letters[at] != "." or not (cells.gaps[at] or _is_lone(letters, at)):
            continue
        lost = _lost(letters, at + 1)
        if lost:
            part = Cells(lost, (cells.gaps[at], *(False,) * (len(lost) - 1)), (0,) * len(lost))
            return cells.replace(at, at + 1, part)
    return None


def _is_lone(letters: str, at: int) -> bool:
    return letters[at - 1] in _SIGNS and letters[at + 1] in _SIGNS


def _lost(letters: str, start: int) -> str:
    """What stands between the text at `start` and its copy; empty where there is no copy that tells."""
    piece = letters[start : start + PIECE]
    second = letters.find(piece, start + PIECE)
    while second >= 0:
        found = []
        # Where faults are allowed, a short run is taken for one; where none is, a run that follows one.
        for allowed in (0, int((second - start) * TOLERANCE)):
            stop = grow_right(letters, start, second, second, allowed)[0]
            if stop == second and letters[stop - 1] in _SIGNS[:2] and letters[start - 2].isalnum():
                stop -= 1  # all that was lost is the sign between two words
            lost = letters[stop:second]
            if stop - start >= PIECE and 0 < len(lost) <= LONGEST_LOST and not set("/.") & set(lost):
                found.append(lost)
        if found:
            return min(found, key=len)
        second = letters.find(piece, second + 1)
    return ""
