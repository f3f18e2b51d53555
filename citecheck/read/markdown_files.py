"""Which bibliographies a Markdown text wants read with it; whoever holds the folder decides what it gets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citecheck.read.encoding import decoded_or_empty
from citecheck.read.front_matter import sources_of
from citecheck.read.markdown_blocks import blocks_of

PROJECT = ("_quarto.yml", "_quarto.yaml", "_metadata.yml", "index.qmd", "index.Rmd")
"""Files in which Quarto and bookdown name the bibliography of all texts of a folder."""
_KEY = re.compile(rb"(?<![\w/])@[\w{]")
_NAMED = re.compile(rb"^[ \t]*bibliography[ \t]*:", re.M)


def cites_keys(data: bytes) -> bool:
    """Whether a text may cite by keys at all, so that a bibliography is of use."""
    return _KEY.search(data) is not None or (b"nocite" in data and b"@*" in data)


def bibliographies_of(data: bytes) -> Sequence[str]:
    """Files that the front matter of a text names, as written.

    >>> bibliographies_of(b"---\\nbibliography: a.bib\\n---\\nAs [@doe] says.")
    ('a.bib',)
    """
    return sources_of(blocks_of(decoded_or_empty(data)).yaml).files if _NAMED.search(data) else ()


def bibliographies_of_project(data: bytes, name: str) -> Sequence[str]:
    """The same for one of the files of `PROJECT`."""
    if not name.endswith((".yml", ".yaml")):
        return bibliographies_of(data)
    return sources_of([decoded_or_empty(data)]).files
