"""Text cut into the pieces of words that the installed model knows, as the model's own engine cuts it."""

from __future__ import annotations

import importlib
import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

Array = Any
"""A numpy array."""
SPACE = "\u2581"
MOST_PIECES = 500


class Pieces:
    """The pieces that a model knows, by hash: a dictionary of 250,000 would take 30 MB.

    `blob`: all pieces; `cuts`: where each begins, and the end; `scores`: log likelihoods; `unknown`: number
    of the piece for what is not known.
    """

    def __init__(self, blob: bytes, cuts: Array, scores: Array, unknown: int) -> None:
        self.np = np = importlib.import_module("numpy")
        self.scores, self.unknown = scores, unknown
        pieces = (blob[start:end] for start, end in pairwise(map(int, cuts)))
        hashes = np.fromiter(map(hash, pieces), np.int64, len(cuts) - 1)
        self.order = np.argsort(hashes).astype(np.int32)
        self.hashes = hashes[self.order]
        self.longest = int(np.diff(cuts).max())
        self.worst = float(self.scores.min()) - 10

    def cut(self, text: str) -> tuple[list[int], list[tuple[int, int]]]:
        """Likeliest pieces of a text, and where each stands in it (unigram model, Viterbi)."""
        letters, places = [SPACE], [-1]
        for at, letter in enumerate(text):
            for plain in unicodedata.normalize("NFKC", letter):
                plain = SPACE if plain.isspace() else plain
                if not (plain == SPACE and letters[-1] == SPACE):
                    letters.append(plain)
                    places.append(at)
        coded = [letter.encode("utf-8", "surrogatepass") for letter in letters]
        ids = self._looked_up(coded)
        size = len(letters)
        best: list[float] = [0.0, *[float("-inf")] * size]
        back = [(0, self.unknown)] * (size + 1)
        for start in range(size):
            if best[start] + self.worst > best[start + 1]:
                best[start + 1], back[start + 1] = best[start] + self.worst, (start, self.unknown)
            for end, piece, score in ids[start]:
                if best[start] + score > best[end]:
                    best[end], back[end] = best[start] + score, (start, piece)
        found, at = [], size
        while at:
            start, piece = back[at]
            found.append((piece, max(0, places[start]), places[at - 1] + 1))
            at = start
        found = found[::-1][:MOST_PIECES]
        return [piece for piece, _, _ in found], [(start, end) for _, start, end in found]

    def _looked_up(self, letters: Sequence[bytes]) -> list[list[tuple[int, int, float]]]:
        """By start, the known pieces of a text: end, number, score."""
        np = self.np
        asked, spans = [], []
        for start in range(len(letters)):
            piece = b""
            for end in range(start, len(letters)):
                piece += letters[end]
                if len(piece) > self.longest:
                    break
                asked.append(hash(piece))
                spans.append((start, end + 1))
        wanted = np.array(asked, np.int64)
        at = np.minimum(np.searchsorted(self.hashes, wanted), len(self.hashes) - 1)
        known = np.flatnonzero(self.hashes[at] == wanted)
        found: list[list[tuple[int, int, float]]] = [[] for _ in letters]
        for one in known.tolist():
            piece_id = int(self.order[at[one]])
            start, end = spans[one]
            found[start].append((end, piece_id, float(self.scores[piece_id])))
        return found
