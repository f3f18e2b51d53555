"""A quotation beside the passage found, cut into pieces that are equal and pieces that are not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
LONGEST = 600
"""Tokens compared; longer ones are shown unmarked, since the cost grows with the product of the lengths."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; `differs` where the other side has something else there."""

    text: str
    differs: bool = False


def marked(quoted: str, found: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Pieces of the quotation and of the passage; case, spacing and kinds of marks do not differ.

    >>> marked("by 25 per cent", "by 35 per cent")[0]
    (Piece(text='by ', differs=False), Piece(text='25', differs=True), Piece(text=' per cent', differs=False))
    """
    left, right = _WORDS.findall(quoted), _WORDS.findall(found)
    if len(left) > LONGEST or len(right) > LONGEST:
        return (Piece(quoted),), (Piece(found),)
    folded, other = [_folded(one) for one in left], [_folded(one) for one in right]
    matcher = SequenceMatcher(None, folded, other, autojunk=False)
    quoted_pieces: list[Piece] = []
    found_pieces: list[Piece] = []
    for operation, start, end, other_start, other_end in matcher.get_opcodes():
        differs = operation != "equal"
        _add(quoted_pieces, left[start:end], differs)
        _add(found_pieces, right[other_start:other_end], differs)
    return tuple(quoted_pieces), tuple(found_pieces)


def containing(text: str, words: Sequence[str]) -> tuple[Piece, ...]:
    """`text` with each of `words` marked where it first stands, for passages in two languages."""
    places = sorted((text.find(word), len(word)) for word in words if word and word in text)
    pieces: list[Piece] = []
    done = 0
    for start, length in places:
        if start >= done:
            pieces += [Piece(text[done:start]), Piece(text[start : start + length], differs=True)]
            done = start + length
    pieces.append(Piece(text[done:]))
    return tuple(piece for piece in pieces if piece.text)


def _add(pieces: list[Piece], words: Sequence[str], differs: bool) -> None:
    """Adds the words; a difference that is nothing but spaces or marks is not marked."""
    if words:
        pieces.append(Piece("".join(words), differs and any(word[0].isalnum() for word in words)))


def _folded(token: str) -> str:
    if token.isspace():
        return " "
    if not token[0].isalnum() and token != "_":
        return _MARKS.get(token, token)
    return unicodedata.normalize("NFKC", token).casefold()


_MARKS = dict.fromkeys("'’‘`´", "'") | dict.fromkeys('"“”„«»‟', '"') | dict.fromkeys("-–—‐‑−", "-")


LONGEST_CHANGE = 32
"""Characters of a change that are shown: the address as printed and as read stand whole beside it."""
BESIDE = 12
"""Characters shown on each side of what a step of a repair changed."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What a step of a repair changed, with a few characters on both sides of it."""

    before: str
    out: str
    put: str
    after: str


def changed(old: str, new: str) -> Changed:
    """The one stretch in which `old` and `new` differ.

    >>> changed("http://www.a.example/list/7 one.html", "http://www.a.example/list/7_one.html")
    Changed(before='…mple/list/7', out=' ', put='_', after='one.html')
    """
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    before, after = old[:start], old[len(old) - end :]
    return Changed(
        before if len(before) <= BESIDE else "…" + before[1 - BESIDE :],
        _middle_out(old[start : len(old) - end]),
        _middle_out(new[start : len(new) - end]),
        after if len(after) <= BESIDE else after[: BESIDE - 1] + "…",
    )


def _alike(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _middle_out(text: str) -> str:
    half = LONGEST_CHANGE // 2
    return text if len(text) <= LONGEST_CHANGE else f"{text[:half]}…{text[-half:]}"
