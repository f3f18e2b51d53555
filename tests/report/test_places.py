"""Findings stand where their author finds them: lines of text, pages of a PDF, paragraphs of Word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from citecheck.model import Audit, Manuscript, NoteKind, Text
from citecheck.report.annotations import teller
from citecheck.report.places import Places
from citecheck.report.words import words_in
from tests.report.sample import sample

AUDIT = sample()
CONTENT = "Title\n\nFirst paragraph.\n\nSecond paragraph.\n\nThird.\n"


def of(media_type: str, **more: object) -> Audit:
    manuscript = Manuscript("m", "", media_type, None, Text(CONTENT, **more))  # type: ignore[arg-type]
    return replace(AUDIT, extraction=replace(AUDIT.extraction, manuscript=manuscript))


@pytest.mark.parametrize(
    ("audit", "told"),
    [
        (of("text/plain"), "line 5"),
        (of("text/markdown"), "line 5"),
        (of("text/x-tex", files=((4, "parts/two.tex"),)), "parts/two.tex, line 2"),
        (of("text/html"), "paragraph 3"),
        (of("application/epub+zip"), "paragraph 3"),
        (of("application/pdf", page_starts=(0, 20, 45)), "page 2"),
        (of("application/pdf", page_starts=(0, 20, 45), page_labels=("iv", "v", "1")), "page v"),
    ],
)
def test_place(audit: Audit, told: str) -> None:
    assert Places(audit, words_in("en"))(5) == told


def test_a_line_past_the_end_has_a_place_too() -> None:
    assert Places(of("application/pdf", page_starts=(0, 20, 45)), words_in("fr"))(99) == "page 3"


def test_a_source_that_is_cited_by_a_key_is_called_by_it() -> None:
    told = [finding for finding in AUDIT.findings if finding.note_id is not None]
    of_source = told[0]
    other = next(finding for finding in told if finding.note_id != of_source.note_id)
    parsed = AUDIT.extraction.parsed
    notes = tuple(
        replace(note, kind=NoteKind.REFERENCE, label="@weir2001", file="refs.bib:12")
        if note.id == of_source.note_id
        else note
        for note in parsed.notes
    )
    extraction = replace(AUDIT.extraction, parsed=replace(parsed, notes=notes))
    audit = replace(AUDIT, extraction=extraction)
    place = Places(audit, words_in("en"))
    assert place.note(of_source) == "@weir2001 (refs.bib:12)"
    assert place.note(other) == other.note
    assert "note @weir2001 (refs.bib:12): " in teller(audit)(of_source)
