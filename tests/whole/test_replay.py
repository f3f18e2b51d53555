"""Same evidence, same bytes; and the example in the repository is what the program gives today."""

from __future__ import annotations

from pathlib import Path

from fixtures.demo import NOW, command
from tests.whole.conftest import EVERY_FILE, ROOT, Run, audit

EXAMPLE = ROOT / "reports" / "example"


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_two_replays_give_the_same_bytes(audited: Run, replay: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "un autre dossier"
    elsewhere.mkdir()
    again = audit(
        elsewhere,
        replay,
        ("terminal", *EVERY_FILE),
        PYTHONHASHSEED="4711",
        PYTHONUTF8="1",
        LC_ALL="C",
        TZ="Asia/Vladivostok",
    )
    assert again.stdout == audited.stdout
    assert files(again.folder) == files(audited.folder)
    assert len(files(again.folder)) == len(EVERY_FILE)


def test_no_clock_leaks_into_the_report(audited: Run) -> None:
    report = audited.report
    assert report["generated"].startswith(NOW)
    assert report["run"]["started"] == report["run"]["finished"]


def test_the_example_is_not_stale(audited: Run) -> None:
    """`make example` writes it anew."""
    fresh = files(audited.folder)
    assert sorted(path.name for path in EXAMPLE.iterdir()) == ["report.html", "report.json"]
    for name, kept in files(EXAMPLE).items():
        assert kept == fresh[name], f"{name} is stale: run `make example`"


def test_the_demonstration_runs_the_command() -> None:
    line = command(Path("out"))
    assert line[1:4] == ["-m", "citecheck", "audit"]
    assert "--replay" in line
