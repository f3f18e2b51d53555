"""Damaged, hostile and foreign files by the command: one line that names the file, exit 2, within bounds."""

from __future__ import annotations

import io
import random
import struct
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from citecheck.cli import main
from tests.read import books, office
from tests.read.pdf_books import Style, made

DOCX = office.docx(office.load(office.DOCUMENTS / "docx" / "en_review.toml"))
ODT = office.odt(office.load(office.DOCUMENTS / "odt" / "fr_notes.toml"))
EPUB = books.book({"a.xhtml": books.page('<p>Text<a id="r" href="#n">1</a>.</p><p id="n">1. A note.</p>')})
PDF = made(Style(notes=4)).data
PACKED = {"docx": (DOCX, "word/document.xml"), "odt": (ODT, "content.xml"), "epub": (EPUB, "OPS/book.opf")}
LONG = b"x" * 20_000_000
NINE = struct.pack("<I", 9)
"""A size that the archive's directory says."""
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'


def changed(kind: str, change: Callable[[bytes], bytes]) -> bytes:
    """The file with its main member changed."""
    data, main_member = PACKED[kind]
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == main_member else content)
    return stream.getvalue()


def patched(data: bytes, offset: int, value: bytes) -> bytes:
    """The archive with `value` at `offset` of each entry of its directory."""
    pieces = bytearray(data)
    at = pieces.find(b"PK\x01\x02")
    while at >= 0:
        pieces[at + offset : at + offset + len(value)] = value
        at = pieces.find(b"PK\x01\x02", at + 4)
    return bytes(pieces)


@cache
def cases() -> dict[str, bytes]:
    found = {
        "cut.pdf": PDF[: len(PDF) // 3],
        "noise.pdf": b"%PDF-1.7\n" + random.Random(1).randbytes(50_000),
        "picture.pdf": b"\x89PNG\r\n\x1a\n" + b"0" * 100,
        "rich.docx": b"{\\rtf1 x}",
        "old.doc": bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 5_000,
        "noise.txt": random.Random(2).randbytes(50_000),
        "zeros.md": b"\0" * 1_000,
        "empty.html": b"<html><script>x()</script></html>",
        "deep.docx": changed("docx", lambda xml: b"<a>" * 100_000),
        "deep.odt": changed("odt", lambda xml: b"<a>" * 100_000),
        "entities.docx": changed("docx", lambda xml: ENTITIES + xml),
        "entities.odt": changed("odt", lambda xml: ENTITIES + xml),
        "line.docx": changed("docx", lambda xml: xml.replace(b"The Weir", LONG)),
        "line.odt": changed(
            "odt", lambda xml: xml.replace(b"</text:p>", b"x" * 20_000_000 + b"</text:p>", 1)
        ),
    }
    for kind, (data, _) in PACKED.items():
        found |= {
            f"cut.{kind}": data[: len(data) // 2],
            f"bomb.{kind}": changed(kind, lambda xml: xml[:200] + b" " * 70_000_000),
            f"lies.{kind}": patched(
                changed(kind, lambda xml: b" " * 3_000_000 + xml), 24, struct.pack("<I", 9)
            ),
            f"locked.{kind}": patched(data, 8, b"\x01\x00"),
        }
    return found


NAMES = ["cut.pdf", "noise.pdf", "picture.pdf", "rich.docx", "old.doc", "noise.txt", "zeros.md", "empty.html"]
NAMES += [f"{trouble}.{kind}" for trouble in ("deep", "entities", "line") for kind in ("docx", "odt")]
NAMES += [f"{trouble}.{kind}" for trouble in ("cut", "bomb", "lies", "locked") for kind in PACKED]


@pytest.mark.parametrize("name", NAMES)
def test_one_line_and_exit_2(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_bytes(cases()[name])
    assert main(["extract", name]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert err.count("\n") == 1, err
    assert err.startswith(f"citecheck: {name}: ")
    assert "HUGE" not in err


def test_a_file_without_text_is_not_called_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("m.tex").write_bytes(b"\\documentclass{article}\\begin{document}\\end{document}")
    assert main(["extract", "m.tex"]) == 3
    assert capfd.readouterr().err == "citecheck: m.tex: no text in it\n"
    Path("m.tex").write_bytes(b"")
    assert main(["extract", "m.tex"]) == 3
    assert capfd.readouterr().err == "citecheck: m.tex: the file is empty\n"


@pytest.mark.parametrize("kind", ["pdf", "docx", "odt", "epub"])
def test_a_name_without_the_right_ending_does_not_matter(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Formats are told by their content."""
    monkeypatch.chdir(tmp_path)
    Path("book.txt").write_bytes(PDF if kind == "pdf" else PACKED[kind][0])
    assert main(["extract", "book.txt"]) == 0
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("name", ["~$book.docx", ".~lock.book.odt#"])
def test_what_lies_beside_an_open_document_is_named_as_such(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_bytes(b"\x05Admin" + bytes(156))
    assert main(["extract", name]) == 2
    assert capfd.readouterr().err.endswith("has the document open, and is not the document\n")
