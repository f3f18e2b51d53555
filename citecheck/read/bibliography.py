"""Bibliographies in files beside a manuscript, told by their endings: all forms that pandoc reads."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from citecheck.read.biblatex_list import entries_of_list
from citecheck.read.bibtex import entries_of
from citecheck.read.csl_items import entries_of_json, entries_of_yaml
from citecheck.read.endnote import entries_of_endnote
from citecheck.read.entry import Entry
from citecheck.read.ris import entries_of_ris

BIBTEX = (".bib", ".bibtex", ".biblatex")
_CSL: Mapping[str, Callable[[str, str], dict[str, Entry]]] = {
    ".json": entries_of_json,
    ".yaml": entries_of_yaml,
    ".yml": entries_of_yaml,
}
_OTHERS: Mapping[str, Callable[[str, str], dict[str, Entry]]] = {
    ".ris": entries_of_ris,
    ".xml": entries_of_endnote,
    ".bbl": entries_of_list,
}
ENDINGS = frozenset({*BIBTEX, *_CSL, *_OTHERS})
"""Endings of the bibliographies that are read: those that pandoc knows, and Biber's lists."""


def entries_in(
    files: Mapping[str, str], wanted: Collection[str] | None = None, *, agreed: bool = False
) -> dict[str, Entry]:
    """Sources of all `files` by their key; of one that several hold, the last file's, as pandoc does it.

    `files`: text by path from the manuscript's folder, in the order in which they are named. `wanted`: keys
    that are cited, `None` for all. `agreed`: without those that the files do not agree on. A damaged file
    costs its own entries only.
    """
    found: dict[str, Entry] = {}
    doubtful: set[str] = set()
    for path, text in files.items():
        ending = PurePosixPath(path).suffix.lower()
        if ending in BIBTEX:
            own = entries_of(text, wanted, path)
        elif ending in _CSL:
            read = _wanted(_CSL[ending](text, path), wanted)
            own = {key: replace(entry, line=_line(text, key)) for key, entry in read.items()}
        elif ending in _OTHERS:
            own = _wanted(_OTHERS[ending](text, path), wanted)
        else:
            continue
        doubtful |= {key for key in own.keys() & found.keys() if not _same(own[key], found[key])}
        found |= own
    return {key: entry for key, entry in found.items() if not (agreed and key in doubtful)}


def _wanted(entries: Mapping[str, Entry], wanted: Collection[str] | None) -> dict[str, Entry]:
    chosen = entries.keys() if wanted is None else entries.keys() & set(wanted)
    return {key: entries[key] for key in sorted(chosen)}


def _same(one: Entry, other: Entry) -> bool:
    """Whether two entries are of one source, wherever they stand."""
    return replace(one, path="", line=0) == replace(other, path="", line=0)


def _line(text: str, key: str) -> int:
    """Line on which a key stands first, in quotation marks or bare; the first line where it is not found."""
    at = text.find(json.dumps(key, ensure_ascii=False))
    at = at if at >= 0 else text.find(f": {key}\n")
    return text.count("\n", 0, at) + 1 if at >= 0 else 1
