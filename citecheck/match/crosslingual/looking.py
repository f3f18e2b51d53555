"""Looking for what a quotation says on a page in another language, whole or in the pieces that its author
left."""

from __future__ import annotations

from collections.abc import Iterable

from citecheck.match.crosslingual.across import Across
from citecheck.match.crosslingual.embedding import Embedder
from citecheck.match.crosslingual.gapped import as_said, in_order, pieces
from citecheck.match.crosslingual.sentences import sentences
from citecheck.match.rules import Rules
from citecheck.model import Alignment, Text, Verdict


def compare_across(
    quotation: str, page: Text, ours: Rules, theirs: Rules, others: Iterable[str], embedder: Embedder
) -> Alignment:
    """Look for the sentence of `page` that says what `quotation` says, or for the sentences that say what
    stands between its ellipses."""
    said, others = as_said(quotation), list(others)
    embedder.expect(parts := _parts(said))
    whole = Across(said, parts, page, ours, theirs, others).compare(embedder)
    if whole.verdict is Verdict.CONSISTENT or not (apart := pieces(said)):
        return whole
    embedder.expect(parts := [part for piece in apart for part in _parts(piece)])
    found = Across(said, parts, page, ours, theirs, others).compare(embedder)
    return found if found.verdict is Verdict.CONSISTENT and in_order(found.fragments) else whole


def _parts(quotation: str) -> list[str]:
    return [span.of(quotation) for span in sentences(quotation)] or [quotation]
