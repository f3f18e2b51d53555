"""What a document as a whole knows about its addresses: the better-printed ones help to read the damaged."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from citecheck.repair.address import host_end, host_of
from citecheck.repair.habits import Habit, habits

_WORD = re.compile(r"[a-z]{3,}")
_SPLIT = re.compile(r"[/?&=#;]+")


@dataclass(frozen=True, slots=True)
class Context:
    """Hosts, words and path segments of all addresses of a document, with how often each is printed."""

    hosts: Mapping[str, int] = field(default_factory=dict)
    words: Mapping[str, int] = field(default_factory=dict)
    """Words of paths, small letters."""
    segments: Mapping[str, str] = field(default_factory=dict)
    """Path segments that hold an underscore, by the same letters without it and without white space."""
    sites: Mapping[str, Habit] = field(default_factory=dict)
    """How the sites that are cited often spell."""
    misread: bool = False
    """Whether addresses of the document are known to have misread letters."""

    @classmethod
    def of(cls, urls: Iterable[str], *, misread: bool = False) -> Context:
        """The context of a document that prints `urls` (first readings, repeats included)."""
        hosts: Counter[str] = Counter()
        words: Counter[str] = Counter()
        segments: dict[str, str] = {}
        whole = [url for url in urls if not any(character.isspace() for character in url)]
        for url in whole:
            host = host_of(url)
            hosts[host] += 1
            path = url[host_end(url) :]
            words.update(set(_WORD.findall(url[8:].lower())))
            for piece in _SPLIT.split(path):
                if "_" in piece:
                    segments.setdefault(piece.replace("_", ""), piece)
        return cls(hosts, words, segments, habits(whole), misread)

    def segment(self, piece: str) -> str | None:
        """The document's own spelling of a path segment that holds gaps, `None` where it has none."""
        return self.segments.get("".join(piece.split()).replace("_", ""))

    def prints(self, word: str) -> bool:
        """Whether at least two addresses print `word`, so that it is hardly a slip."""
        return self.words.get(word, 0) > 2


EMPTY = Context()
