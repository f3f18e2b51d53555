"""Dates of access whose first word is glued to the address: `/mill.htmlaccessed 3 May 2019`."""

from __future__ import annotations

from citecheck.patterns import late
from citecheck.repair.cut import label_at

LEAST = 5
"""Letters of such words: shorter ones may be the name of a page (`/mill/2see`)."""
_RUN = late(r"[^\W\d_]{3,40}(?=:?\Z)")
_ENDING = late(r"(?i)(?:html?|xhtml|php|aspx?|jsp|pdf|docx?|xlsx?|csv|txt|xml|jpe?g|png|mp3)")
_DATE = late(r":?\s[^\d()\[\]]{0,16}(?:\d{1,2}\D[\s\S]{0,20}?)?(?<!\d)(?:19|20)\d\d(?!\d)")


def access_glued(text: str, start: int, end: int) -> int:
    """Offset in the address, up to `end`, at which a word of access is glued to it: behind a file's ending or
    a digit, and before a date. -1 where none is.

    >>> text = "https://a.example/mill.htmlaccessed 3 May 2019"
    >>> text[: access_glued(text, 0, text.index(" "))]
    'https://a.example/mill.html'
    >>> access_glued("https://a.example/files/accessed by 12 boats", 0, 32)
    -1
    """
    run = _RUN.search(text, start, end)
    if run is None:
        return -1
    at = run.start()
    before = text[at - 1 : at]
    if before == ".":
        places = sorted({at + size for size in range(3, 6) if _ENDING.fullmatch(text, at, at + size)})
    else:
        places = [at] if before.isdecimal() else []
    for place in places:
        label = label_at(text, place) if place < run.end() else None
        if label is None or label.start("label") > place or label.end() < run.end():
            continue
        if len(label["label"]) >= LEAST and _DATE.match(text, label.end()):
            return place
    return -1
