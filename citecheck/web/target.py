"""A URL as it goes over the wire: where to connect to, what to ask for there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from citecheck.hosts import ascii_host

PORTS = {"http": 80, "https": 443}
LONGEST = 65_536
"""Characters of a URL, at most; servers take some 8,000."""
PATH = "".join(chr(code) for code in range(0x21, 0x7F) if chr(code) not in '"#<>?`{}')
"""Characters of a path that stay as they are (WHATWG URL, path percent-encode set); `%` is one of them."""
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f]")
QUERY = "".join(chr(code) for code in range(0x21, 0x7F) if chr(code) not in '"#<>')


@dataclass(frozen=True, slots=True)
class Target:
    """Parts of an http or https URL in ASCII."""

    scheme: str
    host: str
    """Name or address, without brackets."""
    port: int
    path: str
    """With the query."""

    @property
    def authority(self) -> str:
        """As the `Host` header has it: without the port that the scheme implies."""
        return _joined(self.host, None if self.port == PORTS[self.scheme] else self.port)

    @property
    def place(self) -> str:
        """Host and port, for a proxy's `CONNECT`."""
        return _joined(self.host, self.port)

    @property
    def url(self) -> str:
        return f"{self.scheme}://{self.authority}{self.path}"


def target_of(url: str) -> Target:
    """What a request for `url` asks, and where. User names, passwords and fragments are never sent.

    >>> target_of("HTTP://anna:x@Bücher.example:80/ä b?q=ü#part").url
    'http://xn--bcher-kva.example/%C3%A4%20b?q=%C3%BC'
    >>> target_of("https://[2606::1]:8443/a/../b").url
    'https://[2606::1]:8443/b'

    Raises `ValueError` (`UnicodeError` is one) for what is no such address.
    """
    if len(url) > LONGEST or _UNPRINTABLE.search(url):
        raise ValueError("too long, or with characters that no address has")
    parts = urlsplit(url)
    scheme, host = parts.scheme, ascii_host(parts.hostname or "")
    if scheme not in PORTS or not host:
        raise ValueError("not an address of the web")
    port = PORTS[scheme] if parts.port is None else parts.port
    path = quote(_without_dots(parts.path) or "/", safe=PATH)
    query = f"?{quote(parts.query, safe=QUERY)}" if parts.query or url.partition("#")[0].endswith("?") else ""
    return Target(scheme, host, port, path + query)


def _without_dots(path: str) -> str:
    """Without `.` and `..` segments (RFC 3986, 5.2.4)."""
    if "/." not in path:
        return path
    kept: list[str] = []
    segments = path.split("/")
    for segment in segments:
        if segment == "..":
            if len(kept) > 1:
                kept.pop()
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in (".", ".."):
        kept.append("")
    return "/".join(kept)


def _joined(host: str, port: int | None) -> str:
    name = f"[{host}]" if ":" in host else host
    return name if port is None else f"{name}:{port}"
