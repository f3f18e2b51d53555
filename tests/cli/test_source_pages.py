"""Sources at hand with pages: numbers printed on them, roman front matter, several files, other works."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import docx
import pytest

from citecheck.cli import main
from citecheck.cli.sources import shelf_of
from citecheck.read import read_page
from citecheck.read.printed_pages import printed_pages
from tests.cli.noted import note
from tests.read import books as epub
from tests.read.office import odt
from tests.read.pdf_writer import Page, pdf

FILLER = (
    "The council met in the old hall every second week of the year.",
    "Of the seven towns only three had sent their deputies to it.",
    "Nobody kept the minutes, and what was said is known from letters.",
    "The price of grain rose again, and the mills stood still in May.",
    "A new bridge was asked for and refused, as it was every spring.",
    "The winter was mild that year and the river stayed open for boats.",
)
FRONT = "0 << /S /r >> 4 << /S /D >>"
QUOTED = "the towns kept their walls long after the tolls had gone"


def book(
    count: int,
    quoted_on: int,
    *,
    first: int | None = None,
    roman: int = 0,
    labels: str = "",
    over: bool = False,
) -> bytes:
    """A PDF whose page `quoted_on` (from 1) has the passage; numbers are printed from `first` on, of `roman`
    pages before them in roman numerals; `over`: the passage goes over to the next page, cut in a word."""
    pages = []
    for index in range(count):
        page = Page()
        lines = list(FILLER[index % 3 :] + FILLER[: index % 3])
        if index + 1 == quoted_on:
            lines[-1 if over else 2] = (
                f"As a rule {QUOTED[:28]}-" if over else f"As a rule {QUOTED} and more."
            )
        if over and index == quoted_on:
            lines[0] = f"{QUOTED[28:]} and nobody minded it much."
        for row, line in enumerate(lines):
            page.texts.append((40, 540 - 14 * row, 10, line))
        number = ""
        if roman and index < roman:
            number = ("i", "ii", "iii", "iv", "v", "vi")[index]
        elif first is not None and index > roman:  # the first page of a chapter bears none
            number = str(first + index - roman)
        if number:
            page.texts.append((200, 30, 10, number))
        pages.append(page)
    return pdf(pages, labels=labels)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("packet").mkdir()
    return tmp_path


def audited(note: str, quoted: str = QUOTED, before: str = "") -> dict[str, Any]:
    Path("m.txt").write_text(f'The author says that "{quoted}".1{before}\n\nNotes\n\n1 {note}\n')
    words = ["audit", "m.txt", "--offline", "--no-cache", "-f", "json", "-o", "out", "--sources", "packet"]
    assert main(words) in (0, 1)
    report: dict[str, Any] = json.loads(Path("out/report.json").read_text("utf-8"))
    return report


def locators(report: dict[str, Any]) -> list[str]:
    return [one["message"] for one in report["findings"] if one["check"] == "locator-differs"]


def quotation(report: dict[str, Any]) -> dict[str, Any]:
    (found,) = [one for note in report["notes"] for one in note["quotations"]]
    return dict(found)


@pytest.mark.parametrize(
    ("source", "page", "said"),
    [
        (book(8, 3, first=159), "161", None),
        (book(8, 3, first=159), "160-162", None),
        (book(8, 3, first=159), "3", None),  # as counted in the file
        (book(8, 3, first=159), "165", "found on page 161 (page 3 of the file); the note gives 165"),
        (book(9, 6, first=1, roman=4), "2", None),
        (book(9, 6, first=1, roman=4), "4", "found on page 2 (page 6 of the file); the note gives 4"),
        (book(9, 3, first=1, roman=4), "iii", None),
        (book(9, 3, first=1, roman=4), "ii", "found on page iii (page 3 of the file); the note gives ii"),
        (book(9, 7, labels=FRONT), "3", None),
        (book(9, 7, labels=FRONT), "5", "page 3 (page 7 of the file); the note gives 5"),
        (book(9, 2, labels=FRONT), "ii", None),
        (book(8, 3), "3", None),
        (book(8, 3), "5", "found on page 3; the note gives 5"),
        (book(8, 3), "161", None),  # the file begins somewhere inside its volume, nobody knows where
        (book(8, 3, first=159, over=True), "162", None),
        (book(8, 3, first=159, over=True), "161", None),
        (book(8, 3, first=159, over=True), "163", "page 161 (page 3 of the file); the note gives 163"),
    ],
)  # fmt: skip
def test_pages_as_printed_and_as_counted(folder: Path, source: bytes, page: str, said: str | None) -> None:
    Path("packet", "1.pdf").write_bytes(source)
    report = audited(f"A. Smith, Walls, London, 1999, p. {page}.")
    assert quotation(report)["verdict"] in ("verbatim", "near")
    messages = locators(report)
    assert (messages == []) if said is None else (len(messages) == 1 and said in messages[0]), messages


def test_a_section_is_no_page(folder: Path) -> None:
    Path("packet", "1.pdf").write_bytes(book(8, 3, first=159))
    assert locators(audited("A. Smith, Walls, London, 1999, § 165.")) == []


def test_the_printed_number_is_told(folder: Path) -> None:
    Path("packet", "1.pdf").write_bytes(book(8, 3, first=159))
    found = quotation(audited("A. Smith, Walls, London, 1999, p. 161."))
    assert (found["page"], found["page_label"]) == (3, "161")


def test_of_several_files_the_one_that_has_it_speaks(folder: Path) -> None:
    Path("packet", "1.pdf").write_bytes(book(4, 9))
    Path("packet", "1-2.html").write_text(f"<p>As a rule {QUOTED}.</p>")
    found = quotation(audited("A. Smith, Walls, London, 1999, p. 161."))
    assert (found["verdict"], found["source"]["url"]) == ("verbatim", "1-2.html")


def test_a_file_of_the_second_chapter_is_not_of_the_second_note(folder: Path) -> None:
    Path("packet", "2-1.txt").write_text("a source")
    chapters = shelf_of(Path("packet"), [note("1"), note("2"), note("2:1")])
    assert [file.name for file in chapters.files(note("2:1"), 1, [])] == ["2-1.txt"]
    assert chapters.files(note("2"), 2, []) == []
    whole = shelf_of(Path("packet"), [note("1"), note("2"), note("3")])
    assert [file.name for file in whole.files(note("2"), 2, [])] == ["2-1.txt"]


def test_a_file_of_another_work_says_nothing(folder: Path) -> None:
    Path("packet", "1.txt").write_text(" ".join(FILLER) * 3)
    found = quotation(audited("A. Wetherby, Walls and Gates of the Northern Towns, London, 1999, p. 161."))
    assert found["verdict"] == "cannot-verify"
    assert "another work" in found["reason"]


def test_a_file_of_the_work_speaks(folder: Path) -> None:
    Path("packet", "1.txt").write_text("Walls and Gates of the Northern Towns. " + " ".join(FILLER) * 3)
    found = quotation(audited("A. Wetherby, Walls and Gates of the Northern Towns, London, 1999, p. 161."))
    assert found["verdict"] == "not-found"


@pytest.mark.parametrize("number", [4, 12])
def test_numbers_that_do_not_grow_are_none(number: int) -> None:
    texts = [
        f"In {1990 + at * 3} it began.\nMuch more was said of it.\n{at * 7 % 5} notes\n"
        for at in range(number)
    ]
    assert printed_pages(texts) == [""] * number


def test_running_heads_with_numbers() -> None:
    texts = [
        f"{at} THE WALLS\nsome text\n" if at % 2 else f"CHAPTER TWO {at}\nmore text\n" for at in range(40, 60)
    ]
    assert printed_pages(texts) == [str(at) for at in range(40, 60)]


def test_a_pdf_of_one_page_has_no_printed_number_of_its_own(folder: Path) -> None:
    text = read_page(book(1, 1, first=7, roman=0), "application/pdf", "a.pdf")
    assert text.page_labels == ()


def office(name: str) -> bytes:
    """A source of each kind that has no pages of its own."""
    paragraph = f"As a rule {QUOTED}, and nobody minded."
    if name.endswith(".docx"):
        document, body = docx.Document(), io.BytesIO()
        document.add_paragraph(paragraph)
        document.save(body)
        return body.getvalue()
    if name.endswith(".epub"):
        return epub.book({"a.xhtml": epub.page(f"<p>{paragraph}</p>")})
    if name.endswith(".odt"):
        return odt({"body": paragraph})
    return f"<html><body><p>{paragraph}</p></body></html>".encode()


@pytest.mark.parametrize("name", ["1.docx", "1.epub", "1.odt", "1 saved page.html", "001.htm"])
def test_sources_without_pages(folder: Path, name: str) -> None:
    Path("packet", name).write_bytes(office(name))
    report = audited("A. Smith, Walls, London, 1999, p. 161.")
    assert (quotation(report)["verdict"], quotation(report)["source"]["url"]) == ("verbatim", name)
    assert locators(report) == []
