"""Notes and remarks in the margins beside the text of a PDF."""

from __future__ import annotations

import pytest

from citecheck.model import Text
from citecheck.parse import Parsed, parse
from citecheck.read import read_manuscript
from tests.read.pdf_writer import WIDTH, Page, pdf

SIZE, SMALL, LEADING = 10.0, 8.0, 12.0
TEXT, RIGHT, LEFT = 60.0, 340.0, 20.0
BODY = [
    "The mill stood above the weir until the",
    "flood of the third winter carried it down",
    "to the sea, and nobody who was asked later",
    "could say who had opened the sluice gates.",
    "The miller kept no book of the river and",
    "the parish kept one only for the drowned.",
    "What is known comes from letters that were",
    "found in a chest behind the vestry door.",
    "They name a ferryman, a clerk and a widow,",
    "and none of them saw the water come down.",
    "The clerk wrote that the bells were rung for",
    "an hour before anyone thought of the mill;",
    "the widow that she heard no bell at all but",
    "a noise as of carts on the stone bridge.",
    "Between the two accounts there lies a night",
    "for which the constable has left no entry,",
    "though his hand is in the book on both days",
    "around it, and the ink is of one making.",
]


def page_of(
    calls: dict[int, str],
    beside: dict[int, tuple[str, ...]],
    *,
    edge: float = RIGHT,
    text: float = TEXT,
    feet: tuple[str, ...] = (),
    label: str = "raised",
) -> Page:
    """A page of the text; after a call what stands beside its line is drawn, then the line goes on."""
    page = Page()
    for row, words in enumerate(BODY):
        y = 540 - row * LEADING
        cut = words.index(" ", 20) if row in calls else len(words)
        page.texts.append((text, y, SIZE, words[:cut]))
        x = text + cut * WIDTH * SIZE
        if row in calls:
            page.texts.append((x, y + 3.5, 6, calls[row]))
        for step, line in enumerate(beside.get(row, ())):
            place, at = edge, y - step * 9.5
            number, _, rest = line.partition("|")
            if rest and label == "raised":
                page.texts.append((place, at + 3, 5, number))
                page.texts.append((place + 5, at, SMALL, rest))
            else:
                page.texts.append((place, at, SMALL, f"{number}. {rest}" if rest else line))
        if words[cut:]:
            page.texts.append((x + 8, y, SIZE, words[cut + 1 :]))
    for step, line in enumerate(feet):
        number, _, rest = line.partition("|")
        page.texts.append((text, 60 - step * 10 + 3, 5, number))
        page.texts.append((text + 6, 60 - step * 10, SMALL, rest))
    if feet:
        page.rules.append((text, text + 70, 74))
    return page


def read(*pages: Page) -> tuple[Text, Parsed]:
    text = read_manuscript(pdf(list(pages), width=520), "book.pdf").text
    return text, parse(text)


def called(text: Text, parsed: Parsed) -> dict[str, str]:
    """The last words before the call of each note."""
    labels = {note.id: note.label for note in parsed.notes}
    return {
        labels[marker.note_id]: text.content[: marker.span.start].split()[-1]
        for marker in parsed.markers
        if marker.note_id
    }


@pytest.mark.parametrize("label", ["raised", "plain"])
@pytest.mark.parametrize("edge", [RIGHT, LEFT])
def test_notes_beside_their_calls(edge: float, label: str) -> None:
    text, parsed = read(
        page_of(
            {1: "1", 4: "2"},
            {1: ("1|Ward, Weirs,", "London 1901, 12."), 4: ("2|Letter of a", "clerk, 3 May.")},
            edge=edge,
            text=TEXT if edge == RIGHT else 140,
            label=label,
        ),
        page_of(
            {2: "3", 7: "4"},
            {2: ("3|Ward, Weirs, 40.",), 7: ("4|See https://weir.", "example/a-b.html")},
            edge=edge,
            text=TEXT if edge == RIGHT else 140,
            label=label,
        ),
    )
    assert [(note.label, " ".join(note.text.split())) for note in parsed.notes] == [
        ("1", "Ward, Weirs, London 1901, 12."),
        ("2", "Letter of a clerk, 3 May."),
        ("3", "Ward, Weirs, 40."),
        ("4", "See https://weir. example/a-b.html"),
    ]
    assert called(text, parsed) == {"1": "winter", "2": "book", "3": "nobody", "4": "behind"}
    running = " ".join(text.content.split())
    assert "the third winter1 carried it down to the sea, and nobody who" in running, (
        "the text runs on past the note"
    )


def test_the_text_is_told_from_a_margin_that_holds_more() -> None:
    long = ("1|Ward, Weirs,", *["and more of the", "same in its way"] * 9)
    text, parsed = read(page_of({0: "1"}, {0: long}), page_of({0: "2"}, {0: ("2|Another.",)}))
    assert [note.label for note in parsed.notes] == ["1", "2"]
    assert "stood above1 the weir until the flood of the third" in " ".join(text.content.split())


def test_left_and_right_pages_have_their_notes_outside() -> None:
    right = [page_of({1: str(n)}, {1: (f"{n}|Note of the", "right page of", "the book.")}) for n in (1, 3)]
    left = [
        page_of({1: str(n)}, {1: (f"{n}|Note of the", "left page of", "the book.")}, edge=LEFT, text=140)
        for n in (2, 4)
    ]
    text, parsed = read(right[0], left[0], right[1], left[1])
    assert [note.label for note in parsed.notes] == ["1", "2", "3", "4"]
    assert set(called(text, parsed).values()) == {"winter"}


def test_remarks_beside_the_text_are_no_notes_and_do_not_part_it() -> None:
    remark = {2: ("The flood and", "its causes"), 7: ("Letters",)}
    text, parsed = read(
        page_of({1: "1"}, remark, feet=("1|Ward, Weirs, 12.",)),
        page_of({1: "2"}, remark, feet=("2|Ward, Weirs, 40.",)),
    )
    assert [(note.label, note.text.strip()) for note in parsed.notes] == [
        ("1", "Ward, Weirs, 12."),
        ("2", "Ward, Weirs, 40."),
    ]
    assert "nobody who was asked later could say who had opened" in " ".join(text.content.split())


def test_remarks_between_notes_of_one_margin_are_none() -> None:
    beside = {1: ("1|Ward, Weirs,", "London 1901."), 5: ("The parish", "and its book"), 8: ("2|Letters, 4.",)}
    again = {1: ("3|Ward, 40.",), 4: ("No book", "of the river"), 8: ("4|Letters, 9.",)}
    _, parsed = read(page_of({1: "1", 8: "2"}, beside), page_of({1: "3", 8: "4"}, again))
    assert [" ".join(note.text.split()) for note in parsed.notes] == [
        "Ward, Weirs, London 1901.",
        "Letters, 4.",
        "Ward, 40.",
        "Letters, 9.",
    ]


def test_notes_in_the_margin_and_at_the_foot_have_numbers_of_their_own() -> None:
    pages = [
        page_of(
            {1: str(n), 5: str(n)},
            {5: (f"{n}|Aside of", "the author of", "the book.")},
            feet=(f"{n}|Ward, Weirs, {n}2.",),
        )
        for n in (1, 2, 3)
    ]
    text, parsed = read(*pages)
    assert sorted(" ".join(note.text.split()) for note in parsed.notes) == [
        "Aside of the author of the book.",
        "Aside of the author of the book.",
        "Aside of the author of the book.",
        "Ward, Weirs, 12.",
        "Ward, Weirs, 22.",
        "Ward, Weirs, 32.",
    ]
    texts = {note.id: note.text for note in parsed.notes}
    places = {
        text.content[: marker.span.start].split()[-1]: texts[marker.note_id].split()[0]
        for marker in parsed.markers
        if marker.note_id
    }
    assert places == {"winter": "Ward,", "only": "Aside"}


def test_numbered_headings_in_the_margin_leave_the_calls_to_the_feet() -> None:
    pages = [
        page_of(
            {1: str(2 * n - 1), 6: str(2 * n)},
            {0: (f"{2 * n - 1}|The weir",), 5: (f"{2 * n}|The parish",)},
            feet=(f"{2 * n - 1}|Ward, Weirs, 12.", f"{2 * n}|Letters, 4."),
            label="plain",
        )
        for n in (1, 2)
    ]
    _, parsed = read(*pages)
    assert {" ".join(note.text.split()) for note in parsed.notes} == {"Ward, Weirs, 12.", "Letters, 4."}


def test_numbers_alone_in_the_margin_are_no_notes() -> None:
    pages = [page_of({}, {row: (f"{10 * n + row}",) for row in (0, 3, 6)}) for n in range(3)]
    _, parsed = read(*pages)
    assert not parsed.notes


def test_a_note_in_the_margin_goes_on_over_the_page_end() -> None:
    first = page_of({16: "1"}, {16: ("1|Ward tells of a", "ferryman who had", "been asked and had")})
    second = page_of({5: "2"}, {0: ("seen the river", "rise, 40."), 5: ("2|Letters, 4.",)})
    _, parsed = read(first, second)
    assert [" ".join(note.text.split()) for note in parsed.notes] == [
        "Ward tells of a ferryman who had been asked and had seen the river rise, 40.",
        "Letters, 4.",
    ]


def test_a_number_that_begins_a_notes_second_line_begins_no_note() -> None:
    page = page_of(
        {1: "1", 7: "2"}, {1: ("1|Letter of May", "14. To the clerk", "of the weir."), 7: ("2|Ward, 4.",)}
    )
    page.texts = [
        (x + 8, *rest) if rest[2] in ("Letter of May", "Ward, 4.") else (x, *rest) for x, *rest in page.texts
    ]
    _, parsed = read(page, page_of({2: "3"}, {2: ("3|Letters of the", "parish.")}))
    assert (
        next(" ".join(note.text.split()) for note in parsed.notes)
        == "Letter of May 14. To the clerk of the weir."
    )


def test_an_address_in_smaller_type_goes_on_with_its_note() -> None:
    page = page_of(
        {1: "1"}, {1: ("1|Ward, Weirs,", "at this place:", "weir.example/ward", "in the archive.")}
    )
    page.texts = [(x, y, 6.5 if text.startswith("weir.") else size, text) for x, y, size, text in page.texts]
    _, parsed = read(page)
    assert [" ".join(note.text.split()) for note in parsed.notes] == [
        "Ward, Weirs, at this place: weir.example/ward in the archive."
    ]


def test_running_heads_over_the_margin_are_no_notes() -> None:
    pages = [page_of({1: str(n)}, {1: (f"{n}|Note of the", "weir and of", "the mill.")}) for n in (1, 2, 3)]
    for number, page in enumerate(pages, 1):
        page.texts.append(
            (RIGHT, 575, SMALL, f"{number} The {['weir', 'mill', 'flood'][number - 1]} {number + 8}")
        )
    _, parsed = read(*pages)
    assert [" ".join(note.text.split()) for note in parsed.notes] == ["Note of the weir and of the mill."] * 3


def test_a_character_that_a_file_draws_elsewhere_does_not_part_its_line() -> None:
    pages = [
        page_of({1: "1"}, {1: ("1|Ward, Weirs,", "London 1901, 12.", "and the clerk.")}) for _ in range(2)
    ]
    pages[1].texts += [
        (TEXT, 100, SIZE, "[B"),
        (TEXT + 180, 100, SIZE, "2"),
        (TEXT + 12, 100, SIZE, "] ends the tale"),
    ]
    text, _ = read(*pages)
    assert "] ends the tale" in text.content
    assert "[B\n" not in text.content
