"""How the source goes on after a quotation: one that stops before the *but* says more than its source."""

from __future__ import annotations

import re

from citecheck.match.fold import split_words
from citecheck.match.rules import Rules

LOOK_AHEAD = 400
"""Characters after the quotation that are read."""
REST_WORDS = 14
"""Words of the rest of the sentence within which an exception still belongs to what was quoted."""
SENTENCE = re.compile(r"[.!?…]+[\"'»”’)\]]*(?=\s|$)|\n")
CLAUSE = re.compile(r"[,;:–—(-]")


def stops_early(content: str, end: int, rules: Rules) -> bool:
    """Whether the source, after `end`, takes back or limits what was quoted.

    An exception (*unless*, *sauf*) counts in the rest of the sentence, an objection (*but*, *однако*) where
    it begins the next clause or the next sentence of the paragraph.
    """
    ahead = content[end : end + LOOK_AHEAD]
    stop = SENTENCE.search(ahead)
    rest = ahead[: stop.start()] if stop else ahead
    if _within(rest, rules):
        return True
    if any(_begins(part, rules.contrast) for part in CLAUSE.split(rest)[:3]):
        return True
    if stop is None or stop[0] == "\n" or len(split_words(rest)) > REST_WORDS:
        return False
    return _begins(ahead[stop.end() :], rules.contrast) or _begins(ahead[stop.end() :], rules.exception)


def _begins(text: str, phrases: tuple[tuple[str, ...], ...]) -> bool:
    words = split_words(text[:80]).folded
    return any(words[: len(phrase)] == phrase for phrase in phrases)


def _within(text: str, rules: Rules) -> bool:
    words = split_words(text).folded[:REST_WORDS]
    return any(
        words[at : at + len(phrase)] == phrase for at in range(len(words)) for phrase in rules.exception
    )
