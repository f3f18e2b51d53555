"""The offline half of an audit: read, parse, repair. What needs no network loads none of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

from citecheck.model import Extraction, Link, Manuscript
from citecheck.parse import parse, with_linked_sources
from citecheck.read import read_manuscript
from citecheck.repair import find_links
from citecheck.tables import let_go


def extract(data: bytes, name: str) -> Extraction:
    """Read a manuscript and find all it cites. `name`: its file name, folders are left out.

    Raises `UnreadableInput`.
    """
    return extract_from(read_manuscript(data, PurePath(name).name))


def extract_from(manuscript: Manuscript, language: str | None = None) -> Extraction:
    """The same for a manuscript already read.

    `language`: two letters, for one whose file says nothing or something wrong of it.
    """
    if language is not None:
        text = manuscript.text
        text = replace(text, metadata=replace(text.metadata, language=language))
        manuscript = replace(manuscript, text=text)
    parsed = parse(manuscript.text)
    links = find_links(manuscript.text, parsed.notes)
    let_go()  # of word lists, before thousands of answers are kept
    quotations = with_linked_sources(manuscript.text.content, parsed.quotations, links)
    parsed = replace(parsed, quotations=quotations)
    by_note: dict[str, tuple[Link, ...]] = {}
    for link in links:
        if link.note_id is not None:
            by_note[link.note_id] = (*by_note.get(link.note_id, ()), link)
    return Extraction(manuscript, parsed, links, by_note)
