"""Wiki text as MediaWiki shows it: notes made by `<ref>` and by templates, citations in words, links.

The notes follow the text, as on the page. One pass with a stack of what is open, so that any input takes time
in proportion to its length; what is never closed is shown as it is, as MediaWiki does.
"""

from __future__ import annotations

import hashlib
from itertools import pairwise

from citecheck.model import Lines, Manuscript, Text, by_place
from citecheck.read.encoding import decode
from citecheck.read.mediawiki_notes import Notes
from citecheck.read.mediawiki_run import Run
from citecheck.read.mediawiki_scan import Scan


def read(data: bytes, name: str) -> Manuscript:
    """A page of wiki text. Raises `UnreadableInput` for data that is no text."""
    source, encoding = decode(data, name=name)
    notes = Notes()
    body = Scan(source.replace("\r\n", "\n"), notes).run().stripped()
    listed = notes.listed()
    if listed.size:
        body.add("\n\n")
        body.append(listed)
    marks = tuple(sorted(body.marks, key=by_place))
    return Manuscript(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="text/x-wiki",
        encoding=encoding,
        text=Text(body.text, marks=marks, lines=_lines(body)),
    )


def _lines(run: Run) -> tuple[int, ...]:
    """Line of the source on which each line of the text begins: its first word, where it has one."""
    text, found = run.text, []
    for start, stop in pairwise((*Lines(text).starts, len(text) + 1)):
        word = start + len(text[start : stop - 1]) - len(text[start : stop - 1].lstrip())
        found.append(run.line_at(word if word < stop - 1 else start))
    return tuple(found)
