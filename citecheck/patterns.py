"""Regular expressions that are compiled when they are first asked.

Python compiles patterns in Python. One with a class of thirty thousand letters takes as long as some notes to
read, and a manuscript has no use for most patterns of other formats, languages and scripts.
"""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class _Late:
    """Stands for a pattern; has its methods once one of them was asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._given = pattern, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self._given)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, compiled at its first use: `re.error` is raised there.

    >>> late(r"\\d+").findall("12 and 345")
    ['12', '345']
    """
    return cast("re.Pattern[str]", _Late(pattern, flags))
