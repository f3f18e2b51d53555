"""Text of documents that is not what it shows: counted lines, letters of fonts without a table, letters set
apart. A true quotation is found in it or left open."""

from __future__ import annotations

import pytest

from citecheck.match import compare, prepare
from citecheck.model import Text, Verdict
from citecheck.read import read_page
from tests.read.pdf_writer import Page, pdf

SAID = "The witness crossed the river twice a day while it was free of ice, and she paid no toll for it."
LINES = [
    "Q. What did you see on that day?",
    "A. The witness crossed the river twice",
    "a day while it was free of ice, and",
    "she paid no toll for it. Nobody asked",
    "her why, since the keeper had gone",
    "to the fair and the gate stood open.",
]
FILLER = [f"in the year {1800 + n} the parish paid for {n} loads of timber and of stone." for n in range(30)]


def document(lines: list[str], codepage: str | None = None) -> Text:
    rows = [(40.0, 580.0 - 14 * row, 9.0, line) for row, line in enumerate(lines)]
    return read_page(pdf([Page(texts=rows)], codepage=codepage), "application/pdf", "https://a.example/x.pdf")


def counted(lines: list[str], apart: bool = False) -> list[str]:
    between = "\n" if apart else "  "
    return "\n".join(f"{number}{between}{line}" for number, line in enumerate(lines, 1)).split("\n")


@pytest.mark.parametrize("apart", [False, True], ids=["before-the-line", "lines-of-their-own"])
def test_numbers_of_lines_are_no_words_of_the_passage(apart: bool) -> None:
    lines = counted(LINES, apart)
    plain = read_page("\n".join(lines).encode(), "text/plain", "https://a.example/x.txt")
    for text in (document(lines), plain):
        assert compare(SAID, prepare(text)).verdict is Verdict.VERBATIM


def test_numbers_of_a_list_stay() -> None:
    fruit = ["Apples", "Pears", "Plums", "Figs", "Nuts", "Quinces"]
    text = read_page("\n".join(counted(fruit)).encode(), "text/plain", "https://a.example/x.txt")
    assert text.content.split()[:2] == ["1", "Apples"]


def test_letters_of_a_font_without_a_table_are_put_right() -> None:
    russian = [f"В {1800 + n} году приход заплатил за камень и за лес для старой плотины." for n in range(20)]
    said = "паром ходил дважды в день, пока река была свободна ото льда"
    text = document([*russian, f"Известно, что {said[:30]}", said[30:]], codepage="cp1251")
    assert compare(said, prepare(text)).verdict in (Verdict.VERBATIM, Verdict.NEAR)
    shifted = ["".join(chr(ord(sign) - 29) for sign in line) for line in FILLER[:20] + LINES]
    assert compare(SAID, prepare(document(shifted, codepage="latin-1"))).verdict in (
        Verdict.VERBATIM,
        Verdict.NEAR,
    )


def test_letters_that_nobody_can_tell_speak_against_no_quotation() -> None:
    turned = [
        "".join(chr(0x61 + (ord(s) * 7 + 3) % 26) if s.isalpha() else s for s in line) for line in FILLER
    ]
    found = compare(SAID, prepare(document(turned)))
    assert (found.verdict, found.reason.split(":")[0]) == (
        Verdict.CANNOT_VERIFY,
        "the language of the file’s text cannot be told",
    )
    assert compare(SAID, prepare(document(FILLER))).verdict is Verdict.NOT_FOUND


@pytest.mark.parametrize(
    "printed",
    [
        " ".join(SAID.replace(" ", "")),
        "  ".join(" ".join(word) for word in SAID.split()),
        SAID.replace(" ", ""),
    ],
    ids=["wide", "wide-with-spaces", "without-spaces"],
)
def test_letters_set_apart_or_together_are_those_of_the_page(printed: str) -> None:
    found = compare(SAID, prepare(Text("\n".join([*FILLER, printed, *FILLER]))))
    assert found.verdict is Verdict.NEAR
    assert found.found == printed.rstrip(" .")
    other = SAID.replace("twice", "daily")
    assert compare(other, prepare(Text("\n".join([*FILLER, printed, *FILLER])))).verdict is Verdict.NOT_FOUND
