"""PDF pages in Hebrew, Arabic and Persian: lines, notes, calls and addresses."""

from __future__ import annotations

import re

import pytest

from citecheck.model import Text
from citecheck.parse import parse
from citecheck.read import read_manuscript
from citecheck.read.pdf import read_pdf_page
from citecheck.repair import find_links
from tests.read.pdf_writer import WIDTH, Page, pdf

RIGHT = 370.0
"""Right edge of the lines, in points."""
_LATIN = re.compile(r"[A-Za-z0-9](?:[\x21-\x7e ]*[A-Za-z0-9/])?|[٠-٩۰-۹]+")
_MIRROR = str.maketrans("()[]«»", ")(][»«")

PROSE = {
    "he": [
        "הנהר עובר ליד הטחנה הישנה",
        "המכתב נמצא בארכיון (לונדון) מאז 1934",
        "כך כתב The Old Mill על הכפר",
    ],
    "ar": [
        "النهر يمر قرب الطاحونة القديمة",
        "الرسالة في الأرشيف (لندن) منذ ١٩٣٤",
        "هكذا كتب The Old Mill عن القرية",
    ],
    "fa": [
        "رودخانه از کنار آسیاب قدیمی می‌گذرد",
        "نامه در بایگانی (لندن) از ۱۹۳۴",
        "چنین نوشت The Old Mill دربارهٔ روستا",
    ],
}
NOTES = {
    "he": ["יוסף כהן, הטחנה, 1987, עמ' 12.", "ראו https://mill.example/archive/old-letter.html"],
    "ar": ["يوسف حداد، الطاحونة، ١٩٨٧، ص ١٢.", "انظر https://mill.example/archive/old-letter.html"],
    "fa": ["یوسف آسیابان، آسیاب، ۱۹۸۷، ص ۱۲.", "نک. https://mill.example/archive/old-letter.html"],
}
DIGITS = {"he": "12", "ar": "١٢", "fa": "۱۲"}


def seen(text: str, by_look: bool) -> str:
    """A right-to-left line as it stands on the paper, from left to right."""
    parts, at = [], 0
    for match in _LATIN.finditer(text):
        parts += [turned(text[at : match.start()], by_look), match.group()]
        at = match.end()
    parts.append(turned(text[at:], by_look))
    return "".join(reversed(parts))


def turned(text: str, by_look: bool) -> str:
    text = text[::-1]
    return text.translate(_MIRROR) if by_look else text


def line(
    y: float, size: float, text: str, by_look: bool = True, indent: float = 0
) -> tuple[float, float, float, str]:
    visual = seen(text, by_look)
    return (RIGHT - indent - WIDTH * size * len(visual), y, size, visual)


def page(language: str, by_look: bool = True) -> Page:
    """Six lines, calls behind the first two, and two notes under a rule at the right."""
    texts = []
    for row in range(6):
        text = PROSE[language][row % 3]
        texts.append(line(540 - 14 * row, 11, text, by_look))
        if row < 2:
            left = texts[-1][0]
            texts.append((left - WIDTH * 7, 544 - 14 * row, 7, DIGITS[language][row]))
    for row, note in enumerate(NOTES[language]):
        texts.append((RIGHT - WIDTH * 6, 83.0 - 12 * row, 6, DIGITS[language][row]))
        texts.append(line(80 - 12 * row, 9, note, by_look, indent=10))
    return Page(texts, rules=[(RIGHT - 70, RIGHT, 95)])


def read(page_: Page) -> Text:
    return read_manuscript(pdf([page_]), "a.pdf").text


@pytest.mark.parametrize("by_look", [True, False])
@pytest.mark.parametrize("language", PROSE)
def test_notes_calls_and_addresses_from_right_to_left(language: str, by_look: bool) -> None:
    text = read(page(language, by_look))
    parsed = parse(text)
    assert [note.label for note in parsed.notes] == ["1", "2"]
    assert [note.text for note in parsed.notes] == NOTES[language]
    assert [marker.note_id for marker in parsed.markers] == [note.id for note in parsed.notes]
    for marker, word in zip(parsed.markers, (PROSE[language][0], PROSE[language][1]), strict=True):
        assert text.content[: marker.span.start].endswith(word)
    assert [link.url for link in find_links(text, parsed.notes)] == [
        "https://mill.example/archive/old-letter.html"
    ]


@pytest.mark.parametrize("language", PROSE)
def test_lines_read_as_they_were_written(language: str) -> None:
    rows = [line(540 - 14 * row, 11, text) for row, text in enumerate(PROSE[language])]
    assert read(Page(rows)).content.strip().split("\n") == PROSE[language]


def test_words_drawn_one_by_one_from_the_right_make_one_line() -> None:
    x, texts = RIGHT, []
    for word in ["המכתב", "הישן", "נמצא", "בארכיון", "של", "הכפר"]:
        x -= WIDTH * 11 * len(word)
        texts.append((x, 540.0, 11.0, word[::-1]))
        x -= WIDTH * 11
    assert read(Page(texts)).content.strip() == "המכתב הישן נמצא בארכיון של הכפר"


@pytest.mark.parametrize(
    "text",
    [
        "כהן, הטחנה, 1987, 12, J. Miller, The Old Mill, p. 17",
        "כהן, הטחנה, 1987, https://mill.example/a",
        "הנהר זרם בשנים 1934, 1936 ו-1940.",
        "המילה river (נהר) היא שם",
    ],
)
def test_numbers_stay_with_what_they_belong_to(text: str) -> None:
    # Numbers before Latin words are part of the Hebrew sentence, those behind them of the Latin title.
    runs = re.split(r"(J\. Miller, The Old Mill, p\. 17|https\S+|river|[0-9]+)", text)
    visual = "".join(run if at % 2 else turned(run, True) for at, run in reversed(list(enumerate(runs))))
    rows = [line(540 - 14 * row, 11, PROSE["he"][0]) for row in range(3)]
    rows.append((RIGHT - WIDTH * 11 * len(visual), 480.0, 11.0, visual))
    assert read(Page(rows)).content.strip().split("\n")[-1] == text


def test_a_note_in_latin_letters_has_its_number_at_its_left() -> None:
    made = page("ar")
    made.texts = [one for one in made.texts if one[1] > 75]
    made.texts += [(200.0, 71.0, 6.0, "٢"), (206.0, 68.0, 9.0, "J. Miller, The Old Mill, p. 17.")]
    parsed = parse(read(made))
    assert [note.text for note in parsed.notes] == [NOTES["ar"][0], "J. Miller, The Old Mill, p. 17."]


def test_a_page_of_latin_text_with_hebrew_words_stays_from_left_to_right() -> None:
    texts = [
        (50.0, 540.0 - 14 * row, 11.0, "The word " + "נהר"[::-1] + " is old, see 12") for row in range(3)
    ]
    assert read(Page(texts)).content.startswith("The word ")


def test_a_fetched_page_reads_from_the_right() -> None:
    text = read_pdf_page(pdf([page("ar")])).content
    assert text.startswith("\n".join(PROSE["ar"][:1]))
    assert PROSE["ar"][2] in text.split("\n")
