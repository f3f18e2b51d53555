"""What is equal and what is not: a quotation beside the passage found, an address before and after repair."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from citecheck.reference import Change, Part, Reference

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


BESIDE = 12
"""Characters of an unchanged stretch that are shown on each side of a change, where the stretch is cut."""
PAIRS = 20_000
"""Pairs of equal characters up to which two addresses are compared: some milliseconds. A torn address of 290
characters comes to 2,500 (`benchmarks.damage_urls`)."""
SIMILAR = 0.7
"""Share of a new address that the old one must hold for its changes to be shown within it."""
SHORTEST = 3
"""Characters that two addresses share by chance: so short a stretch between two changes is part of them."""


def mended(old: str, new: str) -> tuple[Part, ...]:
    """The address `old` with what is taken out of it and put in to make `new`.

    >>> [(part.kind, part.text) for part in mended("http://http://a.example/my news", "http://a.example/my_news")]
    [('out', 'http://'), ('same', 'http://a.example/my'), ('out', ' '), ('in', '_'), ('same', 'news')]
    """
    changes: list[tuple[str, str, str]] = []
    for tag, start, end, other_start, other_end in _opcodes(old, new):
        whole = end - start >= SHORTEST or not start or end == len(old)
        kept = old[start:end] if tag == "equal" and whole else ""
        if kept or not changes or changes[-1][0]:
            changes.append((kept, "", ""))
        if not kept:
            _, out, put = changes[-1]
            changes[-1] = ("", out + old[start:end], put + new[other_start:other_end])
    parts = (
        Part(text, kind) for texts in changes for text, kind in zip(texts, ("same", "out", "in"), strict=True)
    )
    return tuple(part for part in parts if part.text)


def varied(url: str, other: str) -> tuple[Part, ...]:
    """Another reading of an address: where it differs from `url`, with a few characters around it.

    >>> "".join(part.text for part in varied("http://a.example/2018/list/news_one", "http://a.example/2018/list/newsone"))
    '…18/list/news_one'
    """
    # What both begin and end with is most of them, and costs nothing to find.
    start = _alike(url, other)
    end = _alike(url[start:][::-1], other[start:][::-1])
    stops = len(url) - end, len(other) - end
    changes = mended(url[start : stops[0]], other[start : stops[1]])
    parts = [part for part in (Part(url[:start]), *changes, Part(url[stops[0] :])) if part.text]
    last = len(parts) - 1
    return tuple(
        replace(part, text=_elided(part.text, at > 0, at < last)) if part.kind == "same" else part
        for at, part in enumerate(parts)
    )


def finer(reference: Reference) -> tuple[Part, ...]:
    """The reference with its changes shown, those of a repaired address letter by letter.

    Of another address only what it begins and ends with alike is kept, and only where that is most of it.
    """
    done: list[Part] = []
    at = 0
    for edit in reference.edits:
        done.append(Part(reference.before[at : edit.start]))
        old, at = reference.before[edit.start : edit.end], edit.end
        closer = mended(old, edit.text)
        near = edit.change is Change.REPAIRED or len(closer) - len(_kept(closer)) == 1
        if near and sum(map(len, _kept(closer))) >= SIMILAR * len(edit.text):
            done += closer
        else:
            done += [Part(old, "out"), Part(edit.text, "in")]
    done.append(Part(reference.before[at:]))
    return tuple(part for part in done if part.text)


def _kept(parts: Sequence[Part]) -> list[str]:
    return [part.text for part in parts if part.kind == "same"]


def _opcodes(old: str, new: str) -> Sequence[tuple[str, int, int, int, int]]:
    """As of `SequenceMatcher`; one change where that would have to look at too many places."""
    letters = Counter(new)
    if sum(letters[one] for one in old) <= PAIRS:
        return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    stops = len(old) - end, len(new) - end
    return [
        ("equal", 0, start, 0, start),
        ("replace", start, stops[0], start, stops[1]),
        ("equal", stops[0], len(old), stops[1], len(new)),
    ]


def _elided(text: str, after: bool, before: bool) -> str:
    """An unchanged stretch `after` a change, `before` one, or both."""
    if len(text) <= BESIDE * (after + before) + 1:
        return text
    return (text[:BESIDE] if after else "") + "…" + (text[-BESIDE:] if before else "")


def _alike(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
