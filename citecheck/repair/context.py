"""What a document as a whole knows about its addresses: the better-printed ones help to read the damaged."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from anyascii import anyascii

from citecheck.repair.address import host_end, host_of
from citecheck.repair.habits import Habit, habits

_WORD = re.compile(r"[a-z]{3,}")
_SAID = re.compile(r"[^\W\d_]{3,40}")
_ADDRESS = re.compile(r"[/@]|www\.")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae"})
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
    beside: frozenset[str] = frozenset()
    """Words of the note that holds the address: slugs are made of the titles that notes print."""
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
        return cls(hosts, words, segments, habits(whole), misread=misread)

    def in_note(self, text: str) -> Context:
        """The same for an address in a note that says `text`, the addresses in it left out.

        >>> sorted(EMPTY.in_note("Müller, Die Moderne, https://bote.example/moderne").beside)
        ['die', 'moderne', 'mueller', 'muller']
        """
        said = " ".join(token for token in text.lower().split() if not _ADDRESS.search(token))
        words = {spelled for word in _SAID.findall(said) for spelled in _spellings(word)}
        return replace(self, beside=frozenset(words))

    def holds(self, word: str) -> bool:
        """Whether the document's other addresses or the note print `word`."""
        return word in self.words or word in self.beside

    def segment(self, piece: str) -> str | None:
        """The document's own spelling of a path segment that holds gaps, `None` where it has none."""
        return self.segments.get("".join(piece.split()).replace("_", ""))

    def prints(self, word: str) -> bool:
        """Whether at least two addresses or the note print `word`, so that it is hardly a slip."""
        return self.words.get(word, 0) > 2 or word in self.beside


def _spellings(word: str) -> tuple[str, ...]:
    """How an address may write a word of a note."""
    if word.isascii():
        return (word,)
    plain = anyascii(word).lower(), anyascii(word.translate(_UMLAUTS)).lower()
    return tuple(spelled for spelled in plain if spelled.isalpha())


EMPTY = Context()
