"""The sentence around a note's marker, with its quotations marked in it, or shortened if shown below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from citecheck.model import Span
from citecheck.report.context import Contexts
from citecheck.report.evidence import LONGEST, QuoteView
from citecheck.report.marked import Piece, containing

LONG = 160
"""Characters from which on a quotation that stands beside its passage is shortened in the sentence."""
KEPT = 45
"""Characters, at most, that are left of it at either end."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words before the marker, the marker, words behind it. What `differs` is a quotation."""

    before: tuple[Piece, ...]
    marker: str
    after: tuple[Piece, ...]


def said(
    contexts: Contexts, marker: Span, quotes: Sequence[QuoteView], language: str | None
) -> tuple[Said, list[QuoteView]]:
    """The sentence, and the quotations with `within` filled: such a one need not be shown again.

    A quotation without a passage to stand beside is marked in the sentence, which is made long enough for
    it. `language`: of the manuscript; a quotation in another one stands by itself, with its language.
    """
    lone = [
        one for one in quotes if not one.found and _near(one, marker) and one.language in (None, language)
    ]
    ends = [place for quote in lone for place in (quote.start, quote.end)]
    context = contexts.around(marker, Span(min(ends), max(ends)) if ends else None)
    shares = [_shares(contexts, marker, quote) for quote in quotes]
    before = containing(context.before, [one for one, _ in shares])
    after = containing(context.after, [other for _, other in shares])
    here = {""} | {piece.text for piece in before if piece.differs}
    there = {""} | {piece.text for piece in after if piece.differs}
    below = {share for quote, pair in zip(quotes, shares, strict=True) if quote not in lone for share in pair}
    filled = [
        replace(quote, within=quote in lone and one in here and other in there)
        for quote, (one, other) in zip(quotes, shares, strict=True)
    ]
    return Said(_shortened(before, below), context.marker, _shortened(after, below)), filled


def _near(quote: QuoteView, marker: Span) -> bool:
    return marker.start - quote.start <= LONGEST and quote.end - marker.end <= LONGEST


def _shares(contexts: Contexts, marker: Span, quote: QuoteView) -> tuple[str, str]:
    """The quotation's words before the marker and behind it."""
    one = Span(quote.start, min(quote.end, marker.start)) if quote.start < marker.start else None
    other = Span(max(quote.start, marker.end), quote.end) if quote.end > marker.end else None
    return contexts.words(one) if one else "", contexts.words(other) if other else ""


def _shortened(pieces: Sequence[Piece], below: set[str]) -> tuple[Piece, ...]:
    """Quotations that stand `below` unmarked, without the middle of long ones."""
    return tuple(
        Piece(_without_middle(one.text)) if one.differs and one.text in below else one for one in pieces
    )


def _without_middle(text: str) -> str:
    if len(text) <= LONG:
        return text
    return f"{text[:KEPT].rpartition(' ')[0]} […] {text[-KEPT:].partition(' ')[2]}"
