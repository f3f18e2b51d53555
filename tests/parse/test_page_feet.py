"""Notes at the foot of pages whose calls look like quantities, and pages joined by line ends."""

from __future__ import annotations

import itertools

import pytest

from citecheck.model import Text
from citecheck.parse import parse
from citecheck.parse.labels import Style, label_at
from citecheck.parse.layout import layout_of
from citecheck.parse.rows import Kind

PAGES = [
    (
        [
            "The miller kept his flour in an ark {} behind the kitchen and let nobody",
            "near it before the feast. His wife had the key of the still {} and would not",
            "part with it for any money, whatever the excise officer might offer her,",
            "though 2 barrels of the last brewing stood unsold in the yard below.",
        ],
        [
            "A chest with a lid, in the speech of the northern dales.",
            "A room for distilling, not the apparatus.",
        ],
    ),
    (
        [
            "On the third evening the sexton came over the causey {} with a lantern and asked",
            "for the loan of a spade. They gave him the old one, which had 3 nails in it, and",
            "he went away whistling a tune that none of the children knew.",
        ],
        ["A raised path across wet ground."],
    ),
    (
        [
            "Nobody spoke of it at the clipping {} nor at the fair. The lame shepherd swore",
            "that he had seen a boggart {} at the ford, but he had been drinking since noon,",
            "and the thole {} of the ferry was broken, so that he could not have crossed.",
        ],
        [
            "The shearing of the sheep.",
            "A ghost that plays tricks on travellers.",
            "The pin that holds an oar.",
        ],
    ),
    (
        [
            "In the end they sold the mill to a stranger from over the water, who paid in",
            "guineas {} and asked no questions. The wheel turned again by Martinmas and the",
            "ark was burnt for firewood in the hard winter that followed.",
        ],
        ["A gold coin of twenty-one shillings."],
    ),
    (
        [
            "The stranger married a girl from the glebe {} and had seven sons. None of them",
            "would grind. They went to the city, one after the other, with a clout {} round",
            "the neck and a loaf under the arm, as their grandfather had done.",
        ],
        ["Land that belongs to the parson.", "A kerchief."],
    ),
]


def _set(label: str, *, feeds: bool) -> tuple[str, list[tuple[str, int]]]:
    """The pages as text, numbered anew on each; and of each note its text and the offset of its call."""
    text, notes = "", []
    for number, (body, feet) in enumerate(PAGES * 3, 11):
        head = f"{number} A MILL IN THE HILLS" if number % 2 else str(number)
        text += f"\f{head}\n" if feeds else f"{head}\n"
        counted = itertools.count(1)
        calls = []
        for line in body * 6:
            while "{}" in line:
                call = next(counted)
                if call > len(feet):
                    line = line.replace(" {}", "", 1)
                    continue
                calls.append(len(text) + line.index("{}"))
                line = line.replace("{}", str(call), 1)
            text += line + "\n"
        for call, note in enumerate(feet, 1):
            text += label.format(call) + note + "\n"
            notes.append((note, calls[call - 1]))
    return text, notes


@pytest.mark.parametrize("feeds", [True, False])
@pytest.mark.parametrize("label", ["{} ", "{}"])
def test_notes_that_cite_nothing_are_found_by_their_pages(label: str, feeds: bool) -> None:
    content, notes = _set(label, feeds=feeds)
    parsed = parse(Text(content))
    assert [note.text for note in parsed.notes] == [note for note, _ in notes]
    calls = {marker.note_id: marker.span.start for marker in parsed.markers}
    assert [calls[note.id] for note in parsed.notes] == [call for _, call in notes]


ENDS_OF_PAGES = """\
The ferryman had a trow1 and two sons, and the elder would not be1 A flat boat with a sail.
===
lieve that the river was rising. They tied it to a perry tree2 and left a can-
2 One that bears pears for drink.
===
dle burning. In the morning the landing was gone, and the bargeman3 sang on the roof.
3 Here the owner of the boat.
===
The younger rowed to the staithe4 and bought bread. Nobody took his money, and an4 A wharf.
===
other boat came down with straw on it.
"""


@pytest.mark.parametrize("sign", ["", "\ufffe"])
def test_a_note_joined_to_the_last_line_of_its_page_is_found(sign: str) -> None:
    page = "It rained all day on the hill and in the town.\n" * 9
    ends = ENDS_OF_PAGES.replace(" be1", f" be{sign}1").replace(" an4", f" an{sign}4").split("===\n")
    content = "\f".join(page + end for end in ends)
    assert [note.text for note in parse(Text(content)).notes] == [
        "A flat boat with a sail.",
        "One that bears pears for drink.",
        "Here the owner of the boat.",
        "A wharf.",
    ]


def test_numbers_within_the_last_line_of_a_long_page_that_nothing_calls_begin_no_note() -> None:
    """Each was looked for in the whole page: the square of it."""
    page = "the ferry lay under the trees and nobody came\n" * 9_000
    line = "and there were " + " ".join(f"stones{number} Flat" for number in range(1, 999))
    assert parse(Text(f"{page}{line}\f{page}{line}\n")).notes == ()


def test_a_page_with_thousands_of_numbers_and_notes_is_read() -> None:
    """Each way to pair them was kept whole: the square of the notes."""
    body = " ".join(f"word {number} word" for number in range(1, 9_000))
    notes = "\n".join(f"{number} A stone of the river." for number in range(1, 9_000))
    pages = f"{body}\n\n{notes}\fThe moss.\fThe fern.\n"
    assert len(parse(Text(pages)).notes) in (0, 8_999)


def test_a_note_ends_with_its_page_though_the_text_has_lost_its_spaces() -> None:
    page = (
        "Theferrymanhadatwomastedtrow{0},andtwosons,andtheelderofthemneverslept.\n"
        "OntheTuesdaytheriverrose,andtheelderofthetwosonswasafraidofthewater.\n"
    )
    line = "Nobodyinthetownhadseensuchafloodsincethegreatrainoftheyearofthebells.\n"
    content = "".join(
        f"{page.format(number)}{line * 14}{number}Aboat.\n{number + 40} CHAPTER 1. THE RIVER\n"
        for number in range(1, 13)
    )
    assert [note.text for note in parse(Text(content)).notes] == ["Aboat."] * 12


def test_the_number_of_a_page_may_stand_on_the_next_head() -> None:
    body = "The ferry ran twice a day, and nobody paid for it in the winter of the flood.\n" * 14
    content = "".join(
        f"They called the boat a trow{page} in the town.\n{body}{page}A boat with a sail.\n{2 * page + 29}\n"
        f"{2 * page + 30}CHAPTER {page}. THE {title} RIVER\n{body}"
        for page, title in enumerate(("UPPER", "LOWER", "DRY", "WIDE", "OLD", "NEW"), 1)
    )
    assert [note.text for note in parse(Text(content)).notes] == ["A boat with a sail."] * 6


def test_a_running_head_in_capitals_may_tell_a_year() -> None:
    line = "The ferry ran twice a day, and nobody paid for it in the winter of the flood.\n"
    content = "".join(line * 28 + f"{2 * page + 20}CHAPTER 2. THE FLOOD OF 1843\n" for page in range(9))
    heads = [row.kind for row in layout_of(content).rows if row.width < 40]
    assert heads == [Kind.HEAD] * 9


def test_lines_that_count_files_are_no_notes_of_a_page() -> None:
    change = (
        "Author: A. Weir\n\n    Fix {} leaks in {} parsers and {} more in the reader of tables.\n\n"
        " 1 file changed, 10 insertions, 3 deletions\n 2 files were added by hand\n 3 others are gone\n\n"
    )
    content = "".join(change.format(1, 2, 3) for _ in range(12))
    assert not parse(Text(content)).notes


def test_a_german_quotation_mark_may_follow_on_a_label() -> None:
    label = label_at("47»Bücher.«", 0, 11)
    assert label is not None
    assert (label.style, label.number) == (Style.GLUED, 47)
    assert label_at("47» et puis", 0, 11) is None
