"""Eight-bit letters read in the wrong alphabet: fonts without a table to Unicode.

Such a font gives bytes, and PDFium takes them for Latin-1 (`ê çàãîëîâêó` for `к заголовку`). Letter
statistics tell: no language of Latin letters writes most of its words in accented letters alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

HIGH_SHARE = 0.4
"""Share of words written wholly in letters from U+00C0 up: 0.016 in a French thesis, 0.84 and 0.90 in two
Russian texts read wrongly. The threshold leaves room for notes in English."""
LEAST_WORDS = 5
COMMON_SHARE = 0.35
"""Share of nine common letters of East Slavic text among the letters. A Russian chapter in Windows-1251 has
0.65 under its own alphabet, 0.63 under Mac Cyrillic (nearly the same), 0.38 under KOI8-R, 0.15 under ISO
8859-5: the best alphabet is taken, and this refuses text that none of them makes Cyrillic."""
COMMON = frozenset("оеаинтсрлОЕАИНТСРЛ")
CYRILLIC = ("cp1251", "koi8-r", "iso8859-5", "mac-cyrillic")

GLYPHS = 29
"""What the character of a letter has more than its glyph's place in fonts that keep Apple's usual order."""
WESTERN = frozenset("etaoinsr")
SHIFTED_SHARE = 0.45
"""A manual has 0.51 to 0.63 of these letters among its signs in twelve languages of Europe; by their places
in the font 0.12 to 0.20; Greek, Russian, Chinese, Japanese, Korean at most 0.26 either way."""
SAMPLE = 200_000

_WORD = re.compile(r"[^\W\d_]+")


def misread(texts: Sequence[str]) -> dict[int, int] | None:
    """Table for `str.translate` that puts the letters of `texts` right, `None` where they are right.

    Each character becomes exactly one, so that places hold.

    >>> table = misread(["Ïðèìå÷àíèå ê çàãîëîâêó ïåðâîé ãëàâû ðîìàíà"])
    >>> "ê çàãîëîâêó".translate(table)
    'к заголовку'
    >>> misread(["L'été à Noël, où l'on dîne là-bas, ç'a été très gai"]) is None
    True
    """
    letters: Counter[str] = Counter()
    words = high = 0
    for text in texts:
        for match in _WORD.finditer(text):
            word = match.group()
            words += 1
            if all("\xc0" <= sign <= "\xff" for sign in word):
                high += 1
                letters.update(word)
    if high < LEAST_WORDS or high < HIGH_SHARE * words:
        return _shifted(texts)
    best = max(CYRILLIC, key=lambda name: _common(letters, name))
    return _table(best) if _common(letters, best) >= COMMON_SHARE else None


def _shifted(texts: Sequence[str]) -> dict[int, int] | None:
    """Table for letters that are places of glyphs in a TrueType font, `7KH IHUU\\` for `The ferry`."""
    letters: Counter[str] = Counter()
    for text in texts:
        letters.update(text[:SAMPLE])
    table = {code: code + GLYPHS for code in range(3, 98)}
    if _share(letters, {}) >= SHIFTED_SHARE or _share(letters, table) < SHIFTED_SHARE:
        return None
    return {3: 0x20, **table}


def _share(letters: Counter[str], table: dict[int, int]) -> float:
    """Of the eight most frequent letters of European languages among all that are shown."""
    shown = {
        chr(table.get(ord(sign), ord(sign))): count for sign, count in letters.items() if sign > " " or table
    }
    common = sum(count for sign, count in shown.items() if sign.casefold() in WESTERN)
    return common / max(1, sum(count for sign, count in shown.items() if not sign.isspace()))


def _common(letters: Counter[str], name: str) -> float:
    table = _table(name)
    right = sum(count for sign, count in letters.items() if chr(table.get(ord(sign), ord(sign))) in COMMON)
    return right / max(1, letters.total())


def _table(name: str) -> dict[int, int]:
    """Characters as Latin-1 or Windows-1252 has them → those of the alphabet `name`."""
    table: dict[int, int] = {}
    for byte in range(0x80, 0x100):
        sign = bytes([byte]).decode(name, "ignore")
        if not sign:
            continue
        table[byte] = ord(sign)
        western = bytes([byte]).decode("cp1252", "ignore")
        if western:
            table[ord(western)] = ord(sign)
    return table
