"""Same evidence, same bytes; and the example in the repository is what the program gives today."""

from __future__ import annotations

from pathlib import Path

from fixtures.demo import NOW, command
from tests.fix.word import docx
from tests.whole.conftest import EVERY_FILE, PRINTED, ROOT, Run, audit

EXAMPLE = ROOT / "reports" / "example"


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


ELSEWHERE = {
    "PYTHONHASHSEED": "4711",
    "PYTHONUTF8": "1",
    "LC_ALL": "C",
    "TZ": "Asia/Vladivostok",
    "COLUMNS": "200",
}


def test_two_replays_give_the_same_bytes(audited: Run, replay: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "un autre dossier"
    elsewhere.mkdir()
    again = audit(elsewhere, replay, (*PRINTED, *EVERY_FILE), umask=0o077, **ELSEWHERE)
    assert again.stdout == audited.stdout
    assert files(again.folder) == files(audited.folder)
    assert len(files(again.folder)) == len(EVERY_FILE)


def test_comments_in_a_word_file_are_the_same_bytes_too(replay: Path, tmp_path: Path) -> None:
    addresses = ("http://http://www.b.example/y.b.example/y", "https://a.example/x", "https://c.example/a b")
    word = tmp_path / "book.docx"
    word.write_bytes(
        docx([[f"A. Walls. 2019. URL: {address} (accessed 2 May 2018)."] for address in addresses])
    )
    made = {}
    for name, environment in (("one", {"PYTHONHASHSEED": "0"}), ("deux é", ELSEWHERE)):
        (tmp_path / name).mkdir()
        done = audit(tmp_path / name, replay, ("docx", *EVERY_FILE), manuscript=word, **environment)
        made[name] = files(done.folder)
    assert "report.docx" in made["one"]
    assert made["one"] == made["deux é"]


def test_who_may_read_the_files_is_said_by_the_umask(replay: Path, tmp_path: Path) -> None:
    done = audit(tmp_path, replay, ("json",), umask=0o077)
    assert (done.folder / "report.json").stat().st_mode & 0o777 == 0o600


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
