"""Where the author of a quotation left words out or put his own in: an ellipsis, an editor's brackets."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from citecheck.match.fold import split_words
from citecheck.match.quoted import gaps_in
from citecheck.model import Span

MARK = "[…]"
"""Stands for words that are left out and for the author's own, which the page need not have."""
BETWEEN = 400
"""Characters between two pieces at most, some sentences: further apart they may be of other people."""
LEAST_WORDS = 5
"""Words of a piece that is looked for by itself: shorter quotations are not looked for at all."""


def as_said(quotation: str, *, inserted: bool = True) -> str:
    """The quotation with a mark in the place of what the author left out, and what he put in with or without
    its brackets: marked, too, where it is not `inserted`.

    >>> as_said("in September [2021], the mine ... opened")
    'in September  2021 , the mine […] opened'
    >>> as_said("in September [2021], the mine ... opened", inserted=False)
    'in September […], the mine […] opened'
    """
    end, kept = 0, list[str]()
    for gap in gaps_in(quotation):
        told = gap[0][1:-1] if inserted and _words(gap[0]) else ""
        kept += [quotation[end : gap.start()], f" {told} " if told else MARK]
        end = gap.end()
    return "".join([*kept, quotation[end:]])


def insertions(quotation: str) -> list[str]:
    """What the author put into brackets."""
    return [gap[0] for gap in gaps_in(quotation) if _words(gap[0])]


def gap_places(quotation: str) -> list[int]:
    """Before which word each ellipsis between others stands: words from the beginning."""
    places = [
        len(split_words(quotation[: gap.start()]).folded)
        for gap in gaps_in(quotation)
        if _words(quotation[gap.end() :])
    ]
    return [place for place in places if place]


def pieces(quotation: str) -> list[str]:
    """What stands between the marks, where each piece is long enough to be looked for by itself, so that the
    page may have them in sentences of their own; nothing where there is one piece.

    >>> pieces("the mine was opened in May […] and the plant was closed in June")
    ['the mine was opened in May', 'and the plant was closed in June']
    """
    made = [piece for piece in _between(quotation) if _words(piece)]
    return made if len(made) > 1 and all(_words(piece) >= LEAST_WORDS for piece in made) else []


def in_order(spans: tuple[Span, ...]) -> bool:
    """Whether a page has the pieces one after the other, with no more than some sentences between."""
    return all(
        later.start - one.start >= 0 and later.start - one.end <= BETWEEN for one, later in pairwise(spans)
    )


def _between(quotation: str) -> Iterator[str]:
    start = 0
    for gap in gaps_in(quotation):
        yield quotation[start : gap.start()].strip(" ,;")
        start = gap.end()
    yield quotation[start:].strip(" ,;")


def _words(text: str) -> int:
    return len([word for word in text.split() if any(map(str.isalnum, word))])
