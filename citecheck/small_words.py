"""The commonest short words of many languages: what tells a language, and prose from names."""

from __future__ import annotations

from functools import cache

from citecheck.tables import data_file


@cache
def small_words() -> dict[str, tuple[str, ...]]:
    """The languages each word is one of; those that count only where they lead begin with `+`.

    >>> small_words()["nicht"]
    ('de',)
    """
    found: dict[str, tuple[str, ...]] = {}
    for line in data_file("citecheck", "small_words.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            language, words = line.split("\t")
            for word in words.split():
                found[word] = (*found.get(word, ()), language)
    return found
