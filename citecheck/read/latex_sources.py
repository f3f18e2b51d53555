"""What the keys of a LaTeX source stand for: databases beside it or in it, else the list made of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from citecheck.read.biblatex_list import entries_of_list, is_biblatex
from citecheck.read.bibtex import entries_of
from citecheck.read.entry import Entry
from citecheck.read.latex_files import bibliographies_of

DATABASES = (".bib", ".bibtex")
LIST = ".bbl"
"""What BibTeX and Biber make of a database for one source."""

_KEPT = re.compile(
    r"\\begin\{filecontents\*?\}[ \t\r\n]*(?:\[[^\]]{0,200}\])?[ \t\r\n]*\{([^{}]{1,200})\}(.*?)"
    r"\\end\{filecontents\*?\}",
    re.S,
)


@dataclass(frozen=True, slots=True)
class Sources:
    """`texts`: the other files of a source, by path; `entries`: its sources by key."""

    texts: Mapping[str, str]
    entries: Mapping[str, Entry]
    read: tuple[str, ...] = ()
    """Where its keys were looked up."""
    unread: tuple[str, ...] = ()
    """Databases that it names and that were not handed over."""


def sources_of(content: str, name: str, files: Mapping[str, str]) -> Sources:
    """`files`: whatever was handed over with the manuscript `name`, by path from its folder.

    A list made of a database may be older than it, so it counts where there is no database.
    """
    inside = {PurePosixPath(found.group(1)).name: found.group(2) for found in _KEPT.finditer(content)}
    bases = {path: text for path, text in {**inside, **files}.items() if path.endswith(DATABASES)}
    made = [path for path in files if path.endswith(LIST)]
    lists = {path: files[path] for path in made if is_biblatex(files[path]) or "\\bibitem" in files[path]}
    texts = {path: text for path, text in files.items() if path not in bases and path not in made}
    entries: dict[str, Entry] = {}
    for path in sorted(bases):
        entries = {**entries_of(bases[path], path=path), **entries}
    read = sorted(bases)
    if not entries and lists:
        read = sorted(lists)
        for path in read:
            if is_biblatex(lists[path]):
                entries = {**entries_of_list(lists[path], path), **entries}
            else:
                texts[path] = lists[path]
    named = dict.fromkeys(
        wanted
        for source, text in {**texts, name: content}.items()
        for wanted in bibliographies_of(text.encode())
        if not source.endswith(LIST)
    )
    unread = tuple(wanted for wanted in named if wanted not in bases)
    return Sources(texts, entries, tuple(read), unread)
