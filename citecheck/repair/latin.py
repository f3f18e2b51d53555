"""Letters of any script in ASCII."""

from __future__ import annotations

from unicodedata import category, normalize

_OF_THEIR_OWN = {
    "œ": "oe",
    "Œ": "Oe",
    "æ": "ae",
    "Æ": "Ae",
    "ß": "ss",
    "ı": "i",
    "ø": "o",
    "Ø": "O",
    "ł": "l",
    "Ł": "L",
    "đ": "d",
    "Đ": "D",
}
"""Letters of Latin alphabets that Unicode does not part into a plain one and its marks."""


def in_ascii(letter: str) -> str:
    """A letter as anyascii writes it. That takes as long to load as ten notes to parse, and most Latin
    letters are a plain one with marks.

    >>> in_ascii("é"), in_ascii("œ"), in_ascii("Ж")
    ('e', 'oe', 'Zh')
    """
    if letter.isascii():
        return letter
    if letter in _OF_THEIR_OWN:
        return _OF_THEIR_OWN[letter]
    parts = normalize("NFD", letter)
    plain, marks = parts[0], parts[1:]
    if marks and plain.isascii() and plain.isalpha() and all(category(mark) == "Mn" for mark in marks):
        return plain
    from anyascii import anyascii

    return anyascii(letter)
