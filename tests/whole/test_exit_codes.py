"""The contract's table of exit codes, each cause by the real command in a process of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from citecheck.model import Exchange, FailureKind
from citecheck.store.recorder import Recorder
from tests.fix.word import docx
from tests.servers import Loopback, page, silent
from tests.whole.conftest import ROOT

SOUND = "A body that calls a note.1\n\n1 A. Walls. 2019. URL: https://a.example/x\n"
LOST = "One.1 Two.2 Three.3\n\nNotes\n\n1. Miller, 2001, p. 1.\n3. Baker, 2003, p. 2.\n"
DARK = "One.1 Two.2 Three.3\n\n" + "".join(f"{n} A. Walls. URL: https://h{n}.example/x\n" for n in (1, 2, 3))
ALTERED = (
    '{"id": "1", "quote": "we counted 25 boats in the old harbour that day", '
    '"page": {"text": "It is told that we counted 35 boats in the old harbour that day."}}\n'
)
QUIET = ["--no-cache", "--now", "2026-01-15", "-o", "out"]
OFFLINE = ["--offline", *QUIET]
FAST = ["--host-interval", "0", "--archive-interval", "0", "--second-look", "0", "--retries", "0"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Manuscripts and other files, each good or bad in its own way."""
    texts = {
        "sound.txt": SOUND,
        "lost.txt": LOST,
        "dark.txt": DARK,
        "none.txt": "Words only, with nothing to check in them.\n",
        "empty.txt": "",
        "base.json": '{"version": 1, "entries": [{"fingerprint": "a"}]}',
        "later.json": '{"version": 99, "entries": []}',
        "decisions.json": '{"schema": "citecheck/decisions/1", "decisions": [{"decision": "accpet"}]}',
        "report.json": '{"schema": "citecheck/report/1"}',
        "no.warc": "this is no recording",
        "no.db": "this is no database " * 100,
        "no.pem": "this is no certificate",
        "taken": "a file where a folder should come",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    (tmp_path / "picture.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "odd.csv").write_text("note,file\n1,nowhere.pdf\n")
    with zipfile.ZipFile(tmp_path / "sheet.zip", "w") as archive:
        archive.writestr("a", "b")
    (tmp_path / "broken.docx").write_bytes(docx([["A note."]])[:-600])
    return tmp_path


def run(folder: Path, *words: str, given: str = "", **environment: str) -> tuple[int, str, str]:
    clean = {key: value for key, value in os.environ.items() if key not in ("SOURCE_DATE_EPOCH", "COLUMNS")}
    done = subprocess.run(
        [sys.executable, "-m", "citecheck", *words],
        cwd=folder,
        input=given,
        env={**clean, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    ("words", "given"),
    [
        (["audit", "sound.txt", *OFFLINE], ""),
        (["audit", "lost.txt", *OFFLINE, "--fail-on", "never"], ""),
        (["extract", "lost.txt"], ""),
        (["repair", "http://http://www.b.example/y.b.example/y"], ""),
        (["repair"], "no address in here\n"),
        (["links", "https://a.example/x", "--offline", "--no-cache"], ""),
        (["quote", "--jsonl"], '{"id": "1", "quote": "not there at all", "page": {"text": "Words."}}\n'),
        (["audit", "none.txt", *OFFLINE, "--allow-empty"], ""),
        (["checks"], ""),
        (["explain", "link-gone"], ""),
        (["schema", "report"], ""),
    ],
)
def test_0_nothing_at_or_above_the_bar(folder: Path, words: list[str], given: str) -> None:
    code, _, err = run(folder, *words, given=given)
    assert (code, err) == (0, "")


@pytest.mark.skipif(sys.platform == "win32", reason="no shell there that closes a stream")
@pytest.mark.parametrize("closed", ["<&-", "2>&-", "<&- 2>&-"])
def test_0_without_streams_that_are_not_needed(folder: Path, closed: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f'exec "$0" -m citecheck extract sound.txt --json {closed}', sys.executable],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert json.loads(done.stdout)["notes"]


@pytest.mark.parametrize(
    ("words", "given"),
    [
        (["audit", "lost.txt", *OFFLINE], ""),
        (["audit", "lost.txt", *OFFLINE, "--fail-on", "warning"], ""),
        (["audit", "sound.txt", *OFFLINE, "--fail-on", "unknown"], ""),
        (["audit", "sound.txt", "lost.txt", *OFFLINE], ""),
        (["links", "https://user:secret@a.example/x", "--offline", "--no-cache"], ""),
        (
            ["quote", "--jsonl", "--fail-on", "error"],
            ALTERED,
        ),
    ],
)
def test_1_findings_at_or_above_the_bar(folder: Path, words: list[str], given: str) -> None:
    code, out, err = run(folder, *words, given=given)
    assert (code, err) == (1, "")
    assert out, "every output is written"


def test_1_only_for_what_is_new_with_a_baseline(folder: Path) -> None:
    assert run(folder, "audit", "lost.txt", *OFFLINE)[0] == 1
    assert run(folder, "baseline", "create", "--report", "out/report.json", "--reason", "known")[0] == 0
    accepted = ["--baseline", ".citecheck-baseline.json"]
    assert run(folder, "audit", "lost.txt", *OFFLINE, *accepted)[0] == 0
    (folder / "lost.txt").write_text(LOST.replace("Three.3", "Three.3 Four.4 Five.5") + "5. Dyer, 2005.\n")
    assert run(folder, "audit", "lost.txt", *OFFLINE, *accepted)[0] == 1


MISTAKES = [
    (["audti", "sound.txt"], "did you mean audit?"),
    (["audit", "sound.txt", "--ofline"], "--offline"),
    (["audit", "sound.txt", "--format", "sarfi"], "did you mean sarif?"),
    (["audit", "sound.txt", "--fail-on", "warnign"], "did you mean warning?"),
    (["audit", "sound.txt", "--lang", "frr"], "did you mean fr?"),
    (["audit", "sound.txt", "--archive", "waybck"], "did you mean wayback?"),
    (["audit", "sound.txt", "--host-interval", "quick"], "--host-interval"),
    (["audit", "sound.txt", "--max-time", "soon"], "--max-time"),
    (["audit", "sound.txt", "--max-requests", "many"], "--max-requests"),
    (["audit", "sound.txt", "--now", "yesterday"], "--now"),
    (["audit", "sound.txt", "--written", "long ago"], "--written"),
    (["audit", "sound.txt", "--connect-to", "nonsense"], "HOST:PORT:ADDR:PORT"),
    (["audit", "sound.txt", "--proxy", "nonsense", *QUIET], "--proxy"),
    (["audit", "sound.txt", "--ca-file", "no.pem", *QUIET], "no.pem"),
    (["audit", "sound.txt", "--offline", "--replay", "no.warc"], "exclude each other"),
    (["audit", "sound.txt", "--sources", "nowhere", *OFFLINE], "nowhere"),
    (["audit", "sound.txt", "--sources", "odd.csv", *OFFLINE], "nowhere.pdf"),
    (["explain", "link-gnoe"], "did you mean link-gone?"),
    (["schema", "reprot"], "did you mean report?"),
    (["baseline", "prnue", "--report", "report.json"], "did you mean prune?"),
    (["fix", "sound.txt"], "-o OUT"),
    (["fix", "sound.txt", "-o", "sound.txt"], "the manuscript itself"),
    (["fix", "sound.txt", "-o", "taken"], "exists already"),
    (["audit", "sound.txt", *OFFLINE, "-f", "docx"], "sound.txt"),
]
UNREADABLE = [
    (["audit", "missing.txt", *OFFLINE], "missing.txt"),
    (["audit", ".", *OFFLINE], "folder"),
    (["extract", "picture.txt"], "picture.txt"),
    (["extract", "broken.docx"], "broken.docx"),
    (["extract", "sheet.zip"], "sheet.zip"),
    (["audit", "sound.txt", *OFFLINE, "--baseline", "base.json"], "base.json: entry 1"),
    (["audit", "sound.txt", *OFFLINE, "--baseline", "later.json"], "version 99"),
    (["audit", "sound.txt", *OFFLINE, "--baseline", "gone.json"], "gone.json"),
    (["audit", "sound.txt", *QUIET, "--replay", "no.warc"], "no.warc"),
    (["audit", "sound.txt", *QUIET, "--replay", "gone.warc"], "gone.warc"),
    (["audit", "sound.txt", "--offline", "-o", "out", "--cache", "no.db"], "no.db"),
    (["baseline", "create", "--report", "sound.txt", "--reason", "x"], "sound.txt"),
    (["baseline", "create", "--report", "report.json", "--reason", "x"], "report.json"),
    (["review", "decisions.json"], "decision 1"),
    (["fix", "sound.txt", "-o", "copy.txt", "--report", "report.json"], "report.json"),
    (["quote", "words", "--page", "missing.html"], "missing.html"),
    (["audit", "sound.txt", "--offline", "--no-cache", "-o", "taken"], "taken"),
    (["audit", "sound.txt", *QUIET, "--record", "taken/run.warc"], "taken"),
    (["baseline", "create", "--report", "gone.json", "--reason", "x"], "gone.json"),
]


@pytest.mark.parametrize(("words", "said"), MISTAKES + UNREADABLE)
def test_2_a_mistake_is_one_line(folder: Path, words: list[str], said: str) -> None:
    code, out, err = run(folder, *words)
    assert (code, out) == (2, ""), err
    assert err.startswith("citecheck: ")
    assert err.count("\n") == 1, err
    assert said in err


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('fail-no = "never"\n', "did you mean fail-on?"),
        ('fail-on = "nevre"\n', "did you mean never?"),
        ("fail-on = \n", "citecheck.toml"),
        ("proxy = 'http://a.example:80'\n", "command line only"),
        ("retries = 'two'\n", "retries"),
    ],
)
def test_2_for_a_configuration(folder: Path, content: str, said: str) -> None:
    (folder / "citecheck.toml").write_text(content)
    code, out, err = run(folder, "audit", "sound.txt", *OFFLINE)
    assert (code, out) == (2, ""), err
    assert err.count("\n") == 1, err
    assert "citecheck.toml" in err
    assert said in err


def test_2_for_a_clock_that_is_none(folder: Path) -> None:
    words = ["audit", "sound.txt", "--offline", "--no-cache", "-o", "out"]
    code, _, err = run(folder, *words, SOURCE_DATE_EPOCH="noon")
    assert code == 2
    assert err.count("\n") == 1


def test_2_for_questions_that_are_no_json(folder: Path) -> None:
    for command in (["quote", "--jsonl"], ["repair", "--jsonl"]):
        code, out, err = run(folder, *command, given="{\n")
        assert (code, out) == (2, "")
        assert err.count("\n") == 1
        assert "line 1" in err


@pytest.mark.parametrize(
    ("words", "given"),
    [
        (["audit", "empty.txt", *OFFLINE], ""),
        (["audit", "none.txt", *OFFLINE], ""),
        (["audit", "-", *OFFLINE], ""),
        (["extract", "empty.txt"], ""),
        (["extract", "none.txt"], ""),
        (["repair"], ""),
        (["links", "--offline", "--no-cache"], ""),
        (["quote", "--jsonl"], ""),
        (["fix", "none.txt", "--dry-run"], ""),
    ],
)
def test_3_nothing_to_check(folder: Path, words: list[str], given: str) -> None:
    code, out, err = run(folder, *words, given=given)
    assert (code, out) == (3, ""), err
    assert err.startswith("citecheck: ")
    assert err.count("\n") == 1


def failures(path: Path, urls: list[str], kind: FailureKind) -> None:
    with Recorder(path) as recorder:
        for url in urls:
            recorder.write(
                Exchange(url, datetime(2026, 1, 15, tzinfo=UTC), failure=kind, detail="no such name")
            )


def test_4_the_network_was_down(folder: Path) -> None:
    failures(folder / "down.warc", [f"https://h{n}.example/x" for n in (1, 2, 3)], FailureKind.DNS)
    code, out, err = run(folder, "audit", "dark.txt", *QUIET, "--replay", "down.warc")
    assert (code, err) == (4, "")
    report = json.loads((folder / "out" / "report.json").read_text("utf-8"))
    assert [note["links"][0]["status"] for note in report["notes"]] == ["unreachable"] * 3
    assert "could not be reached" in " ".join(out.split())
    urls = [f"https://h{n}.example/x" for n in (1, 2, 3)]
    assert run(folder, "links", *urls, "--no-cache", "--replay", "down.warc")[0] == 4


def test_4_not_for_what_was_not_recorded_or_not_asked(folder: Path) -> None:
    failures(folder / "other.warc", ["https://other.example/"], FailureKind.DNS)
    assert run(folder, "audit", "dark.txt", *QUIET, "--replay", "other.warc")[0] == 0
    assert run(folder, "audit", "dark.txt", *OFFLINE)[0] == 0


def test_1_goes_before_4(folder: Path) -> None:
    failures(folder / "down.warc", [f"https://h{n}.example/x" for n in (1, 2, 3)], FailureKind.DNS)
    (folder / "dark.txt").write_text(DARK.replace("Three.3", "Three.3 Four.4 Five.5") + "5 B. Tolls. 2017.\n")
    assert run(folder, "audit", "dark.txt", *QUIET, "--replay", "down.warc")[0] == 1


def test_4_for_a_spent_budget_only_on_demand(folder: Path) -> None:
    with Loopback() as server:
        server.put("", "", page("<title>Walls</title>" + "<p>The walls of the towns were kept.</p>" * 30))
        words = ["audit", "dark.txt", *QUIET, *FAST, *server.arguments, "--max-requests", "1"]
        assert run(folder, *words)[0] == 0
        code, _, err = run(folder, *words, "--require-complete")
        assert (code, err) == (4, "")
    report = json.loads((folder / "out" / "report.json").read_text("utf-8"))
    statuses = [note["links"][0]["status"] for note in report["notes"]]
    assert "not-checked" in statuses
    assert len(statuses) == 3


def test_70_for_a_defect_of_ours(folder: Path) -> None:
    (folder / "sitecustomize.py").write_text(
        "import citecheck.parse\n"
        "def broken(*_):\n    raise ZeroDivisionError('a defect')\n"
        "citecheck.parse.notes_of = broken\n"
    )
    path = os.pathsep.join((str(folder), str(ROOT)))
    for command in (
        ["extract", "sound.txt"],
        ["audit", "sound.txt", *OFFLINE],
        ["fix", "sound.txt", "-o", "c"],
    ):
        code, _, err = run(folder, *command, PYTHONPATH=path)
        assert code == 70
        assert "ZeroDivisionError: a defect" in err
        assert err.splitlines()[-1].startswith("citecheck: this is a defect")


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT for a child there")
@pytest.mark.parametrize("command", ["audit", "links"])
def test_130_interrupted(folder: Path, command: str) -> None:
    with Loopback() as server:
        server.put("", "", silent)
        words = ["dark.txt", "-o", "out"] if command == "audit" else ["https://h1.example/x"]
        child = subprocess.Popen(
            [sys.executable, "-m", "citecheck", command, *words, "--no-cache", *server.arguments],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        deadline = time.monotonic() + 60
        while not server.seen and time.monotonic() < deadline:
            time.sleep(0.05)
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=60)
    assert (child.returncode, out, err.count("\n")) == (130, "", 1)
    assert err.startswith("citecheck: interrupted")


def test_of_several_manuscripts_the_worst_code_counts(folder: Path) -> None:
    code, _, err = run(folder, "audit", "sound.txt", "missing.txt", "empty.txt", "lost.txt", *OFFLINE)
    assert code == 2
    assert err.count("\n") == 2
    assert (folder / "out" / "lost" / "report.json").is_file(), "the others are audited all the same"
