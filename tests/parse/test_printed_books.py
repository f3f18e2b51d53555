"""What text out of set books is like: no form for notes but their numbers, rests of notes over page ends."""

from __future__ import annotations

import pytest

from citecheck.model import Text
from citecheck.parse import parse

BROKEN_OVER = """\
the ferry was older than the bridge, and the bridge was older than the town.1 Its
keepers paid no toll, since they were held to be a part of the river,2 and nobody
asked where they slept.
1A. Weir, The Ferry and Its Keepers (Harbourton: Quay Press, 2003), 14.
2B. Sluice, “Tolls of the Lower River,” in Papers of the Harbourton Society, ed. C. Lock, The
\f18
Travellers wrote about the crossing as if it had been a voyage. One of them stayed
for three weeks because the water would not fall, and his diary is the only one in
which the keepers have names.3 The others mention a bell, a dog, and a lantern that
Second Series (Harbourton: Quay Press, 1911), 203–14.
3D. Reed, A Diary of the Crossing, vol. 2 (London: Row, 1874), 88.
\fwas never lit before the evening bell. In the end the bridge was built.4
4Weir, The Ferry and Its Keepers, 77.
"""

MORE = """\
They came by the upper road, which was dry in most years, and slept in the barn of
the last farm before the water; the farmer took nothing for it, or so he told them.
The bell hung from a beam over the landing, and whoever rang it had to wait for the
keeper to finish his meal, since the river would not run away in the meantime.
"""

PAGE_BY_PAGE = """\
The mill stood empty for a year.1 Then somebody bought it, nobody knows for how
much, and the wheel went round again before the winter.
1See Miller, Wheels.
\fFrom the deeds we know the name of the buyer.1 He came from the other bank, as his
neighbours did not forget to say.
1On the deeds of the valley see Baker.
\fHe sold it after the flood.1 The price is in the same deeds, written over another
one that can still be read.2
1Not before.
2Baker has the sum wrong.
\fIt was never sold again.1
1For the later owners see Ferry, who counts four of them.
"""

GLUED_RUN = """\
A screen was a window before it was a page 1, and long before that it was a table 2.
The people who drew on it had no word for what they did.3
1Figure 1 A window
2Figure 2 A table
3Lantern (1962)
\fLater they called it a desk.4 The word has stayed.
4Lantern (1964)
"""

QUOTED_TITLES = "\n".join(
    [
        *(f"Some say “the {word} is near” and others do not. {n}" for n, word in enumerate(
            ("ferry", "bridge", "tower", "harbour", "market", "quarry"), 1
        )),
        "Notes",
        *(f"{n} ‘The {word} is near’, Valley News, {n + 2} March 1999, p. {n + 4}." for n, word in enumerate(
            ("ferry", "bridge", "tower", "harbour", "market", "quarry"), 1
        )),
    ]
)  # fmt: skip


def _texts(content: str) -> list[tuple[str, str]]:
    return [(note.label, note.text) for note in parse(Text(content)).notes]


def test_rest_of_a_note_on_the_next_page_is_joined_where_nothing_parts_it_from_the_body() -> None:
    notes = dict(_texts(BROKEN_OVER))
    assert notes["2"].endswith("ed. C. Lock, The Second Series (Harbourton: Quay Press, 1911), 203–14.")
    assert notes["3"] == "D. Reed, A Diary of the Crossing, vol. 2 (London: Row, 1874), 88."


def test_rest_of_a_note_is_joined_under_a_page_number_and_without_form_feeds() -> None:
    pages = BROKEN_OVER.replace("\f18\n", "\n18\n\n" + 3 * MORE).replace("\f", "\n19\n\n")
    notes = dict(_texts(pages))
    assert notes["2"].endswith("The Second Series (Harbourton: Quay Press, 1911), 203–14.")


def test_body_below_a_note_that_is_cut_off_for_good_is_not_joined_to_it() -> None:
    cut = BROKEN_OVER.replace("Second Series (Harbourton: Quay Press, 1911), 203–14.\n", "")
    notes = dict(_texts(cut))
    assert notes["2"].endswith("ed. C. Lock, The")


def test_each_page_has_its_own_numbers_though_most_have_one_note() -> None:
    assert [label for label, _ in _texts(PAGE_BY_PAGE)] == ["1", "1", "1", "2", "1"]
    parsed = parse(Text(PAGE_BY_PAGE))
    assert [marker.note_id for marker in parsed.markers] == [note.id for note in parsed.notes]


def test_numbers_glued_to_their_notes_count_beside_those_that_are_called() -> None:
    assert _texts(GLUED_RUN) == [
        ("1", "Figure 1 A window"),
        ("2", "Figure 2 A table"),
        ("3", "Lantern (1962)"),
        ("4", "Lantern (1964)"),
    ]


def test_endnotes_that_begin_with_titles_in_quotation_marks_keep_their_numbers_and_titles() -> None:
    notes = _texts(QUOTED_TITLES)
    assert [label for label, _ in notes] == ["1", "2", "3", "4", "5", "6"]
    assert notes[0][1] == "‘The ferry is near’, Valley News, 3 March 1999, p. 5."


FOOT_NUMBERS = """\
The ferry was there before the town.1 Nobody asked who had built the landing.
1A. Weir, The Ferry, 14.
1
\f2 CHAPTER 1. THE FERRY
The flood took it in spring, as floods do on all rivers of that valley.2
2B. Sluice, https://flood.example/records/
\f3
Then the bridge was built, and the ferry stayed where it was.3
3Ibid. 301.
\f4 CHAPTER 1. THE FERRY
The fourth page has no river at all.4
4Ibid.
\fChapter 2
Here the town begins.5
5A. Weir, The Ferry, 99.
5
\f6 CHAPTER 2. THE TOWN
"""

NUMBER_FIRST = """\
The statute says nothing of ferries.1 The courts have read them into it,2 and the
ministry has followed.3 Only one county objected.4
1A. Weir, The Ferry, 14.
2451 F.3d 118, 124 (2d Cir. 2006).
312/2002. (II. 12.) Order of the Ministry, 45.
4Ibid.
"""

STARS = """\
He wore a band*
of silk over the shoulder,† and a hat of felt‡ that nobody had seen before.
The ferryman laughed,§ and so did the dog.¶
Then came the rain**
and stayed.
*A strip.
†As at weddings.
‡Pressed wool.
§He laughed seldom.
¶A hound.
**Three weeks of it.
"""


def test_page_numbers_at_the_foot_without_an_empty_line_are_no_part_of_the_last_notes() -> None:
    notes = _texts(FOOT_NUMBERS)
    assert [text for _, text in notes] == [
        "A. Weir, The Ferry, 14.",
        "B. Sluice, https://flood.example/records/",
        "Ibid. 301.",
        "Ibid.",
        "A. Weir, The Ferry, 99.",
    ]


def test_pages_joined_by_a_line_end_part_where_their_numbers_count_on() -> None:
    heads = ("", " THE FERRY AND ITS KEEPERS")
    pages = [
        f"{n}{heads[n % 2]}\nThe upper road was dry in most years.{n}\n{4 * MORE}{n}Ferry, {n}.\n"
        for n in range(1, 9)
    ]
    notes = _texts("".join(pages))
    assert notes == [(str(n), f"Ferry, {n}.") for n in range(1, 9)]


def test_a_label_run_together_with_the_number_that_a_note_begins_with() -> None:
    assert _texts(NUMBER_FIRST) == [
        ("1", "A. Weir, The Ferry, 14."),
        ("2", "451 F.3d 118, 124 (2d Cir. 2006)."),
        ("3", "12/2002. (II. 12.) Order of the Ministry, 45."),
        ("4", "Ibid."),
    ]


def test_an_asterisk_at_a_line_end_opens_no_emphasis_that_hides_the_others() -> None:
    assert [text for _, text in _texts(STARS)] == [
        "A strip.",
        "As at weddings.",
        "Pressed wool.",
        "He laughed seldom.",
        "A hound.",
        "Three weeks of it.",
    ]


def test_words_broken_at_line_ends_are_whole_in_titles_and_names() -> None:
    text = (
        "It was long ago.1 So they say.2\n"
        "1 Ada Harbour-Strand, “The Bridge over the Lower Val-\nley,” Quay Papers 3 (1999): 101–\n112.\n"
        "2 Karl Weir, Vor- und Nachteile der Fähr-\nleute, Harburg 2001, S. 7.\n"
    )
    cited = [citation for note in parse(Text(text)).notes for citation in note.citations]
    assert cited[0].title == "The Bridge over the Lower Valley"
    assert cited[0].author == "Ada Harbour-Strand"
    assert cited[0].locator == "101–112"
    assert cited[1].title == "Vor- und Nachteile der Fährleute"


def test_signs_behind_a_space_call_notes() -> None:
    text = (
        "He came with the bailiff, †\nwho owned the ferry, and with the scribe *.\n"
        "Nobody spoke. The court of the upper river §\nsat for three days.\n"
        "†A cousin of the Weirs.\n*His name is lost.\n§See § 12 of the ferry laws.\n"
    )
    assert [text for _, text in _texts(text)] == [
        "A cousin of the Weirs.",
        "His name is lost.",
        "See § 12 of the ferry laws.",
    ]


def test_glued_labels_are_no_list_for_one_heading_among_them_and_calls_between_spaces() -> None:
    pages = [
        f"Nobody had told the cook {n}, nor the boy.\n{MORE}{n}Our friend is well again.\n"
        for n in range(1, 11)
    ]
    pages[3] = f"4 CHAPTER 2. THE TOWN\nNobody had told the cook 4, nor the boy.\n{MORE}.\n"
    labels = [label for label, _ in _texts("\f".join(pages))]
    assert len(labels) >= 9


@pytest.mark.parametrize("call", ["{}", "[{}]", " [{}]"])
def test_short_notes_that_return_one_a_page_are_no_running_heads(call: str) -> None:
    sources = ("Weir, The Ferry", "Sluice on Floods", "同上", "Harbour, Keepers")
    pages = [
        f"{4 * MORE}So they say.{call.format(n)} But\nnot all do.\n\n{n} {sources[n % 4]}\n\f"
        for n in range(1, 9)
    ]
    assert _texts("".join(pages)) == [(str(n), sources[n % 4]) for n in range(1, 9)]


def test_a_hyphen_for_a_part_left_out_stays_in_a_title() -> None:
    text = (
        "It was long ago.1\n1 Ada Harbour, “Low- to Middle-Income Mil- lers in Short- rather than Long-Term "
        "Debt,” Quay Papers 3 (1999): 4.\n"
    )
    cited = [citation for note in parse(Text(text)).notes for citation in note.citations]
    assert cited[0].title == "Low- to Middle-Income Millers in Short- rather than Long-Term Debt"
