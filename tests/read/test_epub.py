"""Books in EPUB: order, notes in any file, what is left out, what is refused."""

# ruff: noqa: E501  (source code of others keeps its lines)

from __future__ import annotations

import random

import pytest

from citecheck.errors import UnreadableInput
from citecheck.model import Manuscript
from citecheck.parse import parse
from citecheck.read import read_manuscript
from citecheck.repair import find_links
from tests.read.books import book, packed, page
from tests.read.mutations import mutated, sound_or_refused

CHAPTER = page(
    '<section epub:type="chapter"><h1>Un</h1><p>Le barrage<a id="r1" href="../notes/fin.xhtml#n1" '
    'epub:type="noteref">1</a> tient<a id="r2" href="../notes/fin.xhtml#n2" epub:type="noteref">2</a>.</p>'
    '<p><a id="anchor"/>Suite.</p></section>'
)
SECOND = page(
    '<p>Encore<a id="r3" href="../notes/fin.xhtml#n3">3</a>, voir <a href="https://x.example/">ici</a>.</p>'
)
NOTES = page(
    '<section epub:type="endnotes"><h2>Notes</h2><ol><li id="n1" epub:type="endnote"><p>Durand, '
    '<a href="https://digue.example/a">La digue</a>. <a href="../text/un.xhtml#r1" '
    'epub:type="backlink">↩</a></p></li><li id="n2" epub:type="endnote"><p>Ibid.</p><p>Suite. '
    '<a href="../text/un.xhtml#r2">↩</a></p></li><li id="n3"><p>Plain. <a '
    'href="../text/deux%20.xhtml#r3">retour</a></p></li></ol></section>'
)
CONTENTS = page(
    '<nav epub:type="toc"><h1>Table</h1><ol><li><a href="text/un.xhtml">Chapitre premier</a></li>'
    '<li><a href="text/deux%20.xhtml">Chapitre deux</a></li><li><a href="notes/fin.xhtml">Notes</a></li></ol></nav>'
)
DOCUMENTS = {
    "nav.xhtml": CONTENTS,
    "cover.xhtml": page('<img src="c.jpg" alt=""/><p>The Weir</p>'),
    "text/un.xhtml": CHAPTER,
    "text/deux .xhtml": SECOND,
    "notes/fin.xhtml": NOTES,
}
KINDS = {"nav.xhtml": "nav", "cover.xhtml": "cover"}


def read(data: bytes) -> Manuscript:
    return read_manuscript(data, "book.epub")


def notes_of(data: bytes) -> list[tuple[str, str, int]]:
    """Label, text and calls of each note."""
    found = parse(read(data).text)
    return [(note.label, note.text, sum(m.note_id == note.id for m in found.markers)) for note in found.notes]


WANTED = [("1", "Durand, La digue.", 1), ("2", "Ibid. Suite.", 1), ("3", "Plain.", 1)]


def test_notes_in_a_file_of_their_own() -> None:
    data = book(DOCUMENTS, properties=KINDS)
    assert notes_of(data) == WANTED
    text = read(data).text
    found = parse(text)
    links = find_links(text, found.notes)
    assert [(link.url, link.note_id) for link in links] == [
        ("https://x.example/", None),
        ("https://digue.example/a", "1"),
    ]
    assert {note.kind.value for note in found.notes} == {"endnote"}


def test_text_in_the_order_of_the_spine_without_contents_and_cover() -> None:
    text = read(book(DOCUMENTS, properties=KINDS)).text
    assert text.content.startswith(
        "Un\n\nLe barrage1 tient2.\n\nSuite.\n\nEncore3, voir ici.\n\nNotes\n\nDurand"
    )
    assert "Chapitre" not in text.content


def test_metadata() -> None:
    metadata = read(book(DOCUMENTS, properties=KINDS)).text.metadata
    assert (metadata.title, metadata.author) == ("The Weir", "Ada Example")
    assert (metadata.published, metadata.language) == ("2019-05-03", "fr")


def test_notes_outside_the_reading_order_are_read_after_it() -> None:
    first = ["notes/fin.xhtml", "text/un.xhtml", "text/deux .xhtml"]
    assert notes_of(book(DOCUMENTS, first, nonlinear=["notes/fin.xhtml"])) == WANTED
    assert notes_of(book(DOCUMENTS, first[1:])) == WANTED


def test_contents_of_the_second_version_are_told_by_the_guide_or_by_their_links() -> None:
    guide = (
        '<guide><reference type="toc" href="nav.xhtml"/><reference type="cover" href="cover.xhtml"/></guide>'
    )
    assert "Chapitre" not in read(book(DOCUMENTS, guide=guide)).text.content
    many = "".join(f'<p><a href="text/un.xhtml#c{n}">Chapitre {n}</a></p>' for n in range(12))
    assert "Chapitre" not in read(book({"toc.xhtml": page(many), "text/un.xhtml": CHAPTER})).text.content


@pytest.mark.parametrize("calls", ['epub:type="noteref"', 'role="doc-noteref"', ""])
@pytest.mark.parametrize("kind", ["footnote", "rearnote", "note"])
def test_notes_in_the_same_file(calls: str, kind: str) -> None:
    back = "" if calls else '<a href="#r1">^</a>'
    body = f'<p>Слово<a id="r1" href="#n1" {calls}>*</a></p><aside id="n1" epub:type="{kind}"><p>* Сноска. {back}</p></aside>'
    assert notes_of(book({"a.xhtml": page(body)})) == [("*", "Сноска.", 1)]


def test_equal_names_in_several_files_do_not_meet() -> None:
    body = '<p>Wort<a id="r1" href="#n1">1</a></p><p id="n1"><a href="#r1">1</a>. Note {0}.</p>'
    data = book({f"c{n}.xhtml": page(body.replace("{0}", str(n))) for n in range(3)})
    assert notes_of(data) == [("1", f"Note {n}.", 1) for n in range(3)]


def test_a_missing_document_is_a_warning() -> None:
    text = read(book({**DOCUMENTS, "text/deux .xhtml": ""}, properties=KINDS)).text
    assert text.warnings == ("OPS/text/deux .xhtml is missing from the book; its text was not read",)
    assert "Le barrage" in text.content


def test_a_damaged_package_is_a_warning() -> None:
    members = {"OPS/book.opf": b"<package", "OPS/a.xhtml": CHAPTER.encode()}
    text = read(packed(members)).text
    assert text.content.startswith("Un")
    assert len(text.warnings) == 1


def test_protection_is_refused_and_scrambled_fonts_are_not() -> None:
    method = '<e:EncryptedData><e:EncryptionMethod Algorithm="{}"/></e:EncryptedData>'
    fonts = method.format("http://www.idpf.org/2008/embedding").encode()
    assert notes_of(book(DOCUMENTS, properties=KINDS, extra={"META-INF/encryption.xml": fonts})) == WANTED
    drm = method.format("http://www.w3.org/2001/04/xmlenc#aes128-cbc").encode()
    with pytest.raises(UnreadableInput, match=r"^book\.epub: the book is protected against copying \(DRM\)"):
        read(book(DOCUMENTS, extra={"META-INF/encryption.xml": drm}))


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04mimetypeapplication/epub+zip",
        packed({}),
        packed({"META-INF/container.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}),
        book({"a.xhtml": page("<img/>")}),
        book({"a.xhtml": page("x" * 70_000_000)}),
    ],
)
def test_what_is_no_book_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(UnreadableInput, match=r"^book\.epub: .+") as refusal:
        read(data)
    assert "\n" not in str(refusal.value)


def test_mutations_give_a_text_or_one_line() -> None:
    chance = random.Random(13)
    whole = book(DOCUMENTS, properties=KINDS)
    for _ in range(250):
        sound_or_refused(mutated(whole, chance), "book.epub")
    for _ in range(250):
        path = chance.choice(list(DOCUMENTS))
        damaged = mutated(DOCUMENTS[path].encode(), chance).decode("utf-8", "replace")
        sound_or_refused(book({**DOCUMENTS, path: damaged}, properties=KINDS), "book.epub")


def test_a_note_that_points_to_a_figure_stays_a_note() -> None:
    body = (
        '<p>The mill<a href="#fn1" id="fnref1" epub:type="noteref">1</a>.</p>'
        '<figure id="fig:weir"><img src="w.png" alt=""/><figcaption>Figure 2: The weir in spring.</figcaption>'
        '</figure><p>The weir<a href="#fn2" id="fnref2" epub:type="noteref">2</a> holds.</p>'
        '<section epub:type="footnotes"><ol><li id="fn1" epub:type="footnote"><p>Ibid. <a href="#fnref1">↩</a>'
        '</p></li><li id="fn2" epub:type="footnote"><p>Figure <a href="#fig:weir">2</a> after Lane. '
        '<a href="#fnref2">↩</a></p></li></ol></section>'
    )
    data = book({"one.xhtml": page(body)})
    assert notes_of(data) == [("1", "Ibid.", 1), ("2", "Figure 2 after Lane.", 1)]


def test_a_call_that_takes_in_the_words_before_its_number() -> None:
    body = (
        '<p>The mill waits <a href="#n1" id="r1" epub:type="noteref">by the river.[1]</a> Dams do not.</p>'
        '<aside id="n1" epub:type="footnote"><p>1. Not in winter.</p></aside>'
    )
    assert notes_of(book({"a.xhtml": page(body)})) == [("1", "Not in winter.", 1)]
    text = read(book({"a.xhtml": page(body)})).text
    assert [marker.span.of(text.content) for marker in parse(text).markers] == ["1"]
