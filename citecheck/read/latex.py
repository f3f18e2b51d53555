"""LaTeX: what the source reads as, line by line.

The text is not the raw source, as it is for Markdown: a note is to be read without commands, and most of its
characters can be commands. It is what the source prints, written so that every line end of the source stays
one: line numbers are those of the file, and an author finds the place. Notes stand where they are called, in
the brackets of Markdown's inline notes; marks alone say what is what. Files that the manuscript inputs are
numbered with it and stand after it, each with its own lines.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence

from citecheck.model import Manuscript, Metadata, Text
from citecheck.read.encoding import decode, decoded_or_empty
from citecheck.read.latex_commands import all_handlers
from citecheck.read.latex_house import ENDINGS, house_macros
from citecheck.read.latex_lists import close_item, print_list
from citecheck.read.latex_machine import Machine
from citecheck.read.latex_output import Output, together
from citecheck.read.latex_setup import Setup, setup_of
from citecheck.read.latex_source import Source
from citecheck.read.latex_sources import Sources, sources_of

_INPUTENC = re.compile(
    rb"^[^%\r\n]*\\(?:usepackage[ \t]*\[([\w-]{2,20})\][ \t]*\{inputenc\}|inputencoding\{([\w-]{2,20})\})",
    re.M,
)
_CODECS = {
    "latin1": "cp1252",
    "ansinew": "cp1252",
    "latin2": "iso8859-2",
    "latin9": "iso8859-15",
    "applemac": "mac-roman",
    **{name: name for name in ("cp1250", "cp1251", "cp1252", "cp866", "koi8-r", "koi8-u")},
}
"""Options of `inputenc` (its manual) and Python's names."""
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def read(data: bytes, name: str, siblings: Mapping[str, bytes] | None = None) -> Manuscript:
    """A LaTeX source. Raises `UnreadableInput` for data that is no text.

    `siblings`: the files it inputs and its bibliographies, by their path from the manuscript's folder.
    """
    declared = _declared(data)
    content, encoding = decode(data, declared, name=name)
    files = {path: decoded_or_empty(body, declared) for path, body in (siblings or {}).items()}
    sources = sources_of(content, name, files)
    house = [text for path, text in sources.texts.items() if path.endswith(ENDINGS)]
    told = [text for path, text in sources.texts.items() if not path.endswith(ENDINGS)]
    setup = setup_of("\n".join([content, *told]), "\n".join(house))
    return Manuscript(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="text/x-tex",
        encoding=encoding,
        text=_run(content, name, setup, sources, house),
    )


def _run(content: str, name: str, setup: Setup, sources: Sources, house: Sequence[str]) -> Text:
    output, handlers = Output(), all_handlers()
    machine = Machine(setup, handlers, sources.texts, sources.entries, dict(setup.items), outputs=[output])
    machine.macros.known |= house_macros(house, handlers)
    source = Source.of(content)
    machine.hidden = int(source.is_whole())
    machine.open(source, name=name, output=output)
    machine.run()
    machine.hidden = 0
    close_item(machine)
    if len(machine.cited) > machine.listed:
        machine.finish(output, print_list)
    text, marks, files = together(machine.outputs)
    date = _DATE.search(machine.fields.get("date", ""))
    return Text(
        text,
        marks=marks,
        metadata=Metadata(
            title=machine.fields.get("title") or None,
            author=machine.fields.get("author") or None,
            published=date.group() if date else None,
            language=setup.language,
        ),
        files=files,
        bibliographies=(*sources.read, *(("thebibliography",) if setup.items and not sources.read else ())),
        unread=sources.unread,
    )


def _declared(data: bytes) -> str | None:
    """The encoding that the preamble names; UTF-8 is told by the bytes themselves."""
    found = _INPUTENC.search(data)
    word = (found.group(1) or found.group(2)).decode("ascii") if found else ""
    return _CODECS.get(word)
