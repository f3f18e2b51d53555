"""Where findings stand, by the whole command: in the terms of each format, as its author finds them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from citecheck.cli import main
from tests.read import books, office
from tests.read.pdf_writer import Page, pdf

BAD = "ftp://weir.example/plan.pdf"
"""An address that is never fetched: a finding without any network."""
MAIN = r"""\documentclass{book}
\begin{document}
Text of the first chapter\footnote{A note, \url{https://weir.example/ok}.}.

\input{parts/second}
\input{../outside}
\end{document}
"""
SECOND = f"""% The second chapter.
Here it goes on.

A claim\\footnote{{See \\url{{{BAD}}}.}} and more.
"""


def audit(name: str, format_: str, capfd: pytest.CaptureFixture[str]) -> str:
    """What the audit of a manuscript writes, without a network."""
    assert main(["audit", name, "--offline", "--no-cache", "-f", format_, "-o", "out"]) in (0, 1)
    out = capfd.readouterr().out
    written = sorted(path for path in Path("out").iterdir()) if Path("out").exists() else []
    return "".join([out, *(path.read_text("utf-8") for path in written)])


def packed_word() -> bytes:
    body = "One paragraph.\nA second one{f1}.\n"
    return office.docx({"body": body, "footnotes": {1: f"See {BAD} for it."}})


def packed_text() -> bytes:
    return office.odt({"body": "One paragraph.\nA second one{f1}.", "notes": {"f1": ["1", f"See {BAD}."]}})


def packed_book() -> bytes:
    page = books.page(f'<p>One.</p><p>Two<a id="r" href="#n">1</a>.</p><p id="n">1. See {BAD}.</p>')
    return books.book({"a.xhtml": page})


def two_pages() -> bytes:
    first, second = Page(), Page()
    first.text(72, 700, "A first page without any note.", 11)
    second.text(72, 700, "A claim that needs a note", 11)
    second.text(210, 704, "1", 6)
    second.text(72, 80, "1", 5)
    second.text(78, 76, f"See {BAD} for it.", 8)
    return pdf([first, second])


CASES = {
    "book.txt": (f"A body with a note.1\n\n1 See {BAD}\n".encode(), "line 3"),
    "book.md": (f"# Title\n\nA body[^1].\n\n[^1]: See <{BAD}>.\n".encode(), "line 5"),
    "page.wiki": (f"Title\n\nA body.<ref>See {BAD} there.</ref>\n".encode(), "line"),
    "page.html": (
        f'<p>One.</p><p>Two<a id="r" href="#n">1</a>.</p><p id="n"><a href="#r">1</a> See {BAD}.</p>'.encode(),
        "paragraph 3",
    ),
    "book.docx": (packed_word(), "paragraph"),
    "book.odt": (packed_text(), "paragraph"),
    "book.epub": (packed_book(), "paragraph 3"),
    "book.pdf": (two_pages(), "page 2"),
}


@pytest.mark.parametrize("name", CASES)
def test_findings_stand_where_the_author_finds_them(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    data, place = CASES[name]
    Path(name).write_bytes(data)
    said = audit(name, "markdown", capfd)
    print(said[:3000])
    assert "weir.example" in said
    assert place in said
