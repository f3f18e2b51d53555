"""Manuscripts in HTML: notes, calls, addresses of every flavour, and what hostile bytes do."""

from __future__ import annotations

import random
import re
import time

import pytest

from citecheck.errors import UnreadableInput
from citecheck.model import MarkKind, NoteKind, Parsed, Text
from citecheck.parse import parse
from citecheck.read import read_manuscript
from citecheck.repair import find_links
from tests.read.flavours import FLAVOURS
from tests.read.mutations import mutated, sound_or_refused


def text_of(html: str) -> Text:
    return read_manuscript(html.encode(), "book.html").text


def parsed(html: str) -> tuple[Text, Parsed]:
    text = text_of(html)
    return text, parse(text)


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_notes_labels_order_and_addresses(flavour: str) -> None:
    document = FLAVOURS[flavour]
    text, found = parsed(document.html)
    links = find_links(text, found.notes)
    seen = tuple(
        (note.label, note.text, tuple(link.url for link in links if link.note_id == note.id))
        for note in found.notes
    )
    assert seen == document.notes


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_calls_are_paired_and_their_spans_show_the_label(flavour: str) -> None:
    document = FLAVOURS[flavour]
    text, found = parsed(document.html)
    assert tuple(marker.label for marker in found.markers) == document.calls
    labels = {note.id: note.label for note in found.notes}
    for marker in found.markers:
        assert marker.note_id is not None
        assert labels[marker.note_id] == marker.label
        assert marker.span.of(text.content) == marker.label


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_comments_in_the_source_change_nothing(flavour: str) -> None:
    html = FLAVOURS[flavour].html
    commented = re.sub(r"<(?:p|li|a|sup|span|div|aside|td|dd|h\d)\b[^>]*>", r"\g<0><!-- draft -->", html)
    assert commented != html
    assert text_of(commented) == text_of(html)


def test_entries_of_a_list_of_sources_are_references() -> None:
    for flavour in ("numbered references", "pandoc", "docutils"):
        found = parsed(FLAVOURS[flavour].html)[1]
        assert NoteKind.REFERENCE in {note.kind for note in found.notes}
    assert [note.kind.value for note in parsed(FLAVOURS["office"].html)[1].notes] == ["footnote", "endnote"]


def test_a_side_note_does_not_cut_its_sentence() -> None:
    text = text_of(FLAVOURS["side notes"].html)
    assert text.content.split("\n\n") == [
        "In print1 type is set. Then2, more.",
        "See the thread.",
        "No number here.",
        "A second side note.",
        "Next.",
    ]


def test_what_readers_see_and_nothing_else() -> None:
    text = text_of(
        "<!doctype html><title>T</title><style>p{}</style><script>var a='<p>no</p>'</script>"
        "<p>one\n  two<b>three</b><br>four <ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>"
        "<p hidden>no</p><p style='display: none'>no</p><ul><li>a<li>b</ul><table><tr><td>c<td>d</table>"
        "<pre>  x\n  y</pre><template>no</template><p>&amp;&nbsp;&lt;"
    )
    assert text.content == "one twothree\nfour 漢\n\na\nb\n\nc\nd\n\n  x\n  y\n\n&\u00a0<"
    assert text.metadata.title == "T"


def test_headings_quotations_code_and_links() -> None:
    text = text_of(
        "<h2> A <i>title</i> </h2><blockquote><p>One.</p><p>Two.</p></blockquote><p><code>x[1]</code> <a "
        'href="//host.example/a">here</a> <a href="/inside">no</a> <a href="https://img.example"><img></a></p>'
    )
    shown = [(mark.kind, mark.spans[0].of(text.content), mark.target, mark.origin) for mark in text.marks]
    assert shown == [
        (MarkKind.HEADING, "A title", "", "html"),
        (MarkKind.BLOCK_QUOTATION, "One.\n\nTwo.", "", "html"),
        (MarkKind.CODE, "x[1]", "", "html"),
        (MarkKind.LINK, "here", "https://host.example/a", "href"),
    ]


def test_a_place_in_the_document_is_no_address_whatever_its_name() -> None:
    page = '<p>As in <a href="#sec:m">4</a> and <a href="doi:10.1000/1">there</a>.<h2 id="sec:m">4</h2>'
    assert [mark.target for mark in text_of(page).marks if mark.kind is MarkKind.LINK] == ["doi:10.1000/1"]


def test_text_and_target_that_differ_are_both_candidates() -> None:
    html = '<p>See <a href="https://real.example/a">https://printed.example/b</a></p>'
    text, found = parsed(html)
    [link] = find_links(text, found.notes)
    assert [candidate.url for candidate in link.repair.candidates] == [
        "https://real.example/a",
        "https://printed.example/b",
    ]
    assert link.repair.candidates[0].steps[0].step == "href"


def test_a_call_whose_note_is_lost_is_reported() -> None:
    html = FLAVOURS["newsletter"].html.replace('<a id="footnote-2" ', "<a ")
    found = parsed(html)[1]
    assert [(p.check, p.note) for p in found.problems] == [("note-missing", 2)]


def test_encodings_are_those_the_page_declares() -> None:
    data = '<html><meta charset="windows-1251"><p>Плотина</p>'.encode("cp1251")
    manuscript = read_manuscript(data, "a.htm")
    assert (manuscript.text.content, manuscript.encoding) == ("Плотина", "cp1251")


def test_a_page_that_shows_nothing_is_refused_in_one_line() -> None:
    with pytest.raises(UnreadableInput, match=r"^a\.html: no text is shown"):
        read_manuscript(b"<html><script>x</script></html>", "a.html")


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 3_000 + "x",
        "<p " + " ".join(f"a{n}=1" for n in range(1_500)) + ">x",
        "<a href='#a' id='a'>1</a>" * 5_000,
        "".join(f"<p id=n{n}><a href='#n{n + 1}'>1</a>" for n in range(5_000)),
        "<a href='#n' id='r'>1</a>" * 3_000 + "<p id='n'>" + "<a href='#r'>1</a>" * 3_000,
        "<span class='footnote'>a note of some length" * 500,
        "<li id='n'>" * 2_000 + "<a href='#n'>1</a>",
        "<sup><a href='#x'>" * 1_000 + "<p id=x>1. " * 1_000,
        "x" * 1_000_000,
        "<p>" + "( " * 200_000,
    ],
)  # fmt: skip
def test_hostile_structure_is_survived(html: str) -> None:
    started = time.process_time()
    text_of(f"<html>{html}")
    assert time.process_time() - started < 4.0


def test_mutations_give_a_text_or_one_line() -> None:
    chance = random.Random(11)
    sources = [document.html.encode() for document in FLAVOURS.values()]
    for _ in range(500):
        data = mutated(chance.choice(sources), chance)
        sound_or_refused(data, "book.html")


def test_signs_of_control_are_not_shown() -> None:
    text = text_of("<p>One\x07\x03 two\x08.\x0bThree\x1f.</p>")
    assert text.content == "One two.\x0bThree."


def test_a_sign_of_a_symbol_font_is_a_label() -> None:
    html = '<p>One<a id="r" href="#n">\uf02a</a>.</p><p id="n"><a href="#r">\uf02a</a> A note.</p>'
    assert [(note.label, note.text) for note in parsed(html)[1].notes] == [("\uf02a", "A note.")]


def test_pages_with_the_same_ids_in_one_file_keep_their_notes() -> None:
    """As `make singlehtml` of Sphinx puts them together."""

    def page(name: str) -> str:
        notes = "".join(
            f'<aside class="footnote" id="id{n + 2}" role="note"><span><a href="#id{n}">[{n}]</a></span>'
            f"<p>Note {n} of {name}.</p></aside>"
            for n in (1, 2)
        )
        calls = "".join(
            f'<a class="footnote-reference" href="#id{n + 2}" id="id{n}">[{n}]</a>' for n in (1, 2)
        )
        return f"<section><h1>{name}</h1><p>Text of {name}{calls}.</p>{notes}</section>"

    found = parsed("<div>" + page("one") + page("two") + page("three") + "</div>")[1]
    assert [note.text for note in found.notes] == [
        f"Note {n} of {name}." for name in ("one", "two", "three") for n in (1, 2)
    ]
    assert [marker.note_id for marker in found.markers] == [note.id for note in found.notes]


def test_a_label_that_leads_back_may_stand_before_the_place_that_is_called() -> None:
    sentence = "It was built of oak from the hills above the town, floated down in the spring of the year"
    body = "".join(
        f'<p>A weir. <a name="ft{n}"></a>{sentence}<a class="fn" href="#fn{n}">&nbsp;{n}&nbsp;</a> and of'
        f' stone.</p><p class="fn"><span><a href="#ft{n}">&nbsp;{n}&nbsp;</a></span><a name="fn{n}"></a>'
        f" Letter {n} says so, in <i>Quays</i>.</p>"
        for n in (1, 2, 3)
    )
    _, found = parsed(f"<html><body>{body}</body></html>")
    assert [(note.label, note.text) for note in found.notes] == [
        (str(n), f"Letter {n} says so, in Quays.") for n in (1, 2, 3)
    ]
    assert [marker.note_id for marker in found.markers] == ["1", "2", "3"]


def test_numbers_of_printed_pages_are_no_calls_and_no_text() -> None:
    pages = "".join(
        f'<p>The weir of the mill <span class="pagenum"><a id="page{n}"></a>[{n}]</span>held in spring.</p>'
        f'<p><span epub:type="pagebreak" role="doc-pagebreak">{n}</span>So it was.</p>'
        for n in range(2, 9)
    )
    text, found = parsed(f"<p>A book.</p>{pages}")
    assert not found.markers
    assert not found.problems
    assert "The weir of the mill held in spring." in text.content


def test_what_only_begins_on_a_new_page_is_text() -> None:
    """Classes of style sheets for printing have the names of page numbers."""
    text = text_of(
        '<div class="page-break"><h2 class="pagebreak">The weirs of the valley</h2>'
        "<p>Seven were counted.</p></div>"
        '<p>The river <span class="pagenum">\n [17]<br>[18]<br>[19]<br>[20]<br>[21]\n </span>rose.</p>'
    )
    assert text.content.split("\n\n") == ["The weirs of the valley", "Seven were counted.", "The river rose."]


@pytest.mark.parametrize("white", [" \n\t ", "\r\n  ", "\n\t\t", "  ", "\f "])
@pytest.mark.parametrize("flavour", FLAVOURS)
def test_white_space_in_a_row_changes_neither_text_nor_marks(flavour: str, white: str) -> None:
    """The places of all that is marked are those in the text as it is shown."""
    tidy = FLAVOURS[flavour].html
    pieces = re.split(r"(<pre\b.*?</pre>|<style\b.*?</style>|<!--.*?-->|<[^>]*>)", tidy, flags=re.DOTALL)
    untidy = "".join(piece if n % 2 else re.sub(r"[ \n]+", white, piece) for n, piece in enumerate(pieces))
    assert text_of(untidy) == text_of(tidy)


def test_what_is_set_as_it_is_keeps_its_white_space_behind_text_that_is_squeezed() -> None:
    code = "if  a:\n\tb  = c"
    note = '<li id="n">A  note,   \n  p. 2. <a href="#c">↩</a></li>'
    text = text_of(f'<p>So   it \n is<a id="c" href="#n">1</a>.<pre>{code}</pre><p>x  y<ol>{note}</ol>')
    assert text.content == f"So it is1.\n\n{code}\n\nx y\n\nA note, p. 2. ↩"
    shown = [text.content[mark.spans[0].start : mark.spans[-1].end] for mark in text.marks]
    assert shown == ["1", code, "A note, p. 2."]
