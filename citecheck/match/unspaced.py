"""Negations and limiting words where words are not parted: *なかった*, *没有*, *几乎*.

A difference there is one of signs, and half of a negation may be equal on both sides (*しない*, *する*). So
what a passage has of such words is counted on either side, once it is known to differ.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from citecheck.match.comparison import Comparison
from citecheck.model import DifferenceKind

LONGEST = 4
"""Signs by which a word may pass the end of its passage."""


def denied_otherwise(result: Comparison) -> None:
    """Note which negations and limiting words one side has more of than the other."""
    rules = result.rules
    if result.missing or not result.differences:
        return
    if any(one.kind is DifferenceKind.NEGATION for one in result.differences):
        return
    words = result.fragment.words
    span = result.page.span(result.first, result.last)
    for pattern in (rules.denials, rules.limits):
        ours = _counts(pattern, result.fragment.raw, words.starts[0], words.ends[-1], result.excused)
        theirs = _counts(pattern, result.page.text.content, span.start, span.end, result.excused_page)
        if ours != theirs:
            result.add(DifferenceKind.NEGATION, _shown(ours - theirs), _shown(theirs - ours))


def _counts(
    pattern: re.Pattern[str] | None, text: str, first: int, last: int, excused: Iterable[tuple[int, int]]
) -> Counter[str]:
    """What begins in `text[first:last]` and outside of what is explained; the last word may go on."""
    if pattern is None:
        return Counter()
    found = pattern.finditer(text, first, last + LONGEST)
    return Counter(
        word[0]
        for word in found
        if word.start() < last and not any(start <= word.start() < end for start, end in excused)
    )


def _shown(words: Counter[str]) -> str:
    return " ".join(words.elements())
