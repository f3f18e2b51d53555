"""Signs within words that few texts have: of forms for women and men, of Catalan, between like vowels.

`Lehrer*innen`, `Lehrer:innen`, `Lehrer/-innen`, `jede*r`, `élu(e)s`, `élu·e·s` and *col·lecció* are one word
each, and so are *co-operation* and *re-elected*, which others write without the hyphen.
"""

from __future__ import annotations

import re

SELDOM = (
    r"[*:](?<=[^\W\d_]{2}.)(?=(?i:innen|in)\b)|[*:](?<=[^\W\d_]e.)(?=[rnms]\b)|_(?<=[^\W\d_]{2}.)(?=innen\b)"
    r"|\\[*_](?<=[^\W\d_]{2}..)(?=innen\b)|/(?<=[^\W\d_]{2}.)-?(?=innen\b)"
    r"|\((?<=[^\W\d_]{2}.)(?=(?:innen|in|e)\))|\)(?<=\(e\))(?=s\b)|[·•](?<=[^\W\d_].)(?=[^\W\d_])"
    "|[-\u2010](?:(?<=\\b[Cc]o.)(?=o)|(?<=\\b[RrDd]e.)(?=e)|(?<=\\b[Pp]re.)(?=e))"
)
"""What may stand inside such a word, as a pattern of nothing but the signs."""
_SELDOM = re.compile(SELDOM)
_HINTS = (
    *(
        "·",
        "•",
        "(e)",
        "(in)",
        "(innen)",
        "/innen",
        "/-innen",
        "_innen",
        "o-o",
        "o\u2010o",
        "e-e",
        "e\u2010e",
    ),
    *(sign + ending for sign in "*:" for ending in ("in", "In", "IN")),
    *(f"e{sign}{ending}" for sign in "*:" for ending in "rnms"),
)
"""One of them stands at every such sign; to look for them takes little beside the pattern."""


def may_hold_seldom(text: str) -> bool:
    """Whether it pays to look for such signs in a text."""
    return any(hint in text for hint in _HINTS)


def without_seldom(text: str) -> str:
    """A text with such words in one piece, shorter by their signs.

    >>> without_seldom("jede*r Lehrer:in und alle élu(e)s")
    'jeder Lehrerin und alle élues'
    """
    return _SELDOM.sub("", text) if may_hold_seldom(text) else text
