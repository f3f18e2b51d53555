"""Cookies for one look at one link: needed to get through redirects that set them, then forgotten."""

from __future__ import annotations

import hashlib

import httpx

from citecheck.model import Exchange


class Jar:
    """Cookies by the rules of the standard library's policy; a host never sees those of another."""

    def __init__(self) -> None:
        self._cookies: httpx.Cookies | None = None

    def take(self, exchange: Exchange) -> None:
        """Keep what an answer sets; also of a kept answer, so that a resumed look sends the same."""
        headers = [(name, value) for name, value in exchange.headers if name == "set-cookie"]
        if not headers:
            return
        if self._cookies is None:
            self._cookies = httpx.Cookies()
        request = httpx.Request("GET", exchange.url)
        self._cookies.extract_cookies(httpx.Response(200, headers=headers, request=request))

    def header(self, url: str) -> str:
        """Value of the `Cookie` header for `url`, empty where there is nothing to send."""
        if self._cookies is None:
            return ""
        request = httpx.Request("GET", url)
        self._cookies.set_cookie_header(request)
        return str(request.headers.get("cookie", ""))

    def key(self, url: str) -> str:
        """A short hash of that header; cookies may be secrets and are not kept."""
        header = self.header(url)
        return hashlib.sha256(header.encode("utf-8", "replace")).hexdigest()[:16] if header else ""
