"""What is known of a gap without weighing: names of programs, identifiers of one length, lone underscores.

Lists of addresses hold too few of these for weights to be fitted.
"""

from __future__ import annotations

import re

from citecheck.patterns import late
from citecheck.repair.beside import EDGES
from citecheck.repair.legible import is_torn

_GAP = re.compile(r"\s+")
_IDS = (
    (late(r"(?:youtu\.be/|youtube[\w.-]*/(?:watch\?(?:\S*&)?v=|embed/|shorts/|v/))([\w\s-]+)"), 11),
    (late(r"books\.google\.[a-z.]+/books\?(?:\S*&)?id=([\w\s-]+)"), 12),
    (late(r"open\.spotify\.com/\w+/([\w\s-]+)"), 22),
)
"""Identifiers of sites that give all theirs one length, with it, as the sites print them."""
_LONE_HYPHEN = late(r"/\s*-\s*/")
"""A segment of its own before what a project holds, on GitLab."""
_BEFORE_SIDE = late(r"(?<![0-9A-Za-z])\d{2,4}(x?)$")
_SIDE = late(r"(x?)(?!(?<=x)(?:32|64|86)(?!\d))\d{2,4}(?![0-9A-Za-z])")
"""A picture's size, as programs that keep sites write it behind the name (`-1024x683`), torn at its `x`;
`x64` is a kind of processor."""
_SURE = 8.0
"""Natural logarithm of the odds that such an identifier settles."""
_BEFORE_NAME = frozenset("?&")
_NEAR = 6
"""Characters beside a gap in which a lone hyphen is looked for."""
_LEADING = late(
    r"(?:static|inc|processed|blob|next|nuxt|payload|ipx|wpnonce|ga|gl|hsenc|hsmi|openstat|layouts/\d"
    r"|vti[ _]|api/web/|all[ _]docs|escaped[ _]fragment|x[ _]tr|nc[ _]|r=\d|kx=|ftn(?:ref)?\d+|edn(?:ref)?\d+"
    r"|upload/(?:article|tpl)|Toc\d{5,}|Ref\d{5,}|blank|s-xclick|xclick|donations|export/x?html"
    r"|files/ugd|f/p\d|(?:article|pdf)/-char/)(?![a-z])"
)
"""Names that begin with an underscore where programs make them (Sphinx, Next.js, Nuxt, TYPO3, WordPress,
HubSpot, WebPlus, SharePoint, CouchDB, DokuWiki, PayPal, Wix, ACOS, J-STAGE, notes and headings of Word,
counters of visits, addresses of one-page programs that crawlers ask)."""
_SURELY = late(
    r"files/ugd/|f/p\d+/|next/(?:static|data|image)|nuxt/|ipx/|layouts/\d\d/|vti[ _]|api/(?:wix-|cloud-data)"
    r"|escaped[ _]fragment|wpnonce|hsenc=|hsmi=|s-xclick|encoding=UTF8|rdr(?:=|$)"
    r"|res/projects/|(?:article|pdf)/-char/"
)
"""Those of them that stand nowhere without it (92 of 561,794 addresses; none without)."""
_NAMED = 4.0
"""Say of such a name: of the document and of line ends as much speaks against one at most."""
_OF_PYTHON = late(r"/(\s{1,2})(?:init|main)(?:\1|__)\.pyi?(?!\w)")
"""Files of Python packages whose names two underscores begin and end (`__init__.py`)."""
_OF_WIX = late(r"(?:files/ugd|wixstatic\.com/media)/[\da-f]{6}(\s+)(?=[\da-f][\da-f\s]{7})")
"""The name of a file at Wix: six digits of its owner, an underscore, 32 of its own (hexadecimal)."""
_ISBN = 24
"""Characters before a gap in which an ISBN of thirteen digits and its hyphens are looked for."""
_OF_BOOK, _CHAPTER = late(r"10\.\d{4,9}/97[89](?:-?\d){10}$|/97[89](?:-?\d){10}$"), late(r"\d{1,3}(?![\w-])")
"""A book and its chapter in the DOIs of Springer and Palgrave (`10.1057/9781137311290_6`)."""
_OF_JOURNAL = late(r"/(\d{1,4})/(\w{1,9})/((\s?)\1[\s_]\2[\s_]\w{2,})(?=/)")
"""Folders of a volume and an issue, and a name of both and the page (J-STAGE)."""
_ARTICLE = late(r"aid-\d{6,}(?!\w)")
"""The number of an article, as some German newspapers write it behind the title."""
_OF_MANUAL = late(r"(?:images|modules|sources|downloads)(?![a-z])")
_MANUAL = late(
    r"(?i)readthedocs|//docs?\.|\.git(?:hub|lab)\.io/|/(?:docs?|documentation|manual|html|build|latest|stable)/"
    r"|/(?:master|main)/|(?<!/)/v?\d+(?:\.\w+)+/|//v?\d+(?:\.\w+)+/$"
)
"""Folders of manuals that Sphinx makes, and what their addresses look like: a host may have a version's or a
year's number, too, and has them directly below it."""


def is_leading(text: str, left: int, right: int) -> bool:
    """Whether at a gap from `left` to `right` a name stands that programs begin with an underscore.

    >>> texts = "https://docs.a.example/en/latest/ images/b.svg", "https://a.example/ images/b.svg"
    >>> [is_leading(text, text.index(" "), text.index(" ") + 1) for text in texts]
    [True, False]
    """
    if _LEADING.match(text, right):
        return True
    return _OF_MANUAL.match(text, right) is not None and _MANUAL.search(text, 0, left) is not None


def known_odds(text: str, left: int, right: int) -> float:
    """Natural logarithm of the odds for an underscore at a gap from `left` to `right` that its place settles;
    0 where nothing is known. Between two slashes stands a lone underscore, or a folder without a name; those
    of a scheme (`url=http://`) stand together. A parameter has a name: where none is printed, it is the one
    underscore with which jQuery asks anew (`&_=1483112824975`). Pages of one program begin with `#!`.

    >>> texts = "https://youtu.be/dQw4w 9WgXcQ", "https://youtu.be/dQw4w 9WgXc", "//a/ /b", "/?q& =1"
    >>> [known_odds(text, text.index(" "), text.index(" ") + 1) for text in texts]
    [-8.0, 8.0, 8.0, 8.0]
    """
    if text[left - 1 : left] == text[right : right + 1] == "/":
        return -_SURE if text[max(0, left - 2)] == ":" else _SURE
    if text[right : right + 1] == "=" and text[left - 1 : left] in _BEFORE_NAME:
        return _SURE
    if text[left - 1 : left] == "#" and text[right : right + 1] == "!":
        return -_SURE
    if "%" in text and is_torn(text, left, right):
        return -_SURE
    if "-" in text[max(0, left - 1) : right + 1]:
        beside = _LONE_HYPHEN.finditer(text, max(0, left - _NEAR), right + _NEAR)
        if any(match.start() < left and right < match.end() for match in beside):
            return -_SURE
    if _is_size(text, left, right):
        return -_SURE
    if text[left - 1] in EDGES and _SURELY.match(text, right):
        return _NAMED
    if _is_numbered(text, left, right):
        return _SURE
    return _within_name(text, left, right)


def _is_numbered(text: str, left: int, right: int) -> bool:
    """Whether a number stands behind a gap that some programs part from what it is of by an underscore.

    >>> texts = "/10.1057/9781234567897 6", "/87/3/87 3 214/", "/neuer-deich aid-51423377", "/978 6"
    >>> [_is_numbered(text, text.index(" "), text.index(" ") + 1) for text in texts]
    [True, True, True, False]
    """
    if not text[right : right + 1].isdigit():
        return _ARTICLE.match(text, right) is not None and text[left - 1].isalnum()
    if text[left - 1].isdigit() and _OF_BOOK.search(text, max(0, left - _ISBN), left):
        return _CHAPTER.match(text, right) is not None
    return any(found.start(3) < left < found.end(3) for found in _OF_JOURNAL.finditer(text))


def _within_name(text: str, left: int, right: int) -> float:
    """The same within a name whose form is known."""
    if ".py" in text and any(match.start() < left < match.end() for match in _OF_PYTHON.finditer(text)):
        return _SURE
    if ("files/" in text or "wix" in text) and any(m.start(1) == left for m in _OF_WIX.finditer(text)):
        return _SURE
    if not any(name in text for name in ("you", "spotify", "books.")):
        return 0.0
    for pattern, size in _IDS:
        for match in pattern.finditer(text):
            if match.start(1) <= left < right < match.end(1):
                code = match[1].rstrip()
                missing = size - len("".join(code.split()))
                return -_SURE if missing == 0 else _SURE if missing == len(_GAP.findall(code)) else 0.0
    return 0.0


def _is_size(text: str, left: int, right: int) -> bool:
    """Whether a gap from `left` to `right` tears a picture's size.

    >>> [_is_size(text, 6, 7) for text in ("/-330x 206.png", "/a1330 x206.png", "/part2 x206.png")]
    [True, False, False]
    >>> _is_size("/-1330 x64.zip", 6, 7)
    False
    """
    if "x" not in text[left - 1 : left] + text[right : right + 1]:
        return False
    before, after = _BEFORE_SIDE.search(text, max(0, left - _NEAR), left), _SIDE.match(text, right)
    return before is not None and after is not None and bool(before[1]) != bool(after[1])
