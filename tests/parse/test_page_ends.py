"""Notes at the foot of double-spaced pages, as `pdftotext -layout` gives them."""

from __future__ import annotations

from citecheck.model import Text
from citecheck.parse import parse

BODY = (
    "The harbour froze in January and the ferries stopped for the winter{}",
    "The council met twice and voted for an ice boat that nobody could pay{}",
    "The merchants wrote letters to the keeper of the lamps on the far side{}",
    "The chapel bell was rung whenever a sail had been seen behind the ice{}",
)


def page(calls: dict[int, str], notes: str = "") -> str:
    lines = [line.format(calls.get(place, ".")) for place, line in enumerate(BODY)]
    return "\n\n".join(lines) + "\n\n____________________\n\n" + notes


def test_a_date_over_two_lines_is_no_note_though_its_day_is_the_number_due() -> None:
    notes = (
        "1 See Mary Moss, River and Autumn, https://quays.example/4/a-page (accessed\n2 May 2019).\n"
        "2 Ruth Amory, Mill and Council (Leeds: Fenwick, 1995), 15.\n"
        "3 Ibid.\n"
    )
    found = parse(Text(page({0: ".1", 1: ".2", 2: ".3"}, notes))).notes
    assert [note.text for note in found] == [
        "See Mary Moss, River and Autumn, https://quays.example/4/a-page (accessed 2 May 2019).",
        "Ruth Amory, Mill and Council (Leeds: Fenwick, 1995), 15.",
        "Ibid.",
    ]


def test_the_first_line_of_a_page_is_no_end_of_the_last_note_before() -> None:
    first = page(
        {0: ".1", 2: ".2"}, "1 Ruth Kos, Market and Village, 11.\n2 Ivo Hart, “Quays,” Review 7 (2001): 38\n"
    )
    third = page({1: ".3"}, "3 Ibid.\n")
    found = parse(Text("\f".join((first, page({}), third)))).notes
    assert [note.text for note in found] == [
        "Ruth Kos, Market and Village, 11.",
        "Ivo Hart, “Quays,” Review 7 (2001): 38",
        "Ibid.",
    ]
    assert not any(note.continued for note in found)
