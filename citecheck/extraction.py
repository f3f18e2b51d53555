"""The offline half of an audit: read, parse, repair. What needs no network loads none of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import PurePath

from citecheck.model import Extraction, Link, Manuscript, Parsed
from citecheck.parse import Noted, notes_of, parsed_of, with_linked_sources
from citecheck.read import read_manuscript
from citecheck.repair import Place, links_at, places_of, readings
from citecheck.tables import let_go


def extract(data: bytes, name: str) -> Extraction:
    """Read a manuscript and find all it cites. `name`: its file name, folders are left out.

    Raises `UnreadableInput`.
    """
    return extract_from(read_manuscript(data, PurePath(name).name))


@contextmanager
def afterwards(noted: Noted, _: Sequence[Place]) -> Iterator[Callable[[], Parsed]]:
    """What notes cite is looked for when it is asked for."""
    yield partial(parsed_of, noted)


Beside = Callable[[Noted, Sequence[Place]], AbstractContextManager[Callable[[], Parsed]]]


def extract_from(
    manuscript: Manuscript, language: str | None = None, beside: Beside = afterwards
) -> Extraction:
    """The same for a manuscript already read.

    `language`: two letters, for one whose file says nothing or something wrong of it. `beside`: begins to
    look for what the notes cite, while the addresses at their places are read.
    """
    if language is not None:
        text = manuscript.text
        text = replace(text, metadata=replace(text.metadata, language=language))
        manuscript = replace(manuscript, text=text)
    noted = notes_of(manuscript.text)
    places = places_of(manuscript.text, noted.notes)
    with beside(noted, places) as rest:
        found = readings(places)
        parsed = rest()
    links = links_at(places, found, manuscript.text, parsed.notes)
    let_go()  # of word lists, before thousands of answers are kept
    quotations = with_linked_sources(manuscript.text.content, parsed.quotations, links)
    parsed = replace(parsed, quotations=quotations)
    by_note: dict[str, tuple[Link, ...]] = {}
    for link in links:
        if link.note_id is not None:
            by_note[link.note_id] = (*by_note.get(link.note_id, ()), link)
    return Extraction(manuscript, parsed, links, by_note)
