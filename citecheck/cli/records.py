"""JSON objects, one a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from citecheck.errors import UnreadableInput


def objects(lines: Iterable[str], *required: str) -> Iterator[dict[str, Any]]:
    """The object of each non-empty line.

    Raises `UnreadableInput` that names the line and what is wrong with it: no JSON, no object, a key of
    `required` that is missing or no string.
    """
    for count, line in enumerate(lines, 1):
        if line.strip():
            yield object_of(line, count, *required)


def object_of(line: str, count: int, *required: str) -> dict[str, Any]:
    """The object of line `count`; raises as `objects`."""
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise UnreadableInput(f"{at_line(count)}: not JSON: {error.msg}, column {error.colno}") from None
    except (RecursionError, ValueError):
        raise UnreadableInput(f"{at_line(count)}: not JSON") from None
    if not isinstance(record, dict):
        raise UnreadableInput(f"{at_line(count)}: not a JSON object")
    for key in required:
        if not isinstance(record.get(key), str):
            raise UnreadableInput(f'{at_line(count)}: "{key}" is missing or no string')
    return record


def at_line(count: int) -> str:
    """Where on standard input something is wrong."""
    return f"standard input, line {count}"
