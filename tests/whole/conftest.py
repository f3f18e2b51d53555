"""The audit of the fixture, run once as a user runs it: the command, in its own process, without sockets."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from fixtures.demo import FOUND, MANUSCRIPT, NOW, build

ROOT = Path(__file__).parent.parent.parent
NO_SOCKETS = Path(__file__).parent / "no_sockets"
EVERY_FILE = ("html", "json", "jsonl", "markdown", "csv", "xlsx", "sarif", "gitlab", "junit")
"""Formats that are files, of any manuscript; `docx` takes a Word file."""
PRINTED = ("terminal", "github")


@dataclass(frozen=True)
class Run:
    """What one run of the command left behind."""

    code: int
    stdout: str
    stderr: str
    folder: Path

    @property
    def report(self) -> dict[str, Any]:
        document: dict[str, Any] = json.loads((self.folder / "report.json").read_text("utf-8"))
        return document


@pytest.fixture(scope="session")
def replay(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The recorded web of the fixture manuscript."""
    file = tmp_path_factory.mktemp("replay") / "regions.warc"
    build(file)
    return file


def audit(
    folder: Path,
    replay: Path,
    formats: tuple[str, ...],
    manuscript: Path = MANUSCRIPT,
    umask: int = -1,
    **environment: str,
) -> Run:
    """Run the command in `folder`, on copies that lie there, with sockets forbidden."""
    shutil.copy(manuscript, folder)
    shutil.copy(replay, folder)
    seen = folder / "sockets-seen"
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "PYTHON"))}
    path = os.pathsep.join((str(NO_SOCKETS), str(ROOT)))
    wanted = [option for name in formats for option in ("--format", name)]
    done = subprocess.run(
        [
            *(sys.executable, "-m", "citecheck", "audit", manuscript.name, "--replay", replay.name),
            *("--now", NOW, "--no-cache", "--lang", "en", "--output", "out", *wanted),
        ],
        cwd=folder,
        env={**clean, "PYTHONPATH": path, "CITECHECK_SOCKETS_SEEN": str(seen), **environment},
        capture_output=True,
        encoding="utf-8",
        umask=umask,
        check=False,
    )
    assert not seen.exists(), seen.read_text()
    assert done.returncode in FOUND, done.stderr
    return Run(done.returncode, done.stdout, done.stderr, folder / "out")


@pytest.fixture(scope="session")
def audited(tmp_path_factory: pytest.TempPathFactory, replay: Path) -> Run:
    return audit(tmp_path_factory.mktemp("audited"), replay, (*PRINTED, *EVERY_FILE), PYTHONHASHSEED="0")
