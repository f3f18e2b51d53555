"""The path of an address in Latin letters, for what is asked of its words.

Addresses hold letters of all scripts, as they are or as the escaped bytes of UTF-8 (`%D0%9F`, RFC 3986, 2.5).
Word lists know them in transliteration.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from citecheck.patterns import late
from citecheck.repair.latin import in_ascii

_ESCAPED = late(r"(?:%[CDcd][0-9A-Fa-f]|%[Ee][0-9A-Fa-f]%[89AB][0-9A-Fa-f])%[89ABab][0-9A-Fa-f]")
"""A character of two or three bytes: with those of four no living language is written."""
_WHOLE = late(
    r"%[CDcd][0-9A-Fa-f]%[89ABab][0-9A-Fa-f]|%[Ee][0-9A-Fa-f](?:%[89ABab][0-9A-Fa-f]){2}"
    r"|%[Ff][0-7](?:%[89ABab][0-9A-Fa-f]){3}|%[0-9A-Fa-f]{2}"
)
_REACH = 16
"""Characters beside a gap in which an escaped one is looked for: one has twelve, torn a few more."""
_FAR = 0x2E80
"""Code from which scripts without spaces begin, whose letters stand for words (Unicode, *CJK Radicals*)."""


class _Latin(dict[int, str]):
    """Latin letters for each letter, found once; signs stand for themselves."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _latin(chr(code))
        return found


def _latin(sign: str) -> str:
    if sign < "\x80" or ord(sign) >= _FAR:
        return sign
    if unicodedata.category(sign) == "Mn":
        return ""
    letters = "".join(filter(str.isalpha, in_ascii(sign))) if sign.isalpha() else ""
    return letters or sign


_LATIN = _Latin()


@lru_cache(maxsize=64)
def legible(text: str, start: int) -> str:
    """`text` with the letters from `start` on in Latin ones; white space stands as before, though elsewhere.

    >>> legible("https://a.example/%D0%9F%D0%B5%D1%80 Вая/z%C5%82%20", 17)
    'https://a.example/Per Vaya/zl%20'
    """
    if text.isascii() and "%" not in text:
        return text
    path = _ESCAPED.sub(_letter, text[start:]) if "%" in text else text[start:]
    path = path.translate(_LATIN)
    if len(path.split()) != len(text[start:].split()):
        return text  # an accent stood between white space, behind no letter
    return text[:start] + path


def _letter(match: re.Match[str]) -> str:
    """The letter that is escaped, or the escape where it is none."""
    try:
        sign = bytes.fromhex(match[0].replace("%", "")).decode()
    except UnicodeDecodeError:
        return match[0]
    return sign if sign.isalpha() or unicodedata.category(sign) == "Mn" else match[0]


def is_torn(text: str, left: int, right: int) -> bool:
    """Whether the white space from `left` to `right` stands within an escaped character.

    >>> [is_torn(text, text.index(" "), text.index(" ") + 1) for text in ("%D0 %9F", "%2 0", "%D0%9F %D0")]
    [True, True, False]
    """
    before = "".join(text[max(0, left - _REACH) : left].split())
    if "%" not in before:
        return False
    after = "".join(text[right : right + _REACH].split())
    at = len(before)
    return any(match.start() < at < match.end() for match in _WHOLE.finditer(before + after))
