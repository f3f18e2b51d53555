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
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (json.JSONDecodeError, RecursionError):
            raise UnreadableInput(f"standard input, line {count}: not JSON") from None
        if not isinstance(record, dict):
            raise UnreadableInput(f"standard input, line {count}: not a JSON object")
        for key in required:
            if not isinstance(record.get(key), str):
                raise UnreadableInput(f'standard input, line {count}: "{key}" is missing or no string')
        yield record
