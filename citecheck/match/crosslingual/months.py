"""Months of a sentence in nine languages, and English ones that are words, too."""

from __future__ import annotations

from citecheck.match.crosslingual.clock_words import Sentence
from citecheck.match.worded import NO_MONTHS

MONTH_WORDS = {"march": 3, "may": 5}
"""English months that are words, too: taken with a capital beside a number or after these."""
BEFORE_MONTH = frozenset(
    ["in", "for", "of", "since", "until", "by", "last", "next", "early", "late", "mid", "during", "through"]
)
JOINS = frozenset(("-", "–", "to", "and"))


def month_at(sentence: Sentence, at: int) -> int | None:
    """The number of the month at a word, `None` where it is none."""
    words, rules = sentence.words, sentence.rules
    if at >= len(words):
        return None
    word, shown = words[at], sentence.text[slice(*sentence.spans[at])]
    if word in rules.months and shown.casefold() not in NO_MONTHS:
        return rules.months[word] if not sentence.lexicon.numbers.get(word) or _dated(sentence, at) else None
    if rules.code == "en" and word in MONTH_WORDS and shown[0].isupper():
        beside = [*words[max(0, at - 1) : at], *words[at + 1 : at + 2]]
        joined = (words[max(0, at - 2) : at][::-1], words[at + 1 : at + 3])
        two = (some for some in joined if len(some) == 2 and some[0] in JOINS)  # *January and March*
        months = any(other in rules.months for _, other in two)
        if months or any(one[0].isdigit() or one in BEFORE_MONTH for one in beside):
            return MONTH_WORDS[word]
    return None


def _dated(sentence: Sentence, at: int) -> bool:
    """Whether a number stands beside a word that may be a short month: French *sept* is seven without."""
    return any(word[0].isdigit() for word in sentence.words[max(0, at - 1) : at + 3])
