"""Indented JSON piece by piece.

`json.dumps` with an indent walks the document in Python, one generator inside another, and holds all of its
text twice; the report of a book has 70 MB. Here whatever holds no further list or object is written by the
encoder in C, and nothing is held that was handed on. The text is the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

INDENT = 2


class Stream:
    """A list whose values are made as they are written."""

    __slots__ = ("values",)

    def __init__(self, values: Iterable[object]) -> None:
        self.values = values


def pieces(document: Mapping[str, object]) -> Iterator[str]:
    """The text of `json.dumps(document, ensure_ascii=False, indent=2)`; values may be `Stream`s.

    >>> "".join(pieces({"a": Stream([]), "b": Stream([{"c": [1]}])})).split()
    ['{', '"a":', '[],', '"b":', '[', '{', '"c":', '[', '1', ']', '}', ']', '}']
    """
    pad = " " * INDENT
    opened = "{"
    for key, value in document.items():
        yield f"{opened}\n{pad}{_scalar(key)}: "
        if isinstance(value, Stream):
            yield from _streamed(value)
        else:
            yield text_of(value, INDENT)
        opened = ","
    yield "{}" if opened == "{" else "\n}"


def _streamed(stream: Stream) -> Iterator[str]:
    pad = " " * 2 * INDENT
    opened = "["
    for value in stream.values:
        yield f"{opened}\n{pad}{text_of(value, 2 * INDENT)}"
        opened = ","
    yield "[]" if opened == "[" else f"\n{' ' * INDENT}]"


def text_of(value: object, depth: int = 0) -> str:
    """Text of one value whose first line is already indented by `depth`."""
    if not isinstance(value, dict | list | tuple) or not value:
        return _scalar(value)
    pad, inner = "\n" + " " * depth, "\n" + " " * (depth + INDENT)
    members = value.values() if isinstance(value, dict) else value
    if not any(member and isinstance(member, dict | list | tuple) for member in members):
        flat = _encoder(depth + INDENT).encode(value)
        return f"{flat[0]}{inner}{flat[1:-1]}{pad}{flat[-1]}"
    if isinstance(value, dict):
        rows = (f"{_scalar(key)}: {text_of(one, depth + INDENT)}" for key, one in value.items())
        return f"{{{inner}{f',{inner}'.join(rows)}{pad}}}"
    return f"[{inner}{f',{inner}'.join(text_of(one, depth + INDENT) for one in value)}{pad}]"


@cache
def _encoder(depth: int) -> json.JSONEncoder:
    return json.JSONEncoder(ensure_ascii=False, separators=(",\n" + " " * depth, ": "))


_scalar = json.JSONEncoder(ensure_ascii=False).encode
