"""Files: the names of the contract, each whole, each in its place."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from citecheck.cli import main
from citecheck.cli.options import FORMATS
from citecheck.cli.outputs import folder_for, write_whole
from citecheck.report import FORMATS as KNOWN

PASSED_OVER = ("terminal", "docx")
"""Standard output only; a copy of a Word manuscript only (see `tests/report/test_docx.py`)."""
TEXT = "A body that calls a note.1\n\n1 A source. URL: https://a.example/x\n"


def test_every_format_can_be_named() -> None:
    assert tuple(KNOWN) == FORMATS


def test_each_format_goes_where_the_contract_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("my book.txt").write_text(TEXT)
    words = [word for name in FORMATS if name != "docx" for word in ("-f", name)]
    assert main(["audit", "my book.txt", "--offline", "--no-cache", *words]) == 0
    files = {path.name for path in Path("reports/my book").iterdir()}
    assert files == {
        f"report{module.SUFFIX}" for name, module in KNOWN.items() if name not in PASSED_OVER
    } - {f"report{KNOWN['github'].SUFFIX}"}
    assert {"report.html", "report.json", "report.sarif", "report.gitlab.json", "report.junit.xml"} <= files


def test_json_alone_on_standard_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("m.txt").write_text(TEXT)
    assert main(["audit", "m.txt", "--offline", "--no-cache", "--json"]) == 0
    assert json.loads(capfd.readouterr().out)["schema"] == "citecheck/report/1"


def test_several_manuscripts_get_a_folder_each_and_the_worst_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("a", "b"):
        Path(folder).mkdir()
        Path(folder, "m.txt").write_text(TEXT)
    Path("bad.txt").write_text(TEXT.replace("https://a.example/x", "ftp://a.example/x"))
    offline = ["--offline", "--no-cache", "-f", "json", "-o", "out"]
    assert main(["audit", "a/m.txt", "b/m.txt", "bad.txt", *offline]) == 1
    assert sorted(path.name for path in Path("out").iterdir()) == ["bad", "m", "m-2"]
    assert main(["audit", "a/m.txt", "missing.txt", *offline]) == 2
    assert "missing.txt: No such file" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("../../evil.txt", "evil"),
        ("-", "standard-input"),
        ("con.txt", "_con"),
        ("...", "manuscript"),
        ("a\nb:c.txt", "a_b_c"),
        ("x" * 300 + ".txt", "x" * 100),
    ],
)
def test_a_folder_s_name_stays_in_its_place(name: str, folder: str) -> None:
    assert folder_for(name, None, False, set()) == Path("reports") / folder


def test_a_link_in_the_way_is_replaced_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("keep me")
    inside = tmp_path / "out" / "report.json"
    inside.parent.mkdir()
    os.symlink(outside, inside)
    write_whole(inside, "{}")
    assert outside.read_text() == "keep me"
    assert inside.read_text() == "{}"
    assert [path.name for path in inside.parent.iterdir()] == ["report.json"]


def test_after_several_manuscripts_a_table_of_all_the_worst_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("good.txt").write_text(TEXT)
    Path("bad.txt").write_text(TEXT.replace("https://a.example/x", "ftp://a.example/x"))
    Path("picture.txt").write_bytes(bytes(range(256)))
    main(["audit", "good.txt", "picture.txt", "bad.txt", "--offline", "--no-cache", "-o", "out"])
    told = capfd.readouterr().out
    table = told[told.index("2 manuscripts, the worst first") :].splitlines()[2:]
    assert [line.split()[:3] for line in table] == [
        ["bad.txt", "1", "1"],
        ["good.txt", "1", "0"],
        ["picture.txt", "-", "-"],
    ]
    assert "not checked: this is not a text file" in table[2]
    for quiet in ("-q", "--json"):
        main(["audit", "good.txt", "bad.txt", "--offline", "--no-cache", "-o", "out", quiet])
        assert "the worst first" not in capfd.readouterr().out


def test_where_one_of_two_manuscripts_is_read_the_table_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("good.txt").write_text(TEXT)
    Path("picture.txt").write_bytes(bytes(range(256)))
    assert main(["audit", "good.txt", "picture.txt", "--offline", "--no-cache", "-o", "out"]) == 2
    told = capfd.readouterr().out
    assert "\n1 of 2 manuscripts\n" in told
    assert "1 manuscripts" not in told
