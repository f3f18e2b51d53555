"""Time and memory of reading manuscripts: a book of 560 pages and 750 notes, made here, against bare parsers.

    python -m benchmarks.readers [--libreoffice] [FORMAT or FILE ...]

The yardstick parses the same bytes in the same run (unpacked for both) and throws the tree away: lxml for
Word and OpenDocument; for HTML and EPUB selectolax, the parser that the reader itself stands on, and lxml.
Beside them, for HTML and EPUB, what a reader in Python cannot do without: selectolax, and each node of its
tree asked once for its name and its attributes or characters. Ratios carry over to other machines, times do
not; a Python that was built without optimisation takes a tenth longer, its parsers do not. Each is the median
of several rounds, reader and yardsticks in turn, so that a busy machine slows all of them. With
`--libreoffice` the same book as LibreOffice writes it, where that is installed; FILE: any other
manuscript.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree
from lxml import html as lxml_html
from selectolax.lexbor import LexborHTMLParser

from citecheck.read import read_manuscript

Yardsticks = dict[str, Callable[[], object]]
PARAGRAPHS, NOTES = 3_000, 750
ROUNDS = 21
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


def docx() -> bytes:
    """The book as Word writes it (properties and language of each run)."""
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


def odt() -> bytes:
    """The book as OpenDocument, a span a sentence."""
    content = _open_document('<text:span text:style-name="T1">{}</text:span> ')
    mime = {"mimetype": "application/vnd.oasis.opendocument.text"}
    return _packed(mime | {"content.xml": f"<office:document-content {content}</office:document-content>"})


def by_libreoffice(format_: str) -> bytes:
    """The book as LibreOffice writes it. Raises `OSError` where it is not installed."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "book.fodt")
        own = 'office:mimetype="application/vnd.oasis.opendocument.text" office:version="1.3"'
        content = f"<office:document {_open_document('{} ', own)}</office:document>"
        source.write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n{content}', "utf-8")
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        to = ["--headless", "--convert-to", format_, "--outdir", f"{folder}/made", str(source)]
        subprocess.run(["soffice", profile, *to], check=True, capture_output=True, timeout=300)
        return Path(folder, "made", f"book.{format_}").read_bytes()


def _open_document(sentence_as: str, said: str = "") -> str:
    """Name spaces, further attributes and body of the book as OpenDocument."""
    paragraphs, notes = book()

    def paragraph(sentences: Sequence[str], note: int) -> str:
        text = "".join(sentence_as.format(escape(one)) for one in sentences)
        if note:
            body = f'<text:p text:style-name="Footnote">{escape(notes[note - 1])}</text:p>'
            text += (
                f'<text:note text:id="ftn{note}" text:note-class="footnote"><text:note-citation>{note}'
                f"</text:note-citation><text:note-body>{body}</text:note-body></text:note>"
            )
        return f'<text:p text:style-name="P1">{text}</text:p>'

    body = "".join(paragraph(*one) for one in paragraphs)
    spaces = f'xmlns:office="{ODF}:office:1.0" xmlns:text="{ODF}:text:1.0"'
    return f"{spaces} {said}><office:body><office:text>{body}</office:text></office:body>"


def html() -> bytes:
    """The book as a web page with ways back."""
    return _page(*book()).encode()


def epub() -> bytes:
    """The book in one document of an EPUB."""
    spaces = 'xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    spine = '<spine><itemref idref="a"/></spine>'
    item = '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
    return _packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container><rootfile full-path="book.opf"/></container>',
            "book.opf": f"<package {spaces}><manifest>{item}</manifest>{spine}</package>",
            "a.xhtml": _page(*book()),
        }
    )


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


def _packed(members: dict[str, str]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


BOOKS: dict[str, Callable[[], bytes]] = {"docx": docx, "odt": odt, "html": html, "epub": epub}


def yardsticks(data: bytes) -> Yardsticks:
    """Bare parsers over the pages, else the XML, of a manuscript, by name; each tree is dropped at once."""
    if not data.startswith(b"PK"):
        return _of_pages(lambda: iter([data]))
    with ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
    pages = [name for name in names if name.endswith((".xhtml", ".html"))]
    parts = [name for name in names if name.endswith((".xml", ".rels"))]

    def read(chosen: Sequence[str]) -> Iterator[bytes]:
        with ZipFile(BytesIO(data)) as archive:
            yield from filter(None, map(archive.read, chosen))

    if pages:
        return _of_pages(lambda: read(pages))
    return {"lxml": lambda: each(read(parts), etree.fromstring)}


def each(contents: Iterator[bytes], work: Callable[[bytes], object]) -> None:
    for content in contents:
        work(content)


def _of_pages(read: Callable[[], Iterator[bytes]]) -> Yardsticks:
    def asked(page: bytes) -> None:
        for node in LexborHTMLParser(page.decode()).root.traverse(include_text=True):
            _ = node.text_content if node.tag == "-text" else node.attributes

    return {
        "selectolax": lambda: each(read(), lambda page: LexborHTMLParser(page.decode())),
        "lxml": lambda: each(read(), lxml_html.document_fromstring),
        "nodes asked": lambda: each(read(), asked),
    }


def timed(*works: Callable[[], object]) -> list[list[float]]:
    """Processor times of each, over rounds in turn."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):
        for work, own in zip(works, times, strict=True):
            start = time.process_time()
            work()
            own.append(time.process_time() - start)
    return times


def measure(chosen: str, *, libreoffice: bool) -> None:
    """One manuscript, in a process of its own so that its memory is its own."""
    path = Path(chosen)
    if chosen in BOOKS:
        data = by_libreoffice(chosen) if libreoffice else BOOKS[chosen]()
    else:
        data = path.read_bytes()
    name = f"book.{chosen}" if chosen in BOOKS else path.name
    text = read_manuscript(data, name).text
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    bare = yardsticks(data)
    own, *others = timed(lambda: read_manuscript(data, name), *bare.values())
    notes = sum(mark.kind == "note" for mark in text.marks)
    print(f"{name}: {len(data):,} bytes, {len(text.content):,} characters, {notes} notes; ", end="")
    print(f"{min(own):.3f} s, {memory:.0f} MiB", end="")
    for title, other in zip(bare, others, strict=True):
        ratio = statistics.median(mine / its for mine, its in zip(own, other, strict=True))
        print(f"; {title} {min(other):.4f} s, {ratio:.1f} times", end="")
    print()


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("formats", nargs="*", default=[], metavar="FORMAT")
    arguments.add_argument("--libreoffice", action="store_true", help="the book as LibreOffice writes it")
    arguments.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    chosen = arguments.parse_args()
    if not chosen.alone:
        optimised = "--enable-optimizations" in (sysconfig.get_config_var("CONFIG_ARGS") or "")
        how = "with" if optimised else "without"
        print(f"Python {sys.version.split()[0]}, configured {how} --enable-optimizations")
    for format_ in chosen.formats or BOOKS:
        if chosen.alone:
            measure(format_, libreoffice=chosen.libreoffice)
        else:
            again = [format_, "--alone", *(["--libreoffice"] if chosen.libreoffice else [])]
            subprocess.run([sys.executable, "-m", "benchmarks.readers", *again], check=True)


if __name__ == "__main__":
    main()
