"""Sources called in brackets with the place meant in them, as GOST R 7.0.5 has them: `[3, с. 45; 7]`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citecheck.patterns import late

_CITED = re.compile(r"\[(?=\d{1,4}\s?[,:;])(?=[^\[\]]{0,40}[^\W\d_]\.)[^\[\]]{3,120}\]")
_CITED_PART = late(
    r"\s*(\d{1,4})(?:(?:\s?[,:]\s?[^\W\d_]{1,4}\.\s?[\divxlcab\s,–-]+)+(?:[^\W\d_]{1,3}\.\s?)?)?[;\]]"
)
"""A source with its place in it, as GOST R 7.0.5 has them: `3, с. 45; 7, т. 2, с. 12`."""


def cited_in(content: str, start: int, end: int) -> Iterator[tuple[tuple[int, int], list[tuple[int, int]]]]:
    """Brackets that hold sources with places in them (`[3, с. 45; 7]`): its span, the numbers' own."""
    for group in _CITED.finditer(content, start, end):
        places, at = [], group.start() + 1
        while part := _CITED_PART.match(content, at, group.end()):
            places.append(part.span(1))
            at = part.end()
        if at == group.end():
            yield group.span(), places
