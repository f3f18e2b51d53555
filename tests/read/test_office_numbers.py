"""Notes of Word and OpenDocument: what was typed around their numbers, what is raised and what is a list."""

from __future__ import annotations

from typing import Any

import pytest

from citecheck.parse import parse
from citecheck.read import read_manuscript
from tests.read import office


def notes_of(document: dict[str, Any], kind: str = "docx") -> list[tuple[str, str]]:
    build = office.docx if kind == "docx" else office.odt
    text = read_manuscript(build(document), f"a.{kind}").text
    return [(note.label, note.text) for note in parse(text).notes]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("({})\tVgl. Maier, Mühle.", "Vgl. Maier, Mühle."),
        ("[{}] Vgl. Maier, Mühle.", "Vgl. Maier, Mühle."),
        ("{}) Vgl. Maier, Mühle.", "Vgl. Maier, Mühle."),
        ("{}. Vgl. Maier, Mühle.", "Vgl. Maier, Mühle."),
        ("{} (so Maier) und andere.", "(so Maier) und andere."),
        ("{} ... und so weiter.", "... und so weiter."),
        ("{} .22er Büchse.", ".22er Büchse."),
    ],
)
def test_brackets_around_a_notes_own_number_are_no_part_of_it(typed: str, shown: str) -> None:
    before, after = typed.split("{}")
    body = f"[[<w:r><w:t>{before}</w:t></w:r><w:r><w:footnoteRef/></w:r>]]{after}"
    found = notes_of({"body": "Das Rad dreht sich.{f1}\n", "footnotes": {"1": body}})
    assert found == [("1", shown)]


STEPS = """
Vor der Arbeit geht es um dreierlei: Wehr1, Rad2 und Stein3 der Zeichnung.
1. Öffnen
2. Anhalten
3. Abheben
"""
PASTED = """
Das Wehr stand offen.1 Niemand sah es.
Das Rad stand still.2 Alle sahen es.
Anmerkungen
1. Maier, Die Mühle, 1990, S. 4.
2. Huber, Das Wehr, 1991, S. 7.
"""
RAISED_STYLE = (
    '<w:style w:type="character" w:styleId="Hoch"><w:name w:val="Hoch"/>'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
)


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_numbered_steps_that_nothing_calls_are_no_notes(kind: str) -> None:
    assert notes_of({"body": STEPS}, kind) == []


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_notes_pasted_as_plain_text_are_found(kind: str) -> None:
    found = notes_of({"body": PASTED}, kind)
    assert found == [("1", "Maier, Die Mühle, 1990, S. 4."), ("2", "Huber, Das Wehr, 1991, S. 7.")]


@pytest.mark.parametrize(
    "call",
    [
        '[[<w:r><w:rPr><w:rStyle w:val="Hoch"/></w:rPr><w:t>{}</w:t></w:r>]]',
        '[[<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{}</w:t></w:r>]]',
        "{}",
    ],
)
def test_typed_notes_are_found_by_their_raised_calls(call: str) -> None:
    raised = {number: call.format("¹²"[number - 1] if call == "{}" else number) for number in (1, 2)}
    body = (
        f"Das Wehr stand offen.{raised[1]} Niemand sah es.\nDas Rad stand still.{raised[2]} Alle sahen es.\n"
        "@Titel Anmerkungen\n1. Maier, Die Mühle, 1990, S. 4.\n2. Huber, Das Wehr, 1991, S. 7.\n"
    )
    found = notes_of({"body": body, "styles": RAISED_STYLE})
    assert found == [("1", "Maier, Die Mühle, 1990, S. 4."), ("2", "Huber, Das Wehr, 1991, S. 7.")]
