"""The host that a URL names, in one spelling for all who keep books by host.

For URLs that will be asked. What is printed in a manuscript may lack a scheme or have a damaged port:
`repair` and `fix` read such hosts out of the text, and `investigate` wants the whole address to be usable.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice
from urllib.parse import parse_qsl, unquote, urlsplit

from citecheck.patterns import late

NO_HOST = re.compile(r"[\s%\\\"<>^`{|}]")
"""Characters that no host name holds (WHATWG URL, forbidden domain code points)."""


@lru_cache(maxsize=1024)
def host_of(url: str) -> str:
    """Host name in lower case without a final dot; empty where there is none.

    >>> host_of("https://anna@News.Example.:8080/x"), host_of("http://a%20b.example/"), host_of("http://[x")
    ('news.example', '', '')
    """
    try:
        host = (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""
    return "" if NO_HOST.search(host) else host


def ascii_host(host: str) -> str:
    """A host name as name servers know it, lower case. Raises `UnicodeError` where it cannot be one.

    >>> ascii_host("Straße.example"), ascii_host("例え。テスト"), ascii_host("a_b.example")
    ('xn--strae-oqa.example', 'xn--r8jz45g.xn--zckzah', 'a_b.example')
    """
    if host.isascii():
        return host.lower()
    import idna  # loaded for the few that need it

    return idna.encode(host, uts46=True).decode("ascii")


def is_below(host: str, sites: Iterable[str]) -> bool:
    """Whether a host is one of `sites` or a host below one.

    >>> is_below("www.news.example", ("news.example",)), is_below("mynews.example", ("news.example",))
    (True, False)
    """
    return any(host == site or host.endswith(f".{site}") for site in sites)


FORWARDING: tuple[tuple[str, str, str], ...] = (
    ("google", "/url", "q url"),
    ("safelinks.protection.outlook.com", "/", "url"),
    ("l.facebook.com", "/l.php", "u"),
    ("lm.facebook.com", "/l.php", "u"),
    ("l.instagram.com", "/", "u"),
    ("youtube.com", "/redirect", "q"),
    ("vk.com", "/away.php", "to"),
    ("t.umblr.com", "/redirect", "z"),
    ("out.reddit.com", "/", "url"),
    ("slack-redir.net", "/link", "url"),
    ("linkedin.com", "/redir/redirect", "url"),
    ("steamcommunity.com", "/linkfilter", "url u"),
    ("duckduckgo.com", "/l/", "uddg"),
    ("disq.us", "/url", "url"),
    ("getpocket.com", "/redirect", "url"),
    ("clck.yandex.ru", "/redir", "url"),
    ("urldefense.proofpoint.com", "/v2/url", "u"),
)
"""Hosts, paths and parameters of services that forward whoever follows a link in a document, a message or a
post. Programs see a notice, a warning or a script there, never the page."""
SIGNS = {"urldefense.proofpoint.com": str.maketrans("-_", "%/")}
"""What services write for the signs of an address."""


DEFENDED = late(r"https?://urldefense\.(?:com|us)/v3/__(.+?)__;([\w-]*)!")
RUNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
"""Signs for how many that stand side by side are replaced, from two on."""


PROXY = late(
    r"(.+)\.(?:[a-z0-9-]*ez-?proxy[a-z0-9-]*|proxy|[a-z0-9-]*libproxy[a-z0-9-]*|idm\.oclc)\..+\.[a-z]+"
)
"""Host of a library's proxy (EZproxy of OCLC), which lets members read by a host of its own for each site."""
PROXY_LOGIN = re.compile(r"/login/?\Z")


def forwarded_to(url: str) -> str | None:
    """The address that a forwarding service or a library's proxy leads to, `None` for any other address.

    >>> forwarded_to("https://www.google.com/url?q=https://news.example/a%3Fb%3D1&sa=D")
    'https://news.example/a?b=1'
    >>> forwarded_to("https://www.google.com/search?q=https://news.example/a") is None
    True
    """
    if not ("?" in url or "proxy" in url or "oclc" in url or "/v3/__" in url):
        return None  # nearly every address of a book
    if "/v3/__" in url:
        return _defended(url)
    host = host_of(url)
    if "proxy" in host or "oclc" in host:
        return _behind_proxy(url, host)
    for service, path, names in FORWARDING:
        if not _is_service(host, service):
            continue
        parts = urlsplit(url)
        if parts.path.startswith(path):
            signs = SIGNS.get(service, {})
            given = {
                name: unquote(value.translate(signs)) if signs else value
                for name, value in parse_qsl(parts.query)
            }
            inner = next((given[name] for name in names.split() if host_of(given.get(name, ""))), None)
            return inner.replace(" ", "%20") if inner else None
    return None


def _defended(url: str) -> str | None:
    """What an address of Proofpoint's third kind holds, which keeps the signs that it replaces behind it.

    >>> _defended("https://urldefense.com/v3/__https://news.example/a*b__;Iw!!Xy!z$")
    'https://news.example/a#b'
    """
    found = DEFENDED.match(url)
    if found is None:
        return None
    import base64  # loaded for the few that need it

    inner, kept = found.groups()
    try:
        signs = base64.urlsafe_b64decode(kept + "=" * (-len(kept) % 4)).decode()
    except ValueError:
        return None
    left = iter(signs)

    def back(replaced: re.Match[str]) -> str:
        count = RUNS.index(replaced[1]) + 2 if replaced[1] else 1
        return "".join(islice(left, count))

    inner = re.sub(r"\*(?:\*([\w-]))?", back, unquote(inner), flags=re.ASCII)
    inner = re.sub(r"^(https?:/)(?=[^/])", r"\1/", inner)
    return inner if host_of(inner) else None


def _behind_proxy(url: str, host: str) -> str | None:
    """What a library's proxy stands for: `www-news-example.ezproxy.b.example` for `www.news.example`."""
    parts = urlsplit(url)
    if PROXY_LOGIN.search(parts.path):
        _, named, inner = parts.query.rpartition("url=")
        inner = unquote(inner) if "://" not in inner else inner
        return inner.replace(" ", "%20") if named and host_of(inner) else None
    found = PROXY.fullmatch(host)
    if found is None:
        return None
    site = found[1] if "." in found[1] else found[1].replace("--", "\n").replace("-", ".").replace("\n", "-")
    return parts._replace(netloc=site).geturl() if "." in site else None


def _is_service(host: str, service: str) -> bool:
    """Google forwards by its hosts of all countries."""
    if service == "google":
        return re.fullmatch(r"(?:www\.)?google\.[a-z]{2,3}(?:\.[a-z]{2})?", host) is not None
    return is_below(host, (service,))
