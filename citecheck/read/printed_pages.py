"""The page numbers that are printed on the pages of a PDF, where its file does not say them.

An offprint begins on page 159, a book after sixteen pages of front matter in roman numerals. A number at the
head or the foot of a page is its number when it grows by one from page to page with those of other pages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from citecheck.romans import roman, value_of_roman

EDGE_LINES = 2
"""Lines at the head and at the foot of a page in which its number stands."""
LEAST_PAGES = 3
"""Pages that must agree; in a file of fewer, all of them."""
LEAST_SHARE = 0.4
"""Share of the pages between the first and the last that agree: chapters begin without a number."""
ARABIC = re.compile(r"^\W{0,4}(\d{1,4})(?![\d.,/:-]*\d)(?=\W|$)|(?:^|(?<=\s)|(?<=[|·–—-]))(\d{1,4})\W{0,4}$")
ROMAN = re.compile(r"^\W{0,4}([ivxlc]{1,7}|[IVXLC]{1,7})\W{0,4}$")


def printed_pages(texts: Sequence[str]) -> list[str]:
    """The printed number of each page, empty where it cannot be told."""
    labels = [""] * len(texts)
    arabic = _steps([list(_numbers(text)) for text in texts])
    if arabic is not None:
        step, _, _ = arabic
        labels = [str(index + step) if index + step > 0 else "" for index in range(len(texts))]
    small = _steps([list(_romans(text)) for text in texts])
    if small is not None:
        step, _, last = small
        for index in range(last + 1):
            if index + step > 0:
                labels[index] = roman(index + step)
    return labels


def _steps(found: Sequence[Sequence[int]]) -> tuple[int, int, int] | None:
    """By how much numbers exceed their pages' places, and the first and last page that agree."""
    votes = Counter(value - index for index, values in enumerate(found) for value in set(values))
    for step, number in votes.most_common(3):
        places = [index for index, values in enumerate(found) if index + step in values]
        if number >= min(LEAST_PAGES, max(2, len(found))) and number >= LEAST_SHARE * (
            places[-1] - places[0] + 1
        ):
            return step, places[0], places[-1]
    return None


def _edges(text: str) -> Iterator[str]:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    yield from dict.fromkeys(lines[:EDGE_LINES] + lines[-EDGE_LINES:])


def _numbers(text: str) -> Iterator[int]:
    for line in _edges(text):
        for match in ARABIC.finditer(line):
            yield int(match[1] or match[2])


def _romans(text: str) -> Iterator[int]:
    for line in _edges(text):
        if match := ROMAN.match(line):
            value = value_of_roman(match[1])
            if value:
                yield value
