"""Where requests to one host wait: its queue, in lanes that have intervals of their own."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from citecheck.model import Exchange

if TYPE_CHECKING:
    from citecheck.web.schedule import Place

SERVICE = 0.2
"""Seconds that a request takes as a rule; weighs queues whose interval is nothing."""
URGENT = 1e6
"""More than any load."""


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
    urgent: bool = False
    """Part of a look that has begun: it comes before new ones."""


@dataclass(frozen=True, slots=True)
class Waiter:
    """A request that waits for its turn."""

    ticket: Ticket
    turn: asyncio.Future[Place | Denied]


@dataclass(slots=True)
class Lane:
    """Part of a queue with an interval of its own."""

    interval: float
    places: int
    next_start: float = 0.0
    flying: int = 0
    urgent: deque[Waiter] = field(default_factory=deque)
    """Looks that have begun: more work hangs on them, and on other hosts."""
    ordinary: deque[Waiter] = field(default_factory=deque)

    def __len__(self) -> int:
        return len(self.urgent) + len(self.ordinary)

    def add(self, waiter: Waiter) -> None:
        (self.urgent if waiter.ticket.urgent else self.ordinary).append(waiter)

    def head(self) -> Waiter | None:
        """Who is next; those who have gone away or were answered are dropped."""
        for waiters in (self.urgent, self.ordinary):
            while waiters and waiters[0].turn.done():
                waiters.popleft()
        return next((waiters[0] for waiters in (self.urgent, self.ordinary) if waiters), None)

    def pop(self) -> Waiter:
        return (self.urgent or self.ordinary).popleft()

    def answer(self, answer: Denied, matches: Callable[[Ticket], bool] = lambda ticket: True) -> None:
        """Give every request that `matches` this answer instead of a turn."""
        for waiters in (self.urgent, self.ordinary):
            for waiter in waiters:
                if matches(waiter.ticket) and not waiter.turn.done():
                    waiter.turn.set_result(answer)
            kept = [waiter for waiter in waiters if not waiter.turn.done()]
            waiters.clear()
            waiters.extend(kept)

    def opens(self) -> float | None:
        """When its first request may start as far as the lane goes; `None` without request or place."""
        return self.next_start if self.flying < self.places and self.head() is not None else None


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
    expected: int = 0
    """Requests that will come, of looks that have not begun."""
    flying: int = 0
    starting: bool = False
    """A request has its place and is not on the wire yet: the next interval counts from there."""
    listed: float | None = None
    """The weight with which it stands in line for a shared place, `None` while it does not."""
    closed: str | None = None
    """Why nothing of it is asked any more."""
    timer: asyncio.TimerHandle | None = None

    @property
    def waiting(self) -> int:
        return sum(map(len, self.lanes)) + self.expected

    @property
    def load(self) -> float:
        """Seconds of work that wait, at least."""
        waiting = sum(
            len(lane) * max(self.interval, lane.interval, SERVICE / lane.places) for lane in self.lanes
        )
        return waiting + self.expected * max(self.interval, SERVICE / self.places)

    @property
    def weight(self) -> float:
        """Its claim to a place that all hosts share: its load, and first of all its looks under way."""
        return self.load + URGENT * any(lane.urgent for lane in self.lanes)

    @property
    def earliest(self) -> float:
        """When its next request may go out as far as the host goes."""
        return max(self.next_start, self.floor)

    def next_lane(self) -> tuple[float, Lane] | None:
        """The lane whose request may start first, and when."""
        if self.starting or self.flying >= self.places:
            return None
        best: tuple[float, Lane] | None = None
        for lane in self.lanes:
            opens = lane.opens()
            if opens is not None:
                opens = max(opens, self.earliest)
                if best is None or opens < best[0]:
                    best = opens, lane
        return best
