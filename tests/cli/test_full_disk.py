"""A disk that takes no more: one line that says what could not be written, never a traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.servers import Loopback, page
from tests.whole.test_further import FAST

pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
BOOK = "A body that calls a note.1\n\n1 A note. URL: http://a.example/x\n"


def run(folder: Path, *words: str, full: bool = True) -> tuple[int, str]:
    """Exit code and standard error of a command whose standard output is full, or goes nowhere."""
    (folder / "book.txt").write_text(BOOK, "utf-8")
    with open("/dev/full" if full else "/dev/null", "w") as out:
        done = subprocess.run(
            [sys.executable, "-m", "citecheck", *words],
            cwd=folder,
            stdout=out,
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            text=True,
            timeout=120,
            check=False,
        )
    return done.returncode, done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ["extract", "book.txt"],
        ["extract", "--json", "book.txt"],
        ["audit", "book.txt", "--offline", "--no-cache", "-q", "--json"],
        ["repair", "http://http://a.example/x"],
        ["links", "http://a.example/x", "--offline"],
        ["explain", "quote-altered"],
        ["--version"],
    ],
    ids=lambda words: " ".join(words[:2]),
)
def test_standard_output_that_is_full_is_exit_2(tmp_path: Path, words: list[str]) -> None:
    assert run(tmp_path, *words) == (2, "citecheck: standard output: No space left on device\n")


def test_a_record_that_cannot_be_written_is_exit_2(tmp_path: Path) -> None:
    with Loopback() as server:
        server.put("a.example", "", page("<p>The mill stood by the river for three hundred years.</p>"))
        words = ["audit", "book.txt", "--no-cache", "-q", *FAST, "--record", "/dev/full", *server.arguments]
        code, said = run(tmp_path, *words, full=False)
    assert (code, said) == (2, "citecheck: /dev/full: cannot be written (No space left on device)\n")
