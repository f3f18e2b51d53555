"""One request and its answer over httpx, and nothing about when or how often (RFC 9110, GET only).

The client stands behind this module alone, so that it can be exchanged. httpx's own decoding, redirects,
cookies, environment and connection pool are not used: the first can be flooded, the next two are walked by
hand, and one big pool costs up to thirty times the processor time of a small one for each host.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

import httpx

from citecheck.model import Exchange, FailureKind
from citecheck.web.answers import PDF_LIMIT, REDIRECTS, body_limit, whole_seconds
from citecheck.web.decoding import Decoder
from citecheck.web.failures import TROUBLE, failure_of
from citecheck.web.network import Network
from citecheck.web.pools import Pools
from citecheck.web.settings import WebSettings, user_agent

HOP_SECONDS = 2.0
"""For the body of a redirect, read only so that its connection can be used again."""
NOT_BODY = frozenset({"content-encoding", "transfer-encoding", "content-length"})
"""Headers that speak of the body as sent, not as kept."""


@dataclass(frozen=True, slots=True)
class Terms:
    """How one request is to be made."""

    seconds: float
    cookies: str = ""
    verify: bool = True
    fresh: bool = False
    """Over a connection of its own, its name looked up anew."""
    last: bool = True
    """No further try follows: a body cut by the other side is taken as it is."""


class Turn(Protocol):
    """The moment of one request; a place of the schedule."""

    async def start(self) -> None: ...


@dataclass(slots=True)
class _Reply:
    """What has come back so far; readable also when the rest never comes."""

    status: int = 0
    headers: tuple[tuple[str, str], ...] = ()
    decoder: Decoder | None = None
    cut: bool = False
    received: int = 0


@dataclass(slots=True)
class Client:
    """Asks URLs; keeps one small pool of connections a host."""

    settings: WebSettings
    network: Network
    clock: Callable[[], datetime]
    bytes: int = 0
    """Received so far, bodies as sent."""
    pools: Pools = field(init=False)

    def __post_init__(self) -> None:
        self.pools = Pools(self.settings, self.network)

    async def ask(self, url: str, terms: Terms, turn: Turn) -> tuple[Exchange, int]:
        """The answer or the failure, and the bytes of body received. `turn.start` is awaited before the
        request goes out."""
        reply = _Reply()
        try:
            async with asyncio.timeout(terms.seconds):
                await self._exchange(url, terms, turn, reply)
        except TROUBLE as error:
            kind, detail = failure_of(error)
            if not self._usable(reply, kind, terms):
                failed = Exchange(url, whole_seconds(self.clock()), failure=kind, detail=detail)
                return failed, reply.received
            reply.cut = True
        decoder = reply.decoder
        answered = Exchange(
            url,
            whole_seconds(self.clock()),
            reply.status,
            reply.headers,
            bytes(decoder.body) if decoder else b"",
            reply.cut or (decoder is not None and (decoder.full or not decoder.complete)),
        )
        return answered, reply.received

    @staticmethod
    def _usable(reply: _Reply, kind: FailureKind, terms: Terms) -> bool:
        """Whether a status that came before the trouble stands. The page is there even if its body drips;
        a body cut by the other side is worth another try; one that cannot be decoded matters only where
        the status has not said everything already."""
        if not reply.status:
            return False
        if reply.status in REDIRECTS or reply.status >= 400 or kind is FailureKind.TIMEOUT:
            return True
        return kind is FailureKind.RESET and terms.last

    async def _exchange(self, url: str, terms: Terms, turn: Turn, reply: _Reply) -> None:
        request = httpx.Request("GET", url, headers=self._headers(terms), extensions=self._extensions(turn))
        if terms.fresh:
            self.network.forget(request.url.host)
        async with self.pools.transport(request.url, verify=terms.verify, fresh=terms.fresh) as transport:
            await self._read(await transport.handle_async_request(request), reply)

    async def _read(self, response: httpx.Response, reply: _Reply) -> None:
        stream = response.stream
        assert isinstance(stream, httpx.AsyncByteStream)
        try:
            headers = [(_text(name).lower(), _text(value)) for name, value in response.headers.raw]
            reply.headers = tuple((name, value) for name, value in headers if name not in NOT_BODY)
            reply.status = response.status_code
            codings = ",".join(value for name, value in headers if name == "content-encoding")
            kind = next((value for name, value in headers if name == "content-type"), "")
            reply.decoder = Decoder(codings, body_limit(reply.status, kind))
            async with asyncio.timeout(HOP_SECONDS if reply.status in REDIRECTS else None):
                async for chunk in stream:
                    self.bytes += len(chunk)
                    reply.received += len(chunk)
                    reply.decoder.feed(chunk)
                    if reply.decoder.body.startswith(b"%PDF"):
                        reply.decoder.limit = PDF_LIMIT
                    if reply.decoder.full:
                        break
        finally:
            await stream.aclose()

    def _headers(self, terms: Terms) -> dict[str, str]:
        headers = {
            "User-Agent": user_agent(self.settings, f"httpx/{httpx.__version__}"),
            "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8",
            "Accept-Encoding": "gzip, deflate",
        }
        if terms.cookies:
            headers["Cookie"] = terms.cookies
        return headers

    def _extensions(self, turn: Turn) -> dict[str, object]:
        async def trace(event: str, _: object) -> None:
            if event == "http11.send_request_headers.started":
                await turn.start()

        connect = min(self.settings.connect_timeout, self.settings.timeout)
        return {"timeout": {"connect": connect}, "trace": trace}


def _text(value: bytes) -> str:
    """Header bytes as text: UTF-8 where they are (a `Location` often is), else Latin-1 (RFC 9110, 5.5)."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")
