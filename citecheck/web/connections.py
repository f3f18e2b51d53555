"""One HTTP/1.1 connection: h11 knows the protocol, a stream carries its bytes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import h11

from citecheck.web.streams import Stream

HEAD = 100 * 1024
"""Bytes of a status line with its headers, at most. Browsers allow 256 KB, servers send 1."""

Headers = Sequence[tuple[str, str]]


class Turn(Protocol):
    """The moment of one request; a place of the schedule."""

    async def come(self) -> None:
        """Wait until the request may go out."""

    def sent(self) -> None:
        """It has gone out."""


class Connection:
    """Asks one question at a time. What its methods raise is trouble: `OSError`, `h11.ProtocolError`."""

    def __init__(self, stream: Stream, prefix: str = "", headers: Headers = ()) -> None:
        """`prefix` goes before each path, `headers` to each request: what a proxy wants."""
        self.stream = stream
        self._prefix = prefix
        self._headers = list(headers)
        self._protocol = h11.Connection(h11.CLIENT, max_incomplete_event_size=HEAD)

    async def ask(self, path: str, headers: Headers, turn: Turn, method: str = "GET") -> h11.Response:
        """Send a request when its turn has come, and wait for the head of its answer."""
        request = h11.Request(method=method, target=self._prefix + path, headers=[*headers, *self._headers])
        data = self._protocol.send(request)
        self._protocol.send(h11.EndOfMessage())
        await turn.come()
        self.stream.write(data or b"")
        turn.sent()
        while True:
            event = await self._next()
            if isinstance(event, h11.Response):
                return event
            if not isinstance(event, h11.InformationalResponse):
                raise h11.RemoteProtocolError("no answer to the request")

    async def piece(self) -> bytes | None:
        """The next bytes of the body as it is coded, `None` at its end."""
        event = await self._next()
        return bytes(event.data) if isinstance(event, h11.Data) else None

    async def _next(self) -> object:
        while (event := self._protocol.next_event()) is h11.NEED_DATA:
            data = await self.stream.read()
            if not data and self._protocol.their_state is h11.SEND_RESPONSE:
                raise ConnectionAbortedError("disconnected without an answer")
            self._protocol.receive_data(data)
        return event

    def renew(self) -> bool:
        """Make ready for another question; false where this connection is of no more use."""
        protocol = self._protocol
        if protocol.our_state is not h11.DONE or protocol.their_state is not h11.DONE:
            return False
        if protocol.trailing_data[0] or not self.stream.quiet:
            return False  # an answer that nobody asked for
        protocol.start_next_cycle()
        return True

    def close(self) -> None:
        self.stream.close()
