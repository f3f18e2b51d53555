"""Connections on asyncio alone.

What httpcore brings along goes through a layer that gives way to the event loop a dozen times for each
connection; with many in flight that put 37 ms before each request and took a third of its processor time.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Iterable
from typing import Any

import httpcore

from citecheck.web.failures import TooSlow

HIGH_WATER = 1 << 18
"""Bytes held for a reader before the other side is made to wait."""


class _Wire(asyncio.Protocol):
    """Holds what has come in until it is read."""

    def __init__(self) -> None:
        self.transport: asyncio.Transport | None = None
        self.held = bytearray()
        self.ended = False
        self.trouble: Exception | None = None
        self._reader: asyncio.Future[None] | None = None
        self._paused = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.held += data
        if len(self.held) > HIGH_WATER and not self._paused and self.transport is not None:
            self._paused = True
            self.transport.pause_reading()
        self._wake()

    def eof_received(self) -> None:
        self.ended = True
        self._wake()

    def connection_lost(self, error: Exception | None) -> None:
        self.ended, self.trouble = True, self.trouble or error
        self._wake()

    def _wake(self) -> None:
        if self._reader is not None and not self._reader.done():
            self._reader.set_result(None)

    async def read(self, most: int) -> bytes:
        """Up to `most` bytes, none at the end. Raises `httpcore.ReadError`."""
        while not self.held and not self.ended:
            self._reader = asyncio.get_running_loop().create_future()
            await self._reader
        if not self.held and self.trouble is not None:
            raise httpcore.ReadError(str(self.trouble)) from self.trouble
        data = bytes(self.held[:most])
        del self.held[:most]
        if self._paused and len(self.held) <= HIGH_WATER and self.transport is not None:
            self._paused = False
            self.transport.resume_reading()
        return data


class Stream(httpcore.AsyncNetworkStream):
    """One connection as httpcore wants it."""

    def __init__(self, wire: _Wire, transport: asyncio.Transport) -> None:
        self._wire = wire
        self._transport = transport

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        try:
            async with asyncio.timeout(timeout):
                return await self._wire.read(max_bytes)
        except TimeoutError as error:
            raise httpcore.ReadTimeout from error

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """A request is small: it is handed to the transport whole."""
        if self._wire.ended and self._transport.is_closing():
            raise httpcore.WriteError("the connection is closed") from self._wire.trouble
        self._transport.write(buffer)

    async def aclose(self) -> None:
        """At once: a peer that never says goodbye must not hold up the end."""
        self._transport.abort()
        await asyncio.sleep(0)

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.AsyncNetworkStream:
        """Raises `TooSlow`, `ssl.SSLError`, `OSError`."""
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(timeout):
                secure = await loop.start_tls(
                    self._transport, self._wire, ssl_context, server_hostname=server_hostname
                )
        except TimeoutError as error:
            await self.aclose()
            raise TooSlow from error
        except BaseException:
            await self.aclose()
            raise
        if secure is None:
            raise ConnectionAbortedError("closed during the handshake")
        self._wire.transport = secure
        return Stream(self._wire, secure)

    def get_extra_info(self, info: str) -> Any:
        if info == "is_readable":  # asked of an idle connection: whatever has come, it is of no more use
            return bool(self._wire.ended or self._wire.held)
        names = {"client_addr": "sockname", "server_addr": "peername"}
        return self._transport.get_extra_info(names.get(info, info))


class Backend(httpcore.AsyncNetworkBackend):
    """Connects to addresses, never to names."""

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Raises `OSError`."""
        transport, wire = await asyncio.get_running_loop().create_connection(_Wire, host, port)
        return Stream(wire, transport)
