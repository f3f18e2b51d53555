"""What can be told from addresses alone: same place or not, home page or not, what stands beside it."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlsplit, urlunsplit

from citecheck.hosts import ascii_host
from citecheck.investigate.counting import WORD

SCHEMES = ("http", "https")
HOST_SIGNS = "-._:"
"""Beside letters and digits of any script; the colon is IPv6's."""
HOME_NAMES = frozenset({"", "index", "home", "default", "main", "start", "startseite", "accueil", "welcome"})
"""First path segments of a home page, file ending aside (WaybackMedic, `isredirsoft404`)."""
_LANGUAGE = re.compile(r"[a-z]{2}(?:[-_][a-z]{2})?")
_SESSION = re.compile(r"(?i)^(?:jsessionid|phpsessid|aspsessionid\w*|sid|sessionid)$")
GENERIC_WORDS = frozenset(
    [
        "www",
        "html",
        "htm",
        "php",
        "asp",
        "aspx",
        "jsp",
        "index",
        "com",
        "org",
        "net",
        "the",
        "and",
        "for",
        "page",
        "article",
        "news",
    ]
)


@lru_cache(maxsize=1024)
def split(url: str) -> SplitResult | None:
    """Parts of an http or https URL with a host and a usable port, else `None`. The planner asks often
    about each address."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        named = bool(host.strip(".")) and all(char.isalnum() or char in HOST_SIGNS for char in host)
        usable = parts.scheme.lower() in SCHEMES and named and (parts.port or 80) > 0
    except ValueError:
        return None
    if not usable or any(char.isspace() for char in url):
        return None
    return parts


def scheme_of(url: str) -> str:
    """The scheme in lower case, empty where there is none."""
    head, colon, _ = url.partition(":")
    return head.lower() if colon and head.isascii() and head.replace("+", "").isalnum() else ""


@lru_cache(maxsize=1024)
def host_of(url: str) -> str:
    """Host in lower case, empty where the URL has none."""
    parts = split(url)
    return (parts.hostname or "").rstrip(".") if parts else ""


def bare_host(host: str) -> str:
    """Host without a leading `www.` or `www2.`: the same site in practice and to every archive index."""
    head, _, rest = host.lower().rstrip(".").partition(".")
    return rest if rest and head[:3] == "www" and (head[3:] == "" or head[3:].isdigit()) else host.lower()


def domain_of(host: str) -> str:
    """The domain somebody registered, roughly: the last two labels, three under `co.uk` and its kind."""
    labels = host.split(".")
    second_level = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL
    return ".".join(labels[-3:] if second_level else labels[-2:])


_SECOND_LEVEL = frozenset(
    ["ac", "co", "com", "edu", "gob", "gouv", "gov", "gv", "mil", "ne", "net", "nom", "or", "org"]
)


def without_fragment(url: str) -> str:
    """The URL as it is asked for."""
    return url.partition("#")[0]


def with_fragment_of(url: str, target: str) -> str:
    """`target` with the fragment of `url` where it has none of its own (RFC 9110, 10.2.2).

    >>> with_fragment_of("http://a.example/x#part-2", "https://b.example/y")
    'https://b.example/y#part-2'
    """
    _, sign, fragment = url.partition("#")
    return target if "#" in target or not fragment else f"{target}{sign}{fragment}"


def without_default_port(url: str) -> str:
    """The URL without `:80` or `:443`, which old captures carry.

    >>> without_default_port("http://www.a.example:80/x")
    'http://www.a.example/x'
    """
    for start, port in (("http://", ":80"), ("https://", ":443")):
        host, slash, rest = url[len(start) :].partition("/")
        if url.startswith(start) and host.endswith(port):
            return f"{start}{host.removesuffix(port)}{slash}{rest}"
    return url


def surt_key(url: str) -> str:
    """The key under which an archive index files `url`, near enough to compare two URLs.

    Scheme, case, `www`, default port, user name, fragment, trailing slash, session ids and the order of
    parameters do not matter (rules of the SURT canonicalisation, compared with `surt` 0.3.1 and pywb 2.10).

    >>> surt_key("http://www.Example.org:80/Report/2014/Final.html")
    'org,example)/report/2014/final.html'
    >>> surt_key("https://example.org/p?b=2&a=1")
    'org,example)/p?a=1&b=2'
    """
    parts = split(url)
    if parts is None:
        return url.lower()
    host = ",".join(reversed(bare_host(_ascii(parts.hostname or "")).split(".")))
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    pairs = [pair for pair in parts.query.split("&") if pair and not _SESSION.match(pair.partition("=")[0])]
    query = "?" + "&".join(sorted(pair.lower() for pair in pairs)) if pairs else ""
    return f"{host}{port}){_plain_path(parts.path).lower()}{query}"


def _ascii(host: str) -> str:
    try:
        return ascii_host(host)
    except UnicodeError:
        return host


def _plain_path(path: str) -> str:
    """Path decoded and encoded again in one way, `//`, `.` and `..` resolved, no slash at the end."""
    kept: list[str] = []
    for segment in unquote(path, errors="surrogateescape").split("/"):
        if segment == "..":
            del kept[-1:]
        elif segment not in ("", "."):
            kept.append(segment)
    return "/" + quote("/".join(kept).encode("utf-8", "surrogateescape"), safe="/:@!$&'()*+,;=~-._")


def exact_key(url: str) -> str:
    """Like `surt_key`, but paths and parameters keep their case: pages may differ by it alone."""
    parts = split(url)
    if parts is None:
        return url
    query = f"?{parts.query}" if parts.query else ""
    return f"{bare_host(_ascii(parts.hostname or ''))}{_plain_path(parts.path)}{query}"


def same_address(one: str, other: str) -> bool:
    """Whether two URLs are one address to a reader: scheme, `www`, slash, case of the path, added parameters
    aside. Such a redirect is housekeeping, not a move."""
    if one == other:
        return True
    if surt_key(one) == surt_key(other):
        return True
    first, second = split(one), split(other)
    if first is None or second is None:
        return False
    if surt_key(_bare(first)) != surt_key(_bare(second)):
        return False
    return set(parse_qsl(first.query)) <= set(parse_qsl(second.query))


def _bare(parts: SplitResult) -> str:
    return urlunsplit((parts.scheme, parts.netloc, parts.path, "", ""))


def is_home(url: str) -> bool:
    """Whether `url` is the home page of its host, in one of its languages or not.

    >>> is_home("https://a.example/de/index.html"), is_home("https://a.example/?p=12")
    (True, False)
    """
    parts = split(url)
    if parts is None or parts.query:
        return False
    segments = [segment.lower() for segment in parts.path.split("/") if segment]
    if segments and _LANGUAGE.fullmatch(segments[0]):
        segments = segments[1:]
    return not segments or (len(segments) == 1 and segments[0].partition(".")[0] in HOME_NAMES)


def ending_of(url: str) -> str:
    """File ending of a URL's path, empty without one."""
    parts = split(url)
    name = parts.path.rpartition("/")[2].lower() if parts else ""
    return name.rpartition(".")[2] if "." in name else ""


def words_of(url: str) -> set[str]:
    """Words and numbers of path and query that may name a page."""
    parts = split(url)
    if parts is None:
        return set()
    text = unquote(f"{parts.path} {parts.query}", errors="replace").lower()
    return {word for word in WORD.findall(text) if len(word) > 2 and word not in GENERIC_WORDS}


def off_path(asked: str, final: str) -> bool:
    """Whether a redirect led to a place that has nothing of what was asked for: a folder above it, or an
    address that shares no word or number with it."""
    first, second = split(asked), split(final)
    if first is None or second is None or same_address(asked, final):
        return False
    above = second.path.rstrip("/") + "/"
    if not second.query and first.path.startswith(above) and first.path.rstrip("/") + "/" != above:
        return True
    named = words_of(asked)
    return bool(named) and not named & words_of(final)


def to_search(asked: str, final: str) -> bool:
    """Whether a redirect led to a search for the words of the address.

    >>> to_search("https://a.example/art/red-kite", "https://a.example/search?q=red+kite")
    True
    """
    first, second = split(asked), split(final)
    if first is None or second is None or not second.query or first.path == second.path:
        return False
    named = words_of(asked)
    in_path = words_of(f"{second.scheme}://{second.netloc}{second.path}")
    return bool(named & words_of(final)) and not named & in_path and not first.query


def same_place(one: str, other: str) -> bool:
    """Whether two redirects ended at one page."""
    return surt_key(one) == surt_key(other)
