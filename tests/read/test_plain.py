"""Plain text keeps every character; form feeds are pages."""

from __future__ import annotations

import random

from citecheck.read import read_manuscript
from fixtures.layouts import SETTINGS
from fixtures.typeset import LANGUAGES, typeset
from tests.read.mutations import mutated, sound_or_refused


def test_line_ends_are_kept_so_that_offsets_are_those_of_the_file() -> None:
    manuscript = read_manuscript("Zeile eins.\r\nZeile zwei – „so“.\n".encode(), "a.txt")
    assert manuscript.text.content == "Zeile eins.\r\nZeile zwei – „so“.\n"
    assert manuscript.media_type == "text/plain"
    assert manuscript.text.page_starts == ()


def test_form_feeds_begin_pages() -> None:
    text = read_manuscript(b"one\fpage two\ftres\f\n", "a.txt").text
    assert [text.page_at(text.content.index(word)) for word in ("one", "two", "tres")] == [1, 2, 3]
    assert len(text.page_starts) == 3


def test_standard_input_is_plain_text() -> None:
    assert read_manuscript(b"word[^1]\n\n[^1]: a note\n", "-").media_type == "text/plain"


def test_an_empty_file_is_an_empty_text() -> None:
    assert read_manuscript(b"", "a.txt").text.content == ""


def test_mutations_give_a_text_or_one_line() -> None:
    chance = random.Random(17)
    sources = [
        typeset(name, setting).text.encode()
        for name, setting in zip(LANGUAGES, SETTINGS.values(), strict=False)
    ]
    for _ in range(500):
        sound_or_refused(mutated(chance.choice(sources), chance), "book.txt")
