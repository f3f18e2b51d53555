"""Words of a text, also of one that does not part them."""

from __future__ import annotations

import re

LETTERS = 2.5
"""Letters of Chinese and Japanese that make a word, on average (Chinese words have 1.5 to 2, Japanese ones
with their endings 2 to 3)."""
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def word_count(text: str) -> int:
    """How many words `text` has.

    >>> word_count("as many as four"), word_count("港の貨物は前年の二倍に達した")
    (4, 5)
    """
    letters = len(_UNSPACED.findall(text))
    if not letters:
        return len(text.split())
    return len(_UNSPACED.sub(" ", text).split()) + int(letters / LETTERS)
