"""Connections that wait for a next request to their host, and the TLS contexts that all share.

Client libraries look through all their connections at every request, which with many hosts costs up to thirty
times the processor time (httpcore pull request 1035). A TLS context for each host would cost 13 ms apiece.
"""

from __future__ import annotations

import asyncio
import ssl
from base64 import b64encode
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

import certifi

from citecheck.errors import UsageMistake
from citecheck.web.connections import Connection, Headers
from citecheck.web.failures import ProxyRefused
from citecheck.web.network import Network
from citecheck.web.settings import WebSettings
from citecheck.web.streams import Stream
from citecheck.web.target import PORTS, Target

KEPT = 256
"""Connections kept open for a next request; the one unused longest is closed first. A book has more hosts
than places: with 64 kept, each of 120 hosts was connected to anew for each of its pages."""
FILES = 4
"""Of the files that a process may have open, one in so many is for connections that wait (macOS: of 256)."""
KEEP_ALIVE = 5.0
"""Seconds a connection may idle: longer than the usual interval on a host."""
OP_LEGACY_SERVER_CONNECT = 0x4
"""OpenSSL's number; the `ssl` module names it from Python 3.12 on."""

Key = tuple[str, str, int, bool]
"""Scheme, host, port, and whether the certificate is verified."""


@dataclass(frozen=True, slots=True)
class Proxy:
    """Where all requests go first."""

    scheme: str
    host: str
    port: int
    headers: Headers
    """Who we are to the proxy."""


def proxy_of(address: str | None) -> Proxy | None:
    """`http://NAME:PASSWORD@HOST:PORT`, name and password if need be. Raises `UsageMistake`."""
    if address is None:
        return None
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise UsageMistake(f"--proxy {address!r}: not an address") from error
    if parts.scheme not in PORTS or not parts.hostname:
        raise UsageMistake(f"--proxy {address!r}: expected http://HOST:PORT")
    headers = []
    if parts.username:
        named = f"{unquote(parts.username)}:{unquote(parts.password or '')}".encode()
        headers.append(("Proxy-Authorization", f"Basic {b64encode(named).decode()}"))
    return Proxy(parts.scheme, parts.hostname, port or PORTS[parts.scheme], headers)


class _AtOnce:
    """The turn of a request to the proxy itself."""

    async def come(self) -> None:
        pass

    def sent(self) -> None:
        pass


class Pools:
    """Opens connections and keeps idle ones."""

    def __init__(self, settings: WebSettings, network: Network, proxy: Proxy | None = None) -> None:
        self._settings = settings
        self._network = network
        self._proxy = proxy
        self._idle: dict[Connection, tuple[Key, float]] = {}
        """With the time of their last use, which is also their order."""
        self._of: dict[Key, list[Connection]] = {}
        """The same by where they lead, none of them empty."""
        self._contexts: dict[bool, ssl.SSLContext] = {}
        self._kept = _kept()
        if settings.ca_file:
            self._context(verify=True)  # a file that is none is told before anything is asked

    async def take(self, target: Target, *, verify: bool, fresh: bool) -> Connection:
        """A connection to `target`; `fresh`: one that nobody used before. Whoever takes one gives it back.

        Raises `Forbidden`, `TooSlow`, `ProxyRefused`, `OSError` (`ssl.SSLError` is one), `ValueError`."""
        if not fresh:
            key = _key(target, verify=verify)
            while connection := self._idle_one(key):
                since = self._forget(connection)
                if connection.stream.quiet and asyncio.get_running_loop().time() - since < KEEP_ALIVE:
                    return connection
                connection.close()
        return await self._open(target, verify=verify)

    def give_back(self, connection: Connection, target: Target, *, verify: bool) -> None:
        """Keep a connection for a next request, or close it where it is of no more use."""
        if not connection.renew():
            connection.close()
            return
        key = _key(target, verify=verify)
        self._idle[connection] = key, asyncio.get_running_loop().time()
        self._of.setdefault(key, []).append(connection)
        if len(self._idle) > self._kept:
            oldest = next(iter(self._idle))
            self._forget(oldest)
            oldest.close()

    def _idle_one(self, key: Key) -> Connection | None:
        """The idle connection that was used first."""
        found = self._of.get(key)
        return found[0] if found else None

    def _forget(self, connection: Connection) -> float:
        """Keep it no longer; when it was used last."""
        key, since = self._idle.pop(connection)
        self._of[key].remove(connection)
        if not self._of[key]:
            del self._of[key]
        return since

    async def aclose(self) -> None:
        for connection in self._idle:
            connection.close()
        self._idle.clear()
        self._of.clear()
        await asyncio.sleep(0)  # in which the sockets are closed

    async def _open(self, target: Target, *, verify: bool) -> Connection:
        limit = min(self._settings.connect_timeout, self._settings.timeout)
        proxy = self._proxy
        if proxy is None:
            stream = await self._network.connect(target.host, target.port, limit)
            if target.scheme == "https":
                await self._encrypt(stream, target.host, limit, verify=verify)
            return Connection(stream)
        stream = await self._network.connect(proxy.host, proxy.port, limit)
        if proxy.scheme == "https":
            await self._encrypt(stream, proxy.host, limit, verify=True)
        if target.scheme == "http":
            return Connection(stream, f"http://{target.authority}", proxy.headers)
        await _tunnel(stream, target, proxy)
        await self._encrypt(stream, target.host, limit, verify=verify)
        return Connection(stream)

    async def _encrypt(self, stream: Stream, host: str, limit: float, *, verify: bool) -> None:
        try:
            context = self._context(verify)
        except BaseException:
            stream.close()
            raise
        await stream.start_tls(context, host.rstrip("."), limit)

    def _context(self, verify: bool) -> ssl.SSLContext:
        context = self._contexts.get(verify)
        if context is None:
            context = self._contexts[verify] = _strict(self._settings.ca_file) if verify else _lenient()
            context.set_alpn_protocols(["http/1.1"])
        return context


def _kept() -> int:
    """How many connections may wait here."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return KEPT
    files = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    return KEPT if files == resource.RLIM_INFINITY else min(KEPT, files // FILES)


def _key(target: Target, *, verify: bool) -> Key:
    return target.scheme, target.host, target.port, verify


async def _tunnel(stream: Stream, target: Target, proxy: Proxy) -> None:
    """Have the proxy connect to `target` and pass on bytes (RFC 9110, 9.3.6). Raises `ProxyRefused`."""
    try:
        headers = [("Host", target.place), *proxy.headers]
        answer = await Connection(stream).ask(target.place, headers, _AtOnce(), "CONNECT")
        if not 200 <= answer.status_code < 300:
            raise ProxyRefused(str(answer.status_code))
    except BaseException:
        stream.close()
        raise


def _strict(ca_file: str | None) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if not context.get_ca_certs():
        context = ssl.create_default_context(cafile=certifi.where())
    if ca_file:
        try:
            context.load_verify_locations(ca_file)
        except OSError as error:
            raise UsageMistake(f"--ca-file {ca_file}: not a readable PEM file") from error
    return context


def _lenient() -> ssl.SSLContext:
    """For the second, read-only look at a host whose certificate is at fault: nothing is sent but the GET."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.options |= OP_LEGACY_SERVER_CONNECT
    context.set_ciphers("DEFAULT@SECLEVEL=0")
    return context
