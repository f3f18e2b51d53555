"""Calls that stand where none is usually: between two words, in pairs, twice, in half a bracket, misread."""

from __future__ import annotations

import pytest

from citecheck.model import Text
from citecheck.parse import parse

NOTES = (
    "1. Mary Orr, Lamps of the Lake (Leeds: Fenwick, 2004), 12.",
    "2. John Hartley, Quays and Tolls (Leeds: Fenwick, 2011), 17.",
    "3. Minutes of the Harbour Board, 4 May 1911, fol. 31.",
    "4. Orr, Lamps, 44.",
    "5. The Northern Mercury, 2 January 1912, 3.",
    "6. Hartley, Quays, 31.",
)
END = " Nobody kept the bill.4 The boat was sold,5 and the crew went home.6\n\nNotes\n\n" + "\n".join(NOTES)
BOXED = " Nobody kept the bill.[4] The boat was sold,[5] and the crew went home.[6]\n\nNotes\n\n" + "\n".join(
    NOTES
)


def calls(content: str) -> list[str]:
    """What stands before each call, the word at least, and its number."""
    parsed = parse(Text(content))
    assert [problem for problem in parsed.problems if problem.check != "numbering-gap"] == []
    return [content[max(0, m.span.start - 7) : m.span.start] + "|" + m.label for m in parsed.markers[:3]]


def test_a_call_between_two_words() -> None:
    text = (
        "The ferry was sold.1 Nobody at the quay2had been asked, and a fee of\n3 pounds was due in winter.3"
    )
    assert calls(text + END) == ["s sold.|1", "he quay|2", "winter.|3"]


def test_a_number_of_a_table_is_no_call_where_one_stands_between_words() -> None:
    text = "The ferry was sold.1 Nobody at the quay2had been asked, said the mayor.3\n\nTable 2. Tolls\n\n"
    assert calls(text + END) == ["s sold.|1", "he quay|2", " mayor.|3"]


@pytest.mark.parametrize("between", ["", ",", ", "])
def test_two_calls_at_one_word(between: str) -> None:
    text = f"The ferry was sold.1 Nobody at the quay had been asked2{between}3. It was a cold year."
    assert calls(text + END)[1:] == ["n asked|2", (" asked2" + between)[-7:] + "|3"]


@pytest.mark.parametrize("call", ["22", "2 2"])
def test_a_call_printed_twice(call: str) -> None:
    text = f"The ferry was sold.1 “Nobody at the quay had been asked by the town”.{call} Then came winter.3"
    content = text + END
    assert calls(content) == ["s sold.|1", " town”.|2", "winter.|3"]
    (quotation,) = parse(Text(content)).quotations
    assert (quotation.exact, quotation.note) == ("Nobody at the quay had been asked by the town", 2)


def test_a_call_printed_twice_is_no_part_of_a_block() -> None:
    block = (
        "The ferry was sold.1 The mayor wrote:\n\n"
        "    Nobody at the quay had been asked by the town about the boat, and\n"
        "    nobody will be asked when the next one goes the same way.22\n\n"
        "Then came winter.3"
    )
    (quotation,) = parse(Text(block + END)).quotations
    assert quotation.exact.endswith("the same way.")
    assert quotation.note == 2


def test_a_call_at_the_end_of_a_number_is_not_cut_out_of_the_head_of_another() -> None:
    """A call glued to a stop and to the next word says nothing of calls glued to the head of a number."""
    text = "The ferry was sold.1The fee of art. 260 is that of act no. 1522, and the winter was cold.3"
    assert calls(text + END) == ["s sold.|1", "no. 152|2", "s cold.|3"]


@pytest.mark.parametrize("call", ["[2", "2]", "[ 2 ]", "[2 ]", "[2)", "(2]", " 2]"])
def test_half_a_bracket_or_one_with_blanks(call: str) -> None:
    text = f"The ferry was sold.[1] Nobody at the quay had been asked{call} by the town.[3]"
    assert [call[-1] for call in calls(text + BOXED)] == ["1", "2", "3"]


@pytest.mark.parametrize("call", ["[2][2]", " [2] [2]", "[2", "2]"])
def test_damaged_brackets_are_no_part_of_the_text(call: str) -> None:
    text = f"The ferry was sold.[1] They wrote that “nobody at the quay had been asked”{call}. So it was.[3]"
    (quotation,) = parse(Text(text + BOXED)).quotations
    assert (quotation.exact, quotation.note) == ("nobody at the quay had been asked", 2)


@pytest.mark.parametrize(("call", "number"), [("[З]", "3"), ("[l]", "1")])
def test_a_letter_for_a_digit(call: str, number: str) -> None:
    text = "The ferry was sold.[1] Nobody at the quay had been asked[2] by the town.[3]"
    parsed = parse(Text(text.replace(f"[{number}]", call) + BOXED))
    assert [m.label for m in parsed.markers] == ["1", "2", "3", "4", "5", "6"]
    assert parsed.problems == ()


def test_an_editors_bracket_is_no_call() -> None:
    text = "The ferry was sold.[1] “[I] saw the quay, [l]ate as it was.”[2] It was cold.[4]"
    parsed = parse(Text(text + BOXED.replace("[4]", "").replace(NOTES[2] + "\n", "")))
    assert [m.label for m in parsed.markers] == ["1", "2", "4", "5", "6"]
