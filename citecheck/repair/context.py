"""What a document as a whole knows about its addresses: the better-printed ones help to read the damaged."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from types import MappingProxyType
from typing import Any, NamedTuple

from citecheck.repair.address import host_end, host_of
from citecheck.repair.habits import Habit, habits
from citecheck.repair.latin import in_ascii
from citecheck.repair.strays import UNTOLD, Losses

_WORD = re.compile(r"[a-z]{3,}")
_SAID = re.compile(r"[^\W\d_]{3,40}")
_ADDRESS = re.compile(r"[/@]|www\.")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae"})


class _Plain(dict[int, str]):
    """Letters in ASCII, each asked for once."""

    def __missing__(self, code: int) -> str:
        self[code] = plain = in_ascii(chr(code))
        return plain


_PLAIN = _Plain()
_SPLIT = re.compile(r"[/?&=#;]+")
_PARTED = re.compile(r"[-\x02\ufffe]\s")
_STOPS = ".,;:"
"""Signs of the sentence that may stand behind the last segment."""
LEAST_SEGMENT = 6
"""Signs of a path segment without underscores that is worth knowing."""
DISTINCT = 16
"""The same of one that is worth knowing on another host."""
NEAR = 1_000
"""Characters of a note before and behind an address whose words count; few notes are so long."""
_PRINTED = 1_000
"""How often a spelling must be guessed to weigh as much as one that is printed."""


_NOTHING: Mapping[str, Any] = MappingProxyType({})


class Unknown(Set[str]):
    """Words of a note that is not known yet: none, but some may be. Those that were asked for are kept: a
    note without them changes nothing of what was read."""

    def __init__(self) -> None:
        self.asked: set[str] = set()

    def __contains__(self, word: object) -> bool:
        self.asked.add(str(word))
        return False

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 1


class Context(NamedTuple):
    """Words and path segments of all addresses of a document."""

    words: Mapping[str, int] = _NOTHING
    """Words of paths, small letters, with how often each is printed."""
    segments: Mapping[str, str] = _NOTHING
    """Path segments by `_keys` of the same letters without underscores and white space: as most are printed
    whole, else with the underscores that were put back into one."""
    sites: Mapping[str, Habit] = _NOTHING
    """How the sites that are cited often spell."""
    beside: Set[str] = frozenset()
    """Words of the note that holds the address: slugs are made of the titles that notes print."""
    misread: bool = False
    """Whether addresses of the document are known to have misread letters."""
    hosts: frozenset[str] = frozenset()
    """Hosts that are printed without a hyphen at a line's end, without `www.`."""
    whole: frozenset[str] = frozenset()
    """Addresses that are, without scheme, `www.` and sign at the end."""
    parts: bool = False
    """Whether the typesetter is known to part addresses with hyphens in the midst of words."""
    losses: Losses = UNTOLD
    """What the document says of its lost underscores."""

    @classmethod
    def of(
        cls,
        urls: Iterable[tuple[str, str]],
        *,
        misread: bool = False,
        parts: bool = False,
        losses: Losses = UNTOLD,
    ) -> Context:
        """The context of a document: the first reading of each address, repeats included, and what of it is
        printed."""
        words: Counter[str] = Counter()
        spelled: dict[str, Counter[str]] = {}
        holders: dict[str, set[str]] = {}
        whole = [pair for pair in urls if pair[0].split() == [pair[0]]]
        for url, raw in whole:
            words.update(set(_WORD.findall(url[8:].lower())))
            for piece in _SPLIT.split(url[host_end(url) :]):
                if "_" in piece or len(piece) >= LEAST_SEGMENT:
                    weight = _PRINTED if piece in raw else 1
                    for key in _keys(piece.replace("_", ""), host_of(url)):
                        spelled.setdefault(key, Counter())[piece] += weight
                        holders.setdefault(key, set()).add(raw)
        segments = {
            key: max(ways, key=lambda way: (ways[way], "_" in way))
            for key, ways in spelled.items()
            if len(holders[key]) > 1 or max(ways.values()) >= _PRINTED  # a guess does not vouch for itself
        }
        sure = [url for url, raw in whole if not _PARTED.search(raw) and url in "".join(raw.split())]
        printed = [url[url.find("//") + 2 :].lower().removeprefix("www.") for url in sure]
        return cls(
            words,
            segments,
            habits(url for url, _ in whole),
            misread=misread,
            hosts=frozenset(_SPLIT.split(url)[0] for url in printed),
            whole=frozenset(url.rstrip(".,;:/)") for url in printed),
            parts=parts,
            losses=losses,
        )

    def in_note(self, words: Set[str]) -> Context:
        """The same for an address in a note that says `words`."""
        return self._replace(beside=words)

    def holds(self, word: str) -> bool:
        """Whether the document's other addresses or the note print `word`."""
        return word in self.words or word in self.beside

    def segment(self, piece: str, host: str) -> str | None:
        """The document's own spelling of a path segment that holds gaps, `None` where it has none: what it
        prints of the same `host`, else of another."""
        squeezed = "".join(piece.split()).replace("_", "")
        bare = squeezed.rstrip(_STOPS)
        own = next((self.segments[key] for key in _keys(bare, host) if key in self.segments), None)
        return None if own is None else own + squeezed[len(bare) :]

    def prints(self, word: str) -> bool:
        """Whether at least two addresses or the note print `word`, so that it is hardly a slip."""
        return self.words.get(word, 0) > 2 or word in self.beside


def _keys(bare: str, host: str) -> tuple[str, ...]:
    """What a segment without its underscores is known by: with its host, and by itself where it is no name
    that sites share (`userguide`, `user_guide`)."""
    own = f"{host}/{bare}"
    return (own, bare) if len(bare) >= DISTINCT else (own,)


def words_of(text: str) -> frozenset[str]:
    """Words of a note as an address may write them, the addresses in it left out.

    >>> sorted(words_of("Müller, Die Moderne, https://bote.example/moderne"))
    ['die', 'moderne', 'mueller', 'muller']
    """
    said = " ".join(token for token in text.lower().split() if not _ADDRESS.search(token))
    return frozenset(spelled for word in _SAID.findall(said) for spelled in _spellings(word))


def words_beside(addresses: Iterable[tuple[str, str]]) -> list[frozenset[str]]:
    """Words of the note that holds an address: of a long one those near by, since some hold thousands.

    `addresses`: the text of the note, empty for none, and the address as printed, in order of place.

    >>> [sorted(words) for words in words_beside([("Moss, www.a.example", "www.a.example"), ("", "x")])]
    [['moss'], []]
    """
    found: list[frozenset[str]] = []
    last, at = "", 0
    for text, printed in addresses:
        raw = " ".join(printed.split())
        at = max(text.find(raw, at if text is last else 0), 0)
        last = text
        near = text[max(0, at - NEAR) : at + len(raw) + NEAR] if len(text) > 2 * NEAR else text
        found.append(words_of(near.replace(raw, " ")))
    return found


def _spellings(word: str) -> tuple[str, ...]:
    """How an address may write a word of a note."""
    if word.isascii():
        return (word,)
    plain, other = word.translate(_PLAIN).lower(), word.translate(_UMLAUTS)
    more = () if other == word else (other.translate(_PLAIN).lower(),)
    return tuple(spelled for spelled in (plain, *more) if spelled.isalpha())


EMPTY = Context()
