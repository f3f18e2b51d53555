"""Pages do not pile up unread: nobody fetches, or takes what is kept, while there is no room for them."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from citecheck.model import Capture, Exchange, Fetch, Purpose
from citecheck.web.exchanges import Memory
from citecheck.web.fetcher import Web
from tests.servers import Loopback, page
from tests.web.asking import quick

HOSTS = 30
AT_ONCE = 2


class Desk:
    """Room for a few pages; whoever reads them is slow."""

    def __init__(self, places: int) -> None:
        self.places = places
        self.unread = 0
        self.most = 0
        self.freed = asyncio.Event()

    async def room(self) -> None:
        while self.unread >= self.places:
            self.freed.clear()
            await self.freed.wait()

    async def read(self, web: Web, url: str) -> Capture:
        outcome = await web.fetch(Fetch(url))
        assert isinstance(outcome, Capture)
        self.unread += 1
        self.most = max(self.most, self.unread)
        await asyncio.sleep(0.01)
        self.unread -= 1
        self.freed.set()
        return outcome


URLS = [f"http://h{number}.example/" for number in range(HOSTS)]


def most_unread(web_of: type[Web], desk: Desk, *arguments: object) -> int:
    async def run() -> None:
        async with web_of(*arguments, room=desk.room) as web:  # type: ignore[arg-type]
            await asyncio.gather(*(desk.read(web, url) for url in URLS))

    asyncio.run(run())
    return desk.most


def test_nobody_fetches_while_pages_lie_unread(server: Loopback) -> None:
    server.put("", "", page())
    most = most_unread(Web, Desk(3), quick(server, concurrency=AT_ONCE))
    assert len(server.seen) == HOSTS
    assert most <= 3 + AT_ONCE + 1


def test_kept_pages_wait_until_there_is_room(server: Loopback) -> None:
    kept = Memory()
    for url in URLS:
        kept.save(Exchange(url, datetime.now(UTC), 200, body=b"<p>Kept"), Purpose.LIVE)
    most = most_unread(Web, Desk(3), quick(server), kept)
    assert server.seen == []
    assert most <= 3 + 3


def test_an_interrupted_run_leaves_nobody_waiting(server: Loopback) -> None:
    server.put("a.example", "", page())

    async def run() -> list[object]:
        async with Web(quick(server, host_interval=60)) as web:
            futures = [web.fetch(Fetch(f"http://a.example/{number}")) for number in range(9)]
            await futures[0]
        return await asyncio.gather(*futures, return_exceptions=True)

    first, *others = asyncio.run(run())
    assert isinstance(first, Capture)
    assert all(isinstance(one, asyncio.CancelledError) for one in others)
