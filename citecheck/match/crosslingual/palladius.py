"""Chinese names in pinyin and in Cyrillic letters: *Xi Jinping*, «Си Цзиньпин», «Сі Цзіньпін».

Russian has transcribed them by the system of Palladius (Kafarov) since the nineteenth century, Ukrainian and
Belarusian write the same syllables in their own letters. Which syllables there are follows from initials and
finals (`data/palladius.json`).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from citecheck.match.fold import fold_word

LONGEST = 6
"""Letters of the longest syllable, *zhuang*."""
MOST = 24
"""Letters of the longest name that is read so."""
SIBILANTS = ("чж", "ч", "ш", "ж", "цз", "ц", "с")
ENDINGS = ("", "а", "у", "ом", "ові", "е", "і", "и", "ам", "ем")
SOFT_ENDINGS = ("и", "я", "ю", "ью", "ем", "ям", "е", "і", "ів", "еві")
"""What a man's name ends in where it is no subject, behind a hard and in place of a soft consonant."""


@lru_cache(maxsize=20_000)
def transcribed(one: str, other: str) -> bool:
    """Whether of two folded words one is a name in pinyin and the other its transcription.

    >>> transcribed("jinping", "цзиньпином"), transcribed("zhang", "чжан"), transcribed("qu", "цюи")
    (True, True, True)
    >>> transcribed("zhang", "чан"), transcribed("jintao", "цзиньпин"), transcribed("лихо", "лихо")
    (False, False, False)
    """
    pinyin, cyrillic = (one, other) if one < "\u0250" else (other, one)
    if pinyin >= "\u0250" or cyrillic < "\u0400" or max(len(one), len(other)) > MOST:
        return False
    return any(_read(pinyin, base) for base in _bases(cyrillic))


def _bases(word: str) -> set[str]:
    """Forms that a word may be a case of."""
    bases = {word[: len(word) - len(ending)] for ending in ENDINGS if word.endswith(ending)}
    for ending in SOFT_ENDINGS:
        if word.endswith(ending):
            bases |= {word[: -len(ending)] + soft for soft in ("ь", "и")}
    return {base for base in bases if base}


def _read(pinyin: str, cyrillic: str) -> bool:
    """Whether both are the same syllables."""
    if not pinyin or not cyrillic:
        return pinyin == cyrillic
    table = _syllables()
    return any(
        cyrillic.startswith(written) and _read(pinyin[size:], cyrillic[len(written) :])
        for size in range(min(LONGEST, len(pinyin)), 0, -1)
        for written in table.get(pinyin[:size], ())
    )


@cache
def _syllables() -> Mapping[str, frozenset[str]]:
    """Folded ways to write each syllable in Russian, Ukrainian and Belarusian."""
    table = json.loads(files("citecheck.match").joinpath("data", "palladius.json").read_text("utf-8"))
    found: defaultdict[str, set[str]] = defaultdict(set)
    for syllable, written in table["alone"].items():
        found[syllable] |= _ways("", written)
    for initial, letters in table["initials"].items():
        for final, written in table["finals"].items():
            if final.startswith("ü") and initial not in table["rounded"]:
                continue
            if final.startswith("u") and initial in table["soft"]:
                continue  # *qu* is *qü*
            if final in table["soft_finals"][1:] and initial in (*table["retroflex"], *table["hissing"]):
                continue
            hard = final == "i" and initial in table["hissing"]
            found[(initial + final).replace("ü", "u")] |= _ways(letters, "ы" if hard else written)
            found[(initial + final).replace("ü", "v")] |= _ways(letters, written) if "ü" in final else set()
    return {syllable: frozenset(ways) for syllable, ways in found.items() if ways}


def _ways(letters: str, written: str) -> set[str]:
    """How Russian, Ukrainian and Belarusian write a syllable, folded."""
    hard = letters in SIBILANTS[:4] or written == "ы"
    uk = written.translate(str.maketrans("еэиы", "єеіи" if not hard else "єеии"))
    be = written.translate(str.maketrans("и", "ы" if hard else "і"))
    return {"".join(fold_word(letters + way)) for way in (written, uk, be)}
