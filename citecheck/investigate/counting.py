"""How many words a text has, in scripts with spaces and without."""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W_]+")
"""Letters and digits in a row, in any script: what a word is for everything here."""
_PARTED = {code: " " for code in range(128) if not chr(code).isalnum()}
_GLUED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
GLUED_LETTERS_A_WORD = 2
"""Chinese and Japanese write no spaces; two characters make about one word."""


def count_words(text: str) -> int:
    """Words of `text`; letters of scripts without spaces by the pair.

    >>> count_words("A page, not_found: 404."), count_words("\u9801\u9762")
    (5, 2)
    """
    if text.isascii():  # most text; four times as fast, and every page is counted
        return len(text.translate(_PARTED).split())
    return len(WORD.findall(text)) + len(_GLUED.findall(text)) // GLUED_LETTERS_A_WORD


def count_distinct(text: str) -> int:
    """Different words of `text`, case aside; of scripts without spaces, different letters.

    >>> count_distinct("A page, not a PAGE: not_a 404."), count_distinct("Été, été.")
    (4, 1)
    """
    if text.isascii():
        return len(set(text.lower().translate(_PARTED).split()))
    return len(set(map(str.lower, WORD.findall(text)))) + len(set(_GLUED.findall(text)))
