"""What pandoc writes is read whole; what pandoc finds in documents of ours is found, and more.

Pandoc loses notes, kinds and labels without a word, so that it cannot be the truth; where it keeps a note,
its text is a second opinion. `LOSES` says what it loses, document by document.
"""

from __future__ import annotations

import subprocess

import pytest

from citecheck.model import NoteKind
from citecheck.parse import parse
from citecheck.read import read_manuscript
from tests.read import by_pandoc, corpus
from tests.read.corpus import Document
from tests.read.truth import Score, folded, found_in, score

pytestmark = pytest.mark.skipif(by_pandoc.PANDOC is None, reason="pandoc is not installed")

LOSES = {
    "docx": {
        "de_signs": "leaves the custom mark in the text of its note",
        "de_strict": "cannot read strict documents",
        "en_boxes": "notes in text boxes",
        "en_review": "addresses of simple fields whose result is an address of another kind",
        "en_signs": "reads hidden notes, and hyphens that must not break as other signs",
        "ru_kniga": "moved notes, and notes in tables of some kinds",
        "ru_spisok": "notes in tables and in content controls",
    },
    "odt": {
        "de_tabelle": "notes in frames",
        "en_flat": "cannot read flat files",
        "en_index": "notes in sections of an index",
    },
    "latex": {
        "author_year.tex": "shows citations as commands",
        "english_article.tex": "stops at a brace that lacks",
        "french_thesis.tex": "shows citations as commands",
        "german_paper.tex": "notes of files taken in, and notes set apart from their calls",
        "italian_tables.tex": "notes of tables and of captions",
        "macros.tex": "stops at a macro that calls itself",
        "quotes.tex": "notes of quotations",
        "russian_1251.tex": "does not know the encoding",
        "russian_koi8.tex": "does not know the encoding",
        "whole_book.tex": "notes of files taken in",
    },
}
"""Format → document → what pandoc loses in it."""
OWN = [document for document in corpus.own() if document.format != "html"]
HTML = [document for document in corpus.own() if document.format == "html"]


@pytest.mark.parametrize(("language", "form"), by_pandoc.CORPUS, ids=" ".join)
def test_what_pandoc_writes_is_read_whole(language: str, form: str) -> None:
    truth = by_pandoc.truth_of(language)
    found = score(truth, found_in(*by_pandoc.written(language, form)))
    notes, calls = len(truth.notes), len(truth.calls)
    urls = sum(len(note[2]) for note in truth.notes)
    assert found == Score(1, notes, notes, 0, calls, calls, urls, urls)


@pytest.mark.parametrize("document", OWN, ids=lambda document: f"{document.format} {document.title}")
def test_notes_that_pandoc_finds_are_the_same(document: Document) -> None:
    reader = by_pandoc.READERS[document.name.rpartition(".")[2]]
    known = LOSES.get(document.format, {}).get(document.title)
    try:
        theirs = [squeezed(note) for note in by_pandoc.notes_by_pandoc(document.data, reader)]
    except subprocess.CalledProcessError:
        assert known, "pandoc cannot read this"
        return
    ours = notes_of(document)
    # Another version of pandoc may lose less: what is known to be lost may differ and need not.
    assert known or ours == theirs


@pytest.mark.parametrize("document", HTML, ids=lambda document: document.title)
def test_pandoc_loses_all_notes_of_html(document: Document) -> None:
    """Newer versions keep those of pandoc's own kind."""
    theirs = by_pandoc.notes_by_pandoc(document.data, "html")
    assert {squeezed(note) for note in theirs} <= set(notes_of(document))


def notes_of(document: Document) -> list[str]:
    """Texts of notes; pandoc does not tell the entries of a list of sources from other text."""
    parsed = parse(read_manuscript(document.data, document.name, document.siblings).text)
    return [squeezed(folded(note.text)) for note in parsed.notes if note.kind is not NoteKind.REFERENCE]


def squeezed(text: str) -> str:
    return "".join(text.split())
