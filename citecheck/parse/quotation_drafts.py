"""A quotation as it is found in its paragraph, before its note is told."""

from __future__ import annotations

from typing import NamedTuple

from citecheck.model import QuotationKind


class Draft(NamedTuple):
    """A quotation in the offsets of its paragraph: with its marks, and without."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    kind: QuotationKind
    block: bool = False
    resumes: bool = False
    """It goes on with the quotation before it, which a stray mark had closed."""
