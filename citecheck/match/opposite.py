"""Words that say the opposite: *more* and *less*, *before* and *after*, *may* and *must*.

A quotation with the one where its source has the other says something else, as one with a *not* too many
does. From `data/opposites.jsonl`, a row a language: the sides of each opposition, `*` for any ending. Words
count where they stand in each other's place only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from citecheck.match.fold import split_words
from citecheck.match.rows import lines
from citecheck.match.rules import Rules

TURKISH_NOT = re.compile("(?=(m[aeiu]))\\1(?:y(?=[ae]))?")
"""With the consonant that parts it from a vowel; *-mez* takes the place of *-r*."""
LEAST_STEM, MOST_ENDING, LEAST_UNLIKE = 3, 9, 2
"""Letters of what is lacking, of the other word's ending, and those in which the endings differ at least."""
NOUN_ENDINGS = ("si", "su")
"""Behind *-me* that makes a noun of a verb."""
_EVEN = str.maketrans("eudgc", "aitkc")
Side = tuple[int, int]
"""An opposition, and which of its sides."""


def opposed(left: Sequence[str], right: Sequence[str], language: str) -> bool:
    """Whether folded words stand on another side of an opposition than others do.

    >>> opposed(["more"], ["less"], "en"), opposed(["rose"], ["grew"], "en")
    (True, False)
    """
    ours = {side for word in left for side in _sides(word, language)}
    if not ours:
        return False
    theirs = {side for word in right for side in _sides(word, language)}
    shared = {axis for axis, _ in ours} & {axis for axis, _ in theirs}
    return any(not {side for side in ours & theirs if side[0] == axis} for axis in shared)


def negates(rules: Rules, left: str, right: str) -> bool:
    """Whether one of two folded words is the other with a prefix that negates it (*legal*, *illegal*), with a
    syllable inside that does (Turkish *geldi*, *gelmedi*), or with an ending of lack (*careful*, *careless*).
    """
    if _lacks(rules, left, right) or _lacks(rules, right, left):
        return True
    shorter = min(left, right, key=len)
    prefix = put_before(left, right)
    doubled = len(prefix) == 1 and shorter.startswith(prefix)  # a slip: *uunder* for *under*
    if len(shorter) >= 3 and prefix in rules.prefixes and not doubled:
        return True
    return rules.code == "tr" and (_denied_verb(left, right) or _denied_verb(right, left))


def put_before(left: str, right: str) -> str:
    """What one of two words has before the whole other one.

    >>> put_before("legal", "illegal"), put_before("nie", "nic")
    ('il', '')
    """
    shorter, longer = sorted((left, right), key=len)
    return longer[: len(longer) - len(shorter)] if longer.endswith(shorter) else ""


def _lacks(rules: Rules, lacking: str, having: str) -> bool:
    """Whether one word has an ending of lack where the other has something else, or nothing."""
    for ending in rules.privative:
        stem = lacking.removesuffix(ending)
        if len(stem) >= LEAST_STEM and stem != lacking and having.startswith(stem):
            rest = having[len(stem) :]
            misread = bool(rest) and OSA.distance(rest, ending) < LEAST_UNLIKE
            return not (misread or rest.startswith(ending) or len(rest) > MOST_ENDING)
    return False


def _denied_verb(denied: str, said: str) -> bool:
    """Whether a Turkish verb is another one with the syllable of negation; vowels follow those before them,
    and consonants before a vowel soften.

    >>> [_denied_verb(*pair.split()) for pair in ("gelmedi geldi", "gitmiyor gidiyor", "olmaz olur")]
    [True, True, True]
    >>> [_denied_verb(*pair.split()) for pair in ("istemiyor istiyor", "konusma konus", "yazmasi yazisi")]
    [True, False, False]
    """
    for found in TURKISH_NOT.finditer(denied):
        stem, rest = denied[: found.start()], denied[found.end() :]
        if len(stem) < 2 or (len(rest) < 2 and rest != "z") or rest[:2] in NOUN_ENDINGS:
            continue
        if rest[0] == "z" and re.fullmatch(f"{_even(stem)}[aiou]?r{_even(rest[1:])}", _even(said)):
            return True
        if found[0][1] in "iu":
            if not rest.startswith("yor"):
                continue
            stem = stem.rstrip("ae")
        if re.fullmatch(f"{_even(stem)}[aiou]?{_even(rest)}", _even(said)):
            return True
    return False


def _even(letters: str) -> str:
    return letters.translate(_EVEN)


@lru_cache(maxsize=8_192)
def _sides(word: str, language: str) -> frozenset[Side]:
    whole, beginnings = _table().get(language, ({}, ()))
    return whole.get(word, frozenset()).union(side for start, side in beginnings if word.startswith(start))


@cache
def _table() -> dict[str, tuple[dict[str, frozenset[Side]], tuple[tuple[str, Side], ...]]]:
    return {row["code"]: _row(row["opposites"]) for row in lines("opposites.jsonl")}


def _row(axes: Sequence[str]) -> tuple[dict[str, frozenset[Side]], tuple[tuple[str, Side], ...]]:
    whole: dict[str, frozenset[Side]] = {}
    beginnings: list[tuple[str, Side]] = []
    for axis, line in enumerate(axes):
        for number, words in enumerate(line.split("|")):
            for word in words.split():
                folded = "".join(split_words(word.removesuffix("*")).folded)
                if word.endswith("*"):
                    beginnings.append((folded, (axis, number)))
                else:
                    whole[folded] = whole.get(folded, frozenset()) | {(axis, number)}
    return whole, tuple(beginnings)
