"""Where addresses are found in a manuscript, and where each ends."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from citecheck.model import Mark, MarkKind, Note, NoteKind, Span, Text
from citecheck.parse import notes_of
from citecheck.repair import find_links, links_at, places_of, read_ahead, readings
from citecheck.repair.context import words_beside


def note(content: str, *parts: tuple[int, int], number: int = 1, truncated: bool = False) -> Note:
    spans = tuple(Span(*part) for part in parts) or (Span(0, len(content)),)
    text = " ".join(" ".join(span.of(content).split()) for span in spans)
    return Note(str(number), number, str(number), NoteKind.FOOTNOTE, spans, text, 1, 1, truncated=truncated)


TABLE = Path(__file__).parents[2] / "fixtures" / "urls" / "found.json"
CASES = [(row["text"], row["urls"]) for row in json.loads(TABLE.read_text("utf-8"))]


@pytest.mark.parametrize(("content", "urls"), CASES)
@pytest.mark.parametrize("in_note", [True, False])
def test_where_addresses_begin_and_end(content: str, urls: list[str], in_note: bool) -> None:
    links = find_links(Text(content), [note(content)] if in_note else [])
    assert [link.url for link in links] == urls
    assert all((link.note_id is not None) == in_note for link in links)


NOTED = Path(__file__).parents[2] / "fixtures" / "manuscripts"


@pytest.mark.parametrize("path", [*NOTED.glob("*.txt"), *NOTED.glob("*.md")], ids=lambda path: path.stem)
@pytest.mark.parametrize("enough", [1, 9, 1_000])
def test_addresses_read_before_the_notes_are_known_are_read_no_differently(path: Path, enough: int) -> None:
    text = Text(path.read_text("utf-8"))
    notes = notes_of(text).notes
    asked = iter(range(enough))
    places = places_of(text, notes)
    found = readings(places, read_ahead(text, lambda: next(asked, None) is None))
    assert links_at(places, found, text, notes) == find_links(text, notes)


def test_a_note_that_says_a_misread_word_is_heard_though_its_address_was_read_before() -> None:
    said = "The mill of Tarnovec. https://mills.example/tamovec-dok/12"
    text = Text(f"Text.1\n\n1. {said}\n")
    places = places_of(text, [note(said, (11, 11 + len(said)))])
    ahead = read_ahead(text, lambda: False)
    assert readings(places, ahead) == readings(places)
    assert [found.url for found in readings(places, ahead)] == ["https://mills.example/tarnovec-dok/12"]


def test_chinese_and_japanese_type_ends_an_address() -> None:
    content = "见https://mills.example/a。另见（https://mills.example/b）及「https://mills.example/c」、\nhttps://mills.example/d（2020年5月3日访问）。https://mills.example/水车、溪流"
    assert [link.url for link in find_links(Text(content), ())] == [
        *(f"https://mills.example/{letter}" for letter in "abcd"),
        "https://mills.example/水车、溪流",
    ]


def test_an_address_goes_on_over_a_page_end() -> None:
    content = (
        "1 See https://bote.example/peace-\nbody text of the next page\ntalks-in-the-north-1234/. End.\n"
    )
    cut = content.index("body")
    tail = content.index("talks")
    (link,) = find_links(Text(content), [note(content, (0, cut - 1), (tail, len(content) - 1))])
    assert link.url == "https://bote.example/peace-talks-in-the-north-1234/"
    assert link.repair.raw == "https://bote.example/peace-\ntalks-in-the-north-1234/."
    assert [span.of(content) for span in link.spans] == link.repair.raw.split("\n")


def test_an_address_outside_notes_goes_on_behind_a_page_number() -> None:
    content = "See https://bote.example/peace-\n\n12\n\ntalks-in-the-north-1234/ for more."
    (link,) = find_links(Text(content), [])
    assert link.url == "https://bote.example/peace-talks-in-the-north-1234/"


@pytest.mark.parametrize(
    ("content", "truncated"),
    [
        ("See https://bote.example/peace-", False),
        ("See https://bote.example/pea", True),
        ("https://bote.example/pea... more", False),
    ],
)
def test_an_address_that_breaks_off_is_said_to(content: str, truncated: bool) -> None:
    (link,) = find_links(Text(content), [note(content, truncated=truncated)])
    assert "truncated" in link.repair.problems
    assert link.url is not None
    assert link.url.startswith("https://bote.example/pea")


def test_an_address_within_a_note_that_breaks_off_later_is_whole() -> None:
    content = "https://bote.example/peace (accessed 5 May 2020), and further"
    (link,) = find_links(Text(content), [note(content, truncated=True)])
    assert link.repair.problems == ()


def test_mark_up_is_believed_before_print() -> None:
    content = "Peace talks, https://bote.exam- ple/a"
    title = Mark(MarkKind.LINK, (Span(0, 11),), target="https://bote.example/talks", origin="href")
    printed = Mark(
        MarkKind.LINK, (Span(13, len(content)),), target="https://bote.example/a", origin="annotation"
    )
    inner = Mark(MarkKind.LINK, (Span(0, 5),), target="#note-1", origin="href")
    first, second = find_links(Text(content, marks=(title, printed, inner)), [])
    assert (first.url, first.repair.raw) == ("https://bote.example/talks", "Peace talks")
    assert [step.step for step in second.repair.candidates[0].steps] == ["annotation"]
    assert [c.url for c in second.repair.candidates] == ["https://bote.example/a", "https://bote.exam-ple/a"]
    assert second.repair.candidates[0].confidence > second.repair.candidates[1].confidence


def test_spellings_of_one_source_share_their_key() -> None:
    content = "http://www.bote.example/a/ https://bote.example/a#top www.bote.example/a?utm_source=x https://bote.example/b"
    keys = [link.key for link in find_links(Text(content), [])]
    assert len(keys) == 4
    assert len(set(keys)) == 2


def test_an_archived_address_keeps_both_parts() -> None:
    content = "https://web.archive.org/web/20190101/http://bote.example/a"
    (link,) = find_links(Text(content), [])
    assert [c.url for c in link.repair.candidates] == [content, "http://bote.example/a"]
    assert link.repair.candidates[1].steps[-1].step == "unwrap"


def test_a_slip_is_read_by_the_other_addresses_of_the_document() -> None:
    content = (
        "\n".join(f"http://www.kornblum.example/a/{i} ." for i in range(4))
        + "\nhttp://www.komblum.example/a/9 ."
    )
    *_, last = find_links(Text(content), [])
    assert "http://www.kornblum.example/a/9" in [c.url for c in last.repair.candidates[:2]]


def test_a_title_that_leads_to_a_file_s_ending_is_read_on() -> None:
    text = Text("Annual Report (2018), http://a.example/2017/Annual Report 2017.pdf; see below.")
    assert [link.url for link in find_links(text, ())] == ["http://a.example/2017/Annual_Report_2017.pdf"]
    text = Text("See http://a.example/2017/Annual The Board says more. Its report.pdf is lost.")
    assert [link.url for link in find_links(text, ())] == ["http://a.example/2017/Annual"]


def test_a_code_over_a_line_end_is_read_on() -> None:
    text = Text("See https://a.example/x [https://perma.cc/AB12-\nCD34] (last visited Mar. 3, 2019).")
    assert [link.url for link in find_links(text, ())] == [
        "https://a.example/x",
        "https://perma.cc/AB12-CD34",
    ]


STEMS = ("severn", "bolsh", "nov", "kirovsk", "tulsk", "krajn", "drevn", "letn", "rechn", "gornolyzhn")
"""Adjectives as a Russian site spells them, ending in `-aja` and `-uju`."""
NAMES = ("ivan", "petr", "oleg", "anna", "marta", "jan", "igor", "vera", "roman", "lev")
NOUNS = (
    "vystavka",
    "jarmarka",
    "doroga",
    "shkola",
    "reka",
    "ploschad",
    "vstrecha",
    "zima",
    "vesna",
    "pogoda",
)


def news_of_one_site(
    *others: str, misread: tuple[str, ...] = ("govemment-of-the-city", "intemational-news")
) -> Text:
    paths = [f"{stem}aja-{noun}-i-{stem}uju-{noun[::-1]}" for stem, noun in zip(STEMS, NOUNS, strict=True)]
    paths += [
        f"{a}-{b}" for a, b in zip(("tehnika", "tehnikum", "tehnopark", "tehnolog"), NOUNS, strict=False)
    ]
    paths += [
        f"{noun}-{number}-{stem}ij" for number, (stem, noun) in enumerate(zip(STEMS, NOUNS, strict=True))
    ]
    paths += [f"{name}-{n}{name}" for n, name in enumerate(NAMES)]
    paths += list(misread)
    urls = [f"https://www.bote.example/view/{path}-{4000 + n}/" for n, path in enumerate(paths)]
    return Text("\n\n".join(f"See {url} here." for url in [*urls, *others]))


def last_address(text: Text) -> list[str]:
    return [candidate.url for candidate in find_links(text, [])[-1].repair.candidates]


def test_a_site_that_writes_j_everywhere_is_taken_to_have_written_it_where_i_is_printed() -> None:
    found = last_address(news_of_one_site("https://www.bote.example/view/volzhskaia-i-orlovskuiu-9001/"))
    assert found[:2] == [
        "https://www.bote.example/view/volzhskaja-i-orlovskuju-9001/",
        "https://www.bote.example/view/volzhskaia-i-orlovskuiu-9001/",
    ]


def test_in_a_document_without_misread_letters_what_is_printed_comes_first() -> None:
    text = news_of_one_site("https://www.bote.example/view/volzhskaia-i-orlovskuiu-9001/", misread=())
    assert last_address(text)[:2] == [
        "https://www.bote.example/view/volzhskaia-i-orlovskuiu-9001/",
        "https://www.bote.example/view/volzhskaja-i-orlovskuju-9001/",
    ]


def test_in_a_document_that_loses_letters_a_listed_word_among_listed_ones_is_read() -> None:
    """No word list of common words holds it, and the letters beside ask for no `rn`."""
    printed = "https://www.bote.example/view/selo-pomozhet-gorodu-v-stroitelstve-molochno-tovamoj-fermy-9001/"
    meant = printed.replace("tovamoj", "tovarnoj")
    assert last_address(news_of_one_site(printed))[0] == meant
    assert last_address(news_of_one_site(printed, misread=()))[:2] == [printed, meant]


def test_how_one_site_spells_says_nothing_about_another() -> None:
    printed = "https://www.stimme.example/view/volzhskaia-i-postoyannuiu-9001/"
    assert last_address(news_of_one_site(printed))[0] == printed


def test_a_j_that_print_has_torn_is_made_whole_as_the_site_spells() -> None:
    site = "https://www.bote.example/view/"
    meant = f"{site}eksport-volzhskoj-oblasti-v-krasnij-kraj-uvelichilsja-9001/"
    others = [
        f"{site}kraj-{place}-kirovskoj-9{n}/" for n, place in enumerate(("tulskoj", "letnej", "rechnoj"))
    ]
    printed = f"{site}eksport-volzhskoij-oblasti-v-krasnij-kra.ij-uvelichilsija-9001/"
    assert last_address(news_of_one_site(*others, printed))[:2] == [meant, printed]
    assert last_address(news_of_one_site(*others, meant)) == [meant]
    assert last_address(news_of_one_site(printed))[0] == printed  # no other address of the site says so


def test_of_two_copies_the_one_is_taken_that_spells_as_the_site_does() -> None:
    head = "https://www.bote.example/view/novosti"
    printed = f"{head}{head}- nauchno-tehnologicheskij-tsentrnauchno-technologicheskij-tsentr-9001/"
    assert last_address(news_of_one_site(printed))[0] == f"{head}-nauchno-tehnologicheskij-tsentr-9001/"


def test_a_link_that_begins_inside_an_address_is_the_whole_address() -> None:
    content = "Weather table, http://www.almanac.example."
    link = Mark(MarkKind.LINK, (Span(27, 41),), target="http://Almanac.example/")
    (found,) = find_links(Text(content, marks=(link,)), [note(content)])
    assert found.repair.raw == "http://www.almanac.example"
    assert [candidate.url for candidate in found.repair.candidates] == [
        "http://Almanac.example/",
        "http://www.almanac.example",
    ]


def test_field_codes_of_reference_managers_are_no_sources() -> None:
    content = "A. Reeve, “Tides,” Quay 4, https://doi.example/10; B. Moor, https://moor.example/a."
    whole = (Span(0, len(content) - 1),)
    for target in ("https://www.zotero.org/google-docs/?aB3xY", "https://paperpile.com/c/Ab12/Xy+Zz"):
        text = Text(content, marks=(Mark(MarkKind.LINK, whole, target=target),))
        assert [link.url for link in find_links(text, [note(content)])] == [
            "https://doi.example/10",
            "https://moor.example/a",
        ]


DOUBLED = "http://http://www.news.co.example/list/a7.news.co.example/list/a7"


@pytest.mark.parametrize("at", [m.end() for m in re.finditer(r"[./](?=\w)", DOUBLED) if m.end() > 26])
def test_a_doubled_address_is_read_wherever_its_line_breaks(at: int) -> None:
    content = f"9. Good. {DOUBLED[:at]}\n{DOUBLED[at:]} (accessed 2 May 2018).\n"
    (link,) = find_links(Text(content), [note(content)])
    assert link.url == "http://www.news.co.example/list/a7"


def test_a_full_stop_behind_an_address_is_no_damage() -> None:
    (sound,) = find_links(Text("See https://bote.example/peace."), [])
    (doubled,) = find_links(Text("See https://bote.example/peahttps://bote.example/peace."), [])
    assert sound.url == doubled.url == "https://bote.example/peace"
    assert not sound.repair.damaged
    assert doubled.repair.damaged


def test_identifiers_are_addresses_as_dois_are() -> None:
    content = "A. Author, Title, arXiv:2101.00001 [math.GT]; B. Author, hdl:10419/4711; see https://arxiv.org/abs/2101.00001."
    links = find_links(Text(content), [note(content)])
    assert [link.url for link in links] == [
        "https://arxiv.org/abs/2101.00001",
        "https://hdl.handle.net/10419/4711",
        "https://arxiv.org/abs/2101.00001",
    ]
    assert links[0].key == links[2].key
    assert links[0].repair.raw == "arXiv:2101.00001"
    assert not any(link.repair.damaged for link in links)


@pytest.mark.parametrize(
    "content", ["the arXiv: a server", "hdl: see below", "the URN: and its use", "Xarxiv:2101.1"]
)
def test_a_name_alone_is_no_identifier(content: str) -> None:
    assert find_links(Text(content), []) == ()


SOUND = json.loads((TABLE.parent / "negative.json").read_text("utf-8"))


@pytest.mark.parametrize("misread", [0, 4])
def test_addresses_that_are_not_looked_at_again_are_what_a_second_look_makes_of_them(
    monkeypatch: pytest.MonkeyPatch, misread: int
) -> None:
    content = "\n".join(f"See {url}." for url in SOUND)
    content += "\nSee http://po1icy.example/govemment/c0mmittee." * misread
    spared = find_links(Text(content), ())
    monkeypatch.setattr("citecheck.repair.links.stands", lambda *_: False)
    assert find_links(Text(content), ()) == spared


@pytest.mark.parametrize("url", SOUND)
def test_the_full_stop_of_a_note_changes_nothing_else(url: str) -> None:
    (alone,) = find_links(Text(f"See {url} "), ())
    (stopped,) = find_links(Text(f"See {url}. "), ())
    assert [candidate.url for candidate in stopped.repair.candidates] == [
        candidate.url for candidate in alone.repair.candidates
    ]


def test_of_a_note_with_thousands_of_addresses_the_words_near_by_count() -> None:
    """All words of such a note for each of its addresses are the square of it."""
    between = "; ".join(f"number {at}" for at in range(2_000))
    urls = ("https://a.example/moss", "https://b.example/fern")
    first, last = words_beside((f"Moss, {urls[0]}; {between}; Fern, {urls[1]}.", url) for url in urls)
    assert "moss" in first - last
    assert "fern" in last - first


def test_a_hyphen_that_parts_an_unlisted_word_is_also_read_as_the_typesetter_s() -> None:
    """Behind the address with it: no living page is called gone for a hyphen that a line's end got."""
    (link,) = find_links(Text("See https://a.example/2017/sbor_i_kup-\ncy/ for more."), ())
    assert [one.url for one in link.repair.candidates] == [
        "https://a.example/2017/sbor_i_kup-cy/",
        "https://a.example/2017/sbor_i_kupcy/",
    ]
    assert link.repair.problems == ()
