"""What survives translation: numbers, dates, names, words of common origin, negation.

Names are compared by the consonants of their transliteration: vowels and endings change between languages
(*Псковской*, *Pskov*), and each language spells a sound its own way (French *ch* is *ш*, *tch* is *ч*).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz import fuzz

from citecheck.match.fold import WORD, fold_word, split_words
from citecheck.match.names import SENTENCE_END
from citecheck.match.numbers import numbers_in
from citecheck.match.rules import Rules

LIKE_NAME = 80.0
"""`fuzz.ratio` of two consonant skeletons from which they are one name."""
LIKE_WORD = 85.0
LEAST_SKELETON = 2
WORD_LETTERS = 5
"""Shorter words of common origin are told too badly."""
SOUNDS = (
    ("tch", "s"), ("tsch", "s"), ("sch", "s"), ("sh", "s"), ("cz", "s"), ("zh", "s"), ("kh", "h"),
    ("ch", "s"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("qu", "k"), ("x", "ks"), ("c", "k"), ("q", "k"),
    ("w", "v"), ("gh", "g"),
)  # fmt: skip
SAME_SOUND = str.maketrans({"z": "s", "j": "s"})
SILENT = re.compile("[aeiouyh'`]")
DOUBLE = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms of one sentence."""

    numbers: Counter[tuple[str, str]]
    """Values and months, with how they are counted: `("n", "17.3")`, `("m", "10")`."""
    names: tuple[tuple[str, str], ...]
    """As shown, and its consonants."""
    words: frozenset[str]
    """Consonants of the longer words."""
    negations: int


def terms_of(text: str, rules: Rules) -> Terms:
    """Terms of a sentence in the language of `rules`."""
    words = split_words(text)
    numbers: Counter[tuple[str, str]] = Counter(("n", number.key) for number in numbers_in(text, rules))
    for word in words.folded:
        if word in rules.months:
            numbers["m", str(rules.months[word])] += 1
        elif word in rules.numbers:
            numbers["n", str(rules.numbers[word])] += 1
    names = []
    longer = set()
    for word, start, end in zip(words.folded, words.starts, words.ends, strict=True):
        shown = text[start:end]
        consonants = skeleton(word)
        if len(consonants) >= LEAST_SKELETON and _is_name(text, start, shown, rules):
            names.append((shown, consonants))
        if len(word) >= WORD_LETTERS and word.isalpha() and word not in rules.common:
            longer.add(consonants)
    negations = sum(word in rules.negation for word in words.folded)
    return Terms(numbers, tuple(dict.fromkeys(names)), frozenset(longer), negations)


@lru_cache(maxsize=50_000)
def skeleton(word: str) -> str:
    """Consonants of a word as they sound, in Latin letters.

    >>> skeleton("псковской"), skeleton("pskov"), skeleton("беларусь"), skeleton("biélorussie")
    ('pskvsk', 'pskv', 'blrs', 'blrs')
    """
    latin = anyascii(word).lower()
    for spelling, sound in SOUNDS:
        latin = latin.replace(spelling, sound)
    return SILENT.sub("", DOUBLE.sub(r"\1", latin.translate(SAME_SOUND)))


def same_name(one: str, other: str) -> bool:
    """Whether two skeletons are one name; an ending may have been put to either."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < LEAST_SKELETON:
        return False
    if longer.startswith(shorter) and (len(shorter) > LEAST_SKELETON or len(longer) - len(shorter) <= 1):
        return True
    return len(shorter) > LEAST_SKELETON and fuzz.ratio(shorter, longer[: len(shorter) + 2]) >= LIKE_NAME


def shared_words(ours: Terms, theirs: Terms) -> float:
    """Share of our longer words that have a word of like sound on the other side."""
    if not ours.words:
        return 0.0
    met = sum(any(_like(word, other) for other in theirs.words) for word in ours.words)
    return met / len(ours.words)


def _like(one: str, other: str) -> bool:
    if len(one) < 3 or len(other) < 3 or one[0] != other[0]:
        return False
    return one == other or fuzz.ratio(one, other) >= LIKE_WORD


def _is_name(text: str, start: int, shown: str, rules: Rules) -> bool:
    if not shown[:1].isupper() or "".join(fold_word(shown)) in rules.common | frozenset(rules.months):
        return False
    if len(shown) > 1 and shown.isupper() and WORD.fullmatch(shown):
        return True
    lead = text[max(0, start - 8) : start].rstrip()
    opens = not lead or lead[-1] in SENTENCE_END + '«“„"([—–'
    return not opens and rules.code != "de"
