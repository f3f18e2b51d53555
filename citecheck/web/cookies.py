"""Cookies for one look at one link: needed to get through redirects that set them, then forgotten."""

from __future__ import annotations

import hashlib
from email.message import Message
from typing import TYPE_CHECKING, cast

from citecheck.model import Exchange
from citecheck.web.target import target_of

if TYPE_CHECKING:
    from http.client import HTTPResponse
    from http.cookiejar import CookieJar


class Jar:
    """Cookies by the rules of the standard library's policy; a host never sees those of another."""

    def __init__(self) -> None:
        self._cookies: CookieJar | None = None

    def take(self, exchange: Exchange) -> None:
        """Keep what an answer sets; also of a kept answer, so that a resumed look sends the same."""
        headers = [value for name, value in exchange.headers if name == "set-cookie"]
        if not headers:
            return
        from http.cookiejar import CookieJar  # loaded for the few answers that need it
        from urllib.request import Request

        if self._cookies is None:
            self._cookies = CookieJar()
        self._cookies.extract_cookies(
            cast("HTTPResponse", _Answer(headers)), Request(target_of(exchange.url).url)
        )

    def header(self, url: str) -> str:
        """Value of the `Cookie` header for `url`, empty where there is nothing to send."""
        if self._cookies is None:
            return ""
        from urllib.request import Request

        try:
            request = Request(target_of(url).url)
        except ValueError:
            return ""  # such an address is not asked
        self._cookies.add_cookie_header(request)
        header = request.get_header("Cookie") or ""
        return header if header.isprintable() else ""  # no request can hold it

    def key(self, url: str) -> str:
        """A short hash of that header; cookies may be secrets and are not kept."""
        header = self.header(url)
        return hashlib.sha256(header.encode("utf-8", "replace")).hexdigest()[:16] if header else ""


class _Answer:
    """As much of a response as the policy looks at."""

    def __init__(self, cookies: list[str]) -> None:
        self._headers = Message()
        for value in cookies:
            self._headers["Set-Cookie"] = value

    def info(self) -> Message:
        return self._headers
