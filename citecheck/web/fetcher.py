"""`Web`: the one thing of this package that others use. Takes a `Fetch`, gives an `Outcome`, never raises
for trouble of the world."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from math import inf
from types import TracebackType

from citecheck.hosts import host_of
from citecheck.model import Exchange, FailureKind, Fetch, Outcome, Purpose
from citecheck.web.admission import Door
from citecheck.web.answers import trouble_of
from citecheck.web.asker import Asked, Asker
from citecheck.web.client import Client
from citecheck.web.exchanges import KEPT, Exchanges, Memory, Recorder
from citecheck.web.looks import Looks
from citecheck.web.network import Connect, Network, Resolve
from citecheck.web.pools import proxy_of
from citecheck.web.settings import WebSettings
from citecheck.web.walk import Walk

OTHER_RUN = 0.2
"""Seconds between two looks at whether another run has its answer."""

HANDED_OVER = 5
"""Rounds of the event loop in which a kept page gets from its look to whoever reads it."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the asking stands."""

    waiting: int
    in_flight: int
    requests: int
    bytes: int
    longest: str
    """Host whose queue has the most work left; empty where none waits."""
    seconds: float
    """Work left on that host, at least."""
    left: int = 0
    """Requests that wait for that host."""
    apart: float = 0.0
    """Seconds between two of them."""


class Web:
    """Asks the web politely; an async context manager, bound to one running event loop.

    `exchanges` answers before the web does and keeps what the web answers; `recorder` writes down every
    exchange used. `resolve` and `connect` exchange the name service and the sockets. `on_event` hears
    `asked`, `kept` or `answered` with the URL. `room` is waited for before a page is asked for or taken
    from what is kept, so that pages do not pile up unread.
    """

    def __init__(
        self,
        settings: WebSettings,
        exchanges: Exchanges | None = None,
        *,
        recorder: Recorder | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        on_event: Callable[[str, str], None] | None = None,
        resolve: Resolve | None = None,
        connect: Connect | None = None,
        room: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        self.settings = settings
        self._exchanges: Exchanges = Memory() if exchanges is None else exchanges
        self._recorder = recorder
        self._recorded: set[tuple[str, Purpose, int, str]] = set()
        self._clock = clock
        self._on_event = on_event or (lambda kind, url: None)
        self._resolve, self._connect = resolve, connect
        self._room = room
        self._looks = Looks(self._look)
        self._gate = asyncio.Lock()
        self._locks: dict[tuple[Purpose, str, str], asyncio.Lock] = {}
        self._doors: dict[str, Door] = {}
        self._looked: dict[str, float] = {}
        self._trouble: dict[str, int | FailureKind] = {}
        self._used: dict[tuple[str, str], int] = {}

    async def __aenter__(self) -> Web:
        settings = self.settings
        proxy = proxy_of(settings.proxy)
        there = (proxy.host, proxy.port) if proxy else None
        network = Network(settings, self._resolve, self._connect, there)
        self._client = Client(settings, network, self._clock, proxy)
        deadline = None if settings.max_time is None else self.now() + settings.max_time
        self.asker = Asker(settings, self._client, self._clock, deadline, self._room)
        self._end: asyncio.TimerHandle | None = None
        if deadline is not None:
            self._end = asyncio.get_running_loop().call_at(deadline, self.asker.out_of_time)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._end is not None:
            self._end.cancel()
        await self._looks.aclose()
        await self._client.pools.aclose()

    def fetch(self, fetch: Fetch) -> asyncio.Future[Outcome]:
        """The answer to a question, some time. Equal questions (URL and purpose) under way at one time are
        asked once; later ones are answered from `exchanges`."""
        door = self._door(host_of(fetch.url)) if fetch.purpose is Purpose.LIVE else None
        return self._looks.take(fetch, door)

    async def _look(self, fetch: Fetch, door: Door | None) -> Outcome:
        walk = Walk(self, fetch, door)
        try:
            outcome = await walk.outcome()
        finally:
            walk.leave_door()
        if fetch.purpose is not Purpose.SECOND_LOOK:
            age = (self._clock() - outcome.when).total_seconds()
            self._looked[fetch.url] = self.now() - max(0.0, age - 1)  # times are kept in whole seconds
            trouble = trouble_of(outcome)
            if trouble is not None:
                self._trouble[fetch.url] = trouble
            if self.closed:
                self._used |= {(fetch.url, url): count for (url, _), count in walk.positions.items()}
        self._on_event("answered", fetch.url)
        return outcome

    def _door(self, host: str) -> Door:
        door = self._doors.get(host)
        if door is None:
            queue = self.asker.queue_of(host, Purpose.LIVE)
            door = self._doors[host] = Door(self.asker.schedule, queue)
        return door

    @property
    def closed(self) -> bool:
        """Nothing but kept exchanges may answer: a replay."""
        return self._exchanges.closed

    @property
    def requests(self) -> int:
        """Requests made, with those of the run that this one goes on with."""
        return self._exchanges.spent[0] + self.asker.requests

    @property
    def bytes(self) -> int:
        """Bytes of bodies received, as sent; with those of the run that this one goes on with."""
        return self._exchanges.spent[1] + self._client.bytes

    @property
    def trouble(self) -> str | None:
        """Why the run should stop: the network is down. `None` while all is well."""
        return self.asker.trouble

    @property
    def archive_trouble(self) -> str | None:
        """Why an archive is no longer asked. `None` while all is well."""
        return self.asker.archive_trouble

    @property
    def complete(self) -> bool:
        """False once a budget was spent."""
        return not self.asker.budget_spent

    @property
    def seconds_left(self) -> float:
        """What the budget of time leaves, infinite without one."""
        return inf if self._end is None else max(0.0, self._end.when() - self.now())

    def progress(self) -> Progress:
        """How much is waiting, and for whom."""
        queues = self.asker.schedule.queues.values()
        most = max(queues, key=lambda queue: queue.load, default=None)
        return Progress(
            waiting=sum(queue.waiting for queue in queues),
            in_flight=self.asker.schedule.flying,
            requests=self.requests,
            bytes=self.bytes,
            longest=most.host if most and most.load else "",
            seconds=most.load if most else 0.0,
            left=most.waiting if most else 0,
            apart=most.interval if most else 0.0,
        )

    # What a look needs of the run it is part of.

    def now(self) -> float:
        return asyncio.get_running_loop().time()

    def place(self, url: str, cookies: str) -> tuple[str, str]:
        """Where exchanges stand in a row: a replay file does not tell cookies apart."""
        return url, "" if self.closed else cookies

    def used_before(self, fetch: Fetch, url: str) -> int:
        """How many exchanges of `url` the first look used up: a replay file has both looks in one row."""
        second = self.closed and fetch.purpose is Purpose.SECOND_LOOK
        return self._used.get((fetch.url, url), 0) if second else 0

    async def known(self, fetch: Fetch, url: str, nth: int, cookies: str) -> Exchange | None:
        """The kept exchange as soon as there is room for it. One at a time: the page of one look is among
        the unread ones before there is room for that of the next."""
        if self._room is None:
            return self.kept(fetch, url, nth, cookies)
        await self._gate.acquire()
        rounds = 0
        try:
            await self._room()
            found = self.kept(fetch, url, nth, cookies)
            rounds = HANDED_OVER if found is not None and found.body else 0
            return found
        finally:
            _after(rounds, self._gate.release)

    def kept(self, fetch: Fetch, url: str, nth: int, cookies: str) -> Exchange | None:
        """The kept exchange, recorded as used."""
        found = self._exchanges.find(url, fetch.purpose, nth, cookies)
        if found is not None:
            self._on_event("kept", url)
            self._record(found, fetch.purpose, nth, cookies)
        return found

    async def claimed(self, fetch: Fetch, url: str, nth: int, cookies: str) -> Exchange | None:
        """Take the right to ask, unless the answer is kept by now: by a look of this run, or by another run
        over the same store, which is waited for while it asks."""
        while not self._exchanges.claim(url, fetch.purpose, cookies) and not self.asker.schedule.stopped:
            found = self.kept(fetch, url, nth, cookies)
            if found is not None:
                return found
            await asyncio.sleep(OTHER_RUN)
        found = self.kept(fetch, url, nth, cookies)
        if found is not None:
            self._exchanges.release(url, fetch.purpose, cookies)
        return found

    def keep(self, asked: Asked | None, url: str, purpose: Purpose, nth: int, cookies: str) -> None:
        """Keep an exchange with the world. Decisions of our own are none; `None` is one cut off."""
        if asked is not None and asked.exchange.failure in KEPT:
            cost = asked.requests, asked.bytes
            self._exchanges.save(asked.exchange, purpose, cookies, cost=cost)
            self._record(asked.exchange, purpose, nth, cookies)
        else:
            self._exchanges.release(url, purpose, cookies)

    def _record(self, exchange: Exchange, purpose: Purpose, nth: int, cookies: str) -> None:
        key = (exchange.url, purpose, nth, cookies)
        if self._recorder is not None and key not in self._recorded:
            self._recorded.add(key)
            self._recorder.write(exchange)

    @asynccontextmanager
    async def alone(self, purpose: Purpose, url: str, cookies: str) -> AsyncIterator[None]:
        """One request for the same thing at a time: who comes second finds the answer kept."""
        key = (purpose, url, cookies)
        lock = self._locks.setdefault(key, asyncio.Lock())
        try:
            async with lock:
                yield
        finally:
            if not lock.locked() and self._locks.get(key) is lock:
                del self._locks[key]

    async def due(self, fetch: Fetch) -> None:
        """Wait until a second look may be taken."""
        first = self._looked.get(fetch.url)
        if fetch.purpose is Purpose.SECOND_LOOK and first is not None:
            await self.asker.schedule.rest(first + self.settings.second_look - self.now())

    def trouble_before(self, fetch: Fetch) -> int | FailureKind | None:
        """What was left of the first look after all its tries, where a second look is to confirm it."""
        return self._trouble.get(fetch.url) if fetch.purpose is Purpose.SECOND_LOOK else None

    async def pause(self, exchange: Exchange, seconds: float) -> None:
        """Wait before a further try, counted from the answer; a replay never waits."""
        if not self.closed:
            passed = (self._clock() - exchange.when).total_seconds()
            await self.asker.schedule.rest(min(seconds, seconds + 1 - passed))


def _after(rounds: int, call: Callable[[], None]) -> None:
    """Call after so many rounds of the event loop."""
    if rounds:
        asyncio.get_running_loop().call_soon(_after, rounds - 1, call)
    else:
        call()
