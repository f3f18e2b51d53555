"""Heads of articles on PDF pages: numbers beside authors and before their addresses are no notes."""

from __future__ import annotations

import pytest

from citecheck.model import Parsed
from citecheck.parse import parse
from citecheck.read import read_manuscript
from tests.read.pdf_writer import WIDTH, Page, pdf

ADDRESSES = ["Institute of Mills, Weirtown", "School of Rivers, Banks", "Archive of the Valley, Oldham"]
Texts = list[tuple[float, float, float, str]]
_JOINS = str.maketrans("", "", ",–")


def raised(texts: Texts, y: float, size: float, parts: list[str]) -> None:
    """A line of words and, between them, raised numbers, begun at the left margin."""
    x = 50.0
    for part in parts:
        number = part in ("*", "∗") or (part.translate(_JOINS).isdecimal() and len(part) < 4)
        drawn = 0.62 * size if number else size
        texts.append((x, y + (0.35 * size if number else 0), drawn, part))
        x += WIDTH * drawn * len(part)


def head(label: str = "raised", star: str = "") -> Texts:
    """A title, three authors, the last with a `star` where it is given, three addresses, an abstract."""
    texts: Texts = [(50.0, 560.0, 16.0, "The Mills of the Valley")]
    raised(texts, 535, 11, ["Ada Miller", "1", ", Ben Weir", "1,2", " and Cora Rivers", "3", star])
    for row, address in enumerate(ADDRESSES):
        y = 515.0 - 12 * row
        if label == "raised":
            raised(texts, y, 9, [str(row + 1), address])
        else:
            texts.append((50.0, y, 9.0, f"{row + 1} {address}"))
    texts += [(50.0, 460.0 - 12 * row, 10.0, "What this paper says of mills and rivers") for row in range(4)]
    return texts


def body(texts: Texts, calls: int, top: float = 390) -> None:
    for row in range(12):
        texts.append((50.0, top - 13 * row, 11.0, "A line of the text of this paper."))
        if row < calls:
            texts.append((50 + 33 * 5.5, top + 4 - 13 * row, 7.0, str(row + 1)))


def parsed(*pages: Page) -> Parsed:
    return parse(read_manuscript(pdf(list(pages)), "paper.pdf").text)


@pytest.mark.parametrize("label", ["raised", "plain"])
def test_addresses_of_authors_are_neither_notes_nor_lost_ones(label: str) -> None:
    texts = head(label)
    body(texts, 0)
    found = parsed(Page(texts))
    assert not found.notes
    assert not found.markers
    assert not found.problems


@pytest.mark.parametrize("label", ["raised", "plain"])
def test_the_first_note_comes_after_the_addresses(label: str) -> None:
    texts = head(label)
    body(texts, 2)
    for row in (1, 2):
        texts += [
            (50.0, 83.0 - 12 * row, 5.5, str(row)),
            (58.0, 80.0 - 12 * row, 8.0, f"Letter of tenant {row}."),
        ]
    found = parsed(Page(texts, rules=[(50, 120, 85)]))
    assert [(note.label, note.text) for note in found.notes] == [
        ("1", "Letter of tenant 1."),
        ("2", "Letter of tenant 2."),
    ]
    assert [marker.note_id for marker in found.markers] == [note.id for note in found.notes]
    assert not found.problems


def test_endnotes_of_a_paper_begin_behind_its_text() -> None:
    texts = head()
    body(texts, 5)
    ends: Texts = [(50.0, 540.0, 13.0, "Notes")]
    for row in range(1, 6):
        raised(ends, 530.0 - 14 * row, 9, [str(row), f"Letter of tenant {row}, 1934, 17."])
    found = parsed(Page(texts), Page(ends))
    assert [note.text for note in found.notes] == [
        f"Letter of tenant {row}, 1934, 17." for row in range(1, 6)
    ]
    assert len(found.markers) == 5


def test_a_thank_you_of_an_author_at_the_foot_stays_a_note() -> None:
    texts = head(star="*")
    body(texts, 0)
    texts.append((50.0, 60.0, 8.0, "* Ada Miller thanks the tenants of the mill."))
    found = parsed(Page(texts, rules=[(50, 120, 72)]))
    assert [note.label for note in found.notes] == ["*"]


def test_notes_called_behind_sentences_in_the_upper_part_of_a_page_stay_notes() -> None:
    texts: Texts = []
    for row in range(3):
        raised(texts, 540 - 14 * row, 11, ["The mill was sold to the tenants.", str(row + 1)])
    for row in range(1, 4):
        raised(texts, 480 - 12 * row, 8, [str(row), f"Letter of tenant {row}, 1934."])
    found = parsed(Page(texts))
    assert [note.text for note in found.notes] == [f"Letter of tenant {row}, 1934." for row in range(1, 4)]


def test_raised_sources_without_a_heading_are_called_in_any_order_and_in_ranges() -> None:
    texts: Texts = []
    calls = ["1", "2", "3", "1", "4", "2–5", "6", "7", "8", "9", "3", "10"]
    for row, call in enumerate(calls):
        raised(texts, 540 - 14 * row, 11, ["The mill of this valley is an old one", call])
    for row in range(2):
        raised(texts, 90 - 12 * row, 8, [str(row + 1), f"A. Miller, Annals of Mills {row}, 17 (1934)."])
    rest: Texts = []
    for row in range(2, 10):
        raised(rest, 560 - 12 * row, 8, [str(row + 1), f"B. Weir, Rivers and Banks {row}, 45 (1956)."])
    found = parsed(Page(texts), Page(rest))
    assert [note.label for note in found.notes] == [str(number) for number in range(1, 11)]
    assert {note.kind.value for note in found.notes} == {"reference"}
    assert {marker.note_id for marker in found.markers} == {note.id for note in found.notes}
    assert not found.problems


def test_a_note_with_a_sign_does_not_hide_the_sources() -> None:
    texts = head(star="∗")
    for row in range(10):
        texts.append((50.0, 390.0 - 13 * row, 11.0, f"As was shown before [{row + 1}], so it is here."))
    texts += [(50.0, 63.0, 5.5, "∗"), (54.0, 60.0, 8.0, "Ada Miller thanks the tenants of the mill.")]
    entries = [f"[{n}] A. Miller, The Mill, Annals {n}, 17 (193{n % 10})." for n in range(1, 11)]
    last = Page([(50.0, 540.0 - 14 * row, 9.0, entry) for row, entry in enumerate(entries)])
    found = parsed(Page(texts, rules=[(50, 120, 72)]), last)
    assert [note.label for note in found.notes] == ["∗", *map(str, range(1, 11))]
    assert {marker.note_id for marker in found.markers} == {note.id for note in found.notes}


def test_sources_in_small_type_on_a_later_page_are_no_part_of_a_note() -> None:
    texts = head(star="∗")
    body(texts, 0)
    texts += [(50.0, 63.0, 5.5, "∗"), (54.0, 60.0, 8.0, "Ada Miller thanks the tenants of the mill.")]
    between: Texts = []
    body(between, 0, top=540)
    last: Texts = [(50.0, 560.0, 12.0, "References")]
    for row, year in enumerate(range(1934, 1942)):
        last.append((50.0, 540.0 - 12 * row, 8.0, f"Miller, A. {year}. The Mill. Annals of Mills {row}, 17."))
    found = parsed(Page(texts, rules=[(50, 120, 72)]), Page(between), Page(last))
    assert found.notes[0].text == "Ada Miller thanks the tenants of the mill."
    assert len(found.notes) == 9
