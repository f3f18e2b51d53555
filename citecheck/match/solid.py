"""The letters of a quotation on a page whose spaces cannot be trusted.

Titles and emphasis are set with wide letters (`T h e  f e r r y`), which programs that write text out of PDFs
take for words of one letter; others lose the spaces altogether. The letters themselves are the page's.
"""

from __future__ import annotations

from citecheck.match.page import AROUND, Page, pages_of
from citecheck.match.quoted import Quoted, Reading
from citecheck.match.text_fragment import text_fragment
from citecheck.model import Alignment, Reason, Verdict

LEAST = 25
"""Letters of a part that may be looked for so: with fewer, the end of one word and the beginning of the next
may be a third one."""


def same_letters(quoted: Quoted, page: Page) -> Alignment | None:
    """The passage of which only the spaces differ, `None` where not all letters are there in order."""
    places = next((found for one in quoted.readings if (found := _place(one, page))), None)
    if places is None:
        return None
    first, last = places
    span, content = page.span(first, last), page.text.content
    return Alignment(
        Verdict.NEAR,
        Reason("same-letters"),
        score=1.0,
        span=span,
        found=span.of(content),
        prefix=content[max(0, span.start - AROUND) : span.start],
        suffix=content[span.end : span.end + AROUND],
        fragments=(span,),
        quote_language=quoted.language,
        page_language=page.language,
        **pages_of(page, span),
        text_fragment=text_fragment(page, first, last),
    )


def _place(reading: Reading, page: Page) -> tuple[int, int] | None:
    """First word of the passage and the one behind it."""
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
            first = page.word_of_letter(at)
        at += len(letters)
    return None if first is None else (first, page.word_of_letter(at - 1) + 1)
