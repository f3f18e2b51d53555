"""Notes called by raised letters: *a*, *b*, *c*, often anew on each page.

Letters are asked for their places only in documents whose feet of pages show such notes: every word ends in a
letter, and nearly no document numbers its notes so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from citecheck.read.pdf_lines import Line, shown
from citecheck.read.pdf_zones import SMALL, Sheet, body_size, most_used, sizes_of

LEAST = 3
"""Lines in small type that begin with the letter due next, or with *a*, from which on the document is looked
at for raised letters."""
FEW_NUMBERS = 0.5
"""So many times the letters there may be lines in small type that begin with a raised number."""
_LABEL = re.compile(r"([a-z])(?:[.)]?\s+(?=\S)|[.)]?(?=[^\W\d_a-z]|[\"«„“‘(\[]))")


class DueLetters:
    """Which letters may be raised, page by page; the size of the text is learnt from the pages before."""

    def __init__(self) -> None:
        self._sizes: Counter[float] = Counter()

    def on(self, pieces: Sequence[Line]) -> str:
        """Letters with which smaller lines of a page begin, and the ones after them, whose notes may stand
        on the next page."""
        self._sizes += sizes_of([pieces])
        small = SMALL * most_used(self._sizes)
        found: set[str] = set()
        for piece in pieces:
            if piece.size <= small:
                match = _LABEL.match(piece.text)
                label = match[1] if match else piece.text
                if len(label) == 1 and "a" <= label <= "z":
                    found |= {label, chr(min(ord(label) + 1, ord("z")))}
        return "".join(sorted(found))


def without_letters(pages: Iterable[Iterable[Line]]) -> None:
    """Raised letters are letters as others."""
    for lines in pages:
        for line in lines:
            line.superior = [part for part in line.superior if not line.text[slice(*part)].isalpha()]


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
