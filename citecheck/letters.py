"""Letters of names and titles as catalogues, files and pages have them: small, without accents."""

from __future__ import annotations

import unicodedata


def plain_letters(text: str) -> str:
    """`text` in small letters without accents; `ł` is an `l`, too."""
    decomposed = unicodedata.normalize("NFKD", text.replace("ł", "l").replace("Ł", "L"))
    return "".join(c for c in decomposed.casefold() if not unicodedata.combining(c))


def plain_words(text: str, least: int) -> list[str]:
    """The words of `text` that have `least` letters or more, so written.

    >>> plain_words("Núñez_2019-TheWalls of Łódź", 3)
    ['nunez', 'thewalls', 'lodz']
    """
    letters = "".join(c if c.isalpha() else " " for c in plain_letters(text))
    return [word for word in letters.split() if len(word) >= least]
