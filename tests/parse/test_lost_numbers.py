"""Notes that have lost their number, or the line at whose head it stood."""

from __future__ import annotations

import pytest

from citecheck.model import Parsed, Text
from citecheck.parse import parse

BODY = (
    "The ferry was sold in March.1 Nobody at the quay had been asked,2 and the council heard of it\n"
    "from the newspaper.3 A second boat was hired for the winter.4 It sank.5\n"
)
FIRST = (
    "1. Mary Orr, Lamps of the Lake: A History of the Harbour Lights and their\n"
    "Keepers (Leeds: Fenwick, 2004), 12.\n"
)
SECOND = (
    "John Hartley, Quays and Tolls in the Age of Steam, with a map of the northern\n"
    "landing stages (Leeds: Fenwick, 2011), 17.\n"
)
THIRD = (
    "3. Minutes of the Harbour Board, 4 May 1911, Town Archive, HB 12, fol. 31, with\n"
    "a letter of the ferryman.\n"
)
FOURTH = "4. Orr, Lamps, 44.\n"
FIFTH = "5. The Northern Mercury, 2 January 1912, 3.\n"


def notes(parsed: Parsed) -> dict[str, str]:
    return {note.label: note.text for note in parsed.notes}


def problems(parsed: Parsed) -> list[tuple[str, int | None]]:
    return [(problem.check, problem.note) for problem in parsed.problems]


@pytest.mark.parametrize("gap", ["\n\n", "\n\n____________\n"])
def test_a_note_without_its_number_is_told_by_its_place_and_its_call(gap: str) -> None:
    parsed = parse(Text(BODY + gap + FIRST + SECOND + THIRD + FOURTH + FIFTH))
    found = notes(parsed)
    assert list(found) == ["1", "2", "3", "4", "5"]
    assert found["1"].endswith("2004), 12.")
    assert found["2"] == " ".join(SECOND.split())
    assert problems(parsed) == [("numbering-gap", 2)]
    assert [marker.note_id for marker in parsed.markers] == ["1", "2", "3", "4", "5"]


def test_a_lost_note_below_one_of_two_sentences_stays_lost() -> None:
    """No line of the note above ends before the margin, so none of its sentences is another note."""
    first = (
        "1. Mary Orr, Lamps of the Lake, 12. The boat had been built for the lake trade.\n"
        "Hartley gives another date.\n"
    )
    parsed = parse(Text(BODY + "\n\n" + first + THIRD + FOURTH + FIFTH))
    assert list(notes(parsed)) == ["1", "3", "4", "5"]
    assert problems(parsed) == [("note-missing", 2)]


def test_a_line_that_ends_in_an_abbreviation_goes_on() -> None:
    first = (
        "1. Letter of the ferryman to his sister, 9 September 1903, qtd. in J.\n"
        "Hartley, Quays and Tolls in the Age of Steam, with a map of the northern\n"
        "landing stages (Leeds: Fenwick, 2011), 17, and again at greater length in Orr.\n"
    )
    parsed = parse(Text(BODY + "\n\n" + first + THIRD + FOURTH + FIFTH))
    assert list(notes(parsed)) == ["1", "3", "4", "5"]


def test_of_two_lost_notes_one_paragraph_is_given_to_neither() -> None:
    parsed = parse(Text(BODY + "\n\n" + FIRST + SECOND + FOURTH + FIFTH))
    assert list(notes(parsed)) == ["1", "4", "5"]
    assert problems(parsed) == [("note-missing", 2), ("note-missing", 3)]


def test_notes_indented_at_their_first_line() -> None:
    listed = [FIRST, SECOND, THIRD, FOURTH, FIFTH]
    parsed = parse(Text(BODY + "\n\n" + "".join("     " + note for note in listed)))
    assert notes(parsed)["2"] == " ".join(SECOND.split())


@pytest.mark.parametrize("label", ["2. ", "2 ", "2"])
def test_a_note_that_runs_on_in_the_last_line_of_the_one_above(label: str) -> None:
    first = FIRST.removesuffix("\n") + " "
    parsed = parse(Text(BODY + "\n\n" + first + label + SECOND + THIRD + FOURTH + FIFTH))
    found = notes(parsed)
    assert found["1"].endswith("2004), 12.")
    assert found["2"] == " ".join(SECOND.split())
    assert problems(parsed) == []


def test_a_number_of_a_citation_is_no_note() -> None:
    first = "1. Harbour Act, art. 2 Tolls and Dues, as amended in 1904.\n"
    parsed = parse(Text(BODY + "\n\n" + first + THIRD + FOURTH + FIFTH))
    assert list(notes(parsed)) == ["1", "3", "4", "5"]


def test_the_last_note_glued_to_its_number() -> None:
    parsed = parse(Text(BODY + "\n\n" + FIRST + "2. " + SECOND + THIRD + FOURTH + FIFTH.replace("5. ", "5")))
    assert notes(parsed)["5"] == "The Northern Mercury, 2 January 1912, 3."
    assert problems(parsed) == []


def test_a_page_ends_inside_a_list_of_notes() -> None:
    """The line below the page's number goes on with the note, though it begins in lower case."""
    third = (
        "3. Minutes of the Harbour Board, 4 May 1911, Town Archive, HB 12, fol. 31, with\n"
        "a letter of the ferryman to the mayor, which the archive has filed under its\n"
        "\f18\n"
        "date and not under his name.\n"
    )
    text = BODY + "\n\nNotes\n\n" + FIRST + "2. " + SECOND + third + "Orr, Lamps, 44.\n" + FIFTH
    found = notes(parse(Text(text)))
    assert found["3"].endswith("which the archive has filed under its date and not under his name.")
    assert found["4"] == "Orr, Lamps, 44."


def test_the_heading_of_a_chapters_notes_is_no_note() -> None:
    listed = FIRST + "2. " + SECOND + THIRD + FOURTH + FIFTH
    pages = [
        BODY + f"\n                 {2 * chapter}\n\nNotes to chapter {chapter}\n\n" + listed
        for chapter in (2, 3)
    ]
    parsed = parse(Text("\n".join(pages)))
    assert [note.id for note in parsed.notes] == ["1", "2", "3", "4", "5", "2:1", "2:2", "2:3", "2:4", "2:5"]
    assert problems(parsed) == []


@pytest.mark.parametrize("head", ["{}\n", "\n{}             116\n\n"])
def test_a_running_head_that_slipped_into_a_note(head: str) -> None:
    title = "Ferries and Lamps (1863–1911)"
    page = BODY + "\n\n_______________\n" + FIRST + "2. " + SECOND + THIRD + FOURTH + FIFTH
    pages = [f"{title}                {number}\n\n{page}" for number in (113, 114, 115)]
    line = "with a map of the northern\n"
    last = page.replace(line, line + head.format(title))
    parsed = parse(Text("\f".join([*pages, f"{title}                116\n\n{last}"])))
    assert parsed.notes[-4].text == " ".join(SECOND.split())


def test_a_note_with_a_sign_between_two_of_a_list() -> None:
    starred = "* This list was made in 1912 by the clerk of the harbour (Leeds: Fenwick, 1912).\n"
    body = BODY.replace("winter", "winter*")
    parsed = parse(Text(body + "\n\nNotes\n\n" + FIRST + "2. " + SECOND + starred + THIRD + FOURTH + FIFTH))
    assert {"1", "2", "3", "4", "5"} <= set(notes(parsed))


def test_paragraphs_on_one_line_each() -> None:
    """Where no line goes on in the next, every line is a paragraph."""
    listed = [" ".join(note.split()) for note in (FIRST, SECOND, THIRD, FOURTH, FIFTH)]
    parsed = parse(Text(BODY.replace("\n", " ") + "\n\nNotes\n\n" + "\n".join(listed)))
    assert notes(parsed)["2"] == listed[1]


def test_a_pages_number_and_head_inside_a_list_of_notes() -> None:
    """Three pages in a row begin with a number and the same head; none of them is a note."""
    head = "\n\n{}\n\nFerries and Lamps\n\n"
    third = THIRD.replace("4 May 1911,\n", "4 May 1911,").replace(" fol. 31", head.format(20) + "fol. 31")
    text = (
        f"{head.format(17)}{BODY}{head.format(18)}{BODY.replace('.1', '.').replace(',2', ',')}"
        f"{head.format(19)}Notes\n\n{FIRST}2. {SECOND}{third}{FOURTH}{FIFTH}"
    )
    parsed = parse(Text(text))
    assert "20" not in notes(parsed)["3"]
    assert "Ferries" not in notes(parsed)["3"]


def pages(rule: str, unnumbered: int = 0, extra: str = "") -> str:
    """Four pages of three notes; `extra`: a paragraph above the notes of the third."""
    shown = []
    for page in range(4):
        numbers = [3 * page + 1, 3 * page + 2, 3 * page + 3]
        body = (
            "The ferry was sold in the spring, and nobody had been asked about it.{} It is said\n"
            "that the mayor knew of it, but his papers are lost.{} A second boat was hired for\n"
            "the winter, and it sank in the same year near the northern landing stage.{}\n"
        ).format(*numbers)
        bodies = (f"Orr, Lamps {page}, p. 12.", "Hartley, Quays, p. 17.", "Minutes, 4 May 1911, fol. 31.")
        listed = zip(numbers, bodies, strict=True)
        foot = "".join(f"{'' if number == unnumbered else f'{number}. '}{note}\n" for number, note in listed)
        shown.append(body + (extra if page == 2 else "") + rule + foot)
    return "\f".join(shown)


@pytest.mark.parametrize("rule", ["\n", "\n________________\n"])
def test_the_first_note_of_a_page_without_its_number(rule: str) -> None:
    parsed = parse(Text(pages(rule, unnumbered=7)))
    assert list(notes(parsed)) == [str(number) for number in range(1, 13)]
    assert notes(parsed)["7"] == "Orr, Lamps 2, p. 12."
    assert problems(parsed) == [("numbering-gap", 7)]


def test_a_last_paragraph_above_a_lost_first_note_is_body() -> None:
    text = pages("\n", extra="\nThe mayor died in 1911.\n").replace("7. Orr, Lamps 2, p. 12.\n", "")
    parsed = parse(Text(text))
    assert "7" not in notes(parsed)
    assert problems(parsed) == [("note-missing", 7)]


BODY4 = (
    "The ferry was sold.1 Nobody at the quay had been asked,2 and the council heard.3 It sank.4\n\nNotes\n"
)


@pytest.mark.parametrize(
    "first",
    [
        "Orr, Lamps, Part 2 The Boats, p. 4.",
        "Leeds Town Archive, Series HB, Folder 2 Letters, fol. 4.",
        "Orr, Lamps, chapter 2 “The Quay”, p. 4.",
        "Orr, Lampes, tome 2 « Le port », p. 4.",
        "Орр М. Лампы. Книга 2 «Зима», с. 4.",
        "Northern Mercury, 1 May 1911; 2 May 1911, p. 3.",
        "Northern Mercury, 1 May 1911. 2 May 1911, p. 3.",
        "Orr, Lampen (Leipzig: Fenwick, 1911). 2. Auflage, S. 4.",
        "Orr, Lampen (Leipzig: Fenwick, 1911). 2 Bände, S. 4.",
        "Orr, Lampy (Leeds: Fenwick, 1911). 2. Vydání, s. 4.",
        "See Romans 12; 2 Corinthians 3:4.",
        "See Orr (Leeds: Fenwick, 2004). 2 Corinthians 3:4 is cited there, too.",
        "See Orr, Lamps (1911). 2 Kings agreed with him on that.",
        "Town v. Orr, 1 F. 12 (1911); 2 F. 44 (1912).",
        "Town v. Orr, 1 F. 12 (1911). 2 F. 44 (1912).",
        "“1 Boat, sold (1911). 2 Boats, let in 1912.”",
        "See Orr, p. 4. 2 Boats, says Orr, were let in 1911, p. 3.",
        "See Orr, p. 4.\nWeir has shown, on p. 17, that it sank.",
        "The verse in Orr runs thus:\nWho sold the boat?\nWho lit the lamp?",
    ],
)
def test_a_number_inside_a_citation_begins_no_note(first: str) -> None:
    parsed = parse(Text(BODY4 + f"1. {first}\n3. Hartley, Quays, p. 17.\n4. Weir, Floods, p. 3.\n"))
    assert notes(parsed) == {
        "1": " ".join(first.split()),
        "3": "Hartley, Quays, p. 17.",
        "4": "Weir, Floods, p. 3.",
    }
    assert problems(parsed) == [("note-missing", 2)]


@pytest.mark.parametrize(
    "line",
    ["The lake is shown in the map on p. 12 of this book.", "Source of the table: Weir, Floods, p. 12."],
)
def test_a_last_line_of_the_body_that_names_a_page_is_no_note(line: str) -> None:
    text = pages("\n", extra=f"\n{line}\n").replace("7. Orr, Lamps 2, p. 12.\n", "")
    parsed = parse(Text(text.replace(f"{line}\n\n", f"{line}\n")))
    assert "7" not in notes(parsed)
    assert problems(parsed) == [("note-missing", 7)]


def test_a_second_paragraph_of_a_note_is_no_lost_note() -> None:
    first = FIRST + "     The harbour board kept no minutes in that year, and none were found in 1911.\n"
    parsed = parse(Text(BODY + "\n\n     " + first + "     ".join(["", THIRD, FOURTH, FIFTH])))
    assert list(notes(parsed)) == ["1", "3", "4", "5"]


@pytest.mark.parametrize(
    "listed",
    [
        ("山田《灯塔》，第4页。", "同上", "同上", "同上"),
        (
            "Orr, Lamps, p. 4.",
            "Leeds Town Archive, HB 12",
            "Leeds Town Archive, HB 12",
            "Leeds Town Archive, HB 12",
        ),
        (
            "Interview with the author",
            "Interview with the author",
            "Interview with the author",
            "Orr, Lamps, p. 4.",
        ),
        ("Orr, Lamps, p. 4.", "Weir, Floods, p. 3.", "Notes\nHartley, p. 4.", "Orr, Lamps, p. 44."),
    ],
)
def test_notes_in_the_same_words_below_lone_numbers(listed: tuple[str, ...]) -> None:
    text = BODY4 + "".join(f"{number}\n{note}\n" for number, note in enumerate(listed, 1))
    parsed = parse(Text(text))
    assert notes(parsed) == {str(number): " ".join(note.split()) for number, note in enumerate(listed, 1)}
    assert [marker.label for marker in parsed.markers] == ["1", "2", "3", "4"]


@pytest.mark.parametrize("second", ["Id. at 82.", "Ibid.", "Weir, Floods, p. 3."])
def test_a_short_note_that_runs_on_in_the_line_above(second: str) -> None:
    listed = f"1. Orr, Lamps, p. 4. 2 {second}\n3. Hartley, Quays, p. 17.\n4. Weir, Floods, p. 3.\n"
    assert notes(parse(Text(BODY4 + listed)))["2"] == second


@pytest.mark.parametrize(
    ("first", "told"),
    [
        ("T. Orr, ‘Remarks upon a Journey to the Lake’, Harbour Record Office, HB/4/17, fo. 3r.\n", True),
        ("B. Orr, Lamps of the Lake (Leeds: Fenwick, 2004), 12.\n", True),
        ("T. II, p. 12, where the boat is drawn.\n", False),
        ("The boat of 1911 was the last one.\n", False),
    ],
)
def test_the_first_note_of_all_without_its_number(first: str, told: bool) -> None:
    """One block of a few need not be set off from the body."""
    others = "".join(f"{number}. Orr, Lamps, {number + 40}.\n" for number in range(2, 4))
    pages = [f"The ferry was sold in March.1 Nobody had been asked,2 it was said.3\n\n{first}{others}"]
    for page in range(2, 6):
        a, b, c = 3 * page - 2, 3 * page - 1, 3 * page
        gap = "" if page == 4 else "\n"
        pages.append(
            f"The council heard of it from the newspaper.{a} A second boat was hired for the\n"
            f"winter,{b} and it sank in the same year, which the mayor had foreseen when he wrote{c} of\n"
            f"{gap}{a}. Orr, Lamps, {a}.\n{b}. Hartley, Quays, {b}.\n{c}. Orr, Lamps, {c}.\n"
        )
    found = notes(parse(Text("".join(f"{page}\n\n{80 + number}\n\n" for number, page in enumerate(pages)))))
    assert len(found) == 14 + told
    assert found.get("1", "") == (first.strip() if told else "")
