"""Names to addresses to connections, with the guard between the second and the third.

A name is resolved once and the connection goes to an address that was judged: a name server that answers
differently the second time gains nothing.
"""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Awaitable, Callable

from citecheck.web.failures import Forbidden, TooSlow
from citecheck.web.guard import refusal
from citecheck.web.settings import Destination, WebSettings, destination
from citecheck.web.streams import Stream, open_stream

Resolve = Callable[[str, int], Awaitable[list[str]]]
"""Addresses of a host name, in the order to try them; raises `socket.gaierror`."""
Connect = Callable[[str, int], Awaitable[Stream]]
"""A connection to an address and a port; raises `OSError`."""

RESOLVER_THREADS = 64
"""With the event loop's own six threads, six names whose server is silent hold up two hundred others for
10 s; with 64 those are done in 0.2 s."""
NEXT_ADDRESS = 0.25
"""Seconds before the next address is tried beside the first (RFC 8305, connection attempt delay)."""


class Resolver:
    """`getaddrinfo` in threads that die with the process: one that hangs must not hold up its end."""

    def __init__(self) -> None:
        self._places = asyncio.Semaphore(RESOLVER_THREADS)

    async def __call__(self, host: str, port: int) -> list[str]:
        async with self._places:
            loop = asyncio.get_running_loop()
            answer: asyncio.Future[list[str]] = loop.create_future()
            threading.Thread(target=_look_up, args=(loop, answer, host, port), daemon=True).start()
            return await answer


def _look_up(
    loop: asyncio.AbstractEventLoop, answer: asyncio.Future[list[str]], host: str, port: int
) -> None:
    result: list[str] | BaseException
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        result = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    except (OSError, UnicodeError) as error:
        result = error

    def give() -> None:
        if answer.done():
            return
        if isinstance(result, BaseException):
            answer.set_exception(result)
        else:
            answer.set_result(result)

    try:
        loop.call_soon_threadsafe(give)
    except RuntimeError:
        return  # the loop has ended; nobody waits any more


class Network:
    """Connects only where the guard allows it. One name is looked up once, until `forget`."""

    def __init__(
        self,
        settings: WebSettings,
        resolve: Resolve | None = None,
        connect: Connect | None = None,
        proxy: tuple[str, int] | None = None,
    ) -> None:
        self._settings = settings
        self._resolve = resolve or Resolver()
        self._connect = connect or open_stream
        self._proxy = proxy
        self._names: dict[str, asyncio.Task[list[str]]] = {}

    def forget(self, host: str) -> None:
        """Look `host` up anew next time."""
        self._names.pop(host, None)

    async def connect(self, host: str, port: int, seconds: float) -> Stream:
        """A connection within `seconds`, the name looked up. Raises `Forbidden`, `TooSlow`,
        `socket.gaierror`, `OSError`."""
        there = destination(self._settings, host, port)
        if (host, port) == self._proxy:
            there = Destination(host, port, trusted=True)
        try:
            async with asyncio.timeout(seconds):
                addresses = await self._addresses(there.host, there.port)
                reason = None if there.trusted else refusal(addresses)
                if reason:
                    raise Forbidden(reason)
                return await self._first(addresses, there.port)
        except TimeoutError as error:
            raise TooSlow from error

    async def _addresses(self, host: str, port: int) -> list[str]:
        known = self._names.get(host)
        if known is None:
            known = self._names[host] = asyncio.create_task(self._look_up(host, port))
        return await asyncio.shield(known)

    async def _look_up(self, host: str, port: int) -> list[str]:
        addresses = await self._resolve(host, port)
        if not addresses:
            raise socket.gaierror(socket.EAI_NONAME, "no address")
        return addresses

    async def _first(self, addresses: list[str], port: int) -> Stream:
        """A connection to the first address that takes one; each next address is tried a little later."""
        if len(addresses) == 1:
            return await self._connect(addresses[0], port)
        tries = [
            asyncio.create_task(self._later(NEXT_ADDRESS * index, address, port))
            for index, address in enumerate(addresses)
        ]
        won: Stream | None = None
        trouble: BaseException | None = None
        try:
            for attempt in asyncio.as_completed(tries):
                try:
                    won = await attempt
                    return won
                except OSError as error:
                    trouble = trouble or error
            raise trouble or OSError("no address")
        finally:
            await self._drop(tries, won)

    async def _later(self, delay: float, address: str, port: int) -> Stream:
        await asyncio.sleep(delay)
        return await self._connect(address, port)

    @staticmethod
    async def _drop(tries: list[asyncio.Task[Stream]], won: Stream | None) -> None:
        """Cancel what is still trying and close what came in second."""
        for attempt in tries:
            attempt.cancel()
        for result in await asyncio.gather(*tries, return_exceptions=True):
            if isinstance(result, Stream) and result is not won:
                result.close()
