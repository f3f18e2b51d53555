"""The host that a URL names, in one spelling for all who keep books by host.

For URLs that will be asked. What is printed in a manuscript may lack a scheme or have a damaged port:
`repair` and `fix` read such hosts out of the text, and `investigate` wants the whole address to be usable.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

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
