"""What goes on with an address that was handed over as one, though in a text it would have ended before.

White space inside such an address stands behind a full stop, before a capital or between the parts of a code
as often as elsewhere, and nothing else is printed that it could belong to. So what no prose holds, and what
is the last thing printed, is taken for the address's own.
"""

from __future__ import annotations

import re

from citecheck.patterns import late
from citecheck.repair.address import holds_another
from citecheck.repair.copies import second_copy
from citecheck.repair.cut import top_level_domains
from citecheck.repair.ended import to_the_end
from citecheck.repair.lexicon import known
from citecheck.repair.titles import joined_at_end, leads_on

_EDGE = re.compile(r"[/?&=#]")
_NAMED = late(r"[A-Za-z]\w*(?:\.\w+)+(?:/\S*)?")
_ENDS = late(r"[A-Za-z][A-Za-z0-9]{0,7}/[.,;]?")
_NUMBER, _SECTION = late(r"\d{1,3}(?:\.\d+)*[.,;)]?|\d{1,3}(?:[./#-]+\w+)+/?"), late(r"\d\s?\.$")
_IN_FRAGMENT = late(r"[A-Za-z_]\w*(?:\.\w+)*[.,;)]?")
_JOINED = late(r"(?!\d{1,4}/\d{1,2}(?:/\d{2,4})?\W*$)(?!and/or)[^\s/?#=&]{0,40}\w[/?#=&]\w\S*")
_CAMEL = late(r"[A-Z]?[a-z]+[A-Z]\w*(?:[/#.?]\S*)?|[A-Z]{2,}[a-z]\w*(?:[/#.?]\S*)?")
_CODE = late(r"(?=[\w-]*[a-z0-9])(?=[\w-]*[A-Z])(?=[\w-]*[0-9]|[\w-]*[a-z][A-Z])[\w-]{3,}(?:[/?&=#.]\S*)?")
_LAST_CODE = late(r"(?=\w*[a-z0-9])(?=\w*[A-Z])(?=\w*[0-9]|\w*[a-z][A-Z])\w{4,}$")
_REST_OF_CODE, _CAPITALS = late(r"(?=\w*[A-Z]\w*[A-Z])\w{2,}"), late(r"(?:[A-Z\d]{2,}-?)+")
_LAST_MIXED = late(r"(?=[a-z]*\d)(?=\d*[a-z])\w{3,}$")
_BARE_DATE = late(
    r"(?:\d{1,2}([./-])\s?\d{1,2}\1\s?(?:19|20)\d\d|(?:19|20)\d\d([./-])\d{1,2}\2\d{1,2}"
    r"|\d{1,2}\.?\s(?:de\s|d’)?[^\W\d_]{3,12}\.?,?\s(?:de\s)?(?:19|20)\d\d(?:\s?[^\W\d_]{1,3}\.)?)\W*$"
)
"""A date in digits or with its month, and a word for *year*."""
_SLASHED_DATE = late(r"\d{1,4}/\d{1,2}(?:/\d{2,4})?$")
_TOKEN, _NEXT = re.compile(r"\S+"), late(r"(?i)(?:https?|ftp):/|www\d?\.|doi:")
_SIGNS = frozenset("/-~?&=#")
_REACH = 60
"""Characters before the gap in which a code is looked for."""
_PORT = late(r":\s?\d{2,5}(?:[/?#]|$)")
_FILE = (
    r"(?:[sx]?html?|php\d?|aspx?|jspx?|cfm|cgi|pdf|ps|djvu|epub|md|rst|txt|csv|json|xml|rss|docx?|odt|rtf|pptx?"
    r"|xlsx?|jpe?g|png|gif|svg|webp|mp[34]|js|css|py|zip|gz|tgz|bz2|xz|patch|diff|eot|woff2?|rdf|bib|ics|pb|yml"
    r"|yaml|ipynb)(?:\.(?:gz|zip|bz2|xz))?(?:[?#].*)?"
)
_FILE_TORN = late(rf"(?:[^\W_A-Z][\w-]*\.)?{_FILE}", re.IGNORECASE)
"""A file's ending, or its name's rest and its ending, white space left out."""
_GLUED = late(r"\([\w.-]{1,60}\)\w[^\s()]*")
_IN_BRACKETS = late(rf"\([\w.-]{{1,60}}\)\.{_FILE}", re.IGNORECASE)
"""Brackets that a word follows without white space, or a file's ending."""
_PIECES = 4
"""Pieces that such an ending may be torn to."""
_LAST_ENDING = late(r"[a-z][a-z\d]{0,7}(?:[?#]\S*)?|\d+[a-z][a-z\d]*|\d+/")
_LONE_ENDING = late(r"[a-z][a-z\d]{1,7}")
_WITH_FOLDERS = late(r"(?!and/or)[a-z][\w.-]{0,30}(?:/[\w.~-]+)+/?[?#]?\S*")
_PARAMETER = late(r"(?:[A-Z][A-Z\d]*\s){1,4}\w+=[^\s=]")
"""A parameter's name in capitals that lost its underscores, from its second word on."""
_FURTHER_VALUE = late(r"[\w.,:%-]{1,40}&\w+=\S*")
_DOI, _OF_DOI = (
    late(r"\b10\.\d{4,9}/\S*\w\.\w+\.$|\b10\.\d{4,9}/\w+\.$"),
    late(r"(?!(?:19|20)\d\d$)\d{3,}|\d{4,}\.\d{3,}"),
)
_VALUE, _FRACTION = late(r"(?:=|%2C)-?\d[\d.-]*\.$"), late(r"(?!(?:19|20)\d\d\W*$)(?:0$|\d{3,}$|\d+%2C)")
_IN_NAMESPACE = late(r"[A-Z]{1,4}\d{4,}|\d+/\S*\w\S*")
_BEHIND_HOST = late(r"\d{5,}|\?\w+=\S+|#[a-z]\S*|\w*%[\dA-F]{2}\S*")
_LONE_LAST, _LONE_CODE = (
    late(r"\d{1,3}|\d{5,}|\w*[a-z][A-Z]\w*|\?\w+=\S+|#[a-z]\S*|\w*%[\dA-F]{2}\S*"),
    late(r"(?=\S*\d)\w+[.-][\w.-]+|(?=\w*\d)(?=\w*[A-Za-z])\w+|\d{5,}"),
)
_OPEN_HOST = late(r"[=/](?:https?|ftp)://(?:[\w-]+\.)+$|^(?:https?|ftp)://[\w-]+\.$")
"""A host within an address, or one of a single name so far, that goes on behind its dot."""
_FURTHER_HOST = late(r"(?:[a-z\d-]+\.)+([a-z]{2,24})\.?([/:?#]\S*)?")
_REST_OF_HOST = late(r"[A-Za-z\d-]+\s?\.\s?([a-z]{2,24})(?![\w.@])")
_NAMESPACE = late(r"[A-Z]{2,5}:")
_WIKI = "/wiki/"
_HOLDER = late(r"/(?:\d{4,14}[a-z_]{0,4}\*?|\*)/$|[?&;]\w+=$")


def goes_on_handed(text: str, so_far: str, token: re.Match[str]) -> bool:
    """Whether `token` goes on with `so_far`, handed over as one address in `text`.

    >>> text = "https://a.example/rfc7231#section-5. 1"
    >>> goes_on_handed(text, text[:-2], list(re.finditer(r"\\S+", text))[-1])
    True
    """
    word, last = token[0], token.end() == len(text.rstrip())
    path = so_far.count("/") >= len("///")
    if path and "?" in so_far and so_far[-1].isalnum() and _PARAMETER.match(text, token.start()):
        return True
    rest = text[token.end() :].split(maxsplit=_PIECES)
    if not path:
        lone = word == "/" and len(rest) == 1 and _BEHIND_HOST.fullmatch(rest[0]) is not None
        return lone or _in_host(text, so_far, token) or _PORT.match(text, token.start()) is not None
    if word in _SIGNS:
        return _lone_sign(word, so_far, rest)
    if so_far[-1] == "/":
        if word[0].isupper() and _begins_name(text, so_far, token, rest):
            return True
        begins = len(word) > 1 and word[0] in "./@" and word[1].isalnum()
        return begins or (word == "#" and text[token.end() :].strip()[:1].islower()) or _is_name(word)
    if so_far[-1] == ":":
        return last and (word.isdigit() or _IN_NAMESPACE.fullmatch(word) is not None)
    if word == ".":
        numbers = so_far[-1].isdigit() and text[token.end() :].strip()[:1].isdigit()
        return numbers or (len(rest) == 1 and _LONE_ENDING.fullmatch(rest[0]) is not None)
    if so_far[-1] == ".":
        return _after_stop(text, so_far, token, last=last)
    if not so_far[-1].isalnum() or not word[0].isalnum():
        return False
    if _is_code(so_far, word, last=last):
        return True
    return (last and _JOINED.fullmatch(word) is not None) or joined_at_end(text, token.start())


def _in_host(text: str, so_far: str, token: re.Match[str]) -> bool:
    """Whether the token goes on with a host that ends in no top-level domain so far."""
    if so_far[-1] == ".":
        named = so_far.lower().endswith("//www.") and _NAMED.fullmatch(token[0]) is not None
        return named or _is_rest_of_host(so_far, token[0], last=token.end() == len(text.rstrip()))
    ends = so_far.rpartition("/")[2].rpartition(".")[2].lower() in top_level_domains()
    rest = None if ends else _REST_OF_HOST.match(text, token.start())
    return rest is not None and rest[1] in top_level_domains()


def _is_code(so_far: str, word: str, *, last: bool) -> bool:
    """Whether a code ends `so_far` and goes on, or its last piece is the last word."""
    before = _LAST_CODE.search(so_far[-_REACH:])
    if before is not None:
        return _CODE.fullmatch(word) is not None or (last and _REST_OF_CODE.fullmatch(word) is not None)
    return last and _LAST_MIXED.search(so_far[-_REACH:]) is not None and _CAPITALS.fullmatch(word) is not None


def bracketed(text: str, so_far: str, token: re.Match[str]) -> bool:
    """Whether a bracket behind a sign begins a name of the address, not a remark about it.

    >>> texts = "https://a.example/ (34)Robots", "https://a.example/b- (DT).pdf", "https://a.example/ (p. 4)."
    >>> [bracketed(t, t[: t.index(" ")], re.compile(r"\\S+").search(t, t.index(" "))) for t in texts]
    [True, True, False]
    """
    if token[0][0] != "(" or so_far[-1] not in "/-_=":
        return False
    rest = "".join(text[token.start() :].split(maxsplit=_PIECES))
    return _GLUED.fullmatch(token[0]) is not None or _IN_BRACKETS.fullmatch(rest) is not None


def before_next(text: str, so_far: str, token: re.Match[str]) -> bool:
    """Whether the token is a word between two addresses."""
    following = _TOKEN.search(text, token.end())
    if following is None or not token[0].isalpha() or not _NEXT.match(following[0]):
        return False
    return not second_copy(so_far, following[0])


def is_dated(text: str, so_far: str, token: re.Match[str]) -> bool:
    """Whether nothing but a date stands from the token to the end, behind an address without white space.

    >>> text = "https://a.example/b 3 mars 2020."
    >>> is_dated(text, text[:19], re.compile(r"\\S+").search(text, 20))
    True
    """
    if not so_far[-1].isalnum() or not token[0][0].isdigit():
        return False
    return not so_far.strip().count(" ") and _BARE_DATE.match(text, token.start()) is not None


def _lone_sign(sign: str, so_far: str, rest: list[str]) -> bool:
    """The same of a sign that stands alone before `rest`, the words that follow, and may stand in prose."""
    if not rest:
        return sign in "/#" and so_far[-1] != "."
    only = len(rest) == 1 and so_far[-1].isalnum()
    if sign == "/":
        return only and _LONE_LAST.fullmatch(rest[0]) is not None
    if sign == "-":
        return only and _LONE_CODE.fullmatch(rest[0]) is not None
    if sign == "#":
        return rest[0][0].islower()
    return "=" in rest[0] if sign in "?&" else rest[0][0].isalnum()


def _begins_name(text: str, so_far: str, token: re.Match[str], rest: list[str]) -> bool:
    """Whether a word with a capital behind a slash begins a wiki's title, a namespace or a torn word."""
    word = token[0]
    if "".join(so_far[-12:].split()).endswith(_WIKI):
        return to_the_end(text, token.start(), so_far)
    if _NAMESPACE.fullmatch(word):
        return bool(rest) and ":" in rest[0]
    if rest and word.isalpha() and rest[0][0] == "/":
        return rest[0][1:2].isalpha()
    if len(rest) == 1 and word.isalpha() and rest[0][0] in "-.":
        return rest[0][1:2].isalpha()
    return len(rest) == 1 and (word + rest[0]).isalpha() and _is_torn(word.lower(), rest[0])


def _is_torn(left: str, right: str) -> bool:
    """Whether the two are a word that was parted, and the second is none."""
    return right.islower() and known(left + right) and not (len(left) > 1 and known(right))


def _is_name(word: str) -> bool:
    return _CAMEL.fullmatch(word) is not None


def _after_stop(text: str, so_far: str, token: re.Match[str], *, last: bool) -> bool:
    """The same behind a full stop, which may end a sentence."""
    word = token[0]
    pieces = text[token.start() :].split(maxsplit=_PIECES)
    behind = so_far[:-1].rstrip()[-1:] == "_" or so_far[:-1].rstrip()[-1:].isalnum()
    if len(pieces) <= _PIECES and behind and _FILE_TORN.fullmatch("".join(pieces)):
        return True
    if (last and behind and _LAST_ENDING.fullmatch(word)) or _is_rest_of_host(so_far, word, last=last):
        return True
    if _WITH_FOLDERS.fullmatch(word) or ("?" in so_far and _FURTHER_VALUE.fullmatch(word)):
        return True
    if last and _OF_DOI.fullmatch(word) and _DOI.search("".join(so_far.split())):
        return True
    if _VALUE.search("".join(so_far.split())) and _FRACTION.match(word):
        return last and "?" in so_far
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


def _is_rest_of_host(so_far: str, word: str, *, last: bool) -> bool:
    """Whether `word` ends a host that is open: in a known top-level domain, with a path or nothing behind."""
    found = _FURTHER_HOST.fullmatch(word) if _OPEN_HOST.search(so_far) else None
    if found is None or not (last or found[2]):
        return False
    return found[1] in top_level_domains()


def holds_next(so_far: str) -> bool:
    """Whether an archive's address or a redirector's ends where the one begins that it holds."""
    squeezed = "".join(so_far.split())
    named = "_".join(so_far.split(" "))  # `redirect uri=`
    return _HOLDER.search(squeezed) is not None and (
        holds_another(squeezed + "h") or holds_another(named + "h")
    )


def one_folder(text: str, at: int) -> bool:
    """Whether one more token stands from `at` to the end, with folders and without being a date.

    >>> [one_folder(text, 0) for text in ("about/mills", "3/5/2019", "about/mills and more")]
    [True, False, False]
    """
    rest = text[at:].split()
    if len(rest) != 1 or _SLASHED_DATE.match(rest[0]):
        return False
    return re.fullmatch(r"\w[\w.-]*(?:/[\w.-]*)+", rest[0]) is not None
