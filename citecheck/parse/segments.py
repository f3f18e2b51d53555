"""Several citations in one note.

They are parted by semicolons, and by full stops before *see also* and kin. But names, places and titles have
semicolons too, so a part counts only when both sides are whole: each has a year, a page, an address, or is a
short form.
"""

from __future__ import annotations

import re

from citecheck.model import Span
from citecheck.parse import citation_words as words
from citecheck.parse.citation_fields import ADDRESS
from citecheck.parse.citation_names import lead_in
from citecheck.parse.shortforms import same_place
from citecheck.patterns import late

REACH = 400
"""Characters on both sides of a possible cut in which a year, a page or an address must stand."""
MOST_LEADS = 3
"""Weaker words one behind the other."""

_SEMICOLON = re.compile(
    r";\s+|；\s*|[\u00b7\u0387](?<=[\w.»][\u00b7\u0387])\s(?=[\u0370-\u03ff\u1f00-\u1fff«“])|؛\s"
)
"""With that of Greek, a raised point, and that of Arabic."""
_STOP = re.compile(r"[.!?»”\")\]]\s+(?=[^\W\d_])")
_WHOLE = late(
    r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)|\d{1,4}\s[^\W\d_][\w.& ]{1,40}\s\d|,\s\d{1,3}(?:[–-]\d{1,3})?\.?\s*\Z"
)
_EAST_STOP = re.compile("。")
_COMPARE = re.compile(r"\W*(?:But )?[Cc]ompare\s")
_WITH = late(r",\s(?:and\s)?with\s|\swith\s(?=[A-Z])")
"""*Compare … with …* of law reviews, the one signal that joins two sources."""
_OPEN = "([«“„（《「『"
_CLOSE = ")]»”）》」』"


def segments_of(text: str) -> list[Span]:
    """Stretches of a note's text that hold one citation each, in order; at least one."""
    cuts = [0]
    for place, after in _places(text):
        following = text[after : min(_next_cut(text, after), after + REACH)]
        if is_whole(following) and is_whole(text[max(cuts[-1], place - REACH) : place]):
            cuts.append(after)
    ends = [*cuts[1:], len(text)]
    return [_trimmed(text, start, end) for start, end in zip(cuts, ends, strict=True)]


def is_whole(part: str) -> bool:
    """Whether a part can stand as a citation of its own."""
    if ADDRESS.search(part) or _WHOLE.search(part) or words.pages().search(part):
        return True
    return is_short_form(part)


def is_short_form(part: str) -> bool:
    head = part[lead_in(part) :]
    return bool(same_place(head) or words.opcit().search(part) or words.supra().search(part))


def _places(text: str) -> list[tuple[int, int]]:
    """Offsets of possible cuts: end of the part before, start of the part after; none inside brackets."""
    found = [(match.start(), match.end()) for match in _SEMICOLON.finditer(text)]
    if _COMPARE.match(text):
        found += [(match.start(), match.end()) for match in _WITH.finditer(text)]
    for match in _STOP.finditer(text):
        lead = _led_in(text, match.end())
        if lead and lead.end() < len(text) and text[match.end()].isupper():
            found.append((match.end(), match.end()))
    for match in _EAST_STOP.finditer(text):
        if words.see().match(text, match.end()):
            found.append((match.end(), match.end()))
    depth, position = 0, 0
    outside = []
    for place, after in sorted(found):
        for character in text[position:place]:
            depth += (character in _OPEN) - (character in _CLOSE)
            depth = max(depth, 0)
        position = place
        if not depth:
            outside.append((place, after))
    return outside


def _led_in(text: str, start: int) -> re.Match[str] | None:
    """*See* and kin at `start`, or behind weaker words (`In senso conforme cfr.`)."""
    for _ in range(MOST_LEADS):
        found = words.see().match(text, start)
        weaker = None if found else words.lead().match(text, start)
        if not weaker:
            return found
        start = weaker.end()
    return None


def _next_cut(text: str, start: int) -> int:
    match = _SEMICOLON.search(text, start)
    return match.start() if match else len(text)


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1] in " ;；":
        end -= 1
    return Span(start, end)
