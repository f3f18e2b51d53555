"""What survives translation: numbers, dates, names, words of common origin, negation, opposites.

Names are compared by the consonants of their transliteration: vowels and endings change between languages
(*Псковской*, *Pskov*), and each language spells a sound its own way (French *ch* is *ш*, *tch* is *ч*).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz import fuzz

from citecheck.match.crosslingual.figures import MONTH_WORDS, Figure, figures_of, fractions_of, plain_text
from citecheck.match.crosslingual.lexicon import Lexicon, lexicon_for, phrase_at
from citecheck.match.crosslingual.places import place_of
from citecheck.match.crosslingual.senses import senses_of
from citecheck.match.fold import WORD, fold_word, split_words
from citecheck.match.names import SENTENCE_END
from citecheck.match.rules import Rules

LIKE_NAME = 80.0
"""`fuzz.ratio` of two consonant skeletons from which they are one name."""
LIKE_SOUND = 60.0
"""The same of the whole sounds, vowels too."""
LIKE_WORD = 85.0
LEAST_SKELETON = 2
SAME_BEGINNING = 4
"""Letters that two names begin with alike where their consonants change (*Kalouga*, *Калужской*)."""
WORD_LETTERS = 5
"""Shorter words of common origin are told too badly."""
SOUNDS = (
    ("tch", "s"), ("tsch", "s"), ("sch", "s"), ("sh", "s"), ("cz", "s"), ("zh", "s"), ("kh", "h"),
    ("ch", "s"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("qu", "k"), ("x", "ks"), ("c", "k"), ("q", "k"),
    ("w", "v"), ("gh", "g"), ("ou", "u"), ("oe", "o"), ("gn", "n"),
)  # fmt: skip
SAME_SOUND = str.maketrans({"z": "s", "j": "s"})
SILENT = re.compile("[aeiouyh'`]")
ADJECTIVE = re.compile(
    r"(?:[oei]v|in|an)?[szc]k(?:[io]i|[io]j|[io]y|a[ijy]|o[gh]o|omu|[io]m|[oiu]u|i?a|i?e|[aiouy])?$"
)
"""What a Slavic adjective adds to the name of a place: *Орловской*, *tarnopolskim*."""
DOUBLE = re.compile(r"(.)\1+")
DENIALS = frozenset({"accept-reject", "allow-forbid"})
"""Oppositions whose second side denies whatever the sentence goes on to say."""
OPENING = '«“„"([—–'
GERMAN_LEADS = frozenset(
    ["in", "nach", "von", "aus", "bei", "bis", "zwischen", "und", "herr", "herrn", "frau", "minister"]
)
"""Words after which a German capital is a name's as a rule: no article stands between."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as shown, and how it sounds."""

    shown: str
    folded: str
    place: str | None
    sure: bool
    """Whether its absence elsewhere says something."""


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms of one sentence."""

    figures: tuple[Figure, ...]
    fractions: frozenset[str]
    names: tuple[Name, ...]
    folded: tuple[str, ...]
    """All words that may answer to a name."""
    places: frozenset[str]
    words: frozenset[str]
    """Consonants of the longer words."""
    negated: tuple[bool, bool]
    """Whether there is a negation before the first turn (*but*, *sondern*) and whether there is one after it;
    without a turn all is before it."""
    turned: bool
    """Whether there is a turn."""
    without: bool
    """Whether something is said to be lacking (*sans*, *без*), apart from what is denied."""
    nearly_negated: bool
    """Holds a word that another language may say with a negation."""
    sides: frozenset[tuple[str, int]]
    """Sides of oppositions that are named: `("rise-fall", 0)`."""
    denials: int
    """Words that refuse, reject or forbid."""
    directions: frozenset[int]
    """Points of the compass."""


@lru_cache(maxsize=4096)
def terms_of(text: str, rules: Rules) -> Terms:
    """Terms of a sentence in the language of `rules`."""
    text = plain_text(text)
    lexicon = lexicon_for(rules.code)
    words = split_words(text)
    names: list[Name] = []
    longer, places, heading = set(), set(), set()
    said: set[tuple[str, int]] = set()
    denials = 0
    for at, (word, start, end) in enumerate(zip(words.folded, words.starts, words.ends, strict=True)):
        place = place_of(word, rules.code)
        if place:
            places.add(place)
        name = _name(text, start, end, word, words.folded[at - 1] if at else "", rules)
        if name is not None:
            sure = name and word not in lexicon.ordinary
            if name or not senses_of(word, rules.code or "", "first"):
                names.append(Name(text[start:end], word, place, sure))
        if len(word) >= WORD_LETTERS and word.isalpha() and word not in rules.common:
            longer.add(skeleton(word))
        named = lexicon.sides_of(word)
        said |= named
        denials += any(side == 1 and name in DENIALS for name, side in named)
        if (direction := lexicon.directions.get(word)) is not None:
            heading.add(direction)
    before, after = _halves(words.folded, lexicon)
    return Terms(
        figures=tuple(figures_of(text, lexicon, rules)),
        fractions=fractions_of(words.folded, lexicon),
        names=tuple(dict.fromkeys(names)),
        folded=words.folded,
        places=frozenset(places),
        words=frozenset(longer),
        negated=(_negated(before, lexicon, rules), _negated(after, lexicon, rules)),
        turned=bool(after),
        without=any(word in lexicon.without for word in words.folded),
        nearly_negated=any(lexicon.near_negation.get(word) for word in words.folded),
        sides=frozenset(said),
        denials=denials,
        directions=frozenset(heading),
    )


def _halves(words: tuple[str, ...], lexicon: Lexicon) -> tuple[tuple[str, ...], tuple[str, ...]]:
    turn = next((at for at, word in enumerate(words) if at and word in lexicon.turns), len(words))
    return words[:turn], words[turn:]


def _negated(words: tuple[str, ...], lexicon: Lexicon, rules: Rules) -> bool:
    at = 0
    while at < len(words):
        if taken := phrase_at(words, at, lexicon.no_negation):
            at += taken
            continue
        if words[at] in rules.negation and words[at] not in lexicon.without:
            return True
        at += 1
    return False


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """A word as it sounds, in Latin letters."""
    latin = anyascii(word).lower()
    for spelling, heard in SOUNDS:
        latin = latin.replace(spelling, heard)
    return DOUBLE.sub(r"\1", latin.translate(SAME_SOUND).replace("y", "i"))


@lru_cache(maxsize=50_000)
def skeleton(word: str) -> str:
    """Consonants of a word as they sound.

    >>> skeleton("псковской"), skeleton("pskov"), skeleton("беларусь"), skeleton("biélorussie")
    ('pskvsk', 'pskv', 'blrs', 'blrs')
    """
    return DOUBLE.sub(r"\1", SILENT.sub("", sound(word)))


@lru_cache(maxsize=100_000)
def same_name(one: str, other: str) -> bool:
    """Whether two folded words are one name; an ending may have been put to either.

    >>> same_name("julia", "юлія"), same_name("orel", "орловскои"), same_name("orel", "омскои")
    (True, True, False)
    """
    return one == other or any(_same(first, second) for first in _spoken(one) for second in _spoken(other))


def _spoken(word: str) -> list[str]:
    """Ways to say a word: *j* is a vowel to some, *ch* is hard to some, a Slavic name may be an adjective."""
    ways = [anyascii(word).lower()]
    if "j" in ways[0]:
        ways.append(ways[0].replace("j", "i"))
    if "ch" in ways[0]:
        ways.append(ways[0].replace("ch", "kh"))
    bare = ADJECTIVE.sub("", ways[0])
    return ways if bare == ways[0] or len(bare) < LEAST_SKELETON + 1 else [*ways, bare]


def _same(one: str, other: str) -> bool:
    left, right = sorted((skeleton(one), skeleton(other)), key=len)
    alike = left == right and sound(one)[0] == sound(other)[0]
    if alike and len(left) == LEAST_SKELETON and abs(len(sound(one)) - len(sound(other))) <= 1:
        return True
    if len(left) < LEAST_SKELETON:
        return (
            len(one) > LEAST_SKELETON
            and sound(one)[:3] == sound(other)[:3]
            and abs(len(one) - len(other)) <= 2
        )
    heard, also = sorted((sound(one), sound(other)), key=len)
    begins = 0
    while begins < len(heard) and heard[begins] == also[begins]:
        begins += 1
    if begins >= SAME_BEGINNING and len(heard) - begins <= max(2, len(heard) // 3):
        return True
    if right.startswith(left) and (len(left) > LEAST_SKELETON or len(right) - len(left) <= 1):
        return len(left) > 3 or fuzz.ratio(heard, also[: len(heard) + 2]) >= LIKE_SOUND
    if len(left) <= LEAST_SKELETON or fuzz.ratio(left, right[: len(left) + 2]) < LIKE_NAME:
        return False
    return fuzz.ratio(heard, also[: len(heard) + 2]) >= LIKE_SOUND


def met_name(name: Name, theirs: Terms) -> str | None:
    """What answers to a name in `theirs`, `None` where nothing does."""
    for other in theirs.names:
        if same_name(name.folded, other.folded):
            return other.shown
    for word in theirs.folded:
        if len(word) >= min(3, len(name.folded)) and same_name(name.folded, word):
            return word
    return name.place if name.place and name.place in theirs.places else None


def shared_words(ours: Terms, theirs: Terms) -> float:
    """Share of our longer words that have a word of like sound on the other side."""
    if not ours.words:
        return 0.0
    met = sum(any(like_words(word, other) for other in theirs.words) for word in ours.words)
    return met / len(ours.words)


@lru_cache(maxsize=200_000)
def like_words(one: str, other: str) -> bool:
    if len(one) < 3 or len(other) < 3 or one[0] != other[0]:
        return False
    return one == other or fuzz.ratio(one, other) >= LIKE_WORD


def _name(text: str, start: int, end: int, word: str, before: str, rules: Rules) -> bool | None:
    """Whether a word is a name for sure, perhaps (`False`) or not at all (`None`)."""
    shown = text[start:end]
    if not shown[:1].isupper() or word in rules.common or word in rules.months or len(word) < 2:
        return None
    if rules.code == "en" and word in MONTH_WORDS:
        return None
    if shown.isupper() and WORD.fullmatch(shown):
        return True
    lead = text[max(0, start - 8) : start].rstrip()
    if not lead or lead[-1] in SENTENCE_END + OPENING:
        return None if word in rules.negation or len(word) < 4 else False
    if rules.code == "de":
        previous = re.search(r"(\w+)\s*$", text[:start])
        beside = previous is not None and previous[1][:1].isupper() and before not in rules.common
        return False if beside or before in GERMAN_LEADS else None
    return len("".join(fold_word(shown))) > 2
