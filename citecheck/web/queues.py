"""Where requests to one host wait: its queue, in lanes that have intervals of their own."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from citecheck.model import Exchange

if TYPE_CHECKING:
    from citecheck.web.schedule import Place

SERVICE = 0.2
"""Seconds that a request takes as a rule; weighs queues whose interval is nothing."""


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
