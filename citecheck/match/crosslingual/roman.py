"""Roman numbers up to 39, as centuries, kings and congresses have them."""

from __future__ import annotations

import re

from citecheck.romans import added

ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
ROMAN_ORDINAL = re.compile(r"(?<=[IVX])(?:er|re|e|è?me|es)")
"""What French puts behind a roman number of two letters or more, or one: *XVIIe siècle*."""
CENTURIES = {
    "duecento": 13, "trecento": 14, "quattrocento": 15, "cinquecento": 16, "seicento": 17, "settecento": 18,
    "ottocento": 19, "novecento": 20,
}  # fmt: skip
"""Italian centuries, which have a capital; without it they are numbers."""


def roman_value(shown: str, language: str | None) -> int | None:
    """Value of a word as written that is a roman number up to 39, or a French ordinal of one.

    >>> roman_value("XVIIe", "fr"), roman_value("XVIIe", "de"), roman_value("IX", "de")
    (17, None, 9)
    """
    found = ROMAN.match(shown)
    if found is None:
        return None
    ordinal = language == "fr" and ROMAN_ORDINAL.fullmatch(shown, found.end()) is not None
    return added(found[0].lower()) if found.end() == len(shown) or ordinal else None


def is_roman(shown: str, language: str | None) -> bool:
    """Whether a word as written is such a number."""
    return roman_value(shown, language) is not None
