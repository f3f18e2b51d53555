"""What of a line belongs to the address on the line above: ends that the width of the line cut off.

Text programs, narrow columns and typesetters that may break anywhere part an address wherever the line is
full, without a sign at the joint. What is left over stands at the beginning of a line, and behind it what
stands behind addresses: a date of access, or nothing.
"""

from __future__ import annotations

import re

from citecheck.patterns import late
from citecheck.repair.common import gain
from citecheck.repair.joins import drop_invisible
from citecheck.repair.lexicon import known
from citecheck.repair.titles import is_label

ENDINGS = frozenset(
    (
        "html",
        "shtml",
        "xhtml",
        "phtml",
        "php",
        "aspx",
        "jspx",
        "cfm",
        "pdf",
        "xml",
        "txt",
        "rtf",
        "docx",
        "odt",
        "epub",
        "jpeg",
        "jpg",
        "png",
        "gif",
        "zip",
        "csv",
        "pptx",
        "xlsx",
    )
)
"""Files' endings whose last letters may stand alone (`.ht` + `ml`)."""
ONE_WORD = 8.0
"""Bits by which a common word is likelier than its halves, where these are words too: *har|bour*. A note that
ends in a word behind an address, at the beginning of a line, is rarer than an address that is cut."""
_STOPS = ".,;:)]"
_TORN_ESCAPE, _HEXADECIMAL = late(r"%[0-9A-Fa-f]?$"), "0123456789abcdefABCDEF"
_DATED = re.compile(r"\s{1,3}[(\[][^\W\d][^()\[\]]{2,50}\d{4}[^()\[\]]{0,12}[)\]]")
_TOKEN = re.compile(r"\S+")
_FILE = re.compile(r"://[^/\s]+/\S*[\w)-]\.([a-z]{1,5})\Z|^[^/\s]+\.[a-z]{2,9}/\S*[\w)-]\.([a-z]{1,5})\Z")
_DOI = late(r"(?i)(?:doi\.org/|doi:?\s{0,2})10\.(?:\d{0,8}|\d{4,9}/\S*)\Z")
_REST = re.compile(r"[a-z\d][\w.%&=?/~+-]*", re.ASCII)
_CODE = late(r"[\w.()<>;/-]*\d[\w.()<>;/-]*", re.ASCII)
_LAST_LETTERS, _FIRST_LETTERS = re.compile(r"[A-Za-z]{1,40}\Z"), re.compile(r"[A-Za-z]{1,40}")
_ENDING_REACH, _LONGEST = 6, 40
"""Characters in which the last full stop of `_FILE` stands; letters of a half of a word."""
BELOW_FOLDER = late(r"[/_#=?]|^\d{7,}\W*$|\w:\d")
"""What goes on behind a slash at a line's end: numbers longer than dates, labels and postal codes, too."""
BELOW_HYPHEN = late(r"[A-Z]\w*(?:-\w+)+[.,;:)]*")
"""The same behind a hyphen: words with capitals and hyphens between them."""


def shown(word: str) -> str:
    """`word` as it looks: soft hyphens and the like left out."""
    return word if word.isascii() else drop_invisible(word)


def ending_goes_on(so_far: str, word: str) -> bool:
    """Whether `word` is what is left of a file's ending that white space parts.

    >>> ending_goes_on("https://a.example/b.ht", "ml"), ending_goes_on("https://a.example/b.ph", "p?id=3),")
    (True, True)
    >>> ending_goes_on("https://a.example/b.js", "on"), ending_goes_on("https://a.example", "l")
    (False, False)
    """
    begun = _FILE.search(so_far) if "." in so_far[-_ENDING_REACH:] else None
    if begun is None:
        return False
    part = begun[1] or begun[2]
    rests = (ending[len(part) :] for ending in ENDINGS if ending.startswith(part) and ending != part)
    return any(re.match(rf"{rest}(?![\w/-])", word) for rest in rests)


def goes_on_below(text: str, so_far: str, token: re.Match[str]) -> bool:
    """Whether a line begins with the end of the address above, `so_far` as taken; or, on the same line, a
    folder with it.

    Where a date of access follows, nothing but an address has its end there; where nothing follows, the two
    sides of the joint must make a word.
    """
    body = shown(token[0]).rstrip(_STOPS)
    if "10." in so_far and _DOI.search(so_far) and _CODE.fullmatch(body):
        return True
    if not _REST.fullmatch(body) or so_far.endswith(("://", ":/")):
        return False
    following = _TOKEN.search(text, token.end())
    if following is None:
        return _one_word(so_far, body)
    if not _DATED.match(text, token.end()) and not is_label(
        text, token.end(), following.start(), so_far + body
    ):
        return False
    return not body.isalpha() or _one_word(so_far, body) or not known(body)


def _one_word(so_far: str, body: str) -> bool:
    """Whether the letters on both sides make one listed word, and not two."""
    left = _LAST_LETTERS.search(so_far, max(0, len(so_far) - _LONGEST))
    right = _FIRST_LETTERS.match(body)
    if left is None or right is None or so_far.count("/") < len("///"):
        return False
    before, after = left[0].lower(), right[0].lower()
    if not known(before + after):
        return False
    return not (known(before) and known(after)) or gain(before, after) >= ONE_WORD


def in_host(so_far: str, word: str) -> bool:
    """Whether a word that begins with a digit goes on with a host behind its dot: behind another number, or
    where nothing but `www.` is printed yet.

    >>> in_host("http://www.", "22mills.example/a"), in_host("http://mill.example.", "22 pages")
    (True, False)
    """
    if not word[0].isdigit():
        return False
    return not so_far[-2:-1].isalpha() or (so_far.endswith("/www.") and "." in word.rstrip("."))


def escape_goes_on(so_far: str, word: str) -> bool:
    """Whether an escaped character is torn at the gap.

    >>> escape_goes_on("https://a.example/m%C", "3%BChle"), escape_goes_on("https://a.example/m%C", "to")
    (True, False)
    """
    return _TORN_ESCAPE.search(so_far) is not None and word[0] in _HEXADECIMAL
