"""Numbered lines of PDF pages that are no notes: steps, headings, contents, rows."""

from __future__ import annotations

from citecheck.parse import parse
from citecheck.read import read_manuscript
from tests.read.pdf_writer import Page, pdf

Texts = list[tuple[float, float, float, str]]


def notes_of(*pages: Texts) -> list[str]:
    text = read_manuscript(pdf([Page(texts) for texts in pages]), "a.pdf").text
    parsed = parse(text)
    assert not [problem for problem in parsed.problems if problem.check == "note-missing"]
    return [note.text for note in parsed.notes]


def prose(top: float, *lines: str) -> Texts:
    return [(50.0, top - 14 * row, 11.0, line) for row, line in enumerate(lines)]


def test_steps_that_numbers_of_the_text_seem_to_call_are_no_notes() -> None:
    steps = [
        "1. Open the sluice of the upper weir.",
        "2. Wait until the wheel turns.",
        "3. Read the height at the gauge of 1934.",
        "4. Close the sluice before night.",
        "5. Enter what was read into the book.",
        "6. Send the book to the archive.",
        "7. Begin anew with the next weir.",
    ]
    first = prose(
        540,
        "The mill has run since 1840. 1 wheel was lost.",
        "It has 2 stones, 3 floors and 4 doors.",
        "In winter 5 men work here. 6 more come in May.",
        "The weir is 7 m long and very old.",
    )
    assert notes_of(first + prose(440, *steps)) == []


def test_headings_in_small_type_are_no_notes() -> None:
    pages: list[Texts] = []
    for number, name in enumerate(["The weir", "The wheel", "The stones", "The tenants"], 1):
        page = prose(540, *["A line of the text of this page, section " + str(number)] * 6)
        page.append((50.0, 440.0, 9.0, f"{number}. {name}"))
        page += prose(420, *["A line of the text of this page, see word2 and word3"] * 6)
        pages.append(page)
    assert notes_of(*pages) == []


def test_a_table_of_contents_and_its_headings_are_no_notes() -> None:
    names = ["Introduction", "The weir", "The wheel", "The stones", "The tenants"]
    contents = prose(540, *[f"{number} {name} {number + 2}" for number, name in enumerate(names, 1)])
    pages = [
        prose(540, f"{number} {name}") + prose(500, *[f"In part {number} of 12 the mill is shown."] * 9)
        for number, name in enumerate(names, 1)
    ]
    assert notes_of(contents, *pages) == []


def test_notes_glued_to_their_words_in_a_font_that_hides_what_is_raised_are_found() -> None:
    body = prose(
        540, *[f"The tenant of the mill wrote a letter{number} that year." for number in range(1, 7)]
    )
    notes = [
        (50.0, 140.0 - 12 * number, 8.0, f"{number} Letter of a tenant, 19{30 + number}, p. {number}.")
        for number in range(1, 7)
    ]
    assert len(notes_of(body + notes)) == 6


def test_sources_in_brackets_without_a_heading_are_called_past_numbered_headings() -> None:
    first: Texts = []
    for number, name in enumerate(["Citations", "Examples", "Sources", "Further ones"], 1):
        first += prose(
            560 - 60 * (number - 1), f"{number}. {name}", f"As was shown before [{number}], so here."
        )
    for number in range(5, 11):
        first += prose(320 - 14 * (number - 5), f"And once more [{number}] of the mill.")
    entries = [f"[{n}] A. Miller, The Mill, Annals {n}, 17 (193{n % 10})." for n in range(1, 11)]
    text = read_manuscript(pdf([Page(first), Page(prose(540, *entries))]), "a.pdf").text
    parsed = parse(text)
    assert [note.text[:10] for note in parsed.notes] == ["A. Miller,"] * 10
    assert {marker.note_id for marker in parsed.markers} == {note.id for note in parsed.notes}


def footed(first: int, count: int) -> Page:
    """A page with calls behind its first lines, and as many notes below a short rule."""
    texts: Texts = []
    for row in range(8):
        texts.append((50.0, 540.0 - 14 * row, 11.0, "A line of the text of this page."))
        if row < count:
            texts.append((50 + 32 * 5.5, 544.0 - 14 * row, 7.0, str(first + row)))
    for row in range(count):
        texts.append((50.0, 83.0 - 13 * row, 5.0, str(first + row)))
        texts.append((60.0, 80.0 - 13 * row, 8.0, f"Letter of tenant {first + row}."))
    return Page(texts, rules=[(50, 120, 95)] if count else [])


def test_a_listing_under_a_rule_whose_numbers_seem_called_on_the_next_page_is_no_note() -> None:
    pages = [footed(number, 1) for number in (1, 2)]
    listing = Page([(50.0, 560.0, 11.0, "The program of the mill")], rules=[(50, 370, 545)])
    for row in range(1, 15):
        if row not in (2, 4, 7):
            listing.texts.append((50.0, 533.0 - 12 * row, 5.0, str(row)))
            listing.texts.append((60.0, 530.0 - 12 * row, 9.0, "let mill be weir"))
    steps: Texts = []
    for row in range(1, 9):
        steps += [(50.0, 544.0 - 14 * row, 7.0, str(row)), (60.0, 540.0 - 14 * row, 11.0, "Open the sluice.")]
    text = read_manuscript(pdf([*pages, listing, Page(steps)]), "a.pdf").text
    assert [note.text for note in parse(text).notes] == ["Letter of tenant 1.", "Letter of tenant 2."]


def test_a_heading_below_the_rule_of_a_table_is_no_note() -> None:
    pages = [footed(1 + 2 * n, 2) for n in range(3)]
    pages.insert(2, footed(5, 0))
    pages[2].rules = [(50, 370, 320)]
    pages[2].texts += [
        (50.0, 300.0, 14.0, "5 The mills after the war"),
        *prose(270, "So it was.", "It ended so."),
    ]
    text = read_manuscript(pdf(pages), "a.pdf").text
    assert [note.label for note in parse(text).notes] == ["1", "2", "3", "4", "5", "6"]


def test_a_list_of_sources_does_not_take_the_calls_of_notes() -> None:
    pages = [footed(1 + 2 * n, 2) for n in range(3)]
    entries = [f"[{n}] A. Miller, The Mill, Annals {n}, 193{n}." for n in range(1, 7)]
    pages.append(Page(prose(540, "References", *entries)))
    parsed = parse(read_manuscript(pdf(pages), "a.pdf").text)
    notes = [note for note in parsed.notes if note.kind.value != "reference"]
    assert len(notes) == 6
    assert [marker.note_id for marker in parsed.markers] == [note.id for note in notes]


def test_asterisks_of_programs_in_smaller_type_neither_call_nor_begin_notes() -> None:
    pages: list[Texts] = []
    for number in range(3):
        page = prose(540, *[f"A line of the text of this page, section {number}"] * 6)
        page.append((50.0, 440.0, 11.0, "The parser that was shown takes "))
        page.append((50 + 32 * 5.5, 440.0, 8.5, "*char_ "))
        page.append((50 + 32 * 5.5 + 7 * 4.25, 440.0, 11.0, "and more signs."))
        page += [(50.0, 200.0, 8.5, "parse(begin, end,"), (80.0, 188.0, 8.5, "*char_, result);")]
        pages.append(page)
    assert notes_of(*pages) == []
