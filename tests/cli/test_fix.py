"""`citecheck fix`: what is certain is mended, everything else stays byte for byte, the input always."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from citecheck.cli import main

DOUBLED = "http://http://www.a.example/list/7.a.example/list/7"
MENDED = "http://www.a.example/list/7"
TEXT = (
    "A body – with “marks”.1 And another.2 A third.3\r\n\r\n"
    f"1 A source. URL: {DOUBLED}\r\n"
    "2 B source. URL: https://b.example/sound/(a)_b\r\n"
    "3 C source. URL: https://c.example/news items/old page\r\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "m.txt").write_bytes(TEXT.encode("cp1251"))
    return tmp_path


def test_only_what_is_certain_changes(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = (folder / "m.txt").read_bytes()
    assert main(["fix", "m.txt", "-o", "out.txt"]) == 0
    after = (folder / "out.txt").read_bytes()
    assert after == before.replace(DOUBLED.encode(), MENDED.encode())
    assert (folder / "m.txt").read_bytes() == before
    out = capfd.readouterr().out
    assert DOUBLED in " ".join(out.split())
    assert MENDED in out


def test_a_dry_run_writes_nothing(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["fix", "m.txt", "-o", "out.txt", "--dry-run"]) == 0
    assert MENDED in capfd.readouterr().out
    assert not (folder / "out.txt").exists()


def test_the_input_is_never_written_over(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = (folder / "m.txt").read_bytes()
    os.link("m.txt", "hard.txt")
    os.symlink("m.txt", "soft.txt")
    (folder / "taken.txt").write_text("somebody's")
    for name in ("m.txt", "./m.txt", "hard.txt", "soft.txt", "taken.txt"):
        assert main(["fix", "m.txt", "-o", name]) == 2
        assert capfd.readouterr().err.count("\n") == 1
    assert (folder / "m.txt").read_bytes() == before
    assert (folder / "taken.txt").read_text() == "somebody's"


def test_a_report_of_another_file_is_refused(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "m.txt", "--offline", "--no-cache", "-f", "json", "-o", "r"]) in (0, 1)
    (folder / "m.txt").write_bytes(TEXT.encode("cp1251") + b"4 More.\r\n")
    capfd.readouterr()
    assert main(["fix", "m.txt", "-o", "out.txt", "--report", "r/report.json"]) == 2
    assert capfd.readouterr().err.count("\n") == 1
    assert not (folder / "out.txt").exists()


def test_a_moved_page_comes_out_of_the_report(folder: Path) -> None:
    text = "A body.1\n\n1 A source. 2018. URL: https://old.example/page\n"
    Path("n.txt").write_text(text)
    assert main(["audit", "n.txt", "--offline", "--no-cache", "-f", "json", "-o", "r"]) in (0, 1)
    report = json.loads(Path("r/report.json").read_text("utf-8"))
    (link,) = report["notes"][0]["links"]
    link |= {
        "status": "moved",
        "code": "moved",
        "http_status": 200,
        "final_url": "https://old.example/new/page",
        "checked": "2026-01-15T00:00:00Z",
    }
    Path("r/report.json").write_text(json.dumps(report))
    assert main(["fix", "n.txt", "-o", "out.txt", "--report", "r/report.json"]) == 0
    assert "https://old.example/new/page" in Path("out.txt").read_text()


def test_markdown_keeps_everything_else(folder: Path) -> None:
    text = f"# Title\n\nWords.[^1]\n\n[^1]: A *source*, <{DOUBLED}>.\n"
    Path("m.md").write_text(text)
    assert main(["fix", "m.md", "-o", "out.md"]) == 0
    assert Path("out.md").read_text() == text.replace(DOUBLED, MENDED)


def test_a_report_that_leaves_out_what_is_accepted_is_refused(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """An accepted finding leaves its address as it is, so it must be told."""
    audit = ["audit", "m.txt", "--offline", "--no-cache", "-f", "json", "-o", "r"]
    main(audit)
    assert main(["baseline", "create", "--report", "r/report.json", "--reason", "as printed"]) == 0
    main([*audit, "--baseline", ".citecheck-baseline.json", "--new-only"])
    capfd.readouterr()
    assert main(["fix", "m.txt", "-o", "out.txt", "--report", "r/report.json"]) == 2
    assert "made with --new-only" in capfd.readouterr().err
    main([*audit, "--baseline", ".citecheck-baseline.json"])
    assert main(["fix", "m.txt", "-o", "out.txt", "--report", "r/report.json"]) == 0
    assert (folder / "out.txt").read_bytes() == (folder / "m.txt").read_bytes()
