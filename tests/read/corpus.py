"""All documents that this project keeps or makes itself with their truth beside them, over all formats."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from citecheck.cli.siblings import siblings_of
from fixtures.layouts import SETTINGS
from fixtures.typeset import LANGUAGES, typeset
from tests.read import by_pandoc, office
from tests.read.flavours import FLAVOURS
from tests.read.pdf_books import made
from tests.read.test_pdf_manuscript import BOOKS
from tests.read.truth import Truth, folded

LATEX = Path(__file__).parent / "latex"
FORM_FORMATS = {"html 4": "html", "epub 2": "epub", "github": "markdown", "wiki text": "mediawiki"}


@dataclass(frozen=True)
class Document:
    """A manuscript and what it holds. `name` is its file's, with an ending."""

    format: str
    title: str
    name: str
    data: bytes
    truth: Truth
    siblings: dict[str, bytes] = field(default_factory=dict)


def own() -> Iterator[Document]:
    """Documents written here by hand: one or more features of a format in each."""
    for path in sorted(office.DOCUMENTS.glob("*/*.toml")):
        document, kind = office.load(path), path.parent.name
        data = office.docx(document) if kind == "docx" else office.odt(document)
        wanted = document["expected"]
        notes = [
            (label, folded(text), tuple(urls))
            for (label, _, text), urls in zip(wanted["notes"], wanted["urls"], strict=True)
        ]
        yield Document(kind, path.stem, f"{path.stem}.{kind}", data, Truth(tuple(notes), ()))
    for title, flavour in FLAVOURS.items():
        yield Document("html", title, "page.html", flavour.html.encode(), Truth(flavour.notes, flavour.calls))
    for name, truth in json.loads((LATEX / "truth.json").read_text("utf-8")).items():
        data = (LATEX / name).read_bytes()
        siblings = siblings_of(data, str(LATEX / name))
        yield Document("latex", name, name, data, _of_latex(truth), siblings)


def _of_latex(truth: dict[str, Any]) -> Truth:
    labels = {note[0]: note[1] for note in truth["notes"]}
    notes = [(note[1], folded(note[4]), tuple(note[5])) for note in truth["notes"]]
    return Truth(tuple(notes), tuple(labels[note_id] for _, note_id, _ in truth["markers"] if note_id))


def set_pages() -> Iterator[Document]:
    """Books of invented words set on PDF pages."""
    for title, style in BOOKS.items():
        book = made(style)
        notes = [
            (note.label, unicodedata.normalize("NFKC", note.text), (note.url,) if note.url else ())
            for note in book.notes
        ]
        truth = Truth(tuple(notes), tuple(note.label for note in book.notes))
        yield Document("pdf", title, "book.pdf", book.data, truth)


def text() -> Iterator[Document]:
    """The sources set as plain text, each way in each language."""
    for title, setting in SETTINGS.items():
        for language in LANGUAGES:
            typed = typeset(language, setting)
            notes = [(str(note.number), note.text, ()) for note in typed.notes]
            calls = [str(call.number) for call in sorted(typed.calls, key=lambda call: call.offset)]
            truth = Truth(tuple(notes), tuple(calls))
            yield Document("plain", f"{title}, {language}", "book.txt", typed.text.encode(), truth)


def by_a_program() -> Iterator[Document]:
    """The sources as pandoc writes them."""
    for language, form in by_pandoc.CORPUS:
        data, name = by_pandoc.written(language, form)
        format_ = FORM_FORMATS.get(form, form.partition(",")[0])
        yield Document(format_, f"{form}, {language}, by pandoc", name, data, by_pandoc.truth_of(language))
