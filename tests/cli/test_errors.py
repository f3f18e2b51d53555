"""What a user's mistake looks like: one line, what and where, the right exit code."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from citecheck.cli import main

TEXT = "A body that calls a note.1\n\n1 A note. URL: https://a.example/x\n"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(capfd: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(list(words))
    out, err = capfd.readouterr()
    return code, out, err


def stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data), isatty=lambda: False))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["audti", "x.txt"], "no such command: audti; did you mean audit?"),
        (["audit", "x.txt", "--ofline"], "--offline"),
        (["audit", "missing.txt"], "missing.txt: No such file or directory"),
        (["audit", "."], ".: is a folder, not a file"),
        (["audit", "x.txt", "--fail-on", "eror"], "did you mean error?"),
        (["audit", "x.txt", "--format", "htlm"], "did you mean html?"),
        (["audit", "x.txt", "--offline", "--replay", "y"], "exclude each other"),
        (["links", "--replay", "y", "--record", "./y"], "--record: y is the file that --replay reads"),
        (["audit", "x.txt", "--max-time", "soon"], "--max-time: 'soon' is no time"),
        (["audit"], "missing"),
        (["explain", "link-gnoe"], "no such check: link-gnoe; did you mean link-gone?"),
        (["schema", "reprot"], "no such schema: reprot; did you mean report?"),
        (["quote"], "--page"),
        (["quote", "words", "--page", "missing.html"], "missing.html: No such file"),
    ],
)
def test_a_mistake_is_one_line_and_exit_2(
    capfd: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    code, out, err = run(capfd, *words)
    assert code == 2
    assert out == ""
    assert err.count("\n") == 1, err
    assert err.startswith("citecheck: ")
    assert said in err


def test_a_file_without_a_command_is_told_the_command(
    capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "book.txt").write_text("A note.1\n\n1 A source.\n")
    assert run(capfd, "book.txt") == (
        2,
        "",
        "citecheck: no such command: book.txt; to check a file: citecheck audit book.txt\n",
    )


def test_binary_data_is_refused(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "picture.txt").write_bytes(bytes(range(256)) * 50)
    code, _, err = run(capfd, "extract", "picture.txt")
    assert code == 2
    assert err.count("\n") == 1
    assert "picture.txt" in err


def test_an_unreadable_file_is_named(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    code, _, err = run(capfd, "extract", "secret.txt")
    assert code == 2
    assert err == "citecheck: secret.txt: Permission denied\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "the file is empty"), (b" \n\n", "no text in it"), (b"Words only.\n", "numbered notes")],
)
def test_nothing_to_check_is_exit_3(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, content: bytes, said: str
) -> None:
    (tmp_path / "empty.txt").write_bytes(content)
    for command in (["extract", "empty.txt"], ["audit", "empty.txt", "--offline", "--no-cache"]):
        code, _, err = run(capfd, *command)
        assert code == 3
        assert said in err
        assert err.count("\n") == 1


@pytest.mark.parametrize("command", [["repair"], ["links", "--offline", "--no-cache"], ["quote", "--jsonl"]])
def test_nothing_on_standard_input_is_exit_3(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    stdin(monkeypatch, b"")
    code, out, _ = run(capfd, *command)
    assert (code, out) == (3, "")


def test_a_place_that_cannot_be_written_is_exit_2(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "m.txt").write_text(TEXT)
    (tmp_path / "taken").write_text("a file, no folder")
    code, _, err = run(capfd, "audit", "m.txt", "--offline", "--no-cache", "-o", "taken")
    assert code == 2
    assert err.count("\n") == 1
    assert "taken" in err


def test_a_defect_shows_its_traceback_and_is_exit_70(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import citecheck.parse

    def broken(*_: object) -> None:
        raise ZeroDivisionError("a defect")

    monkeypatch.setattr(citecheck.parse, "notes_of", broken)
    (tmp_path / "m.txt").write_text(TEXT)
    code, _, err = run(capfd, "extract", "m.txt")
    assert code == 70
    assert "Traceback" in err
    assert "ZeroDivisionError: a defect" in err


def test_an_interrupt_is_exit_130(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import citecheck.parse

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(citecheck.parse, "notes_of", interrupted)
    (tmp_path / "m.txt").write_text(TEXT)
    code, _, err = run(capfd, "extract", "m.txt")
    assert code == 130
    assert err == "citecheck: interrupted\n"  # nothing is kept of what `extract` has read
    code, _, err = run(capfd, "audit", "m.txt", "--offline")
    assert code == 130
    assert err == "citecheck: interrupted; what was checked is kept, the next run goes on from there\n"


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    script = f"{sys.executable} -m citecheck {{}} | head -n 1; exit ${{{{PIPESTATUS[0]}}}}"
    for command in ("checks", "explain link-gone", "schema report"):
        words = ["bash", "-c", script.format(command)]
        done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.count("\n") == 1


def test_no_command_shows_the_help(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capfd)
    assert (code, err) == (0, "")
    assert "Commands:" in out


def test_version_and_help(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capfd, "--version")
    assert code == 0
    assert out.startswith("citecheck ")
    for command in ("audit", "extract", "repair", "links", "quote", "checks", "explain", "schema"):
        code, out, _ = run(capfd, command, "--help")
        assert code == 0
        assert "Example: citecheck" in out
        assert max(map(len, out.splitlines())) <= 80


@pytest.mark.parametrize("command", ["", "audit", "links", "quote"])
def test_help_imports_nothing_heavy(command: str) -> None:
    heavy = "h11 ssl selectolax rapidfuzz sqlite3 asyncio lxml jinja2 pydantic rich"
    script = (
        f"import sys; from citecheck.cli import main; code = main({[*command.split(), '--help']});"
        f"heavy = set({heavy.split()});"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "[]\n")


def test_extracting_loads_no_findings_no_settings_and_no_coloured_tables() -> None:
    Path("m.txt").write_text(TEXT)
    heavy = "h11 ssl selectolax asyncio lxml rich citecheck.config citecheck.model.finding"
    script = (
        "import sys; from citecheck.cli import main; code = main(['extract', 'm.txt']);"
        f"print(sorted(set({heavy.split()}) & set(sys.modules)), file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "[]\n")


def test_a_manuscript_that_takes_too_long_is_refused(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import citecheck.parse
    from citecheck.cli import limits

    def endless(*_: object) -> None:
        while True:
            pass

    monkeypatch.setattr(limits, "PROCESSOR_SECONDS", 0.2)
    monkeypatch.setattr(citecheck.parse, "notes_of", endless)
    (tmp_path / "m.txt").write_text(TEXT)
    code, _, err = run(capfd, "extract", "m.txt")
    assert code == 2
    assert err == "citecheck: m.txt: reading it takes more than 0.2 s of processor time; refused\n"


def test_a_manuscript_that_takes_too_much_memory_is_refused(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import citecheck.parse

    def greedy(*_: object) -> None:
        bytearray(2**31)

    monkeypatch.setattr(citecheck.parse, "notes_of", greedy)
    (tmp_path / "m.txt").write_text(TEXT)
    code, _, err = run(capfd, "extract", "m.txt")
    assert code == 2
    assert err == "citecheck: m.txt: reading it takes more than 1 GiB of memory; refused\n"
