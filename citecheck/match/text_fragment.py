"""The address part that makes a browser scroll to a passage and mark it.

`#:~:text=[prefix-,]start[,end][,-suffix]` (WICG Scroll to Text Fragment): words are matched without regard
to case, whole words only, the first place wins; `-`, `,` and `&` in words must be percent-encoded.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from citecheck.match.page import Page

EDGE_WORDS = 5
"""Words at each end of a long passage that the address names."""
SHORT_WORDS = 10
"""A passage of up to so many words is named whole."""
PREFIX_WORDS = 4
MOST_WORDS = 16
"""Where the same words stand before, more of them are named, up to so many."""
HAIR_SPACE = "\u200a"
SET_CALL = re.compile(HAIR_SPACE + r"\[([^\W_]{1,3})\]")
"""The number of a note in brackets that the reading of the page has set."""
IGNORED = str.maketrans("", "", "\u00ad\u200b\u2060\ufeff")


def text_fragment(page: Page, first: int, last: int) -> str:
    """The fragment for page words `first:last`, `#` included, from the page's own words."""
    whole = last - first <= SHORT_WORDS and "\n" not in page.span(first, last).of(page.text.content)
    head = _line(page, first, last, forward=True) if whole else _head(page, first, last)
    tail = None if whole else _tail(page, head[1], last)
    parts = [_encode(page, *head)]
    if tail is not None and head[1] <= tail[0] < last:
        parts.append(_encode(page, *tail))
    if first > 0 and not _is_first(page, *head, 0):
        parts.insert(0, _encode(page, *_before(page, *head)) + "-")
    return "#:~:text=" + ",".join(parts)


def _head(page: Page, first: int, last: int) -> tuple[int, int]:
    """The first words of a passage, as many as it takes that they stand nowhere before it."""
    for size in range(EDGE_WORDS, MOST_WORDS + 1):
        head = _line(page, first, min(last, first + size), forward=True)
        if head[1] < first + size or _is_first(page, *head, 0):
            return head
    return _line(page, first, min(last, first + EDGE_WORDS), forward=True)


def _tail(page: Page, onward: int, last: int) -> tuple[int, int]:
    """The last words, as many as it takes that they stand nowhere between the first ones, which end at word
    `onward`, and the end."""
    tail = (last, last)
    for size in range(EDGE_WORDS, MOST_WORDS + 1):
        tail = _line(page, max(onward, last - size), last, forward=False)
        if tail[0] > last - size or _is_first(page, *tail, onward):
            break
    return tail


def _before(page: Page, first: int, last: int) -> tuple[int, int]:
    """Words before a passage that tell it from an equal one before it."""
    for size in range(PREFIX_WORDS, MOST_WORDS + 1):
        before = _line(page, max(0, first - size), first, forward=False)
        if before[0] > first - size or _is_first(page, before[0], last, 0):
            return before
    return _line(page, max(0, first - PREFIX_WORDS), first, forward=False)


def _line(page: Page, first: int, last: int, *, forward: bool) -> tuple[int, int]:
    """The words that stand on one line with the first (or last) of `first:last`: one block of the page."""
    content, words = page.text.content, page.words
    if last - first < 2 or "\n" not in content[words.starts[first] : words.ends[last - 1]]:
        return first, last
    for at in range(first + 1, last) if forward else range(last - 1, first, -1):
        if "\n" in content[words.ends[at - 1] : words.starts[at]]:
            return (first, at) if forward else (at, last)
    return first, last


def _is_first(page: Page, first: int, last: int, start: int) -> bool:
    """Whether the words `first:last` stand nowhere between word `start` and themselves."""
    needle = f" {' '.join(page.words.folded[first:last])} "
    return page.folded.find(needle, max(0, page.offset(start) - 1)) == page.offset(first) - 1


def _encode(page: Page, first: int, last: int) -> str:
    shown = page.span(first, last).of(page.text.content)
    if HAIR_SPACE in shown:
        shown = SET_CALL.sub(r"\1", shown)
    raw = " ".join(shown.translate(IGNORED).split())
    return quote(raw, safe="", errors="replace").replace("-", "%2D")
