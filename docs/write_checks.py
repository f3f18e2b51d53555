"""Writes `docs/checks/` out of the check modules' docstrings: run it after a check has changed.

python docs/write_checks.py
"""

from __future__ import annotations

from pathlib import Path

from citecheck import checks
from citecheck.checks import CHECKS

FOLDER = Path(__file__).parent / "checks"


def pages() -> dict[str, str]:
    """File name and content of every page, the index among them."""
    index = ["# Checks", "", "| Check | Severity | What it means |", "| --- | --- | --- |"]
    for check, module in CHECKS.items():
        index.append(f"| [`{check}`]({check}.md) | {module.SEVERITY.value} | {checks.summary(check)} |")
    found = {f"{check}.md": checks.page(check) for check in CHECKS}
    return {"README.md": "\n".join(index) + "\n", **found}


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.glob("*.md"):
        path.unlink()
    for name, content in pages().items():
        (FOLDER / name).write_text(content, "utf-8")


if __name__ == "__main__":
    main()
