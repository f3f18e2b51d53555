"""Link checkers by others, asked about a list of addresses and understood: fine, dead, or neither.

Each is the unmodified program with its default settings but for the time limit. None is needed: what is not
installed is left out and named.
"""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

LIMIT = 240
"""Seconds for one program and all rows; a few rows get less."""
Said = tuple[str, str]
"""`fine`, `dead` or `unknown`, and the program's own words for it."""


@dataclass(frozen=True, slots=True)
class Checker:
    """A program; `variable` names its command where it is not on the path."""

    name: str
    variable: str
    ask: Callable[[str, Sequence[str], Path, int, dict[str, str]], dict[str, Said]]

    @property
    def command(self) -> str | None:
        return os.environ.get(self.variable) or shutil.which(self.name.lower())

    def version(self) -> str:
        """The last word of the first line that its `--version` gives, without a codename behind it."""
        assert self.command
        said = subprocess.run([self.command, "--version"], capture_output=True, text=True, timeout=60)
        words = said.stdout.split()
        return next((word for word in words if word[:1].isdigit()), "of unknown version")

    def verdicts(
        self, urls: Sequence[str], folder: Path, seconds: int, environment: dict[str, str]
    ) -> dict[str, Said]:
        """What it says of each address; one that it does not mention is missing."""
        assert self.command
        return self.ask(self.command, urls, folder, seconds, os.environ | environment)


def _output(command: Sequence[str], urls: int, folder: Path, environment: dict[str, str]) -> str:
    """Standard output about so many addresses, as far as it came within the limit."""
    limit = min(LIMIT, 60 + 4 * urls)
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, cwd=folder, env=environment, timeout=limit, check=False
        )
    except subprocess.TimeoutExpired as late:
        return late.stdout.decode(errors="replace") if isinstance(late.stdout, bytes) else late.stdout or ""
    return done.stdout


def _page_of(urls: Sequence[str], folder: Path) -> Path:
    path = folder / "links.html"
    path.write_text("\n".join(f'<p><a href="{escape(url)}">x</a></p>' for url in urls), "utf-8")
    return path


def _lychee(
    command: str, urls: Sequence[str], folder: Path, seconds: int, environment: dict[str, str]
) -> dict[str, Said]:
    page = _page_of(urls, folder)
    options = ["--format", "json", "--no-progress", "--verbose", "--timeout", str(seconds), str(page)]
    answer: dict[str, Any] = json.loads(_output([command, *options], len(urls), folder, environment))
    maps = {"success_map": "fine", "error_map": "dead", "timeout_map": "unknown", "excluded_map": "unknown"}
    said: dict[str, Said] = {}
    for name, verdict in maps.items():
        for entries in answer.get(name, {}).values():
            for entry in entries:
                words = {"success_map": "ok", "timeout_map": "timeout", "excluded_map": "excluded"}
                said[entry["url"]] = verdict, words.get(name, "error")
    return said


def _linkchecker(
    command: str, urls: Sequence[str], folder: Path, seconds: int, environment: dict[str, str]
) -> dict[str, Said]:
    options = ["--recursion-level=0", "--verbose", f"--timeout={seconds}", "--output=csv", "--no-status"]
    lines = _output([command, *options, *urls], len(urls), folder, environment).splitlines()
    rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter=";")
    said: dict[str, Said] = {}
    for row in rows:
        valid, warned = row["valid"] == "True", bool(row["warningstring"])
        said[row["urlname"]] = (
            ("fine", "valid, warning" if warned else "valid") if valid else ("dead", "error")
        )
    return said


def _linkinator(
    command: str, urls: Sequence[str], folder: Path, seconds: int, environment: dict[str, str]
) -> dict[str, Said]:
    page = _page_of(urls, folder)
    options = [
        "--format",
        "json",
        "--timeout",
        str(seconds * 1000),
        "--retry",
        "--verbosity",
        "info",
        page.name,
    ]
    answer: dict[str, Any] = json.loads(
        _output([command, *options], len(urls), folder, environment) or '{"links": []}'
    )
    words = {"OK": ("fine", "ok"), "BROKEN": ("dead", "broken"), "SKIPPED": ("unknown", "skipped")}
    return {link["url"]: words[link["state"]] for link in answer["links"]}


CHECKERS = (
    Checker("lychee", "LYCHEE", _lychee),
    Checker("LinkChecker", "LINKCHECKER", _linkchecker),
    Checker("linkinator", "LINKINATOR", _linkinator),
)
