"""Hyphens that a typesetter put where an address ends a line, told by the document.

InDesign, groff and browsers part addresses as they part words. Whether a hyphen at a line's end is the
address's own shows where the document prints the same host or address whole, and in a document that is known
to part addresses in the midst of words (`Context.parts`).
"""

from __future__ import annotations

import re

from citecheck.repair.address import SCHEME
from citecheck.repair.common import common_bits, gain
from citecheck.repair.context import Context
from citecheck.repair.joins import host_end_with_gaps
from citecheck.repair.lexicon import known

PARTS, SHARE = 2, 0.08
"""So many hyphens within words, and this share of all at line ends, show a typesetter that parts addresses.
Of four books set with InDesign three had 2 to 20 (10 to 50 %), one 1 of 100, and two more that no list of
words tells."""
ONE_WORD, SHORT = 5.0, 3
"""Bits by which a word must be likelier than its halves there, one of them of so few letters: of those books'
160 hyphens the addresses' own in *road-map*, *tear-down*, *silicon-valley* were worth 7 to 12 bits, all
between longer words."""
_AT_END = re.compile(r"(?<=[A-Za-z0-9])-\s+(?=[A-Za-z0-9])")
_MOST = 8
"""Hyphens of an address that are looked at."""
_LEFT, _RIGHT = re.compile(r"(?:[A-Z]?[a-z]+|[A-Z]+)$"), re.compile(r"[a-z]+")
_IN_HOST = re.compile(r"[A-Za-z0-9]*$"), re.compile(r"[A-Za-z0-9]*")
_LONGEST = 40
"""Letters of a half of a word, at most: its beginning is looked for at each letter."""
_LEAST = 3
"""Letters of the shorter half of a host's name that being no word says something for."""


def without_hyphens(text: str, context: Context) -> str:
    """`text` less the hyphens at line ends (a space behind them) that the document says are not its own.

    >>> whole = Context(hosts=frozenset({"museumfriends.example"}))
    >>> without_hyphens("http://museumfri- ends.example/a", whole)
    'http://museumfriends.example/a'
    >>> without_hyphens("http://news.example/lat- est/peace- talks", Context(parts=True))
    'http://news.example/latest/peace- talks'
    """
    if not (context.hosts or context.whole or context.parts):
        return text
    end = host_end_with_gaps(text)
    at = 0
    kept = []
    for match in list(_AT_END.finditer(text))[:_MOST]:
        host = match.end() <= end
        if _in_host(text, match, end, context) if host else _in_path(text, match, context):
            kept.append(text[at : match.start()])
            at = match.end()
    return "".join([*kept, text[at:]])


def _in_host(text: str, match: re.Match[str], end: int, context: Context) -> bool:
    scheme = SCHEME.match(text)
    begin = scheme.end() if scheme else 0
    before, after = "".join(text[begin : match.start()].split()), "".join(text[match.end() : end].split())
    if _bare(f"{before}-{after}") in context.hosts:
        return False
    if _bare(before + after) in context.hosts:
        return True
    if not context.parts:
        return False
    left, right = _found(_IN_HOST[0], before), _found(_IN_HOST[1], after)
    return min(len(left), len(right)) >= _LEAST and not (_is_word(left) and _is_word(right))


def _in_path(text: str, match: re.Match[str], context: Context) -> bool:
    before, after = "".join(text[: match.start()].split()), "".join(text[match.end() :].split())
    if _printed(f"{before}-{after}", context):
        return False
    if _printed(before + after, context):
        return True
    if not context.parts:
        return False
    left, right = _found(_LEFT, before).lower(), _found(_RIGHT, after)
    return 0 < min(len(left), len(right)) <= SHORT and gain(left, right) >= ONE_WORD


def _printed(address: str, context: Context) -> bool:
    """Whether the document prints `address` whole, or one that begins like it, behind a sentence's sign."""
    return _bare(address.rstrip(".,;:/)")) in context.whole


def _is_word(part: str) -> bool:
    return common_bits(part.lower()) is not None or (part.isalpha() and known(part.lower()))


def _found(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text[-_LONGEST:]) if pattern.pattern.endswith("$") else pattern.match(text)
    return found.group() if found else ""


def _bare(host: str) -> str:
    """An address or a host without scheme and `www.`, in small letters."""
    scheme = SCHEME.match(host)
    return host[scheme.end() if scheme else 0 :].lower().removeprefix("www.")
