"""Notes called by raised letters: *a*, *b*, *c*, often anew on each page.

Letters are asked for their places only in documents whose feet of pages show such notes: every word ends in a
letter, and nearly no document numbers its notes so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from citecheck.read.pdf_lines import Line, shown
from citecheck.read.pdf_zones import SMALL, Sheet, body_size

LEAST = 3
"""Lines in small type that begin with the letter due next, or with *a*, from which on the document is looked
at for raised letters."""
FEW_NUMBERS = 0.5
"""So many times the letters there may be lines in small type that begin with a raised number."""
_LABEL = re.compile(r"([a-z])(?:[.)]?\s+(?=\S)|[.)]?(?=[^\W\d_a-z]|[\"«„“‘(\[]))")


def lettered(pages: Sequence[Sequence[Line]]) -> bool:
    """Whether notes at the feet of `pages` seem to have letters."""
    small = SMALL * body_size(pages)
    count = numbers = last = 0
    for lines in pages:
        for line in lines:
            if line.size > small:
                continue
            numbers += bool(line.superior) and line.superior[0][0] == 0 and line.text[0].isdecimal()
            match = _LABEL.match(line.text)
            if match is None:
                continue
            rank = rank_of(match[1])
            if rank == last + 1 or rank == 1:
                last = rank
                count += 1
    return count >= LEAST and numbers <= FEW_NUMBERS * count


def mark_labels(sheets: Iterable[Sheet]) -> None:
    """Letters with a stop or a bracket at the beginnings of notes count as raised ones."""
    for sheet in sheets:
        for line in sheet.notes:
            match = _LABEL.match(line.text)
            raised = bool(line.superior) and line.superior[0][0] == 0
            if match is not None and not raised and line.text[1:2] in {".", ")"}:
                line.superior.insert(0, (0, 1))


def rank_of(label: str) -> int | None:
    """Place of a note's label in its numbering, `None` for signs.

    >>> rank_of("12"), rank_of("c"), rank_of("*")
    (12, 3, None)
    """
    if label.isdecimal():
        return int(shown(label))
    return ord(label) - 96 if len(label) == 1 and "a" <= label <= "z" else None
