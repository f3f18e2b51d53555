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
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType

from citecheck.model import Exchange

MARGIN = 0.01
"""Share added to an interval: what a network delays the first of two requests, the server sees missing
between them (capped at `MARGIN_CAP` seconds)."""
MARGIN_CAP = 0.01
SERVICE = 0.2
"""Seconds that a request takes as a rule; weighs queues whose interval is nothing."""
GROWN = 2.0
"""A queue in line that has grown so many times gets a new place in the line."""
SOON = 1e-6


@dataclass(frozen=True, slots=True)
class Denied:
    """A request that will not be made: the answer it shares, or the reason why nobody asks."""

    reason: str = ""
    shared: Exchange | None = None


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a waiting request is told apart by when its queue is answered as a whole."""

    port: int
    second_look: bool = False


@dataclass(slots=True)
class Lane:
    """Part of a queue with an interval of its own."""

    interval: float
    places: int
    next_start: float = 0.0
    flying: int = 0
    waiting: deque[tuple[Ticket, asyncio.Future[Place | Denied]]] = field(default_factory=deque)

    def opens(self) -> float | None:
        """When its first request may start as far as the lane goes; `None` without request or place."""
        while self.waiting and self.waiting[0][1].done():
            self.waiting.popleft()
        return self.next_start if self.waiting and self.flying < self.places else None


@dataclass(slots=True)
class Queue:
    """Requests to one host name."""

    host: str
    interval: float
    places: int
    own_places: bool
    """Not under the cap of all hosts."""
    lanes: tuple[Lane, ...]
    """In order of preference."""
    next_start: float = 0.0
    floor: float = 0.0
    """Not before this, whatever else happens: the host asked for it."""
    flying: int = 0
    starting: bool = False
    """A request has its place and is not on the wire yet: the next interval counts from there."""
    listed: float | None = None
    """The load with which it stands in line for a shared place, `None` while it does not."""
    closed: str | None = None
    """Why nothing of it is asked any more."""
    timer: asyncio.TimerHandle | None = None

    @property
    def waiting(self) -> int:
        return sum(len(lane.waiting) for lane in self.lanes)

    @property
    def load(self) -> float:
        """Seconds of work that wait, at least."""
        return sum(
            len(lane.waiting) * max(self.interval, lane.interval, SERVICE / lane.places)
            for lane in self.lanes
        )

    def next_lane(self) -> tuple[float, Lane] | None:
        """The lane whose request may start first, and when."""
        if self.starting or self.flying >= self.places:
            return None
        best: tuple[float, Lane] | None = None
        for lane in self.lanes:
            opens = lane.opens()
            if opens is not None:
                opens = max(opens, self.next_start, self.floor)
                if best is None or opens < best[0]:
                    best = opens, lane
        return best


@dataclass(slots=True)
class Place:
    """The right to make one request. Used as a context manager; `sent` is called when it is on the wire."""

    _schedule: Schedule
    _queue: Queue
    _lane: Lane
    was_sent: bool = False

    def sent(self) -> None:
        """The request is on the wire: the host's interval counts from now."""
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
        self.flying = 0

    @property
    def queues(self) -> dict[str, Queue]:
        return self._queues

    def queue(self, host: str, make: Callable[[], Queue]) -> Queue:
        found = self._queues.get(host)
        if found is None:
            found = self._queues[host] = make()
        return found

    async def enter(self, queue: Queue, lane: int, ticket: Ticket, *, first: bool = False) -> Place | Denied:
        """Wait for a turn. `first`: before those that wait already (a look that is under way goes on)."""
        closed = self._stopped or queue.closed
        if closed is not None:
            return Denied(closed)
        turn: asyncio.Future[Place | Denied] = asyncio.get_running_loop().create_future()
        waiting = queue.lanes[lane].waiting
        if first:
            waiting.appendleft((ticket, turn))
        else:
            waiting.append((ticket, turn))
        self._advance(queue)
        try:
            return await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                granted = turn.result()
                if isinstance(granted, Place):
                    granted.__exit__(None, None, None)
            raise

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
            for ticket, turn in lane.waiting:
                if matches(ticket) and not turn.done():
                    turn.set_result(Denied(shared=shared))
            lane.waiting = deque(entry for entry in lane.waiting if not entry[1].done())

    def deny(self, queue: Queue, reason: str) -> None:
        """Tell every waiting request of a host that it will not be made."""
        for lane in queue.lanes:
            while lane.waiting:
                _, turn = lane.waiting.popleft()
                if not turn.done():
                    turn.set_result(Denied(reason))

    def close(self, queue: Queue, reason: str) -> None:
        """Nothing of this host is asked any more."""
        queue.closed = reason
        self.deny(queue, reason)

    def stop(self, reason: str) -> None:
        """No request starts any more."""
        if self._stopped is None:
            self._stopped = reason
            for queue in self._queues.values():
                self.deny(queue, reason)
                if queue.timer is not None:
                    queue.timer.cancel()

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
            if queue.load >= queue.listed * GROWN:
                self._list(queue)
            return
        found = queue.next_lane()
        if found is None:
            return
        opens, lane = found
        now = _now()
        if self.too_long(queue.floor - now):
            self.deny(queue, wait_words(queue.floor - now))
        elif opens > now + SOON:
            queue.timer = asyncio.get_running_loop().call_at(opens, self._advance, queue)
        elif queue.own_places:
            self._grant(queue, lane)
        else:
            self._list(queue)
            self._drain()

    def _list(self, queue: Queue) -> None:
        """Put a host in line; where it stands there already, this entry takes the place of the older one."""
        self._order += 1
        queue.listed = queue.load
        heapq.heappush(self._ready, (-queue.load, self._order, queue))

    def _drain(self) -> None:
        """Give free shared places to the most loaded of the hosts that are ready."""
        while self._free > 0 and self._ready:
            load, _, queue = heapq.heappop(self._ready)
            if queue.listed is None or queue.listed != -load:
                continue  # an older entry
            queue.listed = None
            found = queue.next_lane()
            if found is not None and found[0] <= _now() + SOON:
                self._free -= 1
                self._grant(queue, found[1])
            else:
                self._advance(queue)

    def _grant(self, queue: Queue, lane: Lane) -> None:
        _, turn = lane.waiting.popleft()
        queue.flying += 1
        lane.flying += 1
        self.flying += 1
        queue.starting = True
        turn.set_result(Place(self, queue, lane))


def _now() -> float:
    return asyncio.get_running_loop().time()


def wait_words(seconds: float) -> str:
    return f"the host asks to wait {round(seconds)} seconds"


def _with_margin(interval: float) -> float:
    return interval + min(interval * MARGIN, MARGIN_CAP)
