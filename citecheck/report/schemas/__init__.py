"""The JSON Schemas of the documents (draft 2020-12), one file a document, shared definitions in `_defs.json`.

They describe this version exactly: a key they do not name is refused, except where a document carries keys of
somebody else's (`repair`), or of one check or option (`evidence`, `settings`).
"""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

SCHEMAS = ("extract", "repair", "link", "quote", "finding", "report")
"""Names that `schema` knows."""


def schema(name: str) -> dict[str, Any]:
    """The schema of `citecheck/<name>/1`, self-contained. `KeyError` for a name not in `SCHEMAS`."""
    if name not in SCHEMAS:
        raise KeyError(name)
    document = _load(name)
    definitions = _load("_defs")
    needed: dict[str, Any] = {}
    waiting = [document]
    while waiting:
        for reference in _references(waiting.pop()):
            if reference not in needed:
                needed[reference] = definitions[reference]
                waiting.append(definitions[reference])
    return document | {"$defs": dict(sorted(needed.items()))} if needed else document


def _load(name: str) -> dict[str, Any]:
    text = resources.files(__package__).joinpath(f"{name}.json").read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def _references(value: Any) -> set[str]:
    """Names of the definitions that `value` points to, at any depth."""
    if isinstance(value, dict):
        own = {value["$ref"].removeprefix("#/$defs/")} if "$ref" in value else set()
        return own.union(*map(_references, value.values()))
    return set().union(*map(_references, value)) if isinstance(value, list) else set()
