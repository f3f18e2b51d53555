"""Rests of notes at the foot of the next page, where neither a number nor a rule announces them."""

from __future__ import annotations

import pytest

from citecheck.model import Text
from citecheck.parse import parse

BODY = (
    "The ferries of the lake ran for forty years and more, as the logs of the harbour\n"
    "say{0}, and no winter stopped them longer than a week. The council, which paid for\n"
    "half of the boats, wished to see the other half paid by the county{1}, and wrote so\n"
)
NOTES = (
    "{0} Mary Orr, Lamps of the Lake and Other Papers on its Navigation (Leeds: Fenwick, 2004), 12.\n"
    "{1} John Hartley, Quays and Weirs, {2}"
)
OTHER = (
    "every spring. What came of it is soon told, since nobody answered for eleven years;\n"
    "the boats were sold to the mill, which had no use for them, and lay at the weir until\n"
    "the flood took them down to the sea. Nobody has looked for them since, as far as the\n"
    "papers tell, and the mill itself was pulled down when the railway bought the land and\n"
)
PAGES = [BODY.format(2 * page - 1, 2 * page) + "\n" + NOTES for page in range(1, 6)]


def book(cut: str, rest: str, body: str = OTHER) -> Text:
    """Five pages with two notes each; the second one's last note breaks off at `cut`, and a page without
    notes follows, at whose foot is `rest`."""
    pages = [
        text.format(2 * page - 1, 2 * page, cut if page == 2 else f"2011, {page}.")
        for page, text in enumerate(PAGES, 1)
    ]
    pages.insert(2, f"{body}\n{rest}")
    return Text("\n\f".join(pages) + "\n")


@pytest.mark.parametrize(
    ("cut", "rest"),
    [
        (
            "ed. by Anne Weir for the",
            "Society of the Lake (Leeds: Fenwick, 2011), 17; see also Orr, Lamps, 19.",
        ),
        (
            "“The Ice and the Ferry”, Annals of",
            "Upper Valley History 12 (2011), 17, and the papers quoted there, 19.",
        ),
        ("and the further pa-", "pers of the harbour in the county archive, Leeds, 2011, folder 17."),
    ],
)
def test_the_rest_on_a_page_without_notes_is_joined(cut: str, rest: str) -> None:
    found = parse(book(cut, rest))
    note = found.notes[3]
    assert note.continued
    assert not note.truncated
    assert note.text.endswith(rest.rsplit(" ", 3)[-1])
    assert [each.number for each in found.notes] == list(range(1, 11))


@pytest.mark.parametrize("cut", ["2011, 17.", "https://quays.example/weirs-and-quays", "2011, p. 17"])
def test_what_ends_is_not_joined_to_the_last_lines_of_a_page(cut: str) -> None:
    found = parse(
        book(cut, "The weir stands yet, see its picture of 1911 by Orr, and so does the old quay, p. 12.")
    )
    assert not found.notes[3].continued
    assert not found.notes[3].truncated


PARAGRAPH = "The mill was rebuilt by the county, after much debate of its\ncost, and burnt again in the end."


@pytest.mark.parametrize(
    "block",
    [
        PARAGRAPH,
        "In 1911 the mill burnt (Orr, Lamps, p. 12), and nobody built it anew.",
        "Table 3. Ferries of the lake, 1904–1911 (Orr 2004, 12).",
        "Abb. 3: Die Boote des Sees, Leeds 2011, S. 12.",
        "Source: Orr, Lamps (Leeds, 2011), 12.",
        "Chapter two tells of the county's railways.",
    ],
)
@pytest.mark.parametrize("cut", ["2011, 17, in the county archive", "quoted after Weir,"])
def test_a_last_paragraph_or_caption_is_no_rest(cut: str, block: str) -> None:
    note = parse(book(cut, block)).notes[3]
    assert note.truncated
    assert not note.continued


def test_the_last_of_several_paragraphs_is_no_rest() -> None:
    body = OTHER.replace("sea. Nobody", "sea.\n\nNobody")
    rest = "and so ended what was left of it (Leeds, 2011), 17."
    note = parse(book("quoted after Weir,", rest, body)).notes[3]
    assert note.truncated
    assert not note.continued


@pytest.mark.parametrize("host", ["http://www.", "https://www2."])
def test_a_note_that_ends_in_the_name_of_a_site_breaks_off(host: str) -> None:
    found = parse(book(host, ""))
    assert [note.truncated for note in found.notes] == [number == 4 for number in range(1, 11)]


@pytest.mark.parametrize("host", ["http://localhost.", "https://intranet."])
def test_a_host_of_one_part_may_end_a_sentence(host: str) -> None:
    assert not any(note.truncated for note in parse(book(f"see {host}", "")).notes)


def test_the_rest_of_an_address_above_the_next_number_is_joined() -> None:
    content = book("https://archive.", "").content
    start = content.index("5 Mary")
    rest = "quays.example/2011/papers-on-the-navigation-of-the-lake.pdf (last visited 5 May 2020).\n"
    found = parse(Text(content[:start] + rest + content[start:]))
    note = found.notes[3]
    assert note.continued
    assert not note.truncated
    assert note.text.endswith(f"https://archive. {rest.strip()}")


TOP = "niece in The Parish Magazine of the Upper Lake, June 1911, pp. 5–7."


@pytest.mark.parametrize(
    ("cut", "closed", "rest", "joined"),
    [
        ("2011; the draft, which is longer, was printed by his", True, TOP, True),
        ("2011; the draft, which is longer, was printed by his", True, TOP.capitalize(), False),
        (
            "2011; the draft, which is longer, was printed by his",
            True,
            "niece of the mayor.",
            False,
        ),
        ("2011; the draft, which is longer, was printed by his", False, TOP, False),
        ("2011, 17.", True, TOP, False),
    ],
)
def test_a_rest_at_the_head_of_the_next_page(cut: str, closed: bool, rest: str, joined: bool) -> None:
    """Where the body above the note ends with a sentence, and the rest cites and goes on in lower case."""
    end = "and wrote so.\n" if closed else "and wrote so\n"
    pages = []
    for page, text in enumerate(PAGES, 1):
        whole = text.replace("and wrote so\n", end if page == 2 else "and wrote so\n")
        shown = whole.format(2 * page - 1, 2 * page, cut if page == 2 else f"2011, {page}.")
        pages.append(f"{rest}\n\n{shown}" if page == 3 else shown)
    text = "".join(f"{page}\n\n{80 + number}\n\n" for number, page in enumerate(pages))
    note = parse(Text(text)).notes[3]
    assert note.text.endswith(rest if joined else cut)
    assert note.continued == joined


def test_the_last_lines_of_the_body_above_notes_are_no_rest() -> None:
    """They end in mid-sentence, which no rest does on its page, though the note before breaks off."""
    pages = [
        text.format(2 * page - 1, 2 * page, "2011, pp." if page == 2 else f"2011, {page}.")
        for page, text in enumerate(PAGES, 1)
    ]
    pages[2] = pages[2].replace("\n\n", "\n").replace("half of the", "\nHalf of the")
    text = "".join(f"{page}\n\n{80 + number}\n\n" for number, page in enumerate(pages))
    note = parse(Text(text)).notes[3]
    assert note.text.endswith("2011, pp.")
    assert note.truncated
