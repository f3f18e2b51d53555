"""Addresses that close their reference: all that stands before the date of access or the end is the address.

In a text an address ends at white space unless something shows that it goes on, so that one with lost
underscores or a line's end breaks off. Where its reference closes with the date of access, nothing but the
address stands between the two; nor does where a paragraph or a page number follows words that no prose ends
with. The shorter reading stays a candidate. Mere words behind an address may be the sentence's (`in German
(accessed 2020)`): they are taken where the document shows that it lost underscores, and where nothing tells
but they do not begin as prose does.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from citecheck.model import Repair, Span, Step
from citecheck.patterns import late
from citecheck.repair.address import SCHEME, host_end
from citecheck.repair.common import common_bits
from citecheck.repair.cut import find_begin, label_at, label_words, trim_end
from citecheck.repair.strays import Losses

MOST, SHORTEST, LEAST = 12, 5, 4
"""Words that may follow; letters of a label that is no other word (`see`, `cf`); of a word below
which it is one that links (`and setup.html`)."""
_SHORTER, _MERE = 0.4, 0.6
"""Confidence of the shorter reading, at most, as a share of the first one's; of a reading that goes on with
mere words in a document that shows no damage: then both are told (`url-doubtful`)."""
_SMALL = -11.5
"""Bits of the rarest word with which prose is likely to go on: `by` has -8, `which` -10, `report` -12."""
_TOKEN, _PARAGRAPH = re.compile(r"\S+"), re.compile(r"\n[^\S\n]*\n")
_PART = late(r"(?![(\[\"'*])[\w%~+&=?#/:@!'.()$*,-]*[\w%~+&=?#/@)$*-][.,;]?")
_NEXT = late(r"(?i)(?:https?|ftp):/|www\d?\.|doi:")
_DATE = late(
    r"[^\d\n]{0,24}\n?[^\d\n]{0,12}"
    r"(?=\d[^\n]{0,20}?\n?[^\n]{0,8}?(?<!\d)(?:19|20)\d\d(?!\d)|(?:19|20)\d\d(?!\d)|\d\d?[./-]\d\d?[./-]\d\d|\d\d?年)"
)
"""A year, or a day with a month and a year, behind up to some words."""
_LONE = late(r"[^\S\n][-\u2013\u2014+=&][^\S\n]")
_DASH, _AT_ONCE = late(r"[-\u2013\u2014]\s+"), late(r"\W{0,3}(?:19|20)\d\d")
_LOCATOR = late(r"(?i)(?:[^\W\d_]{1,4}\.|pp?|ss?|ff?|vol|art|n[or]|nr)\s*\d")
_FILE = late(r"\.(?:[sx]?html?|php|aspx?|pdf|jsp|docx?|xlsx?|zip|png|jpe?g|csv|txt)$")
_NO_PART = late(r"mailto:|\d:\d\d|\s[^\w\s]+\s|\s[^\w\s]+$")
_LAST = late(
    r"\w/$|\w[=_]|\?\w|&\w+=|%[0-9A-Fa-f]{2}|\w#[^\W\d_]{2}|\d[a-z]+\d+[a-z]|[a-z]\d+[a-z]+\d"
    r"|\.(?:[sx]?html?|phtml|php|aspx?|pdf|docx?|xlsx?|zip|t?gz|png|jpe?g|gif|mp[34]|csv|rss|xml)$"
)
"""What the last word of prose does not hold."""
_ON_LINE = late(r"(?<![\s])[^\S\n]+(?=[^\s])")
"""White space within a line."""
_NUMBER = late(r"\s+\w*\d{5}\w*\W?")
"""A lone number that is no year, or a code with one."""
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
    stop = _last_word(text, so_far, end)
    rest = text[end:stop]
    next_one = find_begin(f"{rest} ")
    if next_one is not None and _NEXT.match(rest, next_one):
        return end
    if so_far[-1] in "/=" or host_end(so_far) == len(so_far):
        return stop
    return end if next_one is not None or (so_far.isascii() and not rest.isascii()) else stop


def _last_word(text: str, so_far: str, end: int) -> int:
    """Where the words end that close the reference behind an address, `end` where they do not."""
    stop, last = end, False
    for at, token in zip(range(MOST + 1), _TOKEN.finditer(text, end), strict=False):
        if _PARAGRAPH.search(text, stop, token.start()) or (last and _LOCATOR.match(text, token.start())):
            return stop if at and _closes(so_far, text[end:stop]) else end
        if _is_dated(text, stop, token.start()):
            return stop if at and _may_hold(so_far, text[end:stop]) else end
        if last or not _PART.fullmatch(token[0]) or _names(token[0]) or _LONE.match(text, token.start() - 1):
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
    if _NUMBER.fullmatch(rest):
        return True
    if _LAST.search(last) and (last[-1] == "/" or not first.isalpha() or not _is_usual(first)):
        return True
    alone = _ON_LINE.search(rest) is None
    return (
        below
        and alone
        and so_far[-1] in "/-"
        and first[0].islower()
        and _SIGN.search(trim_end(rest)) is not None
    )


def _is_dated(text: str, stop: int, at: int) -> bool:
    """Whether words for a date of access and a date begin at `at`, or behind the dash there, set off from the
    word that ends at `stop`: behind a sign, in brackets, on a line of their own, behind no word of prose."""
    dash = _DASH.match(text, at)
    label = label_at(text, dash.end() if dash else at)
    if label is None or _DATE.match(text, label.end()) is None:
        return False
    bracketed = label[0][0] == "[" and _AT_ONCE.match(text, label.end()) is not None
    below = "\n" in text[stop:at] and label[0][0].isupper()
    off = dash is not None or label[0][0] in "([" or text[stop - 1] in ".,;" or below
    if not off and _LAST.search(trim_end(text[text.rfind(" ", 0, stop) + 1 : stop])) is None:
        return False
    return len(label["label"]) >= SHORTEST or bracketed


def _names(word: str) -> bool:
    """Whether another address begins, or an identifier is named."""
    return _NEXT.match(word) is not None or word.lower().rstrip(":.") in ("doi", "isbn", "issn")


def _may_hold(so_far: str, rest: str) -> bool:
    """Whether an address may go on with `rest`: a host or a folder with what shows that it does, or with the
    next line, but with no capital."""
    bare = SCHEME.sub("", so_far)
    if not so_far.endswith("/") and host_end(so_far) < len(so_far):
        return True
    below = "\n" in rest[: len(rest) - len(rest.lstrip())] and "/" in bare
    return _SIGN.search(trim_end(rest)) is not None or (below and not rest.lstrip()[0].isupper())


def is_mere(raw: str, shorter: int) -> bool:
    """Whether what an address goes on with behind its first `shorter` characters is nothing but words or a
    number, which the sentence may go on with."""
    rest = raw[shorter:]
    if raw[shorter - 1] in "/-_=&" and _ON_LINE.search(rest) is None:
        return False
    return _NUMBER.fullmatch(rest) is not None or _SIGN.search(trim_end(rest)) is None


def _may_be_prose(raw: str, shorter: int, document: Losses) -> bool:
    """Whether mere words are likelier the sentence's: where the document shows no white space in addresses,
    and enough of them or their underscores, or the first word is a usual one or begins with a capital."""
    if document.torn or not is_mere(raw, shorter):
        return False
    first = raw[shorter:].split()[0]
    return document.sound or not first[0].islower() or _is_usual(first)


def _is_usual(word: str) -> bool:
    """Whether prose often goes on with a word (small letters); a short one, too, that links (`and`)."""
    return len(word) < LEAST or (common_bits(word) or -99.0) >= _SMALL


def with_shorter(found: Repair, shorter: int, read: Callable[[str], Repair], document: Losses) -> Repair:
    """The readings of an address and, behind the first, that of what stands before its first white space that
    may end it, `shorter` characters; only the latter, of what was printed so far, where the rest was cut off
    again or is the sentence's. `document`: what is known of its lost underscores."""
    other = read(found.raw[:shorter])
    if not other.candidates or not found.candidates:
        return found
    cut = any(step.step == "cut-text" for step in found.candidates[0].steps)
    if cut or _may_be_prose(found.raw, shorter, document):
        return other
    if any(one.url == other.url for one in found.candidates[:3]):
        return found
    first = other.candidates[0]
    steps = (Step("cut-text", found.raw, found.raw[:shorter]), *first.steps)
    confidence = min(first.confidence, _SHORTER * (found.confidence or 1.0))
    short = replace(first, confidence=round(confidence, 3), steps=steps)
    mere = not document.torn and is_mere(found.raw, shorter)
    long, *others = found.candidates
    long = replace(long, confidence=min(long.confidence, _MERE if mere else 1.0))
    others = [replace(one, confidence=min(one.confidence, short.confidence)) for one in others]
    return replace(found, candidates=(long, short, *(one for one in others if one.url != short.url)))


def first_of(spans: tuple[Span, ...], size: int) -> tuple[Span, ...]:
    """The first `size` characters of parts that are joined by line ends."""
    found: list[Span] = []
    for span in spans:
        if size <= 0:
            break
        found.append(Span(span.start, min(span.end, span.start + size)))
        size -= span.end - span.start + 1
    return tuple(found)
