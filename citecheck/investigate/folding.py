"""Words folded for looking up: case, signs and what somebody else is quoted with do not count."""

from __future__ import annotations

import re

from citecheck.investigate.counting import WORD

_QUOTED = re.compile('[“„«‹‘‚”»]([^“”„«»‹›‘’\n]{3,200})[”“»›’«]|"([^"\n]{3,200})"')
"""A passage in quotation marks of any kind within a line: an article's, not a notice's."""
_MARK = re.compile('[“„«‹‘‚”»"]')


def folded(text: str) -> str:
    """Lower case, one kind of apostrophe and of space."""
    return text.casefold().replace("’", "'").replace("\u00a0", " ")


def shown(text: str, most: int = 100) -> str:
    """A page's own words for a sentence of ours: printable, on one line, cut at `most` characters."""
    line = " ".join("".join(char if char.isprintable() else " " for char in text[: most * 4]).split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def key_of(title: str) -> str:
    """A title without case, signs and spacing, so that it can be looked up.

    >>> key_of("  Just a moment...")
    'just a moment'
    """
    return " ".join(WORD.findall(folded(title)))


def without_quoted(line: str) -> str:
    """`line` without what stands in quotation marks.

    >>> without_quoted("“For sale”: whoever reads that needs money")
    ' : whoever reads that needs money'
    """
    return _QUOTED.sub(" ", line) if _MARK.search(line) else line


def is_quoted(text: str) -> bool:
    """Whether `text` begins with a quotation mark: somebody else says it."""
    return _MARK.match(text.lstrip()) is not None
