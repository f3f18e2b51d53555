"""`--source-language`: for a manuscript whose file says nothing, or something wrong, of its language."""

from __future__ import annotations

from pathlib import Path

import pytest

from citecheck.cli import main
from tests.read import office

OFFLINE = ["--offline", "--no-cache", "-f", "terminal", "-o", "out"]


@pytest.mark.parametrize(
    ("words", "said"),
    [([], "could not be checked"), (["--source-language", "fr"], "n’a pas pu être vérifiée")],
)
def test_the_report_is_in_the_language_told(
    words: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """A few words do not tell it."""
    monkeypatch.chdir(tmp_path)
    notes = {1: "DUPONT, Jean. Ports. https://port.example/a"}
    body = "Dupont : « grands ports maritimes anciens »{f1}.\n"
    Path("livre.docx").write_bytes(office.docx({"body": body, "footnotes": notes}))
    assert main(["audit", "livre.docx", *OFFLINE, *words]) == 0
    assert said in " ".join(capfd.readouterr().out.split())
