"""Notes labelled with signs, letters or numerals, of which the note or its call is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from citecheck.model import Parsed, Text
from citecheck.parse import parse
from fixtures.typeset import LANGUAGES, Damage, Setting, Typeset, typeset

SIGNS = {
    "daggers": Setting(signs=("*", "†", "‡", "§", "‖", "**", "††", "‡‡", "§§", "‖‖")),
    "asterisks": Setting(signs=("*", "**", "***", "****", "*****"), page_lines=9),
    "raised letters": Setting(signs=tuple("ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐ"), rule="_" * 20),
    "letters": Setting(signs=tuple("abcdefghijklm"), call="[{}]", label="[{}] "),
    "numerals": Setting(
        signs=("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"),
        call="({})",
        label="({}) ",
        head="The Title of the Book",
    ),
}
SHARE = 0.75
"""Of the halves lost that have to be told; measured 0.84 of each."""


def read(signs: str, language: str, damage: Damage) -> tuple[Typeset, Parsed]:
    setting = SIGNS[signs]
    setting = replace(setting, numbering="page", page_number="" if setting.head else "foot")
    made = typeset(language, setting, damage)
    return made, parse(Text(made.text))


@pytest.mark.parametrize("signs", SIGNS)
def test_a_sound_manuscript_lacks_nothing(signs: str) -> None:
    for language in LANGUAGES:
        made, parsed = read(signs, language, Damage())
        assert [problem for problem in parsed.problems if problem.check.endswith("-missing")] == []
        assert len(parsed.markers) == len(made.calls)


@pytest.mark.parametrize("signs", SIGNS)
def test_calls_whose_note_is_lost_are_named(signs: str) -> None:
    lost = named = 0
    for seed, language in enumerate(LANGUAGES):
        made, parsed = read(signs, language, Damage(lose=0.15, seed=seed))
        gone = {(note.round, note.number) for note in made.notes if note.state == "lost"}
        there = {call.offset for call in made.calls if (call.round, call.number) in gone}
        told = {marker.span.start for marker in parsed.markers if marker.note_id is None}
        lines = {problem.line for problem in parsed.problems if problem.check == "note-missing"}
        assert told <= there
        assert lines == {marker.line for marker in parsed.markers if marker.note_id is None}
        lost, named = lost + len(there), named + len(told)
    assert named >= SHARE * lost > 0


@pytest.mark.parametrize("signs", SIGNS)
def test_notes_whose_call_is_lost_are_found_and_named(signs: str) -> None:
    dropped = named = 0
    for seed, language in enumerate(LANGUAGES):
        made, parsed = read(signs, language, Damage(drop_calls=0.12, seed=20 + seed))
        uncalled = {(call.round, call.number) for call in made.calls if call.offset < 0}
        texts = {note.text for note in made.notes if (note.round, note.number) in uncalled}
        ids = {problem.note_id for problem in parsed.problems if problem.check == "marker-missing"}
        told = {"".join(note.text.split()) for note in parsed.notes if note.id in ids}
        assert told <= texts
        assert not any(problem.check == "numbering-gap" for problem in parsed.problems)
        dropped, named = dropped + len(texts), named + len(told)
    assert named >= SHARE * dropped > 0


PAGE = "The quay of Selm is old{0} and wide.\nNobody sails{1} from it now.\n\n* Orr, Quays, p. {2}.\n{3}\n\f"
WHOLE = "".join(PAGE.format("*", "†", page, f"† Weir, Sails, p. {page}.") for page in range(1, 5))


def test_a_lost_note_is_named_where_it_should_stand() -> None:
    content = WHOLE + PAGE.format("*", "†", 9, "")
    (problem,) = parse(Text(content)).problems
    assert problem.check == "note-missing"
    assert problem.message.startswith("note † is called here, but there is no such note")
    assert problem.line == content[: content.rindex("†")].count("\n") + 1


@pytest.mark.parametrize(
    "page",
    [
        PAGE.format("*", "† that was new†", 9, "† Weir, Sails, p. 9."),
        PAGE.format("*", "", 9, "The boats† lay there. † Weir, Sails, p. 9."),
        PAGE.format("*", "†that", 9, "† Weir, Sails, p. 9."),
        "The *quay of Selm* is old and **wide**.\n\f",
        "Its length is 4*5 yards, or 20*.\n\f",
        "What they sold:\n\n* rope\n* tar\n* oak\n\f",
        "The verb *selm* comes from *salm.\n\f",
        "The A* algorithm is known to all.\n\f",
        "Every C*-algebra is normed.\n\f",
        "Its kin, Homo erectus†, lived here.\n\f",
        "The optimum x* is found at the weir†.\n\n† Weir, Sails, p. 9.\n\f",
        "We searched for librar* and quay.\n\f",
    ],
)
def test_signs_that_may_mean_something_else_lack_nothing(page: str) -> None:
    assert parse(Text(WHOLE + page)).problems == ()


def test_few_notes_tell_nothing_of_a_sign() -> None:
    content = "The quay* is old.\n\n* Orr, Quays, p. 1.\n\fThe weir* is new, and low†.\n\fThe end.\n"
    assert parse(Text(content)).problems == ()
