"""White space of a text out of HTML: in a row as one space, as a browser shows it; no-break spaces stay.

Doubled spaces are looked for once in the whole text rather than in each piece, which takes two thirds of the
time. Until then a piece keeps them, and signs that no page holds stand for what `pre` shows as it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

WHITE = " \n\t\r\f"
"""What HTML calls white space."""
_LATE = " \r\f\t"
"""What of it is left to the end,"""
_SHELTERED = "\ufdd0\ufdd1\ufdd2\ufdd3"
"""and what stands for each where it is to stay: characters that Unicode keeps free for such use."""
_SHELTER = str.maketrans(_LATE, _SHELTERED)
_SPACES = re.compile("  +")


def sheltered(text: str) -> str:
    """`text` whose white space is to stay."""
    return text.translate(_SHELTER)


def on_one_line(text: str) -> str:
    """`text`, which begins and ends with a word and has line ends, without these and without tabs. Spaces may
    stand side by side still, but where its lines are set in, which its first line end tells, they do not.

    >>> on_one_line("a\\nb\\n c"), on_one_line("a\\n  b\\n c"), on_one_line("a\\n\\tb")
    ('a b  c', 'a b c', 'a b')
    """
    if "\t" in text:
        text = text.replace("\n\t", " ").replace("\t", " ")
    at = text.find("\n")
    if at >= 0 and (text[at + 1] in " \n" or text[at - 1] == " "):
        return _SPACES.sub(" ", text.replace("\n", " "))
    return text.replace("\n", " ")


def settled(content: str, *, shelters: bool) -> tuple[str, Callable[[int], int] | None]:
    """The whole text in its final form, and where what stood at an offset stands now, `None` for where it
    stood. `shelters`: there is white space in it that is to stay.

    >>> settled("a\\fb\\nc", shelters=False)
    ('a b\\nc', None)
    >>> text, moved = settled("a  b   c", shelters=False)
    >>> text, moved(3), moved(7)
    ('a b c', 2, 4)
    """
    for sign in _LATE[1:]:
        if sign in content:
            content = content.replace(sign, " ")
    moved = None
    # All text is searched; from the end that takes a third less time.
    if content.rfind("  ") >= 0:
        content, moved = _squeezed(content)
    if shelters:
        for sign, shelter in zip(_LATE, _SHELTERED, strict=True):
            content = content.replace(shelter, sign)
    return content, moved


def _squeezed(content: str) -> tuple[str, Callable[[int], int]]:
    pieces: list[str] = []
    ends: list[int] = []
    gone = [0]
    """Characters that are taken out before each of `ends`, and behind the last."""
    done = 0
    for run in _SPACES.finditer(content):
        start, end = run.span()
        pieces.append(content[done : start + 1])
        ends.append(end)
        gone.append(gone[-1] + end - start - 1)
        done = end
    pieces.append(content[done:])
    return "".join(pieces), lambda at: at - gone[bisect_right(ends, at)]
