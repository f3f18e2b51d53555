"""Stretches of words that one side has and that are no words of the quoted sentence.

Of the quotation: *writes X*, set off by commas, dashes or brackets, in the midst of the words quoted, an
editor's words in square brackets. Of the page: a page number, a running head, the call of a note, *said X*
between two parts of a speech.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from citecheck.match.comparison import Comparison
from citecheck.match.numbers import is_call
from citecheck.match.phrases import cites, held
from citecheck.match.rules import Rules

MOST_WORDS = 9
"""Words of the longest aside and of the longest running head."""
MARK = re.compile(r"[,;:.!?…—–―()«»„“”\"|-]")
NUMBER_LINE = re.compile(r"\W*(?:\d{1,4}|[ivxlcIVXLC]{1,7})\W*")
DIGITS = re.compile(r"\d+")
MOST_SHIFTS = 3


def author_aside(result: Comparison, i1: int, i2: int) -> bool:
    """Whether quoted words that the page lacks are the quoting author's own *writes X*."""
    if not 0 < i2 - i1 <= MOST_WORDS or not _cited(result.fragment.words.folded[i1:i2], result.rules):
        return False
    words = result.fragment.words
    return any(
        _set_off(result.fragment.raw, words.starts, words.ends, first, last)
        for first, last in _shifts(words.folded, i1, i2)
    )


def editors_words(result: Comparison, i1: int, i2: int) -> bool:
    """Whether quoted words are all that stands in an editor's square brackets."""
    words, raw = result.fragment.words, result.fragment.raw
    if i1 == i2:
        return False
    before = raw[words.ends[i1 - 1] if i1 else 0 : words.starts[i1]]
    return before.rstrip().endswith("[") and raw[words.ends[i2 - 1] :].lstrip().startswith("]")


def speaker_named(result: Comparison, j1: int, j2: int) -> bool:
    """Whether words that only the page has say who speaks."""
    page = result.page
    if not 0 < j2 - j1 <= MOST_WORDS or not _cited(page.words.folded[j1:j2], result.rules):
        return False
    content, words = page.text.content, page.words
    return any(
        _set_off(content, words.starts, words.ends, first, last)
        for first, last in _shifts(words.folded, j1, j2)
    )


def page_furniture(result: Comparison, j1: int, j2: int) -> bool:
    """Whether words that only the page has are a note's call, a page number or a running head."""
    page = result.page
    if not 0 < j2 - j1 <= MOST_WORDS:
        return False
    content, words = page.text.content, page.words
    if all(is_call(content, words.starts[j], words.ends[j]) for j in range(j1, j2)):
        return True
    first = words.ends[j1 - 1] if j1 else 0
    last = words.starts[j2] if j2 < len(words) else len(content)
    between = content[first:last]
    lines = [line.strip() for line in between.split("\n")[1:-1] if line.strip()]
    shown = "".join(between.split("\n")[1:-1])
    inside = content[words.starts[j1] : words.ends[j2 - 1]]
    if not lines or len("".join(shown.split())) < len("".join(inside.split())):
        return False
    return all(_is_furniture(line, content) for line in lines)


def _is_furniture(line: str, content: str) -> bool:
    if NUMBER_LINE.fullmatch(line) or (line.isupper() and DIGITS.search(line)):
        return True
    letters = DIGITS.sub("", line).strip()
    if len(letters) < 2 or not DIGITS.search(line):
        return False
    return sum(DIGITS.sub("", other).strip() == letters for other in content.split("\n")) > 1


def _shifts(words: Sequence[str], first: int, last: int) -> list[tuple[int, int]]:
    """The stretch, and those that an alignment could have taken as well, with the same words at its edges."""
    places = [(first, last)]
    left, right = first, last
    while left > 0 and words[left - 1] == words[right - 1] and first - left < MOST_SHIFTS:
        left, right = left - 1, right - 1
        places.append((left, right))
    left, right = first, last
    while right < len(words) and words[left] == words[right] and left - first < MOST_SHIFTS:
        left, right = left + 1, right + 1
        places.append((left, right))
    return places


def _set_off(raw: str, starts: Sequence[int], ends: Sequence[int], first: int, last: int) -> bool:
    """Whether marks stand before and behind a stretch; an end of the text is as good as a mark."""
    before = raw[ends[first - 1] : starts[first]] if first else ","
    behind = raw[ends[last - 1] : starts[last]] if last < len(starts) else ","
    return (
        (first > 0 or last < len(starts))
        and MARK.search(before) is not None
        and MARK.search(behind) is not None
    )


def _cited(words: Sequence[str], rules: Rules) -> bool:
    return next(held(words, cites(rules)), None) is not None
