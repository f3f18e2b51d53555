"""Links of Markdown inside a citation, as a reader sees them.

Notes keep the mark-up of their source, where corrections are written; but what a source is called and by whom
it is, is told from the words: `[Water and Law](https://a.example/b)` is a title that an address follows.
"""

from __future__ import annotations

import re

from citecheck.patterns import late

_LINK = late(
    r"(?P<before>[«\"“„‘'*_]?)!?\[(?P<words>[^\[\]\n]{1,300})\]"
    r"(?:\(\s?<?(?P<address>(?:[^\s()<>]|\([^\s()<>]{0,200}\)){1,2000})>?(?:\s[^()\n]{0,500})?\)"
    r"|\[[^\[\]\n]{0,100}\])"
    r"(?P<after>[.,;]?[»\"”“’'][*_]*|[*_]*)"
)
_ADDRESS = late(r"(?:https?|ftp)://|www\.|mailto:", re.IGNORECASE)
_MARKED = late(r"[«\"“„‘*_]")
_BARE = late(r"\[[^\[\]\n]{1,300}\](?:\([^()\n]{0,2000}\)|\[[^\[\]\n]{0,100}\])")
_SEVERAL = late(r"\S\s\S")


def as_read(text: str) -> str:
    """`text` with links as their words, addresses behind them; a title that nothing else marks is emphasised.

    Where a title is marked otherwise, a link beside it is a name or *online*: its address goes to the end.

    >>> as_read('Roe, "[On Weirs](https://a.example/w)," 2001')
    'Roe, "On Weirs," https://a.example/w 2001'
    >>> as_read("Roe, [On Weirs](https://a.example/w), 2001")
    'Roe, *On Weirs* https://a.example/w, 2001'
    >>> as_read("[Roe](https://a.example/roe), *On Weirs*, 2001")
    'Roe, *On Weirs*, 2001 https://a.example/roe'
    >>> as_read("[https://a.example/w](https://a.example/w)"), as_read("called [1] and [2][3]")
    ('https://a.example/w', 'called [1] and [2][3]')
    """
    if "](" not in text and "][" not in text:
        return text
    bare = _MARKED.search(_BARE.sub("", text)) is None
    moved: list[str] = []
    return " ".join((_LINK.sub(lambda match: _shown(match, bare, moved), text), *moved))


def _shown(match: re.Match[str], bare: bool, moved: list[str]) -> str:
    before, words, address, after = match.group("before", "words", "address", "after")
    words = words.strip()
    if address is None and not _SEVERAL.search(words):
        return match.group()  # calls of notes stand side by side too
    if address is None or not _ADDRESS.match(address):
        return f"{before}{_titled(words, match) if bare and not before else words}{after}"
    if _ADDRESS.match(words):
        return f"{before}{address}{after}"
    if not bare and not before and not _MARKED.match(words):
        moved.append(address)
        return f"{words}{after}"
    return f"{before}{_titled(words, match) if not before else words}{after} {address}"


def _titled(words: str, match: re.Match[str]) -> str:
    """Emphasised, unless it cannot be a title alone: it begins the citation with names, or in lower case."""
    names = not match.start() and "," in words
    return words if names or words[0].islower() or _MARKED.match(words) else f"*{words}*"
