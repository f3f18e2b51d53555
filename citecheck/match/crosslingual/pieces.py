"""Text cut into the pieces of words that the installed model knows, as the model's own engine cuts it."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

Array = Any
"""A numpy array."""
SPACE = "\u2581"
MOST_PIECES = 500
KEPT_WORDS = 20_000
"""Words that have been cut, kept in a process: 8 MB at most. A text has most of its words several times."""
Cut = tuple[tuple[int, int, int], ...]
"""Pieces of a word: number, start and end."""


class Pieces:
    """The pieces that a model knows, by hash: a dictionary of 250,000 would take 30 MB.

    `blob`: all pieces; `cuts`: where each begins, and the end; `scores`: log likelihoods; `unknown`: number
    of the piece for what is not known; `plain`: what is read in place of a sign.
    """

    def __init__(
        self, blob: bytes, cuts: Array, scores: Array, unknown: int, plain: Mapping[str, str]
    ) -> None:
        self.np = np = importlib.import_module("numpy")
        self.scores, self.unknown, self.plain = scores, unknown, plain
        pieces = (blob[start:end] for start, end in pairwise(map(int, cuts)))
        hashes = np.fromiter(map(hash, pieces), np.int64, len(cuts) - 1)
        self.order = np.argsort(hashes).astype(np.int32)
        self.hashes = hashes[self.order]
        self.longest = int(np.diff(cuts).max())
        self.worst = float(self.scores.min()) - 10
        self._kept: dict[str, Cut] = {}

    def cut(self, text: str) -> tuple[list[int], list[tuple[int, int]]]:
        """Likeliest pieces of a text, and where each stands in it."""
        letters, places = [SPACE], [-1]
        for at, letter in enumerate(text):
            for plain in self.plain.get(letter, letter):
                plain = SPACE if plain.isspace() else plain
                if not (plain == SPACE and letters[-1] == SPACE):
                    letters.append(plain)
                    places.append(at)
        # No piece goes on behind a space, so that each word is cut on its own.
        starts = [at for at, letter in enumerate(letters) if letter == SPACE]
        words = ["".join(letters[start:end]) for start, end in pairwise([*starts, len(letters)])]
        known = self._words(words)
        found = [
            (piece, max(0, places[at + start]), places[at + end - 1] + 1)
            for at, word in zip(starts, words, strict=True)
            for piece, start, end in known[word]
        ][:MOST_PIECES]
        return [piece for piece, _, _ in found], [(start, end) for _, start, end in found]

    def _words(self, words: Sequence[str]) -> Mapping[str, Cut]:
        if len(self._kept) > KEPT_WORDS:
            self._kept.clear()
        missing = [word for word in dict.fromkeys(words) if word not in self._kept]
        ids = self._looked_up(
            [letter.encode("utf-8", "surrogatepass") for letter in word] for word in missing
        )
        for word, known in zip(missing, ids, strict=True):
            self._kept[word] = self._likeliest(known)
        return self._kept

    def _likeliest(self, known: Sequence[Sequence[tuple[int, int, float]]]) -> Cut:
        """The pieces of a word by those that begin at each of its letters (unigram model, Viterbi)."""
        size = len(known)
        best: list[float] = [0.0, *[float("-inf")] * size]
        back = [(0, self.unknown)] * (size + 1)
        for start, pieces in enumerate(known):
            if best[start] + self.worst > best[start + 1]:
                best[start + 1], back[start + 1] = best[start] + self.worst, (start, self.unknown)
            for end, piece, score in pieces:
                if best[start] + score > best[end]:
                    best[end], back[end] = best[start] + score, (start, piece)
        found, at = [], size
        while at:
            start, piece = back[at]
            found.append((piece, start, at))
            at = start
        return tuple(found[::-1])

    def _looked_up(self, words: Iterable[Sequence[bytes]]) -> list[list[list[tuple[int, int, float]]]]:
        """Of each word, by the letter at which they start, the pieces that are known: end, number, score."""
        np = self.np
        asked: list[int] = []
        spans: list[tuple[list[tuple[int, int, float]], int]] = []
        found: list[list[list[tuple[int, int, float]]]] = []
        for letters in words:
            starting: list[list[tuple[int, int, float]]] = [[] for _ in letters]
            found.append(starting)
            for start, here in enumerate(starting):
                piece = b""
                for end in range(start, len(letters)):
                    piece += letters[end]
                    if len(piece) > self.longest:
                        break
                    asked.append(hash(piece))
                    spans.append((here, end + 1))
        wanted = np.array(asked, np.int64)
        at = np.minimum(np.searchsorted(self.hashes, wanted), len(self.hashes) - 1)
        for one in np.flatnonzero(self.hashes[at] == wanted).tolist():
            piece_id = int(self.order[at[one]])
            here, end = spans[one]
            here.append((end, piece_id, float(self.scores[piece_id])))
        return found
