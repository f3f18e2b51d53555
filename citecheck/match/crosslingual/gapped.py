"""Where the author of a quotation left words out or put his own in: an ellipsis, an editor's brackets."""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.match.quoted import gaps_in
from citecheck.model import Span

MARK = "[…]"
"""Stands for words that are left out and for the author's own, which the page need not have."""
LEAST_WORDS = 5
"""Words of a piece that is looked for by itself: shorter quotations are not looked for at all."""


def as_said(quotation: str) -> str:
    """The quotation with a mark in the place of what the author put in or left out.

    >>> as_said("in September [2021], the mine ... opened")
    'in September […], the mine […] opened'
    """
    end, kept = 0, list[str]()
    for gap in gaps_in(quotation):
        kept += [quotation[end : gap.start()], MARK]
        end = gap.end()
    return "".join([*kept, quotation[end:]])


def gap_places(quotation: str) -> list[int]:
    """Where marks of `as_said` stand between words: characters from the beginning."""
    return [
        gap.start()
        for gap in gaps_in(quotation)
        if _words(quotation[: gap.start()]) and _words(quotation[gap.end() :])
    ]


def pieces(quotation: str) -> list[str]:
    """What stands between the marks, where each piece is long enough to be looked for by itself, so that the
    page may have them in sentences of their own; nothing where there is one piece.

    >>> pieces("the mine was opened in May […] and the plant was closed in June")
    ['the mine was opened in May', 'and the plant was closed in June']
    """
    made = [piece for piece in _between(quotation) if _words(piece)]
    return made if len(made) > 1 and all(_words(piece) >= LEAST_WORDS for piece in made) else []


def in_order(spans: tuple[Span, ...]) -> bool:
    """Whether a page has the pieces one after the other."""
    return list(spans) == sorted(spans, key=lambda span: span.start)


def _between(quotation: str) -> Iterator[str]:
    start = 0
    for gap in gaps_in(quotation):
        yield quotation[start : gap.start()].strip(" ,;")
        start = gap.end()
    yield quotation[start:].strip(" ,;")


def _words(text: str) -> int:
    return len([word for word in text.split() if any(map(str.isalnum, word))])
