"""Where an address stops and text in a script without spaces goes on: `https://a.example/e的说明`.

Addresses may hold letters of Chinese, Japanese and Korean (`/wiki/C语言`), and then both readings are right
in form. What else the address and the letters behind it show tells which is likelier.
"""

from __future__ import annotations

import re
from dataclasses import replace

from citecheck.model import Repair
from citecheck.patterns import late

LETTERS = "\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff"
LONGEST_RUN = 24
"""Letters in a row that a segment of an address may have behind Latin ones; more is a text."""
TEXT, DOUBT, PATH = 0.9, 0.4, 0.1
"""How surely the letters belong to the text: a word of grammar begins them; nothing tells; pages are named so
there. In a text the first two end the address; one handed over alone is whole."""

_FAR = re.compile("[^\\0-\u058f\u1e00-\u2fff]")
"""What may be such a letter: a class of all of them takes a millisecond to compile."""
_JOINT = late(rf"(?<=[!-~])(?=[{LETTERS}])")
_RUN = late(rf"[{LETTERS}]+")
_NEXT = late(r"(?:https?|ftp)://|www\.")
_HELD = late(rf"[{LETTERS}]|%[eE][3-9a-dA-D](?:%[89a-bA-B][0-9a-fA-F]){{2}}|xn--")
"""Letters of these scripts, plain or as three escaped bytes of UTF-8; or a host that is written in such."""
_TITLED = late(
    r"/(?:wiki|zh(?:-[a-z]{2,4})?|item|baike|tags?|search|category|w|topics?|keyword|entry)/[^/]*\Z"
    r"|[=#][^/]*\Z",
    re.I,
)
"""Where pages that are named by titles and words stand: wikis, tags, queries."""
_GRAMMAR = late(
    r"的|[上中里]的|上所|以及|及其|和|与|與|或|等(?![级級])|是|在|为|為|则|則|都|也|所|可以|可[见見]"
    r"|一[文书页]|[网網][站页頁]|页面|访问|訪問|查阅|检索|檢索|最[后後]|下载|获取"
    r"|[をはがのでともへや]|に(?![ほっ])|から|より|および|及び|など|参照|閲覧|アクセス|最終"
    r"|[를을은는가에의로와과도]|이(?![가-힣]{2})|에서|으로|및|참조|접속|검색"
)
"""Words with which a sentence goes on behind an address; in Japanese and Korean particles stand there."""


def joint_of(text: str, start: int = 0, end: int | None = None) -> tuple[int, float] | None:
    """Where letters of these scripts first follow a Latin sign of an address, and how surely they are text.

    `None` where they never do, or can only be part of the address. `start`, `end`: of the address and what is
    printed with it without a space.

    >>> joint_of("https://a.example/e的说明"), joint_of("https://a.example/wiki/C语言")
    ((19, 0.9), (24, 0.1))
    >>> joint_of("https://a.example/e水车"), joint_of("https://a.example/水车")
    ((19, 0.4), (18, 0.1))
    >>> joint_of("https://a.example/语言/c.html")
    """
    end = len(text) if end is None else end
    joint = _JOINT.search(text, start + 1, end) if may_hold_letters(text, start + 1, end) else None
    if joint is None:
        return None
    at, before = joint.start(), text[start : joint.start()]
    run = _RUN.match(text, at, end)
    stop = run.end() if run else at
    following = text[stop:end]
    if _NEXT.match(following):
        return at, TEXT
    if "://" not in before and not before.startswith("www."):
        return None
    grammar = _GRAMMAR.match(text, at, end) is not None
    if _HELD.search(before) or _host_only(before):
        return (at, DOUBT) if grammar else None
    if following[:1] in tuple("/_%-=&.#?+") and following[1:2] not in ("", " ") and not grammar:
        return None
    if stop - at > LONGEST_RUN:
        return at, TEXT
    own = before[-1] in "/=_-"
    if _TITLED.search(before):
        return at, DOUBT if grammar and not own else PATH
    if own:
        return at, DOUBT if grammar else PATH
    return at, TEXT if grammar else DOUBT


def may_hold_letters(text: str, start: int, end: int) -> bool:
    """Whether a stretch may hold letters of these scripts, or their stops: soon said."""
    return not text.isascii() and _FAR.search(text, start, end) is not None


def _host_only(before: str) -> bool:
    """Whether no path has begun: a host's label may go on in another script, and then it is one."""
    return "/" not in before.partition("://")[2] and before[-1] in ".-/"


def run_end(text: str, start: int, end: int) -> int:
    """Where to stop reading an address that is printed with such letters behind it: behind their run, so that
    both readings are at hand; `end` where they are, or may well be, the address's own.

    >>> text = "https://a.example/e的说明，见第3页"
    >>> text[: run_end(text, 0, len(text))]
    'https://a.example/e的说明'
    """
    found = joint_of(text, start, end)
    if found is None or found[1] < DOUBT:
        return end
    run = _RUN.match(text, found[0], end)
    stop = run.end() if run else end
    return found[0] if stop - found[0] > LONGEST_RUN or _NEXT.match(text, stop) else stop


def in_text(found: Repair) -> Repair:
    """The readings of an address that stands in a text: it ends before such letters but where pages have such
    names.

    A word of grammar leaves no doubt that is worth a question.
    """
    joint = joint_of(found.raw)
    if joint is None or joint[1] < DOUBT:
        return found
    shorter = next((one for one in found.candidates if one.url.isascii()), None)
    if shorter is None:
        return found
    first = found.candidates[0]
    others = [one for one in found.candidates if one is not shorter and one is not first]
    sure = joint[1] if joint[1] == TEXT else first.confidence
    top = replace(shorter, confidence=max(sure, shorter.confidence))
    rest = () if shorter is first else (replace(first, confidence=round(1 - sure, 3)),)
    problems = tuple(one for one in found.problems if one != "doubtful" or sure < TEXT)
    return replace(found, candidates=(top, *rest, *others), problems=problems)
