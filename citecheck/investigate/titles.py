"""Titles taken apart, and told from the names of the sites that they stand on."""

from __future__ import annotations

import re

from citecheck.investigate.counting import WORD
from citecheck.investigate.missing_words import words_of_text

_DIVIDERS = (" - ", " – ", " — ", " | ", "|", " · ", " • ", " » ", " « ", " › ", " :: ", " / ", " ~ ", " — ")
_DIVIDER = re.compile("|".join(map(re.escape, _DIVIDERS)))
LONGER = 1.6
"""How much longer than in the host a site's name is spelled out, at most."""


def parts_of(title: str) -> list[str]:
    """A title taken apart where sites put their names."""
    if not _DIVIDER.search(title):
        return [title.strip()] if WORD.search(title) else []
    parts = [title]
    for divider in _DIVIDERS:
        parts = [piece for part in parts for piece in part.split(divider)]
    return [part.strip() for part in parts if WORD.search(part)]


def names_site(site: str, host: str) -> bool:
    """Whether `site` is the name in `host`, spacing and hyphens aside.

    >>> names_site("The Harbour Post", "www.harbour-post.example"), names_site("Harbour", "a.example")
    (True, False)
    """
    labels = [label.replace("-", "") for label in host.split(".")[:-1] if len(label) > 3]
    name = "".join(words_of_text(site))
    return any(label in name or name in label for label in labels)


def is_host_name(part: str, host: str) -> bool:
    """Whether a part of a title is the name in `host`, and not a headline that holds it."""
    longest = max(map(len, host.split(".")[:-1]), default=0)
    return len("".join(words_of_text(part))) <= LONGER * longest and names_site(part, host)
