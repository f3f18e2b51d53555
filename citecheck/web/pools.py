"""One small pool of connections for each host, and the TLS contexts they share.

One big pool costs up to thirty times the processor time: it looks through all its connections at every
request (httpcore pull request 1035). A context of its own for each host would cost 13 ms apiece.
"""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import httpx

from citecheck.errors import UsageMistake
from citecheck.web.network import Network
from citecheck.web.settings import WebSettings

KEPT_POOLS = 64
"""Hosts whose connections are kept open for a next request; the one unused longest is closed first."""
KEEP_ALIVE = 5.0
"""Seconds a connection may idle: longer than the usual interval on a host."""
PLACES = 4
"""Connections to one host, at least: what an archive is allowed."""
OP_LEGACY_SERVER_CONNECT = 0x4
"""OpenSSL's number; the `ssl` module names it from Python 3.12 on."""

Key = tuple[str, str, int | None, bool]


@dataclass(slots=True)
class _Pool:
    transport: httpx.AsyncHTTPTransport
    busy: int = 0


class Pools:
    """Transports by scheme, host, port and whether the certificate is verified."""

    def __init__(self, settings: WebSettings, network: Network) -> None:
        self._settings = settings
        self._network = network
        self._pools: dict[Key, _Pool] = {}
        self._contexts: dict[bool, ssl.SSLContext] = {}

    @asynccontextmanager
    async def transport(
        self, url: httpx.URL, *, verify: bool, fresh: bool
    ) -> AsyncIterator[httpx.AsyncHTTPTransport]:
        """The transport for `url`, for as long as the context lasts; `fresh`: one that nobody used before."""
        if fresh:
            async with self._make(verify) as transport:
                yield transport
            return
        key = (url.scheme, url.host, url.port, verify)
        pool = self._pools.pop(key, None) or _Pool(self._make(verify))
        self._pools[key] = pool  # at the end: the order is that of the last use
        pool.busy += 1
        try:
            await self._close(self._unused())
            yield pool.transport
        finally:
            pool.busy -= 1

    def _unused(self) -> list[_Pool]:
        """Takes out the pools that are idle and too many, unused longest first."""
        excess = len(self._pools) - KEPT_POOLS
        if excess <= 0:
            return []
        idle = [key for key, pool in self._pools.items() if not pool.busy][:excess]
        return [self._pools.pop(key) for key in idle]

    @staticmethod
    async def _close(pools: list[_Pool]) -> None:
        for pool in pools:
            await pool.transport.aclose()

    async def aclose(self) -> None:
        pools = list(self._pools.values())
        self._pools.clear()
        await self._close(pools)

    def _make(self, verify: bool) -> httpx.AsyncHTTPTransport:
        places = max(self._settings.host_concurrency, PLACES)
        transport = httpx.AsyncHTTPTransport(
            verify=self._context(verify),
            trust_env=False,
            http2=False,
            proxy=httpx.Proxy(self._settings.proxy) if self._settings.proxy else None,
            limits=httpx.Limits(
                max_connections=places, max_keepalive_connections=places, keepalive_expiry=KEEP_ALIVE
            ),
        )
        # httpx has no argument for it; httpcore's own (`network_backend`) is set where httpx leaves it out.
        transport._pool._network_backend = self._network
        return transport

    def _context(self, verify: bool) -> ssl.SSLContext:
        context = self._contexts.get(verify)
        if context is None:
            context = self._contexts[verify] = _strict(self._settings.ca_file) if verify else _lenient()
        return context


def _strict(ca_file: str | None) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if not context.get_ca_certs():
        context = httpx.create_ssl_context(trust_env=False)
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
