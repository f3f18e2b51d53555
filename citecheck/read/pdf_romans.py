"""Endnotes with small roman numbers, as Word and LibreOffice number them where nobody says otherwise.

Whether a letter is raised is asked of PDFium character by character, so it is asked only in documents that
hold a list of such numbers, and only of what may be one: every tenth word of Italian ends in an i.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import pypdfium2

from citecheck.read.pdf_glyphs import Glyphs
from citecheck.read.pdf_lines import Line, look_again
from citecheck.read.pdf_markers import Call, raised_of
from citecheck.romans import roman

LEAST = 3
"""Numbers in a row, from i on, that make a list."""
MISSING = 2
"""Numbers in a row whose calls may be missing."""
CALLED = 0.8
"""Share of the list's numbers that are called."""
_NUMBER = re.compile(r"[ivxlc]{1,9}")
_CALL = re.compile(rf"(?<=\S){_NUMBER.pattern}(?![^\W_])")
_BEHIND = re.compile(r"[.)]?\s*(?=[^\W_a-z]|[\"«„“‘(\[*]|https?:|www\.)")
"""What stands between a number and its note, which does not begin with a small letter."""


def list_of(lines: Sequence[Line]) -> list[tuple[int, str, int]]:
    """The longest list of roman numbers that count on from i: of each line that begins with one its place,
    the number, and where the note's own words begin."""
    run: list[tuple[int, str, int]] = []
    best: list[tuple[int, str, int]] = []
    for place, line in enumerate(lines):
        for number in (roman(len(run) + 1), "i"):
            behind = _BEHIND.match(line.text, len(number)) if line.text.startswith(number) else None
            if behind is not None:
                run = [*run, (place, number, behind.end())] if number == roman(len(run) + 1) else []
                run = run or [(place, number, behind.end())]
                break
        if len(run) > len(best):
            best = run
    return best if len(best) >= LEAST else []


def look_for_calls(document: pypdfium2.PdfDocument, pages: Sequence[Sequence[Line]]) -> None:
    """Raised roman numbers marked in documents with a list of such."""
    if not list_of([line for lines in pages for line in lines]):
        return
    for index, lines in enumerate(pages):
        asked = [line for line in lines if line.turn == 0 and _CALL.search(line.text)]
        if asked:
            page = document[index]
            textpage = page.get_textpage()
            glyphs = Glyphs(textpage)
            for line in asked:
                look_again(glyphs, line, _CALL)
            textpage.close()
            page.close()


def called(lines: Sequence[Line], numbers: Sequence[str]) -> dict[int, Call]:
    """Calls of `numbers` in their order, by the place of the number; empty where too few are called."""
    found: dict[int, Call] = {}
    due = 0
    for call in raised_of(lines):
        text = call.line.text[call.begin : call.end]
        for place in range(due, min(due + 1 + MISSING, len(numbers))):
            if numbers[place] == text:
                found[place] = call
                due = place + 1
                break
    return found if len(found) >= CALLED * len(numbers) else {}
