"""An editor's decisions, exported out of the HTML report, as entries of a baseline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from citecheck.accept.baseline import Entry, entry, parse_json
from citecheck.errors import UsageMistake

SCHEMA = "citecheck/decisions/1"
ACCEPTING = ("accept", "ignore")
LATER = "later"
"""To be mended, so it stays open."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """What was decided: `accepted` goes into the baseline, `later` stays open."""

    accepted: tuple[Entry, ...]
    later: int


def load_decisions(data: bytes, name: str) -> Decisions:
    """The decisions in a file; `name` is for messages. Raises `UsageMistake`, one line."""
    document = parse_json(data, name)
    if not isinstance(document, dict) or document.get("schema") != SCHEMA:
        raise UsageMistake(f"{name}: not a file of decisions ({SCHEMA})")
    records = document.get("decisions")
    if not isinstance(records, list):
        raise UsageMistake(f"{name}: no list of decisions")
    accepted = []
    later = 0
    for count, record in enumerate(records, 1):
        place = f"{name}: decision {count}"
        kind = record.get("decision") if isinstance(record, Mapping) else None
        if kind == LATER:
            later += 1
        elif kind in ACCEPTING:
            accepted.append(entry(_with_reason(record), place))
        else:
            raise UsageMistake(f"{place}: {kind!r} is none of accept, ignore, later")
    return Decisions(tuple(accepted), later)


def _with_reason(record: Mapping[str, Any]) -> dict[str, Any]:
    """To accept says enough by itself; to ignore takes a reason."""
    given = record.get("reason")
    if record["decision"] == "accept" and not given:
        return {**record, "reason": "accepted in review"}
    return dict(record)
