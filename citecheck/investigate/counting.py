"""How many words a text has, in scripts with spaces and without."""

from __future__ import annotations

import re

from citecheck.patterns import late

WORD = re.compile(r"[^\W_]+")
"""Letters and digits in a row, in any script: what a word is for everything here."""
_PARTED = bytes(ord(chr(code).lower()) if chr(code).isalnum() else 32 for code in range(128)) + bytes(128)
"""Letters in lower case and digits of ASCII as they are, all else as spaces."""
_SIGNS = bytes(ord("a") if code > 32 else 32 for code in _PARTED)
"""The same with all letters and digits alike."""
_GLUED = late(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
GLUED_LETTERS_A_WORD = 2
"""Chinese and Japanese write no spaces; two characters make about one word."""


def count_words(text: str) -> int:
    """Words of `text`; letters of scripts without spaces by the pair.

    >>> count_words("A page, not_found: 404."), count_words("\u9801\u9762")
    (5, 2)
    """
    if text.isascii():  # most text; much faster, and every page is counted
        return (b" " + text.encode("ascii").translate(_SIGNS)).count(b" a")
    return len(WORD.findall(text)) + len(_GLUED.findall(text)) // GLUED_LETTERS_A_WORD


def count_distinct(text: str) -> int:
    """Different words of `text`, case aside; of scripts without spaces, different letters.

    >>> count_distinct("A page, not a PAGE: not_a 404."), count_distinct("Été, été.")
    (4, 1)
    """
    if text.isascii():
        return len(set(text.encode("ascii").translate(_PARTED).split()))
    return len(set(map(str.lower, WORD.findall(text)))) + len(set(_GLUED.findall(text)))
