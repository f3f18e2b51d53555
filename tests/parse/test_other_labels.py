"""Notes of plain texts that are labelled with letters, numerals, raised numbers or mark-up of their own."""

from __future__ import annotations

import tracemalloc
from collections.abc import Sequence

import pytest

from citecheck.model import Text
from citecheck.parse import parse

NOTES = (
    "Mary Orr, Lamps of the Lake (Leeds: Fenwick, 2004), 12.",
    "John Hartley, Quays (Leeds: Fenwick, 2011), 17.",
    "Ibid., 19.",
)
CALLS = {"letters": "abc", "numerals": ("i", "ii", "iii"), "capitals": ("I", "II", "III"), "numbers": "123"}


def manuscript(labels: str, call: str, head: str, between: str = "\n", heading: str = "") -> str:
    first, second, third = (call.format(label) for label in CALLS[labels])
    body = (
        f"The harbour froze in January.{first} The ferries stopped.{second} The council\n"
        f"met twice that winter.{third} It voted for the ice boat.\n\n{heading}"
    )
    return body + between.join(
        head.format(label) + text for label, text in zip(CALLS[labels], NOTES, strict=True)
    )


@pytest.mark.parametrize(
    "content",
    [
        manuscript("letters", "[{}]", "[{}] "),
        manuscript("letters", "{}", "{}. ", heading="Notes\n\n"),
        manuscript("letters", " ({})", "({}) "),
        manuscript("letters", "{}", "{}) ", between="\n\n"),
        manuscript("numerals", "[{}]", "[{}] "),
        manuscript("numerals", "{}", "{} "),
        manuscript("capitals", " [{}]", "{}. ", heading="Notes\n\n"),
        manuscript("numbers", "^{}", "   ^{} ", between="\n\n"),
        manuscript("numbers", " [{}]_", ".. [{}] "),
        manuscript("letters", " [#{}]_", ".. [#{}] "),
        manuscript("numbers", "[{}]", "   {}. ^ "),
        manuscript("numbers", "[{}]", "[{}] ↑ "),
    ],
)
def test_every_note_is_found_with_its_call(content: str) -> None:
    found = parse(Text(content))
    assert tuple(note.text for note in found.notes) == NOTES
    assert [note.number for note in found.notes] == [1, 2, 3]
    assert [marker.note_id for marker in found.markers] == [note.id for note in found.notes]
    assert all(
        marker.label in content[marker.span.start - 1 : marker.span.end + 1] for marker in found.markers
    ) or ("[#" in content)
    assert not found.problems


@pytest.mark.parametrize("letters", ["abcdef", "abcdefg", "abcdefgh"])
def test_numerals_behind_letters_are_notes_of_their_own(letters: str) -> None:
    def part(labels: Sequence[str]) -> str:
        calls = "".join(f"The ice came on the day that was named.{label} " for label in labels)
        return calls + "\n\n" + "\n".join(f"{label}. {NOTES[0]}" for label in labels) + "\n\n"

    found = parse(Text(part(letters) + part(("i", "ii", "iii"))))
    assert [note.label for note in found.notes] == [*letters, "i", "ii", "iii"]
    assert all(marker.note_id for marker in found.markers)


@pytest.mark.parametrize(
    "content",
    [
        manuscript("letters", "{}", "{}. ", heading="Notes\n\n"),
        manuscript("numerals", " ({})", "{}. ", heading="Notes\n\n"),
        manuscript("capitals", " [{}]", "{}. ", heading="Notes\n\n"),
    ],
)
def test_a_lost_note_between_two_with_letters_is_named(content: str) -> None:
    left = [line for line in content.splitlines() if NOTES[1] not in line]
    found = parse(Text("\n".join(left)))
    assert [note.text for note in found.notes] == [NOTES[0], NOTES[2]]
    assert [marker.note_id is None for marker in found.markers] == [False, True, False]
    assert [problem.check for problem in found.problems if "missing" in problem.check] == ["note-missing"]


def test_a_note_with_a_letter_whose_call_is_lost_is_named() -> None:
    body = "".join(f"Ice came on day {day}.[{letter}] " for day, letter in enumerate("abcde", 1))
    notes = "".join(
        f"({letter}) Mary Orr, Lamps (Leeds, 2004), {page}.\n" for page, letter in enumerate("abcde", 1)
    )
    found = parse(Text(f"{body.replace('[c]', '')}\n\n{notes}"))
    assert len(found.notes) == 5
    (problem,) = found.problems
    assert (problem.check, problem.message) == ("marker-missing", "note c is called nowhere in the text")


@pytest.mark.parametrize("others", ["orr weir reeve", "1 2 3"])
def test_the_call_of_a_lost_note_with_a_name_calls_no_other(others: str) -> None:
    first, second, third = others.split()
    content = (
        f"The quay[^{first}] is old[^gone] and wide[^{second}], and low[^{third}].\n\n"
        f"[^{first}]: Orr, Quays, p. 1.\n[^{second}]: Weir, Sails, p. 2.\n[^{third}]: Reeve, Tar, p. 3.\n"
    )
    found = parse(Text(content))
    ids = {note.label: note.id for note in found.notes}
    assert [marker.note_id for marker in found.markers] == [ids[first], None, ids[second], ids[third]]
    (problem,) = found.problems
    assert problem.message.startswith("note gone is called here, but there is no such note")


@pytest.mark.parametrize("sign", [" ↩︎", " ↩", " [↩]", "↩ ↩", " ↑"])
def test_a_sign_that_leads_back_is_no_part_of_the_note(sign: str) -> None:
    content = manuscript("numbers", "[{}]", "[{}] ")
    for text in NOTES:
        content = content.replace(text, text + sign)
    assert tuple(note.text for note in parse(Text(content)).notes) == NOTES


def test_restructured_text_without_numbers_and_with_names() -> None:
    content = (
        "Ice [#]_ and lamps [#]_ and boats [Orr2004]_ and stars [*]_.\n\n"
        ".. [#] First.\n.. [#] Second,\n   on two lines.\n"
        ".. [Orr2004] Mary Orr, Lamps (Leeds, 2004).\n.. [*] Last.\n\nEnd.\n"
    )
    found = parse(Text(content))
    assert [note.text for note in found.notes] == [
        "First.",
        "Second, on two lines.",
        "Mary Orr, Lamps (Leeds, 2004).",
        "Last.",
    ]
    assert [marker.note_id for marker in found.markers] == [note.id for note in found.notes]


@pytest.mark.parametrize(
    "content",
    [
        "Two ways (a) by water and (b) by land.\n\n(a) By water it takes a day.\n(b) By land it takes two.\n",
        "I shall begin.\nII is a number.\n\na. Apples\nb. Pears\nc. Plums\n",
        "Let x^2 and y^2 be squares.\n\n^ is a sign.\n",
        "Section i. of the act, 1999.\n\ni. The harbour, 1999.\nii. The quay, 2001.\n",
    ],
)
def test_lists_are_no_notes(content: str) -> None:
    assert parse(Text(content)).notes == ()


def test_letters_anew_on_each_page() -> None:
    page = (
        manuscript("letters", "[{}]", "({}) ")
        .replace("(a)", "[a]")
        .replace("(b)", "[b]")
        .replace("(c)", "[c]")
    )
    found = parse(Text(f"{page}\n\n{page}\n"))
    assert [note.label for note in found.notes] == list("abcabc")
    assert [marker.note_id for marker in found.markers] == [note.id for note in found.notes]


@pytest.mark.parametrize(
    "content",
    [
        "The mill of *Old\nQuay* was sold.\n\nIt is told in his book\n*The Weir*, and in\n*Tides* too.\n",
        "The mill* is old.\n\n* Wheels of oak\n* Stones of slate\n* A weir\n",
        "int weir* mill;\n/*\n * Opens the weir\n * and shuts it.\n */\n",
        "*Quay Gazette*. “A Weir.” 1995.\n*Quay Gazette*. “A Mill.” 1996.\n",
        "<span>**Rivers**<br />\n**A. Reeve, The Weir\nand the Mill**</span>\n\n**Design:** B. Moor\n",
        "*What was it,\nwhen it came?*\n\nNothing at all.\n\n*And what then,\nin the morning?*\n\nMud.\n",
    ],
)
def test_emphasis_with_asterisks_is_no_note(content: str) -> None:
    assert parse(Text(content)).notes == ()


def test_a_large_label_costs_no_memory_where_a_note_is_lost() -> None:
    text = Text("One.[^999999] Two.[^mill] Three.[^2]\n\n[^999999]: Orr, p. 3.\n[^2]: Weir, p. 4.\n")
    parse(text)
    tracemalloc.start()
    try:
        found = parse(text)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert [marker.note_id for marker in found.markers] == ["999999", None, "2"]
    assert peak < 10_000_000


def test_asterisks_that_blot_out_a_word_call_no_note() -> None:
    found = parse(
        Text(
            "The keeper said f****** hell* and left the weir.\n\n******Not a note but a shout.\n\n"
            "* Moss, Anna: The Weir, London 1999, p. 12.\n"
        )
    )
    assert [note.text for note in found.notes] == ["Moss, Anna: The Weir, London 1999, p. 12."]


def test_seven_notes_with_asterisks_on_one_page_are_seven() -> None:
    called = " ".join(f"The keepers tell of it again{'*' * count}." for count in range(1, 8))
    notes = "\n".join(f"{'*' * count} Moss, The Weir, p. {count}." for count in range(1, 8))
    found = parse(Text(f"{called}\n\n{notes}\n"))
    assert [note.label for note in found.notes] == ["*" * count for count in range(1, 8)]
