"""Where mark-up and print part an address: a link that begins inside it, emphasis, spaces in its host."""

from __future__ import annotations

import re

from citecheck.model import Mark, Span
from citecheck.patterns import late
from citecheck.repair.cut import find_begin, top_level_domains

LONGEST_HEAD = 300
"""Characters of an address that may stand before the link that goes on with it."""
_EMPHASIS = re.compile(r"[*_]{1,3}\Z")
_STRESSED_STOP = re.compile(r"\*{1,3}[.,;:]\*{1,3}")
_HOST, _HOST_THEN = late(r"(?i)(?:https?|ftp)://([\w.-]*)\Z"), late(r"(?:[\w-]+\.)+([a-z]{2,24})(?::\d+)?/")
_PARTS, _BELOW = re.compile(r"[^\S\n]{1,3}(\S+)"), re.compile(r"\s{1,6}(\S+)")
_MAY_OPEN = late(r"(?!\d{1,3}[.)]\Z)[^A-Z].*")
"""What may follow `www.`: no sentence and no item's number."""
_SMALL = frozenset(("or", "and"))
_WHOLE = 3
"""Letters of a torn name without a dot at most: a longer one is a machine of its own (*intranet*)."""
_PIECES, _LONGEST_HOST = 3, 80
"""Pieces of a torn host's rest at most; characters of a host that is looked at."""
_SCHEME = late(r"(?i)(?:[a-z]+://)?(?:www\.)?")


def begun_before(content: str, mark: Mark) -> tuple[Span, ...]:
    """The spans of a link, from the beginning of the address it stands in: a word processor may lay a link
    over a part of what is printed (`http://www.a` + `lmanac.example`). They must make up the target together.

    >>> from citecheck.model import MarkKind
    >>> link = Mark(MarkKind.LINK, (Span(16, 30),), target="http://Almanac.example/")
    >>> begun_before("See http://www.almanac.example.", link)
    (Span(start=4, end=30),)
    """
    first = mark.spans[0]
    tail = first.of(content)
    start = max((content.rfind(sign, 0, first.start) for sign in " \t\n\u00a0"), default=-1) + 1
    if start >= first.start or first.start - start > LONGEST_HEAD or any(sign.isspace() for sign in tail):
        return mark.spans
    begin = find_begin(content[start : first.end])
    if begin is None or start + begin >= first.start:
        return mark.spans
    whole = Span(start + begin, first.end)
    together = "".join(span.of(content) for span in (whole, *mark.spans[1:]))
    return (whole, *mark.spans[1:]) if _bare(together) == _bare(mark.target) else mark.spans


def _bare(url: str) -> str:
    return _SCHEME.sub("", url.strip(), count=1).rstrip("/").casefold()


def emphasis_end(text: str, begin: int, end: int) -> int:
    """End of an address less the emphasis of Markdown that closes at it: its asterisks belong to the text.

    >>> text = "See *https://almanac.example/a_b.pdf*."
    >>> text[5 : emphasis_end(text, 5, len(text))]
    'https://almanac.example/a_b.pdf'
    """
    opened = _EMPHASIS.search(text, max(0, begin - 3), begin)
    close = text.rfind(opened[0], begin, end) if opened else -1
    if close > begin and not text[close + len(opened[0] if opened else "") : end].strip(".,;:!?)]"):
        return close
    stop = _STRESSED_STOP.search(text, begin, end)
    return stop.start() if stop and stop.end() == end else end


def torn_host_end(text: str, begin: int, end: int) -> int:
    """Where an address breaks off whose host goes on behind spaces, one of nothing but `www.` on the next
    lines, too: it has no top-level domain, and what follows gives it one and a path; else `end`.

    >>> text = "See https://ww w. weir.org/about and http://localhost or weir.org/b."
    >>> [text[at : torn_host_end(text, at, text.index(" ", at))] for at in (4, 37)]
    ['https://ww w. weir.org/about', 'http://localhost']
    """
    host = _HOST.match("".join(text[begin : min(end, begin + _LONGEST_HOST)].split()))
    if host is None or host[1].rpartition(".")[2] in top_level_domains():
        return end
    name, at = host[1], end
    opened = name.lower().rstrip(".") == "www"  # no host by itself
    for _ in range(_PIECES):
        part = (_BELOW if opened else _PARTS).match(text, at)
        if part is None or not (_tears(name, part[1]) or (opened and _MAY_OPEN.fullmatch(part[1]))):
            break
        name, at = name + part[1], part.end()
        whole = _HOST_THEN.match(name)
        if whole is not None:
            return at if whole[1] in top_level_domains() else end
        if name[-1] != "." and not opened:
            break
    return end


def _tears(name: str, piece: str) -> bool:
    """Whether the `piece` behind white space may be the rest of a host's `name` so far, no next sentence and
    no next address."""
    if name.endswith("."):
        return not piece[:1].isupper()
    first = piece.partition(".")[0]
    whole = name == "localhost" or (len(name) > _WHOLE and len(first) > 1)
    return not (whole or piece.startswith("www.") or first in _SMALL)
