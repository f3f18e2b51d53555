"""What a manuscript holds, what our readers find in it, and how far the two agree."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from difflib import SequenceMatcher

from citecheck.parse import parse
from citecheck.read import read_manuscript
from citecheck.repair import find_links

_MARKED = re.compile(r"<(https?://[^<>\s]+)>|\\(?=[\[\]*_'\"$#~^|<>@-])")
_FOLDED = {0xA0: " ", 0x2019: "'", 0x2018: "'", 0x201C: '"', 0x201D: '"'}


@dataclass(frozen=True)
class Truth:
    """What a source holds: of each note label, text, addresses; the labels of the calls in order."""

    notes: tuple[tuple[str, str, tuple[str, ...]], ...]
    calls: tuple[str, ...]


def folded(text: str) -> str:
    """Words alone: in Markdown notes keep their mark-up, in LaTeX an apostrophe is a curved one."""
    text = _MARKED.sub(r"\1", text).translate(_FOLDED)
    return " ".join(text.split())


def found_in(data: bytes, name: str, siblings: Mapping[str, bytes] | None = None) -> Truth:
    """What our readers find, in the shape of the truth."""
    text = read_manuscript(data, name, siblings).text
    parsed = parse(text)
    links = find_links(text, parsed.notes)
    notes = [
        (note.label, folded(note.text), tuple(link.url or "" for link in links if link.note_id == note.id))
        for note in parsed.notes
    ]
    labels = {note.id: note.label for note in parsed.notes}
    called = [labels[marker.note_id] for marker in parsed.markers if marker.note_id]
    return Truth(tuple(notes), tuple(called))


@dataclass
class Score:
    """Counts of one document or of many."""

    documents: int = 0
    notes: int = 0
    right: int = 0
    """With their label and their text, in their order."""
    others: int = 0
    """Taken for notes and none, or with another label or text."""
    calls: int = 0
    paired: int = 0
    """Tied to a note of their label, in their order."""
    urls: int = 0
    exact: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(*[getattr(self, one.name) + getattr(other, one.name) for one in fields(Score)])


def score(truth: Truth, found: Truth) -> Score:
    """How much of `truth` was found. Notes agree where their letters and digits do."""
    right = _common([_key(*note[:2]) for note in truth.notes], [_key(*note[:2]) for note in found.notes])
    wanted = [url for _, _, urls in truth.notes for url in urls]
    got = [url for _, _, urls in found.notes for url in urls]
    return Score(
        1,
        len(truth.notes),
        right,
        len(found.notes) - right,
        len(truth.calls),
        _common(truth.calls, found.calls),
        len(wanted),
        _common(wanted, got),
    )


def _key(label: str, text: str) -> tuple[str, str]:
    return label.strip("."), "".join(sign for sign in text.casefold() if sign.isalnum())


def _common(first: Sequence[object], second: Sequence[object]) -> int:
    """How many stand in both in the same order."""
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks())
