"""Several notes on one line, and notes that stand behind a later one."""

from __future__ import annotations

import pytest

from citecheck.model import Parsed, Text
from citecheck.parse import parse

BODY = (
    "The ferry was sold in March.1 Nobody at the quay had been asked,2 and the council heard of it\n"
    "from the newspaper.3 A second boat was hired for the winter.4 It sank.5 The mayor resigned.6\n\n\n"
)


def notes(parsed: Parsed) -> dict[str, str]:
    return {note.label: note.text for note in parsed.notes}


def called(parsed: Parsed) -> list[str | None]:
    return [marker.note_id for marker in parsed.markers]


SIX = [
    "Orr, Lamps, p. 4.",
    "Ibid., p. 7.",
    "HB, box 5.",
    "Mercury, 2 May 1912, p. 3.",
    "HB, B/4/11.",
    "Orr, p. 9.",
]
ALL = ["1", "2", "3", "4", "5", "6"]


def listed(order: list[int], line: set[int], label: str = "{}. ") -> str:
    """Notes in this order, those of `line` run on behind the one before them."""
    parts = [(" " if number in line else "\n") + label.format(number) + SIX[number - 1] for number in order]
    return BODY + "".join(parts).strip() + "\n"


@pytest.mark.parametrize("label", ["{}. ", "{} ", "({}) ", "[{}] "])
@pytest.mark.parametrize("line", [{2}, {3}, {5}, {2, 3}, {3, 4, 5}, {6}, {5, 6}])
def test_notes_run_on_in_one_line(label: str, line: set[int]) -> None:
    """Also one of a box in an archive, which has no page: `HB, box 5.`"""
    parsed = parse(Text(listed([1, 2, 3, 4, 5, 6], line, label)))
    assert notes(parsed) == dict(zip(ALL, SIX, strict=True))
    assert called(parsed) == ALL
    assert parsed.problems == ()


@pytest.mark.parametrize("label", ["{}. ", "{} "])
@pytest.mark.parametrize(
    ("order", "line"),
    [
        ([1, 2, 4, 3, 5, 6], set[int]()),
        ([2, 1, 3, 4, 5, 6], set[int]()),
        ([1, 2, 3, 5, 6, 4], set[int]()),
        ([1, 2, 3, 4, 6, 5], set[int]()),
    ],
)
def test_notes_in_another_order(label: str, order: list[int], line: set[int]) -> None:
    parsed = parse(Text(listed(order, line, label)))
    assert notes(parsed) == dict(zip(ALL, SIX, strict=True))
    assert called(parsed) == ALL


def test_a_call_that_is_found_for_its_note() -> None:
    """Glued on both sides a number is a call only where a note bears it."""
    text = listed([1, 2, 3, 4, 5, 6], {3, 4}).replace(".4 It sank", "4It sank").replace("winter.", "winter")
    parsed = parse(Text(text))
    assert notes(parsed)["4"] == SIX[3]
    assert called(parsed) == ALL


@pytest.mark.parametrize(
    "tail",
    [
        "Orr, Lamps, vol. 3. 4 Seiten.",
        "Orr, Lamps, p. 5. 4 Bde., Leipzig 1911.",
        "An Act of 1911, c. 5. 4 Geo. V, c. 7.",
        "Orr, Lamps, p. 5. 4 May 1911, p. 3.",
        "Orr, Lamps, no. 4. Hartley, Quays, p. 3.",
        "Orr, Lamps, pp. 3. 4 boats were sold in 1911.",
        "2 Timothy 3:5. 4 Ezra 3:4.",
    ],
)
def test_numbers_of_a_note_that_begin_none(tail: str) -> None:
    lines = [f"{number} {text}\n" for number, text in zip(ALL, SIX, strict=True) if number not in "34"]
    lines[2:2] = [f"3 {tail}\n"]
    parsed = parse(Text(BODY + "".join(lines)))
    assert notes(parsed)["3"] == tail
    assert "4" not in notes(parsed)


@pytest.mark.parametrize("numbers", [(4, 5), (2, 4)])
def test_points_of_a_list_in_a_note_stay_in_it(numbers: tuple[int, int]) -> None:
    """All numbers have their notes."""
    first, second = numbers
    three = f"Two points: {first}. Orr, Lamps, p. 4. {second}. Hartley, Quays, p. 3."
    lines = [f"{number}. {text}\n" for number, text in zip(ALL, SIX, strict=True)]
    lines[2] = f"3. {three}\n"
    parsed = parse(Text(BODY + "".join(lines)))
    assert notes(parsed)["3"] == three
    assert list(notes(parsed)) == ALL


def test_a_number_that_nothing_calls_begins_no_note_in_a_line() -> None:
    """Alone in its line: nothing else shows that notes run on there."""
    text = listed([1, 2, 3, 4, 5, 6], {4}).replace("winter.4 ", "winter. ")
    parsed = parse(Text(text))
    assert notes(parsed)["3"] == f"{SIX[2]} 4. {SIX[3]}"


def test_a_list_within_a_note_whose_numbers_are_those_of_others() -> None:
    lines = ["1. Orr, Lamps, p. 4.", "2. The charter grants:", "1. Toll, Orr, p. 3.", "2. Market, Low, p. 4."]
    lines += [
        "3. Mill, Weir, p. 5.",
        "4. Fair, Stone, p. 6.",
        "3. Hartley, Quays, p. 17.",
        "5. Ibid., p. 11.",
    ]
    parsed = parse(Text(BODY + "\n".join([*lines, "6. Low, Roads, p. 40."]) + "\n"))
    assert notes(parsed)["5"] == "Ibid., p. 11."


@pytest.mark.parametrize(
    "text", ["Orr, Akten, Wien 1855. 3. Buch, Kap. 4.", "Orr, Akten, Wien 1855. 3 Boxes, Mill 4."]
)
def test_a_book_or_a_box_is_no_note_that_is_lost(text: str) -> None:
    lines = [f"{number}. {one}\n" for number, one in zip(ALL, SIX, strict=True) if number != "3"]
    lines[2] = f"4. {text}\n"
    parsed = parse(Text(BODY + "".join(lines)))
    assert (notes(parsed)["4"], "3" in notes(parsed)) == (text, False)
