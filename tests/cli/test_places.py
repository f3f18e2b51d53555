"""Where findings stand, by the whole command: in the terms of each format, as its author finds them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from citecheck.checks import judge
from citecheck.cli import main
from citecheck.extraction import extract
from citecheck.model import Audit, Mode, Run
from tests.read import books, office
from tests.read.pdf_writer import Page, pdf

BAD = "ftp://weir.example/plan.pdf"
"""An address that is never fetched: a finding without any network."""
MAIN = r"""\documentclass{book}
\begin{document}
Text of the first chapter\footnote{A note, \url{https://weir.example/ok}.}.

\input{parts/second}
\input{../outside}
\input{parts/third}
\end{document}
"""
SECOND = f"""% The second chapter.
Here it goes on.

A claim\\footnote{{See \\url{{{BAD}}}.}} and more.
"""


def audit(name: str, format_: str, capfd: pytest.CaptureFixture[str]) -> str:
    """What the audit of a manuscript writes, without a network."""
    words = ["--offline", "--no-cache", "--lang", "en", "-f", format_, "-o", f"out-{format_}"]
    assert main(["audit", name, *words]) == 1
    out = capfd.readouterr().out
    written = [path.read_text("utf-8") for path in sorted(Path(f"out-{format_}").glob("*"))]
    return written[0] if written else out


def packed_word() -> bytes:
    body = "One paragraph.\nA second one{f1}.\n"
    return office.docx({"body": body, "footnotes": {1: f"See {BAD} for it."}})


def packed_text() -> bytes:
    return office.odt({"body": "One paragraph.\nA second one{f1}.", "notes": {"f1": ["1", f"See {BAD}."]}})


def packed_book() -> bytes:
    page = books.page(f'<p>One.</p><p>Two<a id="r" href="#n">1</a>.</p><p id="n">1. See {BAD}.</p>')
    return books.book({"a.xhtml": page})


def two_pages() -> bytes:
    first = Page([(50, 500, 11, "A first page without any note.")])
    called = [(50, 500, 11, "A claim that needs a note"), (50 + 25 * 5.5, 504, 7, "1")]
    note = [(50, 60, 5, "1"), (54, 57, 9, f"See {BAD} for it.")]
    return pdf([first, Page([*called, *note])])


NOTED = '<p>One.</p><p>Two<a id="r" href="#n">1</a>.</p><p id="n"><a href="#r">1</a> See {}.</p>'
LINED = {
    "book.txt": (f"A body with a note.1\n\n1 See {BAD}\n", 3),
    "book.md": (f"# Title\n\nA body[^1].\n\n[^1]: See <{BAD}>.\n", 5),
    "page.wiki": (f"Title\n\nA body.<ref>See {BAD} there.</ref>\n", 3),
}
PLACED = {  # The paragraph that calls the note.
    "page.html": (NOTED.format(BAD).encode(), "paragraph 2"),
    "book.docx": (packed_word(), "paragraph 2"),
    "book.odt": (packed_text(), "paragraph 2"),
    "book.epub": (packed_book(), "paragraph 2"),
    "book.pdf": (two_pages(), "page 2"),
}
FOR_PEOPLE = ("terminal", "html", "markdown")
FOR_MACHINES = ("github", "sarif", "gitlab", "junit")


@pytest.mark.parametrize("name", PLACED)
def test_paragraphs_and_pages_where_lines_lead_nowhere(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    data, place = PLACED[name]
    Path(name).write_bytes(data)
    for format_ in (*FOR_PEOPLE, *FOR_MACHINES):
        said = audit(name, format_, capfd)
        assert place in said, format_
        if format_ in FOR_MACHINES:
            assert f"{place}, note 1: " in said, format_


def test_footnotes_are_no_paragraphs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The third paragraph of a Word file is the third, however many notes were called before it."""
    monkeypatch.chdir(tmp_path)
    notes = {number: f"See https://weir.example/{number}." for number in (1, 2)} | {3: f"See {BAD}."}
    body = "One{f1}.\nTwo{f2}.\nThree{f3}.\n"
    Path("book.docx").write_bytes(office.docx({"body": body, "footnotes": notes}))
    assert "note 3, paragraph 3" in audit("book.docx", "terminal", capfd)
    notes[3] = "See http://http://www.weir.example/a/b.weir.example/a/b."
    Path("twice.docx").write_bytes(office.docx({"body": body, "footnotes": notes}))
    assert main(["fix", "twice.docx", "--dry-run"]) == 0
    assert "note 3, paragraph 3: the printed address" in capfd.readouterr().out


@pytest.mark.parametrize(("media_type", "lines"), [("text/plain", True), ("application/pdf", False)])
def test_no_message_names_lines_that_are_nowhere_to_be_seen(media_type: str, lines: bool) -> None:
    text = "One.[1] Two.[2] Three.[3] Four.[4]\n\n1. First.\n2. Second.\n4. Fourth.\n"
    extraction = extract(text.encode(), "book.txt")
    extraction = replace(extraction, manuscript=replace(extraction.manuscript, media_type=media_type))
    when = datetime(2026, 1, 15, tzinfo=UTC)
    audit = Audit(extraction, (), (), (), Run(Mode.OFFLINE, True, when, when), "0", when)
    (lost,) = [one for one in judge(audit) if one.check == "note-missing"]
    assert "after note 2" in lost.message
    assert "before note 4" in lost.message
    assert ("line" in lost.message) == lines


@pytest.mark.parametrize("name", LINED)
def test_lines_where_the_manuscript_has_them(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    text, line = LINED[name]
    Path(name).write_text(text, "utf-8")
    assert f"line {line}" in audit(name, "terminal", capfd)
    assert f"| 1 | {line} |" in audit(name, "markdown", capfd)
    assert f"file={name},line={line}," in audit(name, "github", capfd)


def test_a_finding_in_a_file_taken_in_names_that_file_and_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "thesis"
    (folder / "parts").mkdir(parents=True)
    (tmp_path / "outside.tex").write_text("\\url{https://outside.example/secret}")
    (tmp_path / "linked.tex").write_text("\\url{https://linked.example/secret}")
    (folder / "parts" / "third.tex").symlink_to(tmp_path / "linked.tex")
    (folder / "main.tex").write_text(MAIN)
    (folder / "parts" / "second.tex").write_text(SECOND)
    monkeypatch.chdir(folder)
    assert "file=parts/second.tex,line=4," in audit("main.tex", "github", capfd)
    assert "parts/second.tex, line 4" in audit("main.tex", "terminal", capfd)
    log = json.loads(audit("main.tex", "sarif", capfd))
    invalid = [one for one in log["runs"][0]["results"] if one["ruleId"] == "link-invalid"]
    places = [one["locations"][0]["physicalLocation"] for one in invalid]
    assert [(p["artifactLocation"]["uri"], p["region"]["startLine"]) for p in places] == [
        ("parts/second.tex", 4)
    ]
    assert main(["extract", "main.tex", "--json"]) == 0
    out = capfd.readouterr().out
    assert "secret" not in out
    assert "https://weir.example/ok" in out
