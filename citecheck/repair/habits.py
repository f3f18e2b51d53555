"""How a site spells: the letters of its other addresses in the document.

A site writes the words of its addresses by one rule. Where a hundred of them say `-skaja-` and `-uju-`, one
with `-skaia-` and `-uiu-` has lost its `j` in print, though no list of words holds the name that ends so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from citecheck.repair.address import SCHEME, host_end
from citecheck.repair.lexicon import known
from citecheck.repair.words import changed

WORDS = 60
"""Words of a site from which its habits are known."""
FEW, OFTEN, RARELY = 3, 5, 4
"""Addresses that must spell so where none spells as printed; otherwise, and the times that they must
outnumber these, which may have lost their `j` as well."""
_WORD = re.compile(r"[a-z]{3,40}")
_REACH = 2
"""Letters beside a difference of two copies that must be met with it."""
_VOWELS = frozenset("aeiouy")
_I, _DOUBLE = re.compile("i"), re.compile("i(?=i)")
_TORN = re.compile(r"\.?ij")
"""A `j` as print may tear it, with its dot or without."""
_SPELLED = re.compile(_WORD.pattern + r"(?:\.ij(?![a-z\d.]))?")


@dataclass(frozen=True)
class Habit:
    """The words of one site's addresses (small letters), each with the number of addresses that hold it."""

    words: Mapping[str, int]

    def spelled(self, word: str) -> str:
        """`word` with `j` for each `i` beside whose neighbours the site's other words have a `j`.

        >>> habit = Habit(Counter("novaja staraja bolshaja vetka".split()))
        >>> habit.spelled("severnaia"), Habit(Counter(["rossija"])).spelled("rossiiia")
        ('severnaja', 'rossija')
        """
        if "i" not in word:
            return word
        if word not in self._known:
            self._known[word] = self._spelled(word)
        return self._known[word]

    @cached_property
    def _known(self) -> dict[str, str]:
        """Spellings told: the words of a site return, in its addresses and in readings of one."""
        return {}

    def _spelled(self, word: str) -> str:
        for match in _DOUBLE.finditer(word):
            met = word[: match.start()] + "j" + word[match.end() + 1 :]
            if met in self.words:
                return met
        count = self.words.get(word, 0)
        # Of two in a row the second is the consonant, as a rule; one changed leaves the other a vowel.
        for match in reversed(list(_I.finditer(word))):
            if self._has_j(word, match.start(), count):
                word = word[: match.start()] + "j" + word[match.end() :]
        for match in reversed(list(_TORN.finditer(word))):
            if self._is_torn(word, match, count):
                word = word[: match.start()] + "j" + word[match.end() :]
        return word

    def _is_torn(self, word: str, torn: re.Match[str], count: int) -> bool:
        """Whether `ij` of a word that `count` addresses hold is a torn `j`: the site has the word with one,
        or writes a `j` between such letters, and no `ij`."""
        meant = word[: torn.start()] + "j" + word[torn.end() :]
        if self.words.get(meant, 0) >= max(1, RARELY * (count - 1)):
            return True
        before, after = word[: torn.start()][-1:], (word + "$")[torn.end()]
        if before not in _VOWELS:
            return False  # `kirovskij` and `rossija`
        ends = [(f"{other}$", number) for other, number in self.words.items() if other != word]
        thus, so = (
            sum(number for other, number in ends if f"{before}{letters}{after}" in other)
            for letters in ("ij", "j")
        )
        return so >= max(OFTEN if thus else FEW, RARELY * thus)

    def prefers(self, one: str, other: str) -> bool:
        """Whether the site spells as `other` where the two words differ, and hardly ever as `one`.

        >>> Habit(Counter("tehnika tehnikum tehnopark".split())).prefers("technolog", "tehnolog")
        True
        """
        start, *ends = changed(one, other)
        if min(start, len(one) - ends[0]) < _REACH:
            return False  # one may only be cut short
        left = one[start - _REACH : start]
        thus, so = (left + word[start : end + _REACH] for word, end in zip((one, other), ends, strict=True))
        return self._holding(so, other) >= max(FEW, RARELY * self._holding(thus, one))

    def _holding(self, letters: str, but: str) -> int:
        return sum(count for word, count in self.words.items() if letters in word and word != but)

    @cached_property
    def _beside(self) -> Counter[str]:
        seen: Counter[str] = Counter()
        for word, count in self.words.items():
            for at, letter in enumerate(word):
                if letter in "ij":
                    for view in dict.fromkeys(_views(word, at, letter)):
                        seen[view] += count
        return seen

    def _has_j(self, word: str, at: int, own: int) -> bool:
        if at and word[at - 1] not in _VOWELS:
            # `dlia` and `spetsialisty`: behind a consonant both letters are usual, so the word must be met.
            return word[:at] + "j" + word[at + 1 :] in self.words
        for thus, so in zip(_views(word, at, "i"), _views(word, at, "j"), strict=True):
            printed, meant = self._beside[thus] - own, self._beside[so]
            if meant >= max(OFTEN if printed > 0 else FEW, RARELY * printed):
                return True
        return False


def _views(word: str, at: int, letter: str) -> tuple[str, ...]:
    """A letter with its neighbours, `^` and `$` for a word's ends; with any vowel before it; with any vowel
    before it and one of `a` and `u` behind it, which stand for one letter together."""
    text = f"^{word}$"
    before, after = text[at], text[at + 2]
    near = f"{before}{letter}{after}"
    if before not in _VOWELS or after == "$":
        return (near,)
    return (near, f"V{letter}{after}", f"V{letter}A") if after in "au" else (near, f"V{letter}{after}")


def habits(urls: Iterable[str]) -> Mapping[str, Habit]:
    """The habits of the sites of `urls`, by host with its port, as far as they have addresses enough."""
    words: dict[str, Counter[str]] = {}
    for url in dict.fromkeys(urls):
        end = host_end(url)
        words.setdefault(_site(url), Counter()).update(set(_WORD.findall(url[end:].lower())))
    return {site: _cleared(Habit(found)) for site, found in words.items() if len(found) >= WORDS}


def _cleared(habit: Habit) -> Habit:
    """The habit without the misread words that it tells, which would speak for each other."""
    words: Counter[str] = Counter()
    for word, count in habit.words.items():
        words[habit.spelled(word)] += count
    return Habit(words)


def likelier_copy(readings: Sequence[str], known_sites: Mapping[str, Habit]) -> int:
    """Index of the reading that spells as its site does, of readings that differ in the copies they follow;
    0 where nothing speaks for another than the first."""
    habit = known_sites.get(_site("".join(readings[0].split()))) if readings else None
    if habit is None:
        return 0
    first = _WORD.findall(readings[0].lower())
    for index, reading in enumerate(readings[1:], 1):
        words = _WORD.findall(reading.lower())
        pairs = [(a, b) for a, b in zip(first, words, strict=False) if a != b]
        if len(words) == len(first) and pairs and all(habit.prefers(a, b) for a, b in pairs):
            return index
    return 0


def prints(url: str, word: str, known_sites: Mapping[str, Habit]) -> bool:
    """Whether other addresses of the site of `url` hold `word`."""
    habit = known_sites.get(_site(url))
    return habit is not None and word in habit.words


def in_habit(url: str, known_sites: Mapping[str, Habit]) -> str:
    """`url` with the words of its path spelled as its site spells."""
    habit = known_sites.get(_site(url))
    if habit is None:
        return url
    end = host_end(url)
    path = _SPELLED.sub(lambda match: habit.spelled(match[0]), url[end:])
    torn = len(_TORN.findall(path)) < len(_TORN.findall(url[end:]))
    return url[:end] + (_WORD.sub(lambda match: _whole(match[0]), path) if torn else path)


def _whole(word: str) -> str:
    """A word of no list with `j` for its `ij` where that one is listed: `uvelichilsija`. It is asked where
    the address has torn a `j` elsewhere."""
    if "ij" not in word or known(word):
        return word
    meant = word.replace("ij", "j")
    return meant if known(meant) else word


def with_habit(
    readings: list[tuple[str, float]], known_sites: Mapping[str, Habit], *, misread: bool
) -> list[tuple[str, float]]:
    """Readings (each with its confidence, best first) and the best one spelled as its site spells; that one
    first where the document is known to have misread letters."""
    first, confidence = readings[0]
    spelled = in_habit(first, known_sites) if known_sites else first
    if spelled == first:
        return readings
    if misread:
        return [(spelled, 0.9), (first, min(confidence, 0.5)), *readings[1:]]
    return sorted([*readings, (spelled, 0.35)], key=lambda reading: -reading[1])


def _site(url: str) -> str:
    scheme = SCHEME.match(url)
    return url[scheme.end() if scheme else 0 : host_end(url)].lower().removeprefix("www.")
