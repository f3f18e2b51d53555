"""An address beside a suspicious one that cannot exist, the same in every run."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from urllib.parse import urlunsplit

from citecheck.investigate.addresses import is_home, split, without_fragment
from citecheck.tables import read_table

SIBLING_LETTERS = 25
"""Length of the made-up name (Bar-Yossef et al., WWW 2004): long enough that no site has it by chance."""


def sibling_of(url: str, *, deep: bool = False) -> str | None:
    """An address beside `url` that cannot exist, the same in every run; `None` for a home page.

    The last segment is replaced, its file ending kept, for servers treat `.php` and `.html` apart. A segment
    before it that holds an id is dropped: `/questions/4711/any-title` answers whatever the title says. Of
    `/viewtopic.php?t=4711` the id is exchanged, for the script is there and the topic may be not. `deep`:
    every segment behind the first is made up, since an id need not look like one (`/watch/words/any-title`).
    """
    parts = split(url)
    if parts is None or is_home(url):
        return None
    by_id = _sibling_by_id(parts.path, parts.query, url)
    if by_id is not None:
        return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, by_id, ""))
    segments = [segment for segment in parts.path.split("/") if segment]
    if not segments:
        return None
    last = segments.pop()
    while segments and _holds_id(segments[-1]):
        segments.pop()
    name = "".join(chr(ord("a") + byte % 26) for byte in _digest(url)[:SIBLING_LETTERS])
    if deep:
        segments = [segments[0], *[name[::-1]] * (len(segments) - 1)] if segments else []
    ending = last.rpartition(".")[2] if "." in last else ""
    if ending.isalnum() and len(ending) <= 5:
        name += f".{ending}"
    path = "/" + "/".join([*segments, name])
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], path, "", ""))


def _digest(url: str) -> bytes:
    return hashlib.sha256(without_fragment(url).encode("utf-8", "surrogatepass")).digest()


def _sibling_by_id(path: str, query: str, url: str) -> str | None:
    """The query with the last id exchanged for one that no site has, `None` where no id chooses the page."""
    ending = path.rpartition(".")[2].lower() if "." in path.rpartition("/")[2] else ""
    if not query or not (ending in _data()["script_endings"] or path in ("", "/")):
        return None
    pairs = query.split("&")
    for at in range(len(pairs) - 1, -1, -1):
        name, is_pair, value = pairs[at].partition("=")
        if is_pair and value.isdigit() and _names_id(name.lower()):
            digits = "".join(str(byte % 10) for byte in _digest(url)[: SIBLING_DIGITS - 1])
            return "&".join([*pairs[:at], f"{name}=9{digits}", *pairs[at + 1 :]])
    return None


def _names_id(name: str) -> bool:
    """Whether a parameter says which page is meant: `id`, and compounds of it (`biblionumber`, `docId`)."""
    if name in _data()["id_names"]:
        return True
    return name not in _data()["not_ids"] and name.endswith(tuple(_data()["id_endings"]))


SIBLING_DIGITS = 9
"""Digits of a made-up number: more than any site has pages, and still a number for its data base."""


def _holds_id(segment: str) -> bool:
    """Whether a path segment is an id, not a year, month or day."""
    digits = "".join(char for char in segment if char.isdigit())
    if not digits:
        return False
    if segment.isdigit():
        date_like = len(segment) <= 2 or (len(segment) == 4 and segment[:2] in ("18", "19", "20"))
        return not date_like
    return len(digits) >= 3


@cache
def _data() -> dict[str, frozenset[str]]:
    raw = files("citecheck.investigate").joinpath("rules", "siblings.toml").read_text("utf-8")
    return {name: frozenset(words) for name, words in read_table(raw).items()}
