"""Words typed with letters of two alphabets: a Latin *i* in *сiтуацыя*, a Cyrillic *С* in *Сolombo*.

Typists of Belarusian and Ukrainian have a Latin *i* at hand, and what was copied from print has others: in a
newspaper of the treebank of Belarusian three words of a hundred are so.
"""

from __future__ import annotations

import re
from functools import lru_cache

LATIN = "aceiopxyëïABCEHIKMOPTXYËÏ"
CYRILLIC = "асеіорхуёїАВСЕНІКМОРТХУЁЇ"
_TO_CYRILLIC, _TO_LATIN = str.maketrans(LATIN, CYRILLIC), str.maketrans(CYRILLIC, LATIN)
_LATIN, _CYRILLIC = "a-zA-Zà-öø-ÿÀ-ÖØ-ß", "\u0400-\u04ff"
_MIXED = re.compile(
    rf"\b[{_LATIN}{_CYRILLIC}]*(?:[{_LATIN}][{_CYRILLIC}]|[{_CYRILLIC}][{_LATIN}])[{_LATIN}{_CYRILLIC}]*"
)
_OF_LATIN = re.compile(f"[{_LATIN}]")


@lru_cache(maxsize=1024)
def own_letters(text: str) -> str:
    """`text` of the same length, with words of two alphabets in the one that all their letters are like.

    >>> own_letters("сiтуацыя ў Сolombo"), own_letters("SMSка")
    ('сітуацыя ў Colombo', 'SMSка')
    """
    return _MIXED.sub(_in_one, text)


def _in_one(found: re.Match[str]) -> str:
    word = found[0]
    cyrillic, latin = word.translate(_TO_CYRILLIC), word.translate(_TO_LATIN)
    if not _OF_LATIN.search(cyrillic) and 2 * len(_OF_LATIN.findall(word)) <= len(word):
        return cyrillic
    return latin if len(_OF_LATIN.findall(latin)) == len(latin) else word
