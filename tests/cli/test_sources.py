"""Sources at hand are read before the web; what they are named says where they belong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from citecheck.cli import main
from citecheck.cli.sources import shelf_of
from citecheck.errors import UsageMistake
from tests.cli.noted import note

QUOTED = "the towns kept their walls long after the tolls had gone"
TEXT = (
    f'The author says that "{QUOTED}".1 And she adds that "nothing of the old harbour was left by then".2\n\n'
    "Notes\n\n1 A. Smith, Walls, London, 1999, p. 12.\n2 B. Jones. URL: https://b.example/harbour\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("m.txt").write_text(TEXT)
    Path("packet").mkdir()
    Path("packet", "1 Smith.html").write_text(f"<p>As a rule {QUOTED}, and nobody minded.</p>")
    Path("packet", "harbour.txt").write_text("By 1900 nothing of the old harbour was left by then.")
    return tmp_path


def quotations(*words: str) -> list[dict[str, object]]:
    assert main(["audit", "m.txt", "--offline", "--no-cache", "-f", "json", "-o", "out", *words]) in (0, 1)
    report = json.loads(Path("out/report.json").read_text("utf-8"))
    return [quotation for note in report["notes"] for quotation in note["quotations"]]


def test_a_folder_is_read_before_the_web(folder: Path) -> None:
    first, second = quotations("--sources", "packet")
    assert first["verdict"] == "verbatim"
    assert first["source"] == {"url": "1 Smith.html", "where": "file", "datetime": None}
    assert second["verdict"] == "not-checkable"


@pytest.mark.parametrize("separator", [",", ";"])
def test_a_table_names_notes_or_addresses(folder: Path, separator: str) -> None:
    rows = [["note", "file"], ["1", "1 Smith.html"], ["http://www.b.example/harbour/", "harbour.txt"]]
    Path("packet", "list.csv").write_text("\n".join(separator.join(row) for row in rows))
    assert [one["verdict"] for one in quotations("--sources", "packet/list.csv")] == ["verbatim", "verbatim"]


@pytest.mark.parametrize(
    ("table", "said"),
    [("1,missing.pdf\n", "list.csv, line 1: missing.pdf: no such file"), ("1\n", "no file named")],
)
def test_a_bad_table_is_named(folder: Path, table: str, said: str) -> None:
    Path("list.csv").write_text(table)
    with pytest.raises(UsageMistake, match="--sources") as caught:
        shelf_of(Path("list.csv"))
    assert said in str(caught.value)


def test_a_place_without_sources_is_named(folder: Path) -> None:
    Path("empty").mkdir()
    for place in ("empty", "nowhere"):
        assert main(["audit", "m.txt", "--offline", "--no-cache", "--sources", place]) == 2


def test_chapters_have_files_of_their_own(folder: Path) -> None:
    Path("packet", "2-1.txt").write_text("second chapter")
    shelf = shelf_of(Path("packet"))
    assert [file.name for file in shelf.files(note("1"), 1, [])] == ["1 Smith.html"]
    assert [file.name for file in shelf.files(note("2:1"), 1, [])] == ["2-1.txt"]
