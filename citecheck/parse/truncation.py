"""Whether a note's text breaks off before its end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citecheck.parse.words import locator_end
from citecheck.patterns import late

TAIL = 80
"""Characters at a note's end that are looked at."""
USUAL = 0.8
"""Share of notes that must end properly for an end in mid-sentence to mean something."""
ADDRESS = 200
"""An address within so many characters of the end may be what the note ends with, spaces in it or not."""

_OPEN_END = re.compile(
    r"(?:[,;(\[«„“–—]|(?<=[^\W_])-|:|\bURL|https?:?/?/?|\b(?:and|und|et|de|du|des|la|les|of|the|in|on|der|die|das|von|для|при|по|na|dla|pour|par|le))\Z"
)
_IN_HOST, _IN_WWW = re.compile(r"://[\w-]{1,63}\.\Z"), re.compile(r"(?i)://(?:www\d{0,2}|ftp)\.\Z")
"""A site's name of one part may be whole (`http://localhost.`) where it is not the usual first of several."""
_FOLLOWING = late(r"\d\s(?:y|e|et|i|и|und|u\.)\s[^\W\d_]{1,5}\.\Z")
"""`p. 45 y ss.`, `s. 12 i n.`: and the pages that follow."""
_COUNTED = late(r"(?<![\d.])\d{1,3}(?:[–-]\d{1,4})?(\.?)\s([^\W\d_])[^\W\d_]{0,4}\.?\Z")
"""`56. fol.`, `320 p.`: a number before its word, as in Hungarian, or the count of a book's pages; in
`№ 3. С.` it is the issue of a journal, and its page is lost."""
_EAST = "。！？．」』》〉）］】〕"
_STOPS = frozenset('.!?…)]»”"' + _EAST)
_CLOSING = frozenset(".!?…)]»”\"'’/>؟۔" + _EAST)
_ORDINALS = "ºª"
"""Behind a number they end a note as it does: `fundamento 4.º`."""
_IN_ADDRESS = re.compile("[/.@_]")
_LONG = 12
"""Characters of a last word that is hardly one."""


def broken_off(texts: Sequence[str]) -> list[bool]:
    """For each note's text whether it breaks off: in an open bracket, after a hyphen, after `URL:`, in the
    name of a site.

    Where notes of this manuscript end with a full stop, a number or an address, one that ends with a bare
    word breaks off too.

    >>> broken_off(["The mill and its weir [Electronic resource]. – 2018. – URL:", "Ibid. P. 12."])
    [True, False]
    >>> broken_off(["The mill, http://www.", "See http://localhost.", "See https://mills.example."])
    [True, False, False]
    >>> broken_off(["El puerto, 1999, p. 45 y ss.", "El puerto, 1999, p.", "Iratok, 4. cs., 56. fol."])
    [False, True, False]
    >>> broken_off(["Речной вестник. 2006. № 3. С.", "Rečni zbornik 4, str.", "Zbornik. 320 str."])
    [True, True, False]
    """
    closed = [_closed(text[-TAIL:]) or "://" in text[-ADDRESS:] for text in texts]
    strict = len(texts) >= 5 and sum(closed) >= USUAL * len(texts)
    inside = [_IN_WWW.search(text[-TAIL:].rstrip()) is not None for text in texts]
    return [
        _open(text) or host or (strict and not end)
        for text, host, end in zip(texts, inside, closed, strict=True)
    ]


def unfinished(text: str) -> bool:
    """Whether the words of a note go on elsewhere, judged by its last characters alone.

    >>> unfinished("Mills of the Upper Valley, Annual"), unfinished("Ibid., p. 7.")
    (True, False)
    """
    return _open(text) or in_host(text) or text.rstrip()[-1:] not in _STOPS


def in_host(text: str) -> bool:
    """Whether a text ends after the first part of a site's name, or after one that has one part alone.

    >>> in_host("See http://www."), in_host("See http://mills.example.")
    (True, False)
    """
    return _IN_HOST.search(text[-TAIL:].rstrip()) is not None


def goes_on(text: str) -> bool:
    """Whether a note's last sign leaves no doubt that more must follow: a comma, a hyphen, an open bracket, a
    bare word; numbers end notes too.

    >>> goes_on("Mills of the Upper Valley, Annual"), goes_on("Mills, 45"), goes_on("Mills, p. 7.")
    (True, False, False)
    >>> goes_on("STS de 12 de junio de 1861, fundamento 4.º")
    False
    """
    last = text.rstrip()[-1:]
    return _open(text) or in_host(text) or (last.isalpha() and last not in _ORDINALS)


def _closed(tail: str) -> bool:
    """Whether a text's last characters are as at a proper end: a sign, a digit, a part of an address."""
    if not tail or tail[-1].isspace():
        return False
    last = tail.rsplit(None, 1)[-1]
    closing = tail[-1] in _CLOSING or tail[-1] in _ORDINALS or tail[-1].isdecimal() or len(last) >= _LONG
    return closing or _IN_ADDRESS.search(last) is not None


def _open(text: str) -> bool:
    last = text[-TAIL:].rstrip()
    if not last or _OPEN_END.search(last):
        return True
    if text.rfind("[") > text.rfind("]") or last.rfind("(") > last.rfind(")"):
        return True
    if locator_end().search(last) is None:
        return False
    counted = _COUNTED.search(last)
    return not _FOLLOWING.search(last) and (counted is None or bool(counted[1] and counted[2].isupper()))
