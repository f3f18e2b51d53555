"""Quiet and verbose: what is said on both outputs, and what never changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from citecheck.cli import main

TEXT = "".join(f"Sentence {n} calls a note.{n}\n" for n in range(1, 31)) + "\nNotes\n\n"
TEXT += "".join(f"{n} A source. URL: http://http://www.b{n}.example/y.b{n}.example/y\n" for n in range(1, 31))
OFFLINE = ["--offline", "--no-cache", "--now", "2026-01-15"]


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("m.txt").write_text(TEXT)


def audited(capfd: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str, bytes]:
    code = main(["audit", "m.txt", *OFFLINE, "-o", "out", *words])
    out, err = capfd.readouterr()
    return code, out, err, Path("out/report.json").read_bytes()


def test_quiet_says_nothing_and_writes_the_same(capfd: pytest.CaptureFixture[str]) -> None:
    usual = audited(capfd)
    assert usual[1]
    for word in ("-q", "--quiet"):
        quiet = audited(capfd, word)
        assert quiet[1:3] == ("", "")
        assert (quiet[0], quiet[3]) == (usual[0], usual[3])
    assert audited(capfd, "-q", "--json")[1], "what is asked for is printed all the same"


def test_verbose_shows_every_finding_and_tells_how_far_it_is(capfd: pytest.CaptureFixture[str]) -> None:
    usual = audited(capfd)
    verbose = audited(capfd, "-v")
    assert "more (" in usual[1]
    assert "more (" not in verbose[1]
    assert "The same of other addresses ×29: note 2, note" in verbose[1], (
        "what is said thirty times is said once"
    )
    assert all(f"note {number}," in verbose[1] for number in range(1, 31))
    lines = verbose[2].splitlines()
    assert lines[-1] == "citecheck: m.txt: 30 of 30 links answered"
    assert len(lines) <= 10
    assert usual[2] == "", "off a terminal nothing is told unless it is asked for"
    assert verbose[3] == usual[3]


def test_both_at_once_are_a_mistake(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "m.txt", "-q", "-v"]) == 2
    assert capfd.readouterr().err == "citecheck: --quiet and --verbose exclude each other\n"


def test_a_misspelt_option_is_told_like_every_other_word(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "m.txt", "--fromat", "html"]) == 2
    assert capfd.readouterr().err == "citecheck: no such option: --fromat; did you mean --format?\n"
