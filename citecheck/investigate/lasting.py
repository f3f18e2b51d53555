"""What is known of hosts and titles in general: data in `rules/moved.toml`, with its sources."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from citecheck.investigate.addresses import bare_host, host_of
from citecheck.investigate.folding import key_of
from citecheck.investigate.titles import parts_of
from citecheck.tables import read_table


@cache
def _data() -> dict[str, Any]:
    raw = files("citecheck.investigate").joinpath("rules", "moved.toml").read_text("utf-8")
    return read_table(raw)


@cache
def _lasting_hosts() -> frozenset[str]:
    return frozenset(_data()["lasting_hosts"])


@cache
def national_archives() -> frozenset[str]:
    """Hosts of archives whose links hold a timestamp and the original."""
    return frozenset(_data()["national_archives"])


@cache
def _general_titles() -> frozenset[str]:
    return frozenset(key_of(one) for one in _data()["general_titles"])


@cache
def _home_titles() -> frozenset[str]:
    return frozenset(key_of(one) for one in _data()["home_titles"])


@cache
def _small_words() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(row["words"]) for row in _data()["language"])


def is_lasting(url: str) -> bool:
    """Whether `url` is an identifier that is made to redirect (DOI, Handle, ARK, URN, PURL).

    >>> is_lasting("https://dx.doi.org/10.1234/5"), is_lasting("https://a.example/10.1234/5")
    (True, False)
    """
    return bare_host(host_of(url)) in _lasting_hosts()


def is_general(title: str) -> bool:
    """Whether a title is that of a page for any purpose: a home page, a search; the site's name may stand
    beside the word for a home page.

    >>> is_general("Home"), is_general("Harbour Office - Startseite"), is_general("News | Harbour")
    (True, True, False)
    """
    if key_of(title) in _general_titles():
        return True
    parts = [key_of(part) for part in parts_of(title)]
    return len(parts) == 2 and not _home_titles().isdisjoint(parts)


def in_one_language(one: str, other: str) -> bool:
    """Whether small words show two titles to be in one language; a translated title proves nothing."""
    first, second = set(key_of(one).split()), set(key_of(other).split())
    return any(first & words and second & words for words in _small_words())
