"""`docs/checks/` is what the check modules say."""

from __future__ import annotations

import runpy
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_pages_are_fresh() -> None:
    written = {path.name: path.read_text("utf-8") for path in (DOCS / "checks").glob("*.md")}
    assert written == runpy.run_path(str(DOCS / "write_checks.py"))["pages"](), (
        "run python docs/write_checks.py"
    )
