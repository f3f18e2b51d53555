"""Signs within words that few texts have: of forms for women and men, of Catalan, between like vowels.

`Lehrer*innen`, `Lehrer:innen`, `Lehrer/-innen`, `jede*r`, `élu(e)s`, `élu·e·s` and *col·lecció* are one word
each, and so are *co-operation* and *re-elected*, which others write without the hyphen.
"""

from __future__ import annotations

import re

_LOWER, _UPPER = "a-z\u00df-\u00f6\u00f8-\u00ff\u0153", "A-Z\u00c0-\u00d6\u00d8-\u00de\u0152"
_ENDINGS = (
    "[lntsfvc]?es?|[sx]|(?:t?r)?ices?|[ei]?[èe]res?|euses?|esses?|elles?|[ds]?aux|ales?|ien(?:ne)?s?|ives?"
)
"""Of French words in the other form, folded apart by points: *étudiant·e·s*, *acteur·rice*, *nouveaux·elles*.
What else stands between points without blanks is a list (*Paris·Lyon*), a product of units (`kW·h`) or a name
in Chinese characters."""
_DASHES = "-\u2010\u2011\u2012\u2013\u2212"
"""A hyphen as it is typed."""
_REST = f"[{_LOWER}]*+(?![^\\W_])"
SELDOM = (
    rf"[*:](?<=[{_LOWER}]{{2}}.)(?=(?:in|[iI]nnen)\b)|[*:](?<=[{_UPPER}]{{2}}.)(?=IN(?:NEN)?\b)"
    rf"|[*:](?<=[{_LOWER}]e.)(?=[rnms]\b)|_(?<=[{_LOWER}]{{2}}.)(?=innen\b)"
    rf"|\\[*_](?<=[{_LOWER}]{{2}}..)(?=innen\b)|/(?<=[{_LOWER}]{{2}}.)-?(?=innen\b)"
    rf"|\((?<=[{_LOWER}]{{2}}.)(?=(?:innen|in|e)\))|\)(?<=\(e\))(?=s\b)"
    rf"|[·•‧](?<=[{_LOWER}].)(?=(?:{_ENDINGS})(?![\w-]))|[·•‧](?<=[{_UPPER}]{{2}}.)(?=(?:E|S|ES)(?![\w-]))"
    rf"|[·•‧](?:(?<=[lL].)(?=l{_REST})|(?<=[ns].)(?=h{_REST}))"
    rf"|[{_DASHES}](?:(?:(?<=\b[Cc]o.)|(?<=\b[Cc]\]o.))(?=o{_REST})"
    rf"|(?:(?<=\b[RrDd]e.)|(?<=\b[RrDd]\]e.)|(?<=\b[Pp]re.)|(?<=\b[Pp]\]re.))(?=e{_REST}))"
)
"""What may stand inside such a word, as a pattern of nothing but the signs."""
_SELDOM = re.compile(SELDOM)
MARK = "\ue000"
"""A sign that no text has."""
_HINTS = tuple(
    re.compile(f"{re.escape(sign)}{beside}")
    for signs, beside in (
        ("*:", r"(?=in|Innen|IN|[rnms]\b)"),
        ("_", "(?=innen)"),
        ("/", "(?=-?innen)"),
        ("(", r"(?=(?:e|in|innen)\))"),
        ("·•‧", r"(?<=\w.)(?=\w)"),
        (_DASHES, "(?<=[oe].)(?=[oe])"),
    )
    for sign in signs
)
"""One of them matches at every such sign; what begins with one character is looked for a hundred times faster
than the whole pattern."""


def may_hold_seldom(text: str) -> bool:
    """Whether it pays to look for such signs in a text."""
    return any(hint.search(text) for hint in _HINTS)


def without_seldom(text: str) -> str:
    """A text with such words in one piece, shorter by their signs.

    >>> without_seldom("jede*r Lehrer:in und alle élu(e)s")
    'jeder Lehrerin und alle élues'
    """
    return _SELDOM.sub("", text) if may_hold_seldom(text) else text


def with_seldom_marked(text: str) -> str:
    """A text in which such signs are kept apart from marks of emphasis and from dashes.

    >>> with_seldom_marked("jede*r") == "jede*r", with_seldom_marked("co-director")
    (False, 'co-director')
    """
    return _SELDOM.sub(rf"{MARK}\g<0>", text) if may_hold_seldom(text) else text
