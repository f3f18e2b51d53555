"""A quotation as it is looked for: fragments between ellipses and editor's brackets, and the joined readings.

An ellipsis or a bracket is the author's sign that the source has other or more words there, or it is the
source's own. Both readings are tried; the page decides. A note number that the extraction of the manuscript
glued to a word (`année. 22Le`, `83USD`) is no part of the quotation, unless the page has it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from citecheck.match.fold import Words, split_words

GAP = re.compile(
    r"[(\[<]\s*(?:\.\s?\.\s?\.|…)\s*[)\]>]|…|\.\s?\.\s?\.+|(?<![^\W_])\[[^\[\]]{1,200}\](?![^\W_])"
)
"""An ellipsis in any dress, or brackets that are not glued to a word."""
SIC = re.compile(r"(?i)\[\s*(?:sic|так)\b[^\]]{0,20}\]|\[\d{1,3}\]")
"""Brackets that stand for no words of the source."""
GLUED = re.compile(
    r"(?<=[^\W\d_][^\W\d_])\d{1,3}(?![\d\w.,])|(?<=[.,;:!?»”\"])\d{1,3}(?=[^\W\d_])|(?<![\w.,])\d{1,3}(?=[^\W\d_]{2})"
)
"""Up to three digits glued to a word with no space: a note number as likely as a number."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """A run of words that the source should have as it is."""

    words: Words
    optional: frozenset[int]
    """Indexes of words that may be note numbers."""
    loose: bool = False
    """Comes after an editor's insertion, not after an ellipsis: the source goes on at once or nearly."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """All that is looked for on a page."""

    raw: str
    joined: tuple[tuple[str, ...], ...]
    """Readings as one run of folded words: everything, without the bracketed words, without note numbers."""
    fragments: tuple[Fragment, ...]
    open_end: bool
    """Ends with an ellipsis: the author says that the source goes on."""

    @property
    def size(self) -> int:
        return sum(len(fragment.words) for fragment in self.fragments)


def read_quotation(raw: str) -> Quoted:
    """The readings of a quotation. Offsets of its words point into `raw`."""
    cleaned = SIC.sub(lambda found: " " * len(found[0]), raw)
    glued = {found.start() for found in GLUED.finditer(cleaned)}
    pieces: list[tuple[int, int, bool]] = []
    start, loose, open_end = 0, False, False
    for gap in GAP.finditer(cleaned):
        pieces.append((start, gap.start(), loose))
        start = gap.end()
        loose = any(character.isalpha() for character in gap[0])
        open_end = not loose and not any(character.isalnum() for character in cleaned[start:])
    pieces.append((start, len(cleaned), loose))
    fragments = tuple(
        fragment
        for first, last, after in pieces
        if len((fragment := _fragment(cleaned, first, last, glued, after)).words)
    )
    return Quoted(raw, _joined(cleaned, fragments, glued), fragments, open_end)


def _fragment(raw: str, first: int, last: int, glued: set[int], loose: bool) -> Fragment:
    words = split_words(raw[first:last], brackets=True)
    for index in range(len(words)):
        words.starts[index] += first
        words.ends[index] += first
    return Fragment(words, frozenset(i for i, at in enumerate(words.starts) if at in glued), loose)


def _joined(raw: str, fragments: tuple[Fragment, ...], glued: set[int]) -> tuple[tuple[str, ...], ...]:
    whole = split_words(raw, brackets=True)
    readings = [whole.folded, tuple(word for fragment in fragments for word in fragment.words.folded)]
    if glued:
        readings.append(
            tuple(word for word, at in zip(whole.folded, whole.starts, strict=True) if at not in glued)
        )
        readings.append(
            tuple(
                word
                for fragment in fragments
                for index, word in enumerate(fragment.words.folded)
                if index not in fragment.optional
            )
        )
    return tuple(dict.fromkeys(reading for reading in readings if reading))
