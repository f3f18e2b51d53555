"""What goes on with an address that was handed over as one, though in a text it would have ended before.

White space inside such an address stands behind a full stop, before a capital or between the parts of a code
as often as elsewhere, and nothing else is printed that it could belong to. So what no prose holds, and what
is the last thing printed, is taken for the address's own.
"""

from __future__ import annotations

import re

from citecheck.patterns import late
from citecheck.repair.cut import top_level_domains
from citecheck.repair.titles import joined_at_end, leads_on

_EDGE = re.compile(r"[/?&=#]")
_NAMED = late(r"[A-Za-z]\w*(?:\.[A-Za-z]\w*)+(?:/\S*)?")
_ENDS = late(r"[A-Za-z][A-Za-z0-9]{0,7}/[.,;]?")
_NUMBER, _SECTION = late(r"\d{1,3}(?:\.\d+)*[.,;)]?|\d{1,3}(?:[./#-]+\w+)+/?"), late(r"\d\s?\.$")
_IN_FRAGMENT = late(r"[A-Za-z_]\w*(?:\.\w+)*[.,;)]?")
_JOINED = late(r"(?!\d{1,4}/\d{1,2}(?:/\d{2,4})?\W*$)(?!and/or)[^\s/?#=&]{0,40}\w[/?#=&]\w\S*")
_CAMEL = late(r"[A-Z]?[a-z]+[A-Z]\w*(?:[/#.?]\S*)?|[A-Z]{2,}[a-z]\w*(?:[/#.?]\S*)?")
_CODE = late(r"(?=[\w-]*[a-z0-9])(?=[\w-]*[A-Z])(?=[\w-]*[0-9]|[\w-]*[a-z][A-Z])[\w-]{3,}(?:[/?&=#.]\S*)?")
_LAST_CODE = late(r"(?=\w*[a-z0-9])(?=\w*[A-Z])(?=\w*[0-9]|\w*[a-z][A-Z])\w{4,}$")
_REACH = 60
"""Characters before the gap in which a code is looked for."""
_PORT = late(r":\s?\d{2,5}(?:[/?#]|$)")


def goes_on_handed(text: str, so_far: str, token: re.Match[str]) -> bool:
    """Whether `token` goes on with `so_far`, handed over as one address in `text`.

    >>> text = "https://a.example/rfc7231#section-5. 1"
    >>> goes_on_handed(text, text[:-2], list(re.finditer(r"\\S+", text))[-1])
    True
    """
    word, last = token[0], token.end() == len(text.rstrip())
    path = so_far.count("/") >= len("///")
    if not path:
        return _PORT.match(text, token.start()) is not None
    if so_far[-1] == "/":
        begins = len(word) > 1 and word[0] in "./" and word[1].isalnum()
        return begins or (word == "#" and text[token.end() :].strip()[:1].islower()) or _is_name(word)
    if so_far[-1] == ":":
        return last and word.isdigit()
    if word == ".":
        return so_far[-1].isdigit() and text[token.end() :].strip()[:1].isdigit()
    if so_far[-1] == ".":
        return _after_stop(text, so_far, token, last=last)
    if word == "/":
        return last
    if not so_far[-1].isalnum() or not word[0].isalnum():
        return False
    if _CODE.fullmatch(word) and _LAST_CODE.search(so_far[-_REACH:]):
        return True
    return (last and _JOINED.fullmatch(word) is not None) or joined_at_end(text, token.start())


def _is_name(word: str) -> bool:
    return _CAMEL.fullmatch(word) is not None


def _after_stop(text: str, so_far: str, token: re.Match[str], *, last: bool) -> bool:
    """The same behind a full stop, which may end a sentence."""
    word = token[0]
    if _NUMBER.fullmatch(word) and _SECTION.search(so_far):
        return (last and "#" in so_far) or not word.rstrip(".,;)").isdigit()
    if _NAMED.fullmatch(word):
        host = word.partition("/")[0]
        return host.rpartition(".")[2].lower() not in top_level_domains()
    if _ENDS.fullmatch(word) or (last and so_far.endswith("/.")):
        return word[0].islower()
    if last and "#" in _EDGE.split(so_far)[-1] + so_far[-80:] and _IN_FRAGMENT.fullmatch(word):
        return so_far.rfind("#") > so_far.rfind("/")
    return word[0].islower() and leads_on(text, token.start())
