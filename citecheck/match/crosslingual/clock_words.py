"""Words of a sentence as times of the day are told by, and what makes a number beside them none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from citecheck.match.crosslingual.lexicon import Lexicon
from citecheck.match.rules import Rules
from citecheck.match.units import units_of

SIGNS = frozenset((".", "-"))
"""Stand between words of a phrase: *p.m.*, *après-midi*."""
MONEY = "$€£¥₽₴"
NOUN = re.compile(r"(?!.*ся$)\w{3,}(?:[аяуюыі]|ого|его|[аоеі]и)")
"""Endings of what an ordinal of a half may belong to, as folded: *половина третьего тиража*."""
NO_NOUNS = frozenset(("this", "was", "his", "does", "perhaps", "always"))


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a sentence as `figures.py` reads them, with signs, and its text."""

    text: str
    words: Sequence[str]
    spans: Sequence[tuple[int, int]]
    lexicon: Lexicon
    rules: Rules


def is_measured(sentence: Sentence, at: int, end: int) -> bool:
    """Whether a scale word, a unit, a share or money beside a number makes it a decimal."""
    words, lexicon = sentence.words, sentence.lexicon
    start = sentence.spans[at][0]
    behind = sentence.text[sentence.spans[end - 1][1] :].lstrip()[:1]
    if behind in tuple(MONEY + "%‰°") or sentence.text[:start].rstrip()[-1:] in tuple(MONEY):
        return True
    end += words[end : end + 1] == ["-"]
    named = end < len(words) and (lexicon.scales.get(words[end]) or lexicon.percent.at(words, end))
    return bool(named or units_at(sentence, end))


def units_at(sentence: Sentence, at: int) -> frozenset[str]:
    return units_of(tuple(sentence.words[at : at + 1]), sentence.rules.code or "")


def may_be_noun(sentence: Sentence, at: int) -> bool:
    """Whether a word may be a noun that the number before it counts."""
    if at >= len(sentence.words) or not sentence.words[at].isalpha():
        return False
    word, code = sentence.words[at], sentence.rules.code
    if code == "de":
        return sentence.text[sentence.spans[at][0]].isupper()
    if code == "en":
        return word in sentence.lexicon.person or (word.endswith("s") and word not in NO_NOUNS)
    return NOUN.fullmatch(word) is not None


def word_before(words: Sequence[str], at: int) -> str:
    """The word before a word, the stop of an abbreviation aside; empty for none."""
    at -= 1 + (words[max(0, at - 1)] == ".")
    return words[at] if at >= 0 else ""


def any_of(phrases: Sequence[tuple[str, ...]], words: Sequence[str], at: int) -> int:
    """Where the first of the phrases that stands at a word ends, 0 for none."""
    return next((end for phrase in phrases if (end := follows(phrase, words, at))), 0)


def follows(phrase: Sequence[str], words: Sequence[str], at: int) -> int:
    """Where a phrase that begins at word `at` ends, signs between its words aside; 0 where none does."""
    for part in phrase:
        if part is not phrase[0]:
            at = past_signs(words, at)
        if at >= len(words) or not is_word(words[at], part):
            return 0
        at += 1
    return at


def past_signs(words: Sequence[str], at: int) -> int:
    return next((place for place in range(at, len(words)) if words[place] not in SIGNS), len(words))


def is_word(word: str, part: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith("*") else word == part
