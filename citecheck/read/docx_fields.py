"""Field codes of Word: instructions hidden in the text, whose results are shown.

Those that matter here say where a text leads (`HYPERLINK`), which sources a citation names (`ADDIN …
CSL_CITATION`), which note is called once more (`NOTEREF`), and which paragraphs are a list of sources.
ISO 29500-1, 17.16.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from citecheck.read.csl import ORIGIN, Source, sources_of
from citecheck.read.docx_sources import named_by, of_citavi, of_endnote

LONGEST = 2_000_000
"""Characters of an instruction that are kept."""
_WORD = re.compile(r"\"([^\"]*)\"|“([^”]*)”|(\S+)")
_LISTS = ("ZOTERO_BIBL", "Mendeley Bibliography", "CSL_BIBLIOGRAPHY", "EN.REFLIST")


@dataclass(slots=True)
class Field:
    """A field that has begun. `start`: where its result begins in the paragraph."""

    codes: list[str] = field(default_factory=list)
    length: int = 0
    shows: bool = False
    """Its result has begun."""
    start: int = 0
    target: str = ""
    sources: tuple[Source, ...] = ()
    origin: str = ORIGIN
    """Whose sources they are."""
    data: str = ""
    """What stands packed beside the instruction."""
    repeated: str = ""
    """Bookmark of the note's call that it repeats."""
    lists: bool = False
    """Its result is a list of sources."""

    def add(self, code: str) -> None:
        """Another piece of the instruction: Word splits it over runs as it likes."""
        if self.length < LONGEST:
            self.codes.append(code)
            self.length += len(code)

    def show(self, start: int, known: Callable[[], Mapping[str, Source]] = dict) -> None:
        """The instruction is complete, its result begins at `start`. `known`: the sources of Word's list."""
        self.shows, self.start = True, start
        code = "".join(self.codes).strip()
        kind = code[:12].split(None, 1)[0].upper() if code else ""
        if kind == "HYPERLINK":
            self.target = target_of(code)
        elif kind == "ADDIN":
            self._added(code)
            self.lists = any(word in code[:80] for word in _LISTS)
        elif kind == "CITATION":
            self.sources, self.origin = named_by(code, known()), "word"
        elif kind == "BIBLIOGRAPHY":
            self.lists = True
        elif kind == "NOTEREF":
            words = _words(code)
            if "\\f" in words and len(words) > 1:
                self.repeated = words[1]

    def _added(self, code: str) -> None:
        """Read the instruction of a reference manager."""
        if "EN.CITE" in code[:40]:
            self.sources, self.origin = of_endnote(self.data or code), "endnote"
        elif "CitaviPlaceholder" in code[:40]:
            self.sources, self.origin = of_citavi(code), "citavi"
        else:
            self.sources = sources_of(code)


def target_of(code: str) -> str:
    """Where a `HYPERLINK` instruction leads: an address, `#place`, or nothing.

    >>> target_of('HYPERLINK "https://a.example/x" \\\\l "part" \\\\o "a tip"')
    'https://a.example/x#part'
    """
    target = place = ""
    words = iter(_words(code)[1:])
    for word in words:
        if word == "\\l":
            place = next(words, "")
        elif word in ("\\o", "\\t"):
            next(words, "")
        elif not word.startswith("\\") and not target:
            target = word.replace("\\\\", "\\")
    return f"{target}#{place}" if place else target


def _words(code: str) -> list[str]:
    return [found.group(found.lastindex or 0) for found in _WORD.finditer(code)]
