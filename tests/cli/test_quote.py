"""`citecheck quote`: many questions a run, one question in a terminal."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from citecheck.cli import main

PAGE = "The bridge over the river was closed for three months in 1870, and nobody crossed it."


def asked(lines: list[str], monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    class Input:
        buffer = io.BytesIO("\n".join(lines).encode())

        @staticmethod
        def isatty() -> bool:
            return False

    monkeypatch.setattr(sys, "stdin", Input())
    return main(["quote", "--jsonl", *words])


def question(identity: str, quote: str, **page: str) -> str:
    return json.dumps({"id": identity, "quote": quote, "page": page or {"text": PAGE}})


def test_a_bad_line_is_named_and_the_others_are_answered(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        question("a", "the bridge over the river was closed"),
        '{"id": "b", "quote": "no end',
        "",
        '["not", "an object"]',
        '{"id": "c", "page": {"text": "x"}}',
        '{"id": "d", "quote": "words", "page": {"pdf": "x"}}',
        question("e", "words", file="missing.html"),
        question("f", "closed for four months in 1870"),
    ]
    assert asked(lines, monkeypatch) == 2
    shown = capsys.readouterr()
    answers = [json.loads(line) for line in shown.out.splitlines()]
    assert [(one["id"], one["verdict"]) for one in answers] == [("a", "verbatim"), ("f", "altered")]
    complaints = shown.err.splitlines()
    assert [complaint.split(": ")[1] for complaint in complaints] == [
        f"standard input, line {count}" for count in (2, 4, 5, 6, 7)
    ]
    said = ("not JSON", "not a JSON object", '"quote" is missing', '"page" has none of', "missing.html")
    assert all(words in complaint for complaint, words in zip(complaints, said, strict=True)), complaints


@pytest.mark.parametrize(
    ("quote", "level", "code"),
    [
        ("the bridge over the river was closed", "unknown", 0),
        ("closed for four months in 1870", None, 0),
        ("closed for four months in 1870", "error", 1),
        ("the bridge over the brook was closed", "error", 0),
        ("the bridge over the brook was closed", "warning", 1),
        ("the ferry was sold to the widow of the miller", "error", 0),
        ("the ferry was sold to the widow of the miller", "warning", 1),
        ("le pont fut fermé pendant trois mois et personne ne passa", "warning", 0),
        ("le pont fut fermé pendant trois mois et personne ne passa", "unknown", 1),
    ],
)
def test_exit_codes(
    quote: str,
    level: str | None,
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    words = ["--fail-on", level] if level else []
    assert asked([question("a", quote)], monkeypatch, *words) == code
    file = tmp_path / "page.html"
    file.write_text(f"<p>{PAGE}")
    assert main(["quote", quote, "--page", str(file), *words]) == code
    capsys.readouterr()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["quote", "--jsonl", "--fail-on", "eror"], "error"),
        (["quote", "words"], "--page"),
        (["quote", "--page", "x.html"], "quotation"),
    ],
)
def test_mistakes(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    assert said in capsys.readouterr().err


def test_no_question_is_nothing_to_check(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert asked(["", "  "], monkeypatch) == 3
    assert "no question" in capsys.readouterr().err


def test_both_wordings_are_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "page.txt"
    file.write_text(PAGE)
    assert main(["quote", "closed for four months in 1870", "--page", str(file)]) == 0
    shown = capsys.readouterr().out
    assert "four" in shown
    assert "three" in shown
    assert "number" in shown


def test_a_page_at_hand_loads_nothing_that_asks_or_judges(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(f"<p>{PAGE}</p>")
    heavy = "h11 citecheck.web.fetcher citecheck.audit citecheck.investigate citecheck.accept"
    script = (
        "import sys; from citecheck.cli import main;"
        f"code = main(['quote', 'closed', '--page', {str(page)!r}]);"
        f"print(sorted(set({heavy.split()}) & set(sys.modules)), file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "[]\n")
