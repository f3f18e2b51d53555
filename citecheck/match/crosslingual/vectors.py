"""Vectors of sentences, by the strongest of their traits: how they are kept and held against each other."""

from __future__ import annotations

import hashlib
import math
import struct
from collections.abc import Mapping

Vector = Mapping[int, float]
"""Weights by trait, of length 1: the dot product of two is their likeness."""
MODEL = "e5-small-q4/latent-128"
"""Part of each key: vectors of another model or another cut are no use."""
TRAITS = 128
"""Strongest traits kept. 64 to 256 told pages apart equally well."""
LONGEST = 600
"""Characters of a sentence that are looked at, so at most as many pieces; the model takes 512."""
_PAIR = struct.Struct("<Hf")


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
