"""Notes and calls of sound and damaged manuscripts, five languages, many layouts: all and nothing else."""

from __future__ import annotations

import json
from dataclasses import fields

import pytest

from citecheck.model import NoteKind, Text
from citecheck.parse import parse
from fixtures.typeset import DAMAGED, LANGUAGES, Damage, Setting, pair, typeset
from tests.parse.truth import Score, score

SETTINGS = {
    "double spaced, rule of spaces, calls moved to the next word": Setting(
        rule=" " * 46, double=True, call="next", resume=" ", feed=False, note_width=100
    ),
    "double spaced, no rule, page numbers": Setting(double=True, feed=False, page_number="foot"),
    "form feeds, rule, page numbers": Setting(rule="_" * 20, page_number="foot"),
    "running heads, no rule, notes as wide as the body": Setting(note_width=78, head="The Title of the Book"),
    "raised digits, no rule, no form feeds": Setting(
        call="raised", label="raised", feed=False, page_number="foot", indent="    "
    ),
    "numbers anew on each page": Setting(rule="_" * 20, numbering="page", page_number="foot"),
    "numbers anew in each chapter": Setting(rule="-" * 12, call="next", numbering="chapter", label="{}. "),
    "endnotes with dots": Setting(notes="end", label="{}. ", title="Notes", paragraph_gap=1),
    "endnotes apart": Setting(notes="end", call="raised", title="Anmerkungen", paragraph_gap=1, note_gap=1),
    "endnotes in brackets, a paragraph a line": Setting(
        notes="end", label="[{}] ", call="[{}]", title="Примечания", paragraph_gap=1, wrap=False
    ),
    "endnotes of each chapter": Setting(
        notes="chapter", numbering="chapter", label="{}. ", title="Notes", paragraph_gap=1
    ),
    "all endnotes at the end, chapter by chapter": Setting(
        notes="end-by-chapter",
        numbering="chapter",
        label="{}. ",
        call="raised",
        title="Notes",
        paragraph_gap=1,
    ),
    "endnotes without a heading": Setting(notes="end", label="{}. ", wrap=False, paragraph_gap=1),
    "numbers through the book, notes after each chapter": Setting(
        notes="chapter", title="Notes", paragraph_gap=1
    ),
    "calls between spaces": Setting(rule="_" * 20, call=" {}", page_number="foot"),
    "calls in round brackets": Setting(rule="_" * 20, call="({})", label="({}) ", page_number="foot"),
}
DAMAGES = {
    "sound": Damage(),
    "notes lost": Damage(lose=0.1),
    "notes carried over": Damage(carry=0.6),
    "notes cut off": Damage(cut=0.1),
    "all of it": Damage(lose=0.1, carry=0.5, cut=0.1, seed=3),
}


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("setting", SETTINGS)
def test_every_note_and_call_is_found_and_nothing_else(setting: str, damage: str) -> None:
    for language in LANGUAGES:
        _, wrong = score(typeset(language, SETTINGS[setting], DAMAGES[damage]))
        assert wrong == Score(*([] for _ in fields(Score))), language


@pytest.mark.parametrize("language", LANGUAGES)
def test_damaged_files_are_what_the_script_makes(language: str) -> None:
    text, truth = pair(language)
    assert (DAMAGED / f"{language}.txt").read_bytes().decode() == text
    assert (DAMAGED / f"{language}.expected.json").read_text("utf-8") == truth


@pytest.mark.parametrize("language", LANGUAGES)
def test_damaged_files_are_read_right(language: str) -> None:
    content = (DAMAGED / f"{language}.txt").read_bytes().decode()
    truth = json.loads((DAMAGED / f"{language}.expected.json").read_text("utf-8"))
    parsed = parse(Text(content))
    there = [note for note in truth["notes"] if note["state"] != "lost"]
    assert ["".join(note.text.split()) for note in parsed.notes] == [note["text"] for note in there]
    assert [note.continued for note in parsed.notes] == [note["carried"] for note in there]
    assert [marker.span.start for marker in parsed.markers] == [call["offset"] for call in truth["calls"]]


@pytest.mark.parametrize(
    ("setting", "kind"),
    [("form feeds, rule, page numbers", NoteKind.FOOTNOTE), ("endnotes with dots", NoteKind.ENDNOTE)],
)
def test_feet_of_pages_are_told_from_lists(setting: str, kind: NoteKind) -> None:
    for language in LANGUAGES:
        parsed, _ = score(typeset(language, SETTINGS[setting]))
        assert {note.kind for note in parsed.notes} == {kind}


def test_notes_without_calls_are_named() -> None:
    made = typeset("english", SETTINGS["form feeds, rule, page numbers"], Damage(drop_calls=0.15, seed=5))
    parsed, wrong = score(made)
    dropped = {call.number for call in made.calls if call.offset < 0}
    assert dropped
    assert {p.note for p in parsed.problems if p.check == "marker-missing"} == dropped
    assert not wrong.lost
    assert not wrong.calls_extra


def test_ids_are_unique_where_numbers_start_anew() -> None:
    parsed, _ = score(typeset("french", SETTINGS["numbers anew in each chapter"]))
    ids = [note.id for note in parsed.notes]
    assert len(ids) == len(set(ids))
    assert "1" in ids
    assert "2:1" in ids
    assert {marker.note_id for marker in parsed.markers} == set(ids)
