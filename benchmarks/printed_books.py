"""Notes and calls in the text of set books: your own documents, set as PDF, extracted again, compared.

    python -m benchmarks.printed_books FOLDER [--settings foot,chapter,page,two,ends] [--misses]

FOLDER holds documents with footnotes that pandoc reads (`.docx`, `.odt`, `.md`, `.tex`, `.epub`). Each is set
with XeLaTeX on small pages, so that notes run over page ends, and the text is got out again by every tool
there is (pdftotext in three modes, mutool, PDFium). What is missing is named and left out.

Figures of docs/accuracy/notes.md, "Text of set books", were made so.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from rapidfuzz import fuzz

from citecheck.model import Text
from citecheck.parse import parse

FORMATS = {".docx": "docx", ".odt": "odt", ".md": "markdown", ".tex": "latex", ".epub": "epub"}
SETTINGS = {
    "foot": (r"\counterwithout{footnote}{chapter}", "", ""),
    "chapter": ("", "", ""),
    "page": (r"\usepackage{perpage}\MakePerPage{footnote}", "", ""),
    "two": (r"\counterwithout{footnote}{chapter}", "", ",twocolumn"),
    "ends": (r"\usepackage{endnotes}\let\footnote\endnote", r"\clearpage\theendnotes", ""),
}
"""What is added to the preamble, at the end, and to the options of the class."""
ALIKE, SAME_PLACE = 0.55, 75
"""Likeness from which a note found is that of the source; of the letters around a call, in per cent."""
CONTEXT = 14
"""Letters before and behind a call that are compared."""

_PREAMBLE = r"""\documentclass[10pt,twoside%s]{book}
\usepackage[paperwidth=148mm,paperheight=210mm,margin=18mm]{geometry}
\usepackage{fontspec}\setmainfont{%s}\usepackage{url}\urlstyle{same}%s
\pagestyle{headings}\raggedbottom\sloppy\begin{document}
"""
_SPECIAL = {c: rf"\char{ord(c)}{{}}" for c in "\\{}$&#_%^~\"'`<>"}
_ADDRESS = re.compile(r"https?://[!-z]+(?<![.,;:)])")


class Book(NamedTuple):
    """A source: paragraphs of stretches of text and of notes (their places in `notes`)."""

    paragraphs: list[list[str | int]]
    headings: dict[int, str]
    """Of chapters, before the paragraph with that place."""
    notes: list[str]


def read(path: Path) -> Book:
    """A document's paragraphs and notes as pandoc sees them. Raises `CalledProcessError`."""
    command = ["pandoc", "-f", FORMATS[path.suffix.lower()], "-t", "json", str(path)]
    blocks = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["blocks"]
    book = Book([], {}, [])
    for block in blocks:
        if block["t"] == "Header" and block["c"][0] == 1:
            book.headings[len(book.paragraphs)] = _plain(block["c"][2])
        for inlines in _paragraphs(block):
            pieces: list[str | int] = []
            _walk(inlines, pieces, book.notes)
            if pieces:
                book.paragraphs.append(pieces)
    return book


def _paragraphs(block: Any) -> Iterator[list[Any]]:
    if block["t"] in ("Para", "Plain"):
        yield block["c"]
    elif block["t"] in ("BlockQuote", "Div"):
        for inner in block["c"] if block["t"] == "BlockQuote" else block["c"][1]:
            yield from _paragraphs(inner)


def _walk(inlines: Sequence[Any], pieces: list[str | int], notes: list[str] | None) -> None:
    """Adds the words of inline elements, and places of notes where `notes` is given, to `pieces`."""
    for one in inlines:
        kind, content = one["t"], one.get("c")
        if kind == "Str":
            pieces.append(content)
        elif kind in ("Space", "SoftBreak", "LineBreak"):
            pieces.append(" ")
        elif kind == "Quoted":
            marks = "‘’" if content[0]["t"] == "SingleQuote" else "“”"
            pieces.append(marks[0])
            _walk(content[1], pieces, notes)
            pieces.append(marks[1])
        elif kind in ("Link", "Span", "Cite"):
            _walk(content[1], pieces, notes)
        elif kind == "Note" and notes is not None:
            words = " ".join(_plain(inner) for block in content for inner in _paragraphs(block))
            if _folded(words):
                notes.append(words)
                pieces.append(len(notes) - 1)
        elif isinstance(content, list) and kind not in ("Math", "RawInline", "Code", "Image", "Note"):
            _walk(content, pieces, notes)


def _plain(inlines: Sequence[Any]) -> str:
    pieces: list[str | int] = []
    _walk(inlines, pieces, None)
    return " ".join("".join(str(piece) for piece in pieces).split())


def _tex(text: str) -> str:
    parts, at = [], 0
    for found in _ADDRESS.finditer(text):
        address = found.group()
        if set(address) & set("\\{}^~"):
            continue
        quoted = re.sub(r"([%#&])", r"\\\1", address)
        parts += [_escaped(text[at : found.start()]), rf"\url{{{quoted}}}"]
        at = found.end()
    return "".join((*parts, _escaped(text[at:])))


def _escaped(text: str) -> str:
    return "".join(_SPECIAL.get(c, c) for c in text if c.isprintable())


def typeset(book: Book, setting: str, font: str, folder: Path) -> Path | None:
    """The book as PDF, `None` where XeLaTeX made none."""
    before, after, options = SETTINGS[setting]
    parts = [_PREAMBLE % (options, font, before)]
    for place, paragraph in enumerate(book.paragraphs):
        if place in book.headings or not place:
            parts.append(rf"\chapter{{{_escaped(book.headings.get(place, '1'))[:200]}}}" + "\n")
        parts += [
            _tex(piece) if isinstance(piece, str) else rf"\footnote{{{_tex(book.notes[piece])}}}"
            for piece in paragraph
        ]
        parts.append("\n\n")
    source = folder / f"{setting}.tex"
    source.write_text("".join((*parts, after, "\n\\end{document}\n")), "utf-8")
    for _ in range(3 if setting == "page" else 1):
        subprocess.run(
            ["xelatex", "-interaction=batchmode", source.name], cwd=folder, capture_output=True, check=False
        )
    made = source.with_suffix(".pdf")
    return made if made.exists() else None


def texts(pdf: Path) -> Iterator[tuple[str, str]]:
    """Name of each tool, and the text that it gets out."""
    commands = {
        "pdftotext": ["pdftotext", str(pdf), "-"],
        "pdftotext -layout": ["pdftotext", "-layout", str(pdf), "-"],
        "pdftotext -raw": ["pdftotext", "-raw", str(pdf), "-"],
        "mutool": ["mutool", "draw", "-q", "-F", "txt", "-o", "-", str(pdf)],
    }
    for name, command in commands.items():
        if shutil.which(command[0]):
            yield (
                name,
                subprocess.run(command, capture_output=True, check=False).stdout.decode("utf-8", "replace"),
            )
    import pypdfium2

    pages = pypdfium2.PdfDocument(pdf)
    yield (
        "PDFium, pages joined",
        "\n".join(page.get_textpage().get_text_range().replace("\r\n", "\n") for page in pages),
    )


def compare(book: Book, text: str) -> tuple[Counter[str], list[str]]:
    """Counts, and what is wrong, of the notes and calls found in a text."""
    parsed = parse(Text(text))
    pairs = aligned([_folded(note) for note in book.notes], [_folded(note.text) for note in parsed.notes])
    counts = Counter(notes=len(book.notes), found=len(pairs), extra=len(parsed.notes) - len(pairs))
    wrong = [f"lost: {book.notes[place][:70]}" for place in range(len(book.notes)) if place not in pairs]
    contexts = _contexts(book)
    for place, at in pairs.items():
        note = parsed.notes[at]
        if _folded(note.text) == _folded(book.notes[place]):
            counts["exact"] += 1
        else:
            wrong.append(f"not exact: {note.text[-70:]!r} for {book.notes[place][-70:]!r}")
        called = [marker.span for marker in parsed.markers if marker.note_id == note.id]
        counts["called"] += any(_there(text, span.start, span.end, contexts[place]) for span in called)
    return counts, wrong


def aligned(wanted: Sequence[str], found: Sequence[str]) -> dict[int, int]:
    """Which of the notes found, in order, is which of those wanted: the pairs that are most alike in all."""
    best = [[0.0] * (len(found) + 1) for _ in range(len(wanted) + 1)]
    for i, one in enumerate(wanted, 1):
        for j, other in enumerate(found, 1):
            likeness = 1.0 if one == other else fuzz.ratio(one, other) / 100
            matched = best[i - 1][j - 1] + likeness if likeness >= ALIKE else 0.0
            best[i][j] = max(best[i - 1][j], best[i][j - 1], matched)
    pairs: dict[int, int] = {}
    i, j = len(wanted), len(found)
    while i and j:
        if best[i][j] == best[i - 1][j]:
            i -= 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs[i] = j
    return pairs


def _contexts(book: Book) -> dict[int, tuple[str, str]]:
    """Letters before and behind the call of each note."""
    before, found, opened = "", {}, []
    for paragraph in book.paragraphs:
        for piece in paragraph:
            if isinstance(piece, int):
                opened.append((piece, before[-CONTEXT:], len(before)))
            else:
                before += _folded(piece)
    for place, letters, at in opened:
        found[place] = (letters, before[at : at + CONTEXT])
    return found


def _there(text: str, start: int, end: int, context: tuple[str, str]) -> bool:
    before, after = (
        _folded(text[max(0, start - 80) : start])[-CONTEXT:],
        _folded(text[end : end + 80])[:CONTEXT],
    )
    return fuzz.ratio(before, context[0]) > SAME_PLACE or fuzz.ratio(after, context[1]) > SAME_PLACE


def _folded(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", text).lower() if c.isalnum())


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--settings", default=",".join(SETTINGS))
    parser.add_argument("--font", default="Liberation Serif", help="one with all letters of the documents")
    parser.add_argument("--misses", action="store_true", help="show what is wrong")
    options = parser.parse_args()
    lacking = [tool for tool in ("pandoc", "xelatex", "pdftotext", "mutool") if not shutil.which(tool)]
    print(f"not there: {', '.join(lacking) or 'nothing'}")
    totals: dict[str, Counter[str]] = {}
    for path in sorted(options.folder.iterdir()) if not set(lacking) & {"pandoc", "xelatex"} else ():
        if path.suffix.lower() not in FORMATS:
            continue
        book = read(path)
        for setting in options.settings.split(",") if book.notes else ():
            with tempfile.TemporaryDirectory() as folder:
                pdf = typeset(book, setting, options.font, Path(folder))
                for tool, text in texts(pdf) if pdf else ():
                    counts, wrong = compare(book, text)
                    totals.setdefault(tool, Counter()).update(counts)
                    if options.misses:
                        print(f"{path.name}, {setting}, {tool}", *wrong, sep="\n    ")
    for tool, counts in totals.items():
        shares = {name: f"{counts[name] / counts['notes']:.1%}" for name in ("found", "exact", "called")}
        print(f"{tool}: {counts['notes']} notes, {shares}, extra {counts['extra']}")


if __name__ == "__main__":
    main()
