"""Endnotes that give the page and a phrase of the text instead of a number in it."""

# ruff: noqa: E501

from __future__ import annotations

import time

import pytest

from citecheck.model import NoteKind, Text
from citecheck.parse import parse

BODY = "\n\n".join(
    f"Chapter {place}\n\nMills stood by every brook of county {place}. Dunmore said that “no mill {place} ever waits "
    f"for the river that drives it”. The tolls of year {place} were doubled in spring.\n\nThe grain of hill {place} "
    "was carried to market on carts. Water froze in the races."
    for place in ("one", "two", "three")
)
NOTES = (
    (
        "1",
        "Mills stood by every brook of county one",
        "Ashdown, Wheels (London, 1998), 12; https://mills.example/1.",
    ),
    ("2", "no mill one ever waits", "Birch, A Brook (York, 2003), p. 7."),
    ("5", "grain of hill one", "Coldwell, “Grain,” Hill Gazette, May 3, 1841, https://mills.example/3."),
    ("17", "tolls of year two", "Ashdown, Wheels, 15."),
    ("17", "Water froze", "Diary of J. Dunmore, 12 December 1842."),
    ("23", "no mill three ever waits", "https://mills.example/6."),
)


def source(line: str) -> str:
    rows = [line.format(page=page, phrase=phrase, text=text) for page, phrase, text in NOTES]
    return (
        BODY
        + "\n\nNotes\n\nChapter One\n\n"
        + "\n".join(rows[:3])
        + "\n\nChapter Two\n\n"
        + "\n\n".join(rows[3:])
    )


@pytest.mark.parametrize(
    "line",
    ["{page} “{phrase}”: {text}", "{page} ‘{phrase}’: {text}", "p. {page}, “{phrase}”: {text}", "{page}. «{phrase}»: {text}",
     "{page} “{phrase}:” {text}", '{page}  "{phrase}," {text}'],
)  # fmt: skip
def test_pages_and_phrases(line: str) -> None:
    content = source(line)
    found = parse(Text(content))
    assert [(note.label, note.text) for note in found.notes] == [(page, text) for page, _, text in NOTES]
    assert {note.kind for note in found.notes} == {NoteKind.ENDNOTE}
    assert not found.problems
    # "Water froze" stands in each chapter: which is meant, nobody can tell.
    assert [marker.note_id for marker in found.markers] == ["1", "2", "3", "4", "6"]
    before = [content[: marker.span.start].rsplit(None, 3)[-3:] for marker in found.markers]
    assert [words[-1] for words in before] == ["one", "it”", "one", "two", "it”"]
    assert all(
        quotation.start < content.index("\nNotes\n") for quotation in found.quotations if not quotation.note
    )
    on = {quotation.exact[:12]: quotation.note_id for quotation in found.quotations if quotation.note_id}
    assert on == {"no mill one ": "2", "no mill thre": "6"}


@pytest.mark.parametrize(
    "lines",
    [
        [
            "1 “alpha beta gamma”: a word.",
            "2 “delta beta”: a word.",
            "3 “no such”: a word.",
            "4 “nothing”: x.",
        ],
        [
            "9 “Water froze”: a.",
            "7 “The grain”: b.",
            "5 “The tolls”: c.",
            "3 “Mills stood”: d.",
            "1 “market”: e.",
        ],
    ],
    ids=["phrases that the text does not hold", "numbers that fall"],
)
def test_what_is_no_such_list(lines: list[str]) -> None:
    found = parse(Text(BODY + "\n\n" + "\n".join(lines) + "\n"))
    assert all(marker.span.start < marker.span.end for marker in found.markers)


def test_hostile_repeats_take_linear_time() -> None:
    started = time.process_time()
    parse(Text("the river waits " * 3_000 + "\n\n" + "1 “the river waits”: x y.\n" * 3_000))
    assert time.process_time() - started < 5.0
