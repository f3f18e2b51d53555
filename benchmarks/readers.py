"""Time and memory of reading manuscripts: a book of 560 pages and 750 notes, made here, against bare parsers.

    python -m benchmarks.readers [FORMAT or FILE ...]

The yardstick parses the same bytes in the same run (unpacked for both): lxml for Word and OpenDocument,
selectolax, the parser that the reader itself stands on, for HTML and EPUB; of HTML what lxml takes is told as
well. Ratios carry over to other machines, times do not. Each figure is the best of several rounds, the
reader's and the yardstick's in turn, so that a busy machine slows both. FILE: any other manuscript.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree
from lxml.html import fromstring
from selectolax.lexbor import LexborHTMLParser

from citecheck.read import read_manuscript

PARAGRAPHS, NOTES = 3_000, 750
ROUNDS = 9
WORDS = """
    river mill weir water night council engineer report archive letter statute village season harvest
    bridge measure account record winter question evidence answer channel owner witness the of and in to
    was not had were which with from upon under before
""".split()  # noqa: SIM905
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
P = "http://schemas.openxmlformats.org/package/2006/relationships"
ODF = "urn:oasis:names:tc:opendocument:xmlns"


def book() -> tuple[list[tuple[list[str], int]], list[str]]:
    """Paragraphs (sentences, and the note called at the end or 0) and notes by number less one."""
    chance = random.Random(561)

    def sentence(least: int, most: int) -> str:
        words = [chance.choice(WORDS) for _ in range(chance.randint(least, most))]
        return " ".join(words).capitalize() + "."

    called = set(chance.sample(range(PARAGRAPHS), NOTES))
    number = 0
    paragraphs: list[tuple[list[str], int]] = []
    for place in range(PARAGRAPHS):
        number += place in called
        sentences = [sentence(8, 22) for _ in range(chance.randint(3, 7))]
        paragraphs.append((sentences, number if place in called else 0))
    notes = [
        f"A. Example, {sentence(3, 6)} https://host{n % 90}.example/{chance.choice(WORDS)}/{n}.html, p. {n}."
        for n in range(1, NOTES + 1)
    ]
    return paragraphs, notes


def docx() -> tuple[bytes, Callable[[], None]]:
    """The book as Word writes it (properties and language of each run) and its bare parse."""
    paragraphs, notes = book()
    properties = '<w:rPr><w:rFonts w:ascii="Garamond" w:hAnsi="Garamond"/><w:lang w:val="en-GB"/></w:rPr>'

    def run(text: str) -> str:
        return f'<w:r w:rsidR="00A31B2C">{properties}<w:t xml:space="preserve">{escape(text)} </w:t></w:r>'

    def paragraph(sentences: Sequence[str], note: int) -> str:
        call = f'<w:r>{properties}<w:footnoteReference w:id="{note}"/></w:r>' if note else ""
        page = "<w:r><w:lastRenderedPageBreak/></w:r>" if note % 2 else ""
        own = '<w:pPr><w:pStyle w:val="Body"/><w:spacing w:after="0"/><w:jc w:val="both"/></w:pPr>'
        return f'<w:p w:rsidR="00A31B2C">{own}{page}{"".join(map(run, sentences))}{call}</w:p>'

    body = "".join(paragraph(*one) for one in paragraphs)
    bodies = "".join(
        f'<w:footnote w:id="{n}"><w:p><w:r><w:footnoteRef/></w:r>{run(text)}</w:p></w:footnote>'
        for n, text in enumerate(notes, 1)
    )
    relation = f'<Relationship Id="r1" Type="{R}/footnotes" Target="footnotes.xml"/>'
    parts = {
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
        "word/footnotes.xml": f'<w:footnotes xmlns:w="{W}">{bodies}</w:footnotes>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{P}">{relation}</Relationships>',
    }
    return _packed(parts)


def odt() -> tuple[bytes, Callable[[], None]]:
    """The book as LibreOffice writes it and its bare parse."""
    paragraphs, notes = book()

    def paragraph(sentences: Sequence[str], note: int) -> str:
        text = "".join(f'<text:span text:style-name="T1">{escape(one)}</text:span> ' for one in sentences)
        if note:
            body = f'<text:p text:style-name="Footnote">{escape(notes[note - 1])}</text:p>'
            text += (
                f'<text:note text:id="ftn{note}" text:note-class="footnote"><text:note-citation>{note}'
                f"</text:note-citation><text:note-body>{body}</text:note-body></text:note>"
            )
        return f'<text:p text:style-name="P1">{text}</text:p>'

    body = "".join(paragraph(*one) for one in paragraphs)
    spaces = f'xmlns:office="{ODF}:office:1.0" xmlns:text="{ODF}:text:1.0"'
    inner = f"<office:body><office:text>{body}</office:text></office:body>"
    mime = {"mimetype": "application/vnd.oasis.opendocument.text"}
    content = f"<office:document-content {spaces}>{inner}</office:document-content>"
    return _packed(mime | {"content.xml": content})


def html() -> tuple[bytes, Callable[[], None]]:
    """The book as a web page with ways back, and its bare parse by selectolax."""
    paragraphs, notes = book()
    data = _page(paragraphs, notes).encode()

    def bare() -> None:
        LexborHTMLParser(data.decode())

    return data, bare


def epub() -> tuple[bytes, Callable[[], None]]:
    """The book in one document of an EPUB, and the bare parse of that document."""
    paragraphs, notes = book()
    spaces = 'xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    spine = '<spine><itemref idref="a"/></spine>'
    item = '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
    data, _ = _packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container><rootfile full-path="book.opf"/></container>',
            "book.opf": f"<package {spaces}><manifest>{item}</manifest>{spine}</package>",
            "a.xhtml": _page(paragraphs, notes),
        }
    )

    def bare() -> None:
        with ZipFile(BytesIO(data)) as archive:
            LexborHTMLParser(archive.read("a.xhtml").decode())

    return data, bare


def _page(paragraphs: Sequence[tuple[list[str], int]], notes: Sequence[str]) -> str:
    def paragraph(sentences: Sequence[str], note: int) -> str:
        call = f'<sup><a href="#fn{note}" id="ref{note}">{note}</a></sup>' if note else ""
        return f'<p class="body">{escape(" ".join(sentences))}{call}</p>'

    body = "\n".join(paragraph(*one) for one in paragraphs)
    entries = "\n".join(
        f'<li id="fn{n}"><p>{escape(text)} <a href="#ref{n}">↩</a></p></li>'
        for n, text in enumerate(notes, 1)
    )
    return (
        f"<!DOCTYPE html><html><head><title>Book</title></head><body>{body}<ol>{entries}</ol></body></html>"
    )


def _packed(members: dict[str, str]) -> tuple[bytes, Callable[[], None]]:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    data = stream.getvalue()

    def bare() -> None:
        with ZipFile(BytesIO(data)) as archive:
            for name in archive.namelist():
                if name != "mimetype":
                    etree.fromstring(archive.read(name))

    return data, bare


BOOKS: dict[str, Callable[[], tuple[bytes, Callable[[], None]]]] = {
    "docx": docx,
    "odt": odt,
    "html": html,
    "epub": epub,
}
"""Format → its book and the yardstick over the same bytes."""


def best(*works: Callable[[], object]) -> list[float]:
    """Least processor time of each, over rounds in turn."""
    times = [[0.0] * ROUNDS for _ in works]
    for turn in range(ROUNDS):
        for work, own in zip(works, times, strict=True):
            start = time.process_time()
            work()
            own[turn] = time.process_time() - start
    return [min(own) for own in times]


def given(path: Path) -> tuple[bytes, Callable[[], None]]:
    """A manuscript of another program and its bare parse."""
    data = path.read_bytes()

    def packed() -> None:
        with ZipFile(BytesIO(data)) as archive:
            for name in archive.namelist():
                if name.endswith((".xhtml", ".html")):
                    LexborHTMLParser(archive.read(name).decode())
                elif name.endswith((".xml", ".rels")) and (content := archive.read(name)):
                    etree.fromstring(content)

    def page() -> None:
        LexborHTMLParser(data.decode())

    return data, packed if data.startswith(b"PK") else page


def measure(chosen: str) -> None:
    """One manuscript, in a process of its own so that its memory is its own."""
    path = Path(chosen)
    data, bare = BOOKS[chosen]() if chosen in BOOKS else given(path)
    name = f"book.{chosen}" if chosen in BOOKS else path.name
    works: list[Callable[[], object]] = [lambda: read_manuscript(data, name), bare]
    if not data.startswith(b"PK"):
        works.append(lambda: fromstring(data))
    own, yardstick, *other = best(*works)
    text = read_manuscript(data, name).text
    notes = sum(mark.kind == "note" for mark in text.marks)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    by_lxml = f" (lxml: {own / other[0]:.1f})" if other else ""
    print(
        f"{name}: {len(data):,} bytes, {len(text.content):,} characters, {notes} notes; "
        f"{own:.3f} s, bare {yardstick:.3f} s, {own / yardstick:.1f} times{by_lxml}; {memory:.0f} MiB"
    )


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("formats", nargs="*", default=[], metavar="FORMAT")
    arguments.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    chosen = arguments.parse_args()
    for format_ in chosen.formats or BOOKS:
        if chosen.alone:
            measure(format_)
        else:
            subprocess.run([sys.executable, "-m", "benchmarks.readers", format_, "--alone"], check=True)


if __name__ == "__main__":
    main()
