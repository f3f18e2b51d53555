"""PDF manuscripts: notes, calls and addresses of books set here, whose truth is known."""

from __future__ import annotations

import random
import time
import unicodedata

import pytest

from citecheck.errors import UnreadableInput
from citecheck.model import MarkKind, Note, Parsed, Text
from citecheck.parse import parse
from citecheck.read import read_manuscript
from citecheck.repair import find_links
from tests.read.pdf_books import Book, Style, made
from tests.read.pdf_writer import Page, pdf

BOOKS = {
    "plain": Style(language="en"),
    "french, no rule": Style(language="fr", rule=False, seed=2),
    "russian, labels with a full stop": Style(language="ru", label="dot", seed=3),
    "german, plain labels": Style(language="de", label="plain", seed=4),
    "polish, two columns": Style(language="pl", columns=2, seed=5, notes=30),
    "russian, two columns, long notes": Style(language="ru", columns=2, long_notes=True, seed=6, notes=30),
    "carried over": Style(language="fr", long_notes=True, seed=7),
    "carried over, no rule": Style(language="en", long_notes=True, rule=False, seed=8),
    "side by side": Style(language="ru", together=True, seed=9, notes=40),
    "in headings": Style(language="de", in_headings=True, together=True, seed=10),
    "raised at full size": Style(language="pl", marker="raised", seed=11),
    "superscript characters": Style(language="fr", marker="sign", seed=12),
    "anew on each page": Style(language="en", anew=True, seed=13),
    "endnotes": Style(language="ru", ends=True, label="dot", seed=14),
    "endnotes, small": Style(language="en", ends=True, seed=15, columns=2),
    "notes as large as the text": Style(language="de", note_size=11, seed=16),
    "no running heads": Style(language="en", head=False, seed=17),
    "no annotations": Style(language="en", annotation="none", seed=18),
    "annotations in parts": Style(language="fr", annotation="quads", seed=19),
    "annotations cut": Style(language="pl", annotation="first", seed=20),
    "annotations that repeat a line": Style(language="en", annotation="echo", seed=21),
    "letters of a code page": Style(language="ru", codepage="cp1251", seed=22),
}
LEAST_NOTES, LEAST_MARKERS, LEAST_URLS = 0.97, 0.97, 0.95
MUTATIONS = 500


def read_back(book: Book) -> tuple[Text, Parsed]:
    text = read_manuscript(book.data, "book.pdf").text
    return text, parse(text)


def folded(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKC", text).casefold() if sign.isalnum())


def right_notes(book: Book, notes: tuple[Note, ...]) -> int:
    found = [(note.label.strip("."), folded(note.text)) for note in notes]
    return sum((note.label, folded(note.text)) in found for note in book.notes)


@pytest.mark.parametrize("name", BOOKS)
def test_notes_calls_and_addresses(name: str) -> None:
    book = made(BOOKS[name])
    text, parsed = read_back(book)
    assert right_notes(book, parsed.notes) >= LEAST_NOTES * len(book.notes)
    assert [note.label for note in parsed.notes] == [note.label for note in book.notes]
    called = sum(marker.note_id is not None for marker in parsed.markers)
    assert LEAST_MARKERS * len(book.notes) <= called <= len(book.notes)
    found = {link.url for link in find_links(text, parsed.notes)}
    wanted = [note.url for note in book.notes if note.url]
    assert sum(url in found for url in wanted) >= LEAST_URLS * len(wanted)
