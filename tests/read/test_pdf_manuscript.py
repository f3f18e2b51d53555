"""PDF manuscripts: notes, calls and addresses of books set here, whose truth is known."""

from __future__ import annotations

import random
import time
import unicodedata

import pytest

from citecheck.errors import UnreadableInput
from citecheck.model import MarkKind, Note, Parsed, Text
from citecheck.parse import parse
from citecheck.read import read_manuscript
from citecheck.repair import find_links
from tests.read.pdf_books import Book, Style, made
from tests.read.pdf_writer import SUPERIORS, Page, pdf

BOOKS = {
    "plain": Style(language="en"),
    "french, no rule": Style(language="fr", rule=False, seed=2),
    "russian, labels with a full stop": Style(language="ru", label="dot", seed=3),
    "german, plain labels": Style(language="de", label="plain", seed=4),
    "polish, two columns": Style(language="pl", columns=2, seed=5, notes=30),
    "russian, two columns, long notes": Style(language="ru", columns=2, long_notes=True, seed=6, notes=30),
    "three columns": Style(language="en", columns=3, size=7, note_size=5.6, seed=25, notes=30),
    "carried over": Style(language="fr", long_notes=True, seed=7),
    "carried over, no rule": Style(language="en", long_notes=True, rule=False, seed=8),
    "side by side": Style(language="ru", together=True, seed=9, notes=40),
    "in headings": Style(language="de", in_headings=True, together=True, seed=10),
    "raised at full size": Style(language="pl", marker="raised", seed=11),
    "superscript characters": Style(language="fr", marker="sign", seed=12),
    "raised digits under plain names": Style(language="fr", marker="half", label="dot", seed=24, notes=60),
    "numbered listings": Style(language="de", listings=9, seed=24, notes=60),
    "anew on each page": Style(language="en", anew=True, seed=13),
    "endnotes": Style(language="ru", ends=True, label="dot", seed=14),
    "endnotes, small": Style(language="en", ends=True, seed=15, columns=2),
    "notes as large as the text": Style(language="de", note_size=11, seed=16),
    "no running heads": Style(language="en", head=False, seed=17),
    "no annotations": Style(language="en", annotation="none", seed=18),
    "annotations in parts": Style(language="fr", annotation="quads", seed=19),
    "annotations cut": Style(language="pl", annotation="first", seed=20),
    "annotations that repeat a line": Style(language="en", annotation="echo", seed=21),
    "letters of a code page": Style(language="ru", codepage="cp1251", seed=22),
}
LEAST_NOTES, LEAST_MARKERS, LEAST_URLS = 0.97, 0.97, 0.95
MUTATIONS = 500


def read_back(book: Book) -> tuple[Text, Parsed]:
    text = read_manuscript(book.data, "book.pdf").text
    return text, parse(text)


def folded(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKC", text).casefold() if sign.isalnum())


def right_notes(book: Book, notes: tuple[Note, ...]) -> int:
    found = [(note.label.strip("."), folded(note.text)) for note in notes]
    return sum((note.label, folded(note.text)) in found for note in book.notes)


@pytest.mark.parametrize("name", BOOKS)
def test_notes_calls_and_addresses(name: str) -> None:
    book = made(BOOKS[name])
    text, parsed = read_back(book)
    assert right_notes(book, parsed.notes) >= LEAST_NOTES * len(book.notes)
    assert [note.label for note in parsed.notes] == [note.label for note in book.notes]
    called = sum(marker.note_id is not None for marker in parsed.markers)
    assert LEAST_MARKERS * len(book.notes) <= called <= len(book.notes)
    found = {link.url for link in find_links(text, parsed.notes)}
    wanted = [note.url for note in book.notes if note.url]
    assert sum(url in found for url in wanted) >= LEAST_URLS * len(wanted)


def test_many_notes_under_rules_at_the_end_of_a_short_text_are_no_list_of_sources() -> None:
    """As LibreOffice sets them: notes of one page may stand below the text of the next one."""
    sheets = [Page(rules=[(50, 167, 250)]), Page(rules=[(50, 167, 250)])]
    called, noted = [range(1, 12), range(12, 14)], [range(1, 9), range(9, 14)]
    for sheet, calls, notes in zip(sheets, called, noted, strict=True):
        for y, number in zip(range(560, 0, -16), calls, strict=False):
            sheet.texts.append((50.0, y, 11.0, "Mlýn se točí dál, ale voda teče"))
            sheet.texts.append((221.0, y + 4, 6.5, str(number)))
        for y, number in zip(range(235, 0, -14), notes, strict=False):
            sheet.texts.append((50.0, y + 4, 6.5, str(number)))
            sheet.texts.append((58.0, y, 11.0, f"Kronika obce, s. {number + 80}."))
    parsed = parse(read_manuscript(pdf(sheets), "book.pdf").text)
    assert [note.text for note in parsed.notes] == [f"Kronika obce, s. {number}." for number in range(81, 94)]
    assert [marker.note_id for marker in parsed.markers] == [str(number) for number in range(1, 14)]


def test_a_call_side_by_side_with_one_of_the_next_page_keeps_its_own_place() -> None:
    book = made(BOOKS["side by side"])
    text, parsed = read_back(book)
    shown = [text.content[marker.span.start : marker.span.end] for marker in parsed.markers]
    assert shown == [note.label for note in book.notes]


def test_pages_have_their_printed_numbers_and_no_running_heads() -> None:
    book = made(BOOKS["carried over"])
    text, _ = read_back(book)
    assert text.page_labels[:3] == ("5", "6", "7")
    assert len(text.page_starts) == len(text.page_labels)
    assert "The water and the mill" not in text.content
    assert "preprint of a journal" not in text.content
    assert text.metadata.title == "A book"


def test_a_note_over_a_page_end_is_one_note_of_two_spans() -> None:
    text, parsed = read_back(made(BOOKS["carried over"]))
    parted = [note for note in parsed.notes if len(note.spans) > 1]
    assert parted
    for note in parted:
        first, second = note.spans[:2]
        assert text.page_at(second.start) == (text.page_at(first.start) or 0) + 1


def test_an_annotation_names_the_address_whole_and_shows_what_is_printed() -> None:
    book = made(BOOKS["plain"])
    text, _ = read_back(book)
    marks = [mark for mark in text.marks if mark.kind is MarkKind.LINK]
    assert {mark.target for mark in marks} == {note.url for note in book.notes if note.url}
    for mark in marks:
        printed = "".join("".join(span.of(text.content).split()) for span in mark.spans)
        assert printed == mark.target
        assert mark.origin == "annotation"


def test_annotations_that_repeat_one_line_do_not_cut_the_address() -> None:
    book = made(BOOKS["annotations that repeat a line"])
    text, parsed = read_back(book)
    urls = [link.url for link in find_links(text, parsed.notes)]
    assert urls == [note.url for note in book.notes if note.url]


def test_hyphens_at_line_ends_stay() -> None:
    page = Page([(50, 500, 11, "the mill-"), (50, 487, 11, "owner of the weir")])
    assert read_manuscript(pdf([page]), "a.pdf").text.content.startswith("the mill-\nowner of the weir")


def test_ligatures_are_their_letters() -> None:
    page = Page([(50, 500, 11, "the oﬃce ﬁles¹ the ﬂood"), (50, 60, 9, "¹ A note")])
    text = read_manuscript(pdf([page]), "a.pdf").text
    assert "the office files¹ the flood" in text.content
    marker = next(mark for mark in text.marks if mark.kind is MarkKind.MARKER)
    assert marker.spans[0].of(text.content) == "¹"
    assert marker.label == "1"


def test_signs_as_calls() -> None:
    page = Page(
        [
            *((50, 500 - 13 * row, 11, "A line of the text of this page") for row in range(6)),
            (50, 400, 11, "the mill"),
            (50 + 8 * 5.5, 404, 7, "*"),
            (50, 60, 9, "* The mill of the weir."),
        ],
        rules=[(50, 120, 75)],
    )
    parsed = parse(read_manuscript(pdf([page]), "a.pdf").text)
    assert [(note.label, note.text) for note in parsed.notes] == [("*", "The mill of the weir.")]
    assert [marker.label for marker in parsed.markers] == ["*"]


def test_exponents_without_notes_are_no_calls() -> None:
    rows = [(50.0, 500.0 - 13 * row, 11.0, "an area of 20 m and more of it") for row in range(6)]
    page = Page([*rows, (50 + 12 * 5.5, 504, 7, "2")])
    text = read_manuscript(pdf([page]), "a.pdf").text
    assert not [mark for mark in text.marks if mark.kind in (MarkKind.NOTE, MarkKind.MARKER)]


def test_a_list_of_sources_in_brackets_is_read_as_one() -> None:
    body = [
        (50.0, 540.0 - 13 * row, 11.0, f"As it was said of the old mill [{row % 5 + 1}]. More.")
        for row in range(12)
    ]
    entries = [
        (50.0, 300.0 - 13 * n, 11.0, f"[{n}] A. Miller. The old mill. https://mill.example/{n}")
        for n in range(1, 6)
    ]
    page = Page([*body, (50, 320, 14, "References"), *entries])
    parsed = parse(read_manuscript(pdf([page]), "a.pdf").text)
    assert [note.kind.value for note in parsed.notes] == ["reference"] * 5
    assert len(parsed.markers) == 12


def test_pictures_of_pages_say_so() -> None:
    with pytest.raises(UnreadableInput, match=r"only pictures of pages.*OCR"):
        read_manuscript(pdf([Page(rules=[(50, 100, 60)]), Page()]), "scan.pdf")


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4\n" + b"(" * 50_000, b"%PDF-1.7\n1 0 obj <<"])
def test_damaged_files_are_one_line(data: bytes) -> None:
    with pytest.raises(UnreadableInput, match="damaged") as caught:
        read_manuscript(data, "a.pdf")
    assert "\n" not in str(caught.value)


def test_a_password_is_asked_for() -> None:
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <%s> /U <%s> >> /ID [<00> <00>]" % (
        (b"00" * 32,) * 2
    )
    data = pdf([Page([(50, 500, 11, "A line")])]).replace(b"/Info 4 0 R", b"/Info 4 0 R " + lock)
    with pytest.raises(UnreadableInput, match="protected by a password"):
        read_manuscript(data, "a.pdf")


def test_mutated_files_end_in_text_or_one_line() -> None:
    chance = random.Random(20260501)
    whole = made(Style(notes=3, seed=30, long_notes=True)).data
    messages: list[str] = []
    began = time.monotonic()
    for count in range(MUTATIONS):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 12)):
            at = chance.randrange(8, len(data))
            match chance.randrange(4):
                case 0:
                    data[at] = chance.randrange(256)
                case 1:
                    del data[at : at + chance.randint(1, 200)]
                case 2:
                    data[at:at] = data[at : at + chance.randint(1, 200)] * chance.randint(1, 3)
                case _:
                    data[at:at] = chance.choice([b"(" * 99, b"[" * 99, b"<<", b"-1e38 ", b"99999999 ", b" R"])
        try:
            text = read_manuscript(bytes(data), "a.pdf").text
        except UnreadableInput as refused:
            messages.append(str(refused))
            continue
        for mark in text.marks:
            assert all(0 <= span.start <= span.end <= len(text.content) for span in mark.spans)
        if count % 10 == 0:
            parse(text)
    assert not any("\n" in message for message in messages)
    assert time.monotonic() - began < 60


def test_numbered_lines_of_a_program_are_no_notes() -> None:
    page = Page(
        [
            *((50, 540 - 13 * row, 11, "A line of the text of this page") for row in range(8)),
            (50, 400, 11, "the mill"),
            (50 + 8 * 5.5, 404, 7, "1"),
            (50, 63, 5.6, "1"),
            (62, 60, 9, "The mill of the weir."),
        ],
        rules=[(50, 120, 75)],
    )
    program = Page()
    for row in range(1, 9):
        program.texts += [(50, 500.0 - 12 * row, 5, str(row)), (60, 500.0 - 12 * row, 9, "let mill be weir")]
    parsed = parse(read_manuscript(pdf([page, program]), "a.pdf").text)
    assert [(note.label, note.text) for note in parsed.notes] == [("1", "The mill of the weir.")]


def short_notes(*pages: range) -> bytes:
    """Pages of eight lines, each with its notes below them, all of one wording."""
    made = []
    for numbers in pages:
        texts = []
        for row in range(8):
            texts.append((50.0, 540.0 - 13 * row, 11.0, "A line of the text of this page"))
            if row < len(numbers):
                texts.append((50 + 31 * 5.5, 544.0 - 13 * row, 7.0, str(numbers[row])))
        for row, number in enumerate(reversed(numbers)):
            texts.insert(len(texts) - row, (50.0, 60.0 + 13 * row, 8.0, f"{number} Letter of a tenant."))
        made.append(Page(texts))
    return pdf(made)


def test_short_notes_of_one_wording_at_the_feet_of_pages_are_no_running_feet() -> None:
    data = short_notes(range(1, 5), range(5, 9), range(9, 12), range(12, 16))
    parsed = parse(read_manuscript(data, "a.pdf").text)
    assert [note.label for note in parsed.notes] == [str(number) for number in range(1, 16)]
    assert [marker.note_id for marker in parsed.markers] == [note.id for note in parsed.notes]


def test_a_lost_plain_label_does_not_end_the_numbering() -> None:
    data = short_notes(range(1, 4), range(5, 9), range(9, 12))
    parsed = parse(read_manuscript(data, "a.pdf").text)
    assert [note.label for note in parsed.notes] == [str(n) for n in range(1, 12) if n != 4]


def test_numbers_of_lines_in_the_margin_are_no_text() -> None:
    pages = []
    for first in (0, 1):
        texts = [(70.0, 540.0 - 13 * row, 11.0, "A line of the text of this page") for row in range(20)]
        texts.insert(1, (70 + 31 * 5.5, 544.0, 7.0, str(first + 1)))
        texts.append((70.0, 100.0, 8.0, f"{first + 1} A letter."))
        texts += [(40.0, 540.0 - 13 * row, 11.0, str(row + 1)) for row in range(20)]
        pages.append(Page(texts))
    text = read_manuscript(pdf(pages), "a.pdf").text
    assert text.content.count("A line of the text of this page") == 40
    assert not any(line.strip() in {"2", "12", "20"} for line in text.content.split("\n"))
    assert [(note.label, note.text) for note in parse(text).notes] == [("1", "A letter."), ("2", "A letter.")]


def test_characters_beyond_the_basic_plane_do_not_shift_the_lines() -> None:
    lines = ["A vowel 𝑎 before 𝑑𝑗 is long", "in the words of the old mill", "and short in the others."]
    page = Page([(50.0, 540.0 - 13 * row, 11.0, line) for row, line in enumerate(lines)])
    text = read_manuscript(pdf([page]), "a.pdf").text
    assert [line for line in text.content.split("\n") if line] == lines


def test_rows_of_a_table_under_a_rule_do_not_take_the_numbers_of_notes() -> None:
    pages = []
    for first in (1, 3, 5):
        texts = []
        for row in range(8):
            texts.append((50.0, 540.0 - 13 * row, 11.0, "A line of the text of this page"))
            if row < 2:
                texts.append((50 + 31 * 5.5, 544.0 - 13 * row, 7.0, str(first + row)))
        texts += [(50.0, 80.0 - 13 * n, 8.0, f"{first + n} Letter of tenant {first + n}.") for n in (0, 1)]
        pages.append(Page(texts, rules=[(50, 120, 95)]))
    rows = [(50.0, 420.0 - 11 * row, 8.0, f"{row + 3} mill {row} weir") for row in range(30)]
    body = [(50.0, 540.0 - 13 * row, 11.0, "A line of the text of this page") for row in range(8)]
    pages.insert(1, Page([*body, *rows], rules=[(50, 120, 432)]))
    parsed = parse(read_manuscript(pdf(pages), "a.pdf").text)
    assert [note.text for note in parsed.notes] == [f"Letter of tenant {number}." for number in range(1, 7)]


def noted_pages(*counts: int) -> list[Page]:
    """Pages of eight lines, each with so many notes below a short rule, numbered on from page to page."""
    pages, last = [], 0
    for count in counts:
        texts = []
        for row in range(8):
            texts.append((50.0, 540.0 - 13 * row, 11.0, "A line of the text of this page"))
            if row < count:
                texts.append((50 + 31 * 5.5, 544.0 - 13 * row, 7.0, str(last + row + 1)))
        for row in range(count):
            number = last + row + 1
            texts.append((50.0, 83.0 - 13 * row, 5.0, str(number)))
            texts.append((60.0, 80.0 - 13 * row, 8.0, f"Letter of tenant {number}."))
        pages.append(Page(texts, rules=[(50, 120, 95)]))
        last += count
    return pages


def texts_of(pages: list[Page]) -> list[str]:
    return [note.text for note in parse(read_manuscript(pdf(pages), "a.pdf").text).notes]


def test_a_listing_between_its_rule_and_that_of_the_notes_is_not_among_them() -> None:
    pages = noted_pages(2, 1, 2)
    for row in range(1, 7):
        if row not in (2, 4):
            pages[1].texts.append((50.0, 403.0 - 12 * row, 5.0, str(row)))
            pages[1].texts.append((60.0, 400.0 - 12 * row, 9.0, "let mill be weir"))
    pages[1].rules.append((50, 370, 405))
    assert texts_of(pages) == [f"Letter of tenant {number}." for number in range(1, 6)]


def test_lines_of_a_program_under_a_rule_leave_numbers_out_and_are_no_notes() -> None:
    pages = noted_pages(2, 1, 2)
    pages.append(Page([(50.0, 540.0, 11.0, "The program of the mill")], rules=[(50, 370, 505)]))
    for row in (1, 3, 4, 6):
        pages[-1].texts.append((50.0, 503.0 - 12 * row, 5.0, str(row)))
        pages[-1].texts.append((60.0, 500.0 - 12 * row, 9.0, "let mill be weir"))
    assert texts_of(pages) == [f"Letter of tenant {number}." for number in range(1, 6)]


def test_a_catalogue_card_under_a_rule_is_no_note() -> None:
    pages = noted_pages(2, 1, 2)
    card = ["Example, Ada", "The weir / Ada Example. 2015.", "1. Weirs. 2. Mills. 3. Tenants of mills."]
    lines = [(50.0, 280.0 - 12 * row, 9.0, line) for row, line in enumerate(card)]
    pages.insert(0, Page([(90.0, 320.0, 11.0, "A catalogue card"), *lines], rules=[(50, 370, 300)]))
    assert texts_of(pages) == [f"Letter of tenant {number}." for number in range(1, 6)]


def test_rows_of_figures_under_a_rule_are_no_notes() -> None:
    pages = [
        Page(
            [
                (50.0, 540.0, 11.0, "The mills of the weir, by size"),
                *((50.0, 500.0 - 13 * row, 11.0, f"{row} {row * 211} ({row * 7}%)") for row in range(1, 5)),
                *((50 + 30 * 5.5 + 40 * n, 544.0, 7.0, str(n + 1)) for n in range(3)),
            ],
            rules=[(50, 370, 515)],
        )
        for _ in range(2)
    ]
    assert texts_of(pages) == []


def test_digits_that_their_font_draws_raised_are_calls() -> None:
    pages = []
    for first in (1, 3, 5):
        texts = []
        for row in range(8):
            texts.append((50.0, 540.0 - 13 * row, 11.0, "The mill of 1934 and its 2 wheels"))
            if row < 2:
                texts.append((50 + 33 * 5.5, 540.0 - 13 * row, 11.0, str(first + row).translate(SUPERIORS)))
        for row in range(2):
            texts.append((50.0, 80.0 - 13 * row, 8.0, str(first + row).translate(SUPERIORS)))
            texts.append((54.0, 80.0 - 13 * row, 8.0, f"Letter of tenant {first + row}, 1912."))
        pages.append(Page(texts, rules=[(50, 120, 95)]))
    text = read_manuscript(pdf(pages), "a.pdf").text
    parsed = parse(text)
    assert [note.text for note in parsed.notes] == [f"Letter of tenant {n}, 1912." for n in range(1, 7)]
    assert [marker.note_id for marker in parsed.markers] == [note.id for note in parsed.notes]
    assert sum(mark.kind is MarkKind.RAISED for mark in text.marks) == 6


def test_sources_in_three_columns_under_a_text_in_two() -> None:
    texts: list[tuple[float, float, float, str]] = []
    for column in range(2):
        for row in range(20):
            call = f"As was shown [{1 + (row + 20 * column) % 18}] it"
            texts.append((40.0 + 175 * column, 560.0 - 12 * row, 10.0, f"{call} was so."))
    texts.append((40.0, 305.0, 12.0, "References"))
    for column in range(3):
        for row in range(6):
            number = 1 + row + 6 * column
            x, y = 40.0 + 115 * column, 285.0 - 22 * row
            texts.append((x, y, 7.0, f"[{number}] Weir {number}. The Mill,"))
            texts.append((x, y - 9, 7.0, f"Annals of mills {number}, 1934."))
    parsed = parse(read_manuscript(pdf([Page(texts)]), "a.pdf").text)
    assert [note.text for note in parsed.notes] == [
        f"Weir {number}. The Mill, Annals of mills {number}, 1934." for number in range(1, 19)
    ]
    assert {marker.note_id for marker in parsed.markers} == {note.id for note in parsed.notes}
