"""The numbers of a quotation and of the passage it was found at, compared as values."""

from __future__ import annotations

from citecheck.match.comparison import Comparison
from citecheck.match.hours import as_times
from citecheck.match.numbers import Number, numbers_in, unequal, with_call
from citecheck.model import Difference, DifferenceKind


def numbers_compared(result: Comparison) -> None:
    """Note which numbers of the quotation are not those of the passage."""
    words = result.fragment.words
    raw = result.fragment.raw
    quoted = _kept(numbers_in(raw[: words.ends[-1] + 1], result.rules), words.starts[0], result.excused)
    span = result.page.span(result.first, result.last)
    around = max(0, span.start - 1)
    content = result.page.text.content[around : span.end + 24]
    found = _kept(numbers_in(content, result.rules, around), span.start, result.excused_page)
    found = [number for number in found if number.start < span.end]
    # A number that answers to a word (`ten` to `12`) was told with that word.
    told = [one for one in result.differences if one.kind is DifferenceKind.NUMBER or _unjudged(result, one)]
    pairs = unequal(quoted, found)
    times = (as_times(quoted, raw), as_times(found, content, around)) if pairs else ([], [])
    # Of *4:90* and *4:00* only one is a time: what is left of the other is another number.
    timed = unequal(*times) if len(times[0]) == len(times[1]) else pairs
    for ours, theirs in min(pairs, timed, key=len):
        if ours and theirs and _scale_misread(result, ours, theirs):
            continue
        mine = raw[slice(*ours.whole)] if ours else ""
        other = result.page.text.content[slice(*theirs.whole)] if theirs else ""
        if (
            ours
            and theirs
            and (
                with_call(mine, other, result.page.text.content[theirs.whole[1] : theirs.whole[1] + 2])
                or with_call(other, mine, raw[ours.whole[1] : ours.whole[1] + 2])
            )
        ):
            result.calls += 1
            continue
        if (mine and other) or not any(one.found == other if other else one.quoted == mine for one in told):
            result.add(DifferenceKind.NUMBER, mine, other)


def _unjudged(result: Comparison, one: Difference) -> bool:
    """Whether a figure answers to a word in a language whose number words are not known: it may be one."""
    words = one.kind is DifferenceKind.WORD and bool(one.quoted and one.found)
    return words and not result.rules.numbers


def _scale_misread(result: Comparison, ours: Number, theirs: Number) -> bool:
    """Whether two numbers differ by a scale word that is damaged on one side (`100 гысяч`)."""
    if ours.bare != theirs.bare or (ours.scale < 0) == (theirs.scale < 0):
        return False
    return any(low <= ours.scale < high for low, high in result.excused) or any(
        low <= theirs.scale < high for low, high in result.excused_page
    )


def _kept(numbers: list[Number], start: int, excused: list[tuple[int, int]]) -> list[Number]:
    return [
        number
        for number in numbers
        if number.start >= start and not any(low <= number.start < high for low, high in excused)
    ]
