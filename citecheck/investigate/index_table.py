"""The table of an index answer (CDX), in whatever form it comes, before anybody reads its rows."""

from __future__ import annotations

import json


def read_table(body: bytes) -> list[list[str]] | None:
    """The answer's cells, header first; `None` where it is neither JSON rows nor plain ones."""
    text = body.decode("utf-8", "replace").strip()
    if not text:
        return []
    if not text.startswith("["):
        # The plain form: asked for JSON, the archive still gives it now and then.
        lines = [line.split(" ") for line in text.split("\n")]
        plain = all(len(line) >= 6 or len(line) == 1 for line in lines) and lines[0][1:2] != [""]
        names = ["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length"]
        return [names, *lines] if plain and len(lines[0]) >= 6 and lines[0][1].isdigit() else None
    try:
        table = json.loads(text)
    except ValueError:
        return None
    if not all(isinstance(row, list) for row in table):
        return None
    return [[str(cell) for cell in row] for row in table]


def untimed(cells: list[str]) -> bool:
    """Whether a line of the table, no resume key, names no moment: it was cut, or is none of a capture."""
    return len(cells) > 1 and not any(len(cell) == 14 and cell.isdigit() for cell in cells)
