"""Help that can be read and typed: whole sentences in the list of commands, examples in one piece."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from citecheck.cli.app import COMMANDS


def help_of(*words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "citecheck", *words, "--help"],
        env={**os.environ, "COLUMNS": "80"},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return done.stdout


def test_the_list_of_commands_has_whole_sentences() -> None:
    listed = help_of().partition("Commands:")[2]
    for name in COMMANDS:
        (line,) = re.findall(rf"(?m)^  {name} .*$", listed)
        assert line.endswith("."), line
        assert "..." not in line


@pytest.mark.parametrize("name", COMMANDS)
def test_an_example_stands_on_one_line(name: str) -> None:
    """It can be copied as it is."""
    text = help_of(name)
    assert max(map(len, text.splitlines())) <= 80
    (example,) = re.findall(rf"(?m)^  Example: (citecheck {name}\b.*)\n\n", text)
    assert not example.endswith("-")
