"""Shell completion in a real bash: commands, options, and the values that options and arguments know."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.whole.conftest import ROOT

BASH = shutil.which("bash")


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the command under its name, as an installation puts it on the path."""
    folder = tmp_path_factory.mktemp("bin")
    script = folder / "citecheck"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m citecheck "$@"\n')
    script.chmod(0o755)
    return folder


def completed(program: Path, *words: str) -> list[str]:
    """What bash offers for the last of `words`."""
    typed = " ".join(f"'{word}'" for word in ("citecheck", *words))
    asked = (
        'eval "$(citecheck --show-completion bash)"\n'
        f"COMP_WORDS=({typed}); COMP_CWORD={len(words)}\n"
        '_citecheck_completion citecheck; printf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    path = os.pathsep.join((str(program), os.environ["PATH"]))
    done = subprocess.run(
        [str(BASH), "-c", asked],
        env={**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "SHELL": str(BASH)},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert done.stderr == ""
    return done.stdout.split()


@pytest.mark.skipif(BASH is None, reason="no bash")
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["au"], ["audit"]),
        (["audit", "m.txt", "--form"], ["--format"]),
        (["audit", "m.txt", "--format", "sa"], ["sarif"]),
        (["audit", "m.txt", "--fail-on", ""], ["error", "warning", "unknown", "never"]),
        (["audit", "m.txt", "--lang", "r"], ["ru"]),
        (["explain", "link-g"], ["link-gone"]),
        (["schema", "rep"], ["repair", "report"]),
        (["baseline", "cr"], ["create"]),
    ],
)
def test_bash_completes(program: Path, words: list[str], offered: list[str]) -> None:
    assert sorted(completed(program, *words)) == sorted(offered)
