"""Plain text keeps every character; form feeds are pages."""

from __future__ import annotations

import random

import pytest

from citecheck.errors import UnreadableInput
from citecheck.parse import parse
from citecheck.read import read_manuscript
from fixtures.layouts import SETTINGS
from fixtures.typeset import LANGUAGES, typeset
from tests.read.mutations import mutated, sound_or_refused


def test_line_ends_are_kept_so_that_offsets_are_those_of_the_file() -> None:
    manuscript = read_manuscript("Zeile eins.\r\nZeile zwei – „so“.\n".encode(), "a.txt")
    assert manuscript.text.content == "Zeile eins.\r\nZeile zwei – „so“.\n"
    assert manuscript.media_type == "text/plain"
    assert manuscript.text.page_starts == ()


def test_form_feeds_begin_pages() -> None:
    text = read_manuscript(b"one\fpage two\ftres\f\n", "a.txt").text
    assert [text.page_at(text.content.index(word)) for word in ("one", "two", "tres")] == [1, 2, 3]
    assert len(text.page_starts) == 3


def test_standard_input_is_plain_text() -> None:
    assert read_manuscript(b"word[^1]\n\n[^1]: a note\n", "-").media_type == "text/plain"


def test_an_empty_file_is_an_empty_text() -> None:
    assert read_manuscript(b"", "a.txt").text.content == ""


def test_mutations_give_a_text_or_one_line() -> None:
    chance = random.Random(17)
    sources = [
        typeset(name, setting).text.encode()
        for name, setting in zip(LANGUAGES, SETTINGS.values(), strict=False)
    ]
    for _ in range(500):
        sound_or_refused(mutated(chance.choice(sources), chance), "book.txt")


@pytest.mark.parametrize(
    ("name", "begin", "told"),
    [
        ("book.adoc", b"Text.footnote:[A. Miller, Mills, 2001.]\n", "AsciiDoc"),
        ("book.org", b"Text.[fn:1]\n\n[fn:1] A. Miller, Mills, 2001.\n", "Org"),
        ("book.xml", b'<?xml version="1.0"?>\n<article><p>Text<xref rid="fn1">1</xref></p></article>', "XML"),
        ("book.typ", b"Text.#footnote[A. Miller, Mills, 2001.]\n", "Typst file: compile it to PDF"),
        ("book.textile", b"Text[1].\n\nfn1. A. Miller, Mills, 2001.\n", "Textile file: convert it to HTML"),
        ("book.txt", b"#LyX 2.3 created this file.\n\\begin_layout", "LyX file: export it to LaTeX"),
        ("book", b"\xffWPC\x10\x00", "WordPerfect file: open it in LibreOffice"),
        ("book.ipynb", b'{"cells": [], "nbformat": 4}', "notebook: convert it to Markdown"),
        ("book.txt", b'{"cells": [' + b" " * 9000 + b'], "nbformat": 4}', "notebook: convert it to Markdown"),
        ("book.mobi", b"x" * 60 + b"BOOKMOBI" + b"x" * 99, "Kindle book: convert it to EPUB"),
        (
            "book.mht",
            b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n",
            "save it as HTML",
        ),
        ("book.pages", b"PK\x03\x04....Index/Document.iwa", "Pages file: export it to Word"),
        ("book.pptx", b"PK\x03\x04....ppt/presentation.xml", "PowerPoint"),
        (
            "book.ods",
            b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet..content.xml",
            "no text",
        ),
        ("book.xml", b"<article><p>Text<xref rid='fn1'>1</xref></p></article>", "XML"),
        ("book.rtf", b"{\\rtf1 Text.}", "RTF file: open it in Word or LibreOffice"),
        ("book.fb2", b'\n<?xml version="1.0"?><FictionBook><body/></FictionBook>', "XML"),
        ("book.xml", b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><x/>', "Word file"),
    ],
)
def test_mark_up_whose_notes_would_be_passed_over_is_refused(name: str, begin: bytes, told: str) -> None:
    with pytest.raises(UnreadableInput, match=told):
        read_manuscript(begin, name)


def test_xhtml_with_an_xml_declaration_is_read() -> None:
    data = b'<?xml version="1.0"?>\n<?xml-stylesheet href="a.css"?>\n<html><body><p>Text.</p></body></html>'
    assert read_manuscript(data, "book.xhtml").text.content.strip() == "Text."


def test_sections_of_a_licence_call_no_notes() -> None:
    notes = "\n\n".join(f"[Footnote {n}: Weir, p. {n}.]" for n in (1, 2, 3))
    source = (
        f"The mill stood[1] for years[2] and ran[3].\n\n{notes}\n\n"
        "Terms of paragraphs 1.E.1 to 1.E.8 or 1.E.9.\n\n1.E.4.  Do not unlink it.\n\n"
        "1.E.7.  Do not charge for it unless you comply with paragraph 1.E.8.\n"
    )
    parsed = parse(read_manuscript(source.encode(), "book.txt").text)
    assert [marker.note_id for marker in parsed.markers] == ["1", "2", "3"]
    assert not parsed.problems


def test_numbers_of_pages_in_brackets_call_no_notes() -> None:
    line = "The wheel of the mill went round in the water, and the weir was high that year. "
    pages = "".join(f"{line * 9}It was [{n}]said " for n in range(11, 60))
    notes = "[1] Anna Weir, p. 1.\n\n[2] Anna Weir, p. 2.\n"
    source = f"The mill[1] stood. {pages}The weir[2] held.\n\nFOOTNOTES:\n\n{notes}"
    parsed = parse(read_manuscript(source.encode(), "book.txt").text)
    assert [(marker.label, marker.note_id) for marker in parsed.markers] == [("1", "1"), ("2", "2")]
    assert not parsed.problems
