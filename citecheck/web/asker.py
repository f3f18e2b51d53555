"""Makes one request in its turn and draws the consequences: for its host, for the archive, for the run."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime

from citecheck.hosts import host_of
from citecheck.model import Exchange, FailureKind, Purpose
from citecheck.web.answers import asked_to_wait, is_memento, whole_seconds
from citecheck.web.canary import Canary
from citecheck.web.client import Client, Terms
from citecheck.web.queues import Denied, Lane, Queue, Ticket
from citecheck.web.schedule import Place, Schedule, wait_words
from citecheck.web.settings import WebSettings

ARCHIVE_PLACES = 4
"""Replays in flight. Eight and ten at once went well, thirty-two did not (eta-publish, measured)."""
INDEX_SHARE = 3
"""An archive's index is asked this many times less often than its pages: 30 a minute against 600 are
allowed, and the keepers ask for four fifths of it (edgi-govdata-archiving/wayback)."""
SILENT = 3
"""A host that took this many looks and never said a word is dark as well."""
ANY_PORT = 0


@dataclass(frozen=True, slots=True)
class Request:
    """One request to be made."""

    url: str
    purpose: Purpose
    port: int
    cookies: str = ""
    verify: bool = True
    last: bool = True
    under_way: bool = False
    """Part of a look that has begun: its turn comes before that of new ones."""
    seconds: float = 45.0

    @property
    def urgent(self) -> bool:
        return self.under_way or self.purpose is not Purpose.LIVE

    @property
    def second_look(self) -> bool:
        return self.purpose is Purpose.SECOND_LOOK


@dataclass(frozen=True, slots=True)
class Asked:
    """An exchange and what it cost."""

    exchange: Exchange
    seconds: float = 0.0
    """On the wire, waiting for a turn not."""
    requests: int = 0
    bytes: int = 0


class Asker:
    """Owns the schedule, the client and what is known of hosts. Belongs to one running event loop."""

    def __init__(
        self,
        settings: WebSettings,
        client: Client,
        clock: Callable[[], datetime],
        deadline: float | None,
        room: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        self.settings = settings
        self.schedule = Schedule(settings.concurrency, settings.patience, deadline)
        self.requests = 0
        self.trouble: str | None = None
        self.archive_trouble: str | None = None
        self.budget_spent = False
        self._client = client
        self._clock = clock
        self._deadline = deadline
        self._room = room
        self._canary = Canary()
        self._dark: dict[tuple[str, int, bool], Exchange] = {}
        self._silent: dict[str, set[tuple[str, bool]]] = {}
        self._spoke: set[str] = set()
        self._rest: dict[str, float] = {}

    async def ask(self, request: Request) -> Asked:
        """The answer to a request: made, shared or refused."""
        host = host_of(request.url)
        spent = self._spent() or self._known_dark(host, request)
        if isinstance(spent, Exchange):
            return Asked(replace(spent, url=request.url))
        if spent:
            return Asked(self.refused(request.url, FailureKind.BUDGET, spent))
        queue = self.queue_of(host, request.purpose)
        lane = 1 if queue.own_places and request.purpose is not Purpose.INDEX else 0
        ticket = Ticket(request.port, request.second_look, urgent=request.urgent)
        granted = await self.schedule.enter(queue, lane, ticket)
        if isinstance(granted, Denied):
            if granted.shared is not None:
                return Asked(replace(granted.shared, url=request.url))
            return Asked(self.refused(request.url, FailureKind.BUDGET, granted.reason))
        with granted as place:
            return await self._request(request, queue, place)

    async def _request(self, request: Request, queue: Queue, place: Place) -> Asked:
        if self._room is not None and request.purpose is not Purpose.INDEX:
            # Whoever waited here for its turn had room when it began; pages may have piled up meanwhile.
            await self.schedule.within_run(self._room())
        spent = self._spent()
        if spent:
            return Asked(self.refused(request.url, FailureKind.BUDGET, spent))
        now = asyncio.get_running_loop().time()
        left = request.seconds if self._deadline is None else min(request.seconds, self._deadline - now)
        terms = Terms(left, request.cookies, request.verify, request.second_look, request.last)
        self.requests += 1
        if not queue.own_places:
            self._canary.asked(queue.host)
        exchange, received = await self._client.ask(request.url, terms, place)
        if exchange.failure is FailureKind.TIMEOUT and left < request.seconds:
            reason = self._spent() or "the time budget is spent"
            return Asked(self.refused(request.url, FailureKind.BUDGET, reason))
        self._learn(request, queue, exchange, sent=place.was_sent, began=now)
        seconds = asyncio.get_running_loop().time() - now
        return Asked(exchange, seconds, requests=1, bytes=received)

    def _learn(self, request: Request, queue: Queue, exchange: Exchange, *, sent: bool, began: float) -> None:
        """Draw the consequences before the place is given on."""
        failed = exchange.failure in (FailureKind.DNS, FailureKind.REFUSED)
        dark = failed or (exchange.failure is FailureKind.TIMEOUT and not sent)
        if queue.own_places:
            self._mind_archive(queue, exchange, began, dark=dark)
        elif exchange.failure is not FailureKind.FORBIDDEN:
            dark = dark or self._is_silent(request, queue.host, exchange)
            self._canary.answered(queue.host, dark=dark)
            if dark:
                self._darken(request, queue, exchange)
            if self._canary.trouble and self.trouble is None:
                self.trouble = self._canary.trouble
                self.schedule.stop(self.trouble)
        wait = asked_to_wait(exchange)
        if wait:
            self.schedule.hold(queue, wait)

    def _is_silent(self, request: Request, host: str, exchange: Exchange) -> bool:
        """Whether a host takes every request and answers none, or cuts every connection. A slow page is not
        a silent host; a cut counts where no try is left, for the next one often goes through."""
        cut = exchange.failure is FailureKind.RESET
        if cut and not request.last:
            return False
        if not cut and exchange.failure is not FailureKind.TIMEOUT:
            self._spoke.add(host)
        if host in self._spoke:
            return False
        looks = self._silent.setdefault(host, set())
        looks.add((request.url, request.second_look))
        return len(looks) >= SILENT

    def _darken(self, request: Request, queue: Queue, exchange: Exchange) -> None:
        """All links of a host that cannot be connected to share the answer, each look its own."""
        port = ANY_PORT if exchange.failure is FailureKind.DNS else request.port
        self._dark[(queue.host, port, request.second_look)] = exchange
        self.schedule.answer(
            queue,
            exchange,
            lambda ticket: ticket.second_look == request.second_look and port in (ANY_PORT, ticket.port),
        )

    def _known_dark(self, host: str, request: Request) -> Exchange | None:
        ports = (ANY_PORT, request.port)
        return next(
            (self._dark[key] for port in ports if (key := (host, port, request.second_look)) in self._dark),
            None,
        )

    def _mind_archive(self, queue: Queue, exchange: Exchange, began: float, *, dark: bool) -> None:
        """After a refusal or a 429 an archive is left alone for a minute; after the next one, for good."""
        refused = dark or (exchange.status == 429 and not is_memento(exchange))
        if not refused:
            return
        rest = self._rest.get(queue.host)
        if rest is None:
            self._rest[queue.host] = asyncio.get_running_loop().time()
            self.schedule.hold(queue, self.settings.archive_pause)
        elif began > rest:  # not one that was under way when the first refusal came
            self.archive_trouble = "the archive refuses to answer and is no longer asked"
            self.schedule.close(queue, self.archive_trouble)

    def _spent(self) -> str | None:
        """Why nothing more is asked, in words: a budget, or trouble of the network."""
        words = self._budget()
        self.budget_spent = self.budget_spent or words is not None
        return words or self.trouble

    def out_of_time(self) -> None:
        """The time budget ends now, whatever still waits."""
        self.budget_spent = True
        self.schedule.stop(f"the budget of {self.settings.max_time:g} seconds is spent")

    def _budget(self) -> str | None:
        settings = self.settings
        if settings.max_requests is not None and self.requests >= settings.max_requests:
            plural = "" if settings.max_requests == 1 else "s"
            return f"the budget of {settings.max_requests} request{plural} is spent"
        if settings.max_bytes is not None and self._client.bytes >= settings.max_bytes:
            return f"the budget of {settings.max_bytes} bytes is spent"
        if self._deadline is not None and asyncio.get_running_loop().time() >= self._deadline:
            return f"the budget of {settings.max_time:g} seconds is spent"
        return None

    def refused(self, url: str, kind: FailureKind, detail: str) -> Exchange:
        """A decision of ours in the shape of an exchange; never kept."""
        return Exchange(url, whole_seconds(self._clock()), failure=kind, detail=detail)

    def wait_too_long(self, exchange: Exchange) -> str | None:
        """Why nobody waits as long as this answer asks for, or `None`."""
        wait = asked_to_wait(exchange)
        return wait_words(wait) if wait and self.schedule.too_long(wait) else None

    def queue_of(self, host: str, purpose: Purpose) -> Queue:
        """The queue in which requests to `host` wait."""
        archive = purpose.archive or host in self.settings.archive_hosts
        return self.schedule.queue(host, lambda: self._queue(host, archive=archive))

    def _queue(self, host: str, *, archive: bool) -> Queue:
        settings = self.settings
        if not archive:
            lane = Lane(settings.host_interval, settings.host_concurrency)
            return Queue(host, settings.host_interval, settings.host_concurrency, False, (lane,))
        interval = settings.archive_interval
        lanes = (Lane(interval * INDEX_SHARE, 1), Lane(interval, ARCHIVE_PLACES))
        return Queue(host, interval, ARCHIVE_PLACES, True, lanes)
