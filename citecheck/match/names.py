"""Which words are names: capital letters where the sentence does not ask for one.

In German every noun has one; there a name is taken only beside another capitalised word or after a title.
"""

from __future__ import annotations

import re

from citecheck.match.fold import fold_word
from citecheck.match.rules import Rules

SENTENCE_END = ".!?…:;"
OPENING = "\"'«»“”„‘’([{—–-*•|\t\n"
NOUNS_HAVE_CAPITALS = frozenset({"de"})
BEFORE = re.compile(r"([^\W\d_]+)[.]?\s+$")
AFTER = re.compile(r"\s+([^\W\d_]+)")
STEM = 3
ENDING = 3
"""An inflected name keeps at least its first letters and changes at most so many at its end."""


def is_name(text: str, start: int, end: int, rules: Rules) -> bool:
    """Whether the word `text[start:end]` stands as a name."""
    word = text[start:end]
    if not word[:1].isupper() or "".join(fold_word(word)) in rules.common:
        return False
    before = text[max(0, start - 40) : start]
    if rules.code in NOUNS_HAVE_CAPITALS:
        return _beside_a_name(before, text[end : end + 40], rules)
    lead = before.rstrip(" \u00a0")
    if not lead or lead[-1] in SENTENCE_END or lead[-1] in OPENING:
        return len(word) > 1 and word.isupper() and not text[max(0, start - 40) : end + 40].isupper()
    return True


def is_inflection(left: str, right: str) -> bool:
    """Whether two folded words are forms of one: a common stem and short endings.

    >>> is_inflection("путина", "путиным"), is_inflection("austria", "australia")
    (True, False)
    """
    stem = 0
    while stem < min(len(left), len(right)) and left[stem] == right[stem]:
        stem += 1
    return (
        stem >= STEM and len(left) - stem <= ENDING and len(right) - stem <= ENDING and stem * 2 > len(right)
    )


def _beside_a_name(before: str, after: str, rules: Rules) -> bool:
    previous, following = BEFORE.search(before), AFTER.match(after)
    if previous and "".join(fold_word(previous[1])) in rules.titles:
        return True
    return any(
        found and found[1][:1].isupper() and "".join(fold_word(found[1])) not in rules.common
        for found in (previous, following)
    )
