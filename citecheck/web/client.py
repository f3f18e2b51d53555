"""One request and its answer, and nothing about when or how often (RFC 9110, GET only).

On h11 alone: what client libraries put on top of it (decoding that can be flooded, redirects and cookies
that are walked by hand here, environment, pools) is not used and took half of the processor time of asking.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

import h11
from h11._version import __version__ as H11

from citecheck.model import Exchange, FailureKind
from citecheck.web.answers import PDF_LIMIT, REDIRECTS, body_limit, whole_seconds
from citecheck.web.connections import Connection, Turn
from citecheck.web.decoding import Decoder
from citecheck.web.failures import TROUBLE, failure_of
from citecheck.web.network import Network
from citecheck.web.pools import Pools, Proxy
from citecheck.web.settings import WebSettings, user_agent
from citecheck.web.target import target_of

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
    proxy: Proxy | None = None
    bytes: int = 0
    """Received so far, bodies as sent."""
    pools: Pools = field(init=False)
    headers: tuple[tuple[str, str], ...] = field(init=False)
    """Of every request."""

    def __post_init__(self) -> None:
        self.headers = (
            ("User-Agent", user_agent(self.settings, f"h11/{H11}")),
            ("Accept", "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8"),
            ("Accept-Encoding", "gzip, deflate"),
        )
        self.pools = Pools(self.settings, self.network, self.proxy)

    async def ask(self, url: str, terms: Terms, turn: Turn) -> tuple[Exchange, int]:
        """The answer or the failure, and the bytes of body received. The request goes out when `turn` has
        come."""
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
        target = target_of(url)
        if terms.fresh:
            self.network.forget(target.host)
        connection = await self.pools.take(target, verify=terms.verify, fresh=terms.fresh)
        try:
            headers = [("Host", target.authority), *self.headers]
            if terms.cookies:
                headers.append(("Cookie", terms.cookies))
            await self._read(connection, await connection.ask(target.path, headers, turn), reply)
        except BaseException:
            connection.close()
            raise
        self.pools.give_back(connection, target, verify=terms.verify)

    async def _read(self, connection: Connection, response: h11.Response, reply: _Reply) -> None:
        headers = [(_text(name), _text(value)) for name, value in response.headers]
        reply.headers = tuple((name, value) for name, value in headers if name not in NOT_BODY)
        reply.status = response.status_code
        codings = ",".join(value for name, value in headers if name == "content-encoding")
        kind = next((value for name, value in headers if name == "content-type"), "")
        decoder = reply.decoder = Decoder(codings, body_limit(reply.status, kind))
        async with asyncio.timeout(HOP_SECONDS if reply.status in REDIRECTS else None):
            while not decoder.full and (chunk := await connection.piece()) is not None:
                self.bytes += len(chunk)
                reply.received += len(chunk)
                decoder.feed(chunk)
                if decoder.body.startswith(b"%PDF"):
                    decoder.limit = PDF_LIMIT


def _text(value: bytes) -> str:
    """Header bytes as text: UTF-8 where they are (a `Location` often is), else Latin-1 (RFC 9110, 5.5)."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")
