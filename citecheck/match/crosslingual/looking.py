"""Looking for what a quotation says on a page in another language, whole or in the pieces that its author
left."""

from __future__ import annotations

from collections.abc import Iterable

from citecheck.match.crosslingual.across import Across
from citecheck.match.crosslingual.embedding import Embedder
from citecheck.match.crosslingual.gapped import as_said, in_order, insertions, pieces
from citecheck.match.crosslingual.sentences import sentences
from citecheck.match.fold import split_words
from citecheck.match.rules import Rules
from citecheck.model import Alignment, DifferenceKind, Text, Verdict

TURNED = frozenset((DifferenceKind.NEGATION, DifferenceKind.NUMBER))
"""Differences of the whole that no pieces undo."""


def compare_across(
    quotation: str, page: Text, ours: Rules, theirs: Rules, others: Iterable[str], embedder: Embedder
) -> Alignment:
    """Look for the sentence of `page` that says what `quotation` says, or for the sentences that say what
    stands between its ellipses."""
    others = list(others)

    def look(said: str, parts: list[str]) -> Alignment:
        embedder.expect(parts)
        return Across(said, parts, page, ours, theirs, others).compare(embedder)

    said = as_said(quotation)
    whole = look(said, _parts(said))
    if whole.verdict is Verdict.CONSISTENT:
        return whole
    if (inserted := insertions(quotation)) and _mere(whole, inserted):
        without = as_said(quotation, inserted=False)
        if (found := look(without, _parts(without))).verdict is Verdict.CONSISTENT:
            return found
    apart = pieces(said)
    if not apart or any(one.kind in TURNED for one in whole.differences):
        return whole
    found = look(said, [part for piece in apart for part in _parts(piece)])
    return found if found.verdict is Verdict.CONSISTENT and in_order(found.fragments) else whole


def _mere(found: Alignment, inserted: Iterable[str]) -> bool:
    """Whether all that differs is what the author put in and the page does not have."""
    put_in = {word for one in inserted for word in split_words(one).folded}
    return all(
        one.kind is not DifferenceKind.NEGATION
        and not one.found
        and put_in.issuperset(split_words(one.quoted).folded)
        for one in found.differences
    )


def _parts(quotation: str) -> list[str]:
    return [span.of(quotation) for span in sentences(quotation)] or [quotation]
