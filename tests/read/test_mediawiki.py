"""Wiki text: notes of every kind, citation templates in several languages, and what hostile bytes do."""

# ruff: noqa: E501  (source code of others keeps its lines)

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.model import Extraction, Lines, MarkKind, Parsed, Text
from citecheck.parse import parse
from citecheck.read import read_manuscript
from citecheck.repair import find_links
from citecheck.report.places import Places
from citecheck.report.words import words_in
from tests.read.mutations import mutated, sound_or_refused

PAGE = """'''Weir''' holds.<ref name="a">{{cite web |url=https://weir.example/a?b=1&amp;c=2 |title=The ''weir'' |last=Roe
|first=Ada |date=2019-05-03 |access-date=1 May 2020 |archive-url=https://archive.example/1}}</ref> On.<ref name=a />
Later.<ref name="z"/> {{efn|A side note.<ref>Inside.</ref>}} <!-- <ref>no</ref> --><nowiki><ref>no</ref></nowiki>
== Heading ==
* item{{sfn|Smith|2001|p=3}} and again{{sfn|Smith|2001|p=3}}
[[Category:Weirs]]
{| class="wikitable"
! Name !! Other
|-
| style="x" | cell<ref group="note">In a table.</ref> || second
|}
[[File:Weir.jpg|thumb|A caption with [[Link|text]].<ref>[https://d.example/x_(y) A report], p. 5.</ref>]]
{{Infobox place |name=X |website=https://i.example/ |population=100<ref>Census, https://census.example/2001.</ref>}}
<blockquote>Set off.</blockquote>
{{quote|Another one.|Roe}}
<references>
<ref name="z">{{cite book |title=[[Zeta|The last letter]] |author=Q. |year=1999}}</ref>
</references>
"""
TEMPLATES = {
    "de": "{{Internetquelle |autor=Ada Beispiel |url=https://w.example/1 |titel=Das Wehr |abruf=2020-01-02}}",
    "fr": "{{Lien web |auteur=A. Durand |url=https://w.example/1 |titre=La digue |consulté le=3 mai 2019}}",
    "ru": "{{публикация |автор=И. Иванов |ссылка=https://w.example/1 |заглавие=Плотина |год=2001}}",
    "es": "{{Cita web |apellido=Gómez |nombre=Ana |url=https://w.example/1 |título=El azud |fechaacceso=2020}}",
    "it": "{{Cita web |autore=Rossi |url=https://w.example/1 |titolo=La diga |accesso=5 maggio 2019}}",
    "pt": "{{Citar web |url=https://w.example/1 |titulo=A barragem |acessodata=2019-05-01}}",
    "nl": "{{Citeer web |url=https://w.example/1 |titel=De stuw |bezochtdatum=2019-05-01}}",
    "pl": "{{Cytuj |url=https://w.example/1 |tytuł=Jaz |data dostępu=2019-05-01}}",
    "uk": "{{cite web |url=https://w.example/1 |назва=Гребля |title=Гребля |дата-доступу=2019}}",
    "unknown": "{{Webzdroj |https://w.example/1 |x=y}}",
}  # fmt: skip


def read(source: str) -> tuple[Text, Parsed]:
    text = read_manuscript(source.encode(), "page.wiki").text
    return text, parse(text)


def test_notes_labels_and_calls() -> None:
    text, found = read(PAGE)
    assert [(note.label, note.text) for note in found.notes] == [
        ("1", "Roe, Ada. “The weir”. 2019-05-03. https://archive.example/1. Retrieved 1 May 2020."),
        ("2", "Q. “The last letter”. 1999."),
        ("3", "Inside."),
        ("a", "A side note.[3]"),
        ("4", "Smith 2001, p. 3"),
        ("note 1", "In a table."),
        ("5", "A report, p. 5."),
        ("6", "Census, https://census.example/2001."),
    ]
    labels = [marker.label for marker in found.markers]
    assert labels == ["1", "1", "2", "a", "4", "4", "note 1", "5", "6", "3"]
    ids = {note.id: note.label for note in found.notes}
    for marker in found.markers:
        assert ids[marker.note_id or ""] == marker.label == marker.span.of(text.content)


def test_addresses() -> None:
    text, found = read(PAGE)
    ids = {note.id: note.label for note in found.notes}
    assert [(link.url, ids.get(link.note_id or "")) for link in find_links(text, found.notes)] == [
        ("https://i.example/", None),
        ("https://weir.example/a?b=1&c=2", "1"),
        ("https://archive.example/1", "1"),
        ("https://d.example/x_(y)", "5"),
        ("https://census.example/2001", "6"),
    ]


def test_what_readers_see() -> None:
    text, _ = read(PAGE)
    for unseen in ("Category", "no</ref> -->", "'''", "{{", "|", "style", "thumb", "Infobox"):
        assert unseen not in text.content
    assert "<ref>no</ref>" in text.content
    shown = {(mark.kind, mark.spans[0].of(text.content)) for mark in text.marks}
    assert (MarkKind.HEADING, "Heading") in shown
    assert (MarkKind.BLOCK_QUOTATION, "Set off.") in shown
    assert (MarkKind.BLOCK_QUOTATION, "Another one.") in shown


@pytest.mark.parametrize("language", TEMPLATES)
def test_citation_templates_of_other_wikis(language: str) -> None:
    text, found = read(f"Text.<ref>{TEMPLATES[language]}</ref>")
    [link] = find_links(text, found.notes)
    assert (link.url, link.note_id) == ("https://w.example/1", "1")
    assert "|" not in found.notes[0].text


def test_groups_have_numberings_of_their_own() -> None:
    _, found = read(
        "A<ref group=lower-roman>x</ref>B<ref group=lower-roman>y</ref>C{{efn|z}}D{{efn|w}}E<ref>v</ref>"
    )
    assert [note.label for note in found.notes] == ["i", "ii", "a", "b", "1"]


def test_a_name_never_defined_is_a_lost_note() -> None:
    _, found = read("A<ref>one</ref> B<ref name=lost />")
    assert [problem.check for problem in found.problems] == ["note-missing"]


def test_what_is_never_closed_is_text() -> None:
    for source in ("A {{cite web |url=x", "A [[File:x|y", "A [https://x.example y", "A <ref>b"):
        text, _ = read(source + " tail")
        assert text.content.startswith("A ")
        assert text.content.endswith(" tail")


@pytest.mark.parametrize(
    "piece",
    ["{{", "[[", "}}", "{{a|", "[http://a ", "<ref>", "<ref name=a>", "=", "'", "<!--", "<nowiki>", "|", "{|\n|",
     "[[a|", "\n==", "<a", "{{a}}", "<references>", "<blockquote>", "[[a]]", "__", "* "],
)  # fmt: skip
def test_hostile_repeats_take_linear_time(piece: str) -> None:
    started = time.process_time()
    read_manuscript((piece * (50_000 // len(piece))).encode(), "a.wiki")
    read_manuscript(((piece + "\n") * 10_000).encode(), "a.wiki")
    assert time.process_time() - started < 4.0


def test_mutations_give_a_text_or_one_line() -> None:
    chance = random.Random(17)
    for _ in range(500):
        sound_or_refused(mutated(PAGE.encode(), chance), "page.wiki")


@given(st.lists(st.sampled_from(["{{", "}}", "[[", "]]", "[http://a.b", "]", "|", "=", "<ref>", "</ref>", "\n",
                                 "<ref name=a/>", "{|", "|}", "<references>", "</references>", "x ", "cite web",
                                 "<blockquote>", "</blockquote>", "'''", "== h ==", "{{efn|", "url"]), max_size=60))  # fmt: skip
def test_any_order_of_tokens_is_read(pieces: list[str]) -> None:
    sound_or_refused("".join(pieces).encode(), "page.wiki")


def test_an_ampersand_without_a_semicolon_is_no_character_reference() -> None:
    address = "https://weir.example/s?a=1&region_north=90&section=2&copy=3&lt=4"
    for source in (f"[{address} Map]", f"{{{{cite web |url={address} |title=Map}}}}", address):
        text, found = read(f"Weir.<ref>{source}</ref>")
        assert [link.url for link in find_links(text, found.notes)] == [address]


def test_a_work_that_is_an_address_does_not_run_on_into_the_date() -> None:
    text, found = read(
        "Weir.<ref>{{cite web |title=T |url=https://a.example/1 |work=https://w.example |date=2013}}</ref>"
    )
    assert [link.url for link in find_links(text, found.notes)] == [
        "https://a.example/1",
        "https://w.example",
    ]


def test_a_note_that_is_an_unknown_template_is_shown_by_its_words() -> None:
    _, found = read("Weir.<ref>{{WeirCensus|1998|id=44}}</ref> Mill.<ref>B.</ref>")
    assert [(note.label, note.text) for note in found.notes] == [("1", "weircensus: 1998, 44"), ("2", "B.")]


def test_places_are_lines_of_the_source() -> None:
    source = (
        "== Weir ==\r\nBuilt in 1931.<ref>First.</ref> It stood\r\nuntil 1950.<ref>{{cite web\r\n"
        "|url=https://b.example/y\r\n|title=Water}}</ref>\r\n\r\nEnd.<ref name=z /> {{quote|Words set off.}}\r\n"
        '<references>\r\n<ref name="z">Late.</ref>\r\n</references>\r\n'
    )
    read = read_manuscript(source.encode(), "page.wiki")
    parsed = parse(read.text)
    assert read.has_lines
    assert [read.text.located(note.line) for note in parsed.notes] == [("", 2), ("", 3), ("", 9)]
    assert [read.text.located(marker.line)[1] for marker in parsed.markers] == [2, 3, 7]
    where = Places(Extraction(read, parsed, ()), words_in("en"))
    assert where(parsed.notes[2].line) == "line 9"


@given(st.text(st.sampled_from("ab {}[]|=<>/ref'\n"), max_size=200))
def test_every_line_read_has_one_of_the_source(source: str) -> None:
    text = read_manuscript(source.encode(), "page.wiki").text
    assert len(text.lines) == len(Lines(text.content))
    assert set(text.lines) <= set(range(1, source.count("\n") + 2))


def test_links_in_unknown_templates_and_the_addresses_of_chapters_are_kept() -> None:
    source = (
        "A mill.<ref>{{PDFlink|[https://mills.example/a.pdf The weir]|91 KB}} Board of Mills.</ref> A wheel."
        "<ref>{{cite book|last=Weir|first=Anna|chapter=Oak|chapter-url=https://mills.example/oak|title=Wheels"
        "|url=https://mills.example/wheels|year=1930}}</ref> A dam.<ref>Weir, www.mills.example. 7 May 2008.</ref>\n"
    )
    text = read_manuscript(source.encode(), "mill.wiki").text
    parsed = parse(text)
    assert [(link.url, link.note_id) for link in find_links(text, parsed.notes)] == [
        ("https://mills.example/a.pdf", "1"),
        ("https://mills.example/wheels", "2"),
        ("https://mills.example/oak", "2"),
        ("http://www.mills.example", "3"),
    ]
    assert parsed.notes[0].text == "The weir Board of Mills."
