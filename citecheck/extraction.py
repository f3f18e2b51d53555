"""The offline half of an audit: read, parse, repair. What needs no network loads none of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import PurePath
from typing import Protocol

from citecheck.model import Extraction, Link, Manuscript, Note, Parsed, Text
from citecheck.read import read_manuscript
from citecheck.tables import let_go

Loose = Sequence[tuple[int, int]]
"""Addresses outside notes: where each begins and its place among all, in order."""


class Parsing(Protocol):
    """Notes and quotations of a text, found apart from its addresses."""

    def has_notes(self) -> bool:
        """Whether `notes` answers at once."""

    def notes(self) -> Sequence[Note]:
        """The notes, without what they cite."""

    def rest(self, loose: Loose) -> Callable[[], Parsed]:
        """What gives all of it, notes with what they cite included."""


class ParsedHere:
    """In this process, each part when it is asked for."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def has_notes(self) -> bool:
        return True

    def notes(self) -> Sequence[Note]:
        from citecheck.parse import notes_of

        self._noted = notes_of(self._text)
        return self._noted.notes

    def rest(self, loose: Loose) -> Callable[[], Parsed]:
        return lambda: self.finished(lambda: loose)

    def finished(self, loose: Callable[[], Loose]) -> Parsed:
        """All of it; `loose` is asked when nothing else is left to do."""
        from citecheck.parse import parsed_of, with_linked_sources

        parsed = parsed_of(self._noted)
        quotations = with_linked_sources(self._text.content, parsed.quotations, loose())
        return replace(parsed, quotations=quotations)


@contextmanager
def parsed_here(text: Text) -> Iterator[Parsing]:
    """Notes and quotations are looked for when they are asked for."""
    yield ParsedHere(text)


def extract(data: bytes, name: str) -> Extraction:
    """Read a manuscript and find all it cites. `name`: its file name, folders are left out.

    Raises `UnreadableInput`.
    """
    return extract_from(read_manuscript(data, PurePath(name).name))


def extract_from(
    manuscript: Manuscript,
    language: str | None = None,
    begun: Callable[[Text], AbstractContextManager[Parsing]] = parsed_here,
) -> Extraction:
    """The same for a manuscript already read.

    `language`: two letters, for one whose file says nothing or something wrong of it. `begun`: begins to look
    for notes and quotations, while the addresses are read.
    """
    if language is not None:
        text = manuscript.text
        text = replace(text, metadata=replace(text.metadata, language=language))
        manuscript = replace(manuscript, text=text)
    text = manuscript.text
    with begun(text) as parsing:
        # Each half is loaded where it is worked at: two processes load them at the same time.
        from citecheck.repair import links_at, places_of, read_ahead, readings

        ahead = read_ahead(text, parsing.has_notes)
        places = places_of(text, parsing.notes())
        loose = [(place.spans[0].start, index) for index, place in enumerate(places) if place.note is None]
        rest = parsing.rest(loose)
        found = readings(places, ahead)
        parsed = rest()
    links = links_at(places, found, text, parsed.notes)
    let_go()  # of word lists, before thousands of answers are kept
    by_note: dict[str, tuple[Link, ...]] = {}
    for link in links:
        if link.note_id is not None:
            by_note[link.note_id] = (*by_note.get(link.note_id, ()), link)
    return Extraction(manuscript, parsed, links, by_note)
