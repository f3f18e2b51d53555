"""How words sound in another language: names by the consonants of their transliteration, since vowels and
endings change between languages (*Псковской*, *Pskov*), and each language spells a sound its own way (French
*ch* is *ш*, *tch* is *ч*).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz import fuzz

from citecheck.match.crosslingual.given import other_given
from citecheck.match.crosslingual.palladius import transcribed
from citecheck.match.crosslingual.transcription import DOUBLE, alike

LIKE_NAME = 80.0
"""`fuzz.ratio` of two consonant skeletons from which they are one name."""
LIKE_SOUND = 60.0
"""The same of the whole sounds, vowels too."""
LIKE_STEM = 76.0
"""The same of an adjective without its ending and of a name, vowels too: *gorod-* is not *Gérard*."""
LIKE_WORD = 85.0
LEAST_SKELETON = 2
LONGEST_ENDING = 3
"""Consonants that may follow the three of a short name."""
SAME_BEGINNING = 4
"""Letters that two names begin with alike where their consonants change (*Kalouga*, *Калужской*)."""
SOUNDS = (
    ("tch", "s"), ("tsch", "s"), ("sch", "s"), ("sh", "s"), ("cz", "s"), ("zh", "s"), ("kh", "h"),
    ("ch", "s"), ("ph", "f"), ("ck", "k"), ("qu", "k"), ("x", "ks"), ("c", "k"), ("q", "k"),
    ("w", "v"), ("gh", "g"), ("ou", "u"), ("oe", "o"), ("gn", "n"),
)  # fmt: skip
SAME_SOUND = str.maketrans({"z": "s", "j": "s"})
VOWELS = "aeiou"
SILENT = re.compile("[aeiouyh'`]")
ADJECTIVE = re.compile(
    r"(?:[oei]v|in|an)?[szc]k(?:[io]i|[io]j|[io]y|a[ijy]|o[gh]o|omu|[io]m|[oiu]u|i?a|i?e|[aiouy])?$"
)
"""What a Slavic adjective adds to the name of a place: *Орловской*, *tarnopolskim*."""
OF_PLACE = re.compile(
    r"((?:[oei]v|au|in|an)?)[szc]'?k(?:[io][ijy]|[au][iy][aue]|a[ijy]|[oa][gh][oa]|[oa]mu|[iy][ehm]|[iy]mi|[io]m|"
    r"[oiu]u|i?a|i?e|[aiouy])?$"
)
"""The same in all its forms, where a name stands on the other side: *гродненская*, *львівського*."""
TOWN = re.compile("sk$")
DECLINED = re.compile(r"(?<=.{3})(?:[oei][gh]o|[ae][gh]a|[oe]mu|amu)$")
"""What a Slavic name that is an adjective ends in when it is no subject: *Будённого*."""
READINGS = tuple(
    tuple((re.compile(spelling), heard) for spelling, heard in some)
    for some in (
        (("dzh|dj", "j"), ("^u(?=[aeiou])|(?<=[^aeiou])u(?=[aeio])|(?<=[aeio])u(?=[aeio])", "w")),
        (("g(?=[eiy])", "j"), ("^j|(?<=[aeiou])j|[gj](?=[eiy])|x", "kh"), ("c(?=[eiy])", "s")),
        (("ch", "k"), ("^h", "g"), ("^wr", "r"), ("^kn", "n"), ("rz", "z")),
        (("th", "f"), ("ew$", "yu")),
        (("gh(?=[ts]|$)", ""), ("(?:ault|eaux?|auds?|ot)$", "o"), ("^wh", "w")),
        (("a([lkmntsdvz])e$", r"ei\1"), ("ee", "i"), ("a(?=y)", "e"), ("^u(?![aeiou])", "yu")),
    )
)
"""How letters are said in English, Spanish, French, Italian, Polish, and what Cyrillic has for them:
*Джордж*, *Хорхе*, *Уэст*, *Рено*."""
SOFTENED = tuple(
    (re.compile(f"(?<=.{{2}})(?:{ending})$"), stem)
    for ending, stem in (
        ("dzi[eu]?", "d"), ("sci[eu]?", "st"), ("ci[eu]?|tse|tsi", "t"), ("rzu|rze", "r"), ("dze|zi|ze", "g"),
        ("ce|tse|tsi|tsy", "k"),
    )
)  # fmt: skip
"""What Slavic names end in behind *in* or *to*, and the sound before their endings elsewhere: *w Pradze*,
*у Празі*, *na Warcie*."""
SPOKEN_ALIKE, LEAST_SIZE = (0.83, 0.8, 0.77), 5
"""`alike` from which two words are one name, by the letters of the shorter one: up to five, six, more."""
UNLIKE = 0.74
"""Below it they are two names though their consonants are nearly the same (*Johnson*, *Безансон*). Of the
names of `benchmarks.transcribed_names` consonants alone knew 321 of 362, and took 125 of 71,600 other pairs
for one; with both it is 355 and 49."""
LATIN = "\u0250"
"""Before the first letter of other scripts."""


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """A word as it sounds, in Latin letters."""
    latin = anyascii(word).lower()
    for spelling, heard in SOUNDS:
        latin = latin.replace(spelling, heard)
    return DOUBLE.sub(r"\1", latin.translate(SAME_SOUND).replace("y", "i"))


@lru_cache(maxsize=20_000)
def skeleton(word: str) -> str:
    """Consonants of a word as they sound.

    >>> skeleton("псковской"), skeleton("pskov"), skeleton("беларусь"), skeleton("biélorussie")
    ('pskvsk', 'pskv', 'blrs', 'blrs')
    """
    return DOUBLE.sub(r"\1", SILENT.sub("", sound(word)))


@lru_cache(maxsize=20_000)
def same_name(one: str, other: str) -> bool:
    """Whether two folded words are one name; an ending may have been put to either.

    >>> same_name("julia", "юлія"), same_name("orel", "орловскои"), same_name("orel", "омскои")
    (True, True, False)
    """
    return one == other or any(_same(first, second) for first in _spoken(one) for second in _spoken(other))


@lru_cache(maxsize=20_000)
def same_named(one: str, other: str) -> bool:
    """Whether two folded words are one name of a person or place, whichever language its letters are read in.

    >>> same_named("george", "джордж"), same_named("west", "уэст"), same_named("wilson", "джонсон")
    (True, True, False)
    """
    return _named(one, other) and not other_given(one, other)


def _named(one: str, other: str) -> bool:
    if (one < LATIN) == (other < LATIN):  # two languages of one script mostly spell a name alike
        return same_name(one, other)
    size, like = min(len(one), len(other)), alike(*sorted((one, other)))
    if size <= LEAST_SKELETON:  # *Lee*, «Ли»; «на» is no *Na*
        return (like == 1 and max(len(one), len(other)) > LEAST_SKELETON) or same_name(one, other)
    if like >= SPOKEN_ALIKE[min(max(size, LEAST_SIZE) - LEAST_SIZE, len(SPOKEN_ALIKE) - 1)]:
        return True
    if like >= UNLIKE and (
        same_name(one, other) or any(_same(first, second) for first in _read(one) for second in _read(other))
    ):
        return True
    return transcribed(one, other)


@lru_cache(maxsize=20_000)
def made_of(word: str, name: str) -> bool:
    """Whether a folded word may be the Slavic adjective of a name, whatever else it begins like
    (*ростовский*, *рост*).

    >>> made_of("ростовского", "rostov"), made_of("курскии", "koursk"), made_of("морскои", "morin")
    (True, True, False)
    """
    said = anyascii(word).lower()
    if (ending := OF_PLACE.search(said)) is None:
        return False
    full = said[: ending.end(1)]
    town = TOWN.sub("", anyascii(name).lower())
    named, heards = (skeleton(name), skeleton(town)), (sound(name), sound(town))
    return any(
        len(stem) > LEAST_SKELETON
        and sound(stem)[0] == sound(name)[0]
        and skeleton(stem) in named
        and max(fuzz.ratio(sound(stem), heard) for heard in heards) >= LIKE_STEM
        for stem in (full, said[: ending.start()])
    )


@lru_cache(maxsize=20_000)
def _read(word: str) -> frozenset[str]:
    """Ways in which readers of several languages say what is written."""
    latin = anyascii(word).lower()
    ways = {latin}
    for spellings in READINGS:
        ways |= {
            read for spelling, heard in spellings for way in ways if (read := spelling.sub(heard, way)) != way
        }
    return frozenset(ways)


@lru_cache(maxsize=20_000)
def _spoken(word: str) -> Sequence[str]:
    """Ways to say a word: *j* is a vowel to some, *ch* is hard to some, a Slavic name may be an adjective."""
    ways = [anyascii(word).lower()]
    if "j" in ways[0]:
        ways.append(ways[0].replace("j", "i"))
    if "ch" in ways[0]:
        ways.append(ways[0].replace("ch", "kh"))
    ways += [way for ending, stem in SOFTENED if (way := ending.sub(stem, ways[0])) != ways[0]]
    if (declined := DECLINED.sub("", ways[0])) != ways[0]:
        ways.append(declined)
    bare = ADJECTIVE.sub("", ways[0])
    return ways if bare == ways[0] or len(bare) < LEAST_SKELETON + 1 else [*ways, bare]


def _same(one: str, other: str) -> bool:
    left, right = sorted((skeleton(one), skeleton(other)), key=len)
    alike = left == right and sound(one)[0] == sound(other)[0]
    if alike and len(left) == LEAST_SKELETON and abs(len(sound(one)) - len(sound(other))) <= 1:
        return True
    if alike and len(left) < LEAST_SKELETON:  # *Oufa*, *Уфы*
        stems = {sound(name).rstrip(f"{VOWELS}'") for name in (one, other)}
        if len(stems) == 1 and len(stems.pop()) >= LEAST_SKELETON:
            return True
    if len(left) < LEAST_SKELETON:
        return (
            len(one) > LEAST_SKELETON
            and sound(one)[:3] == sound(other)[:3]
            and abs(len(one) - len(other)) <= 2
        )
    heard, also = sorted((sound(one), sound(other)), key=len)
    if len(left) == LEAST_SKELETON and heard[0] != also[0] and not (heard[0] in VOWELS and also[0] in VOWELS):
        return False  # *Jaca*, *Huesca*
    begins = 0
    while begins < len(heard) and heard[begins] == also[begins]:
        begins += 1
    if begins >= SAME_BEGINNING and len(heard) - begins <= max(2, len(heard) // 3):
        return True
    if right.startswith(left) and (len(left) > LEAST_SKELETON or len(right) - len(left) <= 1):
        if len(left) == LEAST_SKELETON + 1 and len(right) - len(left) > LONGEST_ENDING:
            return False  # *Stary*, *строительство*
        return len(left) > 3 or fuzz.ratio(heard, also[: len(heard) + 2]) >= LIKE_SOUND
    if len(left) <= LEAST_SKELETON or fuzz.ratio(left, right[: len(left) + 2]) < LIKE_NAME:
        return False
    return fuzz.ratio(heard, also[: len(heard) + 2]) >= LIKE_SOUND


@lru_cache(maxsize=20_000)
def like_words(one: str, other: str) -> bool:
    if len(one) < 3 or len(other) < 3 or one[0] != other[0]:
        return False
    return one == other or fuzz.ratio(one, other) >= LIKE_WORD
