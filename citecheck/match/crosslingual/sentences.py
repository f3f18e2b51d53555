"""Texts cut into sentences, each with its place."""

from __future__ import annotations

import re

from citecheck.model import Span

BOUNDARY = re.compile(r"[.!?…][\"'»”’)\]]{0,2}\s+|\n+|(?<=[.!?…][»”\"])\s")
INITIAL = re.compile(r"(?:^|[\s(«“„])[^\W\d_]{1,2}\.$")
"""A sentence that seems to end with one or two letters and a full stop goes on: *V.*, *St.*, *г. Минск*"""
UNIT = re.compile(r"(?:\d|\b(?:тыс|млн|млрд|тис|tys|mln|mld|Mio|Mrd)\.?)\s?[^\W\d_]{1,2}\.$")
"""Behind a number or a scale word such letters are its unit, and the sentence ends: *12 млн т.*, *2016 г.*"""
ARTICLES = "am|vom|zum|zur|dem|den|der|des|im|die|das|ein|eine[mnr]?|jede[nmrs]?|bis|ab|und|seit"
ORDINAL = re.compile(rf"\b(?:{ARTICLES})\s\d{{1,2}}\.$")
"""A German ordinal, whose noun has a capital as a new sentence has: *ab dem 1. September*"""
LEAST_WORDS = 3
MOST_SENTENCES = 400
MOST_WORDS = 120
"""Words of a sentence, four times those of a long one. A page without full stops would be one; the words of
two sentences are held against each other."""
_WORD = re.compile(r"\S+")
_PAUSES = (",", ";", ":", "،", "—", "–")
CLAUSE = re.compile(r"[,;:«»“”\"()]\s*|\s[—–-]\s")
WINDOW = (0.5, 1.6)
"""Lengths of runs of clauses, as shares of the quotation's."""
MOST_WINDOWS = 4


def sentences(content: str) -> list[Span]:
    """Places of the sentences of `content`, fragments of under three words left out, what has no end for more
    than `MOST_WORDS` cut at a pause."""
    spans: list[Span] = []
    start = 0
    for boundary in BOUNDARY.finditer(content):
        mark = content[start : boundary.start() + 1].rstrip()
        following = content[boundary.end() : boundary.end() + 1]
        if "\n" not in boundary[0] and (
            following.islower()
            or (INITIAL.search(mark[-8:]) and not UNIT.search(mark[-16:]))
            or ORDINAL.search(mark[-16:])
        ):
            continue
        _add(spans, content, start, boundary.end())
        start = boundary.end()
        if len(spans) >= MOST_SENTENCES:
            return spans[:MOST_SENTENCES]
    _add(spans, content, start, len(content))
    return spans[:MOST_SENTENCES]


def _add(spans: list[Span], content: str, start: int, end: int) -> None:
    words = list(_WORD.finditer(content, start, end))
    while len(words) > MOST_WORDS:
        pauses = (at for at in range(MOST_WORDS, MOST_WORDS // 2, -1) if words[at - 1][0].endswith(_PAUSES))
        cut = next(pauses, MOST_WORDS)
        spans.append(Span(words[0].start(), words[cut - 1].end()))
        words = words[cut:]
    if len(words) >= LEAST_WORDS:
        spans.append(Span(words[0].start(), words[-1].end()))


def windows_of(sentence: str, size: int) -> list[str]:
    """Runs of clauses of a sentence about as long as `size` characters, the nearest in length first."""
    if len(sentence) < 1.25 * size:
        return []
    cuts = [0, *(found.end() for found in CLAUSE.finditer(sentence)), len(sentence)]
    fit: set[str] = set()
    for first in range(len(cuts) - 1):
        for last in range(first + 1, len(cuts)):
            run = sentence[cuts[first] : cuts[last]].strip()
            if len(run) > WINDOW[1] * size:
                break  # a row of figures has a comma behind each
            if len(run) >= WINDOW[0] * size and (first, last) != (0, len(cuts) - 1):
                fit.add(run)
    return sorted(fit, key=lambda run: (abs(len(run) - size), run))[:MOST_WINDOWS]
