"""Marks of direction (Unicode 15.1, annex 9): how a line is laid out, and nothing that a reader reads."""

from __future__ import annotations

import re

_MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def without_direction(text: str) -> str:
    """`text` less its marks of direction; joiners, which letters need, stay.

    >>> without_direction("\\u200f[1]\\u200f")
    '[1]'
    """
    return _MARKS.sub("", text) if _MARKS.search(text) else text
