"""Roman numbers up to 39, as centuries, kings and congresses have them."""

from __future__ import annotations

import re

ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
ROMAN_ORDINAL = re.compile(r"(?<=[IVX])(?:er|re|e|è?me|es)")
"""What French puts behind a roman number of two letters or more, or one: *XVIIe siècle*."""
ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}


def is_roman(shown: str, language: str | None) -> bool:
    """Whether a word as written is a roman number up to 39, or a French ordinal of one."""
    found = ROMAN.match(shown)
    if found is None:
        return False
    ordinal = language == "fr" and ROMAN_ORDINAL.fullmatch(shown, found.end()) is not None
    return found.end() == len(shown) or ordinal


def roman_value(shown: str) -> int:
    """Value of a roman number."""
    values = [ROMAN_VALUES[letter] for letter in shown]
    return sum(-one if one < other else one for one, other in zip(values, [*values[1:], 0], strict=True))
