"""Notes of tables, called by raised letters and signs in their cells, and lists called by raised numbers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from citecheck.model import Manuscript, NoteKind
from citecheck.parse import parse
from citecheck.read import read_manuscript
from citecheck.repair import find_links
from tests.read.office import docx, docx_part, odt

AUTOMATIC = (
    '<style:style style:name="Up" style:family="text">'
    '<style:text-properties style:text-position="super 58%"/></style:style>'
)
Cells = tuple[tuple[str, ...], ...]
CELLS: Cells = (("Mill", "Year^b^"), ("Hill mill^a^", "1848^*^"))
BELOW = ("^a^ Burnt in 1900, see https://mills.example/a.", "^b^ After Birch 1999, p. 5.", "^*^ By a tenant.")


def html(cells: Cells, below: tuple[str, ...], end: str = "") -> Manuscript:
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in cells)
    body = (
        f"<p>Before.</p><table>{rows}</table>"
        + "".join(f"<p>{line}</p>" for line in below)
        + f"<p>{end}After.</p>"
    )
    parts = body.split("^")
    shown = "".join(f"<sup>{part}</sup>" if place % 2 else part for place, part in enumerate(parts))
    return read_manuscript(shown.encode(), "book.html")


def _docx_line(line: str) -> str:
    run = '[[<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{}</w:t></w:r>]]'
    return "".join(run.format(part) if place % 2 else part for place, part in enumerate(line.split("^")))


def word(cells: Cells, below: tuple[str, ...], end: str = "") -> Manuscript:
    rows = "".join(
        "<w:tr>" + "".join(f"<w:tc>{docx_part(_docx_line(cell))}</w:tc>" for cell in row) + "</w:tr>"
        for row in cells
    )
    lines = "\n".join(map(_docx_line, below))
    body = f"Before.\n<w:tbl>{rows}</w:tbl>\n{lines}\n{_docx_line(end)}After.{{f1}}\n"
    return read_manuscript(docx({"body": body, "footnotes": {"1": "A real note."}}), "book.docx")


def writer(cells: Cells, below: tuple[str, ...], end: str = "") -> Manuscript:
    def line(text: str) -> str:
        parts = text.split("^")
        return "".join(
            f'<text:span text:style-name="Up">{part}</text:span>' if place % 2 else part
            for place, part in enumerate(parts)
        )

    rows = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{line(cell)}</text:p></table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in cells
    )
    lines = "\n".join(f"<text:p>{line(text)}</text:p>" for text in below)
    body = (
        f"Before.\n<table:table>{rows}</table:table>\n{lines}\n<text:p>{line(end)}</text:p>\nAfter.{{f1}}\n"
    )
    document = {"body": body, "notes": {"f1": ["1", "A real note."]}, "automatic": AUTOMATIC}
    return read_manuscript(odt(document), "book.odt")


FORMATS: dict[str, Callable[..., Manuscript]] = {"html": html, "docx": word, "odt": writer}


@pytest.mark.parametrize("format_", FORMATS)
def test_letters_and_signs_below_a_table(format_: str) -> None:
    text = FORMATS[format_](CELLS, BELOW).text
    found = parse(text)
    notes = [note for note in found.notes if note.text != "A real note."]
    assert [(note.label, note.text) for note in notes] == [
        ("a", "Burnt in 1900, see https://mills.example/a."),
        ("b", "After Birch 1999, p. 5."),
        ("*", "By a tenant."),
    ]
    labels = {note.id: note.label for note in found.notes}
    assert [labels[marker.note_id or ""] for marker in found.markers if marker.label != "1"] == [
        "b",
        "a",
        "*",
    ]
    assert [link.note_id for link in find_links(text, found.notes)] == [notes[0].id]
    assert not found.problems
    real = [note for note in found.notes if note.text == "A real note."]
    assert [(note.id, note.number) for note in real] == ([] if format_ == "html" else [("1", 1)])


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize(
    ("cells", "below"),
    [
        ((("Mill", "Year"),), ("^a^ Department of Mills, Hill.",)),
        ((("x^2^", "m^3^"),), ("^2^ is a power.",)),
        ((("Mill^a^",),), ("Prose in between.", "And more.", "^b^ is a letter.")),
        ((("1^er^", "2^nd^"),), ("The 1^er^ mill.",)),
    ],
    ids=["no call", "powers", "another letter", "ordinals"],
)
def test_what_is_no_note_of_a_table(format_: str, cells: Cells, below: tuple[str, ...]) -> None:
    found = parse(FORMATS[format_](cells, below).text)
    assert [note.text for note in found.notes if note.text != "A real note."] == []
    assert not found.problems


@pytest.mark.parametrize("format_", FORMATS)
def test_raised_numbers_call_a_list_of_sources(format_: str) -> None:
    below = (
        "Mills wait^1^ in Ashdown^2,3^ and 10 m^3^ of water^1–3^.",
        "References",
        "1. Ashdown A. Wheels. 2003.",
        "2. Birch B. Weirs. 2007.",
        "3. Coldwell C. Tolls. 2011.",
    )
    text = FORMATS[format_](CELLS[:1], below).text
    found = parse(text)
    listed = {note.id: note.number for note in found.notes if note.kind is NoteKind.REFERENCE}
    assert list(listed.values()) == [1, 2, 3]
    assert [listed[m.note_id] for m in found.markers if m.note_id in listed] == [1, 2, 3, 1, 2, 3]
