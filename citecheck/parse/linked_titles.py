"""Titles that are links, as Markdown has them: `Bob Writer. [On Weirs](https://a.example/w). 2001.`

What is linked is the title as a rule, whatever signs it holds, and names stand before it however they are
parted from it. Links on a name or on *online* are told by their company.
"""

from __future__ import annotations

import re

from citecheck.parse import citation_words as words
from citecheck.parse.citation_names import lead_in
from citecheck.parse.citation_shapes import and_words, is_name
from citecheck.patterns import late

LONGEST_HEAD = 120
"""Characters before a linked title in which its authors stand."""
MOST_NAMES = 6
SHORT = 4
"""Words of a link before a quoted title that may be the paper's name."""

_LINK = late(
    r"(?<!!)\[([^\[\]\n]{1,300})\]\(\s?<?(?:https?|ftp)://(?:[^\s()]|\([^\s()]{0,200}\)){1,2000}[^()\n]{0,500}?\)"
)
_ADDRESS = late(r"(?:https?|ftp)://|www\.|mailto:|doi:", re.IGNORECASE)
_MARKED = late(r"[«»\"“”„]|(?<!\w)[*_](?=\w)")
_QUOTED = late(r"[,:]\s[«\"“„]([^«»\"“”„\n]{3,300})[»\"“”]")
_BEFORE = " .,:;–—-*_"
_YEAR = late(r"\s*[(\[]\s?(?:1[4-9]|20)\d\d[a-z]?\s?[)\]]\s*\Z")
_ORGANISATION = late(
    r"(?:(?:[A-Z][\w.’'-]*|of|for|the|and|on|&|de|des|du|la|le|der|die|und|für|y|e|di)\s?){1,8}"
)
_BY = late(r"\s*,?\s(?:by|von|par|por|door)\s((?:[A-Z][\w.’'-]*\s?){2,4})(?=[,.;(]|\Z|\s\()")


def linked_title(text: str, author: str | None, title: str | None) -> tuple[str | None, str | None]:
    """Author and title of a citation, corrected by the link on its title where it has one.

    `author`, `title`: as they were read from the words alone.

    >>> linked_title("Bob Writer. [On Weirs](https://a.example/w). 2001.", None, "Bob Writer. On Weirs")
    ('Bob Writer', 'On Weirs')
    >>> linked_title("[Water, Law, and Power](https://a.example/w), 2001", "Water", "Law, and Power")
    (None, 'Water, Law, and Power')
    """
    links = [match for match in _LINK.finditer(text) if not _ADDRESS.match(match[1])] if "](" in text else []
    if not links:
        return author, title
    first, shown = links[0], links[0][1].strip(" *_")
    head = text[lead_in(text) : first.start()]
    around = text[first.start() - 1 : first.start()] in tuple('«"“„*_') and first.start() > 0
    if not around and _MARKED.search(head):
        return author, title  # another title is marked: the link is laid over something else
    behind = _QUOTED.match(text, first.end()) if len(shown.split()) <= SHORT else None
    if behind and not around and not head:
        return author, behind[1].strip(" ,.")
    head = _YEAR.sub("", head.strip(_BEFORE + '«"“„')).strip(_BEFORE)
    if (
        len(links) > 1
        and not head
        and _are_names(shown)
        and not text[first.end() : links[1].start()].strip(_BEFORE + '«"“„')
    ):
        return _joined(shown), _shown(links[1])
    if not head:
        return _without_head(text, first, author, title)
    if len(head) > LONGEST_HEAD or (" " not in shown and not _are_names(head)):
        return author, title
    ended = text[: first.start()].rstrip(' *_«"“„')[-1:] in (".", ":", "–", "—")
    named = author or (
        _joined(head) if _are_names(head) else head if ended and _is_organisation(head) else None
    )
    return named, _shown(first)


def _without_head(
    text: str, link: re.Match[str], author: str | None, title: str | None
) -> tuple[str | None, str | None]:
    """The same where the link begins the citation: names may stand in it, or behind *by*."""
    if link[1].strip()[:1].islower():
        return author, title
    parts = link[1].split(", ")
    if author and len(parts) == 2 and len(author.split()) > 1 and _are_names(author):
        return author, title
    by = _BY.match(words.latin_capitals(text), link.end())
    return (text[by.start(1) : by.end(1)].strip() if by else None), _shown(link)


def _shown(link: re.Match[str]) -> str:
    return link[1].strip(' ,.*_«»"“”„') or link[1]


def _split(text: str) -> list[str]:
    return re.split(rf"\s?[;&]\s?|,\s(?:{and_words()}\s)?|\s(?:{and_words()})\s", text)


def _are_names(text: str) -> bool:
    """Whether a text is nothing but full names."""
    parts = _split(text)
    return len(parts) <= MOST_NAMES and all(
        len(part.split()) > 1 and is_name(words.latin_capitals(part)) for part in parts
    )


def _joined(text: str) -> str:
    return "; ".join(dict.fromkeys(_split(text)))


def _is_organisation(head: str) -> bool:
    """Whether a text is a row of words with capitals, of two at least."""
    flat = words.latin_capitals(head)
    return " " in head and "," not in head and _ORGANISATION.fullmatch(flat) is not None
