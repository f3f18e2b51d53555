"""Pages that are pictures: what is told of them, and what is not said of quotations that may stand there."""

from __future__ import annotations

import pytest

from citecheck.match import compare, prepare
from citecheck.model import Text, Verdict
from citecheck.read import read_manuscript, read_page
from tests.read.pdf_writer import Page, pdf

SAID = "The ferry crossed twice a day while the river was free of ice."
WHOLE = (0.0, 0.0, 420.0, 600.0)


def words(at: int) -> Page:
    lines = [
        f"Page {at} tells of the ferry and of the toll that was paid",
        "for each cart and for each head of cattle.",
    ]
    return Page(texts=[(40, 500 - 14 * row, 10, line) for row, line in enumerate(lines)])


def scan(stamp: str = "") -> Page:
    return Page(texts=[(40, 20, 6, stamp)] if stamp else [], pictures=[WHOLE])


def page_of(*pages: Page) -> Text:
    read = read_page(pdf(list(pages)), "application/pdf", "https://a.example/scan.pdf")
    assert isinstance(read, Text)
    return read


@pytest.mark.parametrize(
    ("pages", "told"),
    [
        ([words(1), scan(), scan(), words(4), scan()], "pages 2–3, 5 of the PDF are pictures without text"),
        ([words(1), scan(), words(3)], "page 2 of the PDF is a picture without text"),
        (
            [words(1), *[scan(f"Lent by the library on 3 May, leaf {n}; not for sale") for n in (2, 3)]],
            "pages 2–3",
        ),
        ([words(1), Page(pictures=[(0, 150 * row, 420, 150) for row in range(4)]), words(3)], "page 2"),
    ],
    ids=["several", "one", "a-stamp-on-each", "in-strips"],
)
def test_scanned_pages_among_others_are_named(pages: list[Page], told: str) -> None:
    assert [warning for warning in page_of(*pages).warnings if told in warning]
    notes = Page(
        texts=[(40, 500, 10, "The mill was sold."), (93, 504, 6, "1"), (40, 60, 8, "1 Letter of 3 May.")]
    )
    assert told in read_manuscript(pdf([*pages, notes]), "book.pdf").text.warnings[0]


@pytest.mark.parametrize(
    "pages",
    [
        [scan(), words(2), words(3), scan()],
        [words(1), Page(texts=words(2).texts, pictures=[WHOLE]), words(3)],
        [words(1), Page(texts=words(2).texts, pictures=[(40, 100, 300, 200)]), words(3)],
        [words(1), Page(), words(3)],
    ],
    ids=["covers", "text-over-its-scan", "a-figure", "empty"],
)
def test_covers_figures_and_scans_with_text_are_nothing_to_tell(pages: list[Page]) -> None:
    assert page_of(*pages).warnings == ()


def test_a_quotation_that_may_stand_on_a_scanned_page_is_not_called_missing() -> None:
    whole = compare(SAID, prepare(page_of(words(1), words(2), words(3))))
    assert whole.verdict is Verdict.NOT_FOUND
    part = compare(SAID, prepare(page_of(words(1), scan(), scan())))
    assert part.verdict is Verdict.NOT_CHECKABLE
    assert part.reason == (
        "it is not in what could be read, and pages 2–3 of the PDF are pictures without text"
    )
    there = compare("the toll that was paid for each cart", prepare(page_of(words(1), scan(), scan())))
    assert there.verdict is Verdict.VERBATIM
