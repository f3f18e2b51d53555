"""Words by what they mean where they stand, out of the hidden layers of the installed model.

A vector of a word by itself tells little: of 400 French words 32 in 100 had a translation as their nearest of
6,000 Russian ones. The vectors that the model makes of the words of a sentence on its way tell much more,
since they know the sentence (`LEAST` in `counterparts.py`).
"""

from __future__ import annotations

import json
from base64 import b64decode
from collections import OrderedDict
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from citecheck.match.crosslingual.layers import Array, Layers
from citecheck.match.crosslingual.vectors import LONGEST
from citecheck.match.fold import split_words

Sentence = tuple[str, str | None]
"""A sentence and its language."""
Placed = tuple[str, tuple[tuple[int, int], ...]]
"""A text and the places of its words, start and end."""
Hidden = tuple[Array, list[tuple[int, int]]]
"""Vectors of the pieces of a text, a row each, and their places."""
LAYER = 11
"""Layers gone through, of 12. The likeness of words that translate each other is above that of exchanged
ones (*steel* for *coal* in the same sentence) in 96 of 100 comparisons behind layer 11, in 94 behind 10, in
87 behind 8; layers together tell no more."""
KEPT = 256
"""Sentences whose pieces are kept in a process, at 1.5 KB a piece: about 10 MB."""


class Contexts:
    """Vectors of the words of sentences, as `layers` give them."""

    def __init__(self, layers: Layers) -> None:
        self.np, self._layers = layers.np, layers
        self._kept: OrderedDict[str, Hidden] = OrderedDict()

    def likeness(self, one: Sentence, other: Sentence) -> list[list[float]]:
        """Cosines of the words of two sentences; about 40 ms where they did not go through the model yet."""
        np = self.np
        placed = [(text, _places(text)) for text, _ in (one, other)]
        moved = [
            words - self._centre(language)
            for words, (_, language) in zip(self.raw(placed), (one, other), strict=True)
        ]
        left, right = (
            words / np.maximum(np.linalg.norm(words, axis=1, keepdims=True), 1e-6) for words in moved
        )
        found: list[list[float]] = (left @ right.T).tolist()
        return found

    def raw(self, texts: Sequence[Placed]) -> list[Array]:
        """Vectors of the words at the places of each text as they come out of the model, one a row."""
        np = self.np
        wanted = dict.fromkeys(text[:LONGEST] for text, _ in texts)
        for text in wanted.keys() & self._kept.keys():
            self._kept.move_to_end(text)  # what is kept besides must not push it out
        missing = [text for text in wanted if text not in self._kept]
        if missing:
            cut = [self._layers.pieces.cut(text) for text in missing]
            through = self._layers.through([pieces for pieces, _ in cut], LAYER)
            for text, (_, spans), (_, hidden) in zip(missing, cut, through, strict=True):
                self.keep(text, hidden, spans)
        found = []
        for text, places in texts:
            hidden, spans = self._kept[text[:LONGEST]]
            self._kept.move_to_end(text[:LONGEST])
            words = np.zeros((len(places), self._layers.width), np.float32)
            for row, (start, end) in enumerate(places):
                inside = [at for at, (first, last) in enumerate(spans) if first < end and last > start]
                if inside:
                    words[row] = hidden[inside].mean(axis=0)
            found.append(words)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return found

    def keep(self, text: str, hidden: Array, spans: list[tuple[int, int]]) -> None:
        """Keep what came out of the model behind `LAYER`, for when the words of `text` are asked for."""
        self._kept[text] = hidden.copy(), spans
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)

    def _centre(self, language: str | None) -> Array:
        """What all words of a language have in common, which says nothing."""
        np = self.np
        known = centres()
        packed = known.get(language or "", known.get("", b""))
        centre = np.frombuffer(packed, np.float16).astype(np.float32)
        return centre if len(centre) == self._layers.width else np.float32(0)


def _places(text: str) -> tuple[tuple[int, int], ...]:
    words = split_words(text)
    return tuple(zip(words.starts, words.ends, strict=True))


@cache
def centres() -> dict[str, bytes]:
    """Mean vectors of words in half precision by language, under an empty code of all languages."""
    source = files("citecheck.match").joinpath("data", "centres.json").read_text("utf-8")
    return {code: b64decode(packed) for code, packed in json.loads(source).items()}
