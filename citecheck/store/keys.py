"""Under which name an exchange is kept: the URL without fragment, spelt one way, its secrets hidden."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote, urldefrag, urlsplit, urlunsplit

from citecheck.hosts import ascii_host
from citecheck.redaction import redact

KEEP = "!#$%&'()*+,/:;=?@[]~|\\^`{}\"<>"
"""Printable ASCII stays as it is; only what no request line can hold is escaped."""


@lru_cache(maxsize=512)
def key_of(url: str) -> str:
    """Equal for spellings that make the same request; differs wherever servers may tell them apart.

    >>> key_of("HTTP://Example.ORG#part"), key_of("https://example.org/a/B?token=x")
    ('http://example.org/', 'https://example.org/a/B?token=REDACTED-2d711642')
    >>> key_of("https://bücher.example/ä") == key_of("https://xn--bcher-kva.example/%C3%A4")
    True
    >>> key_of("https://straße.example/") == key_of("https://strasse.example/")  # two sites
    False
    """
    plain = redact(urldefrag(url).url)
    try:
        parts = urlsplit(plain)
        if parts.scheme not in ("http", "https") or "@" in parts.netloc or not parts.hostname:
            return plain
        host = parts.netloc.lower()
        if not host.isascii():
            port = f":{parts.port}" if parts.port else ""
            host = ascii_host(parts.hostname) + port
    except (ValueError, UnicodeError):
        return plain
    path = quote(parts.path or "/", safe=KEEP)
    return urlunsplit((parts.scheme, host, path, quote(parts.query, safe=KEEP), ""))
