"""What a server may do with a request, from a plain page to a torn connection."""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from itertools import chain, repeat


@dataclass(slots=True)
class Conversation:
    """One request being answered."""

    host: str
    path: str
    headers: Mapping[str, str]
    """Names in lower case."""
    writer: asyncio.StreamWriter

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    def tear(self) -> None:
        """End the connection with RST instead of FIN."""
        sock = self.writer.get_extra_info("socket")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.writer.transport.abort()


Answer = Callable[[Conversation], Awaitable[bool]]
"""Answers a request; gives whether the connection may be used again."""


def message(status: int, body: bytes, headers: Mapping[str, str], *, length: int | None = None) -> bytes:
    """Bytes of a response. `length`: the `Content-Length` to claim, `-1` for none."""
    lines = [f"HTTP/1.1 {status} Status", *(f"{name}: {value}" for name, value in headers.items())]
    if length != -1:
        lines.append(f"Content-Length: {len(body) if length is None else length}")
    return "\r\n".join([*lines, "", ""]).encode("utf-8") + body


def page(
    body: str | bytes = "<p>Hello</p>",
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    *,
    kind: str = "text/html; charset=utf-8",
) -> Answer:
    """An ordinary answer."""
    content = body.encode() if isinstance(body, str) else body
    return raw(message(status, content, {"Content-Type": kind, **(headers or {})}))


def redirect(location: str, status: int = 302, headers: Mapping[str, str] | None = None) -> Answer:
    return raw(message(status, b"", {"Location": location, **(headers or {})}))


def raw(data: bytes, *, keep: bool = True) -> Answer:
    """These bytes and nothing else."""

    async def answer(talk: Conversation) -> bool:
        await talk.send(data)
        return keep

    return answer


def delayed(seconds: float, then: Answer) -> Answer:
    async def answer(talk: Conversation) -> bool:
        await asyncio.sleep(seconds)
        return await then(talk)

    return answer


def sequence(*answers: Answer) -> Answer:
    """One answer after the other; the last one again and again."""
    following = chain(answers, repeat(answers[-1]))

    async def answer(talk: Conversation) -> bool:
        return await next(following)(talk)

    return answer


def drip(data: bytes, seconds: float = 0.05, *, head: bytes = b"") -> Answer:
    """One byte at a time, after a head that comes at once."""

    async def answer(talk: Conversation) -> bool:
        await talk.send(head)
        for index in range(len(data)):
            await talk.send(data[index : index + 1])
            await asyncio.sleep(seconds)
        return True

    return answer


def endless(head: bytes, piece: bytes, *, tail: float = 0.0) -> Answer:
    """A body that never ends, as fast as it is taken; `tail`: seconds between two pieces."""

    async def answer(talk: Conversation) -> bool:
        await talk.send(head)
        while True:
            await talk.send(piece)
            await asyncio.sleep(tail)

    return answer


def short(body: bytes = b"<p>Half", length: int = 1000) -> Answer:
    """Less than `Content-Length` promises."""
    return raw(message(200, body, {"Content-Type": "text/html"}, length=length), keep=False)


async def reset(talk: Conversation) -> bool:
    """The connection is torn before a word."""
    talk.tear()
    return False


async def closing(talk: Conversation) -> bool:
    """The connection is closed before a word."""
    return False


async def silent(talk: Conversation) -> bool:
    """Nothing, for ever."""
    await asyncio.sleep(3600)
    return False


async def garbage(talk: Conversation) -> bool:
    await talk.send(b"\x00\xff 220 not a web server\r\n\r\n")
    return False
