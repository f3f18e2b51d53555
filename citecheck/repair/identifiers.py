"""Identifiers that are printed instead of an address (`arXiv:2101.00001`), and the address of their resolver.

The kinds stand in `data/identifiers.toml`; a DOI has rules of its own (`address.doi_of`).
"""

from __future__ import annotations

import re
from functools import cache

from citecheck.tables import table


@cache
def _kinds() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(f"(?i:{row['begin']})({row['pattern']})"), row["url"]) for row in _rows())


@cache
def _rows() -> tuple[dict[str, str], ...]:
    return tuple(table("citecheck.repair", "identifiers.toml").values())


@cache
def beginnings() -> str:
    """A pattern for the beginning of any identifier."""
    return "|".join(row["begin"] for row in _rows())


@cache
def first_words() -> tuple[str, ...]:
    """The words that identifiers begin with, in small letters, each once."""
    return tuple(sorted({row["begin"].removeprefix("(?=").partition(":")[0] for row in _rows()}))


_DOI, _NUMBERS = (
    re.compile(r"(?i)(?:doi\.org/|doi:?\s{0,2})10\.\d{4,9}/\S*\.\Z"),
    re.compile(r"(?:\d+(?:\.\d+){2,}|(?=\S*(?<!\d)0\d\d)\d+\.\d+)(?:[.,;)\]]+(?=\s|\Z)|\s*(?:\Z|\n\s*\n))"),
)
"""Numbers that no sentence begins with: three groups or more, or one with noughts before it (`0012`), with
nothing behind them in their sentence."""
_DATE, _SECTION = (
    re.compile(r"(?:(?:1[5-9]|20)\d\d\.)?\d\d?\.\d\d?(?:\.(?:(?:1[5-9]|20)\d\d|\d\d?))?(?![.\d]*\d)"),
    re.compile(r"\d\d?(?:\.\d\d?)*(?![.\d]*\d)"),
)
"""A date in any order of its parts, and the number of a section."""


def doi_goes_on(text: str, so_far: str, at: int) -> bool:
    """Whether a DOI that seems to end in a full stop, `so_far`, goes on at the offset `at` behind a space.

    >>> texts = "doi:10.5555/abc. 2016.12.188.", "doi:10.5555/abc. 2019.12.03.", "doi:10.5555/abc. 3.1.2."
    >>> [doi_goes_on(text, text[:16], 17) for text in texts]
    [True, False, False]
    """
    if _NUMBERS.match(text, at) is None or _DATE.match(text, at) or _SECTION.match(text, at):
        return False
    return _DOI.search(so_far) is not None


def _may_begin(text: str, start: int) -> bool:
    """Whether the word at an offset is one that identifiers begin with."""
    return any(text[start : start + len(word)].lower() == word for word in first_words())


def identifier_end(text: str, start: int) -> int | None:
    """Offset at which the identifier that begins at `start` ends, `None` where none begins there."""
    if not _may_begin(text, start):
        return None
    found = (pattern.match(text, start) for pattern, _ in _kinds())
    return next((match.end() for match in found if match), None)


def resolver_of(text: str) -> str | None:
    """The address that leads to what an identifier names, `None` where `text` is none.

    >>> resolver_of("arXiv:2101.00001v2"), resolver_of("hdl:10419/4711")
    ('https://arxiv.org/abs/2101.00001v2', 'https://hdl.handle.net/10419/4711')
    >>> resolver_of("https://arxiv.org/abs/2101.00001"), resolver_of("arXiv: a server")
    (None, None)
    """
    for pattern, url in _kinds() if _may_begin(text, 0) else ():
        match = pattern.fullmatch(text)
        if match:
            return url.replace("{}", match[1])
    return None
