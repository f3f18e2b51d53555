"""What was found in a typeset manuscript against what is in it."""

from __future__ import annotations

from dataclasses import dataclass

from citecheck.model import Parsed, Text
from citecheck.parse import parse
from fixtures.typeset import Typeset


@dataclass(frozen=True)
class Score:
    """Differences, each a list that should be empty."""

    lost: list[tuple[int, int]]
    """Notes that are there and were not found, as (numbering, number)."""
    extra: list[tuple[int, int]]
    wrong_text: list[tuple[int, int]]
    not_joined: list[tuple[int, int]]
    """Carried over a page, and not given as continued."""
    calls_lost: list[tuple[int, int]]
    """As (number, offset)."""
    calls_extra: list[tuple[int, int]]
    unnamed: list[int]
    """Lost notes that no problem names."""


def score(made: Typeset) -> tuple[Parsed, Score]:
    """The parse of a typeset manuscript, and where it is wrong."""
    parsed = parse(Text(made.text))
    truth = {(note.round, note.number): note for note in made.notes}
    there = {key: note for key, note in truth.items() if note.state != "lost"}
    got = {(note.chapter or 1, note.number): note for note in parsed.notes}
    calls = {(call.number, call.offset) for call in made.calls if call.offset >= 0}
    found = {(marker.number, marker.span.start) for marker in parsed.markers}
    named = {problem.note for problem in parsed.problems if problem.check == "note-missing"}
    lost = {note.number for note in truth.values() if note.state == "lost"}
    common = there.keys() & got.keys()
    return parsed, Score(
        lost=sorted(there.keys() - got.keys()),
        extra=sorted(got.keys() - there.keys()),
        wrong_text=sorted(key for key in common if "".join(got[key].text.split()) != there[key].text),
        not_joined=sorted(key for key in common if there[key].carried and not got[key].continued),
        calls_lost=sorted(calls - found),
        calls_extra=sorted(found - calls),
        unnamed=sorted(lost - named),
    )
