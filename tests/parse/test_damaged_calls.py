"""Calls that stand where none is usually: between two words, in pairs, twice, in half a bracket, misread."""

from __future__ import annotations

import pytest

from citecheck.model import NoteKind, Text
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
        "The ferry was sold.1 Nobody at the quay2had been asked, and a fee of\n3 pounds had come in winter.3"
    )
    assert calls(text + END) == ["s sold.|1", "he quay|2", "winter.|3"]


def test_a_number_of_a_table_is_no_call_where_one_stands_between_words() -> None:
    text = "The ferry had left.1 Nobody at the quay2had been asked, said the mayor.3\n\nTable 2. Tolls\n\n"
    assert calls(text + END) == ["d left.|1", "he quay|2", " mayor.|3"]


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


def test_a_call_is_not_cut_out_of_the_head_of_a_number_nor_of_that_of_a_law() -> None:
    """A call glued to a stop and to the next word says nothing of calls glued to the head of a number."""
    text = "The ferry was sold.1The fee of art. 260 is that of act no. 1522, and the winter was cold.3"
    parsed = parse(Text(text + END))
    assert [m.label for m in parsed.markers] == ["1", "3", "4", "5", "6"]
    assert [(problem.check, problem.note) for problem in parsed.problems] == [("marker-missing", 2)]


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


def listed(*texts: str) -> str:
    return "\n\nNotes\n\n" + "\n".join(f"{number}. {text}" for number, text in enumerate(texts, 1))


SIX = ("Orr, p. 4.", "Hartley, p. 17.", "Weir, p. 3.", "Orr, p. 44.", "Mercury, p. 3.", "Hartley, p. 31.")


@pytest.mark.parametrize(
    "quoted",
    [
        "the law[s] of the quay and the boat[s] were old by then",
        "[I] never saw it again in all that winter",
        "it was old [3 pages on the building of the quay in the cold winter of 1911 omitted] and leaked",
        "by act No. 1523 of the old council the quay is free to all",
        "the game was a win4all of Leeds in the winter",
        "the share was.7,8 million in that year of the winter",
        "the function is continuous on [1, 2) and on no other part of it",
        "about3,4 boats and room.22 of the house were let in the winter",
        "the boats are (1, 2] and the oars and the lamps",
        "the parts are a) boat; 2] oars and lamps",
    ],
)
@pytest.mark.parametrize("form", ["{}", "[{}]"])
@pytest.mark.parametrize("lost", [1, 2, 3, 4, 5])
def test_what_is_quoted_keeps_its_letters_and_numbers(quoted: str, form: str, lost: int) -> None:
    """Though one call is lost, so that some number is due."""
    said = [
        "The ferry was sold.",
        "Nobody had been asked.",
        "Orr was told.",
        "He fell.",
        "They sold it.",
        "He left.",
    ]
    said = [one + ("" if place == lost else form.format(place)) for place, one in enumerate(said, 1)]
    said[lost - 1] += f" He wrote, “{quoted}”. It was cold."
    content = " ".join(said) + listed(*SIX)
    parsed = parse(Text(content))
    assert [quotation.exact for quotation in parsed.quotations] == [quoted]
    assert [m.label for m in parsed.markers] == [str(number) for number in range(1, 7) if number != lost]
    assert [problem.check for problem in parsed.problems] == ["marker-missing"]


def test_a_plural_in_brackets_is_no_call_though_all_calls_are_there() -> None:
    text = "".join(f"The ferry was sold in year {place} of it.[{place}] " for place in range(1, 13))
    text += "He wrote, “the law[s] of the quay and the boat[s] were old by then”.[13]"
    parsed = parse(Text(text + listed(*(f"Orr, Lamps, p. {place}." for place in range(1, 14)))))
    (quotation,) = parsed.quotations
    assert (quotation.exact, quotation.note) == (
        "the law[s] of the quay and the boat[s] were old by then",
        13,
    )
    assert len(parsed.markers) == 13
    assert {note.kind for note in parsed.notes} == {NoteKind.ENDNOTE}


def test_an_editors_capital_behind_a_straight_mark_is_no_call() -> None:
    text = (
        'The ferry was sold.[1] Orr writes, "[I] never saw it again in all that winter."[2]\n\n'
        "[1] Orr, p. 4.\n[2] Hartley, p. 17.\n"
    )
    (quotation,) = parse(Text(text)).quotations
    assert (quotation.exact, quotation.note) == ("[I] never saw it again in all that winter.", 2)


def test_indices_of_a_program_are_no_calls() -> None:
    parsed = parse(Text("The loop a[i] = b[i] + c[l] runs.[1] It ends.[2]" + listed(*SIX[:2])))
    assert [m.label for m in parsed.markers] == ["1", "2"]


def test_a_pair_of_numbers_calls_no_note_that_is_not_there() -> None:
    text = (
        "The ferry was sold.1 The share was.7,8 million, says Psalm3,4 and a\nword1,2,3,4 of it.2 It sank.3"
    )
    parsed = parse(Text(text + listed(*SIX[:3])))
    assert [m.label for m in parsed.markers] == ["1", "2", "3"]
    assert parsed.problems == ()


@pytest.mark.parametrize("follows", ["1 January was the last day of it.", "1 Boat was sold."])
def test_a_call_before_the_same_number(follows: str) -> None:
    content = f"“The ferry was sold in winter.1 {follows} Nobody had been asked in that year”.2" + listed(
        *SIX[:2]
    )
    (quotation,) = parse(Text(content)).quotations
    assert quotation.exact == f"The ferry was sold in winter. {follows} Nobody had been asked in that year"


@pytest.mark.parametrize("word", ["data3base", "win3allfor", "word3word", "Ps.33 too; as"])
def test_a_number_in_a_name_is_no_call_though_one_is_lost(word: str) -> None:
    parsed = parse(
        Text(f"The ferry was sold.1 It sank.2 There {word} it was. Then it sank.4" + listed(*SIX[:4]))
    )
    assert [m.label for m in parsed.markers] == ["1", "2", "4"]


@pytest.mark.parametrize("calls", [("1", "2"), ("[1]", "[2]")])
def test_points_of_a_list_in_half_brackets_are_no_calls(calls: tuple[str, str]) -> None:
    first, last = calls
    text = f"The ferry was sold.{first} It sank.{last} Its parts are a) boat; 2] oars and 3] lamps."
    parsed = parse(Text(text + listed(*SIX[:3])))
    assert [m.label for m in parsed.markers] == ["1", "2"]


WORDS = ["ferry", "boat", "lamp", "quay", "toll", "weir", "mill", "oar", "sail", "rope", "net", "pier"]
LONG = "\n".join(f"{number}. Orr, Lamps, {number + 30}." for number in range(1, 13))


def twelve(ninth: str, tenth: str, last: str = ".12") -> tuple[list[str], list[tuple[str, int | None]]]:
    """Labels of the calls and the problems of a text with twelve notes; what stands around the ninth call,
    the tenth and the last."""
    ends = [f".{number}" for number in range(1, 13)]
    ends[8], ends[9], ends[11] = ninth, tenth, last
    body = " ".join(f"Nobody had seen the {word}{end}" for word, end in zip(WORDS, ends, strict=True))
    parsed = parse(Text(f"{body}\n\nNotes\n\n{LONG}\n"))
    assert all(len(marker.span.of(f"{body}")) <= 3 for marker in parsed.markers)
    return [m.label for m in parsed.markers], [(one.check, one.note) for one in parsed.problems]


ALL = [str(number) for number in range(1, 13)]


@pytest.mark.parametrize("call", [".l0", ".1O", "”.I0", "”.1o", ".lO1"])
def test_a_letter_for_a_digit_of_a_call_behind_a_stop(call: str) -> None:
    labels, problems = twelve(".9", call)
    lost = call == ".lO1"
    assert labels == [label for label in ALL if not (lost and label == "10")]
    assert problems == ([("marker-missing", 10)] if lost else [])


@pytest.mark.parametrize("last", [".1 2", "”.1 2"])
def test_a_call_whose_digits_stand_apart(last: str) -> None:
    assert twelve(".9", ".10", last) == (ALL, [])


def test_digits_apart_that_are_not_due() -> None:
    labels, _ = twelve(".9", ".10", " at 1 2, and no more in March.1 2 boats came.")
    assert labels == ALL[:11] or labels == ALL
    labels, _ = twelve(".9 In April came.1 1 boat", ".10", ".12")
    assert labels == ALL


def test_a_call_with_a_letter_run_together_with_a_number() -> None:
    assert twelve(".9", "s, of which there were 14.8721O.", ".12") == (ALL, [])


@pytest.mark.parametrize("words", [" in the I2.", " (see box l0).", " of size 1O", ", or B0,"])
def test_letters_and_digits_that_are_no_call(words: str) -> None:
    assert twelve(".9", words)[0] == [label for label in ALL if label != "10"]
