"""The letters of a quotation on a page whose spaces cannot be trusted.

Titles and emphasis are set with wide letters (`T h e  f e r r y`), which programs that write text out of PDFs
take for words of one letter; others lose the spaces altogether. The letters themselves are the page's.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from citecheck.match.page import Page
from citecheck.match.quoted import Quoted, Reading

LEAST = 25
"""Letters of a part that may be looked for so: with fewer, the end of one word and the beginning of the next
may be a third one."""


def solid_place(quoted: Quoted, page: Page) -> tuple[int, int] | None:
    """First word of the passage and the one behind it, `None` where not all letters are there in order."""
    return next((found for one in quoted.readings if (found := _place(one, page))), None)


def _place(reading: Reading, page: Page) -> tuple[int, int] | None:
    first: int | None = None
    at = 0
    for fragment in reading.fragments:
        letters = "".join(fragment.words.folded)
        if len(letters) < LEAST:
            return None
        at = page.letters.find(letters, at)
        if at < 0:
            return None
        if first is None:
            first = bisect_right(page.lengths, at) - 1
        at += len(letters)
    return None if first is None else (first, bisect_left(page.lengths, at))
