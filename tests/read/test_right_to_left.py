"""Notes of texts written from right to left: digits of their own, marks of direction around labels and URLs.

The marks (Unicode 15.1, annex 9) are no part of what they stand around.
"""

from __future__ import annotations

import pytest

from citecheck.model import Parsed, Text
from citecheck.parse import parse
from citecheck.read import read_manuscript
from citecheck.read.shown_numbers import shown
from citecheck.repair import find_links
from tests.read.books import book, page
from tests.read.office import docx, odt

MARKS = {
    "none": ("", ""),
    "left-to-right mark": ("\u200e", "\u200e"),
    "right-to-left mark": ("\u200f", "\u200f"),
    "Arabic letter mark": ("\u061c", "\u061c"),
    "embedding": ("\u202a", "\u202c"),
    "override": ("\u202d", "\u202c"),
    "isolate": ("\u2066", "\u2069"),
    "first strong isolate": ("\u2068", "\u2069"),
}
FIRST, SECOND, THIRD = "https://sadd.example/a_b", "https://sadd.example/c?d=1", "https://sakhr.example/الماء"
LABELS = {"ASCII": "12", "Arabic": "١٢", "Persian": "۱۲"}


def notes(opening: str, closing: str) -> tuple[str, str]:
    """Two notes in Arabic; an Arabic comma or full stop stands behind the addresses."""
    return (
        f"علي، أحمد. السدود. بيروت، 2004، ص 5. {opening}{FIRST}{closing}.",
        (
            f"المرجع نفسه، ص 7، {opening}{SECOND}{closing}، تاريخ الدخول 3 مايو 2020؛"
            f" {opening}{THIRD}{closing}؛ انظر."
        ),
    )


def html(labels: str, opening: str, closing: str, *, backlinks: bool = True) -> str:
    calls, bodies = "", ""
    for number, (label, note) in enumerate(zip(labels, notes(opening, closing), strict=True), 1):
        shown_label = f"{opening}[{label}]{closing}"
        back = f'<a href="#r{number}">{shown_label}</a>' if backlinks else shown_label
        calls += f'السد قديم.<sup><a id="r{number}" href="#n{number}">{shown_label}</a></sup> '
        bodies += f'<p id="n{number}">{back} {note}</p>'
    return f'<div dir="rtl"><p>{calls}</p>{bodies}</div>'


def check(text: Text, labels: str) -> Parsed:
    found = parse(text)
    assert [note.label for note in found.notes] == list(labels)
    assert [note.number for note in found.notes] == [1, 2]
    assert [marker.note_id for marker in found.markers] == ["1", "2"]
    links = find_links(text, found.notes)
    assert [(link.note_id, link.url) for link in links] == [("1", FIRST), ("2", SECOND), ("2", THIRD)]
    assert not found.problems
    assert found.notes[0].text.startswith("علي، أحمد. السدود.")
    return found


@pytest.mark.parametrize("marks", MARKS)
@pytest.mark.parametrize("digits", LABELS)
@pytest.mark.parametrize("backlinks", [True, False])
def test_html(marks: str, digits: str, backlinks: bool) -> None:
    source = html(LABELS[digits], *MARKS[marks], backlinks=backlinks)
    check(read_manuscript(source.encode(), "book.html").text, LABELS[digits])


@pytest.mark.parametrize("marks", MARKS)
def test_epub(marks: str) -> None:
    data = book({"a.xhtml": page(html("١٢", *MARKS[marks]))})
    check(read_manuscript(data, "book.epub").text, "١٢")


@pytest.mark.parametrize("marks", MARKS)
def test_docx(marks: str) -> None:
    first, second = notes(*MARKS[marks])
    run = "<w:r><w:rPr><w:rtl/></w:rPr><w:t>{}</w:t></w:r>"
    document = {
        "body": f"[[{run.format('السد قديم.')}]]{{f1=١}}\n[[{run.format('الطاحونة.')}]]{{f2=٢}}\n",
        "footnotes": {"1": f"١ {first}", "2": f"[[{run.format('٢ ' + second)}]]"},
    }
    check(read_manuscript(docx(document), "book.docx").text, "١٢")


@pytest.mark.parametrize("marks", MARKS)
def test_odt(marks: str) -> None:
    first, second = notes(*MARKS[marks])
    document = {"body": "السد قديم.{f1}\nالطاحونة.{f2}\n", "notes": {"f1": ["١", first], "f2": ["٢", second]}}
    check(read_manuscript(odt(document), "book.odt").text, "١٢")


@pytest.mark.parametrize("marks", MARKS)
@pytest.mark.parametrize("digits", LABELS)
def test_text(marks: str, digits: str) -> None:
    opening, closing = MARKS[marks]
    one, two = (f"{opening}[{label}]{closing}" for label in LABELS[digits])
    first, second = notes(opening, closing)
    source = f"السد قديم.{one} والطاحونة أقدم.{two}\n\n{one} {first}\n\n{two} {second}\n"
    found = parse(read_manuscript(source.encode(), "book.txt").text)
    assert [note.number for note in found.notes] == [1, 2]
    assert [marker.note_id for marker in found.markers] == ["1", "2"]
    links = find_links(Text(source), found.notes)
    assert [link.url for link in links] == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    "mark", ["،", "؛", "؟", "۔", "׃", "\u200f،", "\u2069،", "\u202c؛", ")\u200f", "\u200f)"]
)
def test_what_ends_an_address(mark: str) -> None:
    text = Text(f"ראו: (https://sakhr.example/a_b{mark} ועוד דברים.\n")
    assert [link.url for link in find_links(text, ())] == ["https://sakhr.example/a_b"]


def test_joiners_of_persian_words_stay() -> None:
    source = "<p>می\u200cشود و \u200fنمی\u200cشود</p>"
    assert read_manuscript(source.encode(), "a.html").text.content == "می\u200cشود و نمی\u200cشود"


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        ("hebrew1", ["א", "ט", "י", "יא", "טו", "טז", "כ", "קכג"]),
        ("hebrew2", ["א", "ט", "י", "כ", "ס", "ע", "ר", "רררררר"]),
        ("arabicAlpha", ["أ", "ذ", "ر", "ز", "ض", "ط", "ف", "ظظظظظ"]),
        ("arabicAbjad", ["أ", "ط", "ي", "ك", "س", "ع", "ر", "قققققق"]),
        ("hindiNumbers", ["१", "९", "१०", "११", "१५", "१६", "२०", "१२३"]),
    ],
)
def test_letters_and_digits_that_word_counts_with(way: str, expected: list[str]) -> None:
    found = [shown(number, way) for number in (1, 9, 10, 11, 15, 16, 20, 123)]
    assert found[:7] == expected[:7]
    if way in ("hebrew1", "hindiNumbers"):
        assert found[7] == expected[7]
