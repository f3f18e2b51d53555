"""Roman numerals, both ways."""

from __future__ import annotations

PARTS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
VALUES = {letters: value for value, letters in PARTS if len(letters) == 1}
LARGEST = 4_000
"""Where numerals end."""


def roman(number: int) -> str:
    """Numeral in small letters; digits for numbers that have none.

    >>> roman(4), roman(1999), roman(0)
    ('iv', 'mcmxcix', '0')
    """
    if not 0 < number < LARGEST:
        return str(number)
    numeral = ""
    for value, letters in PARTS:
        count, number = divmod(number, value)
        numeral += letters * count
    return numeral


def added(letters: str) -> int:
    """What the small `letters` add up to, a numeral in its right form or not.

    >>> added("xiv"), added("iiii")
    (14, 4)
    """
    values = [VALUES[letter] for letter in letters]
    return sum(-v if v < following else v for v, following in zip(values, [*values[1:], 0], strict=True))


def value_of_roman(shown: str) -> int | None:
    """Value of a numeral in small letters or capitals, `None` for what is none.

    >>> value_of_roman("xiv"), value_of_roman("MCMXCIX"), value_of_roman("ic"), value_of_roman("iiii")
    (14, 1999, None, None)
    """
    letters = shown.lower()
    if not letters or not VALUES.keys() >= set(letters):
        return None
    value = added(letters)
    return value if roman(value) == letters else None
