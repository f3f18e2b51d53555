"""Whether a passage that was located is no reading of a quotation but a kin language's words for it.

*La responsabilità penale è personale* stands on no Spanish page, and *La responsabilidad penal es personal*
is not it altered. A short text often tells no language; two that were aligned tell more: what differs on one
side is in one language and what differs on the other side in another.
"""

from __future__ import annotations

from collections.abc import Iterable

from citecheck.match.fold import split_words
from citecheck.match.language import language_of, languages_by_word
from citecheck.match.page import Page
from citecheck.match.quoted import Quoted
from citecheck.model import Alignment

OWN_WORDS = 0.87
"""Score from which a passage is the quotation itself, though its few words look like another language's. Of
8,000 sentences of news beside translations into neighbour languages none was above 0.82."""
SPREAD, SHORT_SPREAD = 0.5, 0.4
"""Share of a quotation's words that a passage in another language lacks as they stand, where the texts tell
their languages, and where their small words do: an editor who changes words leaves most of them."""
OWN_SMALL = 3
"""Small words of the manuscript's language that differ, from which a passage that has others there, none of
them of that language, is no altered one: both share a long foreign title."""


def translated(quoted: Quoted, page: Page, shown: Alignment, language: str | None) -> tuple[str, str] | None:
    """Languages of quotation and page where `shown` is a translation, else `None`.

    `language`: the caller's word for the quotation's. Short texts are often as near as a translation is.
    """
    if shown.found is None:
        return None
    score, ours, theirs = shown.score or 0.0, quoted.language, page.language
    mine, found = frozenset(quoted.readings[0].whole.words.folded), frozenset(split_words(shown.found).folded)
    spread = len(mine - found) / max(1, len(mine))
    apart = ours != theirs and score < OWN_WORDS
    if ours and theirs and apart and (spread >= SPREAD or language_of(shown.found) == theirs):
        return ours, theirs
    if spread < SHORT_SPREAD:
        return None
    for own in dict.fromkeys(
        (ours or language, language)
    ):  # a long foreign title may tell its language alone
        if pair := _by_small_words(mine - found, found - mine, own, theirs):
            return pair
    if language and theirs and theirs not in (language, ours) and score < OWN_WORDS and found - mine:
        left, right = _counted(mine - found), _counted(found - mine)
        if left.get(language, 0) >= OWN_SMALL + left.get(theirs, 0) and not right.get(language):
            return language, theirs
    if ours is None and language and theirs and language != theirs and spread >= SPREAD:
        counts = _counted(mine)  # a manuscript may quote in the page's language, not in its own
        return (language, theirs) if counts.get(language, 0) >= counts.get(theirs, 0) else None
    return None


def _by_small_words(
    mine: frozenset[str], found: frozenset[str], ours: str | None, theirs: str | None
) -> tuple[str, str] | None:
    """Two languages of words that differ: some of ours are the one's alone, some of theirs the other's."""
    left, right = _counted(mine), _counted(found)
    languages = left.keys() | right.keys()
    best: tuple[int, str, str] | None = None
    for one in [ours] if ours else sorted(languages):
        for other in [theirs] if theirs else sorted(languages):
            more = left.get(one, 0) - left.get(other, 0), right.get(other, 0) - right.get(one, 0)
            if min(more) > 0 and (best is None or sum(more) > best[0]):
                best = sum(more), one, other
    return best[1:] if best else None


def _counted(words: Iterable[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for word in words:
        for code in languages_by_word().get(word, ()):
            counts[code] = counts.get(code, 0) + 1
    return counts
