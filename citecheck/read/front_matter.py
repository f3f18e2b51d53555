"""What a Markdown text says of its sources in YAML: the files that hold them, or the sources themselves.

At the head of the text, or in a block of its own anywhere else, as pandoc allows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from citecheck.read.yaml_values import values_of

MOST_FILES = 50
"""Bibliographies that one text may name."""
_BLOCK = re.compile(r"---[ \t]*\r?\n(?=(?:bibliography|references|nocite)[ \t]*:)")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?(?:\n|\Z)", re.M)
_RULES = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$\n?", re.M)
_FIELDS = re.compile(r"^(?:bibliography|references|nocite)[ \t]*:", re.M)
_SIMPLE = re.compile(r"^bibliography[ \t]*:[ \t]*([^\s\[\]{}#|>][^\n#]*)", re.M)
_KEYS = re.compile(r"@(?:\{([^{}\s]{1,300})\}|(\*|\w(?:\w|[:.#$%&\-+?<>~/](?=\w)){0,200}))")


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the sources of a text are."""

    files: tuple[str, ...] = ()
    """As written; from the text's folder."""
    references: object = None
    """CSL items written into the text."""
    uncalled: tuple[str, ...] = ()
    """Keys that are listed without being called (`nocite`); `*` stands for all."""


def block_of_sources(content: str, position: int) -> int:
    """Offset after the YAML block of sources that begins at `position`, 0 where none begins.

    >>> block_of_sources("---\\nreferences: []\\n---\\nText", 0)
    23
    """
    head = _BLOCK.match(content, position)
    end = _END.search(content, head.end()) if head else None
    return end.end() if end else 0


def sources_of(blocks: list[str]) -> Sources:
    """What the YAML `blocks` of one text say.

    >>> sources_of(["bibliography: [a.bib, 'b.bib']\\nnocite: '@doe, @roe'"])
    Sources(files=('a.bib', 'b.bib'), references=None, uncalled=('doe', 'roe'))
    """
    files: list[str] = []
    references: list[object] = []
    uncalled: list[str] = []
    for block in blocks:
        if not _FIELDS.search(block):
            continue
        values = values_of(_RULES.sub("", block))
        if not isinstance(values, dict):
            files += [name.strip().strip("\"'") for name in _SIMPLE.findall(block)]
            continue
        named = values.get("bibliography")
        files += [
            name.strip()
            for name in (named if isinstance(named, list) else [named])
            if isinstance(name, str) and name.strip()
        ]
        own = values.get("references")
        references += own if isinstance(own, list) else []
        listed = values.get("nocite")
        uncalled += [a or b for a, b in _KEYS.findall(listed if isinstance(listed, str) else "")]
    return Sources(tuple(dict.fromkeys(files))[:MOST_FILES], references or None, tuple(uncalled))
