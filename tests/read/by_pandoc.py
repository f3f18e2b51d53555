"""Manuscripts written and read by pandoc, a program that shares no code with ours.

The sources of `fixtures/manuscripts` have plain notes, so that their truth is a few lines of Markdown; what
pandoc makes of them is how its many users' files look. The other way round it reads files as well: what it
finds in the same bytes is a second opinion on our readers. It then may open neither files nor sockets.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from functools import cache
from typing import Any

from fixtures.typeset import LANGUAGES, SOURCES
from tests.read.truth import Truth, folded

PANDOC = shutil.which("pandoc")
SOURCE = "markdown-smart+autolink_bare_uris"
"""Typographic signs as they stand; addresses become links, as authors' programs make them."""
WRITERS = {
    "docx": ("docx", "docx"),
    "odt": ("odt", "odt"),
    "epub": ("epub3", "epub"),
    "epub 2": ("epub2", "epub"),
    "html": ("html5", "html"),
    "html 4": ("html4", "html"),
    "latex": ("latex", "tex"),
    "markdown": ("markdown-smart", "md"),
    "markdown, notes after their blocks": ("markdown-smart", "md"),
    "github": ("gfm", "md"),
    "wiki text": ("mediawiki", "wiki"),
}
"""Form → pandoc's name of it and the ending of its files."""
READERS = {"docx": "docx", "odt": "odt", "epub": "epub", "html": "html", "tex": "latex", "md": "markdown"}
_NOTE = re.compile(r"^\[\^(\d+)\]: (.*)$", re.M)
_CALL = re.compile(r"\[\^(\d+)\](?!:)")
_URL = re.compile(r"https?://[^\s\])]*[^\s\]).,]")


def truth_of(language: str) -> Truth:
    """What a source of `fixtures/manuscripts` holds."""
    source = (SOURCES / f"{language}.md").read_text("utf-8")
    notes = [(label, folded(text), tuple(_URL.findall(text))) for label, text in _NOTE.findall(source)]
    return Truth(tuple(notes), tuple(_CALL.findall(_NOTE.sub("", source))))


def pandoc(data: bytes, *options: str) -> bytes:
    assert PANDOC is not None
    return subprocess.run(
        [PANDOC, *options, "-"], input=data, capture_output=True, check=True, timeout=60
    ).stdout


@cache
def written(language: str, form: str) -> tuple[bytes, str]:
    """A source in a form of `WRITERS`, and a name for the file."""
    writer, ending = WRITERS[form]
    options = ["--reference-location=block"] if "after their blocks" in form else []
    source = (SOURCES / f"{language}.md").read_bytes()
    title = ["--metadata", f"title={language}"]
    data = pandoc(source, "-s", *title, "-f", SOURCE, "-t", writer, "-o", "-", "--wrap=auto", *options)
    return data, f"{language}.{ending}"


def notes_by_pandoc(data: bytes, reader: str) -> list[str]:
    """Texts of the notes that pandoc finds, in order, a note that is called twice each time."""
    document = json.loads(pandoc(data, "--sandbox", "-f", reader, "-t", "json"))
    found: list[str] = []
    _collect(document["blocks"], found)
    return [folded(note) for note in found]


def _collect(node: Any, found: list[str]) -> None:
    if isinstance(node, list):
        for child in node:
            _collect(child, found)
    elif isinstance(node, dict):
        if node.get("t") == "Note":
            found.append(_words(node["c"]))
        else:
            _collect(list(node.values()), found)


def cited(node: Any) -> list[str]:
    """Keys of the citations below a node of pandoc's tree."""
    if isinstance(node, list):
        return [key for child in node for key in cited(child)]
    if not isinstance(node, dict):
        return []
    if node.get("t") == "Cite":
        inside = [
            key
            for one in node["c"][0]
            for part in ("citationPrefix", "citationSuffix")
            for key in cited(one[part])
        ]
        return [one["citationId"] for one in node["c"][0]] + inside
    return cited(list(node.values()))


def _words(node: Any) -> str:
    """The words below a node of pandoc's tree; formulas and pictures have none."""
    if isinstance(node, list):
        return "".join(map(_words, node))
    if not isinstance(node, dict):
        return ""
    kind, contents = node.get("t"), node.get("c")
    if kind == "Str":
        return str(contents)
    if kind in ("Space", "SoftBreak", "LineBreak"):
        return " "
    if kind in ("Code", "CodeBlock", "RawInline", "RawBlock"):
        return str(contents[1])
    if kind == "Quoted":
        opened, closed = ("\u201c", "\u201d") if contents[0]["t"] == "DoubleQuote" else ("\u2018", "\u2019")
        return f"{opened}{_words(contents[1])}{closed}"
    words = _words(contents)
    return f"{words} " if kind in ("Para", "Plain", "Header") else words


CORPUS = [(language, form) for language in LANGUAGES for form in WRITERS]
"""The documents that pandoc writes, as arguments of `written`."""
