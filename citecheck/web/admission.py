"""Keeps looks that are far from their turn small.

A look that waits inside its walk holds nine coroutines and a task, 9 KB; a book has thousands of links. So
only the next few of each host begin, and of the others there is no more than the call that begins them. A
look leaves its place at the door as soon as it has had its first answer: what it waits for later (another
host, a further try) holds up nobody.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

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
        self._waiting: deque[Callable[[], None]] = deque()

    def enter(self, begin: Callable[[], None]) -> None:
        """Have `begin` called when this look may begin: now or later."""
        if self._free > 0:
            self._free -= 1
            begin()
            return
        self._waiting.append(begin)
        self._schedule.expect(self._queue, 1)

    def leave(self) -> None:
        """This look has had its first answer: the next one may begin."""
        if not self._waiting:
            self._free += 1
            return
        begin = self._waiting.popleft()
        self._schedule.expect(self._queue, -1)
        begin()
