"""`make demo`: one command that shows the whole job, without a network."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from fixtures import demo
from tests.whole.conftest import NO_SOCKETS, ROOT


def test_it_ends_well_and_says_where_the_report_lies(tmp_path: Path) -> None:
    seen = tmp_path / "sockets-seen"
    done = subprocess.run(
        [sys.executable, "-m", "fixtures.demo", str(tmp_path / "out")],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(NO_SOCKETS), "CITECHECK_SOCKETS_SEEN": str(seen)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert not seen.exists(), "it opened a socket"
    for name in ("report.html", "report.json"):
        assert (tmp_path / "out" / name).stat().st_size > 0
        assert str(tmp_path / "out" / name) in done.stdout
    assert "link-gone" in done.stdout


@pytest.mark.parametrize(("audit", "demonstration"), [(0, 0), (1, 0), (2, 2), (4, 4), (70, 70)])
def test_findings_are_a_good_end_and_trouble_is_not(
    audit: int, demonstration: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(demo, "build", lambda: None)
    monkeypatch.setattr(demo, "command", lambda out: [sys.executable, "-c", f"raise SystemExit({audit})"])
    monkeypatch.setattr(sys, "argv", ["demo", str(tmp_path)])
    assert demo.main() == demonstration
