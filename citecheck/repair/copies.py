"""Whether what follows an address is a second print of the same one, as doubled links have it.

Behind white space it may as well be the next address: a list of a site's pages holds many that begin alike.
"""

from __future__ import annotations

import re

from citecheck.repair.address import SCHEME, host_end
from citecheck.repair.cut import top_level_domains
from citecheck.repair.lexicon import known

_STOPS = ".,;:)]"
_LEAST, _REACH = 3, 4
"""Letters of a last run that tells a doubled link; how many times as long as the address so far the text is
that is looked at."""
_LEAST_END = 4
"""Letters of an end that is printed again behind white space."""
_LAST = re.compile(r"[A-Za-z]+\Z")
_TOKEN = re.compile(r"\S+")


def second_copy(so_far: str, word: str) -> bool:
    """Whether `word` begins the same address again (a doubled link), not another one."""
    whole = "".join(so_far.split())
    last = [match.start() for match in SCHEME.finditer(whole)][-1:] or [0]
    head = whole[last[0] : last[0] + host_end(whole[last[0] :])]
    bare = SCHEME.sub("", head)
    if not bare.strip("/:") or whole == head:
        return True
    if SCHEME.match(word):
        return word.startswith(whole[: len(word)]) or whole.startswith(word[: len(whole)])
    return last[0] > 0 and word.startswith(bare[:12])


def copy_goes_on(so_far: str, word: str) -> bool:
    """Whether a doubled address broke off within its second copy, and `word` is what is left of it; or its
    end, printed again.

    >>> copy_goes_on("http://http://www.news.example/list/a7.news.", "example/list/a7.")
    True
    >>> copy_goes_on("http://http://www.news.example/list/a7.news.example/list/", "a7")
    True
    >>> copy_goes_on("http://www.news.example/list/a7.news.", "example/list/a7")
    False
    >>> copy_goes_on("http://www.nehttp://www.news.example/show", "ews.example/show")
    True
    """
    if so_far.count(":") < 2:
        return False
    whole = "".join(so_far.split())
    schemes = [match.end() for match in SCHEME.finditer(whole)]
    if len(schemes) < 2:
        return False
    if len(word) >= _LEAST_END and whole.endswith(word) and len(whole) - len(word) > schemes[-1]:
        return True
    address = whole[schemes[-1] :].removeprefix("www.")
    joint = address.find(".", host_end(address))
    while joint >= 0:
        first, copy = address[:joint], address[joint + 1 :]
        if copy and first.startswith(copy):
            return word.rstrip(_STOPS) == first[len(copy) :]
        joint = address.find(".", joint + 1)
    return False


def begins_copy(so_far: str, text: str, at: int, *, handed: bool = False) -> bool:
    """The same of the token at `at` in a text, `handed` over as one address or not: if not, an address that
    begins like the one before it is the next item of a list, unless the first one breaks off amid its host or
    a word, or the second shows its end twice.

    >>> text = "http://a.example/weir http://a.example/weir/2 http://a.exam http://a.example/mill"
    >>> [begins_copy(text[: at - 1].split()[-1], text, at) for at in (22, 62)]
    [False, True]
    """
    token = _TOKEN.match(text, at)
    if token is None or not second_copy(so_far, token[0]):
        return False
    whole = "".join(so_far.split())
    if handed or not SCHEME.match(token[0]) or not SCHEME.sub("", whole).strip("/:").count("."):
        return True
    ahead = "".join(text[at : at + _REACH * len(whole)].split())
    if not ahead.startswith(whole):
        return whole.startswith(ahead)
    end = token[0][len(whole) : len(whole) + 1]
    host = host_end(whole) == len(whole)
    if host:
        if whole.rpartition(".")[2] in top_level_domains():
            return False
        if end.isalpha() or end in (".", "-"):
            return True
    elif end.isalpha() and (last := _LAST.search(whole)) and not known(last[0].lower()):
        return True
    word = token[0].rstrip(_STOPS)
    ends = (word[-size:] for size in range(_LEAST, len(word) // 2))
    return any(word.endswith(end, 0, -len(end)) and not end.isalnum() for end in ends)
