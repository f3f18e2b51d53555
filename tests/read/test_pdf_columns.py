"""Reading order of PDF pages in columns."""

from __future__ import annotations

from citecheck.read import read_manuscript
from tests.read.pdf_writer import Page, pdf

URL = "https://mill.example/the-archive-of-the-mill-and-its-weir-in-the-year-1840"


def test_an_address_that_runs_over_the_next_column_stays_in_its_own() -> None:
    page = Page()
    page.texts.append((50, 570, 14, "A heading that goes over both of the columns"))
    for row in range(30):
        left = URL if row == 20 else f"left {row} of the mill and its weir"
        page.texts.append((50, 540 - 14 * row, 9, left))
    for row in range(30):
        page.texts.append((230, 534 - 14 * row, 9, f"right {row} of the town and its mill"))
    lines = read_manuscript(pdf([page]), "a.pdf").text.content.split("\n")
    found = [line.split()[0] for line in lines if line]
    assert found == ["A", *["left"] * 20, URL, *["left"] * 9, *["right"] * 30]
