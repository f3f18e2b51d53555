"""Addresses that close their reference: all that stands before the date of access or the end is the address.

In a text an address ends at white space unless something shows that it goes on, so that one with lost
underscores or a line's end breaks off. Where its reference closes with the date of access, nothing but the
address stands between the two; nor does where a paragraph or a page number follows words that no prose ends
with. The shorter reading stays a candidate.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from citecheck.model import Repair, Step
from citecheck.patterns import late
from citecheck.repair.address import SCHEME, host_end
from citecheck.repair.cut import label_at, label_words, trim_end

MOST, SHORTEST, LEAST = 12, 5, 4
"""Words that may follow; letters of a label that is no other word (`see`, `cf`); of the first word before a
file's name, which else is one that links (`and setup.html`)."""
_SHORTER = 0.4
"""Confidence of the shorter reading, at most."""
_TOKEN, _PARAGRAPH = re.compile(r"\S+"), re.compile(r"\n[^\S\n]*\n")
_PART = late(r"(?![(\[\"'*])[\w%~+&=?#/:@!'.()$*,-]*[\w%~+&=?#/@)$*-][.,;]?")
_NEXT = late(r"(?i)(?:https?|ftp):/|www\d?\.|doi:")
_DATE = late(r"[^\d\n]{0,24}\n?[^\d\n]{0,12}\d")
_DASH, _AT_ONCE = late(r"[-\u2013\u2014]\s+"), late(r"\W{0,3}(?:19|20)\d\d")
_LOCATOR = late(r"(?i)(?:[^\W\d_]{1,4}\.|pp?|ss?|ff?|vol|art|n[or]|nr)\s*\d")
_FILE = late(r"\.(?:[sx]?html?|php|aspx?|pdf|jsp|docx?|xlsx?|zip|png|jpe?g|csv|txt)$")
_NO_PART = late(r"mailto:|\d:\d\d|\s[^\w\s]+\s|\s[^\w\s]+$")
_LAST = late(
    r"\w/$|\w[=&_%?]|#\w|[a-z]\d{3}|\d[a-z]+\d|\d{5}"
    r"|\.(?:[sx]?html?|phtml|php|aspx?|pdf|docx?|xlsx?|zip|t?gz|png|jpe?g|gif|mp[34]|csv|rss|xml)$"
)
"""What the last word of prose does not hold."""
_SIGN = late(r"[\d/=&_%?#~-]|\w\.\w")


def dated_end(text: str, begin: int, end: int) -> int:
    """Where an address ends that begins at `begin` and seems to end at `end`: before its date of access, its
    page or the paragraph's end.

    >>> texts = "https://a.example/the mill (accessed 3 May 2020)", "https://a.example/b.pdf Ross (seen 2020)"
    >>> [text[: dated_end(text, 0, text.index(" "))] for text in texts]
    ['https://a.example/the mill', 'https://a.example/b.pdf']
    """
    so_far = "".join(text[begin:end].split())
    if text[end - 1] in ".,;:!?)\"'" or not text[end : end + 1].isspace() or _FILE.search(so_far):
        return end
    stop, last = end, False
    for at, token in zip(range(MOST + 1), _TOKEN.finditer(text, end), strict=False):
        if _PARAGRAPH.search(text, stop, token.start()) or (last and _LOCATOR.match(text, token.start())):
            return stop if at and _closes(so_far, text[end:stop]) else end
        if _is_dated(text, token.start()):
            return stop if at and _may_hold(so_far, text[end:stop]) else end
        if last or not _PART.fullmatch(token[0]) or _NEXT.match(token[0]):
            return end
        if at == 0 and (token[0].lower() in label_words() or _LOCATOR.match(text, token.start())):
            return end
        stop, last = token.end(), token[0][-1] in ".,;"
    ended = stop > end and _TOKEN.search(text, stop) is None
    return stop if ended and _closes(so_far, text[end:stop]) else end


def _closes(so_far: str, rest: str) -> bool:
    """Whether `rest`, the end of a paragraph or what stands before a page number, is an address's: its last
    word is none of prose, or it goes on below a folder with more than plain words."""
    words = rest.split()
    first, last = words[0], trim_end(words[-1])
    below = "\n" in rest[: len(rest) - len(rest.lstrip())]
    if _NO_PART.search(rest) or (below and first[0].isupper() and so_far[-1].isalnum()):
        return False
    if not _may_hold(so_far, rest) or not any(map(str.isalnum, first)):
        return False
    if _LAST.search(last) and (last[-1] == "/" or not first.isalpha() or len(first) >= LEAST):
        return True
    return below and so_far[-1] in "/-" and first[0].islower() and _SIGN.search(trim_end(rest)) is not None


def _is_dated(text: str, at: int) -> bool:
    """Whether words for a date of access and a date begin at `at`, or behind the dash there."""
    dash = _DASH.match(text, at)
    label = label_at(text, dash.end() if dash else at)
    if label is None or _DATE.match(text, label.end()) is None:
        return False
    bracketed = label[0][0] == "[" and _AT_ONCE.match(text, label.end()) is not None
    return len(label["label"]) >= SHORTEST or bracketed


def _may_hold(so_far: str, rest: str) -> bool:
    """Whether an address may go on with `rest`: a host or a folder with what shows that it does, or with the
    next line, but with no capital."""
    bare = SCHEME.sub("", so_far)
    if not so_far.endswith("/") and host_end(so_far) < len(so_far):
        return True
    below = "\n" in rest[: len(rest) - len(rest.lstrip())] and "/" in bare
    return _SIGN.search(trim_end(rest)) is not None or (below and not rest.lstrip()[0].isupper())


def with_shorter(found: Repair, shorter: int, read: Callable[[str], Repair]) -> Repair:
    """The readings of an address and, behind the first, that of what stands before its first white space that
    may end it, `shorter` characters."""
    other = read(found.raw[:shorter])
    if not other.candidates or any(one.url == other.url for one in found.candidates[:3]):
        return found
    first = other.candidates[0]
    steps = (Step("cut-text", found.raw, found.raw[:shorter]), *first.steps)
    confidence = min(first.confidence, _SHORTER * (found.confidence or 1.0))
    short = replace(first, confidence=round(confidence, 3), steps=steps)
    kept = tuple(one for one in found.candidates if one.url != first.url)
    return replace(
        found,
        candidates=(
            *kept[:1],
            short,
            *(replace(one, confidence=min(one.confidence, short.confidence)) for one in kept[1:]),
        ),
    )
