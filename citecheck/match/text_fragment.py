"""The address part that makes a browser scroll to a passage and mark it.

`#:~:text=[prefix-,]start[,end][,-suffix]` (WICG Scroll to Text Fragment): words are matched without regard
to case, whole words only, the first place wins; `-`, `,` and `&` in words must be percent-encoded.
"""

from __future__ import annotations

from urllib.parse import quote

from citecheck.match.page import Page

EDGE_WORDS = 5
"""Words at each end of a long passage that the address names."""
SHORT_WORDS = 10
"""A passage of up to so many words is named whole."""
PREFIX_WORDS = 4
IGNORED = str.maketrans("", "", "\u00ad\u200b\u2060\ufeff")


def text_fragment(page: Page, first: int, last: int) -> str:
    """The fragment for page words `first:last`, `#` included, from the page's own words."""
    whole = last - first <= SHORT_WORDS and "\n" not in page.span(first, last).of(page.text.content)
    head = _line(page, first, last if whole else min(last, first + EDGE_WORDS), forward=True)
    tail = None if whole else _line(page, max(first, last - EDGE_WORDS), last, forward=False)
    parts = [_encode(page, *head)]
    if tail is not None and tail[0] >= head[1]:
        parts.append(_encode(page, *tail))
    if not _is_first(page, *head) and first > 0:
        before = _line(page, max(0, first - PREFIX_WORDS), first, forward=False)
        parts.insert(0, _encode(page, *before) + "-")
    return "#:~:text=" + ",".join(parts)


def _line(page: Page, first: int, last: int, *, forward: bool) -> tuple[int, int]:
    """The words that stand on one line with the first (or last) of `first:last`: one block of the page."""
    content, words = page.text.content, page.words
    for at in range(first + 1, last) if forward else range(last - 1, first, -1):
        if "\n" in content[words.ends[at - 1] : words.starts[at]]:
            return (first, at) if forward else (at, last)
    return first, last


def _is_first(page: Page, first: int, last: int) -> bool:
    needle = f" {' '.join(page.words.folded[first:last])} "
    return page.folded.find(needle) == page.offset(first) - 1


def _encode(page: Page, first: int, last: int) -> str:
    raw = " ".join(page.span(first, last).of(page.text.content).translate(IGNORED).split())
    return quote(raw, safe="").replace("-", "%2D")
