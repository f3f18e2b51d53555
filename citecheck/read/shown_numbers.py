"""Numbers as a word processor shows them: `xii`, `bb`, `‡‡`, `③`.

Word's names of the ways are in ISO 29500-1, 17.18.59 (ST_NumberFormat); OpenDocument gives a sample instead
(`1`, `a`, `I`; ODF 1.3 part 3, 19.500).
"""

from __future__ import annotations

from collections.abc import Callable

from citecheck.romans import LARGEST, roman

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
"""Word leaves out the letters that begin no word or look like another: ё, й, ъ, ы, ь."""
_HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
_ARABIC = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_SIGNS = "*†‡§"
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_DEVANAGARI = str.maketrans("0123456789", "०१२३४५६७८९")
_OPENDOCUMENT = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


def repeated(number: int, signs: str) -> str:
    """The sign of a number; past the last sign they are doubled, then set three times.

    >>> repeated(3, "*†‡§"), repeated(6, "*†‡§"), repeated(28, "abcdefghijklmnopqrstuvwxyz")
    ('‡', '††', 'bb')
    """
    if not 0 < number < LARGEST:
        return str(number)
    times, place = divmod(number - 1, len(signs))
    return signs[place] * (times + 1)


def _enclosed(number: int) -> str:
    return chr(0x2460 + number - 1) if 0 < number <= 20 else str(number)


def _hebrew_numeral(number: int) -> str:
    """Letters whose values add up to a number; 15 and 16 are not written with letters of a holy name.

    >>> _hebrew_numeral(15), _hebrew_numeral(123), _hebrew_numeral(599)
    ('טו', 'קכג', 'תקצט')
    """
    if not 0 < number < LARGEST // 4:
        return str(number)
    hundreds, rest = divmod(number, 100)
    letters = "ת" * (hundreds // 4) + (_HEBREW[17 + hundreds % 4] if hundreds % 4 else "")
    if rest in (15, 16):
        return letters + "ט" + _HEBREW[rest - 10]
    tens, units = divmod(rest, 10)
    return letters + (_HEBREW[8 + tens] if tens else "") + (_HEBREW[units - 1] if units else "")


WAYS: dict[str, Callable[[int], str]] = {
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "lowerLetter": lambda number: repeated(number, _LATIN),
    "upperLetter": lambda number: repeated(number, _LATIN.upper()),
    "russianLower": lambda number: repeated(number, _RUSSIAN),
    "russianUpper": lambda number: repeated(number, _RUSSIAN.upper()),
    "chicago": lambda number: repeated(number, _SIGNS),
    "decimalZero": lambda number: f"{number:02}",
    "numberInDash": lambda number: f"- {number} -",
    "decimalEnclosedCircle": _enclosed,
    "decimalEnclosedParen": lambda number: f"({number})",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "hebrew1": _hebrew_numeral,
    "hebrew2": lambda number: repeated(number, _HEBREW),
    "arabicAlpha": lambda number: repeated(number, _ARABIC),
    "arabicAbjad": lambda number: repeated(number, _ABJAD),
    "hindiNumbers": lambda number: str(number).translate(_DEVANAGARI),
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
}


def shown(number: int, way: str) -> str:
    """`number` in a way that Word names; ways not known here are shown as digits.

    >>> shown(14, "lowerRoman"), shown(5, "chicago"), shown(7, "decimal")
    ('xiv', '**', '7')
    """
    make = WAYS.get(way)
    return make(number) if make else str(number)


def shown_by_sample(number: int, sample: str) -> str:
    """`number` in the way that an OpenDocument sample stands for."""
    return shown(number, _OPENDOCUMENT.get(sample, "decimal"))
