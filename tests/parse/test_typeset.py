"""Notes and calls of sound and damaged manuscripts, five languages, many layouts: all and nothing else."""

from __future__ import annotations

import json
from dataclasses import fields

import pytest

from citecheck.model import NoteKind, Text
from citecheck.parse import parse
from fixtures.layouts import DAMAGES, SETTINGS, by_chance
from fixtures.typeset import DAMAGED, LANGUAGES, Damage, pair, typeset
from tests.parse.truth import Score, score

SHARE_BY_CHANCE = 0.01
"""Of notes and calls wrong over layouts nobody chose; measured 0.003 (benchmarks/extraction.py)."""


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("setting", SETTINGS)
def test_every_note_and_call_is_found_and_nothing_else(setting: str, damage: str) -> None:
    for language in LANGUAGES:
        _, wrong = score(typeset(language, SETTINGS[setting], DAMAGES[damage]))
        assert wrong == Score(*([] for _ in fields(Score))), language


@pytest.mark.parametrize(
    ("old", "new"),
    [("\n", "\r\n"), ("\n", " \n"), ("\n", "\n  "), ("1 ", "1\u00a0")],
    ids=["carriage returns", "spaces at the ends", "all indented", "hard spaces"],
)
def test_white_space_of_other_systems_changes_nothing(old: str, new: str) -> None:
    for setting in ("form feeds, rule, page numbers", "endnotes with dots"):
        made = typeset("french", SETTINGS[setting], DAMAGES["all of it"])
        parsed = parse(Text(made.text.replace(old, new)))
        there = [note.text for note in made.notes if note.state != "lost"]
        assert ["".join(note.text.split()) for note in parsed.notes] == there
        assert [marker.number for marker in parsed.markers] == [call.number for call in made.calls]


def test_layouts_by_chance() -> None:
    notes = wrong = 0
    for seed in range(40):
        language, setting, damage = by_chance(seed)
        made = typeset(language, setting, damage)
        _, found = score(made)
        notes += len(made.notes)
        wrong += len(found.lost) + len(found.extra) + len(found.wrong_text) + len(found.calls_lost)
    assert wrong <= SHARE_BY_CHANCE * notes


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


def test_pages_that_the_format_names_do_what_form_feeds_do() -> None:
    made = typeset("german", SETTINGS["form feeds, rule, page numbers"], Damage(carry=1.0))
    starts = [0, *(place + 1 for place, sign in enumerate(made.text) if sign == "\f")]
    parsed = parse(Text(made.text.replace("\f", "\n"), page_starts=tuple(starts)))
    assert ["".join(note.text.split()) for note in parsed.notes] == [note.text for note in made.notes]
    assert {note.page for note in parsed.notes} == set(range(1, len(starts) + 1))


def test_ids_are_unique_where_numbers_start_anew() -> None:
    parsed, _ = score(typeset("french", SETTINGS["numbers anew in each chapter"]))
    ids = [note.id for note in parsed.notes]
    assert len(ids) == len(set(ids))
    assert "1" in ids
    assert "2:1" in ids
    assert {marker.note_id for marker in parsed.markers} == set(ids)
