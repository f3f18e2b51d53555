"""Quotations without a note whose source is linked beside them, as pages of the web and blogs do.

`The minister told [the paper](https://…) that "no money was promised".` A link in a quotation's own sentence,
in what leads up to a block (`the ministry writes:`) or in the line below it (`— Ann Reed`) names its source,
or at least may: it is compared, and a page that lacks the words says nothing against them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from citecheck.model import Quotation, QuotationKind, Span
from citecheck.parse.sentences import Sentences
from citecheck.patterns import late

REASON = "the sentence links to it"
LONGEST = 5_000
"""Characters on either side of a quotation in which its paragraph is looked for."""
_BREAK = late(r"\n[ \t>]*\n")
_GOES_ON = late(r"\s*(?:[(\[—–-]|\*?[Ss]ources?\b)")
"""Beginning of what follows a quotation and still speaks of it."""


def with_linked_sources(
    content: str, quotations: Sequence[Quotation], loose: Sequence[tuple[int, int]]
) -> tuple[Quotation, ...]:
    """`quotations` with those that rest on no note tied to the links beside them.

    `loose`: of the manuscript's links that stand in no note, in order, where each begins and its index among
    all.
    """
    if not loose:
        return tuple(quotations)
    return tuple(_tied(content, quotation, loose) for quotation in quotations)


def _tied(content: str, quotation: Quotation, loose: Sequence[tuple[int, int]]) -> Quotation:
    if quotation.note_id is not None or quotation.kind is not QuotationKind.PASSAGE:
        return quotation
    for beside in _beside(content, quotation):
        first = bisect_left(loose, (beside.start, 0))
        last = bisect_left(loose, (beside.end, 0))
        if last > first:
            return replace(quotation, links=tuple(index for _, index in loose[first:last]), reason=REASON)
    return quotation


def _beside(content: str, quotation: Quotation) -> Iterator[Span]:
    """Stretches that may link to the source, the likeliest first."""
    paragraph = _paragraph(content, quotation.start, quotation.end)
    if not quotation.block:
        yield _sentences(content, paragraph, quotation)
        return
    yield paragraph
    below = _paragraph(content, _next(content, paragraph.end))
    if _GOES_ON.match(content, below.start, below.end):
        yield below
    above = _paragraph(content, len(content[: paragraph.start].rstrip(" \t\n>")))
    lead = content[above.start : above.end]
    if lead.rstrip(" *_").endswith(":"):
        yield Span(above.start + Sentences(lead).starts[-1], above.end)


def _sentences(content: str, paragraph: Span, quotation: Quotation) -> Span:
    """The sentences that the quotation stands in, with a bracket or a dash behind them."""
    text = content[paragraph.start : paragraph.end]
    found = Sentences(text)
    first = found.at(quotation.start - paragraph.start)
    last = found.at(max(quotation.start, quotation.end - 1) - paragraph.start)
    end = found.end(last)
    if end < len(text) and _GOES_ON.match(text, end):
        end = found.end(last + 1)
    return Span(paragraph.start + found.start(first), paragraph.start + end)


def _paragraph(content: str, start: int, end: int | None = None) -> Span:
    """The paragraph around a stretch; no more than `LONGEST` characters of it on either side."""
    end = start if end is None else end
    low, high = max(0, start - LONGEST), min(len(content), end + LONGEST)
    breaks = [match.end() for match in _BREAK.finditer(content, low, start)]
    after = _BREAK.search(content, end, high)
    return Span(breaks[-1] if breaks else low, after.start() if after else high)


def _next(content: str, place: int) -> int:
    while place < len(content) and content[place] in " \t\n>":
        place += 1
    return place
