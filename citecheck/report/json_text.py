"""Indented JSON piece by piece.

`json.dumps` with an indent walks the document in Python, one generator inside another, and holds all of its
text twice; the report of a book has 70 MB. Here whatever holds no further list or object is written by the
encoder in C, and nothing is held that was handed on. The text is the same.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from json import encoder

INDENT = 2


class Stream:
    """A list whose values are made as they are written."""

    __slots__ = ("values",)

    def __init__(self, values: Iterable[object]) -> None:
        self.values = values


def pieces(document: Mapping[str, object], indent: int = INDENT) -> Iterator[str]:
    """The text of `json.dumps(document, ensure_ascii=False, indent=indent)`; values may be `Stream`s.

    >>> "".join(pieces({"a": Stream([]), "b": Stream([{"c": [1]}])})).split()
    ['{', '"a":', '[],', '"b":', '[', '{', '"c":', '[', '1', ']', '}', ']', '}']
    """
    pad = " " * indent
    opened = "{"
    for key, value in document.items():
        yield f"{opened}\n{pad}{_string(key)}: "
        if isinstance(value, Stream):
            yield from _streamed(value, indent)
        else:
            yield text_of(value, indent, indent)
        opened = ","
    yield "{}" if opened == "{" else "\n}"


def _streamed(stream: Stream, indent: int) -> Iterator[str]:
    pad = " " * 2 * indent
    opened = "["
    for value in stream.values:
        yield f"{opened}\n{pad}{text_of(value, 2 * indent, indent)}"
        opened = ","
    yield "[]" if opened == "[" else f"\n{' ' * indent}]"


def text_of(value: object, depth: int = 0, indent: int = INDENT) -> str:
    """Text of one value whose first line is already indented by `depth`."""
    if isinstance(value, str):
        return _string(value)
    if not value or not isinstance(value, _NESTED):
        return _scalar(value)
    pad, inner = "\n" + " " * depth, "\n" + " " * (depth + indent)
    members = value.values() if isinstance(value, dict) else value
    for member in members:
        if member and isinstance(member, _NESTED):
            break
    else:
        flat = _flat(depth + indent)(value)
        return f"{flat[0]}{inner}{flat[1:-1]}{pad}{flat[-1]}"
    if isinstance(value, dict):
        rows = [f"{_string(key)}: {text_of(one, depth + indent, indent)}" for key, one in value.items()]
        return f"{{{inner}{f',{inner}'.join(rows)}{pad}}}"
    return f"[{inner}{f',{inner}'.join([text_of(one, depth + indent, indent) for one in value])}{pad}]"


_NESTED = (dict, list, tuple)


@cache
def _flat(depth: int) -> Callable[[object], str]:
    """What writes a scalar, or a list or object of scalars with its members on lines indented by `depth`."""
    separators = ",\n" + " " * depth, ": "
    whole = json.JSONEncoder(ensure_ascii=False, separators=separators)
    make = getattr(encoder, "c_make_encoder", None)  # of CPython
    if make is None:
        return whole.encode
    # `encode` makes this anew for each value, which takes longer than the small values of a report.
    write = make(
        None, whole.default, encoder.encode_basestring, None, ": ", separators[0], False, False, True
    )
    return lambda value: "".join(write(value, 0))


_string = encoder.encode_basestring
_scalar = _flat(0)
