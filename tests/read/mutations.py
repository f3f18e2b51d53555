"""Damaged files: what a reader makes of them is a sound text or one line."""

from __future__ import annotations

import random

from citecheck.errors import UnreadableInput
from citecheck.parse import parse
from citecheck.read import read_manuscript


def sound_or_refused(data: bytes, name: str) -> None:
    """Read `data` and look whether every mark lies in the text and the text can be parsed."""
    try:
        text = read_manuscript(data, name).text
    except UnreadableInput as refusal:
        if "\n" in str(refusal):
            raise AssertionError(str(refusal)) from refusal
        return
    for mark in text.marks:
        assert mark.spans
        for span in mark.spans:
            assert 0 <= span.start <= span.end <= len(text.content)
    parse(text)


def mutated(data: bytes, chance: random.Random) -> bytes:
    """`data` with some pieces turned over, cut out, doubled or put elsewhere."""
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(max(1, len(data)))
        end = min(len(data), start + chance.randint(1, 60))
        piece = data[start:end]
        match chance.randrange(5):
            case 0:
                data = data[:start] + data[end:]
            case 1:
                data = data[:start] + piece * chance.randint(2, 9) + data[end:]
            case 2:
                data = data[:start] + chance.randbytes(len(piece)) + data[end:]
            case 3:
                at = chance.randrange(max(1, len(data)))
                data = data[:at] + piece + data[at:]
            case _:
                data = data[: max(1, start)]
    return data
