"""When a request may start.

Each host name has a queue. A waiting request first waits for its host (interval since the last real start,
a free place, what the host asked for), and only then for one of the places that all hosts share, so that no
waiting host holds one; the next shared place goes to the host with the most work left. An archive has places
of its own: under the common cap its queue made a run a fifth longer.

No task and no timer belongs to a waiting request; a queue has at most one timer.
"""

from __future__ import annotations

import asyncio
import heapq
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from types import TracebackType

from citecheck.model import Exchange
from citecheck.web.queues import Denied, Lane, Queue, Ticket, Waiter

MARGIN = 0.01
"""Share added to an interval: what a network delays the first of two requests, the server sees missing
between them (capped at `MARGIN_CAP` seconds)."""
MARGIN_CAP = 0.01
LEAD = 0.05
"""Share of an interval by which a turn is given before the request may go out, so that what lies between
(the way through the client, some milliseconds) is not lost at every start (capped at `LEAD_CAP` seconds)."""
LEAD_CAP = 0.02
GROWN = 2.0
"""A queue in line that has grown so many times gets a new place in the line."""
SOON = 1e-6


@dataclass(slots=True)
class Place:
    """The right to make one request, and its `connections.Turn`. A context manager."""

    _schedule: Schedule
    _queue: Queue
    _lane: Lane
    was_sent: bool = False

    async def come(self) -> None:
        """Wait for the exact moment; all is ready to be written by now."""
        while (wait := max(self._queue.earliest, self._lane.next_start) - _now()) > 0:
            await asyncio.sleep(wait)

    def sent(self) -> None:
        """The request has gone out. The next interval counts from here: what a busy machine puts between
        the moment and the writing would be missing between two requests as the server sees them."""
        if not self.was_sent:
            self.was_sent = True
            self._schedule.started(self._queue, self._lane)

    def __enter__(self) -> Place:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._schedule.ended(self._queue, self._lane, started=self.was_sent)


class Schedule:
    """Queues of all hosts. Belongs to one running event loop."""

    def __init__(self, places: int, patience: float, deadline: float | None = None) -> None:
        """`patience`: longest wait in seconds that a host may ask for; `deadline`: loop time of the end."""
        self._free = places
        self._patience = patience
        self._deadline = deadline
        self._queues: dict[str, Queue] = {}
        self._ready: list[tuple[float, int, Queue]] = []
        self._order = 0
        self._stopped: str | None = None
        self._stop = asyncio.Event()
        self.flying = 0

    @property
    def queues(self) -> dict[str, Queue]:
        return self._queues

    def queue(self, host: str, make: Callable[[], Queue]) -> Queue:
        found = self._queues.get(host)
        if found is None:
            found = self._queues[host] = make()
        return found

    async def enter(self, queue: Queue, lane: int, ticket: Ticket) -> Place | Denied:
        """Wait for a turn."""
        closed = self._stopped or queue.closed
        if closed is not None:
            return Denied(closed)
        turn: asyncio.Future[Place | Denied] = asyncio.get_running_loop().create_future()
        queue.lanes[lane].add(Waiter(ticket, turn))
        self._advance(queue)
        try:
            return await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                granted = turn.result()
                if isinstance(granted, Place):
                    granted.__exit__(None, None, None)
            raise

    def expect(self, queue: Queue, more: int) -> None:
        """So many more requests will come to a host; they count for its claim to a shared place."""
        queue.expected += more
        self._advance(queue)

    def too_long(self, seconds: float) -> bool:
        """Whether a wait from now on is longer than anybody waits, or than the run lasts."""
        past_end = self._deadline is not None and _now() + seconds > self._deadline
        return seconds > 0 and (seconds > self._patience or past_end)

    def hold(self, queue: Queue, seconds: float) -> None:
        """The host asked to be left alone; a later success does not shorten it."""
        queue.floor = max(queue.floor, _now() + seconds)
        self._advance(queue)

    def answer(self, queue: Queue, shared: Exchange, matches: Callable[[Ticket], bool]) -> None:
        """Give every waiting request that `matches` the same answer."""
        for lane in queue.lanes:
            lane.answer(Denied(shared=shared), matches)

    def deny(self, queue: Queue, reason: str) -> None:
        """Tell every waiting request of a host that it will not be made."""
        for lane in queue.lanes:
            lane.answer(Denied(reason))

    def close(self, queue: Queue, reason: str) -> None:
        """Nothing of this host is asked any more."""
        queue.closed = reason
        self.deny(queue, reason)

    def stop(self, reason: str) -> None:
        """No request starts any more."""
        if self._stopped is None:
            self._stopped = reason
            self._stop.set()
            for queue in self._queues.values():
                self.deny(queue, reason)
                if queue.timer is not None:
                    queue.timer.cancel()

    @property
    def stopped(self) -> bool:
        """Whether the run has come to its end, with or without an answer to everything."""
        return self._stopped is not None

    async def rest(self, seconds: float) -> None:
        """Sleep, but not past the end of the run."""
        try:
            async with asyncio.timeout(seconds):
                await self._stop.wait()
        except TimeoutError:
            pass

    async def within_run(self, waiting: Awaitable[None]) -> None:
        """Wait, but not past the end of the run's time."""
        if self._deadline is None:
            await waiting
            return
        try:
            async with asyncio.timeout_at(self._deadline):
                await waiting
        except TimeoutError:
            pass

    def started(self, queue: Queue, lane: Lane) -> None:
        now = _now()
        queue.starting = False
        queue.next_start = now + _with_margin(queue.interval)
        lane.next_start = now + _with_margin(lane.interval)
        self._advance(queue)

    def ended(self, queue: Queue, lane: Lane, *, started: bool) -> None:
        queue.flying -= 1
        lane.flying -= 1
        self.flying -= 1
        if not queue.own_places:
            self._free += 1
        if not started:
            self.started(queue, lane)
        else:
            self._advance(queue)
        self._drain()

    def _advance(self, queue: Queue) -> None:
        """Grant, list for a shared place, or set the queue's timer: whatever its state calls for."""
        if queue.timer is not None:
            queue.timer.cancel()
            queue.timer = None
        if queue.listed is not None:
            if queue.weight >= queue.listed * GROWN:
                self._list(queue)
            return
        found = queue.next_lane()
        if found is None:
            return
        opens, lane = found
        now = _now()
        if self.too_long(queue.floor - now):
            self.deny(queue, wait_words(queue.floor - now))
        elif opens - _lead(queue) > now + SOON:
            loop = asyncio.get_running_loop()
            queue.timer = loop.call_at(opens - _lead(queue), self._advance, queue)
        elif queue.own_places:
            self._grant(queue, lane)
        else:
            self._list(queue)
            self._drain()

    def _list(self, queue: Queue) -> None:
        """Put a host in line; where it stands there already, this entry takes the place of the older one."""
        self._order += 1
        queue.listed = queue.weight
        heapq.heappush(self._ready, (-queue.listed, self._order, queue))

    def _drain(self) -> None:
        """Give free shared places to the most loaded of the hosts that are ready."""
        while self._free > 0 and self._ready:
            weight, _, queue = heapq.heappop(self._ready)
            if queue.listed is None or queue.listed != -weight:
                continue  # an older entry
            queue.listed = None
            found = queue.next_lane()
            if found is not None and found[0] - _lead(queue) <= _now() + SOON:
                self._free -= 1
                self._grant(queue, found[1])
            else:
                self._advance(queue)

    def _grant(self, queue: Queue, lane: Lane) -> None:
        turn = lane.pop().turn
        queue.flying += 1
        lane.flying += 1
        self.flying += 1
        queue.starting = True
        turn.set_result(Place(self, queue, lane))


def _now() -> float:
    return asyncio.get_running_loop().time()


def _lead(queue: Queue) -> float:
    return min(queue.interval * LEAD, LEAD_CAP)


def wait_words(seconds: float) -> str:
    return f"the host asks to wait {round(seconds)} seconds"


def _with_margin(interval: float) -> float:
    return interval + min(interval * MARGIN, MARGIN_CAP)
