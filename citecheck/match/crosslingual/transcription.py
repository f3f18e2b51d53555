"""How alike a name in Latin and one in Cyrillic letters sound: *Guillaume*, «Гийома»; *Zürich*, «Цюрих».

Languages write a foreign name as it is said, and each reads Latin letters its own way; which one a name is of
is not known. So it is read as every language would (`data/heard.jsonl`, after the customary rules of
practical transcription into Russian), and the likest reading counts. Letters that transcribers exchange (one
vowel for another, *г* and *х* for *h*) cost little, others much, the first ones most; a Slavic ending costs
next to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from rapidfuzz import fuzz

from citecheck.match.rows import lines

VOWELS = frozenset("aeiou")
SAID: Mapping[str, str] = {
    **dict(zip("абвгґдежзийклмнопрстуфхцчшщ", "abvggdeZziyklmnoprstufhcCSS", strict=True)),
    **dict(zip("ёєэіїыюяўъь'", ["o", "e", "e", "i", "i", "i", "u", "a", "v", "", "", ""], strict=True)),
}
"""Sounds of Cyrillic letters; capitals are hushing ones."""
NEAR: Mapping[frozenset[str], float] = {
    frozenset(pair): cost
    for cost, pairs in (
        (0.1, "iy"),
        (0.2, "ZJ uv"),
        (0.3, "zs gh ey tc"),
        (0.4, "Cc cs cz fv Jy"),
        (0.5, "Zz Ss CS dt kh kg Jg Zg ft"),
        (0.6, "bv nm Zy kc kC Jd"),
        (0.7, "bp hy"),
        (1.0, "ks"),
    )
    for pair in pairs.split()
}
"""What it costs to have one for the other; of vowels `VOWEL`, of all others `FAR`."""
VOWEL, FAR, FIRST = 0.4, 2.0, 2.0
"""Cost of another vowel, and of a consonant that no transcriber puts for the other: as much as to leave out
one and to put in the other (*Walker* is no «Уолтер»); how many times the first sound counts."""
LACKING: Mapping[str, float] = {"y": 0.3, "h": 0.6, **dict.fromkeys("aeiou", 0.45)}
"""What it costs to leave one out; of all others 1."""
ENDINGS = (
    *(
        "ami",
        "ah",
        "am",
        "om",
        "em",
        "oy",
        "ey",
        "ov",
        "ev",
        "iv",
        "im",
        "iy",
        "ou",
        "eu",
        "ogo",
        "ego",
        "omu",
        "oi",
    ),
    *("a", "u", "e", "i", "o", "ie"),
)
ADJECTIVE = re.compile(r"((?:[oei]v|in|an)?)(?:[sc]k|[SC]in)[aeiouygmh]*$")
"""What is of a place, and the land around it: *Троянской*, *Полтавщині*."""
ENDED, LEAST_STEM = 0.15, 2
"""What an ending costs, and how many sounds it must leave."""
WORTH = 45.0
"""`fuzz.ratio` of the sounds below which no look at single sounds is taken."""
DOUBLE = re.compile(r"(.)\1+")


@lru_cache(maxsize=20_000)
def alike(latin: str, cyrillic: str) -> float:
    """How alike two folded words of these scripts sound, from 0 to 1.

    >>> round(alike("guillaume", "гииома"), 2), round(alike("zurich", "цюрих"), 2)
    (0.91, 0.9)
    >>> round(alike("renoir", "рено"), 2)
    0.76
    """
    stems, best = _stems(cyrillic), 0.0
    for heard in readings(latin):
        if fuzz.ratio(heard, stems[0]) >= WORTH:
            for stem in stems:
                cost = _cost(heard, stem) + ENDED * (stem != stems[0])
                best = max(best, 1 - cost / max(len(heard), len(stem)))
    return best


@lru_cache(maxsize=20_000)
def readings(latin: str) -> Sequence[str]:
    """How readers of several languages would say a folded word of Latin letters, each way once."""
    found = []
    for spellings in _languages():
        said = latin
        for spelling, heard in spellings:
            said = spelling.sub(heard, said)
        found.append(DOUBLE.sub(r"\1", said.replace("ts", "c")))
    return tuple(dict.fromkeys(one for one in found if one))


@cache
def _languages() -> Sequence[Sequence[tuple[re.Pattern[str], str]]]:
    rows = lines("heard.jsonl")
    return [[(re.compile(spelling), heard) for spelling, heard in row["heard"]] for row in rows]


@lru_cache(maxsize=20_000)
def _stems(cyrillic: str) -> Sequence[str]:
    """The sounds of a folded Cyrillic word, first as it is and then without what may be an ending."""
    said = "".join(SAID.get(letter, "") for letter in cyrillic).replace("dZ", "J").replace("ts", "c")
    whole = DOUBLE.sub(r"\1", said) or "-"
    ends = [whole[: -len(ending)] for ending in ENDINGS if whole.endswith(ending)]
    ends += [ADJECTIVE.sub(kept, whole) for kept in (r"\1", "")]
    ends += [stem.replace("dz", "d") for stem in ends if "dz" in stem]  # Belarusian *Гродзенская*
    return tuple(dict.fromkeys([whole, *(stem for stem in ends if len(stem) >= LEAST_STEM)]))


def _cost(one: str, other: str) -> float:
    """Cost of one row of sounds for the other, by the cheapest way to exchange, leave out and put in."""
    row = [0.0]
    for sound in other:
        row.append(row[-1] + LACKING.get(sound, 1.0))
    for at, sound in enumerate(one):
        lacking = LACKING.get(sound, 1.0)
        before, row = row, [row[0] + lacking]
        for place, there in enumerate(other):
            exchanged = _exchanged(sound, there) * (1.0 if at and place else FIRST)
            row.append(
                min(before[place] + exchanged, before[place + 1] + lacking, row[-1] + LACKING.get(there, 1.0))
            )
    return row[-1]


def _exchanged(one: str, other: str) -> float:
    if one == other:
        return 0.0
    return VOWEL if one in VOWELS and other in VOWELS else NEAR.get(frozenset((one, other)), FAR)
