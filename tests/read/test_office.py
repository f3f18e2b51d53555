"""Word and OpenDocument manuscripts: each of `documents/` says itself what is to be read out of it."""

from __future__ import annotations

import random
import struct
import zipfile
from pathlib import Path
from typing import Any

import pytest

from citecheck.errors import UnreadableInput
from citecheck.model import Manuscript, MarkKind, Note
from citecheck.parse import parse
from citecheck.read import read_manuscript
from citecheck.read.formats import format_of
from citecheck.repair import find_links
from tests.read import office

FILES = sorted(office.DOCUMENTS.glob("*/*.toml"))
BOOKS = {
    kind: office.DOCUMENTS / kind / f"{name}.toml"
    for kind, name in (("docx", "ru_kniga"), ("odt", "fr_notes"))
}
MUTATIONS = 500


def manuscript(path: Path) -> tuple[Manuscript, dict[str, Any]]:
    document = office.load(path)
    kind = path.parent.name
    data = office.docx(document) if kind == "docx" else office.odt(document)
    assert format_of(data, "book") == kind
    return read_manuscript(data, f"book.{kind}"), document["expected"]


@pytest.fixture(params=FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def book(request: pytest.FixtureRequest) -> tuple[Manuscript, dict[str, Any]]:
    return manuscript(request.param)


def test_notes_labels_and_order(book: tuple[Manuscript, dict[str, Any]]) -> None:
    read, expected = book
    notes = parse(read.text).notes
    assert [[note.label, str(note.kind), note.text] for note in notes] == expected["notes"]


def test_calls_stand_where_they_are_shown_and_find_their_notes(
    book: tuple[Manuscript, dict[str, Any]],
) -> None:
    read, expected = book
    content, parsed = read.text.content, parse(read.text)
    before = expected.get("before", [])
    assert len(parsed.markers) == len(before)
    labels = {note.id: note.label for note in parsed.notes}
    for marker, words in zip(parsed.markers, before, strict=True):
        assert content[: marker.span.start].endswith(words)
        assert marker.span.of(content) == marker.label == labels[marker.note_id or ""]
    assert not [problem for problem in parsed.problems if problem.check != "note-truncated"]


def test_addresses(book: tuple[Manuscript, dict[str, Any]]) -> None:
    read, expected = book
    parsed = parse(read.text)
    links = find_links(read.text, parsed.notes)

    def of(note: Note | None) -> list[str | None]:
        return [link.url for link in links if link.note_id == (note.id if note else None)]

    assert [of(note) for note in parsed.notes] == expected["urls"]
    assert of(None) == expected.get("outside", [])


def test_text_pages_headings_and_metadata(book: tuple[Manuscript, dict[str, Any]]) -> None:
    read, expected = book
    text, parsed = read.text, parse(read.text)
    for words in expected.get("has", []) + expected.get("once", []):
        assert words in text.content
    assert all(text.content.count(words) == 1 for words in expected.get("once", []))
    assert not [words for words in expected.get("lacks", []) if words in text.content]
    assert [note.page for note in parsed.notes] == expected.get("pages", [None] * len(parsed.notes))
    headings = [mark.spans[0].of(text.content) for mark in text.marks if mark.kind is MarkKind.HEADING]
    assert headings == expected.get("headings", [])
    if "quotations" in expected:
        assert sum(mark.kind is MarkKind.BLOCK_QUOTATION for mark in text.marks) == expected["quotations"]
    if "metadata" in expected:
        said = text.metadata
        assert [str(value) for value in (said.title, said.author, said.published, said.language)] == expected[
            "metadata"
        ]


def test_a_block_quotation_of_two_paragraphs_is_one_and_has_its_note() -> None:
    read, _ = manuscript(office.DOCUMENTS / "docx" / "fr_these.toml")
    block = parse(read.text).quotations[0]
    assert block.exact.startswith("L’eau est montée")
    assert block.exact.endswith("loin de la rive.")
    assert block.note_id == "3"


def refusal(data: bytes, name: str = "book.docx") -> str:
    with pytest.raises(UnreadableInput) as caught:
        read_manuscript(data, name)
    message = str(caught.value)
    assert "\n" not in message
    assert message.startswith(name)
    return message


def test_old_and_protected_files_say_what_to_do() -> None:
    compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    assert "save it as .docx" in refusal(compound + "WordDocument".encode("utf-16-le"), "old.doc")
    assert "without one" in refusal(compound + "EncryptedPackage".encode("utf-16-le"))
    assert "save it as .docx or .odt" in refusal(b"{\\rtf1 text}", "old.rtf")
    members = office.odt_members(office.load(BOOKS["odt"]))
    members["META-INF/manifest.xml"] = "<manifest><encryption-data/></manifest>"
    assert "password" in refusal(office.packed(members), "book.odt")
    data = bytearray(office.docx(office.load(BOOKS["docx"])))
    entry = data.find(b"PK\x01\x02")
    while entry >= 0:
        data[entry + 8] |= 1
        entry = data.find(b"PK\x01\x02", entry + 1)
    assert "password" in refusal(bytes(data))


def test_hostile_xml_is_refused() -> None:
    document = office.load(BOOKS["docx"])
    members = office.docx_members(document)
    laughs = '<!DOCTYPE w:document [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    for encoding in ("utf-8", "utf-16"):
        entity = (laughs + str(members["word/document.xml"])).encode(encoding)
        assert "document type" in refusal(office.packed(members | {"word/document.xml": entity}))
    deep = "<w:sdt>" * 5_000
    assert "damaged" in refusal(office.packed(members | {"word/document.xml": deep}))
    for prefix, suffix in (("<w:smartTag>", "</w:smartTag>"), ("<w:ins>", "</w:ins>")):
        nested = f"{prefix * 240}<w:r><w:t>deep down</w:t></w:r>{suffix * 240}"
        body = f"<w:document {office.NAMESPACES}><w:body><w:p>{nested}</w:p></w:body></w:document>"
        read = read_manuscript(office.packed(members | {"word/document.xml": body}), "deep.docx")
        assert read.text.content == "deep down\n"


def test_bombs_and_lying_sizes_are_refused() -> None:
    members = office.docx_members(office.load(BOOKS["docx"]))
    zeros = bytes(70 * 2**20)
    assert "67 MB" in refusal(office.packed(members | {"word/footnotes.xml": zeros}))
    bomb = bytearray(office.packed(members | {"word/document.xml": zeros}))
    for sign, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        entry = bomb.find(b"word/document.xml", bomb.find(sign)) - (46 if at == 24 else 30)
        assert bomb[entry : entry + 4] == sign
        struct.pack_into("<I", bomb, entry + at, 1000)
    assert "damaged" in refusal(bytes(bomb))
    many = members | {f"word/media/{number}": "" for number in range(5_001)}
    assert "5,000 members" in refusal(office.packed(many, zipfile.ZIP_STORED))
    assert "unknown way" in refusal(office.packed(members, zipfile.ZIP_LZMA))


def test_a_missing_text_is_named_and_damaged_side_parts_are_passed_over() -> None:
    members = office.docx_members(office.load(office.DOCUMENTS / "docx" / "ru_spisok.toml"))
    assert "no text" in refusal(
        office.packed({k: v for k, v in members.items() if k != "word/document.xml"} | {"word/documents": ""})
    )
    read = read_manuscript(office.packed(members | {"word/numbering.xml": "<broken"}), "book.docx")
    assert len(parse(read.text).notes) == 3
    assert any("numbering.xml" in warning for warning in read.text.warnings)
    assert "footnotes.xml" in refusal(office.packed(members | {"word/footnotes.xml": "<broken"}))
    lost = {k: v for k, v in members.items() if k != "word/footnotes.xml"}
    read = read_manuscript(office.packed(lost), "book.docx")
    assert any("notes 1, 2, 3" in warning for warning in read.text.warnings)


def test_an_empty_note_at_the_end_lies_in_the_text() -> None:
    document = {"body": "One.{f1}\nTwo.{f2}\n", "footnotes": {"1": "A word.", "2": "[[<w:r/>]]"}}
    text = read_manuscript(office.packed(office.docx_members(document)), "book.docx").text
    notes = [mark for mark in text.marks if mark.kind is MarkKind.NOTE]
    assert [(mark.label, mark.spans[0].of(text.content)) for mark in notes] == [("1", "A word."), ("2", "")]
    assert all(mark.spans[-1].end <= len(text.content) for mark in text.marks)


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_mutated_files_are_read_or_refused_in_one_line(kind: str) -> None:
    document = office.load(BOOKS[kind])
    build = office.docx_members if kind == "docx" else office.odt_members
    members = build(document)
    whole = office.packed(members)
    chance = random.Random(8)
    inner = [name for name in members if name.endswith(".xml")]
    for place in range(MUTATIONS):
        if place % 2:
            name = chance.choice(inner)
            content = members[name]
            data = office.packed(
                members | {name: mutated(content.encode() if isinstance(content, str) else content, chance)}
            )
        else:
            data = mutated(whole, chance)
        assert "\n" not in outcome(data, f"book.{kind}")


def outcome(data: bytes, name: str) -> str:
    """The line that refuses a file, empty where it is read. Anything else that is raised is a defect."""
    try:
        parse(read_manuscript(data, name).text)
    except UnreadableInput as refused:
        return str(refused)
    return ""


def mutated(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(changed))
        match chance.randrange(4):
            case 0:
                changed[at] = chance.randrange(256)
            case 1:
                del changed[at : at + chance.randint(1, 40)]
            case 2:
                changed[at:at] = changed[at : at + chance.randint(1, 60)]
            case _:
                end = chance.randrange(len(changed))
                changed[at : at + 20] = changed[end : end + 20]
        if not changed:
            break
    return bytes(changed)


def test_text_that_word_puts_in_from_other_files_is_told() -> None:
    document = {"body": 'One.\n<w:altChunk r:id="x"/>\n<w:p><w:subDoc r:id="y"/></w:p>\nTwo.\n'}
    text = read_manuscript(office.docx(document), "a.docx").text
    assert text.content == "One.\n\nTwo.\n"
    told = "the text of 2 files that Word puts in when it opens the document was not read"
    assert text.warnings == (f"{told}: open it in Word and save it",)


def test_identifiers_that_are_no_names_do_no_harm() -> None:
    """Other programs read such files, and nothing here asks for them."""
    body = '<text:p xml:id="1">Das Rad dreht sich.</text:p>\n<text:p xml:id="1">Es steht.</text:p>\n'
    text = read_manuscript(office.odt({"body": body}), "a.odt").text
    assert text.content == "Das Rad dreht sich.\n\nEs steht.\n"


def test_marks_of_direction_are_no_text_of_plain_paragraphs_and_notes() -> None:
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        "<text:p>\u202bכהן, העיר, 12.\u202c</text:p></text:note-body></text:note>"
    )
    body = f"<text:p>\u200fהחומות נפלו.\u200f</text:p>\n<text:p>הן עמדו{note}.</text:p>\n"
    text = read_manuscript(office.odt({"body": body}), "a.odt").text
    assert text.content == "החומות נפלו.\n\nהן עמדו1.\n\nכהן, העיר, 12.\n"


@pytest.mark.parametrize("before", ["", "\n"])
def test_white_space_in_a_row_is_one_space_whatever_stands_between(before: str) -> None:
    """A file in one line, as programs write it, and one set in."""
    spans = "<text:span>A note </text:span> that<text:span> is</text:span> <!-- x --> read"
    body = f"{before}<text:p>{spans}&#10; here.</text:p><text:p><text:span>So </text:span> far.</text:p>"
    begins = f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {office.ODF}><office:body>'
    data = f"{begins}<office:text>{body}</office:text></office:body></office:document>"
    text = read_manuscript(data.encode(), "a.fodt").text
    assert text.content == "A note that is read here.\n\nSo far.\n"
    text = read_manuscript(data.replace("&#10;", " ").encode(), "a.fodt").text
    assert text.content == "A note that is read here.\n\nSo far.\n"
