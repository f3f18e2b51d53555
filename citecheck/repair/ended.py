"""Titles that go on with an address which was handed over as one: capitals, brackets, words on the next line.

A title (`Battle_of_the_Somme`) that has lost its underscores looks like the next sentence. It is told by what
it follows, a wiki's address or an open folder, and by nothing else being printed behind it.
"""

from __future__ import annotations

import re

from citecheck.patterns import late
from citecheck.repair.identifiers import doi_goes_on
from citecheck.repair.lexicon import is_word
from citecheck.repair.strays import LINE_ENDS
from citecheck.repair.titles import EDGE, IN_PATH, THROUGH, is_akin, is_label

LAST = 12
"""Words of a title after which nothing follows."""
_PART = late(r"[\w'’()!&+:@~%-]+")
_IN_WIKI = late(
    r"/wiki/\w[^/\s]*\w,$|/(?:wiki|index\.php(?=/[A-Z\d]))/\w[^/]*[\w)]\s?:$"
    r"|(?i:://[^/]*wiki|/wiki/|/index\.php/).*(?:#\w[^#/]*\w:|/[A-Z][^/?,]*\s[^/?,]*\w,)$"
)
"""A title of a wiki behind whose sign more follows; on wikis alone so does a fragment behind its colon, and a
title of several words behind its comma."""
_OF_WIKI = late(r"/wiki/|/[A-Z]\w{1,24}:[A-Z][^/:?#]*$")
"""An address whose title may hold brackets: a wiki's, or one with a namespace (`/Product:Name`)."""
_WIKI = late(r"(?i)://[^/]*wiki|/wiki/|/index\.php/")
"""An address of a wiki, by its host or its folder."""
_LINE_END, BEHIND_SLASH = re.compile("[\n\r\f]"), re.compile(r"(?<=/)\s+")
_FOLDER = late(r"[^/]/(?!\d+/$)\w[\w -]{0,40}/$|://[^/]*\.[a-z]{2,24}/$|/index\.php/$")
_NO_TITLE = late(r"\S+\s+(?:\d{1,3}\b|[A-Z]\.\s*$)")
"""A folder or a host, below which a title may stand, and what is none: *Page 7*, *Doe J.*"""
_NUMBERED, _IN_BRACKETS = late(r"/\d{5,}$"), late(r"/wiki/[^/()]*\([^()]*$")
_BRACKETS = late(r"\([^()\d]{2,40}(?:\)[.,;)]*)?\s*$")
_BRACKETED = late(r"\([^()\d\s]{2,40}\)(?=[.,;]?(?:\s|$))")
"""One word in brackets, as wikis part titles that are alike."""
_LONG_TITLE = late(r"[A-Z]\w*(?: \w+){2,}")
"""Three words or more, the first with a capital, that stand in the place of a file's name."""
_SIGNED = re.compile(r"\w[/.=?]\w")
_LONE_SIGN = late(r"[-:\u2013]\s+(?=[A-Z][^\W\d]|\d+[a-z])")
_CODE = late(
    r"(?=.*\d)(?=.*[A-Za-z])[\w-]{4,}|[A-Z]{2,}[a-z]+[A-Z]\w*|[A-Z]{2,}|[a-z]+[A-Z]\w*|[A-Z][a-z]+[A-Z]\w*"
)
_BELOW, _SMALL_WORDS = re.compile(r"\n\s*\Z"), late(r"[a-z]\w*(?:\s\w+){1,4}\s*")
_LAST_BELOW = late(r"(?:[a-z][\w-]*[.,;)]?|0\d{3,}|\d{5,})\s*")
_LAST_WORD = re.compile(r"[^\W_]+$")
_TOKEN = re.compile(r"\S+")


def in_title(text: str, start: int, end: int, token: re.Match[str]) -> bool:
    """Whether the token goes on with a title or a code with which the text ends (or a date of access
    begins).

    >>> texts = "https://wiki.a.example/Weir - Two Gates", "https://a.example/Weir - Two Gates"
    >>> [in_title(text, 0, at, _TOKEN.search(text, at)) for text in texts for at in [text.index(" ")]]
    [True, False]
    """
    so_far = BEHIND_SLASH.sub("", text[start:end])
    if is_label(text, end, token.start(), so_far):
        return False
    if so_far[-1] == ".":
        return doi_goes_on(text, so_far, token.start()) or _below_stop(text, so_far, token)
    if _IN_BRACKETS.search(so_far):
        return _BRACKETS.search(text, text.rindex("(", start, end)) is not None
    if token[0][0] == "(":
        return _in_brackets(text, so_far, token)
    if so_far[-1] in ",:" and _IN_WIKI.search(so_far):
        named = token[0][0].isupper() and is_akin(token[0], so_far)
        return named and to_the_end(text, token.start(), so_far)
    if so_far[-1] == "/" and token[0][0].isalnum() and _LINE_END.search(text, end, token.start()):
        below = _FOLDER.search(so_far) is not None and not _NO_TITLE.match(text, token.start())
        return below and is_akin(token[0], so_far) and to_the_end(text, token.start(), so_far, THROUGH)
    segment = EDGE.split(so_far)[-1]
    last = _LAST_WORD.search(segment)
    if last is None or "://" in segment or so_far.count("/") < IN_PATH:
        return False
    if (sign := _LONE_SIGN.match(text, token.start())) is not None:
        named = segment[0].isupper() and _WIKI.search(so_far) is not None
        return named and to_the_end(text, sign.end(), so_far)
    if not token[0][0].isalnum() or not is_akin(token[0], so_far):
        return False
    titled = last[0][0].isupper() or len(segment.split()) > 1 or _NUMBERED.search(so_far) is not None
    if not titled and not _CODE.fullmatch(token[0].rstrip(".,;")):
        return False
    return to_the_end(text, token.start(), so_far)


def _in_brackets(text: str, so_far: str, token: re.Match[str]) -> bool:
    """The same of a token that a bracket opens."""
    title = so_far.rpartition("/")[2]
    wiki = _OF_WIKI.search(so_far) or (_WIKI.search(so_far) and title[:1].isupper())
    named = text[token.start() + 1 : token.start() + 2].isupper()
    titled = named and so_far.count("/") > IN_PATH and _LONG_TITLE.fullmatch(title)
    if not so_far[-1].isalnum() or not (wiki or titled):
        return False
    if _BRACKETS.match(text, token.start()):
        return True
    found = _BRACKETED.match(text, token.start())
    following = _TOKEN.search(text, found.end()) if found else None
    behind = _TOKEN.search(text, following.end()) if following else None
    if found is None or following is None:
        return found is not None
    at = behind.start() if behind and not following[0].strip(".,;-\u2013\u2014") else following.start()
    return is_label(text, found.end(), at, so_far)


def _below_stop(text: str, so_far: str, token: re.Match[str]) -> bool:
    """Whether the last token begins the line below a full stop as few sentences do: in small letters or with
    a code; behind a fragment, so do a few words."""
    before = so_far[:-1].rstrip()[-1:]
    if so_far.count("/") < IN_PATH or not (before == "_" or before.isalnum()):
        return False
    if not _BELOW.search(text, 0, token.start()):
        return False
    if so_far.rfind("#") > so_far.rfind("/") and _SMALL_WORDS.fullmatch(text, token.start()):
        return True
    return _LAST_BELOW.fullmatch(text, token.start()) is not None


def below_lone_end(early: str, longer: str) -> bool:
    """Whether all that `longer` holds beyond `early` is one line behind the only line end. Below the address
    of a folder such a line is a title of its own as often as the address's; below a full stop, words are the
    sentence's. Where more lines end, print is narrow; a wiki's address does not end in a slash, and a sign
    between letters is no title's.

    >>> below_lone_end("http://a.example/news/", "http://a.example/news/\\nNews from Leeds")
    True
    >>> below_lone_end("http://a.example/news/", "http://a.example/news/\\nNews from\\nLeeds")
    False
    """
    ends = list(LINE_ENDS.finditer(longer.strip()))
    if len(ends) != 1 or ends[0].start() != len(early):
        return False
    if early.endswith("."):
        return all(map(_is_prose, longer[len(early) :].split()))
    return early.endswith("/") and _WIKI.search(early) is None and _SIGNED.search(longer, len(early)) is None


def _is_prose(word: str) -> bool:
    """Whether a word is listed in some language or ends as a sentence does, or is a number without noughts
    before it."""
    if word[-1] in ".,;)" or word.isdigit():
        return word[0] != "0"
    return word.isalpha() and (not word.isascii() or is_word(word))


def to_the_end(text: str, at: int, so_far: str, part: re.Pattern[str] = _PART) -> bool:
    """Whether nothing but a few words, each made as `part` says, stands from `at` to the end, or to a date of
    access; a wiki's titles hold slashes and full stops, too."""
    part = THROUGH if "/wiki/" in so_far else part
    for count in range(LAST + 1):
        token = _TOKEN.search(text, at)
        if token is None or (count and is_label(text, at, token.start(), so_far)):
            return True
        over = _TOKEN.search(text, token.end()) is None
        if not part.fullmatch(token[0].rstrip(".,;)") if over else token[0]):
            return False
        at = token.end()
    return False
