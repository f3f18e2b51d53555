"""Markdown: the characters stay as they are, and marks say what they mean.

A scanner of our own instead of a parser: parsers of Markdown give line numbers for blocks and no place at all
for what stands inside them, and every span here has to point into the text as read. Blocks follow CommonMark
as far as notes, quotations and links are concerned; notes are those of Pandoc and PHP Markdown Extra
(`[^1]`, `^[inline]`), and so are the keys that cite sources of a bibliography (`[@doe2019, p. 33]`).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from citecheck.model import Manuscript, Mark, MarkKind, Metadata, Text, by_place
from citecheck.read.encoding import decode, decoded_or_empty
from citecheck.read.front_matter import sources_of
from citecheck.read.markdown_blocks import Blocks, blocks_of, definition_key
from citecheck.read.markdown_inline import Found, inline_of
from citecheck.read.markdown_sources import with_sources
from citecheck.read.plain import page_starts

_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def read(data: bytes, name: str, siblings: Mapping[str, bytes] | None = None) -> Manuscript:
    """A Markdown text. Raises `UnreadableInput` for data that is no text.

    `siblings`: bibliographies that its keys may cite, by their path from the manuscript's folder.
    """
    content, encoding = decode(data, name=name)
    blocks = blocks_of(content)
    files = {path: decoded_or_empty(body) for path, body in (siblings or {}).items()}
    text = Text(
        content,
        page_starts=page_starts(content),
        marks=_marks(content, blocks),
        drawn=True,  # a number on the line calls no note where there is a sign for raised ones
        metadata=_metadata(blocks.front_matter),
    )
    return Manuscript(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="text/markdown",
        encoding=encoding,
        text=with_sources(text, blocks.regions, sources_of(blocks.yaml), files),
    )


def _marks(content: str, blocks: Blocks) -> tuple[Mark, ...]:
    found = Found()
    for region in blocks.regions:
        inline_of(content, region, blocks.definitions, found)
    marks = blocks.marks + found.marks
    for key, (span, target) in blocks.definitions.items():
        if key in found.used:
            marks.append(Mark(MarkKind.LINK, (span,), target=target, origin="definition"))
    defined = {definition_key(mark.label) for mark in marks if mark.kind is MarkKind.NOTE and mark.label}
    called = [
        mark
        for mark in marks
        if mark.kind is not MarkKind.MARKER
        or not mark.label
        or definition_key(mark.label) in defined
        or mark.label.isdecimal()
    ]
    return tuple(sorted(called, key=by_place))


def _metadata(fields: dict[str, str]) -> Metadata:
    """What YAML front matter says, in the names that Pandoc, Hugo, Jekyll and Quarto share."""
    date = _DATE.match(fields.get("date", ""))
    language = fields.get("lang") or fields.get("language") or ""
    return Metadata(
        title=fields.get("title") or None,
        author=fields.get("author") or None,
        published=date.group() if date else None,
        language=language[:2].lower() or None,
    )
