"""The truth about the fixture manuscript, for the tests of this folder."""

from __future__ import annotations

import json
from typing import Any

from fixtures.demo import MANUSCRIPT

TRUTH: dict[str, list[dict[str, Any]]] = json.loads(
    MANUSCRIPT.with_name("regions.expected.json").read_text("utf-8")
)
NOTES = {row["id"]: row for row in TRUTH["notes"]}
LINES = MANUSCRIPT.read_text("utf-8").split("\n")


def line(number: int) -> str:
    return LINES[number - 1]
