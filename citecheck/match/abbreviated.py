"""Words written short on one side: *S.* for *San*, *Sr.* for *senhor*, *EE. UU.* for *Estados Unidos*.

An author may write out what the source abbreviates, and the other way round: other letters, no other name.
"""

from __future__ import annotations

from itertools import groupby

from citecheck.match.comparison import Comparison
from citecheck.match.rules import Rules
from citecheck.model import DifferenceKind

MOST_LETTERS = 4
"""Letters of an abbreviation with a full stop."""
LEAST_SHORTER = 2
"""Letters that it saves; one letter less is another word (*Mr.*, *Mrs*)."""
MOST_WORDS = 6
"""Words of the longest name of which only the initials are looked for."""
INITIALS = (2, 6)
"""Letters of the shortest and of the longest name made of initials."""


def abbreviated(result: Comparison, i1: int, i2: int, j1: int, j2: int) -> bool:
    """Whether one of two unequal stretches stands for the other, letter by letter or by its initials."""
    ours = result.fragment.words.folded[i1:i2]
    theirs = result.page.words.folded[j1:j2]
    if not ours or not theirs:
        return False
    if len(ours) == len(theirs) == 1:
        raw, words = result.fragment.raw, result.fragment.words
        content, page = result.page.text.content, result.page.words
        return (
            raw[words.ends[i1] : words.ends[i1] + 1] == "." and _stands_for(ours[0], theirs[0], result.rules)
        ) or (
            content[page.ends[j1] : page.ends[j1] + 1] == "."
            and _stands_for(theirs[0], ours[0], result.rules)
        )
    if _grave(ours + theirs, result.rules):
        return False
    if result.quoted(i1, i2).isupper() == result.found(j1, j2).isupper():
        return False
    return by_initials(ours, theirs) or by_initials(theirs, ours)


def at_edge(result: Comparison, i1: int, i2: int, j1: int, j2: int) -> bool:
    """The same at an edge of the quotation, where the page's words were not known to belong to it: the
    passage is widened by them."""
    words, page = result.fragment.words.folded, result.page.words.folded
    run = words[i1:i2]
    if not run or _grave(run, result.rules):
        return False
    places: list[tuple[int, int]] = []
    if i1 == 0 and j1 == result.first:
        places += [(j2 - size, j2) for size in range(1, min(MOST_WORDS, j2) + 1)]
    if i2 == len(words) and j2 == result.last:
        places += [(j1, j1 + size) for size in range(1, min(MOST_WORDS, len(page) - j1) + 1)]
    for first, last in places:
        if not _grave(page[first:last], result.rules) and _same(run, page[first:last], result.rules):
            result.first, result.last = min(result.first, first), max(result.last, last)
            if i1 == 0:
                result.first = first
            result.add(DifferenceKind.WORD, result.quoted(i1, i2), result.found(first, last))
            return True
    return False


def _same(ours: tuple[str, ...], theirs: tuple[str, ...], rules: Rules) -> bool:
    group = rules.same.get(ours)
    if group is not None and group == rules.same.get(theirs):
        return True
    return by_initials(ours, theirs) or by_initials(theirs, ours)


def _stands_for(short: str, word: str, rules: Rules) -> bool:
    """Whether an abbreviation stands for a word; for a limiting word too (*ca.*, *circa*), where it is not
    one itself."""
    if not shortens(short, word) or short in rules.limiting or short in rules.numbers:
        return False
    return not _grave((word,), rules) or (word in rules.limiting and word not in rules.negation)


def shortens(short: str, word: str) -> bool:
    """Whether a short word's letters stand in another in this order, the first one first.

    >>> shortens("sr", "senhor"), shortens("mr", "mrs"), shortens("st", "anton")
    (True, False, False)
    """
    if not short.isalpha() or len(short) > MOST_LETTERS or len(word) < len(short) + LEAST_SHORTER:
        return False
    letters = iter(word)
    return word[0] == short[0] and all(letter in letters for letter in short)


def by_initials(short: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether words without spaces between them are the initials of others, doubled for a plural or not.

    >>> by_initials(("ee", "uu"), ("estados", "unidos")), by_initials(("un",), ("united", "nations"))
    (True, True)
    """
    letters, initials = "".join(short), "".join(word[0] for word in words)
    if len(words) < 2 or not INITIALS[0] <= len(letters) <= INITIALS[1]:
        return False
    return initials in (letters, "".join(letter for letter, _ in groupby(letters)))


def _grave(words: tuple[str, ...], rules: Rules) -> bool:
    return any(
        word in known
        for word in words
        for known in (rules.negation, rules.limiting, rules.numbers, rules.months)
    )
