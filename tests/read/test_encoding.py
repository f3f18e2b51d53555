"""A manuscript's letters arrive as they were typed, whatever the encoding."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.errors import UnreadableInput
from citecheck.read import decode, read_manuscript

FRENCH = "L'été dernier, « on a vu » des élèves à l'œuvre — déjà prêts. Où êtes-vous, près de Besançon ?\n"
FRENCH_PLAIN = "L'été dernier, « on a vu » des élèves prêts. Où êtes-vous allés, près de Besançon ?\n"
RUSSIAN = "Летом 2018 года газета писала: «мельница стоит». Указ. соч. С. 12.\n"
GERMAN = "Die größte Mühle „läuft weiter“ – schön für Übersee.\n"
POLISH = "Zażółć gęślą jaźń – „młyn stoi” w Łodzi, święto.\n"
MIXED = "Près de Besançon, « мельница стоит » (дата обращения: 12.05.2019).\n"


@pytest.mark.parametrize("times", [1, 30])
@pytest.mark.parametrize("text", [FRENCH, RUSSIAN, GERMAN, POLISH, MIXED])
@pytest.mark.parametrize(
    ("codec", "shown"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16"),
        ("utf-16-be", "utf-16"),
        ("utf-32", "utf-32"),
    ],
)
def test_unicode_encodings(text: str, codec: str, shown: str, times: int) -> None:
    assert decode((text * times).encode(codec)) == (text * times, shown)


@pytest.mark.parametrize("times", [1, 30])
@pytest.mark.parametrize(
    ("text", "codec", "shown"),
    [
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN.replace("«", '"').replace("»", '"'), "koi8-r", "koi8-r"),
        (FRENCH_PLAIN, "latin-1", "latin-1"),
        (FRENCH, "cp1252", "cp1252"),
        (GERMAN, "cp1252", "cp1252"),
        (POLISH, "cp1250", "cp1250"),
    ],
)
def test_one_byte_encodings(text: str, codec: str, shown: str, times: int) -> None:
    assert decode((text * times).encode(codec)) == (text * times, shown)


def test_a_declaration_is_believed_where_it_holds() -> None:
    assert decode(RUSSIAN.encode("koi8-r", "replace"), "koi8-r")[1] == "koi8-r"
    assert decode(FRENCH.encode(), "ascii") == (FRENCH, "utf-8")
    assert decode(FRENCH.encode(), "no such name\0") == (FRENCH, "utf-8")


def test_a_stray_byte_in_utf_8_damages_one_character() -> None:
    text, encoding = decode((FRENCH * 9).encode() + b"caf\xe9 ferm\xc3\xa9")
    assert encoding == "utf-8"
    assert text.startswith(FRENCH)
    assert text.endswith("caf\ufffd fermé")


@pytest.mark.parametrize(
    "data", [b"\x00\x01\x02\x03", random.Random(7).randbytes(3000), bytes(range(256)) * 4, b"\x00\xff" * 500]
)
def test_binary_data_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(UnreadableInput) as refusal:
        read_manuscript(data, "book.txt")
    assert str(refusal.value).startswith("book.txt: ")
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("data", [b"PK\x03\x04....", b"\x89PNG\r\n"])
def test_other_formats_are_named(data: bytes) -> None:
    with pytest.raises(UnreadableInput, match=r"^notes\.txt: this is "):
        read_manuscript(data, "notes.txt")


def test_stray_control_characters_do_not_make_a_text_binary() -> None:
    text = "A page\x0c of\x00 scanned\x02 text\x1b[0m with\x07 rubbish in it.\n" * 3 + FRENCH * 20
    assert decode(text.encode())[0] == text


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        manuscript = read_manuscript(data, "any.md")
    except UnreadableInput:
        return
    for mark in manuscript.text.marks:
        for span in mark.spans:
            assert 0 <= span.start <= span.end <= len(manuscript.text.content)
