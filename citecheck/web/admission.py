"""Keeps looks that are far from their turn small.

A look that waits inside its walk holds nine coroutines, 9 KB; a book has thousands of links. So only the next
few of each host begin, and the others wait at the door. A look leaves its place at the door as soon as it has
had its first answer: what it waits for later (another host, a further try) holds up nobody.
"""

from __future__ import annotations

import asyncio
from collections import deque

from citecheck.web.queues import Queue
from citecheck.web.schedule import Schedule

BEGUN = 1
"""Looks of one host that wait for their first turn inside, beyond the host's own places."""


class Door:
    """Lets looks of one host begin in order."""

    __slots__ = ("_free", "_queue", "_schedule", "_waiting")

    def __init__(self, schedule: Schedule, queue: Queue) -> None:
        self._schedule = schedule
        self._queue = queue
        self._free = BEGUN + queue.places
        self._waiting: deque[asyncio.Future[None]] = deque()

    async def enter(self) -> None:
        """Wait until this look may begin."""
        if self._free > 0:
            self._free -= 1
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        self._schedule.expect(self._queue, 1)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self.leave()
            raise
        finally:
            self._schedule.expect(self._queue, -1)

    def leave(self) -> None:
        """This look has had its first answer: the next one may begin."""
        while self._waiting:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(None)
                return
        self._free += 1
