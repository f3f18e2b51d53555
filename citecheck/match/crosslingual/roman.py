"""Roman numbers up to 39, as centuries, kings and congresses have them."""

from __future__ import annotations

import re

ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
ROMAN_ORDINAL = re.compile(r"(?<=[IVX])(?:er|re|e|è?me|es)")
"""What French puts behind a roman number of two letters or more, or one: *XVIIe siècle*."""


def is_roman(shown: str, language: str | None) -> bool:
    """Whether a word as written is a roman number up to 39, or a French ordinal of one."""
    found = ROMAN.match(shown)
    if found is None:
        return False
    ordinal = language == "fr" and ROMAN_ORDINAL.fullmatch(shown, found.end()) is not None
    return found.end() == len(shown) or ordinal
