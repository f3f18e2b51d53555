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


def sentences(content: str) -> list[Span]:
    """Places of the sentences of `content`, fragments of under three words left out."""
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
            return spans
    _add(spans, content, start, len(content))
    return spans


def _add(spans: list[Span], content: str, start: int, end: int) -> None:
    piece = content[start:end]
    if len(piece.split()) >= LEAST_WORDS:
        lead = len(piece) - len(piece.lstrip())
        spans.append(Span(start + lead, start + len(piece.rstrip())))
