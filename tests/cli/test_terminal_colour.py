"""The summary on standard output: plain in a pipe, in colour on a terminal unless `NO_COLOR` says no."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from citecheck.cli import outputs
from citecheck.config import Settings
from tests.report.sample import sample


@pytest.mark.parametrize(("terminal", "no_colour", "coloured"), [(0, "", 0), (1, "", 1), (1, "1", 0)])
def test_colour_only_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    terminal: bool,
    no_colour: str,
    coloured: bool,
) -> None:
    told: list[str] = []
    monkeypatch.setenv("NO_COLOR", no_colour)
    monkeypatch.setattr(outputs, "print_text", lambda text: told.append(str(text)))
    monkeypatch.setattr("sys.stdout.isatty", lambda: bool(terminal))
    monkeypatch.setattr(shutil, "get_terminal_size", lambda: os.terminal_size((60, 24)))
    outputs.write_reports(sample(), b"", tmp_path, Settings(format=("terminal",)))
    assert ("\x1b[" in told[0]) == bool(coloured)
    if terminal and not coloured:
        assert max(map(len, told[0].splitlines())) <= 60
