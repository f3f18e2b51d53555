"""The notes of a wiki text: numbered in the order of their first calls, each group for itself.

Rules of the extension Cite: a note is written where it is first called, elsewhere by name, or in the list of
notes; a call by name may stand before the note.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from citecheck.model import MarkKind
from citecheck.read.mediawiki_run import Run
from citecheck.romans import roman

LETTERED = {"lower-alpha": "a", "upper-alpha": "A"}
ROMAN = {"lower-roman": str.lower, "upper-roman": str.upper}


@dataclass(slots=True)
class Note:
    key: str
    label: str
    body: Run = field(default_factory=Run)


@dataclass(slots=True)
class Notes:
    """All notes of a text, by group and name."""

    by_key: dict[str, Note] = field(default_factory=dict)
    _counts: dict[str, int] = field(default_factory=dict)
    _waiting: dict[str, tuple[str, Run]] = field(default_factory=dict)

    def call(self, group: str, name: str, body: Run) -> Run:
        """The sign of a call, `[3]`; `body` is the note where it is written here."""
        key = f"{group}\x1f{name}" if name else f"{group}\x1f#{len(self.by_key)}"
        note = self.by_key.get(key)
        if note is None:
            note = self.by_key[key] = Note(key, self._label(group))
            if key in self._waiting:
                note.body = self._waiting.pop(key)[1]
        if body and not note.body:
            note.body = body
        sign = Run.of(f"[{note.label}]")
        sign.mark(MarkKind.MARKER, 0, label=note.label, key=key, origin="wikitext")
        return sign

    def define(self, group: str, name: str, body: Run) -> None:
        """A note written in the list of notes."""
        key = f"{group}\x1f{name}"
        if key not in self.by_key:
            self._waiting.setdefault(key, (group, body))
        elif not self.by_key[key].body:
            self.by_key[key].body = body

    def listed(self) -> Run:
        """All notes in the order of their numbers, a paragraph each."""
        for key, (group, body) in list(self._waiting.items()):
            self.by_key[key] = Note(key, self._label(group), body)
        run = Run()
        for note in self.by_key.values():
            if not note.body:
                continue
            run.add("\n\n" if run.size else "")
            start = run.size
            run.append(note.body.stripped())
            run.mark(
                MarkKind.NOTE, start, label=note.label, key=note.key, origin="wikitext", detail="footnote"
            )
        return run

    def _label(self, group: str) -> str:
        number = self._counts[group] = self._counts.get(group, 0) + 1
        if group in LETTERED:
            return _letters(number, LETTERED[group])
        if group in ROMAN:
            return ROMAN[group](roman(number))
        return f"{group} {number}" if group and group != "decimal" else str(number)


def _letters(number: int, first: str) -> str:
    """`1` → `a`, `27` → `aa`."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord(first) + rest) + letters
    return letters
