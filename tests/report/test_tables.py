"""CSV and Markdown: a row a source a note, and no cell that a spreadsheet or a renderer would act upon."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from citecheck.report import csv_, markdown, xlsx
from citecheck.report.ledger import COLUMNS
from tests.report.build import audit_of
from tests.report.hostile import hostile_case
from tests.report.sample import sample
from tests.report.word import in_word


def table(case_rows: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(case_rows.decode("utf-8-sig"), newline="")))


def test_one_row_a_source_a_note() -> None:
    header, *rows = table(csv_.render(sample(), b""))
    assert tuple(header) == COLUMNS
    assert all(len(row) == len(COLUMNS) for row in rows)
    parsed = sample().extraction.parsed
    bare = sum(not sample().extraction.by_note.get(note.id) for note in parsed.notes)
    lost_note, loose_quotation = 1, 1
    assert len(rows) == len(sample().links) + bare + lost_note + loose_quotation
    assert {row[0] for row in rows} >= {str(note.number) for note in parsed.notes}


def test_where_lines_lead_nowhere_the_ledger_tells_the_place() -> None:
    """In a Word file nobody can go to line 7 of the text that was read out of it."""
    lines = table(csv_.render(sample(), b""))
    audit, _ = in_word(sample())
    places = table(csv_.render(audit, b""))
    assert (lines[0][1], places[0][1]) == ("line", "place")
    assert all(row[1].isdigit() for row in lines[1:])
    assert all(re.fullmatch(r"paragraph \d+", row[1]) for row in places[1:])
    with zipfile.ZipFile(io.BytesIO(xlsx.render(audit, b""))) as parts:
        strings = parts.read("xl/sharedStrings.xml").decode()
    assert ">place<" in strings
    assert ">paragraph 1<" in strings


def test_every_quotation_is_in_the_ledger_once() -> None:
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in table(csv_.render(sample(), b""))[1:]]
    verdicts = [verdict for row in rows if row["verdicts"] for verdict in row["verdicts"].split(" · ")]
    assert sorted(verdicts) == sorted(quote.alignment.verdict.value for quote in sample().quotes)


def active(cell: str) -> bool:
    """Whether a spreadsheet may take the cell for a formula."""
    if re.fullmatch(r"-?\d+", cell):
        return False
    bare = unicodedata.normalize("NFKC", cell).lstrip(' "“”«»„‘’`')
    return cell[:1] in ("\t", "\r", "\n") or bare[:1] in tuple("=+-@")


def test_no_cell_is_a_formula() -> None:
    for row in table(csv_.render(audit_of(hostile_case()), b"")):
        assert not [cell for cell in row if active(cell)]


@given(st.text())
def test_harmless_whatever_the_text(text: str) -> None:
    assert not active(str(csv_.harmless(text)))


@given(st.text(alphabet="|`*_<>[]()!@#\n\r abc:/.\\"))
def test_markdown_cells_stay_cells(text: str) -> None:
    shown = markdown.plain(text)
    assert "\n" not in shown
    assert not re.search(r"(?<!\\)(\\\\)*[|<>\[\]`@](?!-- -->)(?<!--)", shown.replace("<!-- -->", ""))


def test_workbook_has_the_same_rows_and_neither_formula_nor_link() -> None:
    audit = audit_of(hostile_case())
    out = xlsx.render(audit, b"")
    with zipfile.ZipFile(io.BytesIO(out)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
        names = parts.namelist()
    assert "<f>" not in sheet
    assert "<hyperlink" not in sheet
    assert not [name for name in names if "external" in name.lower() or name.endswith(".bin")]
    assert sheet.count("<row ") == len(table(csv_.render(audit, b"")))


def test_rows_of_the_workbook_are_as_high_as_their_text() -> None:
    """LibreOffice shows a wrapped row without a height of its own one line high, text over text."""
    long = "https://a.example/" + "long-path/" * 12
    audit = audit_of({"notes": [{"links": [{"raw": "https://a.example/x"}]}, {"links": [{"raw": long}]}]})
    with zipfile.ZipFile(io.BytesIO(xlsx.render(audit, b""))) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    rows = re.findall(r'<row r="(\d)"(?:[^>]* ht="([\d.]+)")?', sheet)
    heights = {number: float(height or 15) for number, height in rows}
    assert heights["3"] > heights["2"]
    assert heights["3"] > 45


def test_markdown_rows_have_six_cells_whatever_they_hold() -> None:
    lines = markdown.render(audit_of(hostile_case()), b"").splitlines()
    rows = [line for line in lines if line.startswith("| ")]
    assert rows
    for row in rows:
        assert len(re.findall(r"(?<!\\)\|", row)) == 7, row


def test_markdown_makes_no_link_image_or_mention() -> None:
    text = markdown.render(audit_of(hostile_case()), b"")
    outside_code = re.sub(r"`[^`\n]*`", "", text)
    assert not re.search(r"(?<!\\)!?\[", outside_code)
    assert not re.search(r"(?<!\\)@\w", outside_code)
    assert not re.search(r"(?i)\bhttps?:/", outside_code)
