"""Addresses as such: where the host ends, which ones rightly hold a second address, when two are the same."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from urllib.parse import unquote

from citecheck.hosts import forwarded_to
from citecheck.patterns import late
from citecheck.repair.identifiers import resolver_of
from citecheck.tables import table

SCHEME = re.compile("[hHfF](?:(?<=[hH])[tT]|(?<=[fF]))[tT][pP][sSſ]?://")
"""In small letters or capitals, of which `re.IGNORECASE` takes the long s for one: without it a search is
several times as fast."""
_HOST_ENDS = re.compile(r"[/?#]")
_PORTS = {"http": "80", "https": "443", "ftp": "21"}
_TRACKING = re.compile(r"(?i)^(?:utm_[a-z]+|fbclid|gclid|yclid|mc_[ce]id|_openstat)$")
"""Parameters that only say where a reader came from."""
_DOI = re.compile(r"(?i)^(?:doi[:\s]*|(?:https?://)?(?:dx\.)?(?:www\.)?doi\.org/(?:doi:)?)(10\.\d{4,9}/.+)$")
_BARE_DOI = re.compile(r"^10\.\d{4,9}/\S+$")
_INNER_SCHEME = late(r"(?i)(?:https?|ftp)(?::|%3A)(?:/|%2F){1,2}")
_STAMP = late(r"^(?:\d{4,14}(?:[a-z]{2}_)?|\*)$")


@cache
def _passages() -> dict[str, frozenset[str]]:
    rows = table("citecheck.repair", "passages.toml")
    return {name: frozenset(row) for name, row in rows.items()}


@lru_cache(maxsize=1024)
def host_end(url: str) -> int:
    """Offset at which the host (with its port) ends."""
    match = SCHEME.match(url)
    start = match.end() if match else 0
    end = _HOST_ENDS.search(url, start)
    return end.start() if end else len(url)


@lru_cache(maxsize=1024)
def host_of(url: str) -> str:
    """Host in lower case, without user and port; empty where there is none.

    >>> host_of("https://anna@News.Example:8080/x")
    'news.example'
    """
    match = SCHEME.match(url)
    host = url[match.end() if match else 0 : host_end(url)].rpartition("@")[2].lower()
    return host.partition(":")[0]


@lru_cache(maxsize=1024)
def is_archive(host: str) -> bool:
    """Whether `host` is a known web archive or cache, or lies under one.

    >>> is_archive("wayback.archive-it.org"), is_archive("archives.example")
    (True, False)
    """
    archives = _passages()["archives"]
    labels = host.split(".")
    return any(
        ".".join(labels[start:]) in archives for start in range(max(0, len(labels) - 4), len(labels) - 1)
    )


def is_code_host(host: str) -> bool:
    """Whether `host` serves program code or what is made of it: it is listed, or its name begins with `git`.

    >>> is_code_host("github.com"), is_code_host("gitlab.bote.example"), is_code_host("bote.example")
    (True, True, False)
    """
    return host.startswith("git") or host in _passages()["code"]


def is_below_code_host(host: str) -> bool:
    """Whether `host` is such a host, or lies directly under a listed one.

    >>> is_below_code_host("app.travis-ci.com"), is_below_code_host("app.bote.example")
    (True, False)
    """
    return is_code_host(host) or host.partition(".")[2] in _passages()["code"]


def is_of_people(url: str) -> bool:
    """Whether the host serves what people publish under names that they gave themselves.

    >>> is_of_people("https://m.youtube.com/@a"), is_of_people("https://bote.example/a")
    (True, False)
    """
    labels = host_of(url).split(".")
    return ".".join(labels[-2:]) in _passages()["people"]


def are_own_names(host: str) -> bool:
    """Whether people choose the first name of `host` for a site of their own, at a provider of such sites.

    >>> are_own_names("bote.blogspot.de"), are_own_names("www.wordpress.com"), are_own_names("bote.example")
    (True, False, False)
    """
    names = host.removeprefix("www.").split(".")[1:]
    return bool(names) and not _passages()["own_names"].isdisjoint((names[0], ".".join(names[-2:])))


def holds_another(url: str) -> bool:
    """Whether `url` (up to its second scheme) is one that rightly holds a second address: archive,
    redirector.

    >>> holds_another("https://web.archive.org/web/2017/h"), holds_another("https://out.example/?url=h")
    (True, True)
    """
    if is_archive(host_of(url)):
        return True
    name = re.search(r"[?&;/]([a-zA-Z_-]+)(?:=|%3D)h?$", url)
    return name is not None and name[1].lower() in _passages()["parameters"]


def original_of(url: str) -> str | None:
    """The address that an archive's or redirector's address holds, `None` where there is none.

    >>> original_of("https://web.archive.org/web/20170504000000/http://news.example/a")
    'http://news.example/a'
    >>> original_of("https://out.example/go?url=https%3A%2F%2Fnews.example%2Fa&x=1")
    'https://news.example/a'
    """
    if forwarded := forwarded_to(url):
        return forwarded
    end = host_end(url)
    inner = _INNER_SCHEME.search(url[end:]) if ":" in url[end:] or "%3" in url[end:] else None
    if inner is None:
        return _without_scheme(url, end)
    start = end + inner.start()
    if not holds_another(url[: start + 1]):
        return None
    rest = url[start:]
    if url[start - 1 : start] == "=" or url[start - 3 : start].lower() == "%3d":
        rest = rest.partition("&")[0]
    if "%3" in inner[0] or "%2" in inner[0]:
        rest = unquote(rest)
    return re.sub(r"(?i)^((?:https?|ftp):)/(?=[^/])", r"\1//", rest)


def _without_scheme(url: str, end: int) -> str | None:
    """`web.archive.org/web/2017/news.example/a`: the original printed without its scheme."""
    if not is_archive(host_of(url)):
        return None
    parts = url[end + 1 :].split("/", 2)
    for index in range(min(2, len(parts) - 1)):
        rest = "/".join(parts[index + 1 :])
        if _STAMP.match(parts[index]) and re.match(r"[\w-]+(?:\.[\w-]+)+(?:/|$)", rest):
            return "http://" + rest
    return None


def doi_of(text: str) -> str | None:
    """The DOI that `text` is, in any of its spellings, as printed (DOI Handbook 2.2).

    >>> doi_of("doi:10.1234/Abc.5"), doi_of("http://dx.doi.org/10.1234/Abc.5"), doi_of("10.1234/Abc.5")
    ('10.1234/Abc.5', '10.1234/Abc.5', '10.1234/Abc.5')
    """
    match = _DOI.match(text)
    if match:
        return match[1]
    return text if _BARE_DOI.match(text) else None


def _host_name(host: str) -> str:
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


def _unescaped(text: str) -> str:
    """Percent-encoding undone where that changes no meaning: letters, digits, `-._~` and all beyond ASCII."""

    def decode(match: re.Match[str]) -> str:
        plain = unquote(match[0], errors="strict") if _decodes(match[0]) else match[0]
        return (
            "".join(c if c.isalnum() or c in "-._~" or ord(c) > 127 else f"%{ord(c):02X}" for c in plain)
            if (plain != match[0])
            else match[0].upper()
        )

    return re.sub(r"(?:%[0-9A-Fa-f]{2})+", decode, text)


def _decodes(text: str) -> bool:
    try:
        unquote(text, errors="strict")
    except UnicodeDecodeError:
        return False
    return True


def canonical(url: str) -> str:
    """Equal for the spellings of one address: a key, not for asking.

    Scheme `http` or `https`, `www.`, case and script of the host, a default port, a final slash, the
    fragment,
    needless percent-encoding and parameters of tracking do not count; a DOI is its own name. White space is
    ignored.

    >>> canonical("HTTP://www.News.Example:80/a%7Eb/?utm_source=x#top") == canonical("https://news.example/a~b")
    True
    >>> canonical("https://doi.org/10.1234/ABC") == canonical("doi:10.1234/abc")
    True
    >>> canonical("http://arxiv.org/abs/2101.00001") == canonical("arXiv:2101.00001")
    True
    """
    url = "".join(url.split())
    doi = doi_of(url)
    if doi is not None:
        return "doi:" + _unescaped(doi).lower().rstrip("/")
    url = resolver_of(url) or url
    match = SCHEME.match(url)
    scheme = match[0][:-3].lower() if match else "http"
    end = host_end(url)
    authority = url[match.end() if match else 0 : end]
    user, at, host = authority.rpartition("@")
    host, _, port = host.lower().partition(":")
    host = _host_name(host.rstrip(".")).removeprefix("www.")
    if port == _PORTS.get(scheme):
        port = ""
    path, _, fragment = url[end:].partition("#")
    path, _, query = path.partition("?")
    kept = [part for part in query.split("&") if part and not _TRACKING.match(part.partition("=")[0])]
    rest = _unescaped(path).rstrip("/") + ("?" + _unescaped("&".join(kept)) if kept else "")
    rest += "#" + fragment if fragment.startswith("!") else ""
    family = "//" if scheme in ("http", "https") else scheme + "://"
    return family + user + at + host + (":" + port if port else "") + rest
